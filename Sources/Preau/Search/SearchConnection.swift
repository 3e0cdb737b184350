import CSQLite
import SQLite

/// What a connection needs before it can search.
enum SearchConnection {
  /// Gives a new connection (a `sqlite3 *`) the tokenizer of the index and the function
  /// `search_hits`. It is to be the `connectionSetUp` of the database's options, before any
  /// migration runs.
  static func setUp(_ connection: OpaquePointer) throws {
    let api = try SearchSchema.fts5(of: connection)
    var tokenizer = makeSearchTokenizer()
    guard api.pointee.xCreateTokenizer(api, "preau", nil, &tokenizer, nil) == SQLITE_OK,
      api.pointee.xCreateFunction(api, "search_hits", nil, giveSearchHits, nil) == SQLITE_OK
    else { throw SearchSetUpFailure.refused }
  }
}

/// Why a connection cannot search.
enum SearchSetUpFailure: Error {
  /// This SQLite was built without FTS5.
  case noFTS5
  case refused
}
