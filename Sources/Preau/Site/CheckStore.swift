import SQLite

/// Every statement of the check.
enum CheckStore {
  /// One sentence for each row whose columns say something else than the rows that they sum up.
  static func wrong(_ db: Reader) throws -> [String] {
    try threads(db) + posts(db) + spaces(db) + search(db)
  }

  private static func threads(_ db: Reader) throws -> [String] {
    let counts = try db.rows(
      """
      SELECT id FROM thread
       WHERE post_count
             <> (SELECT count(*) FROM post WHERE post.thread = thread.id AND removed IS NULL)
          OR last_number < (SELECT ifnull(max(number), 0) FROM post WHERE post.thread = thread.id)
          OR last_activity < (SELECT ifnull(max(created), 0) FROM post
                               WHERE post.thread = thread.id AND removed IS NULL)
       ORDER BY id
      """
    ) { "thread \(try $0.next(Int64.self)): its counters and its posts do not agree" }
    let meToo = try db.rows(
      """
      SELECT id FROM thread
       WHERE me_too_count <> (SELECT count(*) FROM me_too WHERE me_too.thread = thread.id)
       ORDER BY id
      """
    ) { "thread \(try $0.next(Int64.self)): me_too_count is wrong" }
    let empty = try db.rows(
      """
      SELECT id FROM thread
       WHERE NOT EXISTS (SELECT 1 FROM post WHERE post.thread = thread.id AND number = 1)
         AND id NOT IN (SELECT source FROM thread_merge WHERE undone IS NULL)
       ORDER BY id
      """
    ) { "thread \(try $0.next(Int64.self)): it has no first post" }
    let accepted = try db.rows(
      """
      SELECT thread.id FROM thread JOIN post ON post.id = thread.accepted
       WHERE post.thread <> thread.id
         AND thread.id NOT IN (SELECT source FROM thread_merge WHERE undone IS NULL)
       ORDER BY thread.id
      """
    ) { "thread \(try $0.next(Int64.self)): its accepted answer is in another thread" }
    let requests = try db.rows(
      """
      SELECT thread.id FROM thread LEFT JOIN help_request ON help_request.thread = thread.id
       WHERE (thread.kind = 'question') <> (help_request.thread IS NOT NULL)
          OR help_request.space <> thread.space
          OR help_request.removed <> (thread.removed IS NOT NULL)
          OR (thread.accepted IS NOT NULL AND help_request.state <> 'resolved')
       ORDER BY thread.id
      """
    ) { "thread \(try $0.next(Int64.self)): the help desk does not know it as it is" }
    return counts + meToo + empty + accepted + requests
  }

  private static func posts(_ db: Reader) throws -> [String] {
    let thanks = try db.rows(
      """
      SELECT id FROM post
       WHERE thanks_count <> (SELECT count(*) FROM thanks WHERE thanks.post = post.id) ORDER BY id
      """
    ) { "post \(try $0.next(Int64.self)): thanks_count is wrong" }
    let parents = try db.rows(
      """
      SELECT post.id FROM post JOIN post AS parent ON parent.id = post.parent
       WHERE parent.thread <> post.thread ORDER BY post.id
      """
    ) { "post \(try $0.next(Int64.self)): it answers a post of another thread" }
    let policies = try db.rows("SELECT id FROM post WHERE policy > ? ORDER BY id", PostBody.policy)
    {
      "post \(try $0.next(Int64.self)): rendered by a newer release"
    }
    return thanks + parents + policies
  }

  private static func spaces(_ db: Reader) throws -> [String] {
    try db.rows(
      """
      SELECT slug FROM space
       WHERE thread_count
             <> (SELECT count(*) FROM thread WHERE thread.space = space.id AND removed IS NULL)
          OR member_count <> (SELECT count(*) FROM space_member WHERE space = space.id)
       ORDER BY id
      """
    ) { "space \(try $0.next(String.self)): its counters are wrong" }
  }

  /// What can be found is what can be read: no more and no less.
  private static func search(_ db: Reader) throws -> [String] {
    let missing = try db.rows(
      """
      SELECT post.id FROM post
       WHERE removed IS NULL AND NOT EXISTS (
         SELECT 1 FROM search_document WHERE kind = 'post' AND reference = post.id)
       ORDER BY post.id
      """
    ) { "post \(try $0.next(Int64.self)): the search does not know it" }
    let stale = try db.rows(
      """
      SELECT reference FROM search_document
       WHERE kind = 'post' AND NOT EXISTS (
         SELECT 1 FROM post WHERE post.id = reference AND removed IS NULL)
       ORDER BY reference
      """
    ) { "post \(try $0.next(Int64.self)): the search knows it although it is not there" }
    let tutorials = try db.rows(
      """
      SELECT id FROM tutorial
       WHERE (published IS NOT NULL AND removed IS NULL) <> EXISTS (
         SELECT 1 FROM search_document WHERE kind = 'tutorial' AND reference = tutorial.id)
       ORDER BY id
      """
    ) { "tutorial \(try $0.next(Int64.self)): the search and its pointers do not agree" }
    let cards = try db.rows(
      """
      SELECT tutorial.id FROM tutorial LEFT JOIN resource ON resource.tutorial = tutorial.id
       WHERE (tutorial.published IS NOT NULL AND tutorial.removed IS NULL)
             <> (resource.state IS 'published')
       ORDER BY tutorial.id
      """
    ) { "tutorial \(try $0.next(Int64.self)): its card and its pointers do not agree" }
    return try missing + stale + tutorials + cards + uses(db)
  }

  /// The counters of cards.
  private static func uses(_ db: Reader) throws -> [String] {
    try db.rows(
      """
      SELECT id FROM resource
       WHERE (use_count, again_count, changes_count) <> (
         SELECT count(*), ifnull(sum(again = 'yes'), 0), ifnull(sum(again = 'changes'), 0)
           FROM resource_use WHERE resource_use.resource = resource.id AND removed IS NULL)
       ORDER BY id
      """
    ) { "resource \(try $0.next(Int64.self)): its counters are wrong" }
  }

  /// What is as it should be, but worth knowing.
  static func notes(_ db: Reader) throws -> [String] {
    let old = try db.value("SELECT count(*) FROM post WHERE policy < ?", PostBody.policy) ?? 0
    return old == 0
      ? [] : ["\(old) bodies were rendered under an older policy: serve, or --rerender, does it"]
  }
}
