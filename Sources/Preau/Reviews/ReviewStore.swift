import SQLite

/// Every statement by which versions are reserved and reviewed.
enum ReviewStore {
  // MARK: Reserving

  /// Reserves a version for one seal. What the person had kept of it is there again.
  ///
  /// - Returns: the review; the person's own when it is reserved already.
  /// - Throws: ``ReviewRefusal``.
  static func reserve(
    _ seal: ReviewSeal, of version: Int, _ view: TutorialView, for actor: ReviewActor,
    at now: Instant, _ db: Writer
  ) throws -> Review.ID {
    guard let member = actor.member else { throw ReviewRefusal.notAllowed }
    let claims = try admit(seal, version, view, actor, at: now, db)
    let mine = claims.first { $0.seal == seal && $0.reviewer.id == member && $0.isLive(at: now) }
    if let mine { return mine.id }
    try db.run(
      """
      UPDATE review SET state = 'released'
       WHERE tutorial = ? AND version = ? AND state = 'reserved' AND reserved <= ?
      """, view.tutorial.id, version, now + -Review.secondsReserved)
    let kept = try db.value(
      """
      SELECT max(id) FROM review
       WHERE tutorial = ? AND version = ? AND seal = ? AND reviewer = ? AND state = 'released'
      """, view.tutorial.id, version, seal, member, as: Review.ID?.self
    ).flatMap { $0 }
    return try kept.map { try resume($0, at: now, db) }
      ?? insert(seal, version, of: view.tutorial.id, member, at: now, db)
  }

