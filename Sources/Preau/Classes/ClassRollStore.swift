// Who is in a class, and who may act for whom:
// (1) An account that a teacher made is under a teacher's hand only as long as it is a mere
//     learner's: its role on the site and in every space is asked in the transaction that changes
//     it.
// (2) It is under the hand of the teachers of the class that it was made for, or of one continued
//     from that one: whoever lets the learner into another class gains nothing over the account.
// (3) An account that somebody made alone is nobody's to reset, whatever class it is in.

import SQLite

/// A learner as the teacher's pages show one.
struct ClassLearner: Sendable {
  let author: Author
  let joined: Instant
  /// Whether a teacher of the class may give a new secret and change the name.
  let isInCare: Bool
}

/// Every statement about who is in a class, and who may act for whom.
enum ClassRollStore {
  /// A new account, its secret already hashed.
  struct NewLearner: Sendable {
    let name: DisplayName
    let passwordHash: String
  }

  static func isLearner(_ member: Member.ID, in space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM class_learner WHERE space = ? AND member = ?", space, member, as: Int.self)
      != nil
  }

  /// Whether somebody is in a class, as whatever.
  static func isInside(_ member: Member.ID, _ space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM space_member WHERE space = ? AND member = ?", space, member, as: Int.self)
      != nil
  }

  /// Whether a teacher made the account.
  static func isClassAccount(_ member: Member.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM class_account WHERE member = ?", member, as: Int.self) != nil
  }

