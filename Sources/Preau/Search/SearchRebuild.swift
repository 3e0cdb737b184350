import HTML
import SQLite
import Sanitizer

extension SearchIndex {
  /// Posts that are put back in one transaction: a longer one would hold up those who write.
  static let postsPerStep = 200

  /// Makes the whole index again from what is stored: after the way in which words are read has
  /// changed, or when it is damaged. The site can be used meanwhile; what has not been put back
  /// yet is not found.
  static func rebuild(in database: Database) throws {
    try database.write { db in try empty(db) }
    var last: Int64 = 0
    while let next = try database.write({ db in try putBack(after: last, db) }) { last = next }
  }

  /// - Returns: the number of the last post that was put back, `nil` when there was none left.
  private static func putBack(after last: Int64, _ db: Writer) throws -> Int64? {
    let documents = try db.rows(
      """
      SELECT post.id, post.thread, post.number, post.author, post.created, thread.title, post.html
        FROM post JOIN thread ON thread.id = post.thread
       WHERE post.id > ? AND post.removed IS NULL
       ORDER BY post.id
       LIMIT ?
      """, last, postsPerStep
    ) { row in
      Document(
        kind: .post, reference: try row.next(), whole: try row.next(), number: try row.next(),
        author: try row.next(), created: try row.next(), title: try row.next(),
        body: try row.next(SanitizedHTML.self).plainText)
    }
    for document in documents { try put(document, db) }
    return documents.last?.reference
  }
}
