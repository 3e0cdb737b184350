/// The ways in which the index may hold the terms of a query.
struct SearchForms {
  /// For each term that a search insists on.
  let terms: [[SearchExpression.Phrase]]
  let excluded: [[SearchExpression.Phrase]]
  /// All words of the query in order, for titles that say exactly this.
  let wholeQuery: [String]

  init(_ query: SearchQuery, _ stemmer: FrenchStemmer) {
    let needed = Self.needed(query.terms)
    terms = needed.enumerated().map { index, _ in Self.ways(of: index, in: needed, stemmer) }
    excluded = query.excluded.indices.map { Self.ways(of: $0, in: query.excluded, stemmer) }
    wholeQuery = query.terms.flatMap { $0.words.map(\.form) }
  }

  /// The same, in the very words that were typed.
  var exactTerms: [[SearchExpression.Phrase]] {
    terms.map { $0.filter { $0.quality > SearchExpression.stemmed } }
  }

  /// Articles and the like are not insisted on, unless there is nothing else.
  private static func needed(_ terms: [SearchQuery.Term]) -> [SearchQuery.Term] {
    let needed = terms.filter { !$0.isFunctionWord }
    return needed.isEmpty ? terms : needed
  }

  private static func ways(
    of index: Int, in terms: [SearchQuery.Term], _ stemmer: FrenchStemmer
  ) -> [SearchExpression.Phrase] {
    switch terms[index] {
    case .phrase(let words): phraseWays(words, term: index)
    case .prefix(let word):
      wordWays(word, term: index, stemmer) + [
        .init(word.form, term: index, quality: SearchExpression.begun, isPrefix: true)
      ]
    case .word(let word):
      wordWays(word, term: index, stemmer) + neighbourWays(of: index, in: terms)
    }
  }

  static func wordWays(
    _ word: SearchWord, term: Int, _ stemmer: FrenchStemmer
  ) -> [SearchExpression.Phrase] {
    var ways = [SearchExpression.Phrase(word.form, term: term, quality: SearchExpression.exact)]
    if !word.parts.isEmpty {
      ways.append(
        .init(
          word.parts.joined(separator: " "), term: term, quality: SearchExpression.joined))
    }
    if let stem = stemmer.token(for: word.form) {
      ways.append(.init(stem, term: term, quality: SearchExpression.stemmed))
    }
    if let other = otherNumber(of: word.form, stemmer) {
      ways.append(.init(other, term: term, quality: SearchExpression.stemmed))
    }
    if !word.parts.isEmpty {
      let stems = word.parts.map { stemmer.token(for: $0) ?? $0 }
      ways.append(
        .init(stems.joined(separator: " "), term: term, quality: SearchExpression.stemmed))
    }
    return ways
  }

  /// « pare-feux » and « pare-feu », which the stemmer tells apart: at the end of a long word it takes
  /// -eux for the end of an adjective.
  private static func otherNumber(of form: String, _ stemmer: FrenchStemmer) -> String? {
    let other: String
    if form.hasSuffix("eux") {
      other = String(form.dropLast())
    } else if form.hasSuffix("eu") {
      other = form + "x"
    } else {
      return nil
    }
    return stemmer.token(for: other) == stemmer.token(for: form) ? nil : other
  }

  /// « vidéo projecteur » may be written in one word.
  private static func neighbourWays(
    of index: Int, in terms: [SearchQuery.Term]
  ) -> [SearchExpression.Phrase] {
    zip(terms, terms.dropFirst()).enumerated().compactMap { pair, neighbours in
      guard pair == index || pair + 1 == index,
        case .word(let first) = neighbours.0, case .word(let second) = neighbours.1
      else { return nil }
      return .init(first.form + second.form, term: index, quality: SearchExpression.joined)
    }
  }

  /// The phrase as it is, with its compounds taken apart, and with neighbours tied together: a
  /// compound has one place in the index.
  private static func phraseWays(
    _ words: [SearchWord], term: Int
  ) -> [SearchExpression.Phrase] {
    let forms = words.map(\.form)
    let parted = words.flatMap { $0.parts.isEmpty ? [$0.form] : $0.parts }
    var ways = [forms]
    if parted != forms { ways.append(parted) }
    for index in forms.indices.dropLast().prefix(8) {
      ways.append(
        forms[..<index] + [forms[index] + forms[index + 1]] + forms[(index + 2)...])
    }
    return ways.enumerated().map { index, tokens in
      .init(
        tokens.joined(separator: " "), term: term,
        quality: index == 0 ? SearchExpression.exact : SearchExpression.joined)
    }
  }
}
