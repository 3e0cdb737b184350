import SQLite

/// Every statement about threads.
enum ThreadStore {
  /// Notes how far a member has read; never backwards.
  static func markRead(
    _ thread: Thread.ID, upTo number: Int, by member: Member.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO thread_reading (member, thread, number)
      SELECT ?1, id, ?3 FROM thread WHERE id = ?2 AND EXISTS (SELECT 1 FROM member WHERE id = ?1)
      ON CONFLICT (member, thread) DO UPDATE SET number = max(number, excluded.number)
      """, member, thread, number)
  }
}
