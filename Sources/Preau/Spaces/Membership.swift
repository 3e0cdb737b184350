/// Why someone's place in a space stays as it is.
enum MembershipRefusal: Error, Equatable {
  case notAllowed
  case noSuchMember
  /// Nobody could admit anyone any more.
  case lastReferent
  /// It may be the only door to the account.
  case learnerOfClass
  /// Only teachers and administrators look after a class.
  case notTeacher
}

// Who may change what in a space. A private space keeps two promises:
// (1) An administrator looks after it without reading it: name, description, référents.
// (2) It always has someone inside who admits: its last référent cannot go, nor delete the account.
//     The teacher of a class who stops being a teacher on the site does lose it: an administrator
//     then names another teacher, and never oneself.
// (3) What was written in it stays private: see `SpaceDraft`.

extension SpaceRights {
  /// Joining is following; a private space is entered by admission only.
  var mayJoin: Bool { isLoggedIn && role == nil && visibility != .private }
  var mayLeave: Bool { role != nil }
  /// Référents say what their space is for.
  var mayDescribe: Bool { role == .referent || isAdministrator }
  /// Name, address, subject, level, visibility.
  var mayEdit: Bool { isAdministrator }
  var mayAppoint: Bool { isAdministrator }
  /// An administrator does not let oneself into a private space that others look after.
  func mayAppoint(oneself: Bool, othersAreThere: Bool) -> Bool {
    let letsOneselfIn = oneself && role == nil && visibility == .private
    return mayAppoint && !(letsOneselfIn && othersAreThere)
  }
  /// To a private space, by its référents alone: whoever admits could admit oneself.
  var mayAdmit: Bool { role == .referent && visibility == .private }
  /// Who is in a private space is known inside it only.
  var maySeeMembers: Bool { role == .referent || (isAdministrator && visibility != .private) }
  /// Whether the page of members has anything for them.
  var mayOpenMembers: Bool { maySeeMembers || mayAppoint }
}
