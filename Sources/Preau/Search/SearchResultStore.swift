import SQLite

/// Reads what pages show of the threads that were found, one statement a page. Whether they may be
/// shown was asked in the same transaction.
enum SearchResultStore {
  /// - Parameter reader: outside log-in, no title gives a name away; the index never does.
  static func read(
    _ documents: [Int64], reader: Int64, _ snippet: SearchSnippet, _ db: Reader
  ) throws -> [SearchResult] {
    try db.rows(
      """
      SELECT document.whole, coalesce(thread.slug, tutorial.slug, resource.slug),
             coalesce(thread.title, tutorial.title, resource.title), coalesce(thread.kind, document.kind),
             ifnull(thread.accepted IS NOT NULL
               OR EXISTS (SELECT 1 FROM help_request
                      WHERE help_request.thread = thread.id AND help_request.state = 'resolved'),
               0),
             ifnull(thread.state = 'closed', 0), ifnull(thread.post_count, 1), space.slug,
             space.name, document.number, document.created, search_text.body
        FROM json_each(?) AS wanted
             CROSS JOIN search_document AS document ON document.id = wanted.value
             CROSS JOIN search_text ON search_text.id = document.id
             LEFT JOIN thread ON document.kind = 'post' AND thread.id = document.whole
             LEFT JOIN tutorial ON document.kind = 'tutorial' AND tutorial.id = document.whole
             LEFT JOIN resource ON document.kind = 'resource' AND resource.id = document.whole
             JOIN space ON space.id = coalesce(thread.space, tutorial.space, resource.space)
       ORDER BY wanted.key
      """, documents.json
    ) { row in
      let thread = try row.next(Int64.self)
      let slug = try row.next(String.self)
      let title = try row.next(String.self)
      return SearchResult(
        thread: thread, slug: slug,
        title: snippet.whole(reader == 0 ? SearchText.withoutCalls(title) : title),
        kind: try row.next(),
        isSolved: try row.next(), isClosed: try row.next(), postCount: try row.next(),
        space: .init(slug: try row.next(), name: try row.next()),
        post: try row.next(), created: try row.next(),
        snippet: snippet.part(of: try row.next()))
    }
  }

  static func similar(_ threads: [Int64], _ db: Reader) throws -> [SimilarThread] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title,
             thread.accepted IS NOT NULL
               OR EXISTS (SELECT 1 FROM help_request
                      WHERE help_request.thread = thread.id AND help_request.state = 'resolved'),
             thread.state = 'closed', thread.post_count
        FROM json_each(?) AS wanted CROSS JOIN thread ON thread.id = wanted.value
       ORDER BY wanted.key
      """, threads.json
    ) { row in
      SimilarThread(
        id: try row.next(), slug: try row.next(), title: try row.next(),
        isSolved: try row.next(), isClosed: try row.next(), postCount: try row.next())
    }
  }
}
