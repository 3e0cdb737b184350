/// Why a line gets no answer of its own.
enum JSONLineError: Error {
  case notJSON
  case tooDeep
  case notRequest
}

/// Reads one line of JSON without recursion, allocation or surprises: RFC 8259, strictly, except
/// that lone surrogates and invalid UTF-8 become U+FFFD instead of an error.
struct JSONLine {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var at = 0

  /// Brackets inside each other in a value that we skip.
  private static let deepest = 1_000

  init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// Reads an object with an `id` and a string under `key`; the last of several keys counts.
  /// - Parameter text: gets the decoded string.
  /// - Returns: where the id stands, as it was written.
  mutating func request(
    _ key: StaticString, into text: inout ByteBuffer
  ) throws(JSONLineError) -> Range<Int> {
    var id: Range<Int>?
    var hasText = false
    skipBlanks()
    guard take(UInt8(ascii: "{")) else { throw .notRequest }
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        let name = try readName()
        let start = at
        if isName(name, key) {
          hasText = peek == UInt8(ascii: "\"")
          text.removeAll()
          if hasText { try readString(into: &text) } else { try skipValue() }
        } else {
          try skipValue()
          if isName(name, "id") { id = start..<at }
        }
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw .notJSON }
    }
    skipBlanks()
    guard at == count else { throw .notJSON }
    guard let id, hasText else { throw .notRequest }
    return id
  }
}

// MARK: - Steps

extension JSONLine {
  private var peek: UInt8 { at < count ? bytes[at] : 0 }

  @inline(__always)
  private mutating func skipBlanks() {
    while at < count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// A name and its colon. Its quotes are not in the range.
  private mutating func readName() throws(JSONLineError) -> Range<Int> {
    let start = at + 1
    try skipString()
    let end = at - 1
    skipBlanks()
    guard take(UInt8(ascii: ":")) else { throw .notJSON }
    skipBlanks()
    return start..<end
  }

  /// Names may be escaped too: `"\u0069d"` is `id`.
  private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    guard range.count >= length, range.count <= length * 6 else { return false }
    var decoded = ByteBuffer(capacity: length * 6)
    var reader = JSONLine(bytes + range.lowerBound - 1, range.count + 2)
    guard (try? reader.readString(into: &decoded)) != nil, decoded.count == length else {
      return false
    }
    return (0..<length).allSatisfy { decoded.base[$0] == name.utf8Start[$0] }
  }
}

// MARK: - Strings

extension JSONLine {
  private static let plain = ByteClasses { byte in
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
  }

  private mutating func skipString() throws(JSONLineError) {
    guard take(UInt8(ascii: "\"")) else { throw .notJSON }
    let plain = Self.plain
    while true {
      at = plain.plainRun(bytes, from: at, to: count)
      if take(UInt8(ascii: "\"")) { return }
      guard take(UInt8(ascii: "\\")) else { throw .notJSON }
      _ = try readEscape()
    }
  }

  fileprivate mutating func readString(into text: inout ByteBuffer) throws(JSONLineError) {
    guard take(UInt8(ascii: "\"")) else { throw .notJSON }
    let plain = Self.plain
    while true {
      let run = at
      at = plain.plainRun(bytes, from: at, to: count)
      text.append(bytes + run, at - run)
      if take(UInt8(ascii: "\"")) { return }
      guard take(UInt8(ascii: "\\")) else { throw .notJSON }
      text.append(scalar: try readScalar())
    }
  }

  /// After a backslash: the character that the escape, or a pair of them, stands for.
  private mutating func readScalar() throws(JSONLineError) -> UInt32 {
    let first = try readEscape()
    guard first & 0xF800 == 0xD800 else { return first }
    guard first < 0xDC00, peek == UInt8(ascii: "\\") else { return 0xFFFD }
    let before = at
    at += 1
    let second = try readEscape()
    guard second >= 0xDC00, second < 0xE000 else {
      at = before
      return 0xFFFD
    }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func readEscape() throws(JSONLineError) -> UInt32 {
    guard at < count else { throw .notJSON }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt32(byte)
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "u"): return try readHexadecimal()
    default: throw .notJSON
    }
  }

  private mutating func readHexadecimal() throws(JSONLineError) -> UInt32 {
    guard at + 4 <= count else { throw .notJSON }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 16 + UInt32(byte) - 48
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value * 16 + UInt32(byte) - 87
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value * 16 + UInt32(byte) - 55
      default: throw .notJSON
      }
    }
    return value
  }
}

// MARK: - Values that are skipped

extension JSONLine {
  private mutating func skipValue() throws(JSONLineError) {
    var open = ByteBuffer(capacity: 64)
    repeat {
      guard try enterOrSkip(&open) else { continue }
      while open.count > 0, try leaveOrContinue(&open) {}
    } while open.count > 0
  }

  /// - Returns: whether a whole value has been read; otherwise one is to follow.
  private mutating func enterOrSkip(_ open: inout ByteBuffer) throws(JSONLineError) -> Bool {
    switch peek {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try enter(&open)
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
    return true
  }

  private mutating func enter(_ open: inout ByteBuffer) throws(JSONLineError) -> Bool {
    let bracket = bytes[at]
    guard open.count < Self.deepest else { throw .tooDeep }
    at += 1
    skipBlanks()
    if take(bracket + 2) { return true }
    open.append(bracket)
    if bracket == UInt8(ascii: "{") { _ = try readName() }
    return false
  }

  /// After a value inside a bracket.
  /// - Returns: whether the bracket was closed; otherwise another value is to follow.
  private mutating func leaveOrContinue(_ open: inout ByteBuffer) throws(JSONLineError) -> Bool {
    let bracket = open.base[open.count - 1]
    skipBlanks()
    if take(UInt8(ascii: ",")) {
      skipBlanks()
      if bracket == UInt8(ascii: "{") { _ = try readName() }
      return false
    }
    // In ASCII both closing brackets come two places after the opening ones.
    guard take(bracket + 2) else { throw .notJSON }
    open.removeLast()
    return true
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONLineError) {
    for offset in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[offset]) {
      throw .notJSON
    }
  }

  private mutating func skipNumber() throws(JSONLineError) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try skipDigits() }
    if take(UInt8(ascii: ".")) { try skipDigits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONLineError) {
    let start = at
    while at < count, isDigit(bytes[at]) { at += 1 }
    if at == start { throw .notJSON }
  }
}
