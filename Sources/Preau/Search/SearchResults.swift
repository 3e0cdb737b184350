/// A text in pieces, some of which answer the query. The page escapes the text and marks the
/// pieces: there is no markup in here.
struct SearchRun: Sendable, Equatable {
  let text: String
  let isHighlighted: Bool
}

/// One thread that was found, with the post of it that answers best; or one tutorial.
struct SearchResult: Sendable, Equatable {
  struct Space: Sendable, Equatable {
    let slug: String
    let name: String
  }

  /// Of a tutorial or of a card, its own number.
  let thread: Int64
  let slug: String
  let title: [SearchRun]
  /// `question`, `discussion` or `experience`; or `tutorial`, or `resource`.
  let kind: String
  let isSolved: Bool
  let isClosed: Bool
  /// Posts of the thread that a reader can see.
  let postCount: Int
  let space: Space
  /// The post to go to, by its number in the thread, and when it was written.
  let post: Int
  let created: Int64
  let snippet: [SearchRun]

  var isTutorial: Bool { kind == Self.tutorial }
  static let tutorial = "tutorial"
  /// Of a file or of a link.
  var isCard: Bool { kind == Self.card }
  static let card = "resource"
}

/// One page of what a search found.
struct SearchResults: Sendable, Equatable {
  static let perPage = 25

  var results: [SearchResult] = []
  /// From 1.
  var page = 1
  /// Threads in all; there are more when `isCutOff`.
  var total = 0
  /// Whether some of them are tutorials.
  var holdsTutorials = false
  /// So many texts hold the words that the oldest were not looked at.
  var isCutOff = false
  /// Where to go on from, when older texts that hold all the words were not looked at.
  var older: Int64?
  /// When false, nothing holds all the words, and these hold the most of them.
  var matchedAllWords = true
  /// The query with its unknown words corrected.
  var suggestion: String?
  /// The query says only what is not wanted.
  var asksForWord = false

  var pageCount: Int { (total + Self.perPage - 1) / Self.perPage }
}
