import SQLite

/// What a member's file is.
enum FileKind: String, ColumnValue, Sendable {
  case picture, document, video
}

/// What is kept of a file that was found acceptable.
struct NewFile {
  let key: String
  let kind: FileKind
  let content: String
  var thumbnail: String?
  let type: String
  var name: String?
  let bytes: Int
}

/// A file as its owner's form knows it.
struct KeptFile {
  let key: String
  let kind: FileKind
  /// Of a document.
  let name: String?
  let type: String
  let bytes: Int
}

/// A file as its reader gets it.
struct ReadableFile {
  let kind: FileKind
  let content: String
  let thumbnail: String?
  let type: String
  let name: String?
  /// Whether visitors see it too.
  let isPublic: Bool
}

/// Every statement about files.
enum FileStore {
  /// A file that its owner sent before.
  static func kept(_ key: String, by owner: Member.ID, _ db: Reader) throws -> KeptFile? {
    try db.row(
      "SELECT kind, name, type, bytes FROM file WHERE key = ? AND owner = ?", key, owner
    ) { row in
      KeptFile(
        key: key, kind: try row.next(), name: try row.next(), type: try row.next(),
        bytes: try row.next())
    }
  }

  /// Adds a file; once more changes nothing. What its owner has elsewhere already takes no more room.
  ///
  /// - Parameter most: bytes that its owner may have in all.
  /// - Throws: ``FileProblem/memberFull``.
  static func add(
    _ file: NewFile, of owner: Member.ID, at now: Instant, most: Int, _ db: Writer
  ) throws {
    if try kept(file.key, by: owner, db) != nil { return }
    let others =
      try db.value(
        """
        SELECT ifnull(sum(bytes), 0)
          FROM (SELECT DISTINCT content, bytes FROM file WHERE owner = ? AND content <> ?)
        """, owner, file.content, as: Int.self) ?? 0
    guard others + file.bytes <= most else { throw FileProblem.memberFull }
    try db.run(
      """
      INSERT INTO file (key, owner, kind, content, thumbnail, type, name, bytes, created)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, file.key, owner, file.kind, file.content, file.thumbnail, file.type, file.name,
      file.bytes, now)
  }

  /// A file that `reader` may see: its own, one of a post, of a version of a tutorial or of a card that it
  /// may read, or one of a post that waits for it to be published. One statement, on the index of keys,
  /// then of what shows it.
  static func readable(
    _ key: String, by reader: Int64, _ db: Reader
  ) throws -> ReadableFile? {
    try db.row(
      """
      WITH shown AS (
        SELECT thread.space, file.id AS file FROM file
          JOIN post_file ON post_file.file = file.id
          JOIN post ON post.id = post_file.post AND post.removed IS NULL
          JOIN thread ON thread.id = post.thread AND thread.removed IS NULL
         WHERE file.key = ?1
        UNION ALL
        SELECT tutorial.space, file.id FROM file
          JOIN tutorial_file ON tutorial_file.file = file.id
          JOIN tutorial_version AS version ON version.tutorial = tutorial_file.tutorial
           AND version.number = tutorial_file.version AND version.published IS NOT NULL
          JOIN tutorial ON tutorial.id = tutorial_file.tutorial AND tutorial.removed IS NULL
         WHERE file.key = ?1
        UNION ALL
        SELECT resource.space, file.id FROM file
          JOIN resource ON resource.file = file.id OR resource.cover = file.id
         WHERE file.key = ?1 AND resource.state = 'published')
      SELECT kind, content, thumbnail, type, name, EXISTS (
               SELECT 1 FROM shown JOIN readable_space ON readable_space.space = shown.space
                WHERE reader = 0)
        FROM file
       WHERE key = ?1 AND (owner = ?2 OR EXISTS (
         SELECT 1 FROM shown JOIN readable_space ON readable_space.space = shown.space
          WHERE reader = ?2)
         OR EXISTS (
           SELECT 1 FROM tutorial_file
             JOIN tutorial ON tutorial.id = tutorial_file.tutorial AND tutorial.removed IS NULL
             JOIN readable_space ON readable_space.space = tutorial.space
              AND readable_space.reader = ?2
            WHERE tutorial_file.file = file.id AND ?2 <> 0
              AND (tutorial.shared = tutorial_file.version
                   OR EXISTS (SELECT 1 FROM tutorial_author
                               WHERE tutorial_author.tutorial = tutorial.id
                                 AND tutorial_author.member = ?2)
                   OR tutorial.review = tutorial_file.version AND EXISTS (
                        SELECT 1 FROM space_member
                         WHERE space_member.space = tutorial.space
                           AND space_member.member = ?2 AND role = 'referent'
                        UNION ALL
                        SELECT 1 FROM reviewer
                         WHERE reviewer.space = tutorial.space AND reviewer.member = ?2)))
         OR EXISTS (
           SELECT 1 FROM held_post JOIN space ON space.id = held_post.space
            WHERE held_post.person = file.owner AND held_post.state = 'waiting'
              AND instr(held_post.source, file.key) > 0
              AND (space.id IN (SELECT space FROM space_member
                                 WHERE member = ?2 AND role = 'referent')
                   OR space.visibility <> 'private' AND EXISTS (
                        SELECT 1 FROM member WHERE id = ?2 AND role = 'administrator'))))
      """, key, reader
    ) { row in
      ReadableFile(
        kind: try row.next(), content: try row.next(), thumbnail: try row.next(),
        type: try row.next(), name: try row.next(), isPublic: try row.next())
    }
  }

  /// Notes which files a post shows by now: those of whoever wrote this text, also without a name,
  /// and those that it showed before. Copied from elsewhere, a file is not opened to the post's own
  /// readers: neither somebody else's, nor one's own from posts that are signed otherwise, lest that
  /// it opens says who is behind a mask. Nor is a document behind one: it may hold a name.
  static func hold(
    _ source: String, in post: Post.ID, by writer: Member.ID, _ db: Writer
  ) throws {
    let keys = FileLink.keys(in: source)
    let held = try db.rows(
      "SELECT file.id, file.key FROM post_file JOIN file ON file.id = file WHERE post = ?", post
    ) { row in (id: try row.next(Int64.self), key: try row.next(String.self)) }
    for file in held where !keys.contains(file.key) {
      try db.run("DELETE FROM post_file WHERE post = ? AND file = ?", post, file.id)
    }
    for key in keys where !held.contains(where: { $0.key == key }) {
      try db.run(
        """
        INSERT INTO post_file (post, file)
        SELECT ?1, file.id FROM file LEFT JOIN mask ON mask.face = ?3
         WHERE key = ?2 AND owner = ifnull(mask.member, ?3)
           AND (mask.face IS NULL OR kind <> 'document')
           AND NOT EXISTS (
             SELECT 1 FROM post_file JOIN post AS other ON other.id = post_file.post
              WHERE post_file.file = file.id
                AND other.author <> (SELECT author FROM post WHERE id = ?1))
        ON CONFLICT DO NOTHING
        """, post, key, writer)
    }
  }

  /// Whether one of these files is a document of that member's.
  static func hasDocument(
    _ keys: Set<String>, of owner: Member.ID, _ db: Reader
  ) throws -> Bool {
    try keys.contains { try kept($0, by: owner, db)?.kind == .document }
  }

  /// Bytes of all files that the posts and tutorials of a space show.
  static func bytes(in space: Space.ID, _ db: Reader) throws -> Int {
    try db.value(
      """
      SELECT ifnull(sum(bytes), 0) FROM file WHERE id IN (
        SELECT post_file.file FROM post_file
          CROSS JOIN post ON post.id = post_file.post
          CROSS JOIN thread ON thread.id = post.thread
         WHERE thread.space = ?1
        UNION
        SELECT tutorial_file.file FROM tutorial
          CROSS JOIN tutorial_file ON tutorial_file.tutorial = tutorial.id
         WHERE tutorial.space = ?1
        UNION SELECT file FROM resource WHERE space = ?1 AND file IS NOT NULL
        UNION SELECT cover FROM resource WHERE space = ?1 AND cover IS NOT NULL)
      """, space, as: Int.self) ?? 0
  }

  /// A file as an archive needs it.
  struct Shown {
    let key: String
    let kind: FileKind
    let content: String
    let thumbnail: String?
    let type: String
    let name: String?
  }

  /// What the posts of a space show, oldest first.
  static func shown(in space: Space.ID, _ db: Reader) throws -> [Shown] {
    try db.rows(
      """
      SELECT key, kind, content, thumbnail, type, name FROM file WHERE id IN (
        SELECT post_file.file FROM post_file
          CROSS JOIN post ON post.id = post_file.post AND post.removed IS NULL
          CROSS JOIN thread ON thread.id = post.thread AND thread.removed IS NULL
         WHERE thread.space = ?)
       ORDER BY id
      """, space
    ) { row in
      Shown(
        key: try row.next(), kind: try row.next(), content: try row.next(),
        thumbnail: try row.next(), type: try row.next(), name: try row.next())
    }
  }

  // MARK: Films

  /// The films of posts, in the order in which they were sent; no statement when no body leads to a
  /// file.
  static func videos(of posts: [Post], in thread: Thread.ID, _ db: Reader) throws -> [ShownVideo] {
    guard let first = posts.first, let last = posts.last,
      posts.contains(where: { FileLink.isIn($0.body.utf8) })
    else { return [] }
    return try db.rows(
      """
      SELECT post.id, file.key, ifnull(video_text.captions, '') <> ''
        FROM post JOIN post_file ON post_file.post = post.id
        JOIN file ON file.id = post_file.file AND file.kind = 'video'
        LEFT JOIN video_text ON video_text.file = file.id
       WHERE post.thread = ? AND post.number BETWEEN ? AND ? AND post.removed IS NULL
       ORDER BY file.id
      """, thread, first.number, last.number
    ) { row in
      ShownVideo(post: try row.next(), key: try row.next(), hasCaptions: try row.next())
    }
  }

  static func text(of key: String, _ db: Reader) throws -> VideoText {
    try db.row(
      """
      SELECT captions, transcript FROM video_text WHERE file = (SELECT id FROM file WHERE key = ?)
      """, key
    ) { row in VideoText(captions: try row.next(), transcript: try row.next()) } ?? VideoText()
  }

  static func keep(_ text: VideoText, of key: String, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO video_text (file, captions, transcript) SELECT id, ?2, ?3 FROM file WHERE key = ?1
      ON CONFLICT (file) DO UPDATE SET captions = excluded.captions, transcript = excluded.transcript
      """, key, text.captions, text.transcript)
  }

