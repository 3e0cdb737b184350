import HTML
import SQLite

/// Every statement of an import.
enum ImportStore {
  // MARK: What was loaded before

  /// The row that a line became; nil when no such line was loaded.
  static func row(
    _ kind: ImportKind, in place: Int64, _ digest: Int64, _ db: Reader
  ) throws -> Int64? {
    try db.value(
      "SELECT row FROM exchange_line WHERE kind = ? AND place = ? AND digest = ?", kind, place,
      digest)
  }

  static func remember(
    _ kind: ImportKind, in place: Int64, _ digest: Int64, row: Int64, _ db: Writer
  ) throws {
    try db.run(
      "INSERT INTO exchange_line (kind, place, digest, row) VALUES (?, ?, ?, ?)", kind, place,
      digest, row)
  }

  static func exists(_ kind: ImportKind, _ row: Int64, _ db: Reader) throws -> Bool {
    let found: Int64? =
      switch kind {
      case .user: try db.value("SELECT 1 FROM member WHERE id = ?", row)
      case .category: try db.value("SELECT 1 FROM space WHERE id = ?", row)
      case .tag: try db.value("SELECT 1 FROM tag WHERE id = ?", row)
      case .thread: try db.value("SELECT 1 FROM thread WHERE id = ?", row)
      case .post: try db.value("SELECT 1 FROM post WHERE id = ?", row)
      case .field: try db.value("SELECT 1 FROM question_field WHERE id = ?", row)
      case .held: try db.value("SELECT 1 FROM held_post WHERE id = ?", row)
      case .tutorial: try db.value("SELECT 1 FROM tutorial WHERE id = ?", row)
      case .resource, .item: try db.value("SELECT 1 FROM resource WHERE id = ?", row)
      case .collection: try db.value("SELECT 1 FROM resource_collection WHERE id = ?", row)
      }
    return found != nil
  }

  // MARK: Members

  static func member(
    login: String, joined: Instant, _ db: Reader
  ) throws -> Int64? {
    try db.value("SELECT id FROM member WHERE login = ? AND joined = ?", login, joined)
  }

  static func hasMember(login: String, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM member WHERE login = ?", login, as: Int64.self) != nil
  }

  static func hasMember(email: String, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM member WHERE email = ?", email, as: Int64.self) != nil
  }

  /// Without a password: nobody can log in until one is set.
  static func add(
    _ user: ExchangeRecord.User, login: String, email: String?, _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO member (login, name, email, role, public_name, about, language, joined, deleted,
                          suspended)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, login, user.name, email, user.role, user.hasPublicName, user.about, user.language,
      user.joined, user.deleted, user.suspended)
    return db.lastInsertedRow
  }

  /// Someone who left has the log-in name that ``DeletionStore`` gives, made of the row's number.
  static func setErasedLogin(of member: Int64, _ db: Writer) throws {
    try db.run("UPDATE member SET login = '!' || id WHERE id = ?", member)
  }

  static func setAbout(_ html: SanitizedHTML, of member: Int64, _ db: Writer) throws {
    try db.run(
      "UPDATE member SET about_html = ?, about_policy = ? WHERE id = ?", html,
      RenderedAbout.policy, member)
  }

  // MARK: Spaces and tags

  static func space(
    slug: String, name: String, visibility: String, _ db: Reader
  ) throws -> Int64? {
    try db.value(
      "SELECT id FROM space WHERE slug = ? AND name = ? AND visibility = ?", slug, name, visibility)
  }

  /// Also one that a space had once: its old address must not lead elsewhere.
  static func hasSpace(slug: String, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM space WHERE slug = ?1 UNION ALL
      SELECT 1 FROM space_old_slug WHERE slug = ?1
      """, slug, as: Int64.self) != nil
  }

  static func members(of space: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT member FROM space_member WHERE space = ? ORDER BY member", space) { row in
      try row.next()
    }
  }

  static func add(
    _ category: ExchangeRecord.Category, slug: String, at now: Instant, _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO space (slug, name, subject, level, about, visibility, created, holding,
                         first_posts, closed, allows_masks, shows_moderation,
                         needs_teaching_seal, needs_trade_seal)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, slug, category.name, category.subject, category.level, category.about,
      category.visibility, now, category.holding.holding, category.holding.firstPosts,
      category.closed, category.allowsMasks, category.showsModeration,
      category.seals.contains(.teaching), category.seals.contains(.trade))
    return db.lastInsertedRow
  }

  static func join(
    _ space: Int64, _ member: Int64, asReferent: Bool, at now: Instant, _ db: Writer
  ) throws {
    let added = try db.run(
      """
      INSERT INTO space_member (space, member, role, joined) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, space, member, asReferent ? "referent" : "member", now)
    try db.run("UPDATE space SET member_count = member_count + ? WHERE id = ?", added, space)
  }

  static func tag(slug: String, _ db: Reader) throws -> Int64? {
    try db.value("SELECT id FROM tag WHERE slug = ?", slug)
  }

  static func add(_ tag: ExchangeRecord.Tag, _ db: Writer) throws -> Int64 {
    try db.run("INSERT INTO tag (slug, label) VALUES (?, ?)", tag.slug, tag.label)
    return db.lastInsertedRow
  }
}

