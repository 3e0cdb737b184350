import SQLite

/// Every statement about what members chose to get by mail.
enum MailChoiceStore {
  static func choices(of member: Member.ID, _ db: Reader) throws -> MailChoices {
    var choices = MailChoices()
    try db.each("SELECT scope, target, level FROM mail_choice WHERE member = ?", member) { row in
      let scope = try row.next(String.self)
      let choice = MailChoice(scope: scope, target: try row.next())
      let level = try row.next(MailLevel.self)
      if let choice { choices.levels[choice] = level }
    }
    return choices
  }

  /// More than anybody sets by hand.
  static let most = 500

  /// - Parameter level: nil: what a wider choice says.
  static func choose(
    _ level: MailLevel?, for choice: MailChoice, of member: Member.ID, _ db: Writer
  ) throws {
    guard let level else {
      try db.run(
        "DELETE FROM mail_choice WHERE member = ? AND scope = ? AND target = ?", member,
        choice.scope, choice.target)
      return
    }
    try db.run(
      """
      INSERT INTO mail_choice (member, scope, target, level)
      SELECT id, ?2, ?3, ?4 FROM member
       WHERE id = ?1 AND deleted IS NULL
         AND (SELECT count(*) FROM mail_choice WHERE member = ?1) < ?5
      ON CONFLICT (member, scope, target) DO UPDATE SET level = excluded.level
      """, member, choice.scope, choice.target, level, most)
  }

  static func mayDisturb(_ member: Member.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM mail_any_time WHERE member = ?", member, as: Int.self) != nil
  }

  static func setMayDisturb(_ mayDisturb: Bool, _ member: Member.ID, _ db: Writer) throws {
    if mayDisturb {
      try db.run(
        "INSERT INTO mail_any_time (member) VALUES (?) ON CONFLICT DO NOTHING", member)
    } else {
      try db.run("DELETE FROM mail_any_time WHERE member = ?", member)
    }
  }

  static func email(of member: Member.ID, _ db: Reader) throws -> String? {
    try db.value(
      "SELECT email FROM member WHERE id = ? AND deleted IS NULL", member, as: String?.self
    ) ?? nil
  }

  /// The refusal of the address that the member has now.
  static func bounce(of member: Member.ID, _ db: Reader) throws -> MailBounce? {
    try db.row(
      """
      SELECT mail_bounce.email, mail_bounce.code, mail_bounce.answer, mail_bounce.at
        FROM mail_bounce JOIN member ON member.id = mail_bounce.member
       WHERE member.id = ? AND member.email = mail_bounce.email
      """, member
    ) { row in
      MailBounce(
        email: try row.next(), code: try row.next(), answer: try row.next(), at: try row.next())
    }
  }

  static func forgetBounce(of member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM mail_bounce WHERE member = ?", member)
  }

  /// A member who leaves leaves nothing of this.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM mail_choice WHERE member = ?", member)
    try db.run("DELETE FROM mail_any_time WHERE member = ?", member)
    try db.run("DELETE FROM mail_bounce WHERE member = ?", member)
    try db.run("DELETE FROM mail_outbox WHERE member = ?", member)
  }

  // MARK: What a page offers to choose

  /// The spaces that a member belongs to, and what was chosen elsewhere, by name.
  static func offered(to member: Member.ID, _ db: Reader) throws -> [OfferedChoice] {
    try db.rows(
      """
      SELECT 'space', space.id, space.name FROM space
       WHERE space.id IN (SELECT space FROM space_member WHERE member = ?1
                          UNION SELECT target FROM mail_choice
                                 WHERE member = ?1 AND scope = 'space')
         AND EXISTS (SELECT 1 FROM readable_space
                      WHERE reader = ?1 AND readable_space.space = space.id)
      UNION ALL
      SELECT 'tag', tag.id, tag.label FROM mail_choice JOIN tag ON tag.id = mail_choice.target
       WHERE mail_choice.member = ?1 AND mail_choice.scope = 'tag'
      UNION ALL
      SELECT 'thread', thread.id, thread.title
        FROM mail_choice JOIN thread ON thread.id = mail_choice.target
       WHERE mail_choice.member = ?1 AND mail_choice.scope = 'thread' AND thread.removed IS NULL
         AND EXISTS (SELECT 1 FROM readable_space
                      WHERE reader = ?1 AND readable_space.space = thread.space)
       ORDER BY 1, 3 LIMIT 200
      """, member, read: read
    ).compactMap { $0 }
  }

  /// A thread, its tags and its space, for a reader of the thread.
  static func offered(
    about thread: Thread.ID, to member: Member.ID, _ db: Reader
  ) throws -> [OfferedChoice] {
    try db.rows(
      """
      SELECT 'thread', thread.id, thread.title, 0
        FROM thread WHERE thread.id = ?2 AND thread.removed IS NULL
         AND EXISTS (SELECT 1 FROM readable_space
                      WHERE reader = ?1 AND readable_space.space = thread.space)
      UNION ALL
      SELECT 'space', space.id, space.name, 1
        FROM thread JOIN space ON space.id = thread.space WHERE thread.id = ?2
      UNION ALL
      SELECT 'tag', tag.id, tag.label, 2
        FROM thread_tag JOIN tag ON tag.id = thread_tag.tag WHERE thread_tag.thread = ?2
       ORDER BY 4, 3
      """, member, thread, read: read
    ).compactMap { $0 }
  }

  private static func read(_ row: inout Row) throws -> OfferedChoice? {
    let scope = try row.next(String.self)
    let choice = MailChoice(scope: scope, target: try row.next())
    let name = try row.next(String.self)
    return choice.map { OfferedChoice(choice: $0, name: name) }
  }
}

/// Something that a member can choose a level for, by its name.
struct OfferedChoice {
  let choice: MailChoice
  let name: String
}

/// An address that the server refused for good.
struct MailBounce {
  let email: String
  let code: Int
  let answer: String
  let at: Instant
}
