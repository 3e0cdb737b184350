import JSONText

/// The keywords of JSON-LD 1.1 (§1.7 Syntax Tokens and Keywords).
enum Keyword: String, CaseIterable, Sendable {
  case base, container, context, direction, graph, id, `import`, included, index, json, language
  case list, nest, none, prefix, propagate, protected, reverse, set, type, value, version, vocab

  private static let byText = Dictionary(
    uniqueKeysWithValues: allCases.map { (ExactString($0.text), $0) })

  /// The keyword that is written so, if one is.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "@"), let keyword = Self.byText[ExactString(text)] else {
      return nil
    }
    self = keyword
  }

  /// As it is written: `@id`.
  var text: String { "@" + rawValue }

  /// Whether a text is kept for keywords to come: `"@" 1*ALPHA`.
  static func isReserved(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "@") && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }
}
