import SQLite

/// A mail that waits.
struct WaitingMail {
  typealias ID = Number<WaitingMail>

  let id: ID
  let member: Member
  let email: String
  let kind: Kind
  /// See `readable_notification`; 0 for a digest.
  let line: Int64
  let created: Instant
  let attempts: Int

  /// Stored under these names.
  enum Kind: String, ColumnValue, Sendable { case now, daily, weekly }
}

/// Something told, of which no mail was thought yet.
struct UnmailedNotification {
  let id: Notification.ID
  let member: Member.ID
  let kind: Notification.Kind
  let line: Int64
  let created: Instant
  let joined: Instant
  let topic: MailTopic
  /// Whether there is an address that takes mails.
  let isReachable: Bool
}
