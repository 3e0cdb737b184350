import SQLite

/// What others ask about spaces. Each is one statement.
enum SpaceStore {
  /// The space that bears `slug`, if `viewer` may read it: on the unique index of the slug.
  static func space(
    slug: String, viewer: Viewer, _ db: Reader
  ) throws -> (space: Space, rights: SpaceRights)? {
    try db.row(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL
        FROM space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?2
       WHERE space.slug = ?1
      """, slug, viewer.reader
    ) { row in try read(&row, viewer) }.flatMap { $0.rights.mayRead ? $0 : nil }
  }

  /// The space with this number, if `viewer` may read it.
  static func space(
    _ id: Space.ID, viewer: Viewer, _ db: Reader
  ) throws -> (space: Space, rights: SpaceRights)? {
    try db.row(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL
        FROM space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?2
       WHERE space.id = ?1
      """, id, viewer.reader
    ) { row in try read(&row, viewer) }.flatMap { $0.rights.mayRead ? $0 : nil }
  }

  /// What `viewer` may do in a space, even when that is nothing; nil when there is no such space.
  static func rights(in id: Space.ID, viewer: Viewer, _ db: Reader) throws -> SpaceRights? {
    try db.row(
      """
      SELECT space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL
        FROM space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?2
       WHERE space.id = ?1
      """, id, viewer.reader
    ) { row in try read(&row, viewer).rights }
  }

  /// The spaces where a member may write: those joined first, then by name.
  ///
  /// It is ``SpaceRights/mayWrite`` as a list: the spaces that `readable_space` gives a member, but
  /// the closed ones.
  static func writable(for member: Member.ID, _ db: Reader) throws -> [Space] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility
        FROM readable_space
        JOIN space ON space.id = readable_space.space
        LEFT JOIN space_member ON space_member.space = space.id AND space_member.member = ?1
       WHERE readable_space.reader = ?1 AND space.closed IS NULL
       ORDER BY space_member.member IS NULL, sort_key(space.name), space.id LIMIT 1000
      """, member
    ) { row in try read(&row) }
  }

  /// Where something goes that is for many, when its author has not said: not a class, whose space is
  /// private, unless there is nothing else.
  static func usual(of spaces: [Space]) -> String {
    (spaces.first { $0.visibility != .private } ?? spaces.first)?.slug ?? ""
  }

  /// Reads four columns: id, slug, name, visibility.
  static func read(_ row: inout Row) throws -> Space {
    Space(
      id: try row.next(), slug: try row.next(), name: try row.next(), visibility: try row.next())
  }

  /// Reads those and two more: what the viewer is there, and whether it is closed.
  private static func read(
    _ row: inout Row, _ viewer: Viewer
  ) throws -> (space: Space, rights: SpaceRights) {
    let space = try read(&row)
    let rights = SpaceRights(
      role: try row.next(), visibility: space.visibility, isLoggedIn: viewer.isLoggedIn,
      isAdministrator: viewer.isAdministrator, isClosed: try row.next())
    return (space, rights)
  }
}
