/// Finds in a text what answers a query, as it is written there: inflected, elided, accented, tied
/// by a hyphen.
struct SearchHighlighter {
  /// A stretch of text that answers a term.
  struct Match: Equatable {
    let term: Int
    /// UTF-8 bytes of the text.
    let range: Range<Int>
  }

  /// One way of meeting a term: tokens at consecutive places.
  private struct Pattern {
    let tokens: [Token]
    let term: Int
  }

  private struct Token {
    let bytes: [UInt8]
    let isPrefix: Bool
    var isStem: Bool { bytes.first == FrenchStemmer.mark }
  }

  /// The word at one place of a text that is some token of some pattern.
  private struct Hit {
    let pattern: Int
    /// Which token of the pattern, from 0.
    let position: Int
    let place: Int
    let source: Range<Int>
  }

  /// Bytes of a text that are looked at; a snippet is not worth more, and a page has 25.
  static let mostBytes = 16_384

  private let patterns: [Pattern]
  /// Whether some token begins with this byte: few words of a text have to be looked at closer.
  private let isFirst: [Bool]
  private let stemmer: FrenchStemmer

  init(_ forms: SearchForms, _ stemmer: FrenchStemmer) {
    self.stemmer = stemmer
    patterns = forms.terms.joined().map { phrase in
      let tokens = phrase.tokens.split(separator: " ").map {
        Token(bytes: Array($0.utf8), isPrefix: phrase.isPrefix)
      }
      return Pattern(tokens: tokens, term: phrase.term)
    }
    var isFirst = [Bool](repeating: false, count: 256)
    for token in patterns.lazy.flatMap(\.tokens) {
      // A stem begins as its word does, after the mark.
      let first = token.isStem ? token.bytes.dropFirst().first : token.bytes.first
      if let first { isFirst[Int(first)] = true }
    }
    self.isFirst = isFirst
  }

  /// In order of the text, none overlapping another: of two that begin at the same place, the
  /// longer.
  func matches(in text: String) -> [Match] {
    var found: [Match] = []
    for match in candidates(hits(in: text)).sorted(by: Self.comesFirst) {
      if let last = found.last, last.range.upperBound > match.range.lowerBound { continue }
      found.append(match)
    }
    return found
  }

  private static func comesFirst(_ one: Match, _ other: Match) -> Bool {
    (one.range.lowerBound, -one.range.upperBound, one.term)
      < (other.range.lowerBound, -other.range.upperBound, other.term)
  }

  private func hits(in text: String) -> [Hit] {
    var text = text
    var hits: [Hit] = []
    var place = -1
    var reader = WordReader()
    text.withUTF8 { bytes in
      reader.read(UnsafeBufferPointer(rebasing: bytes.prefix(Self.mostBytes))) { word in
        if !word.isPart { place += 1 }
        guard let first = word.folded.first, isFirst[Int(first)] else { return }
        for (index, pattern) in patterns.enumerated() {
          for (position, token) in pattern.tokens.enumerated() where isMet(token, by: word) {
            hits.append(
              Hit(pattern: index, position: position, place: place, source: word.source))
          }
        }
      }
    }
    return hits
  }

  private func isMet(_ token: Token, by word: WordReader.Word) -> Bool {
    if token.isStem { return hasStem(token, word.folded) }
    if token.isPrefix { return word.folded.starts(with: token.bytes) }
    return word.folded.count == token.bytes.count && word.folded.elementsEqual(token.bytes)
  }

  /// Stemming is most of the work and leaves the beginning of a word as it is: words that begin
  /// otherwise are not stemmed.
  private func hasStem(_ token: Token, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = token.bytes.dropFirst().prefix(2)
    guard word.starts(with: start), FrenchStemmer.canStem(word) else { return false }
    return stemmer.markedStem(of: word).elementsEqual(token.bytes)
  }

  private func candidates(_ hits: [Hit]) -> [Match] {
    hits.indices.compactMap { index in
      let first = hits[index]
      guard first.position == 0 else { return nil }
      let pattern = patterns[first.pattern]
      var end = first.source.upperBound
      for position in pattern.tokens.indices.dropFirst() {
        let next = hits[index...].prefix { $0.place <= first.place + position }.first {
          $0.pattern == first.pattern && $0.position == position
            && $0.place == first.place + position
        }
        guard let next else { return nil }
        end = next.source.upperBound
      }
      return Match(term: pattern.term, range: first.source.lowerBound..<end)
    }
  }
}
