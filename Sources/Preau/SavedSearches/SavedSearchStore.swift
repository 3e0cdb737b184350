import SQLite

/// Every statement about searches that members keep.
enum SavedSearchStore {
  /// One statement along the index of members.
  static func all(of member: Member.ID, _ db: Reader) throws -> [SavedSearch] {
    try db.rows(
      """
      SELECT id, name, query, paused, created, told, told_count, told_since
        FROM saved_search WHERE member = ? AND removed IS NULL ORDER BY id
      """, member, read: read)
  }

  /// Also one that was taken away and can still be taken back.
  static func search(
    _ id: SavedSearch.ID, of member: Member.ID, _ db: Reader
  ) throws -> SavedSearch? {
    try db.row(
      """
      SELECT id, name, query, paused, created, told, told_count, told_since
        FROM saved_search WHERE id = ? AND member = ?
      """, id, member, read: read)
  }

  static func isRemoved(_ id: SavedSearch.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT removed IS NOT NULL FROM saved_search WHERE id = ?", id) ?? false
  }

  static func count(of member: Member.ID, _ db: Reader) throws -> Int {
    try db.value(
      "SELECT count(*) FROM saved_search WHERE member = ? AND removed IS NULL", member) ?? 0
  }

  private static func read(_ row: inout Row) throws -> SavedSearch {
    let (id, name, query) = (
      try row.next(SavedSearch.ID.self), try row.next(String.self), try row.next(String.self)
    )
    let (isPaused, created) = (try row.next(Bool.self), try row.next(Instant.self))
    let (told, count, since) = (
      try row.next(Instant?.self), try row.next(Int.self), try row.next(Instant?.self)
    )
    return SavedSearch(
      id: id, name: name, query: FindingQuery(stored: query), isPaused: isPaused,
      created: created,
      told: told.flatMap { at in
        since.map { SavedSearch.Told(at: at, count: count, since: $0) }
      })
  }

  // MARK: Changing

  /// - Throws: ``SavedSearchDraft/Problem``.
  static func keep(
    _ query: FindingQuery, as name: String, of member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> SavedSearch.ID {
    if query.isEmpty { throw SavedSearchDraft.Problem.asksNothing }
    let same = try db.value(
      "SELECT name FROM saved_search WHERE member = ? AND query = ? AND removed IS NULL", member,
      query.stored, as: String.self)
    if let same { throw SavedSearchDraft.Problem.kept(as: same) }
    let id = try db.value(
      """
      INSERT INTO saved_search (member, name, query, created, looked, next_look)
      SELECT ?1, ?2, ?3, ?4, ?4, ?5
       WHERE (SELECT count(*) FROM saved_search WHERE member = ?1 AND removed IS NULL) < ?6
      RETURNING id
      """, member, name, query.stored, now,
      SavedSearch.nextLook(after: now, offset: CalendarTime.offset(at: now)),
      SavedSearchDraft.most, as: SavedSearch.ID.self)
    guard let id else { throw SavedSearchDraft.Problem.tooMany }
    return id
  }

  static func rename(_ id: SavedSearch.ID, to name: String, _ db: Writer) throws {
    try db.run("UPDATE saved_search SET name = ? WHERE id = ?", name, id)
  }

  /// What was written during a pause is no news after it.
  static func setPaused(
    _ isPaused: Bool, _ id: SavedSearch.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE saved_search
         SET paused = ?2, looked = CASE ?2 WHEN 1 THEN looked ELSE max(looked, ?3) END
       WHERE id = ?1 AND paused <> ?2
      """, id, isPaused, now)
  }

  /// Its notifications leave with it.
  static func remove(_ id: SavedSearch.ID, at now: Instant, _ db: Writer) throws {
    try db.run("UPDATE saved_search SET removed = ? WHERE id = ? AND removed IS NULL", now, id)
    try withdraw(id, db)
  }

  /// - Returns: whether there was room for it, and the same was not kept anew meanwhile.
  static func restore(
    _ id: SavedSearch.ID, of member: Member.ID, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE saved_search SET removed = NULL
       WHERE id = ?1 AND removed IS NOT NULL
         AND (SELECT count(*) FROM saved_search WHERE member = ?2 AND removed IS NULL) < ?3
         AND NOT EXISTS (
           SELECT 1 FROM saved_search AS other
            WHERE other.member = ?2 AND other.removed IS NULL AND other.query = saved_search.query)
      """, id, member, SavedSearchDraft.most) == 1
  }

  /// A member who leaves keeps nothing.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM saved_search WHERE member = ?", member)
  }

  /// What was taken away more than a day ago.
  static func forgetRemoved(at now: Instant, _ db: Writer) throws {
    try db.run("DELETE FROM saved_search WHERE removed < ?", now + -86_400)
  }
}

/// Looking for what is new.
extension SavedSearchStore {
  /// A search that is to be looked at.
  struct Due: Sendable {
    let id: SavedSearch.ID
    let member: Member.ID
    let language: Language?
    let name: String
    let query: FindingQuery
    /// Up to where it was looked at.
    let looked: Instant
    /// Since when what was told last is new, where that was not read yet.
    let unreadSince: Instant?
  }

  /// Those whose moment has come, along the index of moments; nobody is told who left or is kept out.
  static func due(at now: Instant, limit: Int, _ db: Reader) throws -> [Due] {
    try db.rows(
      """
      SELECT saved.id, saved.member, member.language, saved.name, saved.query, saved.looked,
             CASE WHEN EXISTS (
               SELECT 1 FROM notification
                WHERE notification.member = saved.member AND notification.read IS NULL
                  AND notification.kind = 'savedSearch'
                  AND notification.address = '/recherches/' || saved.id) THEN saved.told_since END
        FROM saved_search AS saved
        JOIN member ON member.id = saved.member
         AND member.deleted IS NULL AND member.suspended IS NULL
       WHERE saved.paused = 0 AND saved.removed IS NULL AND saved.next_look <= ?
       ORDER BY saved.next_look, saved.id LIMIT ?
      """, now, limit
    ) { row in
      Due(
        id: try row.next(), member: try row.next(), language: try row.next(),
        name: try row.next(), query: FindingQuery(stored: try row.next()),
        looked: try row.next(), unreadSince: try row.next())
    }
  }

  /// Keeps that a search was looked at, unless somebody else has looked meanwhile.
  ///
  /// - Parameter news: how much is new, and since when; nil: nothing.
  /// - Returns: whether it was still to be looked at.
  static func note(
    _ due: Due, until end: Instant, news: (count: Int, since: Instant)?, next: Instant,
    at now: Instant, _ db: Writer
  ) throws -> Bool {
    let isDue =
      try db.run(
        """
        UPDATE saved_search SET looked = max(looked, ?2), next_look = ?3
         WHERE id = ?1 AND looked = ?4 AND paused = 0 AND removed IS NULL
        """, due.id, end, next, due.looked) == 1
    guard isDue, let news else { return isDue }
    try db.run(
      "UPDATE saved_search SET told = ?, told_count = ?, told_since = ? WHERE id = ?", now,
      news.count, news.since, due.id)
    try withdraw(due.id, db)
    return true
  }

  /// What was told of it and not read, so that there is one word of it at most.
  private static func withdraw(_ id: SavedSearch.ID, _ db: Writer) throws {
    try db.run(
      """
      DELETE FROM notification
       WHERE kind = 'savedSearch' AND read IS NULL AND address = ?2
         AND member = (SELECT member FROM saved_search WHERE id = ?1)
      """, id, SavedSearch.address(id).text)
  }
}
