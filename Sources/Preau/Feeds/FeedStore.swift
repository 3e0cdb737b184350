import HTML
import SQLite

/// What a feed is about.
enum FeedPlace: Sendable {
  case all
  case space(Space.ID)
  case tag(slug: String)
  /// With what stands below it.
  case concept(Concept.ID)
  case thread(Thread.ID)
}

/// The latest posts of a place, in two statements.
enum FeedStore {
  static let mostEntries = 25

  /// The latest posts that `reader` may read.
  ///
  /// They are among those of the 25 threads that last moved, which an index gives.
  static func latest(in place: FeedPlace, reader: Int64, _ db: Reader) throws -> [FeedEntry] {
    let threads = try threads(in: place, reader, db)
    if threads.isEmpty { return [] }
    let list = "[" + threads.map { String($0.value) }.joined(separator: ",") + "]"
    return try db.rows(
      """
      SELECT post.id, post.number, thread.id, thread.slug, thread.title,
             member.id, member.name, member.role, member.public_name, member.deleted,
             post.created, post.edited, post.html,
             CASE WHEN post.policy < ?3 THEN post.source END
        FROM json_each(?1) AS wanted
        JOIN thread ON thread.id = wanted.value
        JOIN post ON post.thread = thread.id AND post.number > thread.last_number - ?2
        JOIN member ON member.id = post.author
       WHERE post.removed IS NULL
       ORDER BY post.created DESC, post.id DESC LIMIT ?2
      """, list, mostEntries, PostBody.policy
    ) { row in try read(&row) }.map { try upToDate($0, db) }
  }

  /// The threads that last moved, by the index that fits the place.
  private static func threads(
    in place: FeedPlace, _ reader: Int64, _ db: Reader
  ) throws -> [Thread.ID] {
    let read = { (row: inout Row) in try row.next(Thread.ID.self) }
    switch place {
    case .all:
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE removed IS NULL
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY last_activity DESC, id DESC LIMIT ?2
        """, reader, mostEntries, read: read)
    case .space(let space):
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE removed IS NULL AND space = ?3
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY last_activity DESC, id DESC LIMIT ?2
        """, reader, mostEntries, space, read: read)
    case .tag(let slug):
      return try db.rows(
        """
        SELECT thread.id FROM tag
          JOIN thread_tag ON thread_tag.tag = tag.id
          JOIN thread ON thread.id = thread_tag.thread
         WHERE tag.slug = ?3 AND thread.removed IS NULL
           AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY thread.last_activity DESC, thread.id DESC LIMIT ?2
        """, reader, mostEntries, slug, read: read)
    case .concept(let concept):
      return try ThreadListStore.numbers(
        .concept(concept), .start, reader, mostEntries, db)
    case .thread(let thread):
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE removed IS NULL AND id = ?2
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
        """, reader, thread, read: read)
    }
  }

  private static func read(_ row: inout Row) throws -> (entry: FeedEntry, source: String?) {
    let entry = FeedEntry(
      post: try row.next(), number: try row.next(), thread: try row.next(),
      threadSlug: try row.next(), threadTitle: try row.next(), author: try Author.read(&row),
      created: try row.next(), edited: try row.next(), body: try row.next())
    return (entry, try row.next())
  }

  /// A body that was stored under an older policy is rendered again before anyone sees it.
  private static func upToDate(
    _ stored: (entry: FeedEntry, source: String?), _ db: Reader
  ) throws -> FeedEntry {
    guard let source = stored.source else { return stored.entry }
    return stored.entry.with(
      body: try PostStore.rendered(source, for: stored.entry.post, db))
  }
}

extension FeedEntry {
  fileprivate func with(body: SanitizedHTML) -> FeedEntry {
    FeedEntry(
      post: post, number: number, thread: thread, threadSlug: threadSlug,
      threadTitle: threadTitle, author: author, created: created, edited: edited, body: body)
  }
}

extension FeedStore {
  /// When a space, or the whole site, began.
  static func begun(_ space: Space.ID?, _ db: Reader) throws -> Instant {
    let first = try db.value(
      "SELECT min(created) FROM space WHERE ?1 IS NULL OR id = ?1", space, as: Instant?.self)
    return first.flatMap { $0 } ?? Instant(seconds: 0)
  }
}
