import CSQLite

/// One column of the row that a statement is at. Used inside ``ColumnValue/read(_:)`` only: the
/// next step of the statement takes it away.
public struct Column {
  let statement: OpaquePointer
  let index: Int32

  /// Whether the column holds NULL.
  public var isNull: Bool { kind == SQLITE_NULL }

  /// A whole number of 64 bits.
  ///
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  public func integer() throws -> Int64 {
    guard kind == SQLITE_INTEGER else { throw unexpected("an integer") }
    return sqlite3_column_int64(statement, index)
  }

  /// Whole numbers are taken too: `sum()` and the like give either.
  public func real() throws -> Double {
    guard kind == SQLITE_FLOAT || kind == SQLITE_INTEGER else { throw unexpected("a number") }
    return sqlite3_column_double(statement, index)
  }

  /// Text; bytes that are not UTF-8, which only another program can have put there, become U+FFFD.
  ///
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  public func text() throws -> String {
    guard kind == SQLITE_TEXT else { throw unexpected("text") }
    return String(decoding: try bytes(), as: UTF8.self)
  }

  /// The bytes of a blob, or the UTF-8 of a text, in place. They last as long as `body`.
  @inlinable public func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
    try body(try bytes())
  }

  /// The error for a column that does not hold what it should. It names the column and the kind
  /// of what it holds, never the value.
  public func unexpected(_ wanted: String) -> SQLiteError {
    let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? "?"
    let held = ["?", "an integer", "a real", "text", "a blob", "NULL"][Int(kind)]
    return SQLiteError(
      code: SQLITE_MISMATCH,
      message: "column \(index + 1) (\(name)) holds \(held) which is not \(wanted)",
      sql: sqlite3_sql(statement).map { String(cString: $0) })
  }

  @usableFromInline func bytes() throws -> UnsafeRawBufferPointer {
    guard kind == SQLITE_TEXT || kind == SQLITE_BLOB else { throw unexpected("text or a blob") }
    // The pointer first: asking for the length first could convert the value.
    let start = sqlite3_column_blob(statement, index)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, index)))
  }

  private var kind: Int32 { sqlite3_column_type(statement, index) }
}
