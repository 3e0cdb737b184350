import CSQLite
import Glibc

/// Read-only connections, opened when first needed and lent to one thread at a time.
///
/// The one given back last is lent first: its cache is the warmest.
final class ReaderPool: @unchecked Sendable {
  private let path: String
  private let options: Database.Options
  private let condition = Condition()
  // Under the lock:
  private var idle: [Connection] = []
  private var borrowers: [pthread_t] = []
  private var isClosed = false

  init(path: String, options: Database.Options) {
    self.path = path
    self.options = options
  }

  /// Whether the calling thread is inside `read`.
  var isInUseHere: Bool {
    condition.withLock { isBorrower(pthread_self()) }
  }

  func read<T>(_ body: (Reader) throws -> T) throws -> T {
    let connection = try borrow()
    defer { giveBack(connection) }
    let reader = Reader(connection)
    defer {
      reader.takeBack()
      connection.rollBack()
    }
    try connection.control("BEGIN")
    let result = try body(reader)
    try connection.control("COMMIT")
    return result
  }

  private func borrow() throws -> Connection {
    let kept = try condition.withLock { () throws -> Connection? in
      precondition(
        !isBorrower(pthread_self()),
        "read was called inside read: use the reader that you were given.")
      while !isClosed && idle.isEmpty && borrowers.count >= options.readers { condition.wait() }
      if isClosed { throw SQLiteError.closed }
      borrowers.append(pthread_self())
      return idle.popLast()
    }
    if let kept { return kept }
    do { return try Connection(path: path, .reading, options) } catch {
      giveBack(nil)
      throw error
    }
  }

  private func giveBack(_ connection: Connection?) {
    condition.withLock {
      borrowers.removeAll { pthread_equal($0, pthread_self()) != 0 }
      // One whose transaction could not be ended would show an old state for ever.
      if let connection, !connection.isInTransaction { idle.append(connection) }
      if isClosed { condition.wakeAll() } else { condition.wakeOne() }
    }
  }

  /// Waits for those who read, and closes every connection.
  func close() {
    condition.withLock {
      isClosed = true
      condition.wakeAll()
      while !borrowers.isEmpty { condition.wait() }
      idle.removeAll()
    }
  }

  private func isBorrower(_ thread: pthread_t) -> Bool {
    borrowers.contains { pthread_equal($0, thread) != 0 }
  }
}
