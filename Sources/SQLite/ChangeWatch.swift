import Synchronization

/// Counts the changes of a database: our own as they are committed, those of other processes when it
/// looks for them.
///
/// Looking means two file locks and a turn at a connection that all threads share, as dear as a small
/// query: it is done at most every ``patience``.
final class ChangeWatch: @unchecked Sendable {
  /// How long a change of another process may stay unseen.
  static let patience: Duration = .milliseconds(20)

  private let path: String
  private let options: Database.Options
  private let changes = Atomic<Int64>(0)
  private let start = ContinuousClock.now
  /// When to look next, in milliseconds from `start`.
  private let nextLook = Atomic<Int64>(0)
  private let lock = Condition()
  // Under the lock:
  private var connection: Connection?
  private var version: Int64?

  init(path: String, options: Database.Options) {
    self.path = path
    self.options = options
  }

  /// A number that differs from the last one when the database has changed in between.
  func mark() throws -> Int64 {
    let (seconds, fraction) = (ContinuousClock.now - start).components
    let now = seconds * 1_000 + fraction / 1_000_000_000_000_000
    let due = nextLook.load(ordering: .relaxed)
    let after = now + Self.patience.components.attoseconds / 1_000_000_000_000_000
    if now >= due,
      nextLook.compareExchange(expected: due, desired: after, ordering: .relaxed).exchanged
    {
      try look()
    }
    return changes.load(ordering: .acquiring)
  }

  /// Tells of a change that has just been committed, before anybody hears of it.
  func noteChange() { changes.add(1, ordering: .releasing) }

  /// Asks the file whether any other connection, of this process or of another, has changed it
  /// (SQLite, `PRAGMA data_version`).
  func look() throws {
    try lock.withLock {
      let open = try connection ?? Connection(path: path, .reading, options)
      connection = open
      try open.control("BEGIN")
      defer { open.rollBack() }
      let found = try Reader(open).value("PRAGMA data_version", as: Int64.self)
      if found != version { noteChange() }
      version = found
    }
  }

  func close() {
    lock.withLock {
      connection?.close()
      connection = nil
    }
  }
}