extension ImportStore {
  // MARK: Threads

  /// Threads that say the same, by their natural key.
  static func threads(
    in space: Int64, by author: Int64, _ thread: ExchangeRecord.Thread, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      """
      SELECT id FROM thread
       WHERE author = ? AND created = ? AND space = ? AND title = ? ORDER BY id
      """, author, thread.created, space, thread.title
    ) { row in try row.next() }
  }

  /// Without posts: they are counted as they come.
  static func add(_ waiting: WaitingThread, removed: Instant?, _ db: Writer) throws -> Int64 {
    let thread = waiting.record
    try db.run(
      """
      INSERT INTO thread (space, author, kind, title, slug, state, pinned, created, last_activity,
                          me_too_count, removed)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10)
      """, waiting.space, waiting.author, thread.kind, thread.title, Thread.slug(of: thread.title),
      thread.state, thread.isPinned, thread.created, waiting.meToo.count, removed)
    let id = db.lastInsertedRow
    for tag in waiting.tags {
      try db.run("INSERT INTO thread_tag (thread, tag) VALUES (?, ?)", id, tag)
    }
    try ConceptTagStore.set(kind: .thread, target: id, concepts: waiting.concepts, db)
    for member in waiting.meToo {
      try db.run("INSERT INTO me_too (thread, member) VALUES (?, ?)", id, member)
    }
    for member in waiting.followers {
      try db.run(
        "INSERT INTO thread_follow (member, thread, since) VALUES (?, ?, ?)", member, id,
        thread.created)
    }
    if removed == nil {
      try db.run("UPDATE space SET thread_count = thread_count + 1 WHERE id = ?", waiting.space)
    }
    return id
  }

  /// The highest number that a post has, or that is kept for one that is held.
  static func lastNumber(of thread: Int64, _ db: Reader) throws -> Int? {
    try db.value(
      """
      SELECT max(last_number, (SELECT ifnull(max(number), 0) FROM held_post
                                WHERE held_post.thread = thread.id))
        FROM thread WHERE id = ?
      """, thread)
  }

  static func title(of thread: Int64, _ db: Reader) throws -> String {
    try db.value("SELECT title FROM thread WHERE id = ?", thread) ?? ""
  }

  /// Counts posts that were added.
  static func count(_ growth: ThreadGrowth, _ db: Writer) throws {
    try db.run(
      """
      UPDATE thread
         SET post_count = post_count + ?, last_number = max(last_number, ?),
             last_activity = max(last_activity, ?)
       WHERE id = ?
      """, growth.visible, growth.lastPublished, growth.lastActivity, growth.thread)
  }

  /// An answer chosen here stays.
  static func accept(_ post: Int64, in thread: Int64, _ db: Writer) throws {
    try db.run(
      """
      UPDATE thread SET accepted = ?1
       WHERE id = ?2 AND accepted IS NULL AND EXISTS (
         SELECT 1 FROM post WHERE id = ?1 AND number > 1 AND removed IS NULL)
      """, post, thread)
  }

  // MARK: Posts

  /// Posts that are the same, by their natural key.
  static func posts(
    in thread: Int64, by author: Int64, at created: Instant, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      "SELECT id FROM post WHERE thread = ? AND created = ? AND author = ? ORDER BY number",
      thread, created, author
    ) { row in try row.next() }
  }

  static func thread(of post: Int64, _ db: Reader) throws -> Int64? {
    try db.value("SELECT thread FROM post WHERE id = ?", post)
  }

  static func add(
    _ post: ExchangeRecord.Post, to thread: Int64, number: Int, by author: Int64, parent: Int64?,
    body: SanitizedHTML, thanks: [Int64], _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO post (thread, number, author, parent, source, html, policy, created, edited,
                        thanks_count, removed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, thread, number, author, parent, post.body, body, PostBody.policy, post.created,
      post.edited, thanks.count, post.removed)
    let id = db.lastInsertedRow
    for member in thanks {
      try db.run("INSERT INTO thanks (post, member) VALUES (?, ?)", id, member)
    }
    return id
  }

  static func setBody(_ body: SanitizedHTML, of post: Int64, _ db: Writer) throws {
    try db.run("UPDATE post SET html = ? WHERE id = ?", body, post)
  }

  static func mention(_ member: Int64, in post: Int64, _ db: Writer) throws {
    try db.run(
      "INSERT INTO mention (post, member) VALUES (?, ?) ON CONFLICT DO NOTHING", post, member)
  }
}

