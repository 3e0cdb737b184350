// A collection is its owner's, and of those whom the owner asks to change it too:
// (1) It shows a reader only what that reader may read, and counts nothing else.
// (2) A private one is there for its editors alone.
// (3) Its places are numbered from 1 without a gap, by one statement each time that they move.

import HTML
import SQLite

/// Resources that somebody has put together, in an order and with words about each.
struct Collection: Sendable {
  typealias ID = Number<Collection>
  let id: ID
  let kind: Kind
  let title: String
  let slug: String
  let words: String
  let visibility: Space.Visibility
  let created: Instant
  let changed: Instant
  let isRemoved: Bool

  /// Stored under these names.
  enum Kind: String, ColumnValue, Sendable, CaseIterable {
    /// To take from; to be followed step by step.
    case toolbox, path

    var word: String {
      switch self {
      case .toolbox: "boite-a-outils"
      case .path: "parcours"
      }
    }

    init?(word: String) {
      guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
      self = found
    }
  }

  static func address(_ id: ID, _ slug: String) -> Address { "/collections/\(id.value)-\(slug)" }
  var address: Address { Self.address(id, slug) }
  var feedAddress: Address { "/collections/\(id.value)/atom" }
}

/// A collection as one reader meets it.
struct CollectionView {
  let collection: Collection
  let owner: Author
  /// Those who change it too, and those who are asked to.
  var editors: [TutorialAuthor] = []
  var items: [CollectionItem] = []
  let isOwner: Bool
  let isAdministrator: Bool
  let isLoggedIn: Bool
  let reader: Int64

  var isEditor: Bool {
    isOwner || editors.contains { $0.hasAgreed && $0.author.id.value == reader }
  }
  var isAsked: Bool { editors.contains { !$0.hasAgreed && $0.author.id.value == reader } }

  var mayRead: Bool {
    if isEditor || isAsked { return true }
    if collection.isRemoved { return isAdministrator && collection.visibility != .private }
    switch collection.visibility {
    case .public: return true
    case .members: return isLoggedIn
    case .private: return false
    }
  }
  var mayEdit: Bool { isEditor && !collection.isRemoved }
  /// Its owner, or an administrator where there is nothing private to see.
  var mayRemove: Bool { isOwner || isAdministrator && collection.visibility != .private }
}

/// One place of a collection.
struct CollectionItem: Sendable {
  let line: ResourceLine
  let position: Int
  let note: String
  let added: Instant
}

/// A collection in a list.
struct CollectionLine: Sendable {
  let id: Collection.ID
  let kind: Collection.Kind
  let title: String
  let slug: String
  let words: String
  let visibility: Space.Visibility
  let owner: Author
  let changed: Instant
  /// Of what the reader may read.
  let count: Int

  var address: Address { Collection.address(id, slug) }
}

/// What was typed to make or change a collection, exactly.
struct CollectionDraft: Sendable {
  var kind = Collection.Kind.toolbox.word
  var title = ""
  var words = ""
  var visibility = Space.Visibility.public.rawValue

  enum Problem: Error, Equatable {
    case titleMissing
    case titleTooLong(over: Int)
    case wordsTooLong(over: Int)

    var field: StaticString {
      switch self {
      case .titleMissing, .titleTooLong: "titre"
      case .wordsTooLong: "mots"
      }
    }
  }

  struct Problems: Error { let all: [Problem] }

  static let longestWords = 1_500
  static let longestNote = 600
  static let mostItems = 100
  static let mostEditors = 20

  func checked() throws(Problems) -> NewCollection {
    var problems: [Problem] = []
    let title = title.oneLine
    if title.isEmpty { problems.append(.titleMissing) }
    let over = title.count - ThreadDraft.longestTitle
    if over > 0 { problems.append(.titleTooLong(over: over)) }
    let words = words.withUnixLines.trimmed
    let more = words.count - Self.longestWords
    if more > 0 { problems.append(.wordsTooLong(over: more)) }
    guard problems.isEmpty else { throw Problems(all: problems) }
    return NewCollection(
      kind: Collection.Kind(word: kind) ?? .toolbox, title: title, words: words,
      visibility: Space.Visibility(rawValue: visibility) ?? .private)
  }
}

/// A collection known to be storable.
struct NewCollection: Sendable {
  let kind: Collection.Kind
  let title: String
  let words: String
  let visibility: Space.Visibility
}
