import CSQLite

/// A database file in WAL mode: many readers, and one writer that makes every change durable before
/// it answers.
///
/// Neither ``read(_:)`` nor ``write(_:)`` may be called inside the other or inside itself: what one
/// sees inside the other would be surprising, and threads could end up waiting for each other.
/// Trying stops the process with a sentence that says so.
public final class Database: Sendable {
  /// How a database is opened. The defaults suit a server with less than 100 MB of memory.
  public struct Options: Sendable {
    /// Connections for reading: as many as threads that read at once.
    public var readers = 4
    /// How long to wait for another process that writes, in milliseconds.
    public var busyTimeout: Int32 = 10_000
    /// Page cache of each reading connection, in KiB.
    public var readerCache = 4096
    /// Page cache of the writing connection, in KiB.
    public var writerCache = 8192
    /// Pages (of 4 KiB) of write-ahead log after which they are moved into the database.
    public var checkpointPages = 2000
    /// Closures that share one transaction at most.
    public var batchLimit = 256
    /// After this time a transaction takes no further closure.
    public var batchTime: Duration = .milliseconds(50)
    /// Marks the file as this application's; one that is marked otherwise is refused.
    public var applicationID: Int32 = 0
    /// Called with each new connection (a `sqlite3 *`) before it is used, to register a full-text
    /// tokenizer or a function. The one place where SQLite shows: for `Search` only.
    public var connectionSetUp: (@Sendable (OpaquePointer) throws -> Void)?

    /// The defaults.
    public init() {}
  }

  private let readers: ReaderPool
  private let writer: GroupCommit
  private let watch: ChangeWatch

  /// Opens the file, creates it when missing, and brings it to the version of `migrations`, in order.
  /// A copy of a database that is not empty is kept first, as `PATH.before-N`.
  ///
  /// - Throws: ``OpeningProblem``, ``SQLiteError``.
  public init(path: String, migrations: [Migration], options: Options = Options()) throws {
    precondition(options.readers > 0 && options.batchLimit > 0, "Nobody could read or write.")
    let connection = try Connection(path: path, .writing, options)
    try Migrator(
      connection: connection, path: path, migrations: migrations,
      applicationID: options.applicationID
    ).run()
    readers = ReaderPool(path: path, options: options)
    watch = ChangeWatch(path: path, options: options)
    writer = try GroupCommit(connection, options, watch)
  }

  deinit { close() }

  /// Runs `body` on this thread with a view of the database that does not change meanwhile. It holds
  /// everything that ``write(_:)`` answered before, of other processes too.
  ///
  /// Waits when all readers are busy.
  public func read<T>(_ body: (Reader) throws -> T) throws -> T {
    precondition(
      !writer.isHere, "read was called inside write: use the writer that you were given.")
    return try readers.read(body)
  }

  /// Runs `body` on the writer's thread in a transaction, and returns when its changes are on the
  /// disk. What throws changes nothing.
  ///
  /// Those who wait share one transaction and one fsync; each has its own savepoint.
  /// - Throws: what `body` throws, or ``SQLiteError`` when the transaction could not begin or end.
  @discardableResult
  public func write<T>(_ body: (Writer) throws -> T) throws -> T {
    precondition(
      !writer.isHere, "write was called inside write: use the writer that you were given.")
    precondition(!readers.isInUseHere, "write was called inside read: read first, then write.")
    var answer: T?
    try writer.perform { db in answer = try body(db) }
    guard let answer else { preconditionFailure("A closure that succeeded gave no answer.") }
    return answer
  }

  /// A number that stays the same as long as nothing in the database changes, and differs from the
  /// last one after a change: one of ours as soon as ``write(_:)`` has answered, one of another
  /// process 20 ms later at most. For caches: ask before reading.
  public func changeMark() throws -> Int64 { try watch.mark() }

  /// Asks the file itself, past every cache.
  ///
  /// - Throws: ``SQLiteError`` when it cannot be read.
  public func probe() throws { try watch.look() }

  /// How many closures wait for the writer, besides those of the transaction under way.
  public var waitingWriters: Int { writer.waitingCount }

  /// Waits for those who read and write, moves the log into the file and closes it. Later calls
  /// throw. May be called twice.
  public func close() {
    readers.close()
    watch.close()
    writer.close()
  }
}