  /// The index of seals lets one through; the others were told so by the rule.
  private static func insert(
    _ seal: ReviewSeal, _ version: Int, of id: Tutorial.ID, _ member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws -> Review.ID {
    let count = try db.run(
      """
      INSERT INTO review (tutorial, version, seal, reviewer, state, reserved)
      SELECT id, ?2, ?3, ?4, 'reserved', ?5 FROM tutorial
       WHERE id = ?1 AND removed IS NULL AND (review = ?2 OR published = ?2)
      ON CONFLICT DO NOTHING
      """, id, version, seal, member, now)
    if count == 0 { throw ReviewRefusal.notWaiting }
    return Review.ID(db.lastInsertedRow)
  }

  private static func resume(_ id: Review.ID, at now: Instant, _ db: Writer) throws -> Review.ID {
    try db.run(
      "UPDATE review SET state = 'reserved', reserved = ? WHERE id = ? AND state = 'released'",
      now, id)
    return id
  }

  /// - Returns: the claims on the version.
  @discardableResult
  private static func admit(
    _ seal: ReviewSeal, _ version: Int, _ view: TutorialView, _ actor: ReviewActor,
    at now: Instant, _ db: Reader
  ) throws -> [ReviewClaim] {
    let claims = try ReviewReadingStore.claims(on: version, of: view.tutorial.id, db)
    try actor.admit(seal, amid: claims, at: now)
    guard !view.tutorial.isRemoved, view.tutorial.pointers.isUpForReview(version) else {
      throw ReviewRefusal.notWaiting
    }
    guard let member = actor.member else { throw ReviewRefusal.notAllowed }
    do { try SilenceStore.admit(member, in: view.space.id, at: now, db) } catch let refusal
      as PostingRefusal
    {
      guard case .silenced(let until) = refusal else { throw refusal }
      throw ReviewRefusal.silenced(until: until)
    }
    return claims
  }

  /// Gives a reservation up; what was kept stays with the person.
  static func giveUp(_ id: Review.ID, _ member: Member.ID, _ db: Writer) throws {
    try db.run(
      "UPDATE review SET state = 'released' WHERE id = ? AND reviewer = ? AND state = 'reserved'",
      id, member)
  }

  /// A member who leaves the site holds nothing back, and goes on having given what was given.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run(
      "DELETE FROM review WHERE reviewer = ? AND state IN ('reserved', 'released')", member)
    try db.run("DELETE FROM trade_reviewer WHERE member = ?", member)
  }

  // MARK: Filling in

  /// Keeps what was filled in, as long as the review is not concluded: also once it has lapsed.
  static func keep(
    _ new: NewReview, in id: Review.ID, by member: Member.ID, _ db: Writer
  ) throws {
    let count = try db.run(
      """
      UPDATE review SET words = ? WHERE id = ? AND reviewer = ? AND state IN ('reserved', 'released')
      """, new.words, id, member)
    if count == 1 { try write(new, in: id, db) }
  }

  private static func write(_ new: NewReview, in id: Review.ID, _ db: Writer) throws {
    try db.run("DELETE FROM review_point WHERE review = ?", id)
    try db.run("DELETE FROM review_comment WHERE review = ?", id)
    for point in new.points {
      try db.run(
        "INSERT INTO review_point (review, point, answer, remark) VALUES (?, ?, ?, ?)", id,
        point.point, point.answer, point.remark)
    }
    for (index, comment) in new.comments.enumerated() {
      try db.run(
        """
        INSERT INTO review_comment (review, position, anchor, heading, words)
        VALUES (?, ?, ?, ?, ?)
        """, id, index + 1, comment.anchor, comment.heading, comment.words)
    }
  }

  // MARK: Concluding

  /// Gives the seal to the very version that was read, and publishes it when it was the last one
  /// that the space asks for; or gives the version back to its authors.
  ///
  /// - Throws: ``ReviewRefusal``; ``TutorialRefusal`` when the tutorial has moved meanwhile.
  static func conclude(
    _ review: Review, with new: NewReview, _ view: TutorialView, for actor: ReviewActor,
    at now: Instant, _ db: Writer
  ) throws {
    guard let member = actor.member else { throw ReviewRefusal.notAllowed }
    guard view.tutorial.pointers.isUpForReview(review.version) else {
      throw ReviewRefusal.notWaiting
    }
    try admit(review.seal, review.version, view, actor, at: now, db)
    let isAccepted = new.ending == .accepted
    let count = try db.run(
      """
      UPDATE review SET state = ?2, decided = ?3, words = ?4
       WHERE id = ?1 AND reviewer = ?5 AND state = 'reserved' AND reserved > ?6
      """, review.id, isAccepted ? Review.State.accepted : .returned, now, new.words, member,
      now + -Review.secondsReserved)
    if count == 0 { throw ReviewRefusal.lapsed }
    try write(new, in: review.id, db)
    try Journal.write(
      isAccepted ? .sealGiven : .sealRefused, by: member, in: view.space.id,
      about: .tutorial(view.tutorial.id), detail: review.seal.rawValue, at: now, db)
    if isAccepted {
      try seal(review, view, by: member, at: now, db)
    } else {
      try giveBack(review, new.words, view, by: member, at: now, db)
    }
  }

  private static func seal(
    _ review: Review, _ view: TutorialView, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    // The one who publishes tells the authors.
    if try publishIfSealed(view, by: member, at: now, db) { return }
    let isPublished = review.version == view.tutorial.pointers.published
    let address = isPublished ? view.tutorial.address : Tutorial.workshop(view.tutorial.id)
    try Notifications.tell(
      .told(
        .tutorialSealed, to: view.signers.map(\.id), about: .page(address.text), by: member),
      at: now, db)
  }

  private static func giveBack(
    _ review: Review, _ words: String, _ view: TutorialView, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let pointers = view.tutorial.pointers
    let moved = pointers.returned(review.version)
    if moved != pointers {
      try tellReviewers(of: view, by: member, at: now, db)
      try TutorialWritingStore.move(view, to: moved, at: now, db)
    }
    try Notifications.tell(
      .told(
        .tutorialReturned, to: view.signers.map(\.id),
        about: .page(Tutorial.workshop(view.tutorial.id).text), by: member, words: words),
      at: now, db)
  }

  /// Publishes what waits once it has all seals that the space asks for. Where none is asked for,
  /// those who look after the space decide.
  ///
  /// - Returns: whether it was published.
  @discardableResult
  static func publishIfSealed(
    _ view: TutorialView, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    guard let version = view.tutorial.pointers.underReview, !view.seals.isEmpty,
      !view.tutorial.isRemoved
    else { return false }
    let claims = try ReviewReadingStore.claims(on: version, of: view.tutorial.id, db)
    let given = Set(claims.filter(\.isGiven).map(\.seal))
    guard view.seals.isSubset(of: given) else { return false }
    try TutorialPublishStore.accept(version, of: view, with: given, by: member, at: now, db)
    return true
  }

  /// Tells those who have reserved what waits that it waits no more: call it before it moves.
  static func tellReviewers(
    of view: TutorialView, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    guard let version = view.tutorial.pointers.underReview else { return }
    let claims = try ReviewReadingStore.claims(on: version, of: view.tutorial.id, db)
    let reviewers = claims.filter { !$0.isGiven && $0.isLive(at: now) }.map(\.reviewer.id)
    try Notifications.tell(
      .told(
        .reviewReleased, to: reviewers, about: .page(ReviewRoutes.mineAddress.text), by: member),
      at: now, db)
  }

  // MARK: From elsewhere

  /// Notes a seal that was given before, such as to a tutorial of the demo.
  ///
  /// - Parameter words: what the reviewer says with it, on one line.
  static func record(
    _ seal: ReviewSeal, for version: Int, of id: Tutorial.ID, by reviewer: Member.ID,
    words: String, at moment: Instant, _ db: Writer
  ) throws {
    let count = try db.run(
      """
      INSERT INTO review (tutorial, version, seal, reviewer, state, reserved, decided, words)
      VALUES (?1, ?2, ?3, ?4, 'accepted', ?5, ?5, ?6)
      ON CONFLICT DO NOTHING
      """, id, version, seal, reviewer, moment, words)
    if count == 0 { return }
    let review = Review.ID(db.lastInsertedRow)
    for point in ReviewPoint.grid(for: seal) {
      try db.run(
        "INSERT INTO review_point (review, point, answer) VALUES (?, ?, ?)", review, point,
        ReviewAnswer.yes)
    }
  }
}
