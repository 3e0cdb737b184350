import SQLite

/// A seal as the page of a tutorial shows it.
struct GivenSeal: Sendable {
  let seal: ReviewSeal
  /// The version that was read.
  let version: Int
  let given: Instant
  let reviewer: Author
  /// What the reviewer says with it.
  let words: String
}

/// A seal as a list of tutorials shows it.
struct ListedSeal: Sendable, Equatable {
  let seal: ReviewSeal
  /// The latest one that has it, of what was published.
  let version: Int
  /// Whether it is what everybody reads now.
  let isCurrent: Bool
}

/// Every statement that reads reviews.
enum ReviewReadingStore {
  // MARK: Who reviews

  /// What somebody may review of a tutorial: two statements at most.
  static func actor(
    for viewer: Viewer, _ view: TutorialView, _ db: Reader
  ) throws -> ReviewActor {
    var actor = try actor(for: viewer, view.actor.rights, in: view.space.id, db)
    if let member = viewer.member {
      actor.isInvolved =
        try db.value(
          "SELECT 1 FROM tutorial_involved WHERE tutorial = ? AND member = ? LIMIT 1",
          view.tutorial.id, member.id, as: Int.self) != nil
    }
    return actor
  }

  /// What somebody may review in a space.
  static func actor(
    for viewer: Viewer, _ rights: SpaceRights, in space: Space.ID, _ db: Reader
  ) throws -> ReviewActor {
    var actor = ReviewActor(member: viewer.member?.id, role: viewer.member?.role, rights: rights)
    if let member = viewer.member {
      actor.isNamedForTrade =
        try db.value(
          "SELECT 1 FROM trade_reviewer WHERE space = ? AND member = ?", space, member.id,
          as: Int.self) != nil
    }
    return actor
  }

  /// Who has reserved or given which seal of a version, also what has lapsed.
  static func claims(
    on version: Int, of id: Tutorial.ID, _ db: Reader
  ) throws -> [ReviewClaim] {
    try db.rows(
      """
      SELECT review.id, review.seal, member.id, member.name, member.role, member.public_name,
             member.deleted, review.state = 'accepted', coalesce(review.decided, review.reserved)
        FROM review JOIN member ON member.id = review.reviewer
       WHERE review.tutorial = ? AND review.version = ? AND review.state IN ('reserved', 'accepted')
       ORDER BY review.id
      """, id, version, read: claim)
  }

  static func claim(_ row: inout Row) throws -> ReviewClaim {
    ReviewClaim(
      id: try row.next(), seal: try row.next(), reviewer: try Author.read(&row),
      isGiven: try row.next(), moment: try row.next())
  }

  // MARK: Reviews

  /// One review, whole: three statements.
  static func review(_ id: Review.ID, _ db: Reader) throws -> Review? {
    let found = try db.rows(
      """
      SELECT review.id, review.tutorial, review.version, review.seal, member.id, member.name,
             member.role, member.public_name, member.deleted, review.state, review.reserved,
             review.decided, review.words, tutorial_version.published IS NOT NULL
        FROM review
        JOIN member ON member.id = review.reviewer
        JOIN tutorial_version ON tutorial_version.tutorial = review.tutorial
         AND tutorial_version.number = review.version
       WHERE review.id = ?
      """, id, read: review)
    return try filled(found, db).first
  }

  /// Those of a tutorial that were concluded, the latest first: three statements.
  static func concluded(of id: Tutorial.ID, _ db: Reader) throws -> [Review] {
    let found = try db.rows(
      """
      SELECT review.id, review.tutorial, review.version, review.seal, member.id, member.name,
             member.role, member.public_name, member.deleted, review.state, review.reserved,
             review.decided, review.words, tutorial_version.published IS NOT NULL
        FROM review
        JOIN member ON member.id = review.reviewer
        JOIN tutorial_version ON tutorial_version.tutorial = review.tutorial
         AND tutorial_version.number = review.version
       WHERE review.tutorial = ? AND review.state IN ('accepted', 'returned')
       ORDER BY review.decided DESC, review.id DESC LIMIT 100
      """, id, read: review)
    return try filled(found, db)
  }

