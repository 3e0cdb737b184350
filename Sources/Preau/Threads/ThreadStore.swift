import HTML
import SQLite

/// What one page of a thread shows: the thread, and who the reader is to it.
struct ThreadView {
  let thread: Thread
  let space: Space
  let relation: ThreadRelation
  /// Whether replies to it wait to be published, or were refused.
  let hasHeldPosts: Bool
  /// Whether it has become a tutorial that was published.
  let hasTutorial: Bool

  /// Whether the thread was removed and only its author and those who moderate still see it.
  var isGone: Bool { thread.isRemoved && !relation.rights.mayModerate && !relation.isAuthor }
}

/// Every statement about threads themselves.
enum ThreadStore {
  /// A thread as `viewer` may see it: one statement; nil when there is none for this reader.
  static func view(_ id: Thread.ID, for viewer: Viewer, _ db: Reader) throws -> ThreadView? {
    try db.row(
      """
      SELECT thread.id, thread.slug, thread.title, thread.kind, thread.state, thread.pinned,
             accepted.number, thread.created, thread.last_activity, thread.post_count,
             thread.last_number, thread.me_too_count, thread.removed IS NOT NULL,
             EXISTS (SELECT 1 FROM help_request
                      WHERE help_request.thread = thread.id AND help_request.state = 'resolved'),
             member.id, member.name, member.role, member.public_name, member.deleted,
             space.id, space.slug, space.name, space.visibility,
             space_member.role, space.closed IS NOT NULL, thread_follow.since IS NOT NULL,
             me_too.member IS NOT NULL, thread_reading.number, face.id, face.name,
             space.allows_masks, EXISTS (
               SELECT 1 FROM held_post
                WHERE held_post.thread = thread.id AND held_post.state <> 'published'),
             EXISTS (
               SELECT 1 FROM tutorial
                WHERE tutorial.thread = thread.id AND tutorial.published IS NOT NULL)
        FROM thread
        JOIN member ON member.id = thread.author
        JOIN space ON space.id = thread.space
        LEFT JOIN post AS accepted ON accepted.id = thread.accepted AND accepted.removed IS NULL
        LEFT JOIN space_member ON space_member.space = thread.space AND space_member.member = ?2
        LEFT JOIN thread_follow ON thread_follow.member = ?2 AND thread_follow.thread = thread.id
        LEFT JOIN me_too ON me_too.thread = thread.id AND me_too.member = ?2
        LEFT JOIN thread_reading
          ON thread_reading.member = ?2 AND thread_reading.thread = thread.id
        LEFT JOIN mask ON mask.member = ?2 AND mask.thread = thread.id
        LEFT JOIN member AS face ON face.id = mask.face
       WHERE thread.id = ?1 AND EXISTS (
         SELECT 1 FROM readable_space WHERE reader = ?2 AND readable_space.space = thread.space)
      """, id, viewer.reader
    ) { row in try read(&row, viewer) }
  }

  private static func read(_ row: inout Row, _ viewer: Viewer) throws -> ThreadView {
    let thread = Thread(
      id: try row.next(), slug: try row.next(), title: try row.next(), kind: try row.next(),
      state: try row.next(), isPinned: try row.next(), acceptedNumber: try row.next(),
      created: try row.next(), lastActivity: try row.next(), postCount: try row.next(),
      lastNumber: try row.next(), meTooCount: try row.next(), isRemoved: try row.next(),
      isResolved: try row.next(), author: try Author.read(&row))
    let space = Space(
      id: try row.next(), slug: try row.next(), name: try row.next(), visibility: try row.next())
    let rights = SpaceRights(
      role: try row.next(), visibility: space.visibility, isLoggedIn: viewer.isLoggedIn,
      isAdministrator: viewer.isAdministrator, isClosed: try row.next())
    let isFollowing = try row.next(Bool.self)
    let saidMeToo = try row.next(Bool.self)
    let readUpTo = try row.next(Int?.self)
    let face = try face(&row)
    let reader = viewer.member?.id
    let relation = ThreadRelation(
      rights: rights,
      isAuthor: reader != nil && [reader, face?.id].contains(thread.author.id), reader: reader,
      face: face, allowsMasks: try row.next(), isFollowing: isFollowing, saidMeToo: saidMeToo,
      readUpTo: readUpTo)
    return ThreadView(
      thread: thread, space: space, relation: relation, hasHeldPosts: try row.next(),
      hasTutorial: try row.next())
  }

