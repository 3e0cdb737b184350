import SQLite

/// Every statement about what members are told of decisions.
enum ModerationMessageStore {
  /// Tells those whom a decision concerns, in its transaction: the author of the post and those who
  /// reported it. Where nothing was wrong, the author finds that among the decisions and is not called:
  /// whoever would frighten somebody by reporting each of their posts must not succeed.
  static func tell(
    of ruling: Ruling, on item: ModerationCase, at now: Instant, _ db: Writer
  ) throws {
    let author = try MaskStore.member(behind: item.author.id, db)
    if ruling.decision == .dismiss {
      try db.run(
        """
        INSERT INTO moderation_message (member, item, role, created, read) VALUES (?1, ?2, ?3, ?4, ?4)
        ON CONFLICT DO NOTHING
        """, author, item.id, ModerationMessage.Role.author, now)
    } else {
      try tell(author, as: .author, of: item.id, at: now, db)
    }
    let reported = item.contested?.item ?? item.id
    if ruling.decision == .uphold { return }
    for reporter in try ReportStore.reporters(of: reported, db) {
      try tell(reporter, as: .reporter, of: item.id, at: now, db)
    }
  }

  /// Leaves one message, and calls its reader.
  private static func tell(
    _ member: Member.ID, as role: ModerationMessage.Role, of item: ModerationCase.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let isNew =
      try db.run(
        """
        INSERT INTO moderation_message (member, item, role, created) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """, member, item, role, now) > 0
    if !isNew { return }
    try Notifications.tell(
      .told(
        role == .author ? .ruling : .reportSettled, to: [member],
        about: .page("/mon-preau/decisions" + (role == .author ? "/\(item.value)" : ""))),
      at: now, db)
  }

  /// How many messages a member has not read: one statement.
  static func unread(of member: Member.ID, _ db: Reader) throws -> Int {
    try db.value(
      "SELECT count(*) FROM moderation_message WHERE member = ? AND read IS NULL", member) ?? 0
  }

  /// The latest messages of a member: one statement, by the index of the member.
  ///
  /// A reporter who may no longer read the space is told nothing more of it.
  static func all(of member: Member.ID, _ db: Reader) throws -> [ModerationMessage] {
    try db.rows(
      """
      SELECT message.item, message.role, message.created, message.read IS NOT NULL,
             item.decision, item.reason,
             (SELECT until FROM silence WHERE silence.item = item.id),
             CASE WHEN message.role = 'author' THEN coalesce((
               SELECT body FROM moderation_remark
                WHERE moderation_remark.item = item.id AND kind = 'words'
                ORDER BY id DESC LIMIT 1), '') ELSE '' END,
             EXISTS (SELECT 1 FROM moderation_case AS contest WHERE contest.contests = item.id),
             post.id, post.number, thread.id, thread.slug, thread.title, space.id, space.slug,
             space.name, space.visibility
        FROM moderation_message AS message
        JOIN moderation_case AS item ON item.id = message.item
        JOIN post ON post.id = item.post
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
       WHERE message.member = ?1 AND (message.role = 'author' OR space.id IN (
         SELECT space FROM readable_space WHERE reader = ?1))
       ORDER BY message.id DESC LIMIT ?2
      """, member, ModerationMessage.most, read: read)
  }

  private static func read(_ row: inout Row) throws -> ModerationMessage {
    ModerationMessage(
      item: try row.next(), role: try row.next(), created: try row.next(), isRead: try row.next(),
      decision: try row.next(), reason: try row.next(), silencedUntil: try row.next(),
      words: try row.next(), isContested: try row.next(), post: try row.next(),
      number: try row.next(), thread: try row.next(), threadSlug: try row.next(),
      threadTitle: try row.next(), space: try SpaceStore.read(&row))
  }

  /// The message to the author of a post about one case.
  static func toAuthor(
    of item: ModerationCase.ID, _ member: Member.ID, _ db: Reader
  ) throws -> ModerationMessage? {
    try all(of: member, db).first { $0.item == item && $0.role == .author }
  }

  static func markRead(_ member: Member.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE moderation_message SET read = ? WHERE member = ? AND read IS NULL", now, member)
    try NotificationStore.markRead([.ruling, .reportSettled], of: member, at: now, db)
  }
}
