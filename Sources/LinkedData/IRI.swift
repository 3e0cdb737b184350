/// Absolute identifiers (RFC 3987 §2.2).
///
/// What passes needs no escape in N-Quads and is written by every processor as it stands: some
/// drop a statement whose identifier is malformed, others keep it.
enum IRI {
  /// Refuses a text that is no absolute IRI.
  static func check(_ text: String) throws(LinkedDataError) {
    guard let colon = endOfScheme(text) else { throw .relativeIdentifier(text) }
    let rest = Substring(text.utf8[text.utf8.index(after: colon)...])
    guard isWellFormed(rest) else { throw .malformedIdentifier(text) }
  }

  /// As ``check(_:)``, and also takes a blank node's label.
  static func checkNode(_ text: String) throws(LinkedDataError) {
    guard isBlank(text) else { return try check(text) }
    let label = text.unicodeScalars.dropFirst(2)
    guard label.allSatisfy(isLabelCharacter), !label.isEmpty else {
      throw .malformedIdentifier(text)
    }
  }

  static func isBlank(_ text: String) -> Bool { text.utf8.starts(with: "_:".utf8) }

  /// Where the colon is that ends a scheme: `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )`.
  static func endOfScheme(_ text: String) -> String.Index? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    for (place, byte) in text.utf8[..<colon].enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if place == 0 { return nil }
      default: return nil
      }
    }
    return colon == text.startIndex ? nil : colon
  }

  private static func isLabelCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The part after the scheme: its characters, its percent signs, one fragment at most, square
  /// brackets only around the host.
  private static func isWellFormed(_ rest: Substring) -> Bool {
    let scalars = Array(rest.unicodeScalars)
    let host = hostRange(scalars)
    var part = Part.path
    var at = 0
    while at < scalars.count {
      switch scalars[at] {
      case "%":
        guard at + 2 < scalars.count, isHex(scalars[at + 1]), isHex(scalars[at + 2]) else {
          return false
        }
        at += 2
      case "#":
        if part == .fragment { return false }
        part = .fragment
      case "?": if part == .path { part = .query }
      case "[", "]": if !host.contains(at) { return false }
      case "\u{E000}"..."\u{F8FF}", "\u{F0000}"..."\u{FFFFD}", "\u{100000}"..."\u{10FFFD}":
        if part != .query { return false }
      case let scalar: if !isPlain(scalar) { return false }
      }
      at += 1
    }
    return true
  }

  private enum Part { case path, query, fragment }

  private static func isHex(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
  }

  /// The whole of a host in square brackets, `//[…]`, which alone may hold them.
  private static func hostRange(_ scalars: [Unicode.Scalar]) -> Range<Int> {
    guard scalars.count > 3, scalars[0] == "/", scalars[1] == "/" else { return 0..<0 }
    let end = scalars[2...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? scalars.count
    let user = scalars[2..<end].lastIndex(of: "@").map { $0 + 1 } ?? 2
    guard user < end, scalars[user] == "[", let close = scalars[user..<end].firstIndex(of: "]"),
      scalars[user + 1..<close].allSatisfy({ isHex($0) || $0 == ":" || $0 == "." })
    else { return 0..<0 }
    return user..<close + 1
  }

  /// `iunreserved`, `sub-delims` and the delimiters that may stand anywhere.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=": true
    case ":", "@", "/": true
    case "\u{A0}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}", "\u{FDF0}"..."\u{FFEF}": true
    case "\u{10000}"..."\u{EFFFF}":
      // Not the two last of each plane, nor the tags at the start of plane 14.
      scalar.value & 0xFFFF <= 0xFFFD && !("\u{E0000}"..."\u{E0FFF}").contains(scalar)
    default: false
    }
  }
}

extension String {
  /// Whether it is an absolute IRI, as documents of linked data may hold one.
  public var isAbsoluteIRI: Bool {
    do { try IRI.check(self) } catch { return false }
    return true
  }
}
