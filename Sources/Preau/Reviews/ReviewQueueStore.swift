import SQLite

/// A tutorial that waits for reviewers.
struct ReviewQueueLine: Sendable {
  let tutorial: Tutorial.ID
  let title: String
  let version: Int
  let submitted: Instant
  /// Whether words of the reader are in it.
  let isInvolved: Bool
  var authors: [Author] = []
  var claims: [ReviewClaim] = []
}

/// A review of one's own, in a list.
struct MyReview: Sendable {
  let id: Review.ID
  let title: String
  let version: Int
  let seal: ReviewSeal
  let state: Review.State
  let reserved: Instant
  let decided: Instant?
  let space: Space
}

/// What waits for a reviewer in one space.
struct ReviewsWaiting: Sendable {
  let space: Space
  let count: Int
  let oldest: Instant
}

/// Every statement about what waits for reviewers.
enum ReviewQueueStore {
  /// What waits in a space, the longest first: three statements.
  static func lines(
    of space: Space.ID, for reader: Member.ID, _ db: Reader
  ) throws -> [ReviewQueueLine] {
    let lines = try db.rows(
      """
      SELECT tutorial.id, version.title, tutorial.review,
             coalesce(tutorial.submitted, tutorial.created), EXISTS (
               SELECT 1 FROM tutorial_involved
                WHERE tutorial_involved.tutorial = tutorial.id AND tutorial_involved.member = ?2)
        FROM tutorial
        JOIN tutorial_version AS version ON version.tutorial = tutorial.id
         AND version.number = tutorial.review
       WHERE tutorial.space = ?1 AND tutorial.review IS NOT NULL AND tutorial.removed IS NULL
       ORDER BY tutorial.submitted, tutorial.id LIMIT 100
      """, space, reader
    ) { row in
      ReviewQueueLine(
        tutorial: try row.next(), title: try row.next(), version: try row.next(),
        submitted: try row.next(), isInvolved: try row.next())
    }
    return try filled(lines, db)
  }

  private static func filled(
    _ lines: [ReviewQueueLine], _ db: Reader
  ) throws -> [ReviewQueueLine] {
    if lines.isEmpty { return [] }
    var lines = lines
    let list = lines.map(\.tutorial.value).json
    var places: [Tutorial.ID: Int] = [:]
    for (index, line) in lines.enumerated() { places[line.tutorial] = index }
    try db.each(
      """
      SELECT tutorial_author.tutorial, member.id, member.name, member.role, member.public_name,
             member.deleted
        FROM json_each(?) AS wanted
        JOIN tutorial_author ON tutorial_author.tutorial = wanted.value
         AND tutorial_author.agreed IS NOT NULL
        JOIN member ON member.id = tutorial_author.member
       ORDER BY tutorial_author.position
      """, list
    ) { row in
      let id = try row.next(Tutorial.ID.self)
      let author = try Author.read(&row)
      if let place = places[id] { lines[place].authors.append(author) }
    }
    try db.each(
      """
      SELECT review.tutorial, review.id, review.seal, member.id, member.name, member.role,
             member.public_name, member.deleted, review.state = 'accepted',
             coalesce(review.decided, review.reserved)
        FROM json_each(?) AS wanted
        JOIN tutorial ON tutorial.id = wanted.value
        JOIN review ON review.tutorial = tutorial.id AND review.version = tutorial.review
         AND review.state IN ('reserved', 'accepted')
        JOIN member ON member.id = review.reviewer
       ORDER BY review.id
      """, list
    ) { row in
      let id = try row.next(Tutorial.ID.self)
      let claim = try ReviewReadingStore.claim(&row)
      if let place = places[id] { lines[place].claims.append(claim) }
    }
    return lines
  }

