// Reading JSON keeps three promises:
// (1) What is taken is RFC 8259 to the letter; what readers understand differently is refused.
// (2) Time and memory grow with the length of the text, which is bounded, and with nothing else.
// (3) The stack grows with the depth of the text, which is bounded.

extension JSON {
  /// Reads a whole text (RFC 8259 §2): one value, with white space around it and nothing more.
  ///
  /// - Throws: ``JSONError`` with the place of the first thing that is wrong.
  public init(
    reading bytes: some Collection<UInt8>, limits: JSONLimits = .standard
  ) throws(JSONError) {
    guard bytes.count <= limits.bytes else {
      throw JSONError(what: .tooLong, offset: limits.bytes)
    }
    var reader = JSONReader(Array(bytes), limits)
    self = try reader.wholeText()
  }

  /// Reads a whole text (RFC 8259 §2).
  public init(reading text: String, limits: JSONLimits = .standard) throws(JSONError) {
    try self.init(reading: text.utf8, limits: limits)
  }
}

/// A walk over the bytes of one JSON text.
struct JSONReader {
  let bytes: [UInt8]
  var at = 0
  private let limits: JSONLimits
  private var values = 0

  init(_ bytes: [UInt8], _ limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func wholeText() throws(JSONError) -> JSON {
    let found = try value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw fault(.syntax) }
    return found
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipBlanks()
    values += 1
    guard values <= limits.values else { throw fault(.tooManyValues) }
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    guard depth <= limits.depth else { throw fault(.tooDeep) }
    var object = JSONObject()
    at += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return object }
    repeat {
      skipBlanks()
      let start = at
      guard next == UInt8(ascii: "\"") else { throw fault(.syntax) }
      let name = try string()
      guard object.place(of: name) == nil else {
        throw JSONError(what: .duplicateName(name), offset: start)
      }
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      object.append(name, try value(depth: depth))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return object
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
    guard depth <= limits.depth else { throw fault(.tooDeep) }
    var elements: [JSON] = []
    at += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return elements }
    repeat {
      elements.append(try value(depth: depth))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return elements
  }

  /// RFC 8259 §6: no plus sign, no leading zero, digits on both sides of the point.
  private mutating func number() throws(JSONError) -> String {
    let start = at
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while UInt8(ascii: "0") <= next && next <= UInt8(ascii: "9") { at += 1 }
    if at == start { throw fault(.syntax) }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
    return value
  }
}

// MARK: - Steps

extension JSONReader {
  /// 0 at the end, which no rule of the grammar takes.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard take(byte) else { throw fault(.syntax) }
  }

  func fault(_ what: JSONError.Fault) -> JSONError { JSONError(what: what, offset: at) }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }
}
