import SQLite

/// An invitation that is to be sent to an address.
struct InvitationMail {
  typealias ID = Number<InvitationMail>

  let id: ID
  let email: String
  let seed: [UInt8]
  let created: Instant
  let attempts: Int
  let role: Member.Role
  let expires: Instant
  /// Of the class, or empty.
  let spaceName: String
  /// Who invites.
  let maker: String
  let language: Language

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable { case waiting, sent, failed }

  /// Where one was sent, for those who made it.
  struct Sent: Sendable {
    let email: String
    let state: State
  }
}