  private static func face(_ row: inout Row) throws -> Author? {
    let id = try row.next(Member.ID?.self)
    let name = try row.next(String?.self)
    guard let id, let name else { return nil }
    return Author(id: id, name: name, role: .learner, hasPublicName: false, isDeleted: true)
  }

  /// Whether a thread exists in a space that members read without joining: a visitor may then be
  /// asked to log in, where otherwise nothing is admitted.
  static func isForMembers(_ id: Thread.ID, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM thread JOIN space ON space.id = thread.space
       WHERE thread.id = ? AND space.visibility = 'members'
      """, id, as: Int.self) != nil
  }

  static func tags(of thread: Thread.ID, _ db: Reader) throws -> [Tag] {
    try db.rows(
      """
      SELECT tag.label, tag.slug, NULL, NULL FROM thread_tag JOIN tag ON tag.id = thread_tag.tag
       WHERE thread_tag.thread = ?1
      UNION ALL
      SELECT concept.french, concept.slug, concept_scheme.slug, concept.english FROM concept_tag
        JOIN concept ON concept.id = concept_tag.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       WHERE concept_tag.kind = 'thread' AND concept_tag.target = ?1
       ORDER BY 1
      """, thread
    ) { row in try Tag.read(&row) }
  }

  // MARK: What a member does with a thread

  /// Adds a thread with its first post; its author follows it.
  ///
  /// The INSERT asks once more whether the space is open: a year that ends after the rule was asked
  /// still wins.
  /// - Throws: ``PostingRefusal``.
  static func start(
    _ new: NewThread, submission: [UInt8], by author: Member.ID, at now: Instant, _ db: Writer
  ) throws -> (thread: Thread.ID, slug: String) {
    try SilenceStore.admit(author, in: new.space, at: now, db)
    if new.isMasked, try !MaskStore.allows(new.space, db) { throw PostingRefusal.masksNotAllowed }
    return try begin(new, submission: submission, by: author, at: now, active: now, db)
  }

  /// The same for what was admitted before.
  ///
  /// - Parameter active: when it is published, if that is later than it was written.
  static func begin(
    _ new: NewThread, submission: [UInt8], by author: Member.ID, at now: Instant,
    active: Instant, _ db: Writer
  ) throws -> (thread: Thread.ID, slug: String) {
    let signer = new.isMasked ? try MaskStore.face(at: now, db) : author
    let slug = Thread.slug(of: new.title)
    let count = try db.run(
      """
      INSERT INTO thread (space, author, kind, title, slug, created, last_activity, post_count,
                          last_number)
      SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, 1, 1 FROM space WHERE id = ?1 AND closed IS NULL
      """, new.space, signer, new.kind, new.title, slug, now, active)
    if count == 0 { throw PostingRefusal.spaceClosed }
    let thread = Thread.ID(db.lastInsertedRow)
    if new.isMasked { try MaskStore.wear(signer, by: author, in: thread, db) }
    try db.run("UPDATE space SET thread_count = thread_count + 1 WHERE id = ?", new.space)
    try setTags(new.tags, of: thread, db)
    // Before the post, which is found by them too.
    try QuestionAnswerStore.set(new.answers, of: thread, db)
    try follow(thread, by: author, at: now, db)
    try PostStore.insert(
      new.post, into: thread, number: 1, by: signer, answering: nil, submission: submission,
      at: now, db)
    try markRead(thread, upTo: 1, by: author, db)
    return (thread, slug)
  }

  /// Makes `tags` the tags of a thread: those that are the label of a concept stand for the concept,
  /// new ones are created.
  static func setTags(_ tags: [Tag], of thread: Thread.ID, _ db: Writer) throws {
    try db.run("DELETE FROM thread_tag WHERE thread = ?", thread)
    var concepts: [Concept.ID] = []
    for typed in tags {
      var tag = typed
      switch try TagMeaning.of(typed, on: thread, db) {
      case .concept(let concept):
        concepts.append(concept)
        continue
      case .tag(let known): tag = known
      case .word: break
      }
      try TagStore.name(tag, on: thread, db)
      try db.run(
        """
        INSERT INTO thread_tag (thread, tag) SELECT ?, id FROM tag WHERE slug = ?
        ON CONFLICT DO NOTHING
        """, thread, tag.slug)
    }
    try ConceptTagStore.set(kind: .thread, target: thread.value, concepts: concepts, db)
  }

  static func rename(_ thread: Thread.ID, to title: String, _ db: Writer) throws {
    try db.run(
      "UPDATE thread SET title = ?, slug = ? WHERE id = ?", title, Thread.slug(of: title), thread)
    try SearchIndex.retitle(thread: thread.value, to: title, db)
  }

  static func follow(
    _ thread: Thread.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO thread_follow (member, thread, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
      """, member, thread, now)
  }

  static func unfollow(_ thread: Thread.ID, by member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM thread_follow WHERE member = ? AND thread = ?", member, thread)
  }

  /// Says « moi aussi », or takes it back.
  static func toggleMeToo(_ thread: Thread.ID, by member: Member.ID, _ db: Writer) throws {
    let removed = try db.run("DELETE FROM me_too WHERE thread = ? AND member = ?", thread, member)
    if removed == 0 {
      try db.run("INSERT INTO me_too (thread, member) VALUES (?, ?)", thread, member)
    }
    try db.run(
      "UPDATE thread SET me_too_count = me_too_count + ? WHERE id = ?", removed == 0 ? 1 : -1,
      thread)
  }

  static func pin(_ thread: Thread.ID, _ isPinned: Bool, _ db: Writer) throws {
    try db.run("UPDATE thread SET pinned = ? WHERE id = ?", isPinned, thread)
  }

  static func set(_ state: Thread.State, of thread: Thread.ID, _ db: Writer) throws {
    try db.run("UPDATE thread SET state = ? WHERE id = ?", state, thread)
  }

  static func move(_ thread: Thread.ID, to space: Space.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE space SET thread_count = thread_count - 1
       WHERE id = (SELECT space FROM thread WHERE id = ? AND removed IS NULL)
      """, thread)
    try db.run("UPDATE thread SET space = ? WHERE id = ?", space, thread)
    try db.run(
      """
      UPDATE space SET thread_count = thread_count + 1
       WHERE id = (SELECT space FROM thread WHERE id = ? AND removed IS NULL)
      """, thread)
  }

  /// Accepts a visible reply of the thread as its answer; nil accepts none.
  ///
  /// - Throws: ``Refusal/notFound`` when the post is not a visible reply of this thread.
  static func accept(_ post: Post.ID?, in thread: Thread.ID, _ db: Writer) throws {
    guard let post else {
      try db.run("UPDATE thread SET accepted = NULL WHERE id = ?", thread)
      return
    }
    let changed = try db.run(
      """
      UPDATE thread SET accepted = ?2
       WHERE id = ?1 AND EXISTS (
         SELECT 1 FROM post WHERE id = ?2 AND thread = ?1 AND number > 1 AND removed IS NULL)
      """, thread, post)
    if changed == 0 { throw Refusal.notFound }
  }

  /// Notes how far a member has read; never backwards.
  static func markRead(
    _ thread: Thread.ID, upTo number: Int, by member: Member.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO thread_reading (member, thread, number)
      SELECT ?1, id, ?3 FROM thread WHERE id = ?2 AND EXISTS (SELECT 1 FROM member WHERE id = ?1)
      ON CONFLICT (member, thread) DO UPDATE SET number = max(number, excluded.number)
      """, member, thread, number)
  }

  /// What a member posted and changed since joining, for the limits of newcomers.
  static func recentPosting(of member: Member, _ db: Reader) throws -> RecentPosting {
    let posts = try db.row(
      """
      SELECT max(created), count(*) FROM post
       WHERE author IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
         AND created >= ?2
      """, member.id, member.joined
    ) { row in (try row.next(Instant?.self), try row.next(Int.self)) }
    let edit = try db.value(
      """
      SELECT max(post_version.replaced)
        FROM post JOIN post_version ON post_version.post = post.id
       WHERE post.author IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
         AND post.created >= ?2 AND post_version.editor = post.author
      """, member.id, member.joined, as: Instant?.self)
    let threads = try db.value(
      """
      SELECT count(*) FROM thread
       WHERE author IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
         AND created >= ?2
      """, member.id, member.joined, as: Int.self)
    let held = try HeldStore.recentPosting(of: member, db)
    let remarks = try RemarkStore.recentPosting(of: member, db)
    return RecentPosting(
      lastPost: [posts?.0, edit.flatMap { $0 }, held.lastPost, remarks.lastPost]
        .compactMap { $0 }.max(),
      threads: (threads ?? 0) + held.threads,
      posts: (posts?.1 ?? 0) + held.posts + remarks.posts)
  }
}
