import HTML
import HTTP
import SQLite

/// Badges that a learner has put together, in an order and with words of the learner's own.
struct BadgeCollection: Sendable {
  typealias ID = Number<BadgeCollection>
  let id: ID
  let member: Member.ID
  let title: String
  let words: String

  var address: Address { "/mes-badges/collections/\(id.value)" }
}

/// A badge in its place of a collection.
struct BadgePlace: Sendable {
  typealias ID = Number<BadgePlace>
  let id: ID
  let award: BadgeAward.ID
}

/// Where a badge is moved in its collection.
enum BadgeMove: Sendable { case up, down }

/// What was typed of a collection, exactly.
struct BadgeCollectionDraft: Sendable {
  var title = ""
  var words = ""

  static let longestTitle = 120
  static let longestWords = 2_000

  enum Problem: Error, Equatable {
    case titleMissing
    case titleTooLong(over: Int)
    case wordsTooLong(over: Int)
  }

  init() {}

  init(_ form: Form) {
    title = form["titre"] ?? ""
    words = form["mots"] ?? ""
  }

  init(_ collection: BadgeCollection) {
    title = collection.title
    words = collection.words
  }

  /// The same, known to be right.
  func checked() throws(Problem) -> New {
    let title = title.oneLine
    let words = words.withUnixLines.trimmed
    if title.isEmpty { throw .titleMissing }
    if title.count > Self.longestTitle {
      throw .titleTooLong(over: title.count - Self.longestTitle)
    }
    if words.count > Self.longestWords {
      throw .wordsTooLong(over: words.count - Self.longestWords)
    }
    return New(title: title, words: words)
  }

  /// A collection as the store takes it.
  struct New: Sendable {
    let title: String
    let words: String

    fileprivate init(title: String, words: String) {
      self.title = title
      self.words = words
    }
  }
}
