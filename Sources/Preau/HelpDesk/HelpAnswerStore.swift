import SQLite

/// Every statement about answers that serve again.
enum HelpAnswerStore {
  /// Those of a space, by name: along their index.
  static func all(of space: Space.ID, _ db: Reader) throws -> [HelpAnswer] {
    try db.rows(
      "SELECT id, name, body FROM help_answer WHERE space = ? ORDER BY sort_key(name), id LIMIT ?",
      space,
      HelpAnswer.most, read: read)
  }

  static func answer(
    _ id: HelpAnswer.ID, of space: Space.ID, _ db: Reader
  ) throws -> HelpAnswer? {
    try db.row(
      "SELECT id, name, body FROM help_answer WHERE id = ? AND space = ?", id, space, read: read)
  }

  private static func read(_ row: inout Row) throws -> HelpAnswer {
    HelpAnswer(id: try row.next(), name: try row.next(), body: try row.next())
  }

  /// - Throws: ``HelpAnswerDraft/Problem/tooMany``.
  static func add(
    _ name: String, _ body: String, to space: Space.ID, at now: Instant, _ db: Writer
  ) throws {
    let changed = try db.run(
      """
      INSERT INTO help_answer (space, name, body, changed) SELECT ?1, ?2, ?3, ?4
       WHERE (SELECT count(*) FROM help_answer WHERE space = ?1) < ?5
      """, space, name, body, now, HelpAnswer.most)
    if changed == 0 { throw HelpAnswerDraft.Problem.tooMany }
  }

  static func change(
    _ id: HelpAnswer.ID, to name: String, _ body: String, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE help_answer SET name = ?, body = ?, changed = ? WHERE id = ?", name, body, now, id)
  }

  static func remove(_ id: HelpAnswer.ID, from space: Space.ID, _ db: Writer) throws {
    try db.run("DELETE FROM help_answer WHERE id = ? AND space = ?", id, space)
  }
}
