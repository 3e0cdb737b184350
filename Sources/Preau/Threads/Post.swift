import HTML
import SQLite

/// One contribution to a thread.
public struct Post: Sendable {
  /// The number of a post, on the whole site.
  public typealias ID = Number<Post>
  /// Never changes.
  public let id: ID
  /// From 1 in its thread, in the order of time.
  public let number: Int
  let author: Author
  let body: SanitizedHTML
  /// When it was published.
  public let created: Instant
  /// When its text was last changed; nil: never.
  public let edited: Instant?
  /// How many members have thanked for it.
  public let thanksCount: Int
  /// Whether only a marker of it is shown.
  public let isRemoved: Bool
  /// Whether its own author removed it, rather than a référent.
  let wasRemovedByAuthor: Bool
  /// What put it out of sight, where that was decided on a report.
  let ruling: Decision?
  /// Whether somebody else than its author has changed the text.
  let wasEditedByOther: Bool
  /// The number of the post that this one answers.
  let answers: Int?
}

extension Post {
  /// Whether the reader may change the text.
  func mayEdit(_ relation: ThreadRelation) -> Bool {
    let rights = relation.rights
    guard relation.reader != nil, !isRemoved, !rights.isClosed else { return false }
    return rights.mayWrite && relation.isMine(author) || rights.mayModerate
  }

  /// Whether the reader may take the post away: its author while the space is open, or a référent.
  func mayRemove(_ relation: ThreadRelation) -> Bool {
    guard relation.reader != nil, !isRemoved else { return false }
    return (relation.isMine(author) && !relation.rights.isClosed) || relation.rights.mayModerate
  }

  /// Whether the reader may bring it back: what a référent took away, only a référent returns; and
  /// what was decided on a report, not the author, nor anybody where it was for good.
  func mayRestore(_ relation: ThreadRelation) -> Bool {
    guard relation.reader != nil, isRemoved, ruling != .remove else { return false }
    let (mayModerate, isMine) = (relation.rights.mayModerate, relation.isMine(author))
    if ruling == .hide { return mayModerate && !isMine }
    return mayModerate || (wasRemovedByAuthor && isMine && !relation.rights.isClosed)
  }
}

/// What the page about the edits of a post shows: one of them.
struct PostHistory {
  let view: ThreadView
  let place: PostPlace
  /// Versions are counted from 1, what was first published.
  let newest: Int
  let version: Int
  /// What made this version of the one before; nil for a post that was never edited.
  let edit: PostEdit?

  var isNewest: Bool { version == newest }

  func address(of version: Int) -> Address {
    Address("/messages/\(place.post.id.value)/historique").adding("version", String(version))
  }
}

/// A word by which threads are found together.
public struct Tag: Sendable, Hashable {
  /// The tag in addresses: lower case, without accents.
  public let slug: String
  /// The tag as it was first written where most may read it.
  public let label: String
  /// What a tag that is a concept of a vocabulary has besides.
  var concept: ConceptTag?

  /// What a tag that is a concept has besides: its page and its label in English.
  struct ConceptTag: Sendable, Hashable {
    let scheme: String
    let english: String
  }

  /// A word that members chose.
  init(slug: String, label: String) {
    self.slug = slug
    self.label = label
  }

  func label(in language: Language) -> String {
    language == .english ? concept?.english ?? label : label
  }

  var address: Address {
    guard let concept else { return "/etiquettes/\(slug)" }
    return Concept.address(concept.scheme, slug)
  }
}
