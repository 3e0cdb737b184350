import SQLite

/// What a viewer may do with the badges of an issuer:
/// (1) an administrator everything;
/// (2) a référent of a space everything with those of that space;
/// (3) a teacher award and assess, where the space is open to the teacher.
struct BadgeRights: Sendable {
  /// Make and change classes, open and retire them, take awards back.
  let mayKeep: Bool
  /// Award, and assess what learners ask for.
  let mayAward: Bool

  static let none = BadgeRights(mayKeep: false, mayAward: false)

  static func find(_ viewer: Viewer, _ issuer: BadgeIssuer, _ db: Reader) throws -> BadgeRights {
    guard let member = viewer.member else { return .none }
    if member.isAdministrator { return BadgeRights(mayKeep: true, mayAward: true) }
    guard let space = issuer.space else {
      return BadgeRights(mayKeep: false, mayAward: member.role == .teacher)
    }
    if try BadgeClassStore.isReferent(member.id, of: space, db) {
      return BadgeRights(mayKeep: true, mayAward: true)
    }
    return BadgeRights(
      mayKeep: false,
      mayAward: try member.role == .teacher
        && BadgeClassStore.mayRead(space, viewer.reader, db))
  }

  /// Whether a viewer may know of the badges of an issuer.
  static func mayRead(_ issuer: BadgeIssuer, _ viewer: Viewer, _ db: Reader) throws -> Bool {
    guard let space = issuer.space else { return true }
    return try BadgeClassStore.mayRead(space, viewer.reader, db)
  }

  /// The issuers for whom a viewer may make classes.
  static func kept(by viewer: Viewer, _ db: Reader) throws -> [BadgeIssuer] {
    try BadgeClassStore.issuers(db).filter {
      try !$0.isClosed && find(viewer, $0, db).mayKeep
    }
  }
}
