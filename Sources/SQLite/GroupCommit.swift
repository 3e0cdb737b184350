// Group commit keeps these promises:
// (1) A caller is woken only after the transaction that holds its change is on the disk. One whose
//     closure threw is woken then too, since it may have seen what its neighbours changed.
// (2) A closure that throws leaves nothing behind; its neighbours are not disturbed.
// (3) Closures run in the order in which they were handed in, one at a time.
// (4) When the transaction fails, everyone in it gets the error and nothing of it stays.
// (5) A transaction takes at most `batchLimit` closures, and none that waits after `batchTime`, so
//     that an early caller does not wait for ever for late ones.
// (6) Whatever was handed in before `close` is done before `close` returns.

import CSQLite
import Glibc

/// The thread that owns the writing connection, and the queue before it.
final class GroupCommit: @unchecked Sendable {
  private let connection: Connection
  private let options: Database.Options
  private let watch: ChangeWatch
  private let condition = Condition()
  // Under the lock:
  private var waiting: [Job] = []
  private var isClosed = false
  /// Set once, before any caller can exist.
  private var thread = pthread_t()

  init(_ connection: Connection, _ options: Database.Options, _ watch: ChangeWatch) throws {
    self.connection = connection
    self.options = options
    self.watch = watch
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(&thread, nil, runGroupCommit, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw SQLiteError(code: SQLITE_NOMEM, message: "the writer thread could not be started")
    }
  }

  /// Whether the calling thread is the writer's.
  var isHere: Bool { pthread_equal(thread, pthread_self()) != 0 }

  var waitingCount: Int { condition.withLock { waiting.count } }

  /// Runs `body` on the writer thread and returns when it is durable.
  func perform(_ body: (Writer) throws -> Void) throws {
    // The closure lives on this caller's stack, and this caller waits here until the writer thread
    // has let go of it (see `Job.run`): it does not escape, although it changes threads.
    try withoutActuallyEscaping(body) { body in
      let job = Job(body)
      try condition.withLock {
        if isClosed { throw SQLiteError.closed }
        waiting.append(job)
        condition.wakeOne()
      }
      try job.wait()
    }
  }

  /// Lets what waits be done, then ends the thread, which closes the connection.
  func close() {
    let isFirst = condition.withLock { () -> Bool in
      defer { isClosed = true }
      condition.wakeOne()
      return !isClosed
    }
    if isFirst { pthread_join(thread, nil) }
  }

  // MARK: On the writer thread

  fileprivate func work() {
    var queue = Queue(source: takeWaiting)
    while queue.waitForMore() { commitTogether(&queue) }
    tidyUp()
    connection.close()
  }

  /// Leaves one file, with fresh statistics for the query planner. Failing is no loss: what was
  /// committed is in the log, which the next connection reads.
  private func tidyUp() {
    // The checkpoint keeps other processes from writing while it waits for their readers.
    sqlite3_busy_timeout(connection.handle, 200)
    try? connection.execute("PRAGMA analysis_limit = 400")
    try? connection.execute("PRAGMA optimize")
    try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// - Parameter patiently: waits until there is something, or nothing will come any more.
  private func takeWaiting(patiently: Bool) -> [Job] {
    condition.withLock {
      while patiently && waiting.isEmpty && !isClosed { condition.wait() }
      defer { waiting.removeAll() }
      return waiting
    }
  }

  private func commitTogether(_ queue: inout Queue) {
    var batch: [Job] = []
    let outcome: Result<Void, any Error>
    do {
      try connection.control("BEGIN IMMEDIATE")
      try runWaiting(&queue, &batch)
      try connection.control("COMMIT")
      watch.noteChange()
      outcome = .success(())
    } catch {
      connection.rollBack()
      // BEGIN failed when nobody has run yet: those who wait would only wait as long again.
      if batch.isEmpty { batch = queue.takeAll() }
      outcome = .failure(error)
    }
    for job in batch { job.finish(outcome) }
  }

  /// - Throws: what ended the whole transaction.
  private func runWaiting(_ queue: inout Queue, _ batch: inout [Job]) throws {
    let end = ContinuousClock.now + options.batchTime
    while batch.count < options.batchLimit, let job = queue.next() {
      batch.append(job)
      let writer = Writer(connection)
      job.run(writer)
      writer.takeBack()
      guard connection.isInTransaction else { throw job.failure ?? SQLiteError.transactionLost }
      if ContinuousClock.now >= end { return }
    }
  }
}

/// Closures in the order in which they came.
private struct Queue {
  /// Gives what has come since it was last asked.
  let source: (_ patiently: Bool) -> [Job]
  private var taken: ArraySlice<Job> = []

  init(source: @escaping (_ patiently: Bool) -> [Job]) {
    self.source = source
  }

  /// - Returns: `false` when nothing will come any more.
  mutating func waitForMore() -> Bool {
    if taken.isEmpty { taken = source(true)[...] }
    return !taken.isEmpty
  }

  /// The next one that waits, latecomers included.
  mutating func next() -> Job? {
    if taken.isEmpty { taken = source(false)[...] }
    return taken.popFirst()
  }

  mutating func takeAll() -> [Job] {
    defer { taken = [] }
    return taken + source(false)
  }
}

/// A closure on its way to the writer thread and back. The two threads use it in turn: the queue's
/// lock hands it over, its own lock hands it back.
private final class Job: @unchecked Sendable {
  private var body: ((Writer) throws -> Void)?
  private(set) var failure: (any Error)?
  private let condition = Condition()
  private var outcome: Result<Void, any Error>?

  init(_ body: @escaping (Writer) throws -> Void) {
    self.body = body
  }

  /// Runs the closure and lets go of it, so that nothing of the caller's stack is held any more
  /// when the caller is woken.
  func run(_ writer: Writer) {
    guard let body = body.take() else { return }
    do { try writer.share { try body(writer) } } catch { failure = error }
  }

  func finish(_ transaction: Result<Void, any Error>) {
    body = nil
    condition.withLock {
      outcome = transaction
      condition.wakeOne()
    }
  }

  func wait() throws {
    let transaction = condition.withLock { () -> Result<Void, any Error> in
      while true {
        if let outcome { return outcome }
        condition.wait()
      }
    }
    try transaction.get()
    if let failure { throw failure }
  }
}

extension SQLiteError {
  static let closed = SQLiteError(code: SQLITE_MISUSE, message: "the database is closed")
  static let transactionLost = SQLiteError(
    code: SQLITE_ABORT, message: "the transaction was rolled back by one of its statements")
}

/// What the writer thread runs.
private func runGroupCommit(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<GroupCommit>.fromOpaque(context).takeRetainedValue().work()
  return nil
}
