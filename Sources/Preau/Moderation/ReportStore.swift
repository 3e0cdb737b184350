// Reports keep two promises:
// (1) They are seen by those who look after the space alone: its référents, and administrators
//     where nothing is private.
// (2) The author of the post sees none of them, not even their number, and settles none.

import HTML
import SQLite

/// Every statement about reports that wait.
enum ReportStore {
  static let perPage = 25

  /// How many posts wait for `viewer`; nil for someone who looks after nothing.
  static func waitingCount(for viewer: Viewer, _ db: Reader) throws -> Int? {
    guard try moderates(viewer, db) else { return nil }
    return try db.value(
      """
      SELECT count(DISTINCT report.post)
        FROM report
        JOIN post ON post.id = report.post
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
       WHERE report.settled IS NULL AND post.author <> ?1
         AND (space.id IN (SELECT space FROM space_member WHERE member = ?1 AND role = 'referent')
              OR ?2 AND space.visibility <> 'private')
      """, viewer.reader, viewer.isAdministrator)
  }

  /// Whether `viewer` looks after any space.
  static func moderates(_ viewer: Viewer, _ db: Reader) throws -> Bool {
    if viewer.isAdministrator { return true }
    guard let member = viewer.member else { return false }
    return try db.value(
      "SELECT 1 FROM space_member WHERE member = ? AND role = 'referent' LIMIT 1", member.id,
      as: Int.self) != nil
  }

  /// The posts about which reports wait, the one that has waited longest first: three statements.
  static func page(
    after cursor: ReportCursor, for viewer: Viewer, _ db: Reader
  ) throws -> (posts: [ReportedPost], next: ReportCursor?) {
    let found = try waiting(after: cursor, viewer, db)
    let shown = Array(found.prefix(perPage))
    let list = "[" + shown.map { String($0.post.value) }.joined(separator: ",") + "]"
    var posts = try posts(list, db)
    for (post, report) in try reports(list, db) { posts[post]?.reports.append(report) }
    let next = found.count > perPage ? shown.last : nil
    return (shown.compactMap { posts[$0.post] }, next)
  }

  private static func waiting(
    after cursor: ReportCursor, _ viewer: Viewer, _ db: Reader
  ) throws -> [ReportCursor] {
    try db.rows(
      """
      SELECT min(report.created) AS first, post.id
        FROM report
        JOIN post ON post.id = report.post
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
       WHERE report.settled IS NULL AND post.author <> ?1
         AND (space.id IN (SELECT space FROM space_member WHERE member = ?1 AND role = 'referent')
              OR ?2 AND space.visibility <> 'private')
       GROUP BY post.id HAVING (first, post.id) > (?3, ?4)
       ORDER BY first, post.id LIMIT ?5
      """, viewer.reader, viewer.isAdministrator, cursor.firstReport, cursor.post, perPage + 1
    ) { row in ReportCursor(firstReport: try row.next(), post: try row.next()) }
  }

  private static func posts(_ list: String, _ db: Reader) throws -> [Post.ID: ReportedPost] {
    var posts: [Post.ID: ReportedPost] = [:]
    try db.each(
      """
      SELECT post.id, post.number, member.id, member.name, member.role, member.public_name,
             member.deleted, post.removed IS NOT NULL, post.html, thread.id, thread.slug,
             thread.title, space.id, space.slug, space.name, space.visibility
        FROM json_each(?) AS wanted
        JOIN post ON post.id = wanted.value
        JOIN member ON member.id = post.author
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
      """, list
    ) { row in
      let post = ReportedPost(
        post: try row.next(), number: try row.next(), author: try Author.read(&row),
        isRemoved: try row.next(), excerpt: excerpt(of: try row.next()),
        thread: try row.next(), threadSlug: try row.next(), threadTitle: try row.next(),
        space: try SpaceStore.read(&row))
      posts[post.post] = post
    }
    return posts
  }

  private static func excerpt(of body: SanitizedHTML) -> String {
    let text = body.plainText.oneLine
    let longest = ReportedPost.longestExcerpt
    return text.count > longest ? String(text.prefix(longest - 1)) + "…" : text
  }

  private static func reports(
    _ list: String, _ db: Reader
  ) throws -> [(post: Post.ID, report: Report)] {
    try db.rows(
      """
      SELECT report.post, report.id, member.id, member.name, member.role, member.public_name,
             member.deleted, report.reason, report.comment, report.created
        FROM json_each(?) AS wanted
        JOIN report ON report.post = wanted.value AND report.settled IS NULL
        JOIN member ON member.id = report.reporter
       ORDER BY report.created, report.id
      """, list
    ) { row in
      let post = try row.next(Post.ID.self)
      let report = Report(
        id: try row.next(), reporter: try Author.read(&row), reason: try row.next(),
        comment: try row.next(), created: try row.next())
      return (post, report)
    }
  }

  /// Closes the reports on a post up to the last one that was shown.
  ///
  /// - Throws: ``SettlingRefusal``; ``Refusal/notFound`` for a post that `viewer` may not read.
  static func settle(
    _ post: Post.ID, upTo last: Int64, by viewer: Viewer, at now: Instant, _ db: Writer
  ) throws {
    let found = try db.row(
      """
      SELECT post.author, thread.space
        FROM post JOIN thread ON thread.id = post.thread
       WHERE post.id = ?1
         AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?2)
      """, post, viewer.reader
    ) { row in (author: try row.next(Member.ID.self), space: try row.next(Space.ID.self)) }
    let (author, space) = try found.orNotFound()
    let rights = try SpaceStore.rights(in: space, viewer: viewer, db).orNotFound()
    try rights.admitSettling(of: author, by: viewer)
    try db.run(
      """
      UPDATE report SET settled = ?, settled_by = ?
       WHERE post = ? AND id <= ? AND settled IS NULL
      """, now, viewer.reader, post, last)
    try Journal.write(
      .reportSettled, by: viewer.member?.id, in: space, about: .post(post), at: now, db)
  }
}
