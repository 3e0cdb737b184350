import SQLite

/// Statements about the ways in: names, addresses and passwords.
enum AccountStore {
  /// Who is meant by what was typed, and what the password must match.
  struct Credentials {
    let id: Member.ID
    /// nil for a member who was imported and has not set one.
    let passwordHash: String?
    /// Whether it is the hash of a secret from a slip, which is typed with more freedom.
    let isClassSecret: Bool

    /// Whether `typed` is the password; takes as long when there is none.
    func accept(_ typed: String) -> Bool {
      let text = isClassSecret ? ClassSecret.folded(typed) : typed
      return Crypto.password(text, matches: passwordHash ?? Crypto.nobodysPassword)
        && passwordHash != nil
    }

    /// Nobody's, at the same price.
    static let nobody = Credentials(id: Number(0), passwordHash: nil, isClassSecret: false)
  }

  /// Which of two values that must be unique belongs to somebody else.
  enum Taken: Error, Equatable { case login, email }

  /// By log-in name or e-mail address; no name holds an @, so that one text means one member.
  static func credentials(_ typed: String, _ db: Reader) throws -> Credentials? {
    let folded = LogInName.fold(typed)
    return try db.row(
      """
      SELECT member.id, member.password, class_account.is_secret
        FROM member LEFT JOIN class_account ON class_account.member = member.id
       WHERE (member.login = ? OR member.email = ?) AND member.deleted IS NULL
      """, folded, folded, read: readCredentials)
  }

  /// The same for a member who is known already.
  static func credentials(of member: Member.ID, _ db: Reader) throws -> Credentials? {
    try db.row(
      """
      SELECT member.id, member.password, class_account.is_secret
        FROM member LEFT JOIN class_account ON class_account.member = member.id
       WHERE member.id = ?
      """, member, read: readCredentials)
  }

  private static func readCredentials(_ row: inout Row) throws -> Credentials {
    Credentials(
      id: try row.next(), passwordHash: try row.next(),
      isClassSecret: try row.next(Bool?.self) ?? false)
  }

  /// - Throws: ``Taken``.
  static func add(
    _ member: NewMember, passwordHash: String, at now: Instant, _ db: Writer
  ) throws -> Member.ID {
    try add(
      login: member.login, name: member.name, email: member.email, role: member.role,
      passwordHash: passwordHash, at: now, db)
  }

  /// - Throws: ``Taken``.
  static func add(
    login: LogInName, name: DisplayName, email: EmailAddress?, role: Member.Role,
    passwordHash: String, at now: Instant, _ db: Writer
  ) throws -> Member.ID {
    try refusingTaken {
      try db.run(
        """
        INSERT INTO member (login, name, email, password, role, joined) VALUES (?, ?, ?, ?, ?, ?)
        """, login, name.text, email?.text, passwordHash, role, now)
    }
    return Member.ID(db.lastInsertedRow)
  }

  static func isTaken(_ login: LogInName, _ db: Reader) throws -> Bool {
    try db.value("SELECT id FROM member WHERE login = ?", login, as: Int64.self) != nil
  }

  static func isTaken(_ email: EmailAddress, _ db: Reader) throws -> Bool {
    try db.value("SELECT id FROM member WHERE email = ?", email.text, as: Int64.self) != nil
  }

  /// `login` followed by the first number from 2 to 99 that nobody has.
  static func freeName(near login: LogInName, _ db: Reader) throws -> String? {
    let stem = String(login.text.prefix(LogInName.lengths.upperBound - 2))
    let number: Int? = try db.value(
      """
      WITH RECURSIVE trial (number) AS (
        SELECT 2 UNION ALL SELECT number + 1 FROM trial WHERE number < 99)
      SELECT number FROM trial
       WHERE NOT EXISTS (SELECT 1 FROM member WHERE login = ? || number) LIMIT 1
      """, stem)
    return number.map { stem + String($0) }
  }

  static func setPassword(_ hash: String, of member: Member.ID, _ db: Writer) throws {
    try db.run("UPDATE member SET password = ? WHERE id = ?", hash, member)
    try db.run("DELETE FROM reset_code WHERE member = ?", member)
    try db.run("UPDATE class_account SET is_secret = 0 WHERE member = ?", member)
  }

  /// Names the unique value that a change met.
  static func refusingTaken(_ change: () throws -> Void) throws {
    do {
      try change()
    } catch let error as SQLiteError {
      if error.isUniqueViolation(of: "member.login") { throw Taken.login }
      if error.isUniqueViolation(of: "member.email") { throw Taken.email }
      throw error
    }
  }
}