  /// The learners of a class, in the order of their names.
  static func learners(of space: Space.ID, _ db: Reader) throws -> [ClassLearner] {
    let inCare = try inCare(of: space, db)
    return try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             space_member.joined
        FROM class_learner
        JOIN member ON member.id = class_learner.member
        JOIN space_member ON space_member.space = class_learner.space
                         AND space_member.member = class_learner.member
       WHERE class_learner.space = ?
       ORDER BY class_learner.called LIMIT 1000
      """, space
    ) { row in
      let author = try Author.read(&row)
      return ClassLearner(
        author: author, joined: try row.next(), isInCare: inCare.contains(author.id))
    }
  }

  /// The learners for whose accounts the teachers of this class answer: see (1) to (3) above.
  ///
  /// - Parameter member: only this one; nil for all of the class.
  static func inCare(
    of space: Space.ID, only member: Member.ID? = nil, _ db: Reader
  ) throws -> Set<Member.ID> {
    Set(
      try db.rows(
        """
        WITH RECURSIVE line (space) AS (
          SELECT ?1
          UNION
          SELECT class.previous FROM line JOIN class ON class.space = line.space
           WHERE class.previous IS NOT NULL)
        SELECT member.id
          FROM class_learner
          JOIN class_account ON class_account.member = class_learner.member
          JOIN member ON member.id = class_learner.member
         WHERE class_learner.space = ?1 AND (?2 IS NULL OR class_learner.member = ?2)
           AND class_account.space IN (SELECT space FROM line)
           AND member.deleted IS NULL AND member.role = 'learner'
           AND NOT EXISTS (SELECT 1 FROM space_member
                            WHERE space_member.member = member.id
                              AND space_member.role = 'referent')
        """, space, member
      ) { try $0.next(Member.ID.self) })
  }

  private static func teachers(of space: Space.ID, _ db: Reader) throws -> [Member.ID] {
    try db.rows(
      "SELECT member FROM space_member WHERE space = ? AND role = 'referent'", space
    ) { row in try row.next() }
  }

  /// The others who are in a class and do not teach it.
  static func helpers(of space: Space.ID, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM space_member JOIN member ON member.id = space_member.member
       WHERE space_member.space = ?1 AND space_member.role = 'member'
         AND NOT EXISTS (SELECT 1 FROM class_learner
                          WHERE class_learner.space = ?1 AND class_learner.member = member.id)
       ORDER BY sort_key(member.name), member.id LIMIT 500
      """, space
    ) { try Author.read(&$0) }
  }

  /// Those who wait to be let in, who asked first standing first.
  static func waiting(for space: Space.ID, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM class_request JOIN member ON member.id = class_request.member
       WHERE class_request.space = ? AND member.deleted IS NULL
       ORDER BY class_request.asked, member.id LIMIT 200
      """, space
    ) { try Author.read(&$0) }
  }

  /// The names that are typed to enter the class.
  static func called(in space: Space.ID, _ db: Reader) throws -> Set<String> {
    Set(
      try db.rows("SELECT called FROM class_learner WHERE space = ?", space) {
        try $0.next(String.self)
      })
  }

  // MARK: Making accounts

  /// Makes the accounts of learners; a name that the class has already makes none.
  ///
  /// - Returns: for each that was made, its place in `learners`.
  static func add(
    _ learners: [NewLearner], to space: Space.ID, by teacher: Member.ID, at now: Instant,
    _ db: Writer
  ) throws -> [Int] {
    var taken = try called(in: space, db)
    var made: [Int] = []
    for (index, learner) in learners.enumerated() {
      let called = RollName.fold(learner.name.text)
      guard taken.count < SchoolClass.mostLearners, taken.insert(called).inserted else { continue }
      let member = try AccountStore.add(
        login: try freeLogin(for: learner.name.text, db), name: learner.name, email: nil,
        role: .learner, passwordHash: learner.passwordHash, at: now, db)
      try db.run("INSERT INTO class_account (member, space) VALUES (?, ?)", member, space)
      try enrol(member, called: called, in: space, at: now, db)
      try Journal.write(
        .accountCreated, by: teacher, on: member, in: space, detail: "learner", at: now, db)
      made.append(index)
    }
    return made
  }

  /// Puts somebody on the roll.
  private static func enrol(
    _ member: Member.ID, called: String, in space: Space.ID, at now: Instant, _ db: Writer
  ) throws {
    try MembershipStore.admit(member, to: space, at: now, db)
    try db.run(
      """
      INSERT INTO class_learner (space, member, called) VALUES (?, ?, ?)
      ON CONFLICT (space, member) DO NOTHING
      """, space, member, called)
    try db.run("DELETE FROM class_request WHERE space = ? AND member = ?", space, member)
    try db.run("DELETE FROM class_removal WHERE space = ? AND member = ?", space, member)
  }

  /// A log-in name that nobody has: it serves to be called with an @, not to log in.
  private static func freeLogin(for name: String, _ db: Reader) throws -> LogInName {
    let slug = String(Slug.make(from: name).prefix(30))
    let plain = slug.utf8.count < LogInName.lengths.lowerBound ? "eleve-" + slug : slug
    let login = try LogInName(typed: plain == Slug.make(from: "") ? "eleve" : plain)
    guard try AccountStore.isTaken(login, db) else { return login }
    if let free = try AccountStore.freeName(near: login, db) { return try LogInName(typed: free) }
    return try LogInName(typed: "\(login.text)-\(Crypto.randomNumber(below: 60_000))")
  }

  // MARK: Entering

  /// How somebody who has an account already stands before a class.
  enum Entry: Equatable { case inside, entered, waits }

  /// Lets in a learner for whom a teacher of this class answers already; the others wait for an
  /// answer, since anybody may have found a slip or kept the code.
  static func ask(
    _ member: Member, to enter: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Entry {
    if try isInside(member.id, enter, db) { return .inside }
    if member.role == .learner, try isAnsweredFor(member.id, in: enter, db) {
      try enrol(member.id, called: freeCalled(member.name, in: enter, db), in: enter, at: now, db)
      return .entered
    }
    let isNew = try db.run(
      """
      INSERT INTO class_request (space, member, asked) VALUES (?, ?, ?)
      ON CONFLICT (space, member) DO NOTHING
      """, enter, member.id, now)
    if isNew == 1 {
      try Notifications.tell(
        .told(
          .asksToEnter, to: teachers(of: enter, db),
          about: .page(SchoolClass.address(enter).text), by: member.id), at: now, db)
    }
    return .waits
  }

  /// Whether a teacher of this class also teaches the one that the account was made for, and no
  /// teacher has put the learner out of either.
  private static func isAnsweredFor(
    _ member: Member.ID, in space: Space.ID, _ db: Reader
  ) throws -> Bool {
    try db.value(
      """
      SELECT 1
        FROM class_account
        JOIN class_learner ON class_learner.space = class_account.space
                          AND class_learner.member = class_account.member
        JOIN space_member AS there ON there.space = class_account.space
                                  AND there.role = 'referent'
        JOIN space_member AS here ON here.space = ?1 AND here.member = there.member
                                 AND here.role = 'referent'
       WHERE class_account.member = ?2
         AND NOT EXISTS (SELECT 1 FROM class_removal WHERE space = ?1 AND member = ?2)
       LIMIT 1
      """, space, member, as: Int.self) != nil
  }

  /// Lets in someone who asked.
  ///
  /// - Parameter asLearner: on the roll; otherwise to read and help.
  /// - Returns: false when there is no such request.
  static func admit(
    _ member: Member.ID, to space: Space.ID, asLearner: Bool, at now: Instant, _ db: Writer
  ) throws -> Bool {
    guard try refuse(member, space, db), let found = try MemberStore.member(member, db) else {
      return false
    }
    if asLearner && found.role == .learner {
      try enrol(member, called: freeCalled(found.name, in: space, db), in: space, at: now, db)
    } else {
      try MembershipStore.admit(member, to: space, at: now, db)
    }
    return true
  }

  /// Lets whoever uses an invitation into its class, to read and help; nothing for one without.
  ///
  /// - Throws: ``Refusal/notAllowed`` for whom a teacher has put out.
  static func enter(
    _ member: Member.ID, by invitation: Invitation, at now: Instant, _ db: Writer
  ) throws {
    guard let space = invitation.space else { return }
    let isOut = try db.value(
      "SELECT 1 FROM class_removal WHERE space = ? AND member = ?", space, member, as: Int.self)
    if isOut != nil { throw Refusal.notAllowed }
    _ = try refuse(member, space, db)
    _ = try MembershipStore.admit(member, to: space, at: now, db)
    try Journal.write(
      .memberAdmitted, by: member, on: member, in: space, about: .invitation(invitation.id),
      at: now, db)
  }

  /// Forgets a request.
  ///
  /// - Returns: false when there is none.
  static func refuse(_ member: Member.ID, _ space: Space.ID, _ db: Writer) throws -> Bool {
    try db.run("DELETE FROM class_request WHERE space = ? AND member = ?", space, member) == 1
  }

  /// Two learners of a class never enter under one name.
  private static func freeCalled(_ name: String, in space: Space.ID, _ db: Reader) throws -> String
  {
    let taken = try called(in: space, db)
    let plain = RollName.fold(name)
    if !taken.contains(plain) { return plain }
    return (2...1_000).lazy.map { plain + String($0) }.first { !taken.contains($0) } ?? plain
  }

  /// Puts learners and helpers of a class into the next one, under the names that they had.
  ///
  /// - Returns: how many learners went on.
  static func carry(
    _ members: [Member.ID], from old: Space.ID, to new: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Int {
    var count = 0
    for member in members {
      let isThere = try db.row(
        """
        SELECT class_learner.called
          FROM space_member
          JOIN member ON member.id = space_member.member
          LEFT JOIN class_learner ON class_learner.space = space_member.space
                                 AND class_learner.member = space_member.member
         WHERE space_member.space = ? AND space_member.member = ? AND member.deleted IS NULL
           AND space_member.role = 'member'
        """, old, member
      ) { try $0.next(String?.self) }
      guard let called = isThere else { continue }
      if let called {
        try enrol(member, called: called, in: new, at: now, db)
        count += 1
      } else {
        try MembershipStore.admit(member, to: new, at: now, db)
      }
    }
    return count
  }
}

extension ClassRollStore {
  /// Gives a new secret to a learner of a class: promises (1) to (3).
  ///
  /// - Returns: the learner's name; nil when this account is not the teacher's to reset.
  static func setSecret(
    _ hash: String, of member: Member.ID, in space: Space.ID, by teacher: Member.ID,
    at now: Instant, _ db: Writer
  ) throws -> String? {
    guard try mayChange(member, in: space, teacher, db) else { return nil }
    let name = try db.value(
      "UPDATE member SET password = ? WHERE id = ? RETURNING name", hash, member, as: String.self)
    guard let name else { return nil }
    try db.run("UPDATE class_account SET is_secret = 1 WHERE member = ?", member)
    try db.run("DELETE FROM reset_code WHERE member = ?", member)
    try SessionStore.closeAll(of: member, except: nil, db)
    try Journal.write(.secretReset, by: teacher, on: member, in: space, at: now, db)
    return name
  }

  /// Whether `teacher` teaches this class, which is open, and answers for this account in it.
  private static func mayChange(
    _ member: Member.ID, in space: Space.ID, _ teacher: Member.ID, _ db: Reader
  ) throws -> Bool {
    let teaches = try db.value(
      """
      SELECT 1
        FROM space_member
        JOIN member ON member.id = space_member.member
        JOIN space ON space.id = space_member.space
       WHERE space_member.space = ? AND space_member.member = ?
         AND space_member.role = 'referent' AND space.closed IS NULL
         AND member.role IN ('teacher', 'administrator') AND member.deleted IS NULL
      """, space, teacher, as: Int.self)
    return try teaches != nil && inCare(of: space, only: member, db).contains(member)
  }

  /// Why a name is not given.
  enum RenameRefusal: Error { case notInCare, taken }

  /// Writes another name for a learner in the teacher's care, in this class.
  ///
  /// - Throws: ``RenameRefusal``.
  static func rename(
    _ member: Member.ID, to name: DisplayName, in space: Space.ID, by teacher: Member.ID,
    _ db: Writer
  ) throws {
    guard try mayChange(member, in: space, teacher, db) else { throw RenameRefusal.notInCare }
    let called = RollName.fold(name.text)
    let isTaken = try db.value(
      "SELECT 1 FROM class_learner WHERE space = ? AND called = ? AND member <> ?", space, called,
      member, as: Int.self)
    if isTaken != nil { throw RenameRefusal.taken }
    try db.run("UPDATE member SET name = ? WHERE id = ?", name.text, member)
    try db.run(
      "UPDATE class_learner SET called = ? WHERE space = ? AND member = ?", called, space, member)
  }

  /// Who is meant by what was typed at the door of a class: one statement.
  static func credentials(
    code: ClassCode, called: String, _ db: Reader
  ) throws -> (credentials: AccountStore.Credentials, slug: String)? {
    try db.row(
      """
      SELECT member.id, member.password, class_account.is_secret, space.slug
        FROM class
        JOIN class_learner ON class_learner.space = class.space AND class_learner.called = ?2
        JOIN member ON member.id = class_learner.member
        JOIN space ON space.id = class.space
        LEFT JOIN class_account ON class_account.member = member.id
       WHERE class.code = ?1 AND member.deleted IS NULL
      """, code, called
    ) { row in
      let credentials = AccountStore.Credentials(
        id: try row.next(), passwordHash: try row.next(),
        isClassSecret: try row.next(Bool?.self) ?? false)
      return (credentials, try row.next())
    }
  }
}
