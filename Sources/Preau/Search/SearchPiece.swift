/// A part of a typed query, between blanks or quotes.
struct SearchPiece: Sendable, Equatable {
  enum Role: Sendable, Equatable {
    case wanted, excluded
    case filter(Filter, value: String)
  }

  enum Filter: Sendable, Equatable {
    case author, space, tag, state
  }

  /// As it was typed, quotes and operators included.
  let typed: String
  let role: Role
  /// What is to be found, or not: empty for a piece without letters.
  let terms: [SearchQuery.Term]
  let isFollowedByBlank: Bool

  static func all(in text: Substring) -> [SearchPiece] {
    var rest = text
    var pieces: [SearchPiece] = []
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return pieces }
      pieces.append(take(from: &rest))
    }
  }

  private static func take(from rest: inout Substring) -> SearchPiece {
    let start = rest
    let isExcluded = takeMinus(from: &rest)
    let filter = isExcluded ? nil : takeFilter(from: &rest)
    let (content, isQuoted) = takeQuoted(from: &rest) ?? (takeWord(from: &rest), false)
    let role: Role =
      isExcluded ? .excluded : filter.map { .filter($0, value: String(content)) } ?? .wanted
    let typed = start[..<rest.startIndex]
    return SearchPiece(
      typed: String(typed), role: role,
      // A filter that turns out to make no sense is looked for as it was typed.
      terms: terms(of: filter == nil ? content : typed, isQuoted: isQuoted && filter == nil),
      isFollowedByBlank: rest.first?.isWhitespace ?? false)
  }

  /// A minus sign right before a word or a quote.
  private static func takeMinus(from rest: inout Substring) -> Bool {
    guard rest.first == "-", let next = rest.dropFirst().first,
      next.isLetter || next.isNumber || isOpeningQuote(next)
    else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func takeFilter(from rest: inout Substring) -> Filter? {
    let head = rest.prefix(12)
    guard let colon = head.firstIndex(of: ":"), colon > head.startIndex else { return nil }
    let value = rest[rest.index(after: colon)...]
    // « panne : » is French typography, and `auteur:` alone asks for nothing.
    guard let first = value.first, !first.isWhitespace,
      let filter = filter(named: head[..<colon])
    else { return nil }
    rest = value
    return filter
  }

  private static func filter(named name: Substring) -> Filter? {
    switch SearchWord.folded(String(name)) {
    case ["auteur"], ["auteure"], ["autrice"], ["author"]: .author
    case ["espace"], ["space"]: .space
    case ["etiquette"], ["tag"]: .tag
    case ["statut"], ["etat"], ["status"]: .state
    default: nil
    }
  }

  private static func isOpeningQuote(_ character: Character) -> Bool {
    closingQuotes(of: character) != nil
  }

  private static func closingQuotes(of character: Character) -> [Character]? {
    switch character {
    case "\"": ["\""]
    case "«": ["»"]
    case "“", "”", "„": ["”", "“", "\""]
    default: nil
    }
  }

  /// A quote that is not closed is none.
  private static func takeQuoted(from rest: inout Substring) -> (Substring, Bool)? {
    guard let first = rest.first, let closing = closingQuotes(of: first) else { return nil }
    let inside = rest.dropFirst()
    guard let end = inside.firstIndex(where: closing.contains) else { return nil }
    rest = inside[inside.index(after: end)...]
    return (inside[..<end], true)
  }

  private static func takeWord(from rest: inout Substring) -> Substring {
    let first = rest.prefix(1)
    // A quote inside a word begins another piece; one that is not closed was kept as the first.
    let more = rest.dropFirst().prefix { !$0.isWhitespace && !isOpeningQuote($0) }
    let word = first.base[first.startIndex..<more.endIndex]
    rest = rest[word.endIndex...]
    return word
  }

  private static func terms(of content: Substring, isQuoted: Bool) -> [SearchQuery.Term] {
    let words = SearchWord.all(in: String(content))
    if isQuoted { return words.isEmpty ? [] : [.phrase(words)] }
    var terms = words.map { SearchQuery.Term.word($0) }
    if content.last == "*", let last = words.last, last.parts.isEmpty {
      terms[terms.count - 1] = .prefix(last)
    }
    return terms
  }
}
