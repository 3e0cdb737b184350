import HTTP
import SQLite

/// Every statement about kept forms.
enum KeptFormStore {
  /// Keeps a form that ``KeptForm/fits(_:)``; the oldest of its member goes when there are too many.
  static func keep(
    path: String, fields: Parameters, of member: Member.ID, token: [UInt8], at now: Instant,
    _ db: Writer
  ) throws {
    try forgetOld(at: now, db)
    // The number of a deleted member may stand in a token of last week.
    try db.run(
      """
      INSERT INTO kept_form (token_hash, member, path, fields, created)
      SELECT ?, id, ?, ?, ? FROM member WHERE id = ? AND deleted IS NULL
      """, token, path, FormText.text(fields), now, member)
    try db.run(
      """
      DELETE FROM kept_form WHERE member = ?1 AND id NOT IN (
        SELECT id FROM kept_form WHERE member = ?1 ORDER BY id DESC LIMIT ?2)
      """, member, KeptForm.mostPerMember)
  }

  /// Throws away what nobody came back for: along the index of `created`.
  static func forgetOld(at now: Instant, _ db: Writer) throws {
    try db.run("DELETE FROM kept_form WHERE created < ?", now + -KeptForm.secondsOfLife)
  }

  /// Hands a kept form to the member who wrote it, once; to anybody else, nothing.
  static func take(
    token: [UInt8], for member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> KeptForm? {
    try db.row(
      """
      DELETE FROM kept_form WHERE token_hash = ? AND member = ? AND created >= ?
      RETURNING path, fields
      """, token, member, now + -KeptForm.secondsOfLife
    ) { row in
      KeptForm(path: try row.next(), fields: Parameters(query: try row.next()))
    }
  }
}
