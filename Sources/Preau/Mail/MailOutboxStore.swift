// Mails wait in the database, and keep four promises:
// (1) What is told is thought of once, and joins one mail: nothing is mailed that nobody was told.
// (2) What a mail says is written when it leaves: what was read, removed or closed to its reader
//     meanwhile is not in it, and an empty mail does not leave.
// (3) A mail is taken for a trial by moving the moment of its next one: two processes never try it
//     at once, and one that is killed leaves it to be tried again.
// (4) At least once: after a kill between the server's word and ours, a mail leaves twice, under the
//     same Message-ID, by which mailboxes know it again.

import SQLite

/// Every statement about mails that wait.
enum MailOutboxStore {
  private static let perRound = 200

  /// The oldest ones of which no mail was thought yet, but those that are read already.
  static func unmailed(_ db: Reader) throws -> [UnmailedNotification] {
    try db.rows(
      """
      SELECT notification.id, notification.member, notification.kind,
             coalesce(notification.thread, -notification.id), notification.created, member.joined,
             notification.thread, thread.space,
             member.email IS NOT NULL AND notification.read IS NULL AND NOT EXISTS (
               SELECT 1 FROM mail_bounce
                WHERE mail_bounce.member = member.id AND mail_bounce.email = member.email)
        FROM notification
        JOIN member ON member.id = notification.member
        LEFT JOIN thread ON thread.id = notification.thread
       WHERE notification.mail IS NULL ORDER BY notification.id LIMIT ?
      """, perRound
    ) { row in
      UnmailedNotification(
        id: try row.next(), member: try row.next(), kind: try row.next(), line: try row.next(),
        created: try row.next(), joined: try row.next(),
        topic: MailTopic(thread: try row.next(), space: try row.next()),
        isReachable: try row.next())
    }
  }

  /// The holidays of the whole site: those of a space are for its help desk alone.
  static func holidays(_ db: Reader) throws -> [ClosedRange<Day>] {
    try db.rows("SELECT first_day, last_day FROM school_holiday WHERE space IS NULL") { row in
      let first = try row.next(Day.self)
      return first...max(first, try row.next(Day.self))
    }
  }

  static func tags(of thread: Thread.ID, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT tag FROM thread_tag WHERE thread = ?", thread) { try $0.next() }
  }

  /// Puts something told into the mail of its kind, which is made when there is none that waits.
  ///
  /// - Parameter kind: nil: no mail tells it.
  static func put(
    _ notification: UnmailedNotification, into kind: WaitingMail.Kind?, due: Instant,
    at now: Instant, _ db: Writer
  ) throws {
    guard let kind else {
      try db.run("UPDATE notification SET mail = 0 WHERE id = ?", notification.id)
      return
    }
    let line = kind == .now ? notification.line : 0
    let mail = try db.row(
      """
      INSERT INTO mail_outbox (member, kind, line, created, due) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (member, kind, line) WHERE state = 'waiting' AND attempts = 0
        DO UPDATE SET due = min(due, excluded.due)
      RETURNING id
      """, notification.member, kind, line, now, due
    ) { row in try row.next(WaitingMail.ID.self) }
    try db.run(
      "UPDATE notification SET mail = ? WHERE id = ? AND mail IS NULL", mail, notification.id)
  }

