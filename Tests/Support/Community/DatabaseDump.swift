import CSQLite

/// Everything that a data folder holds, row by row, to see whether a request changed something.
public struct DatabaseDump: Equatable, Sendable {
  /// The rows of each table, as text, in order.
  public private(set) var tables: [String: [String]] = [:]

  /// What a visit changes without any form: who was last seen where, and what was read.
  public static let marks: Set = ["session", "kept_form", "thread_reading", "notification"]

  /// Reads the database of a site, which may be running.
  ///
  /// - Parameter excluding: tables to leave aside.
  public init(of data: TemporaryFolder, excluding: Set<String> = DatabaseDump.marks) throws {
    var db: OpaquePointer?
    defer { sqlite3_close(db) }
    guard sqlite3_open_v2(data.file("preau.db"), &db, SQLITE_OPEN_READONLY, nil) == SQLITE_OK
    else { throw SystemFailure("no database in \(data.path)", code: 2) }
    sqlite3_busy_timeout(db, 10_000)
    // The shadows of the search index hold what it knows; the index itself needs our tokenizer.
    let names = try Self.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", db)
    for name in names where !excluding.contains(name) {
      tables[name] = try Self.rows("SELECT * FROM \"\(name)\"", db).sorted()
    }
  }

  /// The tables that differ, with how many rows came and went.
  public func differences(from earlier: DatabaseDump) -> [String] {
    tables.keys.sorted().compactMap { name in
      let now = Set(tables[name] ?? [])
      let before = Set(earlier.tables[name] ?? [])
      if now == before { return nil }
      return "\(name): +\(now.subtracting(before).count) -\(before.subtracting(now).count)"
    }
  }

  private static func rows(_ sql: String, _ db: OpaquePointer?) throws -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(db, sql, -1, &statement, nil) == SQLITE_OK else {
      throw SystemFailure("\(sql): \(String(cString: sqlite3_errmsg(db)))", code: 5)
    }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          let count = Int(sqlite3_column_bytes(statement, column))
          guard let bytes = sqlite3_column_blob(statement, column) else { return "" }
          return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        }.joined(separator: "\u{1F}"))
    }
    return rows
  }
}
