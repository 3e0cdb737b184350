import Testing

@testable import SQLite

@Suite struct `Noticing changes` {
  @Test func `the mark stays until something changes, and then differs`() throws {
    let folder = Folder()
    let path = folder.database
    let database = try Database(
      path: path, migrations: [Migration("t", "CREATE TABLE t (a INTEGER) STRICT")])
    let first = try database.changeMark()
    #expect(try database.changeMark() == first)
    _ = try database.read { db in try db.value("SELECT count(*) FROM t", as: Int.self) }
    #expect(try database.changeMark() == first)
    try database.write { db in _ = try db.run("INSERT INTO t (a) VALUES (1)") }
    let second = try database.changeMark()
    #expect(second != first)
    let other = try Database(path: path, migrations: [Migration("t", "SELECT 1")])
    try other.write { db in _ = try db.run("INSERT INTO t (a) VALUES (2)") }
    #expect(try database.changeMark() != second)
    other.close()
    database.close()
  }
}
