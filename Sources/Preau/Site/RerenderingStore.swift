import HTML
import SQLite

/// Every statement of the rerendering.
enum RerenderingStore {
  static func oldBodies(_ count: Int, _ db: Reader) throws -> [OldBody] {
    try db.rows(
      "SELECT id, source FROM post WHERE policy < ? ORDER BY policy, id LIMIT ?", PostBody.policy,
      count
    ) { row in OldBody(post: try row.next(), source: try row.next()) }
  }

  static func replace(_ old: OldBody, with html: SanitizedHTML, _ db: Writer) throws {
    try db.run(
      "UPDATE post SET html = ?, policy = ? WHERE id = ? AND policy < ?2 AND source = ?", html,
      PostBody.policy, old.post, old.source)
  }

  static func oldTutorials(_ count: Int, _ db: Reader) throws -> [OldTutorial] {
    try db.rows(
      """
      SELECT tutorial, number, source FROM tutorial_version WHERE policy < ?
       ORDER BY policy, tutorial, number LIMIT ?
      """, PostBody.policy, count
    ) { row in
      OldTutorial(tutorial: try row.next(), version: try row.next(), source: try row.next())
    }
  }

  static func replace(_ old: OldTutorial, with html: SanitizedHTML, _ db: Writer) throws {
    try db.run(
      """
      UPDATE tutorial_version SET html = ?, policy = ?
       WHERE tutorial = ? AND number = ? AND policy < ?2 AND source = ?
      """, html, PostBody.policy, old.tutorial, old.version, old.source)
  }

  static func oldAbouts(_ count: Int, _ db: Reader) throws -> [OldAbout] {
    try db.rows(
      "SELECT id, about FROM member WHERE about <> '' AND about_policy < ? LIMIT ?",
      RenderedAbout.policy, count
    ) { row in OldAbout(member: try row.next(), source: try row.next()) }
  }

  static func replaceAbout(_ old: OldAbout, with html: SanitizedHTML, _ db: Writer) throws {
    try db.run(
      "UPDATE member SET about_html = ?, about_policy = ? WHERE id = ? AND about = ?", html,
      RenderedAbout.policy, old.member, old.source)
  }
}
