import HTML
import SQLite
import Sanitizer

/// A post as an action on it needs it.
struct PostPlace {
  let post: Post
  let source: String
  let thread: Thread.ID
}

/// A body that was stored under an older policy of the sanitiser.
struct OldBody {
  let post: Post.ID
  let source: String
}

/// Every statement about posts.
enum PostStore {
  /// The posts of one page, in order: one statement on the index of thread and number.
  ///
  /// - Parameter page: from 1.
  static func page(
    _ page: Int, of thread: Thread.ID, _ db: Reader
  ) throws -> (posts: [Post], old: [OldBody]) {
    let last = page * Thread.postsPerPage
    var old: [OldBody] = []
    let posts = try db.rows(
      """
      SELECT post.policy, post.id, post.number, member.id, member.name, member.role,
             member.public_name, member.deleted, post.html, post.created, post.edited,
             post.thanks_count, post.removed IS NOT NULL, post.removed_by IS post.author,
             CASE WHEN post.removed IS NOT NULL THEN (
               SELECT max(decision) FROM moderation_case
                WHERE moderation_case.post = post.id AND cancelled IS NULL
                  AND decision IN ('hide', 'remove')) END,
             post.edited IS NOT NULL AND EXISTS (
               SELECT 1 FROM post_version
                WHERE post_version.post = post.id AND post_version.editor <> post.author),
             parent.number, CASE WHEN post.policy < ?4 THEN post.source END
        FROM post
        JOIN member ON member.id = post.author
        LEFT JOIN post AS parent ON parent.id = post.parent
       WHERE post.thread = ?1 AND post.number BETWEEN ?2 AND ?3
       ORDER BY post.number
      """, thread, last - Thread.postsPerPage + 1, last, PostBody.policy
    ) { row in
      let policy = try row.next(Int.self)
      let post = try read(&row)
      if policy < PostBody.policy {
        old.append(OldBody(post: post.id, source: try row.next()))
      }
      return post
    }
    return (posts, old)
  }

  /// Reads the sixteen columns of a ``Post``.
  private static func read(_ row: inout Row) throws -> Post {
    Post(
      id: try row.next(), number: try row.next(), author: try Author.read(&row),
      body: try row.next(), created: try row.next(), edited: try row.next(),
      thanksCount: try row.next(), isRemoved: try row.next(),
      wasRemovedByAuthor: try row.next(), ruling: try row.next(),
      wasEditedByOther: try row.next(), answers: try row.next())
  }

  /// Who has thanked for the posts of one page, from 1.
  static func thanks(page: Int, of thread: Thread.ID, _ db: Reader) throws -> Set<Thanks> {
    let last = page * Thread.postsPerPage
    return Set(
      try db.rows(
        """
        SELECT thanks.post, thanks.member FROM post JOIN thanks ON thanks.post = post.id
         WHERE post.thread = ? AND post.number BETWEEN ? AND ?
        """, thread, last - Thread.postsPerPage + 1, last
      ) { row in Thanks(post: try row.next(), member: try row.next()) })
  }

  /// One post with its source: for an action on it.
  static func place(_ id: Post.ID, _ db: Reader) throws -> PostPlace? {
    try db.row(
      """
      SELECT post.source, post.thread, post.id, post.number, member.id, member.name, member.role,
             member.public_name, member.deleted, post.html, post.created, post.edited,
             post.thanks_count, post.removed IS NOT NULL, post.removed_by IS post.author,
             CASE WHEN post.removed IS NOT NULL THEN (
               SELECT max(decision) FROM moderation_case
                WHERE moderation_case.post = post.id AND cancelled IS NULL
                  AND decision IN ('hide', 'remove')) END,
             post.edited IS NOT NULL AND EXISTS (
               SELECT 1 FROM post_version
                WHERE post_version.post = post.id AND post_version.editor <> post.author),
             parent.number
        FROM post
        JOIN member ON member.id = post.author
        LEFT JOIN post AS parent ON parent.id = post.parent
       WHERE post.id = ?
      """, id
    ) { row in
      let source = try row.next(String.self)
      let thread = try row.next(Thread.ID.self)
      return PostPlace(post: try read(&row), source: source, thread: thread)
    }
  }

