import SQLite

/// Every statement about badges that members aim at.
enum BadgeFollowStore {
  static let most = 50

  static func isFollowed(_ id: BadgeClass.ID, by member: Member.ID, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM badge_follow WHERE member = ? AND class = ?", member, id, as: Int.self) != nil
  }

  /// Those that somebody aims at, may still read of and does not have yet, the latest first.
  static func progress(
    of viewer: Viewer, at now: Instant, _ db: Reader
  ) throws -> [BadgeProgress] {
    guard let member = viewer.member else { return [] }
    return try db.rows(
      """
      SELECT class.id, class.state, issuer.id, issuer.space, issuer.name, issuer.email,
             issuer.description, issuer.closed,
             version.number, version.name, version.slug, version.description, version.criteria,
             version.shape, version.colour, version.pictogram, version.tags, version.months,
             version.takes_requests, picture.class,
             request.state, request.created, request.answer
        FROM badge_follow AS follow
        JOIN badge_class AS class ON class.id = follow.class
        JOIN badge_issuer AS issuer ON issuer.id = class.issuer
        JOIN badge_version AS version ON version.class = class.id AND version.number = class.version
        LEFT JOIN badge_picture AS picture
          ON picture.class = version.class AND picture.version = version.number
        LEFT JOIN badge_request AS request ON request.id = (
          SELECT max(id) FROM badge_request
           WHERE class = follow.class AND member = follow.member)
       WHERE follow.member = ?1
         AND (issuer.space IS NULL OR issuer.space IN (
           SELECT space FROM readable_space WHERE reader = ?2))
         AND NOT EXISTS (
           SELECT 1 FROM badge_award AS award
            WHERE award.class = follow.class AND award.member = follow.member
              AND award.state IN ('offered', 'accepted')
              AND (award.expires IS NULL OR award.expires > ?3))
       ORDER BY follow.since DESC, class.id DESC
      """, member.id, viewer.reader, now
    ) { row in
      let badge = try BadgeClassStore.read(&row)
      let state = try row.next(BadgeRequest.State?.self)
      let created = try row.next(Instant?.self)
      let answer = try row.next(String?.self)
      guard let state, let created else { return BadgeProgress(badge: badge, request: nil) }
      return BadgeProgress(
        badge: badge, request: .init(state: state, created: created, answer: answer ?? ""))
    }
  }

  /// Begins or ends to aim at a badge.
  static func toggle(
    _ id: BadgeClass.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let ended = try db.run("DELETE FROM badge_follow WHERE member = ? AND class = ?", member, id)
    if ended > 0 { return }
    try db.run(
      """
      INSERT INTO badge_follow (member, class, since)
      SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM badge_follow WHERE member = ?1) < ?4
      """, member, id, now, most)
  }

  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_follow WHERE member = ?", member)
  }
}
