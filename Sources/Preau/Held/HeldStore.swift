// A held post keeps four promises:
// (1) It is no row of `post`, nor its thread one of `thread`: whatever lists, counts, searches, sends
//     or archives posts cannot find it, today or one day. Only what needs it asks this file.
// (2) It is seen by its author, and by those who look after its space.
// (3) Its place in its thread is kept: no other post takes its number.
// (4) It is published once, as it was read.

import SQLite

/// Every statement that holds posts and reads those that are held.
enum HeldStore {
  // MARK: What is held

  static func choice(of space: Space.ID, _ db: Reader) throws -> HoldingChoice {
    try db.row("SELECT holding, first_posts FROM space WHERE id = ?", space) { row in
      HoldingChoice(holding: try row.next(), firstPosts: try row.next())
    } ?? HoldingChoice()
  }

  static func choose(
    _ choice: HoldingChoice, in space: Space.ID, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    if try self.choice(of: space, db) == choice { return }
    try db.run(
      "UPDATE space SET holding = ?, first_posts = ? WHERE id = ?", choice.holding,
      choice.firstPosts, space)
    try Journal.write(
      .holdingChosen, by: member, in: space, detail: choice.holding.rawValue, at: now, db)
  }

  /// Whether what a member writes in a space is read before: never of those who would read it.
  ///
  /// - Parameter kind: of the thread that it begins; nil for a reply.
  static func holds(
    _ kind: Thread.Kind?, in space: Space.ID, by viewer: Viewer, _ rights: SpaceRights,
    _ db: Reader
  ) throws -> Bool {
    if rights.mayModerate || viewer.isAdministrator { return false }
    let choice = try choice(of: space, db)
    return try choice.holds(kind) {
      try published(by: viewer.reader, in: space, atMost: choice.firstPosts, db)
    }
  }

