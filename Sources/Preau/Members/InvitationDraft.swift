import Mail

/// What an administrator or a teacher typed to invite people.
struct InvitationDraft {
  var role = Member.Role.teacher.rawValue
  var days = "14"
  var uses = "1"
  var note = ""
  /// Where it is sent; empty for one that is handed over.
  var email = ""

  static let mostDays: Int64 = 365
  static let mostUses = 1_000
  static let longestNote = 200

  /// Mails with invitations of one member in a day: a class and its families.
  static let mostMailsADay = 60

  enum Problem: Equatable { case role, days, uses, note, email, tooManyMails }

  struct Problems: Error, Equatable {
    var list: [Problem]
  }

  func checked() throws(Problems) -> NewInvitation {
    var problems: [Problem] = []
    let role = Member.Role(rawValue: self.role)
    let days = Int64(self.days).flatMap { (1...Self.mostDays).contains($0) ? $0 : nil }
    let uses = Int(self.uses).flatMap { (1...Self.mostUses).contains($0) ? $0 : nil }
    if role == nil { problems.append(.role) }
    if days == nil { problems.append(.days) }
    if uses == nil { problems.append(.uses) }
    if note.unicodeScalars.count > Self.longestNote { problems.append(.note) }
    let mailbox = email.isEmpty ? nil : try? EmailAddress(typed: email)
    if !email.isEmpty, mailbox.flatMap({ Mailbox($0.text) }) == nil { problems.append(.email) }
    guard problems.isEmpty, let role, let days, let uses else { throw Problems(list: problems) }
    return NewInvitation(role: role, days: days, uses: uses, note: note, email: mailbox)
  }
}

/// An invitation that may be made.
struct NewInvitation: Sendable {
  let role: Member.Role
  let days: Int64
  let uses: Int
  let note: String
  let email: EmailAddress?

  fileprivate init(
    role: Member.Role, days: Int64, uses: Int, note: String, email: EmailAddress?
  ) {
    self.role = role
    self.days = days
    self.uses = uses
    self.note = note
    self.email = email
  }
}
