/// Finds in a text what answers a query, as it is written there: inflected, elided, accented, tied
/// by a hyphen.
struct SearchHighlighter {
  /// One way of meeting a term: tokens at consecutive places.
  private struct Pattern {
    let tokens: [String]
    let isPrefix: Bool
    let term: Int
  }

  /// A stretch of text that answers a term.
  struct Match: Equatable {
    let term: Int
    /// UTF-8 bytes of the text.
    let range: Range<Int>
  }

  /// Bytes of a text that are looked at; a snippet is not worth more.
  static let mostBytes = 65_536

  private let patterns: [Pattern]
  private let stemmer: FrenchStemmer

  init(_ forms: SearchForms, _ stemmer: FrenchStemmer) {
    self.init(forms.terms.joined(), stemmer)
  }

  init(_ phrases: some Sequence<SearchExpression.Phrase>, _ stemmer: FrenchStemmer) {
    self.stemmer = stemmer
    patterns = phrases.map {
      Pattern(
        tokens: $0.tokens.split(separator: " ").map(String.init), isPrefix: $0.isPrefix,
        term: $0.term)
    }
  }

  /// In order of the text, none overlapping another.
  func matches(in text: String) -> [Match] {
    let places = places(of: text)
    var found: [Match] = []
    for start in places.indices {
      let here = patterns.compactMap { match($0, places[start...]) }
      guard let longest = here.max(by: { $0.range.count < $1.range.count }) else { continue }
      if let last = found.last, last.range.upperBound > longest.range.lowerBound { continue }
      found.append(longest)
    }
    return found
  }

  /// Tokens that stand at one place of the text, each with the stretch that it comes from.
  private typealias Place = [(token: String, source: Range<Int>)]

  private func places(of text: String) -> [Place] {
    var text = text
    var places: [Place] = []
    var reader = WordReader()
    text.withUTF8 { bytes in
      reader.read(UnsafeBufferPointer(rebasing: bytes.prefix(Self.mostBytes))) { word in
        if !word.isPart || places.isEmpty { places.append([]) }
        let last = places.count - 1
        let form = String(decoding: word.folded, as: UTF8.self)
        places[last].append((form, word.source))
        if let stem = stemmer.token(for: form) { places[last].append((stem, word.source)) }
      }
    }
    return places
  }

  private func match(_ pattern: Pattern, _ places: ArraySlice<Place>) -> Match? {
    guard places.count >= pattern.tokens.count else { return nil }
    var range: Range<Int>?
    for (wanted, place) in zip(pattern.tokens, places) {
      let met = place.first { pattern.isPrefix ? $0.token.hasPrefix(wanted) : $0.token == wanted }
      guard let source = met?.source else { return nil }
      range = (range?.lowerBound ?? source.lowerBound)..<source.upperBound
    }
    return range.map { Match(term: pattern.term, range: $0) }
  }
}
