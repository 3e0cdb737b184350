/// What someone typed to make an account; all but the password is given back.
struct SignUpDraft {
  var name = ""
  var login = ""
  var email = ""
  /// As sent; the role of an invitation stands above it.
  var role = Member.Role.learner.rawValue
  var password = ""

  /// What open sign-up gives; every other role comes from someone who vouches for it.
  static let openRoles: [Member.Role] = [.learner, .family]

  enum Problem: Equatable {
    case name(DisplayName.Problem)
    case login(LogInName.Problem)
    /// With a free name that is near.
    case loginTaken(suggestion: String?)
    case emailMalformed
    case emailTaken
    case role
    case password(NewPassword.Problem)
  }

  /// All that is wrong, in the order of the fields.
  struct Problems: Error, Equatable {
    var list: [Problem]
  }

  /// - Parameter invited: the role of the invitation, when there is one.
  func checked(invited: Member.Role?) throws(Problems) -> NewMember {
    var problems: [Problem] = []
    var name: DisplayName?
    var login: LogInName?
    var email: EmailAddress?
    var password: NewPassword?
    do { name = try DisplayName(typed: self.name) } catch { problems.append(.name(error)) }
    do { login = try LogInName(typed: self.login) } catch { problems.append(.login(error)) }
    do {
      password = try NewPassword(typed: self.password, login: login?.text ?? "")
    } catch { problems.append(.password(error)) }
    if !self.email.isEmpty {
      do { email = try EmailAddress(typed: self.email) } catch { problems.append(.emailMalformed) }
    }
    let role = invited ?? Member.Role(rawValue: self.role).flatMap(Self.open)
    if role == nil { problems.append(.role) }
    guard problems.isEmpty, let name, let login, let password, let role else {
      throw Problems(list: problems)
    }
    return NewMember(login: login, name: name, email: email, role: role, password: password)
  }

  private static func open(_ role: Member.Role) -> Member.Role? {
    openRoles.contains(role) ? role : nil
  }
}

/// An account that may be made.
struct NewMember: Sendable {
  let login: LogInName
  let name: DisplayName
  let email: EmailAddress?
  let role: Member.Role
  let password: NewPassword

  fileprivate init(
    login: LogInName, name: DisplayName, email: EmailAddress?, role: Member.Role,
    password: NewPassword
  ) {
    self.login = login
    self.name = name
    self.email = email
    self.role = role
    self.password = password
  }
}
