/// A consistent view of the database, lent to one closure on one thread.
///
/// SQL is a `StaticString`: whatever varies is a value, bound to a question mark. Each statement is
/// prepared once per connection and used again.
public class Reader {
  let connection: Connection
  private var isLent = true

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The first row, or `nil`.
  @inlinable public func row<T>(
    _ sql: StaticString, _ values: any ColumnValue..., read: (inout Row) throws -> T
  ) throws -> T? {
    let statement = try start(sql, values)
    defer { statement.finish() }
    return try first(of: statement, read)
  }

  /// All rows, in the order of the statement.
  @inlinable public func rows<T>(
    _ sql: StaticString, _ values: any ColumnValue..., read: (inout Row) throws -> T
  ) throws -> [T] {
    let statement = try start(sql, values)
    defer { statement.finish() }
    var found: [T] = []
    while try statement.step() {
      var row = Row(statement)
      found.append(try read(&row))
    }
    return found
  }

  /// Each row in turn, for results that are not kept.
  @inlinable public func each(
    _ sql: StaticString, _ values: any ColumnValue..., read: (inout Row) throws -> Void
  ) throws {
    let statement = try start(sql, values)
    defer { statement.finish() }
    while try statement.step() {
      var row = Row(statement)
      try read(&row)
    }
  }

  /// The first column of the first row, or `nil` when there is no row.
  @inlinable public func value<T: ColumnValue>(
    _ sql: StaticString, _ values: any ColumnValue..., as type: T.Type = T.self
  ) throws -> T? {
    let statement = try start(sql, values)
    defer { statement.finish() }
    return try first(of: statement) { row in try row.next(T.self) }
  }

  /// Leaving a statement after its first row is safe even when it changes something: SQLite makes
  /// all changes, and checks foreign keys, before it returns any row (sqlite.org/lang_returning.html).
  @inlinable func first<T>(
    of statement: Statement, _ read: (inout Row) throws -> T
  ) throws -> T? {
    guard try statement.step() else { return nil }
    var row = Row(statement)
    return try read(&row)
  }

  @usableFromInline func start(
    _ sql: StaticString, _ values: [any ColumnValue]
  ) throws -> Statement {
    try checkTransaction()
    let statement = try connection.checkOut(sql)
    do { try statement.bind(values) } catch {
      statement.finish()
      throw error
    }
    return statement
  }

  /// A statement that fails badly (a full disk, ON CONFLICT ROLLBACK) ends the transaction. Whatever
  /// came after it would be committed on its own.
  func checkTransaction() throws {
    precondition(isLent, "A reader or writer was kept after the closure that it was lent to.")
    guard connection.isInTransaction else { throw SQLiteError.transactionLost }
  }

  /// Makes it useless to whoever kept it.
  func takeBack() {
    isLent = false
  }
}
