import SQLite

/// What a member is told of a decision: it is put in words when it is read, in the reader's
/// language.
struct ModerationMessage: Sendable {
  let item: ModerationCase.ID
  let role: Role
  let created: Instant
  let isRead: Bool
  let decision: Decision
  let reason: RulingReason?
  /// Of a silence that was decided and not lifted.
  let silencedUntil: Instant?
  /// Of the référent, to the author alone.
  let words: String
  let isContested: Bool
  let post: Post.ID
  let number: Int
  let thread: Thread.ID
  let threadSlug: String
  let threadTitle: String
  let space: Space

  /// As what somebody is told. Stored under these names.
  enum Role: String, ColumnValue, Sendable { case author, reporter }

  /// Whether its reader can ask another person to look at it again.
  var isContestable: Bool { role == .author && decision.isContestable && !isContested }

  /// How many a page shows: the latest.
  static let most = 50
}
