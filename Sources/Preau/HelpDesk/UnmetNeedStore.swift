import SQLite

/// Every statement about needs that nobody could meet.
enum UnmetNeedStore {
  /// Those of a space, theme by theme, the oldest first: along the index of the space.
  static func all(of space: Space.ID, _ db: Reader) throws -> [UnmetNeed] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, unmet_need.theme, unmet_need.note,
             ifnull(help_follow_up.comment, ''), thread.created, thread.me_too_count,
             unmet_need.sent
        FROM unmet_need
        JOIN thread ON thread.id = unmet_need.thread
        LEFT JOIN help_follow_up ON help_follow_up.thread = unmet_need.thread
       WHERE unmet_need.space = ? AND thread.removed IS NULL
       ORDER BY unmet_need.theme, unmet_need.created, unmet_need.thread LIMIT ?
      """, space, UnmetNeed.most
    ) { row in
      UnmetNeed(
        thread: try row.next(), slug: try row.next(), title: try row.next(),
        theme: try row.next(), note: try row.next(), comment: try row.next(),
        asked: try row.next(), meToo: try row.next(), sent: try row.next())
    }
  }

  /// Puts needs under one theme and notes something about them; what is empty stays as it was.
  static func annotate(
    _ threads: [Thread.ID], theme: String, note: String, in space: Space.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE unmet_need
         SET theme = CASE ?2 WHEN '' THEN theme ELSE ?2 END,
             note = CASE ?3 WHEN '' THEN note ELSE ?3 END
       WHERE space = ?1 AND thread IN (SELECT value FROM json_each(?4))
      """, space, theme, note, list(threads))
  }

  /// Notes that needs were sent to the level above.
  ///
  /// - Returns: how many had not been.
  static func send(
    _ threads: [Thread.ID], from space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Int {
    try db.run(
      """
      UPDATE unmet_need SET sent = ?2
       WHERE space = ?1 AND sent IS NULL AND thread IN (SELECT value FROM json_each(?3))
      """, space, now, list(threads))
  }

  private static func list(_ threads: [Thread.ID]) -> String {
    "[" + threads.map { String($0.value) }.joined(separator: ",") + "]"
  }
}
