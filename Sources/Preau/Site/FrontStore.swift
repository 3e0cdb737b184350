import SQLite

/// What the front page shows of a community.
struct FrontNews: Sendable {
  /// Threads with posts that this member has not seen; none for a visitor.
  var unread: [ThreadLine] = []
  /// Questions that nobody has answered: in the member's own spaces, when there are any.
  var unanswered: [ThreadLine] = []
  /// The newest of the others.
  var latest: [ThreadLine] = []
  /// The reader's classes, as long as they last.
  var classes: [SchoolClass] = []
  /// What is wanted in the member's spaces.
  var calls: [ContributionCall] = []
  /// Texts that wait to be finished.
  var draftCount = 0
}

/// What the front page reads: the numbers of a few threads by the indices of their lists, then
/// their lines at once. Four statements for a visitor, seven for a member.
enum FrontStore {
  private static let mostUnread = 5
  private static let mostUnanswered = 5
  private static let mostLatest = 8

  static func news(for viewer: Viewer, _ db: Reader) throws -> FrontNews {
    var news = FrontNews()
    var unread: [Thread.ID] = []
    if let member = viewer.member {
      let list = ThreadList.unread(member.id, joined: member.joined)
      unread = try ThreadListStore.numbers(list, .start, member.id.value, mostUnread, db)
      news.classes = try ClassStore.all(of: member.id, db).filter { !$0.isClosed }
      news.calls = try CallStore.open(for: member.id.value, inOwnSpaces: true, db)
      news.draftCount =
        try db.value("SELECT count(*) FROM draft WHERE member = ?", member.id, as: Int.self) ?? 0
    }
    // A thread is shown once: enough are asked for to leave out those above.
    let waiting = try unanswered(viewer.reader, limit: mostUnanswered + mostUnread, db)
      .filter { !unread.contains($0) }.prefix(mostUnanswered)
    let latest = try ThreadListStore.numbers(
      .all, .start, viewer.reader, mostLatest + mostUnanswered + mostUnread, db
    ).filter { !unread.contains($0) && !waiting.contains($0) }.prefix(mostLatest)

    let lines = try ThreadListStore.lines(unread + waiting + latest, reader: viewer.reader, db)
    news.unread = lines.filter { unread.contains($0.id) }
    news.unanswered = lines.filter { waiting.contains($0.id) }
    news.latest = lines.filter { latest.contains($0.id) }
    return news
  }

  /// By the index of unanswered questions. Somebody who has joined no space sees those of all.
  private static func unanswered(
    _ reader: Int64, limit: Int, _ db: Reader
  ) throws -> [Thread.ID] {
    try db.rows(
      """
      SELECT id FROM thread
       WHERE removed IS NULL AND kind = 'question' AND post_count = 1 AND state = 'open'
         AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         AND (space IN (SELECT space FROM space_member WHERE member = ?1)
              OR NOT EXISTS (SELECT 1 FROM space_member WHERE member = ?1))
         AND author NOT IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
       ORDER BY last_activity DESC, id DESC LIMIT ?2
      """, reader, limit
    ) { row in try row.next() }
  }
}
