// What is counted here decides which posts are found: of a long query, the rarest words. So it must
// not depend on what the reader may not read, else asking for a name among other words would tell
// whether a closed space holds it.

import SQLite

/// How common words are in what a reader may read, so that rare ones weigh more.
enum SearchFrequency {
  static let sample = 100

  /// Exact up to the size of the sample; beyond, drawn from how close together the newest are. Zero
  /// when nothing that may be read matches, whatever else does.
  static func estimate(
    _ expression: SearchExpression, _ scope: SearchScope, of documents: Int, _ db: Reader
  ) throws -> Int {
    let (count, oldest) =
      try db.row(
        """
        SELECT count(*), coalesce(min(id), 0) FROM (
          SELECT document.id
            FROM search_post
                 CROSS JOIN search_document AS document ON document.id = search_post.rowid
                 CROSS JOIN thread ON thread.id = document.whole
           WHERE search_post MATCH ?1
             AND document.kind = 'post' AND thread.removed IS NULL
             AND thread.space IN (SELECT value FROM json_each(?2))
           ORDER BY search_post.rowid DESC LIMIT ?3)
        """, expression.text, scope.spaces, sample
      ) { row in (try row.next(Int.self), try row.next(Int.self)) } ?? (0, 0)
    guard count == sample else { return count }
    return count * documents / max(1, documents - oldest + 1)
  }

  /// About how many documents there are.
  static func documents(_ db: Reader) throws -> Int {
    try db.value("SELECT coalesce(max(id), 0) FROM search_document") ?? 0
  }
}
