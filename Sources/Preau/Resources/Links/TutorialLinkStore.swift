import HTML
import SQLite

/// Every statement about the links inside tutorials.
enum TutorialLinkStore {
  /// A published version whose links were not read.
  struct Unread {
    let tutorial: Tutorial.ID
    let version: Int
    let body: SanitizedHTML
  }

  static func unread(_ db: Reader) throws -> Unread? {
    try db.row(
      """
      SELECT tutorial.id, tutorial.published, version.html
        FROM tutorial
        LEFT JOIN tutorial_link_reading AS reading ON reading.tutorial = tutorial.id
        JOIN tutorial_version AS version
          ON version.tutorial = tutorial.id AND version.number = tutorial.published
       WHERE tutorial.published IS NOT NULL AND tutorial.removed IS NULL
         AND reading.version IS NOT tutorial.published
       LIMIT 1
      """
    ) { row in
      Unread(tutorial: try row.next(), version: try row.next(), body: try row.next())
    }
  }

  /// Makes `links` those of a tutorial; what is known of one that stays is kept.
  static func put(_ links: [String], of unread: Unread, _ db: Writer) throws {
    let tutorial = unread.tutorial
    try db.run("UPDATE tutorial_link SET position = 0 WHERE tutorial = ?", tutorial)
    for (index, url) in links.enumerated() {
      try db.run(
        """
        INSERT INTO tutorial_link (tutorial, url, position) VALUES (?, ?, ?)
        ON CONFLICT (tutorial, url) DO UPDATE SET position = excluded.position
        """, tutorial, url, index + 1)
    }
    try db.run("DELETE FROM tutorial_link WHERE tutorial = ? AND position = 0", tutorial)
    try db.run(
      """
      INSERT INTO tutorial_link_reading (tutorial, version) VALUES (?, ?)
      ON CONFLICT (tutorial) DO UPDATE SET version = excluded.version
      """, tutorial, unread.version)
  }

  /// A link that is due.
  struct Due: Sendable {
    let tutorial: Tutorial.ID
    let title: String
    let url: String
    let health: LinkHealth
  }

  /// Links that were never visited, or long ago, of what everybody reads.
  static func due(at now: Instant, limit: Int, _ db: Reader) throws -> [Due] {
    try db.rows(
      """
      SELECT tutorial.id, tutorial.title, link.url, link.failures, link.failed_since, link.broken
        FROM tutorial_link AS link
        JOIN tutorial ON tutorial.id = link.tutorial
       WHERE link.next_visit <= ?
         AND tutorial.published IS NOT NULL AND tutorial.removed IS NULL
       ORDER BY link.next_visit LIMIT ?
      """, now, limit
    ) { row in
      Due(
        tutorial: try row.next(), title: try row.next(), url: try row.next(),
        health: LinkHealth(
          failures: try row.next(), failedSince: try row.next(), broken: try row.next()))
    }
  }

  static func note(
    _ health: LinkHealth, of due: Due, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE tutorial_link SET next_visit = ?3, failures = ?4, failed_since = ?5, broken = ?6
       WHERE tutorial = ?1 AND url = ?2
      """, due.tutorial, due.url, health.nextVisit(after: now), health.failures,
      health.failedSince, health.broken)
  }

  /// Those who sign and have nothing unread about the workshop.
  static func authorsToTell(
    of tutorial: Tutorial.ID, at page: String, _ db: Reader
  ) throws -> [(member: Member.ID, language: Language?)] {
    try db.rows(
      """
      SELECT member.id, member.language
        FROM tutorial_author
        JOIN member ON member.id = tutorial_author.member AND member.deleted IS NULL
       WHERE tutorial_author.tutorial = ?1 AND tutorial_author.agreed IS NOT NULL
         AND NOT EXISTS (
           SELECT 1 FROM notification
            WHERE notification.member = member.id AND notification.read IS NULL
              AND notification.kind = 'message' AND notification.address = ?2)
      """, tutorial, page
    ) { row in (try row.next(), try row.next()) }
  }

  /// A link that leads nowhere any more.
  struct Broken {
    let url: String
    let since: Instant
  }

  /// In the order of the text.
  static func broken(in tutorial: Tutorial.ID, _ db: Reader) throws -> [Broken] {
    try db.rows(
      """
      SELECT url, broken FROM tutorial_link
       WHERE tutorial = ? AND broken IS NOT NULL ORDER BY position
      """, tutorial
    ) { row in Broken(url: try row.next(), since: try row.next()) }
  }
}
