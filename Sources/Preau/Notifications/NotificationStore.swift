// What is told keeps three promises:
// (1) It is written in the transaction of its cause, never to the one who did it, once for each
//     thing.
// (2) Whether it may be read is asked each time: see the view `readable_notification`.
// (3) It is kept for three months.

import SQLite

/// Every statement that tells something.
enum NotificationStore {
  static func post(_ number: Int, of thread: Thread.ID, _ db: Reader) throws -> Post.ID? {
    try db.value(
      "SELECT id FROM post WHERE thread = ? AND number = ?", thread, number, as: Post.ID.self)
  }

  /// Tells each reader once, of what concerns them most: being called, being answered (the first
  /// post, when the reply names no other), a thread that they follow or a request that is theirs, a
  /// new one where they asked for news.
  static func tellPosted(_ post: Post.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      WITH told (member, rank) AS (
        SELECT member, 1 FROM mention WHERE post = ?1
        UNION ALL
        SELECT coalesce((SELECT member FROM mask WHERE face = answered.author), answered.author), 2
          FROM post JOIN post AS answered ON answered.thread = post.thread
           AND (answered.id = post.parent OR post.parent IS NULL AND answered.number = 1)
         WHERE post.id = ?1
        UNION ALL
        SELECT thread_follow.member, 3
          FROM post JOIN thread_follow ON thread_follow.thread = post.thread
         WHERE post.id = ?1
        UNION ALL
        SELECT help_request.owner, 3
          FROM post JOIN help_request ON help_request.thread = post.thread
         WHERE post.id = ?1 AND help_request.owner IS NOT NULL
           AND help_request.state IN ('taken', 'waiting')
        UNION ALL
        SELECT mail_choice.member, 4
          FROM post
          JOIN thread ON thread.id = post.thread
          JOIN mail_choice ON mail_choice.level <> 'never'
           AND (mail_choice.scope = 'space' AND mail_choice.target = thread.space
                OR mail_choice.scope = 'tag' AND mail_choice.target IN (
                  SELECT tag FROM thread_tag WHERE thread_tag.thread = post.thread))
         WHERE post.id = ?1 AND post.number = 1)
      INSERT INTO notification (member, kind, thread, post, created)
      SELECT told.member,
             CASE min(told.rank) WHEN 1 THEN 'mention' WHEN 2 THEN 'reply'
                                 WHEN 3 THEN 'followed' ELSE 'started' END,
             post.thread, post.id, ?2
        FROM told
        JOIN post ON post.id = ?1
        JOIN thread ON thread.id = post.thread
        JOIN member ON member.id = told.member AND member.deleted IS NULL
       WHERE told.member NOT IN (
         SELECT post.author UNION ALL SELECT member FROM mask WHERE face = post.author)
         AND EXISTS (
         SELECT 1 FROM readable_space
          WHERE reader = told.member AND readable_space.space = thread.space)
       GROUP BY told.member
      ON CONFLICT DO NOTHING
      """, post, now)
  }

  /// Tells those whom a post calls and who were told nothing of it yet.
  static func tellMentions(_ post: Post.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO notification (member, kind, thread, post, created)
      SELECT mention.member, 'mention', post.thread, post.id, ?2
        FROM mention
        JOIN post ON post.id = mention.post
        JOIN thread ON thread.id = post.thread
       WHERE mention.post = ?1 AND mention.member NOT IN (
         SELECT post.author UNION ALL SELECT member FROM mask WHERE face = post.author)
         AND EXISTS (
           SELECT 1 FROM readable_space
            WHERE reader = mention.member AND readable_space.space = thread.space)
         AND NOT EXISTS (
           SELECT 1 FROM notification
            WHERE notification.post = ?1 AND notification.member = mention.member)
      ON CONFLICT DO NOTHING
      """, post, now)
  }

  /// Tells the author of an answer, and those who waited for one.
  static func tellAccepted(
    _ post: Post.ID, by actor: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      WITH told (member, rank) AS (
        SELECT coalesce((SELECT member FROM mask WHERE face = author), author), 1
          FROM post WHERE id = ?1
        UNION ALL
        SELECT thread_follow.member, 2
          FROM post JOIN thread_follow ON thread_follow.thread = post.thread WHERE post.id = ?1
        UNION ALL
        SELECT me_too.member, 2
          FROM post JOIN me_too ON me_too.thread = post.thread WHERE post.id = ?1)
      INSERT INTO notification (member, kind, thread, post, created)
      SELECT told.member, CASE min(told.rank) WHEN 1 THEN 'accepted' ELSE 'solved' END,
             post.thread, post.id, ?3
        FROM told
        JOIN post ON post.id = ?1
        JOIN thread ON thread.id = post.thread
        JOIN member ON member.id = told.member AND member.deleted IS NULL
       WHERE told.member <> ?2 AND EXISTS (
         SELECT 1 FROM readable_space
          WHERE reader = told.member AND readable_space.space = thread.space)
       GROUP BY told.member
      ON CONFLICT DO NOTHING
      """, post, actor, now)
  }

  static func withdrawAccepted(_ post: Post.ID, _ db: Writer) throws {
    try db.run(
      "DELETE FROM notification WHERE post = ? AND kind IN ('accepted', 'solved')", post)
  }

  /// One line however many thank; it is gone when nobody does any more.
  static func tellThanks(_ post: Post.ID, at now: Instant, _ db: Writer) throws {
    let thanks = try db.value("SELECT thanks_count FROM post WHERE id = ?", post, as: Int.self)
    if thanks == 0 {
      try db.run("DELETE FROM notification WHERE post = ? AND kind = 'thanks'", post)
      return
    }
    try db.run(
      """
      INSERT INTO notification (member, kind, thread, post, quiet, created)
      SELECT member.id, 'thanks', post.thread, post.id, 1, ?2
        FROM post
        JOIN member ON member.deleted IS NULL AND member.id =
          coalesce((SELECT member FROM mask WHERE face = post.author), post.author)
       WHERE post.id = ?1
      ON CONFLICT (post, member, kind) DO UPDATE SET created = excluded.created, read = NULL
      """, post, now)
  }

  static func tell(
    _ kind: Notification.Kind, to member: Member.ID, about subject: Happening.Subject,
    by actor: Member.ID?, words: String, at now: Instant, _ db: Writer
  ) throws {
    var post: Post.ID?
    var thread: Thread.ID?
    var address = ""
    switch subject {
    case .post(let id): post = id
    case .thread(let id): thread = id
    case .page(let page): address = page
    }
    try db.run(
      """
      INSERT INTO notification (member, kind, thread, post, address, actor, words, quiet, created)
      SELECT id, ?2, coalesce(?3, (SELECT thread FROM post WHERE id = ?4)), ?4, ?5, ?6, ?7, ?8, ?9
        FROM member WHERE id = ?1 AND deleted IS NULL
      ON CONFLICT DO NOTHING
      """, member, kind, thread, post, address, actor, words, kind.isQuiet, now)
  }
}

/// What one reader has seen.
extension NotificationStore {
  /// Whether a member who reads the posts of a thread up to `number` was told something of them.
  static func hasUnread(
    of member: Member.ID, in thread: Thread.ID, upTo number: Int, _ db: Reader
  ) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM notification LEFT JOIN post ON post.id = notification.post
       WHERE notification.member = ? AND notification.read IS NULL AND notification.thread = ?
         AND coalesce(post.number, 0) <= ? LIMIT 1
      """, member, thread, number, as: Int.self) != nil
  }

  /// Who has read a thread up to a post has read what was told of it until then.
  static func markRead(
    of member: Member.ID, in thread: Thread.ID, upTo number: Int, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE notification SET read = ?4
       WHERE member = ?1 AND read IS NULL AND thread = ?2 AND created <= ?4
         AND (post IS NULL OR post IN (SELECT id FROM post WHERE thread = ?2 AND number <= ?3))
      """, member, thread, number, now)
  }

  /// All that is told up to the one that was shown as the last.
  static func markAllRead(
    of member: Member.ID, upTo last: Notification.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE notification SET read = ? WHERE member = ? AND id <= ? AND read IS NULL", now, member,
      last)
  }

  /// What is told on a page of another feature was read there.
  static func markRead(
    _ kinds: [Notification.Kind], of member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    for kind in kinds {
      try db.run(
        "UPDATE notification SET read = ? WHERE member = ? AND kind = ? AND read IS NULL", now,
        member, kind)
    }
  }

  /// What was read at one moment is new again.
  static func markUnread(of member: Member.ID, readAt moment: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE notification SET read = NULL WHERE member = ? AND read = ?", member, moment)
  }

  /// A member who leaves is told nothing more, and is named no more.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM notification WHERE member = ?", member)
  }

  static let secondsKept: Int64 = 90 * 86_400

  /// - Returns: whether there may be more to forget.
  static func forgetOld(now: Instant, _ db: Writer) throws -> Bool {
    try db.run(
      """
      DELETE FROM notification WHERE id IN (
        SELECT id FROM notification WHERE id < 500 + (SELECT min(id) FROM notification)
           AND created < ?)
      """, now + -secondsKept) > 0
  }
}

/// The page of what a member is told: two statements, by keyset.
extension NotificationStore {
  static let perPage = 25

  static func page(
    of member: Member.ID, before cursor: Notification.ID?, _ db: Reader
  ) throws -> (lines: [NotificationLine], next: Notification.ID?) {
    let found = try db.rows(
      """
      SELECT line, max(id) AS last FROM readable_notification WHERE member = ?
       GROUP BY line HAVING last < ? ORDER BY last DESC LIMIT ?
      """, member, cursor?.value ?? .max, perPage + 1
    ) { row in (line: try row.next(Int64.self), last: try row.next(Notification.ID.self)) }
    let shown = Array(found.prefix(perPage))
    let lines = try lines(shown.map(\.line), of: member, db)
    let page = shown.compactMap { lines[$0.line] }
    return (page, found.count > perPage ? shown.last?.last : nil)
  }

  /// The lines with these numbers, as far as the member may read them.
  static func lines(
    _ wanted: [Int64], of member: Member.ID, _ db: Reader
  ) throws -> [Int64: NotificationLine] {
    let list = "[" + wanted.map(String.init).joined(separator: ",") + "]"
    var lines: [Int64: NotificationLine] = [:]
    try db.each(
      """
      SELECT told.line, told.address, thread.id, thread.slug, thread.title, space.slug, space.name,
             told.id, told.kind, told.read IS NOT NULL, told.created, post.number,
             member.id, member.name, member.role, member.public_name, member.deleted,
             coalesce(post.thanks_count, 0), told.words
        FROM readable_notification AS told
        LEFT JOIN thread ON thread.id = told.thread
        LEFT JOIN space ON space.id = thread.space
        LEFT JOIN post ON post.id = told.post
        LEFT JOIN member
          ON member.id = CASE WHEN told.kind IN ('mention', 'reply', 'followed', 'started')
                              THEN post.author ELSE told.actor END
       WHERE told.member = ?1 AND told.line IN (SELECT value FROM json_each(?2))
       ORDER BY told.id
      """, member, list
    ) { row in
      let line = try row.next(Int64.self)
      let address = try row.next(String.self)
      let place = try readPlace(&row)
      let notification = try read(&row)
      lines[line] = NotificationLine(
        last: notification.id, place: place, address: address,
        notifications: (lines[line]?.notifications ?? []) + [notification])
    }
    return lines
  }

  private static func readPlace(_ row: inout Row) throws -> NotificationLine.Place? {
    let thread = try row.next(Thread.ID?.self)
    let texts = try (0..<4).map { _ in try row.next(String?.self) ?? "" }
    return thread.map {
      NotificationLine.Place(
        thread: $0, slug: texts[0], title: texts[1], spaceSlug: texts[2], spaceName: texts[3])
    }
  }

  private static func read(_ row: inout Row) throws -> Notification {
    let id = try row.next(Notification.ID.self)
    let kind = try row.next(Notification.Kind.self)
    let isRead = try row.next(Bool.self)
    let created = try row.next(Instant.self)
    let post = try row.next(Int?.self)
    return Notification(
      id: id, kind: kind, isRead: isRead, created: created, post: post,
      actor: try readActor(&row), thanks: try row.next(), words: try row.next())
  }

  private static func readActor(_ row: inout Row) throws -> Author? {
    let id = try row.next(Member.ID?.self)
    let name = try row.next(String?.self)
    let role = try row.next(Member.Role?.self)
    let hasPublicName = try row.next(Bool?.self)
    let isDeleted = try row.next(Int64?.self) != nil
    guard let id, let name, let role, let hasPublicName else { return nil }
    return Author(
      id: id, name: name, role: role, hasPublicName: hasPublicName, isDeleted: isDeleted)
  }
}
