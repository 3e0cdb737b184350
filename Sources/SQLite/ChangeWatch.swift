/// A connection that does nothing but notice changes, whoever makes them.
final class ChangeWatch: @unchecked Sendable {
  private let path: String
  private let options: Database.Options
  private let lock = Condition()
  // Under the lock:
  private var connection: Connection?

  init(path: String, options: Database.Options) {
    self.path = path
    self.options = options
  }

  /// A number that differs from the last one when any connection, of this process or of another,
  /// has changed the database in between (SQLite, `PRAGMA data_version`).
  func mark() throws -> Int64 {
    try lock.withLock {
      let open = try connection ?? Connection(path: path, .reading, options)
      connection = open
      try open.control("BEGIN")
      defer { open.rollBack() }
      return try Reader(open).value("PRAGMA data_version") ?? 0
    }
  }

  func close() {
    lock.withLock {
      connection?.close()
      connection = nil
    }
  }
}
