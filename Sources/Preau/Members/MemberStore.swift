import SQLite

/// Every statement about members.
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
}

extension MemberStore {
  static func choose(_ language: Language, for member: Member.ID, _ db: Writer) throws {
    try db.run("UPDATE member SET language = ? WHERE id = ?", language, member)
  }
}
