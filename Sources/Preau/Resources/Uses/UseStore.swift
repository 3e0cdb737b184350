import SQLite

/// Every statement about what was done with resources.
enum UseStore {
  static let perPage = 20

  /// Keeps what a member tells: one report of each member, which may be changed.
  ///
  /// - Returns: false when those who look after the space have taken the member's away.
  static func save(
    _ new: NewUse, of resource: Resource.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    let changed = try db.run(
      """
      INSERT INTO resource_use (
        resource, member, speaks_as, level, track, modality, sought, happened, changed, again,
        created)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      ON CONFLICT (resource, member) DO UPDATE
        SET speaks_as = excluded.speaks_as, level = excluded.level, track = excluded.track,
            modality = excluded.modality, sought = excluded.sought,
            happened = excluded.happened, changed = excluded.changed, again = excluded.again,
            edited = excluded.created, removed = NULL, removed_by = NULL
      WHERE removed IS NULL OR removed_by = member
      """, resource, member, new.speaksAs, new.level, new.track, new.modality, new.sought,
      new.happened, new.changed, new.again, now)
    try recount(resource, db)
    return changed > 0
  }

  /// The counters of a card, in the transaction of what moved them.
  static func recount(_ resource: Resource.ID, _ db: Writer) throws {
    let counts = try counts(of: resource, db)
    try db.run(
      """
      UPDATE resource SET use_count = ?2, again_count = ?3, changes_count = ?4, evidence = ?5
       WHERE id = ?1
      """, resource, counts.all, counts.again, counts.changes, counts.evidence)
  }

  static func counts(of resource: Resource.ID, _ db: Reader) throws -> UseCounts {
    let found = try db.row(
      """
      SELECT count(*), ifnull(sum(again = 'yes'), 0), ifnull(sum(again = 'changes'), 0)
        FROM resource_use WHERE resource = ? AND removed IS NULL
      """, resource
    ) { row in
      UseCounts(all: try row.next(), again: try row.next(), changes: try row.next())
    }
    return found ?? UseCounts()
  }

  /// Where each was used, for the summary.
  static func places(of resource: Resource.ID, _ db: Reader) throws -> [UseSummary.Place] {
    try db.rows(
      """
      SELECT level, track, modality, again FROM resource_use
       WHERE resource = ? AND removed IS NULL
      """, resource
    ) { row in
      UseSummary.Place(
        level: try row.next(), track: try row.next(), modality: try row.next(),
        again: try row.next())
    }
  }

  /// One page of reports, the latest first.
  ///
  /// - Parameters:
  ///   - concepts: of which one must say where it was; nil for all.
  ///   - hidden: also those that were taken away, for those who look after the space.
  static func page(
    of resource: Resource.ID, about concepts: [Concept.ID]?, after cursor: ResourceCursor,
    hidden: Bool, _ db: Reader
  ) throws -> (reports: [UseReport], next: ResourceCursor?) {
    let found = try db.rows(
      """
      SELECT use.id, member.id, member.name, member.role, member.public_name, member.deleted,
             use.speaks_as, use.level, use.track, use.modality, use.sought, use.happened,
             use.changed, use.again, use.created, use.edited, use.removed IS NOT NULL,
             use.removed_for
        FROM resource_use AS use JOIN member ON member.id = use.member
       WHERE use.resource = ?1 AND (use.created, use.id) < (?2, ?3)
         AND (use.removed IS NULL OR ?6 AND use.removed_for <> '')
         AND (?4 IS NULL OR use.level IN (SELECT value FROM json_each(?4))
              OR use.track IN (SELECT value FROM json_each(?4))
              OR use.modality IN (SELECT value FROM json_each(?4)))
       ORDER BY use.created DESC, use.id DESC LIMIT ?5
      """, resource, cursor.rank, cursor.resource, concepts?.map(\.value).json, perPage + 1,
      hidden, read: read)
    let reports = Array(found.prefix(perPage))
    guard found.count > perPage, let last = reports.last else { return (reports, nil) }
    return (
      reports, ResourceCursor(rank: last.created.seconds, resource: Number(last.id.value))
    )
  }

  /// The report of one member.
  static func report(
    of resource: Resource.ID, by member: Member.ID, _ db: Reader
  ) throws -> UseReport? {
    try db.row(
      """
      SELECT use.id, member.id, member.name, member.role, member.public_name, member.deleted,
             use.speaks_as, use.level, use.track, use.modality, use.sought, use.happened,
             use.changed, use.again, use.created, use.edited, use.removed IS NOT NULL,
             use.removed_for
        FROM resource_use AS use JOIN member ON member.id = use.member
       WHERE use.resource = ? AND use.member = ?
      """, resource, member, read: read)
  }

  /// A report, with its card.
  static func report(
    _ id: UseReport.ID, _ db: Reader
  ) throws -> (report: UseReport, resource: Resource.ID)? {
    let report = try db.row(
      """
      SELECT use.id, member.id, member.name, member.role, member.public_name, member.deleted,
             use.speaks_as, use.level, use.track, use.modality, use.sought, use.happened,
             use.changed, use.again, use.created, use.edited, use.removed IS NOT NULL,
             use.removed_for
        FROM resource_use AS use JOIN member ON member.id = use.member WHERE use.id = ?
      """, id, read: read)
    let resource = try db.value(
      "SELECT resource FROM resource_use WHERE id = ?", id, as: Resource.ID.self)
    guard let report, let resource else { return nil }
    return (report, resource)
  }

  private static func read(_ row: inout Row) throws -> UseReport {
    UseReport(
      id: try row.next(), author: try Author.read(&row), speaksAs: try row.next(),
      level: try row.next(), track: try row.next(), modality: try row.next(),
      sought: try row.next(), happened: try row.next(), changed: try row.next(),
      again: try row.next(), created: try row.next(), edited: try row.next(),
      isRemoved: try row.next(), removedFor: try row.next())
  }

  /// Takes a report away, or returns it.
  ///
  /// - Parameter reason: of who looks after the space; empty for who wrote it.
  static func setRemoved(
    _ isRemoved: Bool, _ id: UseReport.ID, of resource: Resource.ID, reason: String,
    by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE resource_use SET removed = ?2, removed_by = ?3, removed_for = ?4 WHERE id = ?1", id,
      isRemoved ? now : nil, isRemoved ? member : nil, isRemoved ? reason : "")
    try recount(resource, db)
  }
}
