import CSQLite
import SQLite

/// What a connection needs before it can search.
enum SearchConnection {
  /// Gives a new connection (a `sqlite3 *`) the tokenizer of the index and the function
  /// `search_hits`. It is to be the `connectionSetUp` of the database's options, before any
  /// migration runs.
  static func setUp(_ connection: OpaquePointer) throws {
    let api = try fts5(of: connection)
    var tokenizer = makeSearchTokenizer()
    guard api.pointee.xCreateTokenizer(api, "preau", nil, &tokenizer, nil) == SQLITE_OK,
      api.pointee.xCreateFunction(api, "search_hits", nil, giveSearchHits, nil) == SQLITE_OK
    else { throw SearchSetUpFailure.refused }
  }

  /// FTS5 hands out its functions through a bound pointer (sqlite.org/fts5.html §7).
  private static func fts5(
    of connection: OpaquePointer
  ) throws -> UnsafeMutablePointer<fts5_api> {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    let code = withUnsafeMutablePointer(to: &api) { place in
      sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil)
      sqlite3_bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
      return sqlite3_step(statement)
    }
    guard code == SQLITE_ROW, let api else { throw SearchSetUpFailure.noFTS5 }
    return api
  }
}

/// Why a connection cannot search.
enum SearchSetUpFailure: Error {
  /// This SQLite was built without FTS5.
  case noFTS5
  case refused
}
