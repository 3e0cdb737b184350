import SQLite

/// Every statement about whether links still lead somewhere.
enum LinkStore {
  /// A link that is due.
  struct Due: Sendable {
    let resource: Resource.ID
    let slug: String
    let title: String
    let url: String
    let health: LinkHealth
    /// Who added it, and in which language they read.
    let addedBy: Member.ID?
    let language: Language?
  }

  /// Links that were never visited, or long ago, or have changed since.
  static func due(at now: Instant, limit: Int, _ db: Reader) throws -> [Due] {
    try db.rows(
      """
      SELECT resource.id, resource.slug, resource.title, resource.url,
             CASE WHEN link.url = resource.url THEN link.failures ELSE 0 END,
             CASE WHEN link.url = resource.url THEN link.failed_since END,
             CASE WHEN link.url = resource.url THEN link.broken END,
             member.id, member.language
        FROM resource
        LEFT JOIN resource_link AS link ON link.resource = resource.id
        LEFT JOIN member ON member.id = resource.added_by AND member.deleted IS NULL
       WHERE resource.url IS NOT NULL AND resource.state = 'published'
         AND (link.resource IS NULL OR link.next_visit <= ?1 OR link.url <> resource.url)
       ORDER BY link.next_visit, resource.id LIMIT ?2
      """, now, limit
    ) { row in
      Due(
        resource: try row.next(), slug: try row.next(), title: try row.next(),
        url: try row.next(),
        health: LinkHealth(
          failures: try row.next(), failedSince: try row.next(), broken: try row.next()),
        addedBy: try row.next(), language: try row.next())
    }
  }

  static func note(
    _ health: LinkHealth, of due: Due, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO resource_link (
        resource, url, visited, next_visit, failures, failed_since, broken)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (resource) DO UPDATE
        SET url = excluded.url, visited = excluded.visited, next_visit = excluded.next_visit,
            failures = excluded.failures, failed_since = excluded.failed_since,
            broken = excluded.broken
      """, due.resource, due.url, now, health.nextVisit(after: now), health.failures,
      health.failedSince, health.broken)
  }

  /// Since when a card's link is broken.
  static func broken(_ resource: Resource.ID, _ db: Reader) throws -> Instant? {
    try db.value(
      """
      SELECT broken FROM resource_link JOIN resource ON resource.id = resource_link.resource
       WHERE resource_link.resource = ? AND resource_link.url = resource.url
      """, resource, as: Instant?.self
    ).flatMap { $0 }
  }
}
