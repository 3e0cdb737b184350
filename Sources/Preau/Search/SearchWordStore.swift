import SQLite

/// Every statement about words on their own.
enum SearchWordStore {
  /// The newest documents that match, in `spaces` (a JSON array), from the newest.
  static func newest(
    _ expression: SearchExpression, in spaces: String, limit: Int, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      """
      SELECT found.document
        FROM search_post
             CROSS JOIN search_any AS found ON found.document = search_post.rowid
       WHERE search_post MATCH ?1
         AND found.space IN (SELECT value FROM json_each(?2))
       ORDER BY search_post.rowid DESC
       LIMIT ?3
      """, expression.text, spaces, limit
    ) { row in try row.next(Int64.self) }
  }

  /// About how many documents there are.
  static func lastDocument(_ db: Reader) throws -> Int {
    try db.value("SELECT coalesce(max(id), 0) FROM search_document") ?? 0
  }

  /// Words that have been written, by their first letters; whether a reader may see one is not asked.
  static func eachWord(
    beginning: [String], lengths: ClosedRange<Int>, _ db: Reader,
    _ take: (inout Row) throws -> Void
  ) throws {
    let quoted = beginning.map { "\"\($0)\"" }.joined(separator: ",")
    try db.each(
      """
      SELECT word
        FROM json_each(?1) AS start
             CROSS JOIN search_word ON word >= start.value AND word < start.value || '{'
       WHERE length(word) BETWEEN ?2 AND ?3
      """, "[\(quoted)]", lengths.lowerBound, lengths.upperBound, read: take)
  }

  static func text(of document: Int64, _ db: Reader) throws -> String? {
    try db.value("SELECT title || ' ' || body FROM search_text WHERE id = ?", document)
  }
}
