import HTML
import SQLite

/// What somebody wrote in a thread and a tutorial quotes.
struct TutorialPassage {
  let number: Int
  let body: SanitizedHTML
  let author: Author
  let state: State
  let thread: Thread.ID
  let slug: String
  /// The number of the post in its thread.
  let post: Int
  /// Whether the post is still there, for a reader of its space.
  let isReadable: Bool

  /// Whether its author wants to be quoted. Stored under these names.
  enum State: String, ColumnValue, Sendable { case asked, agreed, refused }

  var address: Address { Thread.address(thread, slug, post: post) }
  /// What the text holds where it stands.
  static func mark(_ number: Int) -> String { "[passage \(number)]" }
}

/// Every statement about passages, and about the way from a thread to a tutorial.
enum TutorialPassageStore {
  /// The passages of a tutorial, as `reader` may see them.
  static func passages(
    of id: Tutorial.ID, reader: Int64, _ db: Reader
  ) throws -> [TutorialPassage] {
    try db.rows(
      """
      SELECT passage.number, passage.html,
             CASE WHEN passage.policy < ?3 THEN passage.source END,
             member.id, member.name, member.role, member.public_name, member.deleted,
             passage.state, thread.id, thread.slug, post.number,
             post.removed IS NULL AND thread.removed IS NULL AND EXISTS (
               SELECT 1 FROM readable_space
                WHERE reader = ?2 AND readable_space.space = thread.space)
        FROM tutorial_passage AS passage
        JOIN post ON post.id = passage.post
        JOIN thread ON thread.id = post.thread
        JOIN member ON member.id = passage.author
       WHERE passage.tutorial = ?1 ORDER BY passage.number
      """, id, reader, PostBody.policy
    ) { row in
      let number = try row.next(Int.self)
      var body = try row.next(SanitizedHTML.self)
      if let source = try row.next(String?.self) { body = try TutorialStore.rendered(source) }
      return TutorialPassage(
        number: number, body: body, author: try Author.read(&row), state: try row.next(),
        thread: try row.next(), slug: try row.next(), post: try row.next(),
        isReadable: try row.next())
    }
  }

  /// Quotes posts of a thread in a tutorial: what its own author wrote needs no consent, and the
  /// others are asked.
  ///
  /// - Parameter posts: their numbers in the thread.
  static func quote(
    _ posts: [PostPlace], in id: Tutorial.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    for (index, place) in posts.enumerated() {
      let author = place.post.author.id
      let person = try MaskStore.member(behind: author, db)
      try db.run(
        """
        INSERT INTO tutorial_passage (tutorial, number, post, author, source, html, policy, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, id, index + 1, place.post.id, author, place.source, place.post.body, PostBody.policy,
        person == member ? TutorialPassage.State.agreed : .asked)
      if person == member { continue }
      try Notifications.tell(
        .told(.quoted, to: [author], about: .page(consent(id).text), by: member), at: now, db)
    }
  }

  /// Where the author of a passage answers.
  static func consent(_ id: Tutorial.ID) -> Address { "/tutoriels/\(id.value)/accord" }

  /// The numbers of the passages that a member wrote, by name or not.
  static func mine(
    _ id: Tutorial.ID, _ member: Member.ID, _ db: Reader
  ) throws -> [Int] {
    try db.rows(
      """
      SELECT number FROM tutorial_passage
       WHERE tutorial = ?1
         AND author IN (SELECT ?2 UNION ALL SELECT face FROM mask WHERE member = ?2)
      """, id, member
    ) { row in try row.next(Int.self) }
  }

  /// What its author says holds in whatever was made from the tutorial too.
  static func answer(
    _ state: TutorialPassage.State, _ numbers: [Int], of id: Tutorial.ID, _ db: Writer
  ) throws {
    for number in numbers {
      try db.run(
        """
        WITH RECURSIVE made (tutorial) AS (
          SELECT ?2
          UNION
          SELECT tutorial_origin.tutorial
            FROM made JOIN tutorial_origin ON tutorial_origin.original = made.tutorial)
        UPDATE tutorial_passage SET state = ?1
         WHERE tutorial IN (SELECT tutorial FROM made)
           AND post = (SELECT post FROM tutorial_passage WHERE tutorial = ?2 AND number = ?3)
        """, state, id, number)
    }
  }

  /// A tutorial that a member may be asked about without being its author: its space is readable.
  static func title(
    of id: Tutorial.ID, for viewer: Viewer, _ db: Reader
  ) throws -> String? {
    try db.value(
      """
      SELECT title FROM tutorial
       WHERE id = ?1 AND removed IS NULL AND EXISTS (
         SELECT 1 FROM readable_space
          WHERE reader = ?2 AND readable_space.space = tutorial.space)
      """, id, viewer.reader)
  }

  // MARK: Threads

  /// The published tutorials that a thread has become, as `reader` may see them.
  static func tutorials(
    from thread: Thread.ID, reader: Int64, _ db: Reader
  ) throws -> [(title: String, address: Address)] {
    try db.rows(
      """
      SELECT title, id, slug FROM tutorial
       WHERE thread = ?1 AND published IS NOT NULL AND removed IS NULL
         AND space IN (SELECT space FROM readable_space WHERE reader = ?2)
       ORDER BY published_at DESC LIMIT 5
      """, thread, reader
    ) { row in
      let title = try row.next(String.self)
      return (title, Tutorial.address(try row.next(), try row.next()))
    }
  }

  /// The posts of a thread that can be quoted: those that are there.
  static func posts(of thread: Thread.ID, _ db: Reader) throws -> [PostPlace] {
    let found = try db.rows(
      """
      SELECT id FROM post WHERE thread = ? AND removed IS NULL ORDER BY number LIMIT 100
      """, thread
    ) { row in try row.next(Post.ID.self) }
    return try found.compactMap { try PostStore.place($0, db) }
  }
}
