import SQLite

/// Every statement about searches without result.
enum SearchMissStore {
  /// Words that fewer members looked for are shown to nobody.
  static let fewestMembers = 3
  private static let secondsKept: Int64 = 90 * 86_400
  private static let mostShown = 25

  static func keep(_ miss: SearchMiss, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO search_miss (words, typed, who, at) VALUES (?, ?, ?, ?)
      ON CONFLICT (words, who) DO UPDATE SET at = excluded.at
      """, miss.words, miss.typed, miss.who, now)
  }

  /// Those of which somebody must write: what several members looked for, the most wanted first, in
  /// the spelling of one of them, with accents if any has typed some.
  static func wanted(at now: Instant, _ db: Reader) throws -> [(words: String, members: Int)] {
    try db.rows(
      """
      SELECT max(typed), count(*) FROM search_miss WHERE at > ?
       GROUP BY words HAVING count(*) >= ? ORDER BY count(*) DESC, words LIMIT ?
      """, now + -secondsKept, fewestMembers, mostShown
    ) { row in (words: try row.next(), members: try row.next()) }
  }

  static func forgetOld(at now: Instant, _ db: Writer) throws {
    try db.run("DELETE FROM search_miss WHERE at <= ?", now + -secondsKept)
  }
}
