import SQLite

extension BadgeKeyStore {
  /// The site answers at this address now: what is given out from the command line is to hold it, too.
  static func serve(_ url: String, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO badge_base (url, served) VALUES (?1, ?2)
      ON CONFLICT (url) DO UPDATE SET served = ?2
      """, url, now)
  }

  /// Where the site was served last; nil when it never was.
  static func servedBase(_ db: Reader) throws -> String? {
    try db.value(
      """
      SELECT url FROM badge_base WHERE served IS NOT NULL ORDER BY served DESC, id DESC LIMIT 1
      """, as: String.self)
  }
}
