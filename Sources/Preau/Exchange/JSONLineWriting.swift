/// One line of an exchange file in the making: an object, its keys in the order in which they are
/// written, without a blank, escaped as Python's `json.dumps(ensure_ascii=False)` does.
struct JSONLineWriting {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// Begins a line with its `type`.
  mutating func begin(_ type: StaticString) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    key("type")
    bytes.append(UInt8(ascii: "\""))
    raw(type)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func end() {
    bytes += [UInt8(ascii: "}"), 0x0A]
  }

  /// Hands over what is written and begins anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func add(_ name: StaticString, _ value: Int64) {
    key(name)
    bytes += String(value).utf8
  }

  mutating func add(_ name: StaticString, _ values: [Int64]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += String(value).utf8
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func add(_ name: StaticString, _ values: [String]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      string(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func add(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  mutating func addTrue(_ name: StaticString) {
    key(name)
    raw("true")
  }

  mutating func addNull(_ name: StaticString) {
    key(name)
    raw("null")
  }

  private mutating func key(_ name: StaticString) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
  }

  private mutating func raw(_ text: StaticString) {
    bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: raw("\\b")
      case 0x09: raw("\\t")
      case 0x0A: raw("\\n")
      case 0x0C: raw("\\f")
      case 0x0D: raw("\\r")
      case ..<0x20:
        raw("\\u00")
        bytes += [Self.hexadecimal[Int(byte >> 4)], Self.hexadecimal[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
