import HTML
import SQLite

/// Every statement about tutorials that are to be looked at again.
enum TutorialFreshnessStore {
  /// Says that it still holds, until another day.
  static func renew(_ id: Tutorial.ID, until day: Day?, _ db: Writer) throws {
    try db.run("UPDATE tutorial SET review_by = ?, reminded = NULL WHERE id = ?", day, id)
  }

  /// Those whose authors are to be told, along the index of days.
  ///
  /// - Parameter limit: how many at most.
  static func due(
    on today: Day, limit: Int, _ db: Reader
  ) throws -> [(id: Tutorial.ID, space: Space.ID, day: Day)] {
    try db.rows(
      """
      SELECT id, space, review_by FROM tutorial
       WHERE review_by IS NOT NULL AND published IS NOT NULL AND removed IS NULL
         AND review_by <= ?1 AND reminded IS NOT review_by
       ORDER BY review_by LIMIT ?2
      """, today + TutorialFreshness.daysAhead, limit
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  /// Tells some of those authors, once for each such day; where none of them comes any more, those
  /// who look after the space are told as well.
  ///
  /// - Returns: whether there may be more to tell.
  static func tellDue(on today: Day, at now: Instant, _ db: Writer) throws -> Bool {
    let due = try due(on: today, limit: mostToldAtOnce, db)
    for (id, space, day) in due {
      let authors = try TutorialAuthorStore.authors(of: id, db).filter(\.hasAgreed)
      try Notifications.tell(
        .told(
          .tutorialDue, to: authors.map(\.author.id), about: .page(Tutorial.workshop(id).text)),
        at: now, db)
      if TutorialOrphan.isOne(
        lastSeen: try TutorialAuthorStore.lastSeen(of: id, db), at: now)
      {
        let referents = try MembershipStore.referents(of: space, db).map(\.id)
        try Notifications.tell(
          .told(.tutorialOrphaned, to: referents, about: .page(Tutorial.workshop(id).text)),
          at: now, db)
      }
      try db.run("UPDATE tutorial SET reminded = ? WHERE id = ?", day, id)
    }
    return due.count == mostToldAtOnce
  }

  private static let mostToldAtOnce = 100
}
