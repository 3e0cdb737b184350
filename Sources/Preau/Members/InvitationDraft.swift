/// What an administrator typed to invite people.
struct InvitationDraft {
  var role = Member.Role.teacher.rawValue
  var days = "14"
  var uses = "1"
  var note = ""

  static let mostDays: Int64 = 365
  static let mostUses = 1_000
  static let longestNote = 200

  enum Problem: Equatable { case role, days, uses, note }

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
    guard problems.isEmpty, let role, let days, let uses else { throw Problems(list: problems) }
    return NewInvitation(role: role, days: days, uses: uses, note: note)
  }
}

/// An invitation that may be made.
struct NewInvitation: Sendable {
  let role: Member.Role
  let days: Int64
  let uses: Int
  let note: String

  fileprivate init(role: Member.Role, days: Int64, uses: Int, note: String) {
    self.role = role
    self.days = days
    self.uses = uses
    self.note = note
  }
}
