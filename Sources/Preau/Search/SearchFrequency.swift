import SQLite

/// How common words are, so that rare ones weigh more. Never shown to anyone: it counts documents
/// that the reader may not read, too.
enum SearchFrequency {
  static let sample = 100

  /// Documents that match, at most `limit`.
  static func count(_ expression: SearchExpression, upTo limit: Int, _ db: Reader) throws -> Int {
    try db.value(
      """
      SELECT count(*) FROM (
        SELECT rowid FROM search_post WHERE search_post MATCH ? ORDER BY rowid DESC LIMIT ?)
      """, expression.text, limit) ?? 0
  }

  /// Exact up to the size of the sample; beyond, drawn from how close together the newest are.
  static func estimate(_ expression: SearchExpression, _ db: Reader) throws -> Int {
    let (count, oldest) =
      try db.row(
        """
        SELECT count(*), coalesce(min(rowid), 0) FROM (
          SELECT rowid FROM search_post WHERE search_post MATCH ? ORDER BY rowid DESC LIMIT ?)
        """, expression.text, sample
      ) { row in (try row.next(Int.self), try row.next(Int.self)) } ?? (0, 0)
    guard count == sample else { return count }
    let newest = try documents(db)
    return count * newest / max(1, newest - oldest + 1)
  }

  /// About how many documents there are.
  static func documents(_ db: Reader) throws -> Int {
    try db.value("SELECT coalesce(max(id), 0) FROM search_document") ?? 0
  }
}
