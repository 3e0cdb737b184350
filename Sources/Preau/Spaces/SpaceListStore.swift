import SQLite

/// The list of spaces, and one space in full. By keyset on the slug, which is the name without
/// capitals and accents: the order of a dictionary.
enum SpaceListStore {
  static let perPage = 50

  /// One page of the spaces that `viewer` may read: two to four statements.
  ///
  /// - Parameters:
  ///   - subject: only those about it; empty for all.
  ///   - slug: where the page before ended; empty for the first one.
  static func page(
    about subject: String, after slug: String, viewer: Viewer, _ db: Reader
  ) throws -> SpaceList {
    var list = SpaceList()
    if slug.isEmpty { list.joined = try joined(by: viewer, about: subject, db) }
    let found = try others(about: subject, after: slug, viewer, db)
    list.others = Array(found.prefix(perPage))
    if found.count > perPage { list.next = list.others.last?.space.slug }
    list.subjects = try subjects(reader: viewer.reader, db)
    if viewer.isAdministrator && slug.isEmpty { list.closed = try closed(to: viewer, db) }
    return list
  }

  /// Everything about the space that bears `slug`, whether or not `viewer` may read it: the caller
  /// asks the rights.
  static func profile(slug: String, viewer: Viewer, _ db: Reader) throws -> SpaceProfile? {
    try db.row(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL, space.subject, space.level, space.about,
             space.thread_count, space.member_count,
             EXISTS (SELECT 1 FROM class WHERE class.space = space.id)
        FROM space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?2
       WHERE space.slug = ?1
      """, slug, viewer.reader
    ) { row in try profile(&row, viewer) }
  }

  /// The space that used to bear `slug`.
  static func profile(oldSlug slug: String, viewer: Viewer, _ db: Reader) throws -> SpaceProfile? {
    try db.row(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL, space.subject, space.level, space.about,
             space.thread_count, space.member_count,
             EXISTS (SELECT 1 FROM class WHERE class.space = space.id)
        FROM space_old_slug
        JOIN space ON space.id = space_old_slug.space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?2
       WHERE space_old_slug.slug = ?1
      """, slug, viewer.reader
    ) { row in try profile(&row, viewer) }
  }

  private static func joined(
    by viewer: Viewer, about subject: String, _ db: Reader
  ) throws -> [SpaceProfile] {
    guard viewer.isLoggedIn else { return [] }
    return try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL, space.subject, space.level, space.about,
             space.thread_count, space.member_count,
             EXISTS (SELECT 1 FROM class WHERE class.space = space.id)
        FROM space_member JOIN space ON space.id = space_member.space
       WHERE space_member.member = ?1 AND (?2 = '' OR space.subject = ?2)
       ORDER BY space.slug LIMIT 500
      """, viewer.reader, subject
    ) { row in try profile(&row, viewer) }
  }

  private static func others(
    about subject: String, after slug: String, _ viewer: Viewer, _ db: Reader
  ) throws -> [SpaceProfile] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL, space.subject, space.level, space.about,
             space.thread_count, space.member_count,
             EXISTS (SELECT 1 FROM class WHERE class.space = space.id)
        FROM readable_space
        JOIN space ON space.id = readable_space.space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?1
       WHERE readable_space.reader = ?1 AND space.slug > ?2 AND space_member.member IS NULL
         AND (?3 = '' OR space.subject = ?3)
       ORDER BY space.slug LIMIT ?4
      """, viewer.reader, slug, subject, perPage + 1
    ) { row in try profile(&row, viewer) }
  }

  private static func subjects(reader: Int64, _ db: Reader) throws -> [String] {
    try db.rows(
      """
      SELECT DISTINCT space.subject
        FROM readable_space JOIN space ON space.id = readable_space.space
       WHERE readable_space.reader = ? AND space.subject <> ''
       ORDER BY space.subject LIMIT 40
      """, reader
    ) { row in try row.next() }
  }

  private static func closed(to viewer: Viewer, _ db: Reader) throws -> [Space] {
    try db.rows(
      """
      SELECT id, slug, name, visibility FROM space
       WHERE visibility = 'private'
         AND id NOT IN (SELECT space FROM readable_space WHERE reader = ?)
       ORDER BY slug LIMIT 500
      """, viewer.reader
    ) { row in try SpaceStore.read(&row) }
  }

  private static func profile(_ row: inout Row, _ viewer: Viewer) throws -> SpaceProfile {
    let space = try SpaceStore.read(&row)
    let rights = SpaceRights(
      role: try row.next(), visibility: space.visibility, isLoggedIn: viewer.isLoggedIn,
      isAdministrator: viewer.isAdministrator, isClosed: try row.next())
    return SpaceProfile(
      space: space, rights: rights, subject: try row.next(), level: try row.next(),
      about: try row.next(), threadCount: try row.next(), memberCount: try row.next(),
      isClass: try row.next())
  }
}
