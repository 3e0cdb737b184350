import SQLite

/// Every statement about how a space has its tutorials reviewed.
enum ReviewerStore {
  /// The seals that a space asks for before a tutorial is published.
  static func seals(of space: Space.ID, _ db: Reader) throws -> Set<ReviewSeal> {
    let found = try db.row(
      "SELECT needs_teaching_seal, needs_trade_seal FROM space WHERE id = ?", space
    ) { row in (try row.next(Bool.self), try row.next(Bool.self)) }
    var seals: Set<ReviewSeal> = []
    if found?.0 == true { seals.insert(.teaching) }
    if found?.1 == true { seals.insert(.trade) }
    return seals
  }

  /// Sets them. What waits and has all of them by now is published.
  ///
  /// - Parameter viewer: who looks after the space.
  static func choose(
    _ seals: Set<ReviewSeal>, in space: Space.ID, by viewer: Viewer, at now: Instant, _ db: Writer
  ) throws {
    guard let member = viewer.member?.id, try Self.seals(of: space, db) != seals else { return }
    try db.run(
      "UPDATE space SET needs_teaching_seal = ?2, needs_trade_seal = ?3 WHERE id = ?1", space,
      seals.contains(.teaching), seals.contains(.trade))
    let names = ReviewSeal.allCases.filter(seals.contains).map(\.rawValue)
    try Journal.write(
      .sealsChosen, by: member, in: space, detail: names.joined(separator: " "), at: now, db)
    let waiting = try db.rows(
      "SELECT id FROM tutorial WHERE space = ? AND review IS NOT NULL AND removed IS NULL", space
    ) { row in try row.next(Tutorial.ID.self) }
    for id in waiting {
      guard let view = try TutorialStore.view(id, for: viewer, db) else { continue }
      try ReviewStore.publishIfSealed(view, by: member, at: now, db)
    }
  }

  // MARK: For the trade

  /// Those who were named, beside professionals.
  static func named(in space: Space.ID, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM trade_reviewer JOIN member ON member.id = trade_reviewer.member
       WHERE trade_reviewer.space = ? ORDER BY sort_key(member.name), member.id LIMIT 500
      """, space
    ) { row in try Author.read(&row) }
  }

  /// Those who know the trade and have joined the space.
  private static func professionals(in space: Space.ID, _ db: Reader) throws -> [Member.ID] {
    try db.rows(
      """
      SELECT member.id FROM space_member JOIN member ON member.id = space_member.member
       WHERE space_member.space = ? AND member.role = 'professional' AND member.deleted IS NULL
         AND member.suspended IS NULL
       ORDER BY member.id LIMIT 500
      """, space
    ) { row in try row.next() }
  }

  /// - Returns: whether the member, an adult who reads the space, was not named before.
  static func name(
    _ member: Member.ID, in space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO trade_reviewer (space, member, since)
      SELECT ?1, id, ?3 FROM member
       WHERE id = ?2 AND deleted IS NULL AND role <> 'learner' AND EXISTS (
         SELECT 1 FROM readable_space WHERE reader = ?2 AND readable_space.space = ?1)
      ON CONFLICT DO NOTHING
      """, space, member, now) == 1
  }

  /// - Returns: whether the member was named.
  static func dismiss(
    _ member: Member.ID, from space: Space.ID, _ db: Writer
  ) throws -> Bool {
    try db.run("DELETE FROM trade_reviewer WHERE space = ? AND member = ?", space, member) == 1
  }

  /// Those who are told that a tutorial waits: who looks after the space, and, where the seal of the
  /// trade is asked for, who was named for it and the professionals who have joined.
  static func readers(
    of view: TutorialView, _ db: Reader
  ) throws -> [Member.ID] {
    var readers = try MembershipStore.referents(of: view.space.id, db).map(\.id)
    if view.seals.contains(.trade) {
      let professionals = try professionals(in: view.space.id, db)
      readers += (try named(in: view.space.id, db).map(\.id) + professionals).filter {
        !readers.contains($0)
      }
    }
    return readers.filter { one in !view.authors.contains { $0.author.id == one } }
  }
}
