import SQLite

/// What an archive reads.
enum ClassArchiveStore {
  static func threads(of space: Space.ID, _ db: Reader) throws -> [ClassArchive.Thread] {
    try db.rows(
      """
      SELECT thread.id, thread.title, member.id, member.name, member.role, member.public_name,
             member.deleted, thread.created, thread.post_count
        FROM thread JOIN member ON member.id = thread.author
       WHERE thread.space = ? AND thread.removed IS NULL
       ORDER BY thread.created, thread.id
      """, space
    ) { row in
      ClassArchive.Thread(
        id: try row.next(), title: try row.next(), author: try Author.read(&row),
        created: try row.next(), postCount: try row.next())
    }
  }

  /// All posts of a thread, by the index of thread and number.
  static func posts(of thread: Thread.ID, _ db: Reader) throws -> [Post] {
    var posts: [Post] = []
    var page = 1
    while true {
      let found = try PostStore.page(page, of: thread, db)
      if found.posts.isEmpty { return posts }
      posts += try ThreadPosts.renewed(found.posts, found.old, db)
      page += 1
    }
  }
}
