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

/// What opens an invitation: the long secret of its link, or the short one that is typed.
///
/// A typed code has 60 bits: nobody finds one by asking for addresses.
enum InvitationKey: PathValue {
  case token(Token)
  case code(WrittenCode)

  init?(segment: String) {
    if let token = Token(segment) {
      self = .token(token)
    } else if let code = WrittenCode(typed: segment) {
      self = .code(code)
    } else {
      return nil
    }
  }

  /// The last part of its address.
  var text: String {
    switch self {
    case .token(let token): token.text
    case .code(let code): code.text
    }
  }
}
