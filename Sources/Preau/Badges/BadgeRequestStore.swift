import HTML
import SQLite

/// What a learner asks a badge for.
struct BadgeRequest: Sendable {
  typealias ID = Number<BadgeRequest>
  let id: ID
  let classID: BadgeClass.ID
  let member: Member.ID
  let words: String
  /// Addresses, one a line.
  let evidence: [String]
  let state: State
  let created: Instant
  let answer: String

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable, CaseIterable {
    case waiting, returned, accepted, withdrawn
  }

  var address: Address { "/badges/demandes/\(id.value)" }

  /// Of what it says: who assesses it must have read just that.
  var mark: String {
    let said = words + "\u{0}" + evidence.joined(separator: "\n")
    return Base64URL.encode(Array(Crypto.hash(Array(said.utf8)).prefix(16)))
  }
}

/// Every statement about requests for badges.
enum BadgeRequestStore {
  static let mostEvidence = 10

  static func request(_ id: BadgeRequest.ID, _ db: Reader) throws -> BadgeRequest? {
    try db.row(
      """
      SELECT id, class, member, words, evidence, state, created, answer
        FROM badge_request WHERE id = ?
      """, id, read: read)
  }

  static func latest(
    of member: Member.ID, for id: BadgeClass.ID, _ db: Reader
  ) throws -> BadgeRequest? {
    try db.row(
      """
      SELECT id, class, member, words, evidence, state, created, answer
        FROM badge_request WHERE member = ? AND class = ? ORDER BY id DESC LIMIT 1
      """, member, id, read: read)
  }

  private static func read(_ row: inout Row) throws -> BadgeRequest {
    BadgeRequest(
      id: try row.next(), classID: try row.next(), member: try row.next(),
      words: try row.next(),
      evidence: try row.next(String.self).split(separator: "\n").map(String.init),
      state: try row.next(), created: try row.next(), answer: try row.next())
  }

  /// Those that a viewer may assess, the oldest first: never the viewer's own.
  static func waiting(
    for viewer: Viewer, _ db: Reader
  ) throws -> [(request: BadgeRequest, author: Author)] {
    guard let member = viewer.member else { return [] }
    let all = try db.rows(
      """
      SELECT request.id, request.class, request.member, request.words, request.evidence,
             request.state, request.created, request.answer,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_request AS request JOIN member ON member.id = request.member
       WHERE request.state = 'waiting' AND request.member <> ?
       ORDER BY request.id
      """, member.id
    ) { row in
      let request = try read(&row)
      return (request: request, author: try Author.read(&row))
    }
    var rights: [BadgeClass.ID: Bool] = [:]
    return try all.filter { one in
      if let known = rights[one.request.classID] { return known }
      let badge = try BadgeClassStore.badge(one.request.classID, db).orNotFound()
      let may = try BadgeRights.find(viewer, badge.issuer, db).mayAward
      rights[one.request.classID] = may
      return may
    }
  }

  static func author(_ member: Member.ID, _ db: Reader) throws -> Author? {
    try db.row(
      "SELECT id, name, role, public_name, deleted FROM member WHERE id = ?", member,
      read: Author.read)
  }

  /// Asks, or changes what was asked and not yet assessed.
  static func ask(
    _ badge: BadgeClass, words: String, evidence: [String], by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let isNew =
      try db.run(
        """
        UPDATE badge_request SET words = ?3, evidence = ?4
         WHERE class = ?1 AND member = ?2 AND state = 'waiting'
        """, badge.id, member, words, evidence.joined(separator: "\n")) == 0
    if !isNew { return }
    try db.run(
      """
      INSERT INTO badge_request (class, member, words, evidence, state, created)
      VALUES (?, ?, ?, ?, 'waiting', ?)
      """, badge.id, member, words, evidence.joined(separator: "\n"), now)
    let id = db.lastInsertedRow
    try Notifications.tell(
      .told(
        .badgeAsked, to: reviewers(of: badge, db), about: .page("/badges/demandes/\(id)"),
        by: member, words: badge.version.name), at: now, db)
  }

  /// Who looks after the issuer; at most so many are told.
  static func reviewers(of badge: BadgeClass, _ db: Reader) throws -> [Member.ID] {
    guard let space = badge.issuer.space else {
      return try db.rows(
        """
        SELECT id FROM member WHERE role = 'administrator' AND deleted IS NULL LIMIT 10
        """
      ) { row in try row.next(Member.ID.self) }
    }
    return try db.rows(
      "SELECT member FROM space_member WHERE space = ? AND role = 'referent' LIMIT 10", space
    ) { row in try row.next(Member.ID.self) }
  }

  static func withdraw(_ id: BadgeRequest.ID, of member: Member.ID, _ db: Writer) throws {
    try db.run(
      "UPDATE badge_request SET state = 'withdrawn' WHERE id = ? AND member = ? AND state = 'waiting'",
      id, member)
  }

  /// - Returns: whether it was still waiting.
  static func decide(
    _ id: BadgeRequest.ID, _ state: BadgeRequest.State, answer: String, by member: Member.ID,
    award: BadgeAward.ID?, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE badge_request
         SET state = ?2, decided = ?3, reviewer = ?4, answer = ?5, award = ?6
       WHERE id = ?1 AND state = 'waiting'
      """, id, state, now, member, answer, award) == 1
  }
}
