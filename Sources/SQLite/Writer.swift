import CSQLite

/// A ``Reader`` that can also change. It sees its own changes, and those of the closures that
/// share its transaction and ran before it.
public final class Writer: Reader {
  /// Runs a statement and passes over its rows, if it gives any.
  ///
  /// - Returns: how many rows it inserted, updated or deleted itself (not through triggers).
  @discardableResult
  public func run(_ sql: StaticString, _ values: any ColumnValue...) throws -> Int {
    let before = sqlite3_total_changes64(connection.handle)
    let statement = try start(sql, values)
    defer { statement.finish() }
    while try statement.step() {}
    // Statements that change no rows, such as CREATE, leave the count of the one before them.
    let changedNothing = sqlite3_total_changes64(connection.handle) == before
    return changedNothing ? 0 : Int(sqlite3_changes64(connection.handle))
  }

  /// The row id of the last successful INSERT.
  public var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(connection.handle) }

  /// Runs several statements without values, for migrations.
  public func script(_ sql: StaticString) throws {
    try checkTransaction()
    try connection.script(sql)
  }

  /// Runs `body`; when it throws, its changes are undone and those before it stay.
  @discardableResult
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    // Outside a transaction, SAVEPOINT would begin one and RELEASE commit it.
    try checkTransaction()
    // A nested savepoint hides the outer one of the same name until it is released.
    try connection.control("SAVEPOINT step")
    do {
      let result = try body()
      try checkTransaction()
      try connection.control("RELEASE step")
      return result
    } catch {
      undoStep()
      throw error
    }
  }

  /// When even that fails, the whole transaction goes: half a closure must never be committed.
  private func undoStep() {
    guard connection.isInTransaction else { return }
    do {
      try connection.control("ROLLBACK TO step")
      try connection.control("RELEASE step")
    } catch {
      connection.rollBack()
    }
  }

  /// ``savepoint(_:)`` for one of the closures that share a transaction: foreign keys that are
  /// checked late are checked here, since COMMIT would fail for everyone.
  func share(_ body: () throws -> Void) throws {
    try savepoint {
      try body()
      guard hasBrokenForeignKeys else { return }
      throw SQLiteError(
        code: preau_constraint_foreign_key, message: "FOREIGN KEY constraint failed")
    }
  }

  private var hasBrokenForeignKeys: Bool {
    var current: Int32 = 0
    var highest: Int32 = 0
    sqlite3_db_status(
      connection.handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
    return current != 0
  }
}
