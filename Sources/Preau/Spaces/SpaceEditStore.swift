import SQLite

/// Making and changing spaces.
enum SpaceEditStore {
  /// - Throws: ``SpaceDraft/Problems`` when the address is another space's.
  static func create(_ space: NewSpace, at now: Instant, _ db: Writer) throws {
    try claim(space.slug, for: nil, db)
    try db.run(
      """
      INSERT INTO space (slug, name, subject, level, about, visibility, created)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, space.slug, space.name, space.subject, space.level, space.about, space.visibility, now)
  }

  /// Changes everything; an address that is given up still leads here.
  ///
  /// - Throws: ``SpaceDraft/Problems`` when the address is another space's.
  static func change(_ id: Space.ID, from slug: String, to space: NewSpace, _ db: Writer) throws {
    if space.slug != slug {
      try claim(space.slug, for: id, db)
      try db.run("INSERT INTO space_old_slug (slug, space) VALUES (?, ?)", slug, id)
    }
    try db.run(
      """
      UPDATE space SET slug = ?, name = ?, subject = ?, level = ?, about = ?, visibility = ?
       WHERE id = ?
      """, space.slug, space.name, space.subject, space.level, space.about, space.visibility, id)
  }

  /// All that a référent changes.
  static func describe(_ id: Space.ID, as about: String, _ db: Writer) throws {
    try db.run("UPDATE space SET about = ? WHERE id = ?", about, id)
  }

  /// What limits the changes to a space.
  static func standing(of space: Space, _ db: Reader) throws -> SpaceDraft.Standing {
    let hasThreads = try db.value(
      """
      SELECT EXISTS (SELECT 1 FROM thread WHERE space = ?1)
          OR EXISTS (SELECT 1 FROM class WHERE space = ?1)
          OR EXISTS (SELECT 1 FROM tutorial WHERE space = ?1)
      """, space.id, as: Bool.self)
    return SpaceDraft.Standing(visibility: space.visibility, hasThreads: hasThreads ?? false)
  }

  /// Takes an address: one that this space had before is its own again; no other space's is, not
  /// even an old one, since links to it must not end up in another place.
  private static func claim(_ slug: String, for id: Space.ID?, _ db: Writer) throws {
    let isTaken = try db.value(
      """
      SELECT EXISTS (SELECT 1 FROM space WHERE slug = ?1)
          OR EXISTS (SELECT 1 FROM space_old_slug WHERE slug = ?1 AND space IS NOT ?2)
      """, slug, id, as: Bool.self)
    if isTaken == true { throw SpaceDraft.Problems(all: [.slugTaken]) }
    try db.run("DELETE FROM space_old_slug WHERE slug = ?", slug)
  }
}