  // MARK: What is left over

  /// Forgets files that no post shows, published or held, no tutorial and no draft, and that were sent
  /// before `then`.
  ///
  /// - Returns: how many.
  @discardableResult
  static func forgetUnused(before then: Instant, _ db: Writer) throws -> Int {
    try db.run(
      """
      DELETE FROM file
       WHERE created < ? AND NOT EXISTS (SELECT 1 FROM post_file WHERE post_file.file = file.id)
         AND NOT EXISTS (SELECT 1 FROM tutorial_file WHERE tutorial_file.file = file.id)
         AND NOT EXISTS (SELECT 1 FROM resource
                          WHERE resource.file = file.id OR resource.cover = file.id)
         AND NOT EXISTS (
           SELECT 1 FROM draft WHERE draft.member = file.owner AND instr(fields, file.key) > 0)
         AND NOT EXISTS (
           SELECT 1 FROM held_post
            WHERE held_post.person = file.owner AND instr(source, file.key) > 0)
      """, then)
  }

  /// Forgets what a member sent and never published.
  static func forgetUnpublished(of owner: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      DELETE FROM file
       WHERE owner = ? AND NOT EXISTS (SELECT 1 FROM post_file WHERE post_file.file = file.id)
         AND NOT EXISTS (SELECT 1 FROM tutorial_file WHERE tutorial_file.file = file.id)
         AND NOT EXISTS (SELECT 1 FROM resource
                          WHERE resource.file = file.id OR resource.cover = file.id)
      """, owner)
  }

  static func isNamed(_ content: String, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM file WHERE content = ?1 OR thumbnail = ?1", content, as: Int.self) != nil
  }

  static func names(_ db: Reader) throws -> [(key: String, name: String)] {
    try db.rows(
      """
      SELECT key, content FROM file
      UNION SELECT key, thumbnail FROM file WHERE thumbnail IS NOT NULL
      ORDER BY 1, 2
      """
    ) { row in (try row.next(), try row.next()) }
  }
}