extension ImportStore {
  // MARK: Held posts

  /// Held posts that are the same, by their natural key; those that were published since too.
  static func heldPosts(
    in space: Int64, by author: Int64, at created: Instant, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      "SELECT id FROM held_post WHERE author = ? AND created = ? AND space = ? ORDER BY id",
      author, created, space
    ) { row in try row.next() }
  }

  /// - Parameter number: the place that it keeps in its thread; nil for one that begins a thread.
  static func add(
    _ held: ExchangeRecord.Held, in space: Int64, by author: Int64, thread: Int64?, number: Int?,
    _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO held_post (space, thread, number, answers, author, person, kind, title, tags,
                             source, created, submitted)
      VALUES (?1, ?2, ?3, ?4, ?5, coalesce((SELECT member FROM mask WHERE face = ?5), ?5), ?6, ?7,
              ?8, ?9, ?10, ?11)
      """, space, thread, number, held.answers, author, held.kind, held.title, held.tags,
      held.body, held.created, held.submitted ?? held.created)
    return db.lastInsertedRow
  }
}

extension ImportStore {
  // MARK: What spaces ask

  /// Fields that are the same, by their natural key.
  static func fields(
    of space: Int64, _ field: ExchangeRecord.Field, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      "SELECT id FROM question_field WHERE space = ? AND label = ? AND kind = ? ORDER BY id", space,
      field.label, field.kind
    ) { row in try row.next() }
  }

  static func add(
    _ field: ExchangeRecord.Field, to space: Int64, _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO question_field (space, position, label, help, kind, options, required, removed)
      SELECT ?1, 1 + ifnull(max(position), 0), ?2, ?3, ?4, ?5, ?6, ?7
        FROM question_field WHERE space = ?1
      """, space, field.label, field.help, field.kind, field.options, field.isRequired,
      field.removed)
    return db.lastInsertedRow
  }

  /// - Returns: whether it was not there; what was answered here stays.
  static func add(
    _ value: String, to field: Int64, ofThread thread: Int64, _ db: Writer
  ) throws -> Bool {
    let count = try db.run(
      """
      INSERT INTO question_answer (thread, field, value, folded) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, thread, field, value, QuestionAnswerStore.folded(value))
    if count > 0 { try QuestionAnswerStore.makeFindable(Thread.ID(thread), db) }
    return count > 0
  }

  static func add(
    _ value: String, to field: Int64, ofHeld held: Int64, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO held_answer (held, field, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
      """, held, field, value) > 0
  }
}
