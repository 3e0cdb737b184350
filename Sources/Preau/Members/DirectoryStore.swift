import SQLite

/// Statements by which administrators find members and say what they are.
enum DirectoryStore {
  /// The site would be left without anyone to run it.
  struct LastAdministrator: Error {}

  struct Entry {
    let id: Member.ID
    let login: String
    let name: String
    let role: Member.Role
    let joined: Instant
  }

  /// What the list is narrowed to.
  struct Search {
    /// Found anywhere in the name or the log-in name; empty for all members.
    var words = ""
    var role: Member.Role?
    /// The list begins after this log-in name.
    var after = ""
  }

  static let perPage = 25

  /// One page and one more, in the order of log-in names: along the unique index of `login`.
  static func entries(_ search: Search, _ db: Reader) throws -> [Entry] {
    // LIKE knows the case of ASCII letters only: « É » is looked for in its three likely spellings.
    let lowered = LogInName.fold(search.words)
    let capitalized = lowered.prefix(1).uppercased() + lowered.dropFirst()
    return try db.rows(
      """
      SELECT id, login, name, role, joined FROM member
       WHERE login > ?1 AND deleted IS NULL AND (?2 IS NULL OR role = ?2)
         AND (login LIKE ?3 ESCAPE '\\' OR name LIKE ?3 ESCAPE '\\'
              OR name LIKE ?4 ESCAPE '\\' OR name LIKE ?5 ESCAPE '\\')
       ORDER BY login LIMIT ?6
      """, search.after, search.role, pattern(lowered), pattern(capitalized),
      pattern(search.words.nfc), perPage + 1
    ) { row in
      Entry(
        id: try row.next(), login: try row.next(), name: try row.next(), role: try row.next(),
        joined: try row.next())
    }
  }

  private static func pattern(_ words: String) -> String {
    "%" + words.map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "%"
  }

  /// Codes made for the former role go with it, and so do classes, which only teachers look after.
  ///
  /// - Throws: ``LastAdministrator``, ``Refusal/notFound``.
  static func setRole(_ role: Member.Role, of member: Member.ID, _ db: Writer) throws {
    guard try MemberStore.member(member, db) != nil else { throw Refusal.notFound }
    let changed = try db.run(
      """
      UPDATE member SET role = ?1
       WHERE id = ?2 AND deleted IS NULL
         AND (?1 = 'administrator' OR role <> 'administrator' OR 1 < (
           SELECT count(*) FROM member WHERE role = 'administrator' AND deleted IS NULL))
      """, role, member)
    guard changed == 1 else { throw LastAdministrator() }
    if role != .teacher && role != .administrator {
      try MembershipStore.dismissFromClasses(member, db)
    }
    try db.run("DELETE FROM reset_code WHERE member = ?", member)
  }

  /// The names of administrators and référents.
  static func namesInCharge(except member: Member.ID?, _ db: Reader) throws -> [String] {
    try db.rows(
      """
      SELECT name FROM member
       WHERE role = 'administrator' AND deleted IS NULL AND id IS NOT ?1
      UNION
      SELECT member.name
        FROM space_member JOIN member ON member.id = space_member.member
       WHERE space_member.role = 'referent' AND member.deleted IS NULL AND member.id IS NOT ?1
      """, member
    ) { try $0.next() }
  }
}
