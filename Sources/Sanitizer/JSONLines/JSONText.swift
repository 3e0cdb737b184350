/// Writes the inside of JSON strings, and values that are given back.
enum JSONText {
  private static let plain = ByteClasses { byte in
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
  }

  private static let hexadecimal: StaticString = "0123456789abcdef"

  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    guard let start = bytes.baseAddress else { return }
    let plain = plain
    output.reserve(bytes.count + bytes.count / 16)
    var at = 0
    while true {
      let run = at
      at = plain.plainRun(start, from: at, to: bytes.count)
      output.append(start + run, at - run)
      if at == bytes.count { return }
      writeEscape(start[at], to: &output)
      at += 1
    }
  }

  private static func writeEscape(_ byte: UInt8, to output: inout ByteBuffer) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case ..<0x20:
      output.append("u00")
      output.append(hexadecimal.utf8Start[Int(byte >> 4)])
      output.append(hexadecimal.utf8Start[Int(byte & 15)])
    default: output.append(byte)
    }
  }

  /// Writes a JSON value as it was, with each invalid sequence of UTF-8 as U+FFFD.
  static func writeRepaired(_ value: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    guard let start = value.baseAddress else { return }
    if value.allSatisfy({ $0 < 0x80 }) { return output.append(start, value.count) }
    var repaired = String(decoding: value, as: UTF8.self)
    repaired.withUTF8 { bytes in
      if let start = bytes.baseAddress { output.append(start, bytes.count) }
    }
  }
}
