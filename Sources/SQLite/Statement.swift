import CSQLite

/// A prepared statement, used by one call at a time.
@usableFromInline final class Statement {
  let handle: OpaquePointer
  let parameterCount: Int
  /// A call is stepping it.
  var isBusy = false

  var sql: String? { sqlite3_sql(handle).map { String(cString: $0) } }

  /// - Throws: ``SQLiteError`` when the text is not exactly one correct statement.
  convenience init(_ sql: StaticString, _ connection: OpaquePointer) throws {
    precondition(sql.hasPointerRepresentation, "A statement is more than one character.")
    let text = UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount)
    let (handle, rest) = try Statement.prepare(text[...], connection)
    guard let handle else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement", sql: "\(sql)")
    }
    self.init(handle)
    if let second = try Statement.prepare(rest, connection).handle {
      sqlite3_finalize(second)
      throw SQLiteError(
        code: SQLITE_MISUSE, message: "there are several statements: use script", sql: "\(sql)")
    }
  }

  init(_ handle: OpaquePointer) {
    self.handle = handle
    parameterCount = Int(sqlite3_bind_parameter_count(handle))
  }

  deinit { sqlite3_finalize(handle) }

  /// Prepares the first statement of `text`.
  ///
  /// - Returns: no statement when only blanks and comments are left, and what follows it.
  static func prepare(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ connection: OpaquePointer
  ) throws -> (handle: OpaquePointer?, rest: Slice<UnsafeBufferPointer<UInt8>>) {
    var handle: OpaquePointer?
    let bytes = UnsafeBufferPointer(rebasing: text)
    guard let start = bytes.baseAddress, bytes.count > 0 else { return (nil, text) }
    let code = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(
        connection, start, Int32(bytes.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
      return (code, used: tail.map { $0 - start } ?? bytes.count)
    }
    guard code.0 == SQLITE_OK else {
      throw SQLiteError(connection, sql: String(decoding: bytes, as: UTF8.self))
    }
    return (handle, text.dropFirst(code.used))
  }

  func bind(_ values: [any ColumnValue]) throws {
    guard values.count == parameterCount else {
      throw SQLiteError(
        code: SQLITE_RANGE, message: "\(values.count) values for \(parameterCount) parameters",
        sql: sql)
    }
    var index: Int32 = 1
    for value in values {
      try value.bind(to: Parameter(statement: self, index: index))
      index += 1
    }
  }

  /// Moves to the next row.
  ///
  /// - Returns: whether there is one.
  @usableFromInline func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteError(self)
    }
  }

  /// Makes it ready for its next use, whatever happened in this one. An error is the one that
  /// `step` has already thrown.
  @usableFromInline func finish() {
    sqlite3_reset(handle)
    if parameterCount > 0 { sqlite3_clear_bindings(handle) }
    isBusy = false
  }
}