  private static func review(_ row: inout Row) throws -> Review {
    Review(
      id: try row.next(), tutorial: try row.next(), version: try row.next(),
      seal: try row.next(), reviewer: try Author.read(&row), state: try row.next(),
      reserved: try row.next(), decided: try row.next(), words: try row.next(),
      wasPublished: try row.next())
  }

  private static func filled(_ reviews: [Review], _ db: Reader) throws -> [Review] {
    if reviews.isEmpty { return [] }
    let list = reviews.map(\.id.value).json
    var places: [Review.ID: Int] = [:]
    for (index, review) in reviews.enumerated() { places[review.id] = index }
    var reviews = reviews
    try db.each(
      """
      SELECT review_point.review, review_point.point, review_point.answer, review_point.remark
        FROM json_each(?) AS wanted JOIN review_point ON review_point.review = wanted.value
      """, list
    ) { row in
      let id = try row.next(Review.ID.self)
      let point = ReviewedPoint(
        point: try row.next(), answer: try row.next(), remark: try row.next())
      if let place = places[id] { reviews[place].points.append(point) }
    }
    try db.each(
      """
      SELECT review_comment.review, review_comment.anchor, review_comment.heading,
             review_comment.words
        FROM json_each(?) AS wanted JOIN review_comment ON review_comment.review = wanted.value
       ORDER BY review_comment.review, review_comment.position
      """, list
    ) { row in
      let id = try row.next(Review.ID.self)
      let comment = ReviewComment(
        anchor: try row.next(), heading: try row.next(), words: try row.next())
      if let place = places[id] { reviews[place].comments.append(comment) }
    }
    for place in reviews.indices {
      let grid = ReviewPoint.grid(for: reviews[place].seal)
      reviews[place].points.sort {
        (grid.firstIndex(of: $0.point) ?? 0) < (grid.firstIndex(of: $1.point) ?? 0)
      }
    }
    return reviews
  }

  // MARK: Seals

  /// The seals that the page of a version shows: its own, or else those of the latest version before
  /// it that everybody could read.
  static func seals(
    of id: Tutorial.ID, upTo version: Int, _ db: Reader
  ) throws -> [GivenSeal] {
    let found = try db.rows(
      """
      SELECT review.seal, review.version, review.decided, member.id, member.name, member.role,
             member.public_name, member.deleted, review.words
        FROM review
        JOIN member ON member.id = review.reviewer
        JOIN tutorial_version ON tutorial_version.tutorial = review.tutorial
         AND tutorial_version.number = review.version
       WHERE review.tutorial = ?1 AND review.version <= ?2 AND review.state = 'accepted'
         AND (review.version = ?2 OR tutorial_version.published IS NOT NULL)
       ORDER BY review.version DESC LIMIT 100
      """, id, version
    ) { row in
      GivenSeal(
        seal: try row.next(), version: try row.next(), given: try row.next(),
        reviewer: try Author.read(&row), words: try row.next())
    }
    return ReviewSeal.allCases.compactMap { seal in found.first { $0.seal == seal } }
  }

  /// The same for a list of what is published: one statement.
  static func seals(
    of tutorials: [Tutorial.ID], _ db: Reader
  ) throws -> [Tutorial.ID: [ListedSeal]] {
    var found: [Tutorial.ID: [ListedSeal]] = [:]
    try db.each(
      """
      SELECT review.tutorial, review.seal, max(review.version),
             max(review.version) = tutorial.published
        FROM json_each(?) AS wanted
        JOIN tutorial ON tutorial.id = wanted.value
        JOIN review ON review.tutorial = tutorial.id AND review.version <= tutorial.published
         AND review.state = 'accepted'
        JOIN tutorial_version ON tutorial_version.tutorial = review.tutorial
         AND tutorial_version.number = review.version AND tutorial_version.published IS NOT NULL
       GROUP BY review.tutorial, review.seal
       ORDER BY review.tutorial, review.seal
      """, tutorials.map(\.value).json
    ) { row in
      let id = try row.next(Tutorial.ID.self)
      found[id, default: []].append(
        ListedSeal(seal: try row.next(), version: try row.next(), isCurrent: try row.next()))
    }
    return found
  }
}
