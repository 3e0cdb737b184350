import HTTP
import SQLite

/// A form that was sent after its session had ended.
struct KeptForm {
  let path: String
  let fields: Parameters

  /// After that, it is thrown away unread.
  static let secondsOfLife: Int64 = 3_600
  /// Bytes of all its fields: the longest post fits, with everything around it.
  static let longest = 131_072
  /// Of one member: a token lives longer than its session, and must not fill the disk.
  static let mostPerMember = 5

  static func fits(_ fields: Parameters) -> Bool {
    fields.pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } <= longest
  }
}

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

/// Fields as one text, in the form that browsers send (URL Standard, `urlencoded`).
enum FormText {
  static func text(_ fields: Parameters) -> String {
    fields.pairs.map {
      PercentEncoding.encode(query: $0.name) + "=" + PercentEncoding.encode(query: $0.value)
    }.joined(separator: "&")
  }
}
