import SQLite

/// One line of the record: what was decided and when, nothing of anybody.
struct RecordLine: Sendable {
  let id: JournalEntry.ID
  let at: Instant
  let action: JournalAction
  let detail: String

  static let perPage = 50
}

/// Every statement about the record of a space: a part of the journal that holds no personal data.
enum RecordStore {
  static func isShown(in space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT shows_moderation FROM space WHERE id = ?", space, as: Bool.self) ?? false
  }

  /// One page, the latest first: by the journal's index of the space. Neither who nor on whom nor on
  /// which post is even read.
  static func page(
    of space: Space.ID, before: JournalEntry.ID?, _ db: Reader
  ) throws -> (lines: [RecordLine], next: JournalEntry.ID?) {
    let found = try db.rows(
      """
      SELECT id, at, action, detail FROM journal
       WHERE space = ? AND id < ?
         AND action IN ('case-decided', 'contest-answered', 'post-removed', 'post-restored',
                        'post-edited', 'thread-closed', 'thread-reopened')
       ORDER BY id DESC LIMIT ?
      """, space, before?.value ?? .max, RecordLine.perPage + 1
    ) { row in
      RecordLine(
        id: try row.next(), at: try row.next(), action: try row.next(), detail: try row.next())
    }
    let lines = Array(found.prefix(RecordLine.perPage))
    return (lines, found.count > RecordLine.perPage ? lines.last?.id : nil)
  }

  /// Shows the record to those who read the space, or keeps it among référents.
  static func toggle(
    _ space: Space.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let isShown = try db.row(
      """
      UPDATE space SET shows_moderation = 1 - shows_moderation WHERE id = ?
      RETURNING shows_moderation
      """, space
    ) { row in try row.next(Bool.self) }
    try Journal.write(
      isShown == true ? .moderationShown : .moderationKept, by: member, in: space, at: now, db)
  }
}
