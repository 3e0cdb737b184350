import SQLite

/// Every statement about sessions.
enum SessionStore {
  /// Who holds the token with this hash: one statement, on the unique index of the hash.
  static func session(
    tokenHash: [UInt8], now: Instant, _ db: Reader
  ) throws -> KnownSession? {
    try db.row(
      """
      SELECT session.id, session.last_seen,
             (SELECT count(*) FROM (
               SELECT DISTINCT line FROM readable_notification
                WHERE readable_notification.member = session.member AND read IS NULL AND quiet = 0
                LIMIT 100)),
             member.email IS NOT NULL, member.id, member.login, member.name, member.role,
             member.public_name, member.language, member.text_size, member.spacing,
             member.typeface, member.joined, member.feed_generation
        FROM session JOIN member ON member.id = session.member
       WHERE session.token_hash = ? AND session.last_seen > ? AND member.deleted IS NULL
         AND member.suspended IS NULL
      """, tokenHash, now + -Session.secondsOfIdleness
    ) { row in
      let session = try row.next(Session.ID.self)
      let lastSeen = try row.next(Instant.self)
      let unread = try row.next(Int.self)
      let hasAddress = try row.next(Bool.self)
      var viewer = Viewer(
        member: try MemberStore.read(&row), session: session, unreadCount: unread)
      viewer.hasAddress = hasAddress
      return KnownSession(viewer: viewer, lastSeen: lastSeen)
    }
  }

  @discardableResult
  static func open(
    tokenHash: [UInt8], for member: Member.ID, device: String, at now: Instant, _ db: Writer
  ) throws -> Session.ID {
    try db.run(
      "INSERT INTO session (token_hash, member, created, last_seen, device) VALUES (?, ?, ?, ?, ?)",
      tokenHash, member, now, now, device)
    let session = Session.ID(db.lastInsertedRow)
    try db.run(
      "DELETE FROM session WHERE member = ? AND last_seen < ?", member,
      now + -Session.secondsOfIdleness)
    return session
  }

  static func mark(_ session: Session.ID, seen now: Instant, _ db: Writer) throws {
    try db.run("UPDATE session SET last_seen = ? WHERE id = ?", now, session)
  }

  static func all(of member: Member.ID, _ db: Reader) throws -> [Session] {
    try db.rows(
      """
      SELECT id, created, last_seen, device FROM session WHERE member = ?
       ORDER BY last_seen DESC, id DESC LIMIT 100
      """, member
    ) { row in
      Session(
        id: try row.next(), created: try row.next(), lastSeen: try row.next(),
        device: try row.next())
    }
  }

  /// Ends one session of a member; nothing when it is somebody else's.
  static func close(_ session: Session.ID, of member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM session WHERE id = ? AND member = ?", session, member)
  }

  /// Ends all sessions of a member, but `kept` when there is one, and the addresses of private
  /// feeds: whoever had one could read on.
  static func closeAll(of member: Member.ID, except kept: Session.ID?, _ db: Writer) throws {
    try db.run("DELETE FROM session WHERE member = ? AND id IS NOT ?", member, kept)
    try FeedKeyStore.revoke(of: member, db)
  }
}
