import HTML
import SQLite

/// A link that lets a number of people make an account with a role that open sign-up does not give,
/// or enter a class.
struct Invitation: Sendable {
  typealias ID = Number<Invitation>
  let id: ID
  let role: Member.Role
  /// For those who made it: for whom it is.
  let note: String
  let created: Instant
  let expires: Instant
  let usesLeft: Int
  /// The class into which it leads, and what that is called; none for the site alone.
  let space: Space.ID?
  let spaceName: String

  func isOpen(now: Instant) -> Bool { usesLeft > 0 && now < expires }
}

/// Where invitations are made: for the site by administrators, for a class by its teachers.
struct InvitationPlace {
  var found: SchoolClass?

  var address: Address {
    found.map { "/classes/\($0.id.value)/invitations" } ?? "/invitations"
  }

  func revocation(of invitation: Invitation.ID) -> Address {
    found.map { "/classes/\($0.id.value)/invitations/\(invitation.value)/retrait" }
      ?? "/invitations/\(invitation.value)/retrait"
  }
}

/// Both secrets of one invitation. They are made anew from a seed when a mail with them leaves, and
/// stored nowhere: who reads the database alone enters nothing.
struct InvitationSecrets {
  let token: Token
  let code: WrittenCode

  init(seed: [UInt8], key: [UInt8]) {
    token = Token(seed: seed, key: key)
    code = WrittenCode(seed: seed, key: key)
  }
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
