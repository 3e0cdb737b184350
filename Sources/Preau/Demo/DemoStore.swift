import SQLite

/// Every statement of the demo.
enum DemoStore {
  static func hasMembers(_ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM member LIMIT 1", as: Int.self) != nil
  }

  static func hasPasswords(_ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM member WHERE password IS NOT NULL LIMIT 1", as: Int.self) != nil
  }

  static func setMissingPasswords(_ hash: String, _ db: Writer) throws {
    try db.run("UPDATE member SET password = ? WHERE password IS NULL AND deleted IS NULL", hash)
  }

  /// Those who run the site and teach first, then in the order in which they came.
  static func members(_ db: Reader) throws -> [(login: String, role: String)] {
    try db.rows(
      """
      SELECT login, role FROM member WHERE deleted IS NULL AND password IS NOT NULL
       ORDER BY CASE role WHEN 'administrator' THEN 0 WHEN 'teacher' THEN 1
                          WHEN 'professional' THEN 2 WHEN 'family' THEN 3 ELSE 4 END, id
      """
    ) { row in (try row.next(), try row.next()) }
  }
}
