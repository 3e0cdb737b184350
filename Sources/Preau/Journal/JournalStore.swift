// The journal keeps four promises:
// (1) It is only added to: triggers refuse every change to a line and every deletion.
// (2) A line is written in the transaction of the act itself: there is neither without the other.
// (3) It holds numbers and words of ours, never a name nor what a member wrote: when an account is
//     deleted, its lines stay and say « compte supprimé ».
// (4) It tells nobody who is in a private space, nor who wrote without a name: see `Journal.part`.

import SQLite

/// Who did what, on whom or on what, where and when.
enum Journal {
  /// Adds a line, in the write transaction of the act that it tells of.
  ///
  /// - Parameters:
  ///   - actor: nil for the command line.
  ///   - member: on whom.
  ///   - space: where, unless it concerns the whole site.
  ///   - detail: words of ours, such as a reason from a list; never what somebody typed.
  static func write(
    _ action: JournalAction, by actor: Member.ID?, on member: Member.ID? = nil,
    in space: Space.ID? = nil, about object: JournalObject? = nil, detail: String = "",
    at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO journal (at, actor, action, member, space, object, object_id, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, now, actor, action, member, space, object?.kind, object?.number, detail)
  }

  /// One page of a part, the latest first: one statement, by the primary key or the index of the
  /// space.
  ///
  /// An administrator reads what was done in a private space and by whom, not on whom: who is in it
  /// is known inside it only.
  /// - Parameter before: where the page before ended; nil for the first page.
  static func page(
    of part: JournalPart, before: JournalEntry.ID?, viewer: Viewer, _ db: Reader
  ) throws -> (entries: [JournalEntry], next: JournalEntry.ID?) {
    let found =
      switch part {
      case .whole: try whole(before, viewer, db)
      case .space(let space): try of(space, before, viewer, db)
      }
    let entries = Array(found.prefix(JournalEntry.perPage))
    return (entries, found.count > JournalEntry.perPage ? entries.last?.id : nil)
  }

  private static func whole(
    _ before: JournalEntry.ID?, _ viewer: Viewer, _ db: Reader
  ) throws -> [JournalEntry] {
    try db.rows(
      """
      SELECT journal.id, journal.at, journal.action, journal.object, journal.object_id,
             journal.detail, actor.id, actor.name, actor.role, actor.public_name, actor.deleted,
             whom.id, whom.name, whom.role, whom.public_name, whom.deleted,
             space.id, space.slug, space.name, space.visibility
        FROM journal
        LEFT JOIN space ON space.id = journal.space
        LEFT JOIN member AS actor ON actor.id = journal.actor
        LEFT JOIN member AS whom ON whom.id = journal.member AND (space.id IS NULL OR EXISTS (
          SELECT 1 FROM readable_space WHERE reader = ?3 AND readable_space.space = space.id))
       WHERE journal.id < ?1
       ORDER BY journal.id DESC LIMIT ?2
      """, before?.value ?? .max, JournalEntry.perPage + 1, viewer.reader, read: read)
  }

  private static func of(
    _ space: Space.ID, _ before: JournalEntry.ID?, _ viewer: Viewer, _ db: Reader
  ) throws -> [JournalEntry] {
    try db.rows(
      """
      SELECT journal.id, journal.at, journal.action, journal.object, journal.object_id,
             journal.detail, actor.id, actor.name, actor.role, actor.public_name, actor.deleted,
             whom.id, whom.name, whom.role, whom.public_name, whom.deleted,
             space.id, space.slug, space.name, space.visibility
        FROM journal
        JOIN space ON space.id = journal.space
        LEFT JOIN member AS actor ON actor.id = journal.actor
        LEFT JOIN member AS whom ON whom.id = journal.member
       WHERE journal.space = ?1 AND journal.id < ?2
         AND EXISTS (SELECT 1 FROM readable_space WHERE reader = ?4 AND readable_space.space = ?1)
       ORDER BY journal.id DESC LIMIT ?3
      """, space, before?.value ?? .max, JournalEntry.perPage + 1, viewer.reader, read: read)
  }

  private static func read(_ row: inout Row) throws -> JournalEntry {
    let id = try row.next(JournalEntry.ID.self)
    let at = try row.next(Instant.self)
    let action = try row.next(JournalAction.self)
    let object = JournalObject(kind: try row.next(), number: try row.next())
    let detail = try row.next(String.self)
    let actor = try author(&row)
    let member = try author(&row)
    return JournalEntry(
      id: id, at: at, actor: actor, action: action, member: action.namesWhom ? member : nil,
      space: try space(&row), object: object, detail: detail)
  }

  /// Reads the five columns of an ``Author``, all NULL when there is nobody.
  private static func author(_ row: inout Row) throws -> Author? {
    let id = try row.next(Member.ID?.self)
    let name = try row.next(String?.self)
    let role = try row.next(Member.Role?.self)
    let hasPublicName = try row.next(Bool?.self)
    let deleted = try row.next(Int64?.self)
    guard let id, let name, let role, let hasPublicName else { return nil }
    return Author(
      id: id, name: name, role: role, hasPublicName: hasPublicName, isDeleted: deleted != nil)
  }

  private static func space(_ row: inout Row) throws -> Space? {
    let id = try row.next(Space.ID?.self)
    let slug = try row.next(String?.self)
    let name = try row.next(String?.self)
    let visibility = try row.next(Space.Visibility?.self)
    guard let id, let slug, let name, let visibility else { return nil }
    return Space(id: id, slug: slug, name: name, visibility: visibility)
  }
}
