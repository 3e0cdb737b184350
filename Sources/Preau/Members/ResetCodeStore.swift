import SQLite

/// Every statement about the codes that replace a lost password.
enum ResetCodeStore {
  /// How long a code can be used.
  static let secondsOfLife: Int64 = 24 * 3_600

  /// Keeps the hash of a new code; earlier ones of the same member are worth nothing from then on.
  ///
  /// An administrator's code would hand the whole site to whoever reads it: none is made, and a
  /// lost password of theirs is replaced with `preau member password` on the machine itself.
  /// - Returns: false when there is no such member, or it is an administrator.
  static func issue(
    _ code: WrittenCode, for member: Member.ID, by issuer: Member.ID, at now: Instant,
    _ db: Writer
  ) throws -> Bool {
    try db.run("DELETE FROM reset_code WHERE member = ? OR expires <= ?", member, now)
    return try db.run(
      """
      INSERT INTO reset_code (code_hash, member, made_by, expires)
      SELECT ?, id, ?, ? FROM member
       WHERE id = ? AND deleted IS NULL AND role <> 'administrator'
      """, code.hash, issuer, now + secondsOfLife, member) == 1
  }

  /// Uses a code up.
  ///
  /// - Returns: false when it is not a code of that member, or comes too late.
  static func use(
    _ code: WrittenCode, of member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      "DELETE FROM reset_code WHERE code_hash = ? AND member = ? AND expires > ?", code.hash,
      member, now) == 1
  }
}
