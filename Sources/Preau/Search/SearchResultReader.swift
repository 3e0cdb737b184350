import SQLite

/// Reads what a page of results shows.
struct SearchResultReader {
  private let snippet: SearchSnippet

  init(_ forms: SearchForms, _ stemmer: FrenchStemmer) {
    snippet = SearchSnippet(highlighter: SearchHighlighter(forms, stemmer))
  }

  /// One statement. Posts removed since they were indexed are left out.
  func read(_ documents: [Int64], _ db: Reader) throws -> [SearchResult] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, thread.kind, thread.accepted IS NOT NULL,
             thread.state = 'closed', thread.post_count, space.slug, space.name,
             document.number, document.created, search_text.body
        FROM json_each(?) AS wanted
             CROSS JOIN search_document AS document ON document.id = wanted.value
             CROSS JOIN search_text ON search_text.id = document.id
             CROSS JOIN post ON post.id = document.reference
             CROSS JOIN thread ON thread.id = document.whole
             CROSS JOIN space ON space.id = thread.space
       WHERE post.removed IS NULL AND thread.removed IS NULL
       ORDER BY wanted.key
      """, documents.json
    ) { row in
      let thread = try row.next(Int64.self)
      let slug = try row.next(String.self)
      let title = try row.next(String.self)
      return SearchResult(
        thread: thread, slug: slug, title: snippet.whole(title), kind: try row.next(),
        isSolved: try row.next(), isClosed: try row.next(), postCount: try row.next(),
        space: .init(slug: try row.next(), name: try row.next()),
        post: try row.next(), created: try row.next(),
        snippet: snippet.part(of: try row.next()))
    }
  }
}
