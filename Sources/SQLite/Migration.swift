import CSQLite
import Glibc

/// One step from a version of the schema to the next. Steps are numbered by their place in the
/// list, from 1; once released, a step never changes and never moves.
public struct Migration: Sendable {
  /// What it brings, for the log.
  public let name: String
  let body: @Sendable (Writer) throws -> Void

  /// - Parameter sql: one or several statements.
  public init(_ name: String, _ sql: StaticString) {
    self.init(name) { try $0.script(sql) }
  }

  /// Foreign keys are not enforced while `body` runs, so that tables can be rebuilt
  /// (sqlite.org/lang_altertable.html §7), and nothing cascades; all of them are checked before
  /// the step is committed.
  public init(_ name: String, _ body: @escaping @Sendable (Writer) throws -> Void) {
    self.name = name
    self.body = body
  }
}

/// Why a database file is not opened. It is left as it was found.
public enum OpeningProblem: Error, CustomStringConvertible {
  /// A newer release has migrated it: it has `version`, this one knows `known`.
  case newer(version: Int, known: Int)
  /// It is a database of something else.
  case foreign(applicationID: Int)
  /// The step `number` could not be taken. Those before it have been.
  case migration(number: Int, name: String, cause: any Error)

  /// One sentence for whoever starts the program.
  public var description: String {
    switch self {
    case .newer(let version, let known):
      "the database has version \(version) and this release knows versions up to \(known): "
        + "a newer release has opened it, use that one"
    case .foreign(let id):
      "the file is a database of another application (application id \(id))"
    case .migration(let number, let name, let cause):
      "the database could not be brought to version \(number) (\(name)): \(cause)"
    }
  }
}

/// Brings a database to the version of this release, before anyone else uses the connection.
struct Migrator {
  let connection: Connection
  let path: String
  let migrations: [Migration]
  let applicationID: Int32

  /// - Throws: ``OpeningProblem``, ``SQLiteError``.
  func run() throws {
    try check()
    guard try version() < migrations.count else { return }
    try keepCopy()
    try connection.execute("PRAGMA foreign_keys = OFF")
    while try takeStep() {}
    try connection.execute("PRAGMA foreign_keys = ON")
  }

  private func version() throws -> Int { try connection.value("PRAGMA user_version") }

  private func isEmpty() throws -> Bool {
    try connection.value("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)")
  }

  private func check() throws {
    let version = try version()
    if version > migrations.count {
      throw OpeningProblem.newer(version: version, known: migrations.count)
    }
    let id: Int = try connection.value("PRAGMA application_id")
    if try id != applicationID && !isEmpty() { throw OpeningProblem.foreign(applicationID: id) }
  }

  /// Takes the next step in a transaction of its own. Two processes may start at once: what is left
  /// to do is asked again once the lock is held.
  ///
  /// - Returns: whether there was one.
  private func takeStep() throws -> Bool {
    try connection.control("BEGIN IMMEDIATE")
    defer { connection.rollBack() }
    try check()
    let done = try version()
    guard done < migrations.count else { return false }
    do { try take(migrations[done], number: done + 1) } catch {
      throw OpeningProblem.migration(number: done + 1, name: migrations[done].name, cause: error)
    }
    return true
  }

  private func take(_ migration: Migration, number: Int) throws {
    let writer = Writer(connection)
    defer { writer.takeBack() }
    try migration.body(writer)
    if let broken = try ForeignKeys.broken(writer).first {
      throw SQLiteError(code: preau_constraint_foreign_key, message: broken)
    }
    try connection.execute("PRAGMA application_id = \(applicationID)")
    try connection.execute("PRAGMA user_version = \(number)")
    try connection.control("COMMIT")
  }

  /// Keeps the database as it is beside itself, as `NAME.before-N`, N being the first step to take.
  private func keepCopy() throws {
    if try isEmpty() { return }
    let version = try version()
    let copy = "\(path).before-\(version + 1)"
    let unfinished = "\(copy).\(getpid())"
    unlink(unfinished)
    try connection.control("VACUUM INTO ?", unfinished)
    guard try self.version() == version else {
      // Another process has taken the step, and kept the copy, in the meantime.
      unlink(unfinished)
      return
    }
    try synchronise(unfinished)
    guard rename(unfinished, copy) == 0 else { throw failure("renaming \(unfinished)") }
    try synchronise(folder(of: path))
  }

  private func synchronise(_ path: String) throws {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw failure("opening \(path)") }
    defer { _ = Glibc.close(file) }
    guard fsync(file) == 0 else { throw failure("synchronising \(path)") }
  }

  private func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func failure(_ doing: String) -> SQLiteError {
    let reason = String(cString: strerror(errno))
    return SQLiteError(code: SQLITE_CANTOPEN, message: "\(doing): \(reason)")
  }
}
