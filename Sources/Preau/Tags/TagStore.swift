import SQLite

/// A tag and how many threads and cards bear it, among those that the reader may read.
struct TagUse: Sendable, Equatable {
  let tag: Tag
  let count: Int
}

/// Every statement about tags on their own. A tag that the reader may read nothing under does not
/// exist for that reader.
enum TagStore {
  static let perPage = 200

  /// Tags in the order of the alphabet, without capitals and accents: along the index of the slug.
  ///
  /// - Parameter slug: where the page before ended; empty for the first one.
  static func alphabetical(
    after slug: String, reader: Int64, _ db: Reader
  ) throws -> (tags: [TagUse], next: String?) {
    let found = try db.rows(
      """
      SELECT slug, label, uses FROM (
        SELECT tag.slug, tag.label,
               (SELECT count(*) FROM thread_tag JOIN thread ON thread.id = thread_tag.thread
                 WHERE thread_tag.tag = tag.id AND thread.removed IS NULL
                   AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1))
               + (SELECT count(*)
                    FROM resource_tag JOIN resource ON resource.id = resource_tag.resource
                   WHERE resource_tag.tag = tag.id AND resource.state = 'published'
                     AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1))
               AS uses
          FROM tag WHERE tag.slug > ?2)
       WHERE uses > 0 ORDER BY slug LIMIT ?3
      """, reader, slug, perPage + 1, read: read)
    let tags = Array(found.prefix(perPage))
    return (tags, found.count > perPage ? tags.last?.tag.slug : nil)
  }

  /// The tags that stand on most threads and cards.
  static func mostUsed(reader: Int64, _ db: Reader) throws -> [TagUse] {
    try db.rows(
      """
      SELECT tag.slug, tag.label, count(*) AS uses FROM (
        SELECT thread_tag.tag FROM thread_tag JOIN thread ON thread.id = thread_tag.thread
         WHERE thread.removed IS NULL
           AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
        UNION ALL
        SELECT resource_tag.tag
          FROM resource_tag JOIN resource ON resource.id = resource_tag.resource
         WHERE resource.state = 'published'
           AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1)
      ) AS borne JOIN tag ON tag.id = borne.tag
       GROUP BY tag.id ORDER BY uses DESC, tag.slug LIMIT ?2
      """, reader, perPage, read: read)
  }

  static func tag(slug: String, reader: Int64, _ db: Reader) throws -> Tag? {
    try db.row(
      """
      SELECT slug, label FROM tag
       WHERE slug = ?2 AND (
         EXISTS (
           SELECT 1 FROM thread_tag JOIN thread ON thread.id = thread_tag.thread
            WHERE thread_tag.tag = tag.id AND thread.removed IS NULL
              AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1))
         OR EXISTS (
           SELECT 1 FROM resource_tag JOIN resource ON resource.id = resource_tag.resource
            WHERE resource_tag.tag = tag.id AND resource.state = 'published'
              AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1)))
      """, reader, slug
    ) { row in Tag(slug: try row.next(), label: try row.next()) }
  }

  /// Makes a tag known for a thread that is about to bear it.
  ///
  /// Its label is the one written first where most may read it: what was written in a private space
  /// gives way to what is written in public, or a label would tell outside what was said inside.
  static func name(_ tag: Tag, on thread: Thread.ID, _ db: Writer) throws {
    let visibility = try db.value(
      """
      SELECT space.visibility FROM thread JOIN space ON space.id = thread.space
       WHERE thread.id = ?
      """, thread, as: Space.Visibility.self)
    if let visibility { try name(tag, for: visibility, db) }
  }

  /// The same for threads of a space.
  static func name(_ tag: Tag, in space: Space.ID, _ db: Writer) throws {
    let visibility = try db.value(
      "SELECT visibility FROM space WHERE id = ?", space, as: Space.Visibility.self)
    if let visibility { try name(tag, for: visibility, db) }
  }

  private static func name(
    _ tag: Tag, for visibility: Space.Visibility, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO tag (slug, label) VALUES (?1, ?2)
      ON CONFLICT (slug) DO UPDATE SET label = excluded.label
       WHERE label <> excluded.label AND NOT EXISTS (
         SELECT 1 FROM thread_tag
           JOIN thread ON thread.id = thread_tag.thread
           JOIN space ON space.id = thread.space
          WHERE thread_tag.tag = tag.id
            AND (?3 = 'private' OR space.visibility = 'public' OR space.visibility = ?3))
      """, tag.slug, tag.label, visibility)
  }

  private static func read(_ row: inout Row) throws -> TagUse {
    let tag = Tag(slug: try row.next(), label: try row.next())
    return TagUse(tag: tag, count: try row.next())
  }
}
