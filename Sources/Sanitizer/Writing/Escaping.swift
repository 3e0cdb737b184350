// `&` is escaped always, also before what looks like an entity: libxml2 does not know HTML 5's
// entities, so `javascript&colon;alert(1)` reaches us undecoded, and must stay so for browsers.

/// Writes text and attribute values, the only two places for characters that others chose.
enum Escaping {
  fileprivate static let control: UInt8 = 255

  private static func replacement(_ byte: UInt8, inAttribute: Bool) -> UInt8 {
    switch byte {
    case UInt8(ascii: "&"): 1
    case UInt8(ascii: "<"): 2
    case UInt8(ascii: ">"): 3
    case UInt8(ascii: "\""): inAttribute ? 4 : 0
    case UInt8(ascii: "'"): inAttribute ? 5 : 0
    case UInt8(ascii: "`"): inAttribute ? 6 : 0
    case 0x09, 0x0A: 0
    case ..<0x20, 0x7F: control
    default: 0
    }
  }

  static let text = ByteClasses { replacement($0, inAttribute: false) }
  static let attribute = ByteClasses { replacement($0, inAttribute: true) }

  /// Writes `count` bytes of UTF-8 to `output`, which grows by at most six times as many.
  @inline(__always)
  static func write(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ classes: ByteClasses,
    to output: inout ByteBuffer
  ) {
    var at = 0
    while true {
      let run = at
      at = classes.plainRun(bytes, from: at, to: count)
      output.append(bytes + run, at - run)
      if at == count { return }
      writeSpecial(classes[bytes[at]], to: &output)
      at += 1
    }
  }

  @inline(never)
  private static func writeSpecial(_ kind: UInt8, to output: inout ByteBuffer) {
    switch kind {
    case 1: output.append("&amp;")
    case 2: output.append("&lt;")
    case 3: output.append("&gt;")
    case 4: output.append("&quot;")
    case 5: output.append("&#39;")
    case 6: output.append("&#96;")
    default: break
    }
  }
}

extension ByteClasses {
  /// Whether ``Escaping`` leaves the byte out.
  func isControl(_ byte: UInt8) -> Bool { self[byte] == Escaping.control }
}
