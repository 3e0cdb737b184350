import SQLite

/// Statements by which an administrator keeps a member out, for a time.
enum SuspensionStore {
  static func isSuspended(_ member: Member.ID, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT suspended IS NOT NULL FROM member WHERE id = ?", member, as: Bool.self) ?? false
  }

  /// Ends all sessions of the member; what they wrote stays.
  ///
  /// - Returns: false when nothing changes; administrators are not suspended.
  static func suspend(_ member: Member.ID, at now: Instant, _ db: Writer) throws -> Bool {
    let changed = try db.run(
      """
      UPDATE member SET suspended = ?
       WHERE id = ? AND suspended IS NULL AND deleted IS NULL AND role <> 'administrator'
      """, now, member)
    if changed == 0 { return false }
    try SessionStore.closeAll(of: member, except: nil, db)
    try db.run("DELETE FROM reset_code WHERE member = ?", member)
    return true
  }

  /// - Returns: false when nothing changes.
  static func restore(_ member: Member.ID, _ db: Writer) throws -> Bool {
    try db.run(
      "UPDATE member SET suspended = NULL WHERE id = ? AND suspended IS NOT NULL", member) == 1
  }
}
