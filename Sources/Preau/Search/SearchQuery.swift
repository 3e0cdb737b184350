/// What someone asked, understood as far as it can be: there is no wrong query. Whatever is not one
/// of the forms below is read as words.
///
/// | Typed | Meaning |
/// |---|---|
/// | `vidéo en panne` | all these words, in any form |
/// | `"en panne"`, `« en panne »` | these words in this order, in these forms |
/// | `-moodle`, `-"en panne"` | without it, beside something that is looked for |
/// | `péda*` | words that begin so: one of three letters or more |
/// | `auteur:nom`, `espace:"nom"`, `étiquette:nom` (`tag:`) | of, in, marked by |
/// | `statut:` `résolu`, `ouvert`, `fermé`, `sans-réponse` | threads in this state |
struct SearchQuery: Sendable, Equatable {
  /// What is asked for or excluded.
  enum Term: Sendable, Equatable, Hashable {
    case word(SearchWord)
    /// Words that begin so.
    case prefix(SearchWord)
    /// Words in this order.
    case phrase([SearchWord])
  }

  enum State: String, Sendable, Equatable {
    case solved, open, closed, unanswered
  }

  /// In characters; what is beyond is not read.
  static let longest = 512
  static let mostTerms = 16
  static let mostFilters = 8
  /// The index is read from end to end for what begins with a letter or two, and for every prefix
  /// again; phrases are dear as well. What is beyond is looked for as words.
  static let shortestPrefix = 3
  static let mostPrefixes = 1
  static let mostPhrases = 4

  private(set) var terms: [Term] = []
  private(set) var excluded: [Term] = []
  private(set) var authors: [String] = []
  private(set) var spaces: [String] = []
  private(set) var tags: [String] = []
  private(set) var state: State?
  /// The parts of what was typed, to be written again with a word corrected.
  private(set) var pieces: [SearchPiece] = []

  /// - Parameter isTyping: the last word may not be finished, and stands for all that begin so.
  init(parsing typed: String, isTyping: Bool = false) {
    let pieces = SearchPiece.all(in: Self.bounded(typed))
    for piece in pieces { add(piece) }
    self.pieces = pieces
    if isTyping { openLastWord(of: pieces) }
  }

  /// There is nothing to look for; perhaps something that is not to be found.
  var isEmpty: Bool { terms.isEmpty && !hasFilters }

  var hasFilters: Bool {
    !authors.isEmpty || !spaces.isEmpty || !tags.isEmpty || state != nil
  }

  /// What is read of a text. Bytes first: one character can be as long as the whole text.
  static func bounded(_ typed: String) -> Substring {
    String(decoding: typed.utf8.prefix(4 * longest), as: UTF8.self).prefix(longest)
  }

  private mutating func add(_ piece: SearchPiece) {
    switch piece.role {
    case .excluded: append(piece, to: \.excluded)
    case .filter(let filter, let value) where accept(filter, value): break
    case .filter, .wanted: append(piece, to: \.terms)
    }
  }

  private mutating func append(_ piece: SearchPiece, to list: WritableKeyPath<Self, [Term]>) {
    for term in piece.terms.flatMap(affordable)
    where terms.count + excluded.count < Self.mostTerms {
      self[keyPath: list].append(term)
    }
  }

  private func affordable(_ term: Term) -> [Term] {
    let known = terms + excluded
    switch term {
    case .word: return [term]
    case .prefix(let word):
      let count = known.count { if case .prefix = $0 { true } else { false } }
      let isAffordable =
        count < Self.mostPrefixes && word.form.unicodeScalars.count >= Self.shortestPrefix
      return isAffordable ? [term] : [.word(word)]
    case .phrase(let words):
      let count = known.count { if case .phrase = $0 { true } else { false } }
      return count < Self.mostPhrases ? [term] : words.map { .word($0) }
    }
  }

  /// - Returns: whether the value makes sense for this filter.
  private mutating func accept(_ filter: SearchPiece.Filter, _ value: String) -> Bool {
    let isRoomLeft = authors.count + spaces.count + tags.count < Self.mostFilters
    guard isRoomLeft, !SearchWord.folded(value).isEmpty else { return false }
    switch filter {
    case .author: authors.append(value)
    case .space: spaces.append(value)
    case .tag: tags.append(value)
    case .state:
      guard let known = State(typed: value) else { return false }
      state = known
    }
    return true
  }

  private mutating func openLastWord(of pieces: [SearchPiece]) {
    guard pieces.last?.role == .wanted, pieces.last?.isFollowedByBlank == false,
      case .word(let word) = terms.last, word.parts.isEmpty,
      word.form.unicodeScalars.count >= Self.shortestPrefix
    else { return }
    terms[terms.count - 1] = .prefix(word)
  }
}

extension SearchQuery.State {
  init?(typed value: String) {
    switch SearchWord.folded(value).joined() {
    case "resolu", "resolue", "resolus", "solved": self = .solved
    case "ouvert", "ouverte", "ouverts", "open": self = .open
    case "ferme", "fermee", "fermes", "closed": self = .closed
    case "sansreponse", "unanswered": self = .unanswered
    default: return nil
    }
  }
}

extension SearchQuery.Term {
  var words: [SearchWord] {
    switch self {
    case .word(let word), .prefix(let word): [word]
    case .phrase(let words): words
    }
  }

  /// A search does not insist on it.
  var isFunctionWord: Bool {
    if case .word(let word) = self { word.isFunctionWord } else { false }
  }
}
