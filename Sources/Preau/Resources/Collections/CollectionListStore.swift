import SQLite

/// Lists of collections.
enum CollectionListStore {
  static let perPage = 25

  /// The latest that a reader may see, with at least one thing to read in them, or one's own.
  static func page(
    after cursor: ResourceCursor, mine: Bool, for viewer: Viewer, _ db: Reader
  ) throws -> (lines: [CollectionLine], next: ResourceCursor?) {
    let found = try db.rows(
      """
      SELECT it.id, it.kind, it.title, it.slug, it.words, it.visibility,
             member.id, member.name, member.role, member.public_name, member.deleted, it.changed,
             (SELECT count(*) FROM collection_item
                JOIN resource ON resource.id = collection_item.resource
               WHERE collection_item.collection = it.id AND resource.state = 'published'
                 AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1)) AS held
        FROM resource_collection AS it JOIN member ON member.id = it.owner
       WHERE it.removed IS NULL AND (it.changed, it.id) < (?2, ?3)
         AND CASE WHEN ?5 THEN 0
                  ELSE it.visibility = 'public' OR it.visibility = 'members' AND ?1 <> 0 END
             + (it.owner = ?1 OR EXISTS (
                  SELECT 1 FROM collection_editor
                   WHERE collection_editor.collection = it.id AND collection_editor.member = ?1))
             > 0
         AND (held > 0 OR it.owner = ?1)
       ORDER BY it.changed DESC, it.id DESC LIMIT ?4
      """, viewer.reader, cursor.rank, cursor.resource, perPage + 1, mine, read: read)
    let lines = Array(found.prefix(perPage))
    guard found.count > perPage, let last = lines.last else { return (lines, nil) }
    return (lines, ResourceCursor(rank: last.changed.seconds, resource: Number(last.id.value)))
  }

  /// The collections that a card stands in, as a reader may see them.
  static func holding(
    _ resource: Resource.ID, for viewer: Viewer, _ db: Reader
  ) throws -> [CollectionLine] {
    try db.rows(
      """
      SELECT it.id, it.kind, it.title, it.slug, it.words, it.visibility,
             member.id, member.name, member.role, member.public_name, member.deleted, it.changed, 1
        FROM collection_item
        JOIN resource_collection AS it ON it.id = collection_item.collection
        JOIN member ON member.id = it.owner
       WHERE collection_item.resource = ?2 AND it.removed IS NULL
         AND (it.visibility = 'public' OR it.visibility = 'members' AND ?1 <> 0 OR it.owner = ?1
              OR EXISTS (SELECT 1 FROM collection_editor
                          WHERE collection_editor.collection = it.id
                            AND collection_editor.member = ?1))
       ORDER BY it.changed DESC LIMIT 20
      """, viewer.reader, resource, read: read)
  }

  /// Those that a member may put something into.
  static func editable(by member: Member.ID, _ db: Reader) throws -> [CollectionLine] {
    try db.rows(
      """
      SELECT it.id, it.kind, it.title, it.slug, it.words, it.visibility,
             member.id, member.name, member.role, member.public_name, member.deleted, it.changed, 0
        FROM resource_collection AS it JOIN member ON member.id = it.owner
       WHERE it.removed IS NULL
         AND (it.owner = ?1 OR EXISTS (
           SELECT 1 FROM collection_editor
            WHERE collection_editor.collection = it.id AND collection_editor.member = ?1
              AND agreed IS NOT NULL))
       ORDER BY it.changed DESC LIMIT 200
      """, member, read: read)
  }

  private static func read(_ row: inout Row) throws -> CollectionLine {
    CollectionLine(
      id: try row.next(), kind: try row.next(), title: try row.next(), slug: try row.next(),
      words: try row.next(), visibility: try row.next(), owner: try Author.read(&row),
      changed: try row.next(), count: try row.next())
  }
}
