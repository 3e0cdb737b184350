/// A JSON value (RFC 8259), as far as exchange files need it.
enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// With a fraction, an exponent, or beyond 64 bits: no key of ours takes one.
  case otherNumber
  case string(String)
  case array([JSONValue])
  /// The last of several equal keys counts.
  case object([String: JSONValue])

  /// Why a text is not one JSON value that we take.
  enum Malformed: Error, Equatable {
    /// At this byte, from 0.
    case syntax(at: Int)
    case tooDeep
    case notUnicode
  }

  /// Reads a whole text.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(Malformed) {
    var reading = JSONReading(text)
    self = try reading.wholeText()
  }
}

/// A walk over the bytes of one JSON text.
private struct JSONReading {
  private let text: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// Brackets inside each other: a line of ours has two.
  private static let deepest = 16

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  mutating func wholeText() throws(JSONValue.Malformed) -> JSONValue {
    let found = try value(depth: 0)
    skipBlanks()
    guard at == text.count else { throw .syntax(at: at) }
    return found
  }

  private mutating func value(depth: Int) throws(JSONValue.Malformed) -> JSONValue {
    guard depth < Self.deepest else { throw .tooDeep }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(JSONValue.Malformed) -> JSONValue {
    var members: [String: JSONValue] = [:]
    at += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw .syntax(at: at) }
      let name = try string()
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      members[name] = try value(depth: depth + 1)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSONValue.Malformed) -> JSONValue {
    var elements: [JSONValue] = []
    at += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func number() throws(JSONValue.Malformed) -> JSONValue {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let firstDigit = at
    try digits()
    if text[firstDigit] == UInt8(ascii: "0"), at > firstDigit + 1 { throw .syntax(at: firstDigit) }
    let end = at
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard at == end, let integer = Int64(String(decoding: text[start..<end], as: UTF8.self)) else {
      return .otherNumber
    }
    return .integer(integer)
  }

  private mutating func digits() throws(JSONValue.Malformed) {
    let start = at
    while UInt8(ascii: "0") <= next && next <= UInt8(ascii: "9") { at += 1 }
    if at == start { throw .syntax(at: at) }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONValue.Malformed) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
    return value
  }

  /// 0 at the end, which no rule of the grammar takes.
  private var next: UInt8 { at < text.count ? text[at] : 0 }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < text.count, text[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONValue.Malformed) {
    guard take(byte) else { throw .syntax(at: at) }
  }

  private mutating func skipBlanks() {
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0D { at += 1 }
  }
}

// MARK: - Strings

extension JSONReading {
  private mutating func string() throws(JSONValue.Malformed) -> String {
    at += 1
    let start = at
    skipPlain()
    // Most strings hold no escape: they are taken as they are.
    if take(UInt8(ascii: "\"")) { return try unicode(text[start..<at - 1]) }
    var bytes = Array(text[start..<at])
    while !take(UInt8(ascii: "\"")) {
      guard take(UInt8(ascii: "\\")) else { throw .syntax(at: at) }
      try escape(into: &bytes)
      let run = at
      skipPlain()
      bytes += text[run..<at]
    }
    return try unicode(bytes)
  }

  private func unicode(_ bytes: some Sequence<UInt8>) throws(JSONValue.Malformed) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else { throw .notUnicode }
    return string
  }

  /// Stops at a quote, a backslash, a control character or the end.
  private mutating func skipPlain() {
    while at < text.count {
      let byte = text[at]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      at += 1
    }
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(JSONValue.Malformed) {
    let letter = next
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      bytes += UTF8.encode(try escapedScalar()).map(Array.init) ?? []
    default: throw .syntax(at: at - 1)
    }
  }

  /// One `XXXX`, or the two of a surrogate pair.
  private mutating func escapedScalar() throws(JSONValue.Malformed) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw .notUnicode
    }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .notUnicode }
    return scalar
  }

  private mutating func fourDigits() throws(JSONValue.Malformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        throw .syntax(at: at)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
