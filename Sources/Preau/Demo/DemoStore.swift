import SQLite

/// Every statement of the demo.
enum DemoStore {
  static func hasMembers(_ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM member LIMIT 1", as: Int.self) != nil
  }

  static func space(_ slug: String, _ db: Reader) throws -> Space.ID? {
    try db.value("SELECT id FROM space WHERE slug = ?", slug)
  }

  static func post(_ number: Int, of thread: Thread.ID, _ db: Reader) throws -> Post.ID {
    try db.value(
      "SELECT id FROM post WHERE thread = ? AND number = ?", thread, number, as: Post.ID.self
    ).orNotFound()
  }

  /// The post that shows a file of the demo.
  static func post(
    showing key: String, _ db: Reader
  ) throws -> (id: Post.ID, author: Member.ID, source: String)? {
    try db.row(
      "SELECT id, author, source FROM post WHERE instr(source, ?) > 0 ORDER BY id LIMIT 1", key
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  static func thread(titled title: String, _ db: Reader) throws -> Thread.ID? {
    try db.value("SELECT id FROM thread WHERE title = ?", title)
  }

  static func reviewable(_ id: Tutorial.ID, _ db: Reader) throws -> Int? {
    try db.value(
      "SELECT coalesce(review, published) FROM tutorial WHERE id = ?", id, as: Int?.self
    ).flatMap { $0 }
  }

  /// The spaces whose tutorials have seals, each with those that it has seen.
  static func sealedSpaces(
    _ db: Reader
  ) throws -> [(space: Space.ID, seals: Set<ReviewSeal>)] {
    try db.rows(
      """
      SELECT tutorial.space, max(review.seal = 'teaching'), max(review.seal = 'trade')
        FROM review JOIN tutorial ON tutorial.id = review.tutorial
       WHERE review.state = 'accepted' GROUP BY tutorial.space
      """
    ) { row in
      let space = try row.next(Space.ID.self)
      var seals: Set<ReviewSeal> = []
      if try row.next(Bool.self) { seals.insert(.teaching) }
      if try row.next(Bool.self) { seals.insert(.trade) }
      return (space, seals)
    }
  }

  static func pupil(named name: String, of space: Space.ID, _ db: Reader) throws -> Member.ID? {
    try db.value(
      """
      SELECT member.id FROM member JOIN space_member ON space_member.member = member.id
       WHERE member.name = ? AND space_member.space = ?
      """, name, space)
  }

  static func latestQuestions(
    of space: Space.ID, _ count: Int, _ db: Reader
  ) throws -> [Thread.ID] {
    try db.rows(
      """
      SELECT id FROM thread WHERE space = ? AND kind = 'question' AND removed IS NULL
       ORDER BY created DESC, id DESC LIMIT ?
      """, space, count
    ) { try $0.next() }
  }

  static func space(of thread: Thread.ID, _ db: Reader) throws -> Space.ID? {
    try db.value("SELECT space FROM thread WHERE id = ?", thread)
  }

  static func lastCase(of post: Post.ID, _ db: Reader) throws -> ModerationCase.ID {
    try db.value(
      "SELECT id FROM moderation_case WHERE post = ? ORDER BY id DESC LIMIT 1", post,
      as: ModerationCase.ID.self
    ).orNotFound()
  }

  static func hasPasswords(_ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM member WHERE password IS NOT NULL LIMIT 1", as: Int.self) != nil
  }

  static func setMissingPasswords(_ hash: String, _ db: Writer) throws {
    try db.run("UPDATE member SET password = ? WHERE password IS NULL AND deleted IS NULL", hash)
  }

  /// In the order in which they were written.
  static func latestPosts(
    _ db: Reader
  ) throws -> [(thread: Thread.ID, number: Int, created: Instant)] {
    try db.rows(
      "SELECT thread, number, created FROM post ORDER BY created DESC, id DESC LIMIT 80"
    ) { row in (try row.next(), try row.next(), try row.next()) }.reversed()
  }

  static func readNotifications(before moment: Instant, _ db: Writer) throws {
    try db.run("UPDATE notification SET read = created WHERE created < ?", moment)
  }

  /// Those who still have the password of the demo: it was hashed once for all, and no two hashes
  /// that were made apart are equal. Those who run the site and teach come first.
  static func members(_ db: Reader) throws -> [(login: String, role: String)] {
    try db.rows(
      """
      SELECT login, role FROM member
       WHERE password IN (
         SELECT password FROM member WHERE password IS NOT NULL
          GROUP BY password HAVING count(*) > 1)
         AND id NOT IN (SELECT member FROM class_account WHERE is_secret)
       ORDER BY CASE role WHEN 'administrator' THEN 0 WHEN 'teacher' THEN 1
                          WHEN 'professional' THEN 2 WHEN 'family' THEN 3 ELSE 4 END, id
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// The open classes of which several learners still have the secret of the demo, with their names.
  static func classes(
    _ db: Reader
  ) throws -> [(name: String, code: ClassCode, pupils: String)] {
    try db.rows(
      """
      SELECT space.name, class.code, group_concat(member.name, ', ')
        FROM class
        JOIN space ON space.id = class.space
        JOIN class_learner ON class_learner.space = class.space
        JOIN class_account ON class_account.member = class_learner.member
        JOIN member ON member.id = class_learner.member
       WHERE class_account.is_secret AND space.closed IS NULL
         AND member.password IN (
           SELECT password FROM member GROUP BY password HAVING count(*) > 1)
       GROUP BY class.space ORDER BY class.space
      """
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }
}
