/// The attributes of the start tag at hand that we know, each by its place.
struct SentAttributes {
  private let values: UnsafeMutablePointer<UnsafePointer<UInt8>>
  private(set) var present: UInt32 = 0
  private let names: NameTable

  init(_ vocabulary: Vocabulary) {
    values = .allocate(capacity: Attribute.allCases.count)
    names = vocabulary.attributes
  }

  func deallocate() { values.deallocate() }

  /// Takes libxml2's array of names and values, which ends with a null name.
  /// - Returns: how many attributes there are, known or not.
  @inline(__always)
  mutating func read(_ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> Int {
    present = 0
    guard let pairs else { return 0 }
    var at = 0
    while let name = pairs[at] {
      let known = Name(name).map { names[$0] } ?? 0
      if known > 0 {
        values[Int(known) - 1] = pairs[at + 1] ?? empty
        present |= 1 << (known - 1)
      }
      at += 2
    }
    return at / 2
  }

  @inline(__always)
  func has(_ attribute: Attribute) -> Bool { present & attribute.bit != 0 }

  /// The value, which must be present. It ends with a NUL.
  @inline(__always)
  func value(_ attribute: Attribute) -> SentValue {
    SentValue(values[Int(attribute.rawValue)])
  }

  /// A value that was not written at all is empty.
  private var empty: UnsafePointer<UInt8> { StaticString("\0").utf8Start }
}

/// One decoded attribute value.
struct SentValue {
  let bytes: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(_ string: UnsafePointer<UInt8>) {
    bytes = string
    var length = 0
    while string[length] != 0 { length += 1 }
    count = length
  }

  init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    self.bytes = bytes
    self.count = count
  }

  subscript(from start: Int, to end: Int) -> SentValue { SentValue(bytes + start, end - start) }

  /// The longest beginning of at most `limit` bytes that does not split a character.
  func cut(at limit: Int) -> SentValue {
    guard count > limit else { return self }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return SentValue(bytes, end)
  }

  /// Whether this is `word`, which is ASCII in lower case, in whatever case.
  func matches(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for at in 0..<count where lowercased(bytes[at]) != word.utf8Start[at] { return false }
    return true
  }

  func begins(with word: StaticString) -> Bool {
    count >= word.utf8CodeUnitCount && self[from: 0, to: word.utf8CodeUnitCount].matches(word)
  }

  /// Whether there is at least one byte, and each satisfies `test`.
  @inline(__always)
  func isMade(of test: (UInt8) -> Bool) -> Bool {
    for at in 0..<count where !test(bytes[at]) { return false }
    return count > 0
  }

  /// A number in decimal digits within `range`.
  func number(in range: ClosedRange<Int>) -> Int? {
    guard count <= 10, isMade(of: isDigit) else { return nil }
    var number = 0
    for at in 0..<count { number = number * 10 + Int(bytes[at] - 48) }
    return range.contains(number) ? number : nil
  }
}

@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool {
  byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
}

@inline(__always)
func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
