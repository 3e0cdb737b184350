import SQLite

/// The table of reminders.
enum BadgeReminderSchema {
  static let first = Migration(
    "badge reminders",
    """
    -- Badges whose learners were told that they expire soon: once.
    CREATE TABLE badge_reminder (
      award INTEGER PRIMARY KEY REFERENCES badge_award (id) ON DELETE CASCADE,
      told INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX badge_award_expires ON badge_award (expires)
      WHERE expires IS NOT NULL AND state = 'accepted';
    """)
}

/// Every statement about badges that expire soon.
enum BadgeReminderStore {
  /// How long before: half of its time for a badge that is valid for less than two months.
  static let secondsAhead: Int64 = 30 * 86_400
  private static let mostToldAtOnce = 100

  /// Those whose learners are to be told, along the index of days.
  ///
  /// - Parameter limit: how many at most.
  static func due(
    at now: Instant, limit: Int, _ db: Reader
  ) throws -> [(award: BadgeAward.ID, member: Member.ID, name: String)] {
    try db.rows(
      """
      SELECT award.id, award.member, version.name
        FROM badge_award AS award
        JOIN badge_version AS version
          ON version.class = award.class AND version.number = award.version
       WHERE award.expires IS NOT NULL AND award.state = 'accepted' AND award.is_test = 0
         AND award.expires > ?1 AND award.expires <= ?1 + ?2
         AND award.expires - (award.expires - award.issued) / 2 <= ?1
         AND NOT EXISTS (SELECT 1 FROM badge_reminder WHERE badge_reminder.award = award.id)
       ORDER BY award.expires LIMIT ?3
      """, now, secondsAhead, limit
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  /// Tells some of those learners.
  ///
  /// - Returns: whether there may be more to tell.
  static func tellDue(at now: Instant, _ db: Writer) throws -> Bool {
    let due = try due(at: now, limit: mostToldAtOnce, db)
    for (award, member, name) in due {
      try Notifications.tell(
        .told(
          .badgeExpiring, to: [member], about: .page("/mes-badges/\(award.value)"), words: name),
        at: now, db)
      try db.run("INSERT INTO badge_reminder (award, told) VALUES (?, ?)", award, now)
    }
    return due.count == mostToldAtOnce
  }
}
