import SQLite

/// A vocabulary that an administrator has sent, to be looked at before it is imported.
struct VocabularyUpload: Sendable {
  let name: String
  let document: [UInt8]
}

/// Every statement about files that wait for a confirmation.
enum VocabularyUploadStore {
  /// For how long they wait.
  private static let longest: Int64 = 86_400

  /// Keeps one file for each administrator: the last one.
  static func keep(
    _ upload: VocabularyUpload, of member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run("DELETE FROM vocabulary_upload WHERE sent < ?", now + -longest)
    try db.run(
      """
      INSERT OR REPLACE INTO vocabulary_upload (member, name, document, sent) VALUES (?, ?, ?, ?)
      """, member, upload.name, upload.document, now)
  }

  static func upload(of member: Member.ID, _ db: Reader) throws -> VocabularyUpload? {
    try db.row("SELECT name, document FROM vocabulary_upload WHERE member = ?", member) { row in
      VocabularyUpload(name: try row.next(), document: try row.next())
    }
  }

  static func forget(of member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM vocabulary_upload WHERE member = ?", member)
  }
}
