public import HTML

extension SanitizedHTML {
  /// The text without its markup, for search and excerpts.
  ///
  /// White space is one space, or one newline where a block or a line ends.
  public var plainText: String {
    var text = PlainText()
    utf8.withUnsafeBufferPointer { text.read($0) }
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

/// Reads what the sanitiser wrote: `<` begins a tag and `>` ends it, five references exist.
private struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// White space that waits for a character to follow, or 0.
  private var separator: UInt8 = 0
  private static let phrasing: Set<String> = Set(
    Tag.allCases.filter { TagSet.phrasing.subtracting(blocks).has($0) }.map { "\($0)" }
      + ["img", "wbr", "input"])
  private static let blocks = TagSet.blocks
  private static let references: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
  ]

  mutating func read(_ html: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(html.count)
    var at = 0
    while at < html.count {
      switch html[at] {
      case UInt8(ascii: "<"):
        at = readTag(html, at)
      case UInt8(ascii: "&"):
        at = readReference(html, at)
      case 0x20, 0x09, 0x0A:
        separate(0x20)
        at += 1
      default:
        append(html[at])
        at += 1
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if separator != 0, !bytes.isEmpty { bytes.append(separator) }
    separator = 0
    bytes.append(byte)
  }

  /// A newline is stronger than a space.
  private mutating func separate(_ mark: UInt8) {
    if separator != 0x0A { separator = mark }
  }

  private mutating func readTag(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start + 1
    if at < html.count, html[at] == UInt8(ascii: "/") { at += 1 }
    let nameStart = at
    while at < html.count, isAlphanumeric(html[at]) { at += 1 }
    let name = String(decoding: html[nameStart..<at], as: UTF8.self)
    if !Self.phrasing.contains(name) { separate(name == "td" || name == "th" ? 0x20 : 0x0A) }
    while at < html.count, html[at] != UInt8(ascii: ">") { at += 1 }
    return at + 1
  }

  private mutating func readReference(
    _ html: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    for (name, byte) in Self.references {
      let length = name.utf8CodeUnitCount
      guard start + length <= html.count else { continue }
      if (0..<length).allSatisfy({ html[start + $0] == name.utf8Start[$0] }) {
        append(byte)
        return start + length
      }
    }
    append(html[start])
    return start + 1
  }
}
