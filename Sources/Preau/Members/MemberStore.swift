import SQLite

/// Statements about members as everybody meets them.
enum MemberStore {
  /// Reads the eleven columns of a ``Member``, in the order in which statements here name them.
  static func read(_ row: inout Row) throws -> Member {
    Member(
      id: try row.next(), login: try row.next(), name: try row.next(), role: try row.next(),
      hasPublicName: try row.next(), language: try row.next(),
      comfort: ReadingComfort(
        textSize: try row.next(), spacing: try row.next(), typeface: try row.next()),
      joined: try row.next(), feedGeneration: try row.next())
  }

  /// By number: one row of the primary key.
  static func member(_ id: Member.ID, _ db: Reader) throws -> Member? {
    try db.row(
      """
      SELECT id, login, name, role, public_name, language, text_size, spacing, typeface, joined,
             feed_generation
        FROM member WHERE id = ? AND deleted IS NULL
      """, id, read: read)
  }

  /// By log-in name, folded.
  static func member(login: String, _ db: Reader) throws -> Member? {
    try db.row(
      """
      SELECT id, login, name, role, public_name, language, text_size, spacing, typeface, joined,
             feed_generation
        FROM member WHERE login = ? AND deleted IS NULL
      """, login, read: read)
  }

  static func choose(_ language: Language?, for member: Member.ID, _ db: Writer) throws {
    try db.run("UPDATE member SET language = ? WHERE id = ?", language, member)
  }
}