  /// What a member has reserved or concluded, what is not concluded first.
  static func reviews(by member: Member.ID, _ db: Reader) throws -> [MyReview] {
    try db.rows(
      """
      SELECT review.id, version.title, review.version, review.seal, review.state, review.reserved,
             review.decided, space.id, space.slug, space.name, space.visibility
        FROM review
        JOIN tutorial ON tutorial.id = review.tutorial AND tutorial.removed IS NULL
        JOIN tutorial_version AS version ON version.tutorial = review.tutorial
         AND version.number = review.version
        JOIN space ON space.id = tutorial.space
       WHERE review.reviewer = ?1 AND review.state <> 'released' AND EXISTS (
         SELECT 1 FROM readable_space
          WHERE reader = ?1 AND readable_space.space = tutorial.space)
       ORDER BY review.state <> 'reserved', coalesce(review.decided, review.reserved) DESC,
                review.id DESC LIMIT 100
      """, member
    ) { row in
      MyReview(
        id: try row.next(), title: try row.next(), version: try row.next(),
        seal: try row.next(), state: try row.next(), reserved: try row.next(),
        decided: try row.next(), space: try SpaceStore.read(&row))
    }
  }

  /// What waits for a seal that the member could give, in the spaces that the member has joined or
  /// was named in: nothing that somebody else reads already. The space where it waits longest first.
  static func waiting(
    for member: Member.ID, at now: Instant, _ db: Reader
  ) throws -> [ReviewsWaiting] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility, count(*),
             min(coalesce(tutorial.submitted, tutorial.created))
        FROM tutorial JOIN space ON space.id = tutorial.space
       WHERE tutorial.review IS NOT NULL AND tutorial.removed IS NULL
         AND (EXISTS (SELECT 1 FROM space_member
                       WHERE space_member.space = space.id AND space_member.member = ?1)
              OR EXISTS (SELECT 1 FROM trade_reviewer
                          WHERE trade_reviewer.space = space.id AND trade_reviewer.member = ?1))
         AND NOT EXISTS (
           SELECT 1 FROM tutorial_involved
            WHERE tutorial_involved.tutorial = tutorial.id AND tutorial_involved.member = ?1)
         AND NOT EXISTS (
           SELECT 1 FROM review
            WHERE review.tutorial = tutorial.id AND review.version = tutorial.review
              AND review.reviewer = ?1
              AND (review.state = 'accepted' OR review.state = 'reserved' AND review.reserved > ?2))
         AND EXISTS (
           SELECT 1 FROM reviewer
            WHERE reviewer.space = space.id AND reviewer.member = ?1
              AND CASE reviewer.seal WHEN 'teaching' THEN space.needs_teaching_seal
                                     ELSE space.needs_trade_seal END = 1
              AND NOT EXISTS (
                SELECT 1 FROM review
                 WHERE review.tutorial = tutorial.id AND review.version = tutorial.review
                   AND review.seal = reviewer.seal
                   AND (review.state = 'accepted'
                        OR review.state = 'reserved' AND review.reserved > ?2)))
       GROUP BY space.id ORDER BY 6, space.id LIMIT 100
      """, member, now + -Review.secondsReserved
    ) { row in
      ReviewsWaiting(
        space: try SpaceStore.read(&row), count: try row.next(), oldest: try row.next())
    }
  }

  /// What the member's own front page says: nil for someone who reviews nowhere.
  static func onHome(
    of member: Member, at now: Instant, _ db: Reader
  ) throws -> (count: Int, oldest: Instant?)? {
    guard try isReviewer(member, db) else { return nil }
    let waiting = try waiting(for: member.id, at: now, db)
    return (waiting.reduce(0) { $0 + $1.count }, waiting.map(\.oldest).min())
  }

  private static func isReviewer(_ member: Member, _ db: Reader) throws -> Bool {
    switch member.role {
    case .teacher, .professional, .administrator: return true
    case .learner: return false
    case .family:
      return try db.value(
        """
        SELECT EXISTS (SELECT 1 FROM space_member WHERE member = ?1 AND role = 'referent')
            OR EXISTS (SELECT 1 FROM trade_reviewer WHERE member = ?1)
        """, member.id, as: Bool.self) ?? false
    }
  }
}
