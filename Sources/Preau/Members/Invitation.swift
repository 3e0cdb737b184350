/// A link that lets a number of people make an account with a role that open sign-up does not give.
struct Invitation: Sendable {
  typealias ID = Number<Invitation>
  let id: ID
  let role: Member.Role
  /// For the administrators: for whom it is.
  let note: String
  let created: Instant
  let expires: Instant
  let usesLeft: Int

  func isOpen(now: Instant) -> Bool { usesLeft > 0 && now < expires }
}
