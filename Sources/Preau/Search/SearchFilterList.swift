import SQLite

/// What is found without a word, by filters alone: newest first.
extension SearchStore {
  static let mostFiltered = 600

  static func filtered(
    _ forms: SearchForms, _ scope: SearchScope, _ db: Reader
  ) throws -> SearchCandidates {
    var found = SearchCandidates()
    var count = 0
    // "=" alone is no token of the index: it excludes nothing.
    let excluded =
      forms.excluded.isEmpty ? "\"=\"" : SearchExpression.some(forms.excluded).text
    func add(_ row: inout Row) throws {
      count += 1
      found.add(
        .init(
          document: try row.next(), thread: try row.next(), number: try row.next(),
          score: Double(-count)))
    }
    if scope.authors != nil {
      try eachPost(scope, excluded, db, add)
    } else {
      try eachThread(scope, excluded, db, add)
    }
    found.isCutOff = count == mostFiltered
    return found
  }

  /// Uses the index `post_author` and not the posts, which are wide; a removed one has no document.
  private static func eachPost(
    _ scope: SearchScope, _ excluded: String, _ db: Reader, _ add: (inout Row) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT document.id, document.whole, document.number
        FROM post
             CROSS JOIN search_document AS document
                     ON document.kind = 'post' AND document.reference = post.id
             CROSS JOIN thread ON thread.id = post.thread
       WHERE post.author IN (SELECT value FROM json_each(?1))
         AND thread.removed IS NULL
         AND thread.space IN (SELECT value FROM json_each(?2))
         AND (?3 IS NULL OR NOT EXISTS (
               SELECT 1 FROM json_each(?3) AS wanted
                WHERE NOT EXISTS (SELECT 1 FROM thread_tag
                                   WHERE thread = thread.id AND tag = wanted.value)))
         AND (?4 IS NULL OR CASE ?4 WHEN 'solved' THEN thread.accepted IS NOT NULL
                                    WHEN 'open' THEN thread.state = 'open'
                                    WHEN 'closed' THEN thread.state = 'closed'
                                    ELSE thread.post_count = 1 END)
         AND document.id NOT IN (SELECT rowid FROM search_post WHERE search_post MATCH ?5)
       ORDER BY post.created DESC, post.id DESC
       LIMIT ?6
      """, scope.authors, scope.spaces, scope.tags, scope.state, excluded, mostFiltered,
      read: add)
  }

  /// Uses the index `thread_activity`: the plus sign keeps SQLite from going by space and sorting.
  private static func eachThread(
    _ scope: SearchScope, _ excluded: String, _ db: Reader, _ add: (inout Row) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT document.id, document.whole, document.number
        FROM thread
             CROSS JOIN search_document AS document
                     ON document.kind = 'post' AND document.whole = thread.id
                    AND document.number = 1
       WHERE thread.removed IS NULL
         AND +thread.space IN (SELECT value FROM json_each(?1))
         AND (?2 IS NULL OR NOT EXISTS (
               SELECT 1 FROM json_each(?2) AS wanted
                WHERE NOT EXISTS (SELECT 1 FROM thread_tag
                                   WHERE thread = thread.id AND tag = wanted.value)))
         AND (?3 IS NULL OR CASE ?3 WHEN 'solved' THEN thread.accepted IS NOT NULL
                                    WHEN 'open' THEN thread.state = 'open'
                                    WHEN 'closed' THEN thread.state = 'closed'
                                    ELSE thread.post_count = 1 END)
         AND document.id NOT IN (SELECT rowid FROM search_post WHERE search_post MATCH ?4)
       ORDER BY thread.last_activity DESC, thread.id DESC
       LIMIT ?5
      """, scope.spaces, scope.tags, scope.state, excluded, mostFiltered, read: add)
  }
}
