import SQLite

/// Every statement of an export. All of them run in one snapshot, and give their rows one by one.
enum ExportStore {
  struct User {
    let id: Int64
    let login: String
    let name: String
    let email: String?
    let joined: Int64
    let role: Member.Role
    let about: String
    let hasPublicName: Bool
    let language: Language?
    let deleted: Int64?
    let suspended: Int64?
  }

  static func users(_ db: Reader, _ body: (User) throws -> Void) throws {
    try db.each(
      """
      SELECT id, login, name, email, joined, role, about, public_name, language, deleted,
             suspended
        FROM member ORDER BY id
      """
    ) { row in
      try body(
        User(
          id: try row.next(), login: try row.next(), name: try row.next(), email: try row.next(),
          joined: try row.next(), role: try row.next(), about: try row.next(),
          hasPublicName: try row.next(), language: try row.next(), deleted: try row.next(),
          suspended: try row.next()))
    }
  }

  struct Space {
    let id: Int64
    let slug: String
    let name: String
    let about: String
    let subject: String
    let level: String
    let visibility: String
    let holding: String
    let firstPosts: Int64
    let closed: Int64?
    let allowsMasks: Bool
    let showsModeration: Bool
    let seals: [ReviewSeal]
  }

  static func spaces(_ db: Reader, _ body: (Space) throws -> Void) throws {
    try db.each(
      """
      SELECT id, slug, name, about, subject, level, visibility, holding, first_posts, closed,
             allows_masks, shows_moderation, needs_teaching_seal, needs_trade_seal
        FROM space ORDER BY id
      """
    ) { row in
      try body(
        Space(
          id: try row.next(), slug: try row.next(), name: try row.next(), about: try row.next(),
          subject: try row.next(), level: try row.next(), visibility: try row.next(),
          holding: try row.next(), firstPosts: try row.next(), closed: try row.next(),
          allowsMasks: try row.next(), showsModeration: try row.next(),
          seals: try [ReviewSeal.teaching, .trade].filter { _ in try row.next() }))
    }
  }

  /// - Parameter role: `member` or `referent`.
  static func members(of space: Int64, role: String, _ db: Reader) throws -> [Int64] {
    try db.rows(
      "SELECT member FROM space_member WHERE space = ? AND role = ? ORDER BY member", space, role
    ) { try $0.next() }
  }

  static func tags(
    _ db: Reader, _ body: (_ id: Int64, _ slug: String, _ label: String) throws -> Void
  ) throws {
    try db.each("SELECT id, slug, label FROM tag ORDER BY id") { row in
      try body(try row.next(), try row.next(), try row.next())
    }
  }
}

extension ExportStore {
  struct Thread {
    let id: Int64
    let space: Int64
    let author: Int64
    let title: String
    let created: Int64
    let kind: String
    let state: String
    let isPinned: Bool
    let removed: Int64?
    /// Removed posts too.
    let posts: Int64
    /// The place of the accepted post among them, from 1.
    let accepted: Int64?
  }

  /// In order of creation.
  static func threads(_ db: Reader, _ body: (Thread) throws -> Void) throws {
    try db.each(
      """
      SELECT id, space, author, title, created, kind, state, pinned, removed,
             (SELECT count(*) FROM post WHERE post.thread = thread.id),
             (SELECT count(*) FROM post AS answer
               JOIN post ON post.thread = answer.thread AND post.number <= answer.number
               WHERE answer.id = thread.accepted AND answer.thread = thread.id)
        FROM thread WHERE id NOT IN (SELECT source FROM thread_merge WHERE undone IS NULL)
       ORDER BY created, id
      """
    ) { row in
      try body(
        Thread(
          id: try row.next(), space: try row.next(), author: try row.next(),
          title: try row.next(), created: try row.next(), kind: try row.next(),
          state: try row.next(), isPinned: try row.next(), removed: try row.next(),
          posts: try row.next(), accepted: try accepted(&row)))
    }
  }

  private static func accepted(_ row: inout Row) throws -> Int64? {
    let place = try row.next(Int64.self)
    return place > 0 ? place : nil
  }

