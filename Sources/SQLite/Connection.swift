import CSQLite
import Glibc

/// One open connection and its prepared statements. Used by one thread at a time.
///
/// Only this module begins and ends transactions: a BEGIN, COMMIT, ROLLBACK, SAVEPOINT or ATTACH
/// in anybody's SQL is refused when it is prepared, since it would break what ``Database``
/// promises.
@usableFromInline final class Connection {
  enum Kind {
    case reading, writing
  }

  let handle: OpaquePointer
  private var isOpen = true
  /// Kept for the life of the connection: the statements are our source's, so there is a bounded
  /// number of them.
  private var statements: [StatementKey: Statement] = [:]
  /// Whether this module itself is at work; read by the authorizer.
  private let mayControl = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

  init(path: String, _ kind: Kind, _ options: Database.Options) throws {
    var opened: OpaquePointer?
    let access =
      kind == .writing ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
    let code = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw SQLiteError(opened)
    }
    handle = opened
    mayControl.initialize(to: true)
    try setUp(kind, options)
  }

  deinit {
    close()
    mayControl.deallocate()
  }

  /// Closes the file. The connection is not used afterwards.
  func close() {
    statements.removeAll()
    if isOpen { sqlite3_close_v2(handle) }
    isOpen = false
  }

  private func setUp(_ kind: Kind, _ options: Database.Options) throws {
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, options.busyTimeout)
    guard preau_harden(handle) == SQLITE_OK else { throw SQLiteError(handle) }
    try options.connectionSetUp?(handle)
    try execute("PRAGMA foreign_keys = ON")
    try execute("PRAGMA trusted_schema = OFF")
    try execute("PRAGMA temp_store = MEMORY")
    // No mmap_size: mapped pages count as resident memory, once for each connection.
    switch kind {
    case .reading:
      try execute("PRAGMA query_only = ON")
      try execute("PRAGMA cache_size = -\(options.readerCache)")
    case .writing:
      try keepLog(options)
      try execute("PRAGMA synchronous = FULL")
      try execute("PRAGMA cache_size = -\(options.writerCache)")
      try execute("PRAGMA wal_autocheckpoint = \(options.checkpointPages)")
      try execute("PRAGMA journal_size_limit = \(64 << 20)")
    }
    sqlite3_set_authorizer(handle, authorize, mayControl)
    mayControl.pointee = false
  }

  /// Switches a new file to WAL. Two processes that create it at once disturb each other here, and
  /// SQLite does not wait by itself in this one case: it fails at once, to avoid a deadlock.
  private func keepLog(_ options: Database.Options) throws {
    let end = ContinuousClock.now + .milliseconds(options.busyTimeout)
    var mode = ""
    while mode.isEmpty {
      do { mode = try value("PRAGMA journal_mode = WAL") } catch let error as SQLiteError {
        guard error.isBusy, ContinuousClock.now < end else { throw error }
        usleep(2000)
      }
    }
    guard mode == "wal" else {
      throw SQLiteError(
        code: SQLITE_CANTOPEN, message: "no write-ahead log can be kept here, only \(mode)")
    }
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Runs SQL of this module, which may control transactions.
  func control(_ sql: StaticString, _ values: any ColumnValue...) throws {
    mayControl.pointee = true
    defer { mayControl.pointee = false }
    let statement = try checkOut(sql)
    defer { statement.finish() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Ends a transaction that failed. Harmless when SQLite has already ended it.
  func rollBack() {
    guard isInTransaction else { return }
    // Whoever uses the connection next asks `isInTransaction`, or begins and is refused.
    try? control("ROLLBACK")
  }

  /// A statement ready to be bound; `finish` gives it back.
  ///
  /// A statement that is being stepped further up the stack is not disturbed: a second one is
  /// prepared, and lives for one use.
  func checkOut(_ sql: StaticString) throws -> Statement {
    let key = StatementKey(sql)
    if let kept = statements[key] {
      if kept.isBusy { return try Statement(sql, handle) }
      kept.isBusy = true
      return kept
    }
    let statement = try Statement(sql, handle)
    statements[key] = statement
    statement.isBusy = true
    return statement
  }

  /// Runs SQL that holds numbers of this module: PRAGMA takes no parameters.
  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(handle, sql: sql)
    }
  }

  /// Runs several statements, one after the other.
  func script(_ sql: StaticString) throws {
    precondition(sql.hasPointerRepresentation, "A script is more than one character.")
    var rest = UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount)[...]
    while true {
      let (handle, after) = try Statement.prepare(rest, handle)
      rest = after
      guard let handle else {
        if rest.isEmpty { return }
        continue
      }
      let statement = Statement(handle)
      while try statement.step() {}
    }
  }

  /// The one value that a PRAGMA or `SELECT count(*)` gives.
  func value<T: ColumnValue>(_ sql: StaticString) throws -> T {
    let statement = try checkOut(sql)
    defer { statement.finish() }
    guard try statement.step() else {
      throw SQLiteError(code: SQLITE_MISMATCH, message: "there is no value", sql: "\(sql)")
    }
    var row = Row(statement)
    return try row.next()
  }
}

/// Where a statement stands in the executable: enough to know it again, faster than its text.
private struct StatementKey: Hashable {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(_ sql: StaticString) {
    start = sql.utf8Start
    count = sql.utf8CodeUnitCount
  }
}

/// Asked by SQLite for each action of a statement that is being prepared.
private func authorize(
  mayControl: UnsafeMutableRawPointer?, action: Int32, _: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_TRANSACTION, SQLITE_SAVEPOINT, SQLITE_ATTACH, SQLITE_DETACH:
    let allowed = mayControl?.assumingMemoryBound(to: Bool.self).pointee ?? false
    return allowed ? SQLITE_OK : SQLITE_DENY
  default: return SQLITE_OK
  }
}
