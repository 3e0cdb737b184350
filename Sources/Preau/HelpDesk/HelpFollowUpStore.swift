import SQLite

/// Every statement about what became of an answer.
enum HelpFollowUpStore {
  static let perPage = 25

  /// Will ask the asker of a question that was just resolved: the member behind a mask, too.
  static func begin(_ thread: Thread.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO help_follow_up (thread, asker, due)
      SELECT thread.id, member.id,
             ?2 + 86400 * ifnull((SELECT follow_up_days FROM help_desk
                                   WHERE help_desk.space = help_request.space), ?3)
        FROM help_request
        JOIN thread ON thread.id = help_request.thread
        JOIN member ON member.id =
          coalesce((SELECT member FROM mask WHERE face = thread.author), thread.author)
       WHERE help_request.thread = ?1 AND help_request.state = 'resolved'
         AND member.deleted IS NULL
      ON CONFLICT (thread) DO UPDATE
        SET due = excluded.due, delays = 0, answer = NULL, comment = '', answered = NULL,
            told = NULL
      """, thread, now, HelpFollowUp.usualDelay)
  }

  /// Who is to be asked at `now` and was not told so, the longest due first: along the index of
  /// them. Threads that were removed, or that their asker may no longer read, ask nobody.
  ///
  /// - Parameter limit: how many at most.
  static func due(at now: Instant, limit: Int, _ db: Reader) throws -> [HelpFollowUp] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, help_follow_up.asker, help_follow_up.due
        FROM help_follow_up JOIN thread ON thread.id = help_follow_up.thread
       WHERE help_follow_up.answer IS NULL AND help_follow_up.told IS NULL
         AND help_follow_up.due <= ?1 AND thread.removed IS NULL
         AND EXISTS (SELECT 1 FROM readable_space
                      WHERE reader = help_follow_up.asker AND readable_space.space = thread.space)
       ORDER BY help_follow_up.due, help_follow_up.thread LIMIT ?2
      """, now, limit, read: read)
  }

  /// Tells some of those who are to be asked.
  ///
  /// - Returns: whether there may be more to tell.
  static func tellDue(at now: Instant, _ db: Writer) throws -> Bool {
    let due = try due(at: now, limit: mostToldAtOnce, db)
    for followUp in due {
      try Notifications.tell(
        .told(.followUp, to: [followUp.asker], about: .thread(followUp.thread)), at: now, db)
      try db.run("UPDATE help_follow_up SET told = ? WHERE thread = ?", now, followUp.thread)
    }
    return due.count == mostToldAtOnce
  }

  private static let mostToldAtOnce = 100

  /// What one member is to be asked at `now`.
  static func due(of member: Member.ID, at now: Instant, _ db: Reader) throws -> [HelpFollowUp] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, help_follow_up.asker, help_follow_up.due
        FROM help_follow_up JOIN thread ON thread.id = help_follow_up.thread
       WHERE help_follow_up.asker = ?1 AND help_follow_up.answer IS NULL
         AND help_follow_up.due <= ?2 AND thread.removed IS NULL
         AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
       ORDER BY help_follow_up.due, help_follow_up.thread LIMIT 50
      """, member, now, read: read)
  }

  /// What one member is to be asked about a thread, now or later.
  static func followUp(
    of thread: Thread.ID, asker: Member.ID, _ db: Reader
  ) throws -> HelpFollowUp? {
    try db.row(
      """
      SELECT thread.id, thread.slug, thread.title, help_follow_up.asker, help_follow_up.due
        FROM help_follow_up JOIN thread ON thread.id = help_follow_up.thread
       WHERE help_follow_up.thread = ? AND help_follow_up.asker = ?
         AND help_follow_up.answer IS NULL
      """, thread, asker, read: read)
  }

  private static func read(_ row: inout Row) throws -> HelpFollowUp {
    HelpFollowUp(
      thread: try row.next(), slug: try row.next(), title: try row.next(),
      asker: try row.next(), due: try row.next())
  }

  /// Keeps an answer; « no » enters the register of unmet needs unless help is asked again.
  ///
  /// - Returns: false when it was answered already.
  static func answer(
    _ thread: Thread.ID, _ answer: HelpFollowUp.Answer, _ comment: String, reopens: Bool,
    at now: Instant, _ db: Writer
  ) throws -> Bool {
    let changed = try db.run(
      """
      UPDATE help_follow_up SET answer = ?2, comment = ?3, answered = ?4
       WHERE thread = ?1 AND answer IS NULL
      """, thread, answer, comment, now)
    if changed == 0 { return false }
    if reopens {
      try HelpDeskStore.giveBack(thread, at: now, db)
      // Nobody is named: the asker may have asked without a name.
      let owner = try db.rows(
        "SELECT owner FROM help_request WHERE thread = ? AND owner IS NOT NULL", thread
      ) { row in try row.next(Member.ID.self) }
      try Notifications.tell(.told(.reopened, to: owner, about: .thread(thread)), at: now, db)
    } else if answer == .no {
      try db.run(
        """
        INSERT INTO unmet_need (thread, space, created)
        SELECT thread, space, ?2 FROM help_request WHERE thread = ?1 ON CONFLICT DO NOTHING
        """, thread, now)
    }
    return true
  }

  /// « Not yet »: asks again after the same delay, or no more.
  static func delay(_ thread: Thread.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "DELETE FROM help_follow_up WHERE thread = ? AND answer IS NULL AND delays >= ?", thread,
      HelpFollowUp.mostDelays)
    try db.run(
      """
      UPDATE help_follow_up
         SET delays = delays + 1, told = NULL,
             due = ?2 + 86400 * ifnull(
               (SELECT follow_up_days FROM help_request
                  JOIN help_desk ON help_desk.space = help_request.space
                 WHERE help_request.thread = ?1), ?3)
       WHERE thread = ?1 AND answer IS NULL
      """, thread, now, HelpFollowUp.usualDelay)
  }

  // MARK: What came of it

  static func outcome(of space: Space.ID, _ db: Reader) throws -> HelpOutcome {
    try db.row(
      """
      SELECT ifnull(sum(answer = 'yes'), 0), ifnull(sum(answer = 'partly'), 0),
             ifnull(sum(answer = 'no'), 0)
        FROM help_request JOIN help_follow_up ON help_follow_up.thread = help_request.thread
       WHERE help_request.space = ? AND help_request.removed = 0
      """, space
    ) { row in HelpOutcome(yes: try row.next(), partly: try row.next(), no: try row.next()) }
      ?? HelpOutcome()
  }

  /// The same for the tags with most answers.
  static func outcomes(
    byTagOf space: Space.ID, _ db: Reader
  ) throws -> [(tag: Tag, outcome: HelpOutcome)] {
    try db.rows(
      """
      SELECT tag.slug, tag.label, sum(answer = 'yes'), sum(answer = 'partly'), sum(answer = 'no')
        FROM help_request
        JOIN help_follow_up ON help_follow_up.thread = help_request.thread
        JOIN thread_tag ON thread_tag.thread = help_request.thread
        JOIN tag ON tag.id = thread_tag.tag
       WHERE help_request.space = ? AND help_request.removed = 0
         AND help_follow_up.answer IS NOT NULL
       GROUP BY tag.id ORDER BY count(*) DESC, tag.slug LIMIT 25
      """, space
    ) { row in
      let tag = Tag(slug: try row.next(), label: try row.next())
      let outcome = HelpOutcome(
        yes: try row.next(), partly: try row.next(), no: try row.next())
      return (tag, outcome)
    }
  }

  /// The latest answers of a space.
  static func uses(of space: Space.ID, _ db: Reader) throws -> [HelpUse] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, help_follow_up.answer, help_follow_up.comment,
             help_follow_up.answered
        FROM help_request
        JOIN help_follow_up ON help_follow_up.thread = help_request.thread
        JOIN thread ON thread.id = help_request.thread
       WHERE help_request.space = ? AND help_request.removed = 0
         AND help_follow_up.answer IS NOT NULL
       ORDER BY help_follow_up.answered DESC, thread.id DESC LIMIT ?
      """, space, perPage
    ) { row in
      HelpUse(
        thread: try row.next(), slug: try row.next(), title: try row.next(),
        answer: try row.next(), comment: try row.next(), answered: try row.next())
    }
  }
}