  /// What waits is thought of anew, after a change of what its member wants.
  static func reconsider(_ member: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE notification SET mail = NULL
       WHERE mail IN (SELECT id FROM mail_outbox
                       WHERE member = ?1 AND state = 'waiting' AND attempts = 0)
      """, member)
    try db.run(
      "DELETE FROM mail_outbox WHERE member = ? AND state = 'waiting' AND attempts = 0", member)
  }

  /// The number of the next mail that is due.
  static func due(at now: Instant, _ db: Reader) throws -> WaitingMail.ID? {
    try db.value(
      "SELECT id FROM mail_outbox WHERE state = 'waiting' AND due <= ? ORDER BY due, id LIMIT 1",
      now)
  }

  /// All that wait, whenever they are due.
  static func waiting(_ db: Reader) throws -> [WaitingMail.ID] {
    try db.rows("SELECT id FROM mail_outbox WHERE state = 'waiting' ORDER BY id") {
      try $0.next()
    }
  }

  /// Takes a mail that is due for a trial.
  ///
  /// - Parameter next: when it is tried again, if nothing is heard of this trial.
  /// - Returns: false when somebody else has taken it.
  static func take(
    _ mail: WaitingMail.ID, at now: Instant, next: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE mail_outbox SET due = ?, attempts = attempts + 1
       WHERE id = ? AND state = 'waiting' AND due <= ?
      """, next, mail, now) == 1
  }

  /// A mail with its reader, unless the reader's address is gone or takes nothing.
  static func mail(_ mail: WaitingMail.ID, _ db: Reader) throws -> WaitingMail? {
    try db.row(
      """
      SELECT member.email, mail_outbox.kind, mail_outbox.line, mail_outbox.created,
             mail_outbox.attempts, member.id, member.login, member.name, member.role,
             member.public_name, member.language, member.text_size, member.spacing,
             member.typeface, member.joined, member.feed_generation
        FROM mail_outbox JOIN member ON member.id = mail_outbox.member
       WHERE mail_outbox.id = ? AND member.deleted IS NULL AND member.suspended IS NULL
         AND member.email IS NOT NULL
         AND NOT EXISTS (
           SELECT 1 FROM mail_bounce
            WHERE mail_bounce.member = member.id AND mail_bounce.email = member.email)
      """, mail
    ) { row in
      let email = try row.next(String.self)
      let kind = try row.next(WaitingMail.Kind.self)
      let line = try row.next(Int64.self)
      let created = try row.next(Instant.self)
      let attempts = try row.next(Int.self)
      return WaitingMail(
        id: mail, member: try MemberStore.read(&row), email: email, kind: kind, line: line,
        created: created, attempts: attempts)
    }
  }

  /// Whether a digest has left for this member since `moment`.
  static func hadDigest(_ member: Member.ID, since moment: Instant, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM mail_outbox
       WHERE member = ? AND settled > ? AND state = 'sent' AND kind <> 'now' LIMIT 1
      """, member, moment, as: Int.self) != nil
  }

  static func postpone(
    _ mail: WaitingMail.ID, to due: Instant, because problem: String, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE mail_outbox SET due = ?, problem = ? WHERE id = ? AND state = 'waiting'", due,
      problem, mail)
  }

  /// What became of a mail. Stored under these names.
  enum Outcome: String, ColumnValue { case sent, dropped, failed }

  static func settle(
    _ mail: WaitingMail.ID, _ outcome: Outcome, at now: Instant, because problem: String = "",
    _ db: Writer
  ) throws {
    try db.run(
      "UPDATE mail_outbox SET state = ?, settled = ?, problem = ? WHERE id = ?", outcome, now,
      problem, mail)
  }

  static func noteBounce(
    of mail: WaitingMail, code: Int, answer: String, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO mail_bounce (member, email, code, answer, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (member) DO UPDATE
        SET email = excluded.email, code = excluded.code, answer = excluded.answer, at = excluded.at
      """, mail.member.id, mail.email, code, answer, now)
  }

  /// What became of mails is kept for a month.
  static func forgetOld(now: Instant, _ db: Writer) throws {
    try db.run(
      "DELETE FROM mail_outbox WHERE state <> 'waiting' AND settled < ?", now + -30 * 86_400)
  }

  /// What a mail tells: the lines that its reader may still read and has not read.
  static func lines(of mail: WaitingMail, _ db: Reader) throws -> [NotificationLine] {
    let told = try db.rows(
      """
      SELECT readable_notification.id, readable_notification.line
        FROM notification JOIN readable_notification ON readable_notification.id = notification.id
       WHERE notification.mail = ? AND notification.read IS NULL ORDER BY notification.id
      """, mail.id
    ) { row in (id: try row.next(Notification.ID.self), line: try row.next(Int64.self)) }
    if told.isEmpty { return [] }
    let ids = Set(told.map(\.id))
    let lines = try NotificationStore.lines(told.map(\.line), of: mail.member.id, db)
    return lines.values.sorted { $0.last.value < $1.last.value }.map { line in
      NotificationLine(
        last: line.last, place: line.place, address: line.address,
        notifications: line.notifications.filter { ids.contains($0.id) })
    }
  }

  /// The posts with these numbers, in order.
  static func posts(
    _ numbers: [Int], of thread: Thread.ID, _ db: Reader
  ) throws -> [MailedPost] {
    let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    return try db.rows(
      """
      SELECT post.number, post.html, member.id, member.name, member.role, member.public_name,
             member.deleted
        FROM post JOIN member ON member.id = post.author
       WHERE post.thread = ? AND post.number IN (SELECT value FROM json_each(?))
         AND post.removed IS NULL
       ORDER BY post.number
      """, thread, list
    ) { row in
      MailedPost(number: try row.next(), body: try row.next(), author: try Author.read(&row))
    }
  }
}
