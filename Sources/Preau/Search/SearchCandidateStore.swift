import SQLite

/// Every statement that finds candidates.
///
/// All read `search_any`, or `search_found` for posts alone, which know what may be shown, and narrow it by the same four conditions
/// (the scope's) before their LIMIT: what may not be read takes no place from what may. They differ in
/// what leads them: an index of words, or the order of a list.
enum SearchCandidateStore {
  /// Adds the newest posts that match. One statement, in the order of the index.
  ///
  /// - Parameter before: number of a document; only older ones are looked at.
  /// - Returns: the number of the last document looked at, when there are more behind it.
  static func addPosts(
    to found: inout SearchCandidates, _ expression: SearchExpression, _ ranking: SearchRanking,
    _ scope: SearchScope, before: Int64 = .max, limit: Int, _ db: Reader
  ) throws -> Int64? {
    var count = 0
    var last = before
    try db.each(
      """
      SELECT found.document, found.thread, found.number, found.created,
             found.title_words, found.body_words, search_hits(search_post)
        FROM search_post
             CROSS JOIN search_any AS found ON found.document = search_post.rowid
       WHERE search_post MATCH ?1 AND search_post.rowid < ?2
         AND found.space IN (SELECT value FROM json_each(?3))
         AND (?4 IS NULL OR found.author IN (SELECT value FROM json_each(?4)))
         AND (?5 IS NULL OR json_array_length(?5) = (
               SELECT count(*) FROM thread_word
                WHERE thread = found.thread AND word IN (SELECT value FROM json_each(?5))) + (
               SELECT count(*) FROM tutorial_tag
                WHERE tutorial = -found.thread AND tag IN (SELECT value FROM json_each(?5))) + (
               SELECT count(*) FROM concept_tag
                WHERE kind = 'tutorial' AND target = -found.thread
                  AND -concept IN (SELECT value FROM json_each(?5))) + (
               SELECT count(*) FROM resource_tag
                WHERE resource = -1099511627776 - found.thread
                  AND tag IN (SELECT value FROM json_each(?5))) + (
               SELECT count(*) FROM concept_tag
                WHERE kind = 'resource' AND target = -1099511627776 - found.thread
                  AND -concept IN (SELECT value FROM json_each(?5))))
         AND (?6 IS NULL OR ?6 IN (found.state, found.solved, found.unanswered))
       ORDER BY search_post.rowid DESC
       LIMIT ?7
      """, expression.text, before, scope.spaces, scope.authors, scope.tags, scope.state,
      limit + 1
    ) { row in
      count += 1
      if count <= limit { last = try found.add(&row, ranking) }
    }
    return count > limit ? last : nil
  }

  /// Adds the first posts of the newest threads whose title alone matches.
  static func addTitles(
    to found: inout SearchCandidates, _ expression: SearchExpression, _ ranking: SearchRanking,
    _ scope: SearchScope, limit: Int, _ db: Reader
  ) throws {
    try db.each(
      """
      SELECT found.document, found.thread, found.number, found.created,
             found.title_words, found.body_words, search_hits(search_title)
        FROM search_title
             CROSS JOIN search_any AS found ON found.document = search_title.rowid
       WHERE search_title MATCH ?1
         AND found.space IN (SELECT value FROM json_each(?2))
         AND (?3 IS NULL OR found.author IN (SELECT value FROM json_each(?3)))
         AND (?4 IS NULL OR json_array_length(?4) = (
               SELECT count(*) FROM thread_word
                WHERE thread = found.thread AND word IN (SELECT value FROM json_each(?4))) + (
               SELECT count(*) FROM tutorial_tag
                WHERE tutorial = -found.thread AND tag IN (SELECT value FROM json_each(?4))) + (
               SELECT count(*) FROM concept_tag
                WHERE kind = 'tutorial' AND target = -found.thread
                  AND -concept IN (SELECT value FROM json_each(?4))) + (
               SELECT count(*) FROM resource_tag
                WHERE resource = -1099511627776 - found.thread
                  AND tag IN (SELECT value FROM json_each(?4))) + (
               SELECT count(*) FROM concept_tag
                WHERE kind = 'resource' AND target = -1099511627776 - found.thread
                  AND -concept IN (SELECT value FROM json_each(?4))))
         AND (?5 IS NULL OR ?5 IN (found.state, found.solved, found.unanswered))
       ORDER BY search_title.rowid DESC
       LIMIT ?6
      """, expression.text, scope.spaces, scope.authors, scope.tags, scope.state, limit
    ) { row in _ = try found.add(&row, ranking) }
  }

  /// Threads whose title is these words and no others.
  static func threads(titled words: [String], _ scope: SearchScope, _ db: Reader) throws -> [Int64]
  {
    try db.rows(
      """
      SELECT found.thread
        FROM search_title
             CROSS JOIN search_any AS found ON found.document = search_title.rowid
       WHERE search_title MATCH ?1 AND found.title_words = ?2
         AND found.space IN (SELECT value FROM json_each(?3))
       ORDER BY search_title.rowid DESC
       LIMIT 100
      """, "^ \"" + words.joined(separator: " ") + "\"", words.count, scope.spaces
    ) { row in try row.next(Int64.self) }
  }

  /// Posts by their authors, newest first, without any of `excluded`. Uses the index `post_author` and
  /// not the posts, which are wide; a removed one has no document.
  static func eachPost(
    _ scope: SearchScope, without excluded: String, limit: Int, _ db: Reader,
    _ take: (inout Row) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT found.document, found.thread, found.number
        FROM post
             CROSS JOIN search_found AS found
                     ON found.reference = post.id
       WHERE post.author IN (SELECT value FROM json_each(?1))
         AND found.space IN (SELECT value FROM json_each(?2))
         AND (?3 IS NULL OR json_array_length(?3) = (
               SELECT count(*) FROM thread_word
                WHERE thread = found.thread AND word IN (SELECT value FROM json_each(?3))))
         AND (?4 IS NULL OR ?4 IN (found.state, found.solved, found.unanswered))
         AND found.document NOT IN (SELECT rowid FROM search_post WHERE search_post MATCH ?5)
       ORDER BY post.created DESC, post.id DESC
       LIMIT ?6
      """, scope.authors, scope.spaces, scope.tags, scope.state, excluded, limit, read: take)
  }

  /// Threads, by their first posts, latest activity first, without any of `excluded` there. Uses the
  /// index `thread_activity`: the plus sign keeps SQLite from going by space and sorting.
  static func eachThread(
    _ scope: SearchScope, without excluded: String, limit: Int, _ db: Reader,
    _ take: (inout Row) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT found.document, found.thread, found.number
        FROM thread
             CROSS JOIN search_found AS found
                     ON found.thread = thread.id AND found.number = 1
       WHERE thread.removed IS NULL
         AND +found.space IN (SELECT value FROM json_each(?1))
         AND (?2 IS NULL OR json_array_length(?2) = (
               SELECT count(*) FROM thread_word
                WHERE thread = found.thread AND word IN (SELECT value FROM json_each(?2))))
         AND (?3 IS NULL OR ?3 IN (found.state, found.solved, found.unanswered))
         AND found.document NOT IN (SELECT rowid FROM search_post WHERE search_post MATCH ?4)
       ORDER BY thread.last_activity DESC, thread.id DESC
       LIMIT ?5
      """, scope.spaces, scope.tags, scope.state, excluded, limit, read: take)
  }
}
