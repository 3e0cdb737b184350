import CSQLite

/// The row that a statement is at, read from left to right. It cannot outlive the closure that it
/// is given to.
public struct Row: ~Copyable {
  private let statement: OpaquePointer
  private let count: Int32
  private var index: Int32 = 0

  @usableFromInline init(_ statement: Statement) {
    self.statement = statement.handle
    self.count = sqlite3_data_count(statement.handle)
  }

  /// The next column, in the order in which SELECT (or RETURNING) names them.
  ///
  /// - Throws: ``SQLiteError`` when it holds something else than a `T`, or there is no next column.
  @inlinable public mutating func next<T: ColumnValue>(_ type: T.Type = T.self) throws -> T {
    try T.read(try advance())
  }

  /// The next column's blob, or text as UTF-8, in place and without a copy.
  ///
  /// - Parameter body: gets bytes that last until it returns.
  @inlinable public mutating func nextBytes<R>(
    _ body: (UnsafeRawBufferPointer) throws -> R
  ) throws -> R {
    try advance().withBytes(body)
  }

  @usableFromInline mutating func advance() throws -> Column {
    guard index < count else {
      throw SQLiteError(
        code: SQLITE_RANGE, message: "a row of \(count) columns has no column \(index + 1)",
        sql: sqlite3_sql(statement).map { String(cString: $0) })
    }
    defer { index += 1 }
    return Column(statement: statement, index: index)
  }
}