  private static func published(
    by member: Int64, in space: Space.ID, atMost limit: Int, _ db: Reader
  ) throws -> Int {
    try db.value(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM post JOIN thread ON thread.id = post.thread
         WHERE post.author IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
           AND thread.space = ?2 AND post.removed IS NULL LIMIT ?3)
      """, member, space, limit) ?? 0
  }

  // MARK: Holding

  /// Keeps a post that begins a thread.
  ///
  /// - Throws: ``PostingRefusal``.
  static func hold(
    _ new: NewThread, submission: [UInt8], by person: Member.ID, at now: Instant, _ db: Writer
  ) throws -> HeldPost.ID {
    try SilenceStore.admit(person, in: new.space, at: now, db)
    if new.isMasked, try !MaskStore.allows(new.space, db) { throw PostingRefusal.masksNotAllowed }
    let count = try db.run(
      """
      INSERT INTO held_post (space, author, person, masked, kind, title, tags, source, created,
                             submitted, submission)
      SELECT id, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9 FROM space WHERE id = ?1 AND closed IS NULL
      """, new.space, person, new.isMasked, new.kind, new.title,
      new.tags.map(\.label).joined(separator: ", "), new.post.source, now, submission)
    if count == 0 { throw PostingRefusal.spaceClosed }
    let held = HeldPost.ID(db.lastInsertedRow)
    try QuestionAnswerStore.set(new.answers, ofHeld: held, db)
    return held
  }

  /// Keeps a reply, and its place in the thread.
  ///
  /// Who writes without a name takes their face now: all that they write meanwhile is signed alike.
  /// - Throws: ``PostingRefusal``.
  static func hold(
    _ new: NewPost, to thread: Thread.ID, answers: Int?, submission: [UInt8],
    by person: Member.ID, isMasked: Bool, at now: Instant, _ db: Writer
  ) throws -> HeldPost.ID {
    try SilenceStore.admit(person, in: thread, at: now, db)
    let signer = try MaskStore.signer(person, in: thread, wantsMask: isMasked, at: now, db)
    let count = try db.run(
      """
      INSERT INTO held_post (space, thread, number, answers, author, person, masked, source,
                             created, submitted, submission)
      SELECT space.id, thread.id,
             1 + max(last_number, (SELECT ifnull(max(number), 0) FROM held_post
                                    WHERE held_post.thread = thread.id)),
             ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8
        FROM thread JOIN space ON space.id = thread.space
       WHERE thread.id = ?1 AND thread.state = 'open' AND thread.removed IS NULL
         AND space.closed IS NULL
      """, thread, answers, signer, person, signer != person, new.source, now, submission)
    if count == 0 { throw PostingRefusal.closed }
    return HeldPost.ID(db.lastInsertedRow)
  }

  /// Where the form with this mark has already led.
  static func held(_ submission: [UInt8], for viewer: Viewer, _ db: Reader) throws -> HeldPost? {
    let id = try db.value(
      "SELECT id FROM held_post WHERE submission = ? AND state <> 'published'", submission,
      as: HeldPost.ID.self)
    return try id.flatMap { try post($0, for: viewer, db) }
  }

  // MARK: Reading

  /// One held post, for its author and those who look after its space; nobody else learns that there
  /// is one.
  ///
  /// - Throws: ``Refusal/notFound``.
  static func post(_ id: HeldPost.ID, for viewer: Viewer, _ db: Reader) throws -> HeldPost {
    let held = try posts([id], db).first.orNotFound()
    if held.isMine(viewer) { return held }
    let rights = try SpaceStore.rights(in: held.space.id, viewer: viewer, db).orNotFound()
    guard rights.mayModerate, held.state == .waiting || held.post != nil else {
      throw Refusal.notFound
    }
    return held
  }

  /// What waits for `viewer`: one statement; nil for someone who looks after nothing.
  static func waiting(for viewer: Viewer, _ db: Reader) throws -> HeldWaiting? {
    guard try CaseStore.moderates(viewer, db) else { return nil }
    return try db.row(
      """
      SELECT count(*), min(held_post.submitted)
        FROM held_post JOIN space ON space.id = held_post.space
       WHERE held_post.state = 'waiting' AND held_post.person <> ?1
         AND (space.id IN (SELECT space FROM space_member WHERE member = ?1 AND role = 'referent')
              OR ?2 AND space.visibility <> 'private')
      """, viewer.reader, viewer.isAdministrator
    ) { row in HeldWaiting(count: try row.next(), oldest: try row.next()) }
  }

  /// How many wait in one space, and since when.
  static func waiting(in space: Space.ID, _ db: Reader) throws -> HeldWaiting {
    try db.row(
      "SELECT count(*), min(submitted) FROM held_post WHERE space = ? AND state = 'waiting'", space
    ) { row in HeldWaiting(count: try row.next(), oldest: try row.next()) }
      ?? HeldWaiting(count: 0, oldest: nil)
  }

  static let perPage = 25

  /// What waits for `viewer`, the oldest first: two statements.
  static func queue(of viewer: Viewer, _ db: Reader) throws -> [HeldPost] {
    let found = try db.rows(
      """
      SELECT held_post.id
        FROM held_post JOIN space ON space.id = held_post.space
       WHERE held_post.state = 'waiting' AND held_post.person <> ?1
         AND (space.id IN (SELECT space FROM space_member WHERE member = ?1 AND role = 'referent')
              OR ?2 AND space.visibility <> 'private')
       ORDER BY held_post.submitted, held_post.id LIMIT ?3
      """, viewer.reader, viewer.isAdministrator, perPage
    ) { row in try row.next(HeldPost.ID.self) }
    return try posts(found, db)
  }

  /// What a member has written that is not published, the latest first: two statements.
  static func posts(of member: Member.ID, _ db: Reader) throws -> [HeldPost] {
    let found = try db.rows(
      """
      SELECT id FROM held_post WHERE person = ? AND state <> 'published'
       ORDER BY created DESC, id DESC LIMIT 50
      """, member
    ) { row in try row.next(HeldPost.ID.self) }
    return try posts(found, db)
  }

  static func count(of member: Member.ID, _ db: Reader) throws -> Int {
    try db.value(
      "SELECT count(*) FROM held_post WHERE person = ? AND state <> 'published'", member) ?? 0
  }

  /// The threads that wait in a space, as far as `viewer` may see them: two statements.
  static func threads(
    in space: Space.ID, _ rights: SpaceRights, for viewer: Viewer, _ db: Reader
  ) throws -> [HeldPost] {
    guard viewer.isLoggedIn else { return [] }
    let found = try db.rows(
      """
      SELECT id FROM held_post
       WHERE space = ?1 AND state = 'waiting' AND thread IS NULL AND (?2 OR person = ?3)
       ORDER BY submitted DESC, id DESC LIMIT ?4
      """, space, rights.mayModerate, viewer.reader, perPage
    ) { row in try row.next(HeldPost.ID.self) }
    return try posts(found, db)
  }

  /// The replies that stand on one page of a thread for `viewer` alone: two statements.
  static func replies(
    to thread: Thread.ID, page: Int, _ rights: SpaceRights, for viewer: Viewer, _ db: Reader
  ) throws -> [HeldPost] {
    guard viewer.isLoggedIn else { return [] }
    let found = try db.rows(
      """
      SELECT id FROM held_post
       WHERE thread = ?1 AND (person = ?2 AND state <> 'published' OR ?3 AND state = 'waiting')
       ORDER BY number LIMIT 100
      """, thread, viewer.reader, rights.mayModerate
    ) { row in try row.next(HeldPost.ID.self) }
    return try posts(found, db).filter { $0.reply?.page == page }
  }

  private static func posts(_ wanted: [HeldPost.ID], _ db: Reader) throws -> [HeldPost] {
    if wanted.isEmpty { return [] }
    let list = "[" + wanted.map { String($0.value) }.joined(separator: ",") + "]"
    var found: [HeldPost.ID: HeldPost] = [:]
    try db.each(
      """
      SELECT held_post.id, thread.id, thread.slug, thread.title, thread.last_number,
             held_post.number, held_post.answers, member.id, member.name, member.role,
             member.public_name, member.deleted, held_post.person, held_post.masked,
             held_post.kind, held_post.title, held_post.tags, held_post.source,
             held_post.version, held_post.created, held_post.submitted, held_post.state,
             held_post.reason, held_post.words, held_post.post, space.id, space.slug, space.name,
             space.visibility
        FROM json_each(?) AS wanted
        JOIN held_post ON held_post.id = wanted.value
        JOIN space ON space.id = held_post.space
        JOIN member ON member.id = held_post.author
        LEFT JOIN thread ON thread.id = held_post.thread
      """, list
    ) { row in
      let post = try read(&row)
      found[post.id] = post
    }
    for (id, answers) in try QuestionAnswerStore.answers(ofHeld: list, db) {
      found[id]?.answers = answers
    }
    return wanted.compactMap { found[$0] }
  }

  private static func read(_ row: inout Row) throws -> HeldPost {
    let id = try row.next(HeldPost.ID.self)
    let reply = try reply(&row)
    let author = try Author.read(&row)
    let person = try row.next(Member.ID.self)
    let isMasked = try row.next(Bool.self)
    let kind = try row.next(Thread.Kind.self)
    let (title, tags, source) = (
      try row.next(String.self), try row.next(String.self), try row.next(String.self)
    )
    let version = try row.next(Int.self)
    let (created, submitted) = (try row.next(Instant.self), try row.next(Instant.self))
    let state = try row.next(HeldPost.State.self)
    let reason = try row.next(RulingReason?.self)
    let words = try row.next(String.self)
    let post = try row.next(Post.ID?.self)
    return HeldPost(
      id: id, space: try SpaceStore.read(&row), reply: reply,
      // The face of a thread that is not there yet is not there either.
      author: reply == nil && isMasked ? .ofMaskedThread : author, person: person,
      isMasked: isMasked, kind: kind, title: title, tags: tags, source: source, version: version,
      created: created, submitted: submitted, state: state, reason: reason, words: words,
      post: post)
  }

  private static func reply(_ row: inout Row) throws -> HeldPost.Reply? {
    let thread = try row.next(Thread.ID?.self)
    let slug = try row.next(String?.self)
    let title = try row.next(String?.self)
    let lastNumber = try row.next(Int?.self)
    let number = try row.next(Int?.self)
    let answers = try row.next(Int?.self)
    guard let thread, let slug, let title, let lastNumber, let number else { return nil }
    return HeldPost.Reply(
      thread: thread, slug: slug, title: title, lastNumber: lastNumber, number: number,
      answers: answers)
  }
}

/// What held posts count for the limits on posting.
extension HeldStore {
  static func recentPosting(of member: Member, _ db: Reader) throws -> RecentPosting {
    try db.row(
      """
      SELECT max(created), count(*) FILTER (WHERE thread IS NULL), count(*)
        FROM held_post WHERE person = ? AND created >= ? AND state <> 'published'
      """, member.id, member.joined
    ) { row in
      RecentPosting(
        lastPost: try row.next(Instant?.self), threads: try row.next(), posts: try row.next())
    } ?? RecentPosting(lastPost: nil, threads: 0, posts: 0)
  }

  /// What a member who leaves has not published is not published any more.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM held_post WHERE person = ?", member)
  }
}
