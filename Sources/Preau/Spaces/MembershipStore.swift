import SQLite

/// Who has joined which space. The count that pages show moves in the same transaction.
enum MembershipStore {
  /// Follows a space that anyone may follow; joining twice changes nothing.
  ///
  /// - Throws: ``MembershipRefusal/notAllowed`` for a private space, even one that became private
  ///   after the rule was asked.
  static func join(
    _ space: Space.ID, _ member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let visibility = try db.value(
      "SELECT visibility FROM space WHERE id = ?", space, as: Space.Visibility.self)
    guard let visibility, visibility != .private else { throw MembershipRefusal.notAllowed }
    try enter(space, member, at: now, db)
  }

  /// Lets someone into a space; a member of it already stays what they are.
  ///
  /// - Returns: false for a member of it already.
  /// - Throws: ``MembershipRefusal/noSuchMember``.
  @discardableResult
  static func admit(
    _ member: Member.ID, to space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try checkMember(member, db)
    return try enter(space, member, at: now, db)
  }

  /// Makes someone a référent, who need not have joined before.
  ///
  /// - Returns: false for someone who was one already.
  /// - Throws: ``MembershipRefusal/noSuchMember``, and ``MembershipRefusal/notTeacher`` for a class.
  @discardableResult
  static func appoint(
    _ member: Member.ID, in space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try checkMember(member, db)
    try checkMayTeach(member, in: space, db)
    try enter(space, member, at: now, db)
    return try db.run(
      """
      UPDATE space_member SET role = 'referent'
       WHERE space = ? AND member = ? AND role <> 'referent'
      """, space, member) == 1
  }

  /// Makes a référent a plain member again.
  ///
  /// - Throws: ``MembershipRefusal/lastReferent`` for a private space.
  static func dismiss(_ member: Member.ID, in space: Space.ID, _ db: Writer) throws {
    try checkNotLastReferent(member, of: space, db)
    let count = try db.run(
      """
      UPDATE space_member SET role = 'member'
       WHERE space = ? AND member = ? AND role = 'referent'
      """, space, member)
    if count == 0 { throw MembershipRefusal.noSuchMember }
  }

  /// Takes someone out of a space, who may be the one who asks.
  ///
  /// - Throws: ``MembershipRefusal/lastReferent`` for a private space, and
  ///   ``MembershipRefusal/noSuchMember`` for someone who is not in it.
  static func remove(_ member: Member.ID, from space: Space.ID, _ db: Writer) throws {
    try checkNotLastReferent(member, of: space, db)
    // A learner does not leave a class alone: a teacher puts them out.
    try db.run(
      """
      INSERT INTO class_removal (space, member)
      SELECT space, member FROM class_learner WHERE space = ? AND member = ?
      ON CONFLICT (space, member) DO NOTHING
      """, space, member)
    let count = try db.run(
      "DELETE FROM space_member WHERE space = ? AND member = ?", space, member)
    if count == 0 { throw MembershipRefusal.noSuchMember }
    try db.run("UPDATE space SET member_count = member_count - 1 WHERE id = ?", space)
  }

  @discardableResult
  private static func enter(
    _ space: Space.ID, _ member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    let count = try db.run(
      """
      INSERT INTO space_member (space, member, role, joined) VALUES (?, ?, 'member', ?)
      ON CONFLICT (space, member) DO NOTHING
      """, space, member, now)
    if count == 0 { return false }
    try db.run("UPDATE space SET member_count = member_count + 1 WHERE id = ?", space)
    return true
  }

  private static func checkMember(_ member: Member.ID, _ db: Reader) throws {
    let isThere = try db.value(
      "SELECT 1 FROM member WHERE id = ? AND deleted IS NULL", member, as: Bool.self)
    if isThere == nil { throw MembershipRefusal.noSuchMember }
  }

  /// Whoever looks after a class holds the accounts of its learners.
  private static func checkMayTeach(
    _ member: Member.ID, in space: Space.ID, _ db: Reader
  ) throws {
    let isRefused = try db.value(
      """
      SELECT 1 FROM class
       WHERE space = ? AND NOT EXISTS (
         SELECT 1 FROM member WHERE id = ? AND role IN ('teacher', 'administrator'))
      """, space, member, as: Bool.self)
    if isRefused != nil { throw MembershipRefusal.notTeacher }
  }

