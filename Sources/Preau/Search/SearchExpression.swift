/// A query in the language of FTS5, and what its phrases stand for.
///
/// Everything that a person typed has become folded words, which hold letters and figures only, and
/// stands in double quotes: FTS5 never meets a syntax of theirs.
struct SearchExpression: Equatable {
  /// One way in which a term can be met.
  struct Phrase: Equatable {
    /// Tokens of the index, parted by blanks.
    let tokens: String
    /// Which term it stands for.
    let term: Int
    /// 1 for what was typed, less for something near to it.
    let quality: Double
    let isPrefix: Bool

    init(_ tokens: String, term: Int, quality: Double, isPrefix: Bool = false) {
      self.tokens = tokens
      self.term = term
      self.quality = quality
      self.isPrefix = isPrefix
    }

    var text: String { isPrefix ? "\"\(tokens)\" *" : "\"\(tokens)\"" }
  }

  /// Qualities: what was typed; tied or parted otherwise; begun so; another form.
  static let exact = 1.0
  static let joined = 0.95
  static let begun = 0.8
  static let stemmed = 0.5

  /// In the order in which FTS5 numbers them.
  let phrases: [Phrase]
  let text: String

  /// Documents that hold every one of `terms`, and none of `excluded`.
  static func all(_ terms: [[Phrase]], without excluded: [[Phrase]] = []) -> SearchExpression {
    SearchExpression(
      phrases: Array(terms.joined()),
      text: terms.map(anyOf).joined(separator: " AND ") + notText(excluded))
  }

  /// Documents that hold one of `needed` at least. How often `others` occur is counted too.
  static func some(
    _ needed: [[Phrase]], counting others: [[Phrase]] = [], without excluded: [[Phrase]] = []
  ) -> SearchExpression {
    let needed = Array(needed.joined())
    let others = Array(others.joined())
    guard !others.isEmpty else {
      return SearchExpression(phrases: needed, text: anyOf(needed) + notText(excluded))
    }
    // FTS5 counts only what the expression names. The second part is true whenever the first is.
    // The phrases of the first part are numbered too, and count for nothing.
    let silent = needed.map { Phrase($0.tokens, term: $0.term, quality: 0) }
    return SearchExpression(
      phrases: silent + needed + others,
      text: "\(anyOf(needed)) AND \(anyOf(needed + others))" + notText(excluded))
  }

  private static func anyOf(_ phrases: [Phrase]) -> String {
    "(" + phrases.map(\.text).joined(separator: " OR ") + ")"
  }

  private static func notText(_ excluded: [[Phrase]]) -> String {
    excluded.isEmpty ? "" : " NOT " + anyOf(Array(excluded.joined()))
  }
}
