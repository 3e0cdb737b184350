import SQLite

/// Statements about what is asked again and again in one space.
enum HelpThemeStore {
  /// Four weeks, compared with the four before.
  static let secondsOfPeriod: Int64 = 28 * 86_400
  private static let mostQuestions = 500

  struct Question {
    let thread: Thread.ID
    let slug: String
    let title: String
    let isResolved: Bool
  }

  /// The questions of the last period, the latest first.
  static func questions(
    of space: Space.ID, at now: Instant, _ db: Reader
  ) throws -> [Question] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, help_request.state = 'resolved'
        FROM help_request JOIN thread ON thread.id = help_request.thread
       WHERE help_request.space = ? AND help_request.removed = 0 AND help_request.asked > ?
       ORDER BY help_request.asked DESC, thread.id DESC LIMIT ?
      """, space, now + -secondsOfPeriod, mostQuestions
    ) { row in
      Question(
        thread: try row.next(), slug: try row.next(), title: try row.next(),
        isResolved: try row.next())
    }
  }

  static func risingTags(
    of space: Space.ID, at now: Instant, _ db: Reader
  ) throws -> [RisingTag] {
    try db.rows(
      """
      SELECT slug, label, recent, asked - recent
        FROM (SELECT tag.slug, tag.label, count(*) AS asked, sum(help_request.asked > ?2) AS recent
                FROM help_request
                JOIN thread_tag ON thread_tag.thread = help_request.thread
                JOIN tag ON tag.id = thread_tag.tag
               WHERE help_request.space = ?1 AND help_request.removed = 0
                 AND help_request.asked > ?3
               GROUP BY tag.id)
       WHERE recent > 1 AND recent > asked - recent
       ORDER BY 2 * recent - asked DESC, recent DESC, slug LIMIT 12
      """, space, now + -secondsOfPeriod, now + -2 * secondsOfPeriod
    ) { row in
      RisingTag(
        tag: Tag(slug: try row.next(), label: try row.next()), recent: try row.next(),
        before: try row.next())
    }
  }
}
