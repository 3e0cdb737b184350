import Glibc
import Testing

@testable import SQLite

@Suite struct `Noticing changes` {
  @Test func `the mark stays until something changes, and then differs`() throws {
    let folder = Folder()
    let path = folder.database
    let database = try Database(
      path: path, migrations: [Migration("t", "CREATE TABLE t (a INTEGER) STRICT")])
    let first = try settledMark(of: database)
    #expect(try database.changeMark() == first)
    _ = try database.read { db in try db.value("SELECT count(*) FROM t", as: Int.self) }
    #expect(try database.changeMark() == first)
    try database.write { db in _ = try db.run("INSERT INTO t (a) VALUES (1)") }
    let second = try database.changeMark()
    #expect(second != first)
    let settled = try settledMark(of: database)
    let other = try Database(path: path, migrations: [Migration("t", "SELECT 1")])
    try other.write { db in _ = try db.run("INSERT INTO t (a) VALUES (2)") }
    // A change of another connection is seen a little later: this waits for it.
    let end = ContinuousClock.now + .seconds(10)
    while try database.changeMark() == settled, ContinuousClock.now < end { sched_yield() }
    #expect(try database.changeMark() != settled)
    other.close()
    database.close()
  }

  /// The mark when the watch has seen all that was done before.
  private func settledMark(of database: Database) throws -> Int64 {
    try database.probe()
    return try database.changeMark()
  }
}