  static func tags(of thread: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT tag FROM thread_tag WHERE thread = ? ORDER BY tag", thread) {
      try $0.next()
    }
  }

  static func meToo(of thread: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT member FROM me_too WHERE thread = ? ORDER BY member", thread) {
      try $0.next()
    }
  }

  /// But those who write in the thread without a name: who writes there follows it, so that their
  /// follow would name them.
  static func followers(of thread: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows(
      """
      SELECT member FROM thread_follow
       WHERE thread = ?1 AND member NOT IN (SELECT member FROM mask WHERE thread = ?1)
       ORDER BY member
      """, thread
    ) { try $0.next() }
  }

  struct Post {
    let id: Int64
    let number: Int64
    let author: Int64
    let parent: Int64?
    let created: Int64
    let body: String
    let edited: Int64?
    let removed: Int64?
  }

  /// In the order of their numbers.
  static func posts(of thread: Int64, _ db: Reader, _ body: (Post) throws -> Void) throws {
    try db.each(
      """
      SELECT id, number, author, parent, created, source, edited, removed
        FROM post WHERE thread = ? ORDER BY number
      """, thread
    ) { row in
      try body(
        Post(
          id: try row.next(), number: try row.next(), author: try row.next(),
          parent: try row.next(), created: try row.next(), body: try row.next(),
          edited: try row.next(), removed: try row.next()))
    }
  }

  static func thanks(for post: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT member FROM thanks WHERE post = ? ORDER BY member", post) {
      try $0.next()
    }
  }

  struct Field {
    let id: Int64
    let space: Int64
    let label: String
    let kind: String
    let help: String
    let options: String
    let isRequired: Bool
    let removed: Int64?
  }

  /// In their order, those that are asked no more too.
  static func fields(_ db: Reader, _ body: (Field) throws -> Void) throws {
    try db.each(
      """
      SELECT id, space, label, kind, help, options, required, removed
        FROM question_field ORDER BY space, position, id
      """
    ) { row in
      try body(
        Field(
          id: try row.next(), space: try row.next(), label: try row.next(),
          kind: try row.next(), help: try row.next(), options: try row.next(),
          isRequired: try row.next(), removed: try row.next()))
    }
  }

  static func answers(
    of thread: Int64, _ db: Reader
  ) throws -> [(field: Int64, value: String)] {
    try db.rows(
      "SELECT field, value FROM question_answer WHERE thread = ? ORDER BY field", thread
    ) { row in (try row.next(), try row.next()) }
  }

  static func answers(
    ofHeld held: Int64, _ db: Reader
  ) throws -> [(field: Int64, value: String)] {
    try db.rows("SELECT field, value FROM held_answer WHERE held = ? ORDER BY field", held) {
      (try $0.next(), try $0.next())
    }
  }

  struct Held {
    let id: Int64
    let space: Int64
    let thread: Int64?
    let number: Int64
    let author: Int64
    let answers: Int64?
    let kind: String
    let title: String
    let tags: String
    let body: String
    let created: Int64
    let submitted: Int64
  }

  /// Those that wait, in the order of their places; but threads that will have no name, since their
  /// lines would give it.
  static func held(_ db: Reader) throws -> [Held] {
    try db.rows(
      """
      SELECT id, space, thread, coalesce(number, 0), author,
             CASE WHEN answers IS NOT NULL THEN (
               SELECT count(*) FROM post
                WHERE post.thread = held_post.thread AND post.number <= held_post.answers) END,
             kind, title, tags, source, created, submitted
        FROM held_post WHERE state = 'waiting' AND (thread IS NOT NULL OR masked = 0)
       ORDER BY thread, number, created, id
      """
    ) { row in
      Held(
        id: try row.next(), space: try row.next(), thread: try row.next(), number: try row.next(),
        author: try row.next(), answers: try row.next(), kind: try row.next(),
        title: try row.next(), tags: try row.next(), body: try row.next(),
        created: try row.next(), submitted: try row.next())
    }
  }
}
