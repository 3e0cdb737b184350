import HTML
import SQLite

/// Every statement about classes themselves.
enum ClassStore {
  /// The class of a space as `viewer` may see it: who is not in it learns nothing of it.
  static func find(_ id: Space.ID, for viewer: Viewer, _ db: Reader) throws -> SchoolClass? {
    try db.row(
      """
      SELECT space.id, space.slug, space.name, space.visibility, class.code, class.year,
             space.closed IS NOT NULL,
             (SELECT count(*) FROM class_request WHERE class_request.space = class.space),
             space_member.role
        FROM class
        JOIN space ON space.id = class.space
        JOIN space_member ON space_member.space = class.space AND space_member.member = ?2
       WHERE class.space = ?1
      """, id, viewer.reader, read: read)
  }

  /// The classes of a member, open ones first: by the index of a member's spaces.
  static func all(of member: Member.ID, _ db: Reader) throws -> [SchoolClass] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility, class.code, class.year,
             space.closed IS NOT NULL,
             (SELECT count(*) FROM class_request WHERE class_request.space = class.space),
             space_member.role
        FROM space_member
        JOIN class ON class.space = space_member.space
        JOIN space ON space.id = class.space
       WHERE space_member.member = ?
       ORDER BY space.closed IS NOT NULL, class.year DESC, sort_key(space.name), space.id LIMIT 200
      """, member, read: read)
  }

  private static func read(_ row: inout Row) throws -> SchoolClass {
    SchoolClass(
      space: try SpaceStore.read(&row), code: try row.next(), year: try row.next(),
      isClosed: try row.next(), waiting: try row.next(), role: try row.next())
  }

  static func isClass(_ space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM class WHERE space = ?", space, as: Int.self) != nil
  }

  /// The open class with this code.
  static func space(code: ClassCode, _ db: Reader) throws -> Space.ID? {
    try db.value(
      """
      SELECT class.space FROM class JOIN space ON space.id = class.space
       WHERE class.code = ? AND space.closed IS NULL
      """, code)
  }

  /// Makes a class with its private space; who makes it is its teacher.
  ///
  /// - Parameters:
  ///   - about: what the space says of itself.
  ///   - previous: the class of the year before.
  static func create(
    name: String, year: SchoolYear, about: String, after previous: Space.ID? = nil,
    by teacher: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Space.ID {
    let code = try freeCode(db)
    try db.run(
      """
      INSERT INTO space (slug, name, about, visibility, created) VALUES (?, ?, ?, 'private', ?)
      """, "classe-" + code.text.lowercased(), "\(name) (\(year.text))", about, now)
    let space = Space.ID(db.lastInsertedRow)
    try db.run(
      """
      INSERT INTO class (space, code, year, made_by, created, previous) VALUES (?, ?, ?, ?, ?, ?)
      """, space, code, year, teacher, now, previous)
    try MembershipStore.appoint(teacher, in: space, at: now, db)
    try Journal.write(.classMade, by: teacher, in: space, at: now, db)
    return space
  }

  /// Gives the class another code: the one before opens nothing any more. The space keeps its address.
  static func renewCode(of space: Space.ID, _ db: Writer) throws {
    try db.run("UPDATE class SET code = ? WHERE space = ?", try freeCode(db), space)
  }

  private static func freeCode(_ db: Reader) throws -> ClassCode {
    var code = ClassCode.random()
    while try isTaken(code, db) { code = .random() }
    return code
  }

  private static func isTaken(_ code: ClassCode, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT EXISTS (SELECT 1 FROM class WHERE code = ?1)
          OR EXISTS (SELECT 1 FROM space WHERE slug = 'classe-' || lower(?1))
          OR EXISTS (SELECT 1 FROM space_old_slug WHERE slug = 'classe-' || lower(?1))
      """, code, as: Bool.self) ?? false
  }

  /// Ends or begins again the time of a class.
  ///
  /// - Returns: false when it was so already.
  static func setClosed(
    _ isClosed: Bool, _ space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE space SET closed = CASE WHEN ?1 THEN ?2 END
       WHERE id = ?3 AND (closed IS NULL) = ?1 AND EXISTS (SELECT 1 FROM class WHERE space = ?3)
      """, isClosed, now, space) == 1
  }

  /// The name without the year, to name the next class after this one.
  static func plainName(_ found: SchoolClass) -> String {
    let ending = " (\(found.year.text))"
    let name = found.space.name
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
  }
}
