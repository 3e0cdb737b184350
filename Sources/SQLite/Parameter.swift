import CSQLite

/// A question mark of a statement, waiting for its value. Used inside ``ColumnValue/bind(to:)``
/// only. SQLite copies what it is given.
public struct Parameter {
  let statement: Statement
  let index: Int32

  /// Gives a whole number of 64 bits.
  ///
  /// - Throws: ``SQLiteError``.
  public func integer(_ value: Int64) throws {
    try check(sqlite3_bind_int64(statement.handle, index, value))
  }

  /// A number that is not a number (NaN) would become NULL, and is refused.
  public func real(_ value: Double) throws {
    if value.isNaN {
      throw SQLiteError(code: SQLITE_MISMATCH, message: "NaN cannot be kept", sql: statement.sql)
    }
    try check(sqlite3_bind_double(statement.handle, index, value))
  }

  /// Gives text.
  ///
  /// - Throws: ``SQLiteError``, also for more than 2 GB.
  public func text(_ value: String) throws {
    var value = value
    try value.withUTF8 { try text(utf8: UnsafeRawBufferPointer($0)) }
  }

  /// Text whose UTF-8 is at hand; the caller vouches that it is valid.
  public func text(utf8: UnsafeRawBufferPointer) throws {
    let start = utf8.baseAddress?.assumingMemoryBound(to: CChar.self)
    try check(preau_bind_text(statement.handle, index, start, try byteCount(utf8)))
  }

  /// Gives bytes.
  ///
  /// - Throws: ``SQLiteError``, also for more than 2 GB.
  public func blob(_ bytes: UnsafeRawBufferPointer) throws {
    try check(
      preau_bind_blob(statement.handle, index, bytes.baseAddress, try byteCount(bytes)))
  }

  /// Gives NULL.
  ///
  /// - Throws: ``SQLiteError``.
  public func null() throws {
    try check(sqlite3_bind_null(statement.handle, index))
  }

  private func byteCount(_ bytes: UnsafeRawBufferPointer) throws -> Int32 {
    guard let count = Int32(exactly: bytes.count) else {
      throw SQLiteError(
        code: SQLITE_TOOBIG, message: "a value is longer than 2 GB", sql: statement.sql)
    }
    return count
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw SQLiteError(statement) }
  }
}