  /// Where the form with this mark has already led: sent twice, it makes one post.
  static func published(
    _ submission: [UInt8], _ db: Reader
  ) throws -> (thread: Thread.ID, slug: String, number: Int)? {
    try db.row(
      """
      SELECT thread.id, thread.slug, post.number
        FROM post JOIN thread ON thread.id = post.thread WHERE post.submission = ?
      """, submission
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  /// Adds a reply and moves the thread's counters with it.
  ///
  /// The UPDATE tests the state of thread and space once more: a close that lands after the rule was
  /// asked still wins, whatever the database.
  /// - Parameters:
  ///   - answers: the number of the post that this one answers.
  ///   - isMasked: whether the author asks to write without a name.
  /// - Returns: the post's number in its thread, never used twice.
  /// - Throws: ``PostingRefusal``.
  static func reply(
    _ new: NewPost, to thread: Thread.ID, answers: Int?, submission: [UInt8],
    by author: Member.ID, isMasked: Bool = false, at now: Instant, _ db: Writer
  ) throws -> Int {
    try SilenceStore.admit(author, in: thread, at: now, db)
    let signer = try MaskStore.signer(author, in: thread, wantsMask: isMasked, at: now, db)
    let number = try db.row(
      """
      UPDATE thread
         SET post_count = post_count + 1,
             -- The places of posts that are held are kept for them.
             last_number = 1 + max(last_number, (
               SELECT ifnull(max(number), 0) FROM held_post WHERE held_post.thread = thread.id)),
             last_activity = max(last_activity, ?1)
       WHERE id = ?2 AND state = 'open' AND removed IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM space WHERE space.id = thread.space AND closed IS NOT NULL)
      RETURNING last_number
      """, now, thread
    ) { row in try row.next(Int.self) }
    guard let number else { throw PostingRefusal.closed }
    let parent = try answers.flatMap { answers in
      try db.value(
        "SELECT id FROM post WHERE thread = ? AND number = ?", thread, answers, as: Post.ID.self)
    }
    try insert(
      new, into: thread, number: number, by: signer, answering: parent, submission: submission,
      at: now, db)
    try ThreadStore.follow(thread, by: author, at: now, db)
    try ThreadStore.markRead(thread, upTo: number, by: author, db)
    return number
  }

  /// Writes the row of a post, its body rendered for its own number.
  static func insert(
    _ new: NewPost, into thread: Thread.ID, number: Int, by author: Member.ID,
    answering parent: Post.ID?, submission: [UInt8], at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO post (thread, number, author, parent, source, html, policy, created, submission)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, thread, number, author, parent, new.source, new.unscoped, PostBody.policy, now,
      submission)
    let post = Post.ID(db.lastInsertedRow)
    try FileStore.hold(new.source, in: post, by: author, db)
    try finish(new, post, db)
  }

  /// Gives the body what needs the post's number: scoped footnotes, links of mentions; and tells
  /// the search.
  private static func finish(_ new: NewPost, _ post: Post.ID, _ db: Writer) throws {
    let mentioned = try members(named: Mentions.names(in: new.source), db)
    for member in mentioned.values {
      try db.run(
        "INSERT INTO mention (post, member) VALUES (?, ?) ON CONFLICT DO NOTHING", post, member)
    }
    if !mentioned.isEmpty || new.unscoped.hasScopedNames {
      let body = try rendered(new.source, for: post, db)
      try db.run("UPDATE post SET html = ? WHERE id = ?", body, post)
    }
    try makeFindable(post, new.unscoped, db)
  }

  /// Changes what a question answers to the form of its space: it is found by that too.
  static func setAnswers(_ answers: [NewAnswer], of place: PostPlace, _ db: Writer) throws {
    let old = try QuestionAnswerStore.answers(of: place.thread, db)
    if old.map({ NewAnswer(field: $0.field, value: $0.value) }) == answers { return }
    try QuestionAnswerStore.set(answers, of: place.thread, db)
    try QuestionAnswerStore.makeFindable(place.thread, db)
  }

  private static func makeFindable(_ post: Post.ID, _ body: SanitizedHTML, _ db: Writer) throws {
    let title = try db.value(
      "SELECT thread.title FROM post JOIN thread ON thread.id = post.thread WHERE post.id = ?",
      post, as: String.self)
    try SearchIndex.index(post: post.value, title: title ?? "", text: body.plainText, db)
  }

  /// Renders a stored source again, with the members that it mentions.
  ///
  /// With links around many names it may be more than the limits allow: then the names are plain. What
  /// the limits refuse by now is shown as it was typed: nothing that was published is lost.
  static func rendered(_ source: String, for post: Post.ID, _ db: Reader) throws -> SanitizedHTML {
    let mentioned = try members(named: Mentions.names(in: source), db)
    if let linked = try? PostBody.render(source, for: post, mentioning: mentioned) {
      return linked
    }
    if let plain = try? PostBody.render(source, for: post) { return plain }
    return try shownAsTyped(source)
  }

  /// What the limits refuse by now, as it was typed.
  static func shownAsTyped(_ source: String) throws -> SanitizedHTML {
    try SanitizedHTML(sanitizing: "<pre>" + asTyped(source) + "</pre>")
  }

  private static func asTyped(_ source: String) -> String {
    var text = ""
    for character in source.unicodeScalars {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }

  private static func members(
    named names: [String], _ db: Reader
  ) throws -> [String: Member.ID] {
    var members: [String: Member.ID] = [:]
    for name in names {
      members[name] = try db.value(
        "SELECT id FROM member WHERE login = ? AND deleted IS NULL", name)
    }
    return members
  }

  /// Replaces the text of a post; the old text stays in its history.
  ///
  /// - Parameter oldTitle: the thread's title before this edit, when the edit changed it too.
  /// - Throws: ``PostingRefusal/spaceClosed``.
  static func edit(
    _ place: PostPlace, to new: NewPost, oldTitle: String?, by editor: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    if editor == place.post.author.id {
      try SilenceStore.admit(editor, in: place.thread, at: now, db)
    }
    let count = try db.run(
      """
      INSERT INTO post_version (post, version, source, title, editor, replaced)
      SELECT ?1, 1 + (SELECT count(*) FROM post_version WHERE post = ?1), ?2, ?3, ?4, ?5
       WHERE NOT EXISTS (
         SELECT 1 FROM thread JOIN space ON space.id = thread.space
          WHERE thread.id = ?6 AND space.closed IS NOT NULL)
      """, place.post.id, place.source, oldTitle, editor, now, place.thread)
    if count == 0 { throw PostingRefusal.spaceClosed }
    try db.run(
      "UPDATE post SET source = ?, html = ?, policy = ?, edited = ? WHERE id = ?", new.source,
      new.unscoped, PostBody.policy, now, place.post.id)
    try db.run("DELETE FROM mention WHERE post = ?", place.post.id)
    try FileStore.hold(new.source, in: place.post.id, by: editor, db)
    try finish(new, place.post.id, db)
  }

  /// Takes a post away, leaving a marker; with its first post, the thread leaves the lists.
  static func remove(
    _ place: PostPlace, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let changed = try db.run(
      "UPDATE post SET removed = ?, removed_by = ? WHERE id = ? AND removed IS NULL", now, member,
      place.post.id)
    if changed == 0 { return }
    try SearchIndex.remove(post: place.post.id.value, db)
    try db.run(
      """
      UPDATE thread SET post_count = post_count - 1,
             accepted = CASE WHEN accepted = ?2 THEN NULL ELSE accepted END
       WHERE id = ?1
      """, place.thread, place.post.id)
    if place.post.number == 1 {
      try db.run("UPDATE thread SET removed = ? WHERE id = ?", now, place.thread)
      try db.run(
        """
        UPDATE space SET thread_count = thread_count - 1
         WHERE id = (SELECT space FROM thread WHERE id = ?)
        """, place.thread)
    }
  }

  /// Makes a removal that of `member`: what a référent decided is not for its author to undo.
  static func attributeRemoval(
    of post: Post.ID, to member: Member.ID, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE post SET removed_by = ? WHERE id = ? AND removed IS NOT NULL", member, post)
  }

  /// Brings a post back, and its thread when it is the first.
  static func restore(_ place: PostPlace, _ db: Writer) throws {
    let changed = try db.run(
      "UPDATE post SET removed = NULL, removed_by = NULL WHERE id = ? AND removed IS NOT NULL",
      place.post.id)
    if changed == 0 { return }
    try makeFindable(place.post.id, place.post.body, db)
    try db.run("UPDATE thread SET post_count = post_count + 1 WHERE id = ?", place.thread)
    if place.post.number == 1 {
      try db.run("UPDATE thread SET removed = NULL WHERE id = ?", place.thread)
      try db.run(
        """
        UPDATE space SET thread_count = thread_count + 1
         WHERE id = (SELECT space FROM thread WHERE id = ?)
        """, place.thread)
    }
  }

  /// Thanks for a post, or takes it back.
  static func toggleThanks(_ post: Post.ID, by member: Member.ID, _ db: Writer) throws {
    let removed = try db.run("DELETE FROM thanks WHERE post = ? AND member = ?", post, member)
    if removed == 0 {
      try db.run("INSERT INTO thanks (post, member) VALUES (?, ?)", post, member)
    }
    try db.run(
      "UPDATE post SET thanks_count = thanks_count + ? WHERE id = ?", removed == 0 ? 1 : -1, post)
  }

  /// How many times a post was edited.
  static func editCount(of post: Post.ID, _ db: Reader) throws -> Int {
    try db.value(
      "SELECT coalesce(max(version), 0) FROM post_version WHERE post = ?", post, as: Int.self) ?? 0
  }

  /// What a post said before its edit `number`, from 1, and after it.
  static func edit(
    _ number: Int, of place: PostPlace, _ db: Reader
  ) throws -> PostEdit? {
    try db.row(
      """
      SELECT post_version.source, after.source, post_version.title, post_version.replaced,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM post_version
        JOIN member ON member.id = post_version.editor
        LEFT JOIN post_version AS after
          ON after.post = post_version.post AND after.version = post_version.version + 1
       WHERE post_version.post = ? AND post_version.version = ?
      """, place.post.id, number
    ) { row in
      PostEdit(
        before: try row.next(), after: try row.next(String?.self) ?? place.source,
        title: try row.next(), made: try row.next(), editor: try Author.read(&row))
    }
  }
}

/// A post that names its reader.
struct MentioningPost {
  let thread: Thread.ID
  let slug: String
  let title: String
  let number: Int
  let created: Instant
  let author: Author
}

extension PostStore {
  /// The latest posts that name a member and that the member may read.
  static func mentions(of member: Member.ID, _ db: Reader) throws -> [MentioningPost] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, post.number, post.created, author.id,
             author.name, author.role, author.public_name, author.deleted
        FROM mention
        JOIN post ON post.id = mention.post
        JOIN thread ON thread.id = post.thread
        JOIN member AS author ON author.id = post.author
       WHERE mention.member = ?1 AND post.removed IS NULL AND thread.removed IS NULL
         AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
       ORDER BY mention.post DESC LIMIT 50
      """, member
    ) { row in
      MentioningPost(
        thread: try row.next(), slug: try row.next(), title: try row.next(),
        number: try row.next(), created: try row.next(), author: try Author.read(&row))
    }
  }
}

/// One edit of a post.
struct PostEdit {
  let before: String
  let after: String
  /// The thread's title before, when the edit changed it.
  let title: String?
  let made: Instant
  let editor: Author
}