  /// Takes the classes from someone who does not teach any more; they stay plain members.
  static func dismissFromClasses(_ member: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE space_member SET role = 'member'
       WHERE member = ? AND role = 'referent' AND space IN (SELECT space FROM class)
      """, member)
  }

  /// The private spaces that would be left to nobody if this member went.
  static func soleCharges(of member: Member.ID, _ db: Reader) throws -> [SoleCharge] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility,
             EXISTS (SELECT 1 FROM class WHERE class.space = space.id)
        FROM space_member JOIN space ON space.id = space_member.space
       WHERE space_member.member = ?1 AND space_member.role = 'referent'
         AND space.visibility = 'private' AND space.closed IS NULL
         AND NOT EXISTS (SELECT 1 FROM space_member AS other
                          WHERE other.space = space.id AND other.member <> ?1
                            AND other.role = 'referent')
       ORDER BY sort_key(space.name), space.id LIMIT 200
      """, member
    ) { SoleCharge(space: try SpaceStore.read(&$0), isClass: try $0.next()) }
  }

  private static func checkNotLastReferent(
    _ member: Member.ID, of space: Space.ID, _ db: Reader
  ) throws {
    let isLast = try db.value(
      """
      SELECT EXISTS (
               SELECT 1 FROM space_member
                 JOIN space ON space.id = space_member.space AND space.visibility = 'private'
                WHERE space_member.space = ?1 AND space_member.member = ?2
                  AND space_member.role = 'referent')
         AND NOT EXISTS (
               SELECT 1 FROM space_member
                WHERE space = ?1 AND member <> ?2 AND role = 'referent')
      """, space, member, as: Bool.self)
    if isLast == true { throw MembershipRefusal.lastReferent }
  }
}

/// A private space with one référent.
struct SoleCharge: Sendable {
  let space: Space
  let isClass: Bool
}

/// Someone in a space, as the list of its members shows them.
struct SpaceMember: Sendable {
  let author: Author
  let role: Space.Role
  let joined: Instant
}

/// Someone found by name, and what they are in the space for which they were looked for.
struct FoundMember: Sendable {
  let author: Author
  let role: Space.Role?
}

extension MembershipStore {
  /// The référents of a space, in the order in which they came.
  static func referents(of space: Space.ID, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM space_member JOIN member ON member.id = space_member.member
       WHERE space_member.space = ? AND space_member.role = 'referent'
       ORDER BY space_member.joined, member.id LIMIT 100
      """, space
    ) { row in try Author.read(&row) }
  }

  static let perPage = 25

  /// One page of the members who are not référents, the latest first.
  static func page(
    of space: Space.ID, after cursor: MemberCursor, _ db: Reader
  ) throws -> (members: [SpaceMember], next: MemberCursor?) {
    let found = try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             space_member.role, space_member.joined
        FROM space_member JOIN member ON member.id = space_member.member
       WHERE space_member.space = ?1 AND space_member.role = 'member'
         AND (space_member.joined, space_member.member) < (?2, ?3)
       ORDER BY space_member.joined DESC, space_member.member DESC LIMIT ?4
      """, space, cursor.joined, cursor.member, perPage + 1
    ) { row in
      SpaceMember(
        author: try Author.read(&row), role: try row.next(), joined: try row.next())
    }
    let members = Array(found.prefix(perPage))
    guard found.count > perPage, let last = members.last else { return (members, nil) }
    return (members, MemberCursor(joined: last.joined, member: last.author.id))
  }
}

/// Where the next page of a space's members begins: after this one.
struct MemberCursor: Sendable, Equatable {
  let joined: Instant
  let member: Member.ID

  /// Before everybody.
  static let start = MemberCursor(joined: Instant(seconds: .max), member: Number(.max))

  init(joined: Instant, member: Member.ID) {
    self.joined = joined
    self.member = member
  }

  /// Reads ``text`` back; anything else is the start of the list.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 2 else {
      self = .start
      return
    }
    self.init(joined: Instant(seconds: parts[0]), member: Number(parts[1]))
  }

  var text: String { "\(joined.seconds)-\(member.value)" }
}
