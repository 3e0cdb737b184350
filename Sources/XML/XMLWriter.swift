/// An XML document written from top to bottom into one buffer of UTF-8.
///
/// Names stand in our source; all else is escaped when it is written. Characters that XML 1.0 does
/// not allow (§2.2: most controls, U+FFFE, U+FFFF) are left out: no escape could carry them.
public struct XMLWriter: Sendable {
  /// The document as it stands.
  public private(set) var utf8: [UInt8] = []

  /// Begins with the declaration.
  public init() {
    utf8.reserveCapacity(32_768)
    literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  }

  /// An element with its content.
  public mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [],
    _ content: (inout XMLWriter) -> Void
  ) {
    start(name, attributes)
    literal(">")
    content(&self)
    literal("</")
    literal(name)
    literal(">\n")
  }

  /// An element that holds nothing.
  public mutating func empty(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) {
    start(name, attributes)
    literal("/>\n")
  }

  /// An element that holds text alone.
  public mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], text: String
  ) {
    element(name, attributes) { $0.append(Array(text.utf8)) }
  }

  /// An element that holds markup as text, as Atom's `type="html"` wants it (RFC 4287 §3.1.1.2).
  ///
  /// - Parameter markup: UTF-8.
  public mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [],
    escaping markup: [UInt8]
  ) {
    element(name, attributes) { $0.append(markup) }
  }

  private mutating func start(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) {
    literal("<")
    literal(name)
    for attribute in attributes {
      literal(" ")
      literal(attribute.name)
      literal("=\"")
      append(Array(attribute.value.utf8))
      literal("\"")
    }
  }

  private mutating func literal(_ text: StaticString) {
    utf8.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x26: literal("&amp;")
      case 0x3C: literal("&lt;")
      case 0x3E: literal("&gt;")
      case 0x22: literal("&quot;")
      // A parser would turn a carriage return into a line feed (§2.11).
      case 0x0D: literal("&#13;")
      case 0x09, 0x0A: utf8.append(byte)
      case 0x00..<0x20: continue
      case 0xBE, 0xBF:
        // EF BF BE and EF BF BF are U+FFFE and U+FFFF.
        let isForbidden = index >= 2 && bytes[index - 1] == 0xBF && bytes[index - 2] == 0xEF
        if isForbidden { utf8.removeLast(2) } else { utf8.append(byte) }
      default: utf8.append(byte)
      }
    }
  }
}
