import CSQLite
import Glibc
import SQLite
import Synchronization
import Testing

@Suite struct `A database` {
  let folder = Folder()

  @Test func `connections are set up for durability and distrust`() throws {
    let database = try folder.open()
    try database.write { db throws in
      let isFullySynchronous = try db.value("PRAGMA synchronous", as: Int.self) == 2
      #expect(isFullySynchronous)
      let settings: [Bool?] = [
        try db.value("PRAGMA foreign_keys"), try db.value("PRAGMA trusted_schema"),
      ]
      #expect(settings == [true, false])
    }
    try database.read { db throws in
      let settings: [Bool?] = [
        try db.value("PRAGMA query_only"), try db.value("PRAGMA trusted_schema"),
      ]
      #expect(settings == [true, false])
    }
  }

  @Test func `a read sees one state, whatever is written meanwhile`() throws {
    let database = try folder.open()
    try database.addShelf("before")
    try database.read { db throws in
      let shelves: StaticString = "SELECT name FROM shelf ORDER BY id"
      #expect(try db.rows(shelves) { row in try row.next(String.self) } == ["before"])
      Thread { try? database.addShelf("meanwhile") }.join()
      #expect(try db.rows(shelves) { row in try row.next(String.self) } == ["before"])
    }
    #expect(try database.shelves() == ["before", "meanwhile"])
  }

  @Test func `a read that throws ends its view`() throws {
    struct Stop: Error {}
    let database = try folder.open { $0.readers = 1 }
    #expect(throws: Stop.self) {
      try database.read { db in
        _ = try db.value("SELECT count(*) FROM shelf", as: Int.self)
        throw Stop()
      }
    }
    try database.addShelf("afterwards")
    #expect(try database.shelves() == ["afterwards"])
  }

  @Test func `readers wait for each other when there are too few connections`() throws {
    let database = try folder.open { $0.readers = 2 }
    let sum = Atomic(0)
    let threads = (0..<16).map { _ in
      Thread {
        for _ in 0..<50 {
          sum.add((try? database.read { db in try db.value("SELECT 1") }) ?? 0, ordering: .relaxed)
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(sum.load(ordering: .relaxed) == 800)
  }

  @Test func `a savepoint undoes only what is inside it`() throws {
    struct Stop: Error {}
    let database = try folder.open()
    try database.write { db throws in
      let insert: StaticString = "INSERT INTO shelf (name) VALUES (?)"
      try db.run(insert, "outside")
      try? db.savepoint {
        try db.run(insert, "undone")
        try db.savepoint { try db.run(insert, "undone with it") }
        throw Stop()
      }
      try db.savepoint {
        try db.run(insert, "kept")
        try? db.savepoint {
          try db.run(insert, "undone alone")
          throw Stop()
        }
      }
    }
    #expect(try database.shelves() == ["outside", "kept"])
  }

  @Test func `what another process writes is seen at once`() async throws {
    let database = try folder.open()
    #expect(try database.shelves() == [])
    await #expect(processExitsWith: .success) { [path = folder.database as String] in
      try Database(path: path, migrations: notes).addShelf("from elsewhere")
    }
    #expect(try database.shelves() == ["from elsewhere"])
  }

  @Test func `two connections that write take turns`() throws {
    let one = try folder.open()
    let other = try folder.open()
    let failures = Atomic(0)
    let threads = [one, other].enumerated().map { number, database in
      Thread {
        for step in 0..<100 {
          do { try database.addShelf("\(number)/\(step)") } catch {
            failures.add(1, ordering: .relaxed)
          }
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(failures.load(ordering: .relaxed) == 0)
    #expect(try one.shelves().count == 200)
  }

  @Test func `whoever waits too long for another process is told, and can try again`() throws {
    let one = try folder.open()
    let other = try folder.open { $0.busyTimeout = 20 }
    let gate = Gate()
    let holding = Thread { try? one.write { _ in gate.stop() } }
    gate.waitUntilStopped()
    let error = #expect(throws: SQLiteError.self) { try other.addShelf("too soon") }
    #expect(error?.isBusy == true)
    gate.open()
    holding.join()
    try other.addShelf("afterwards")
    #expect(try one.shelves() == ["afterwards"])
  }

  @Test func `a database without a file is refused`() {
    #expect(throws: SQLiteError.self) { try Database(path: ":memory:", migrations: notes) }
  }

  @Test func `closing leaves one file and may be repeated`() throws {
    let database = try folder.open()
    try database.addShelf("novels")
    #expect(try folder.files.contains("test.db-wal"))
    database.close()
    database.close()
    #expect(try folder.files == ["test.db"])
  }

  @Test func `a sound database has nothing to say, a broken reference is named`() throws {
    let database = try folder.open()
    try database.addShelf("novels")
    #expect(try database.checkIntegrity() == [])
    var outside: OpaquePointer?
    #expect(sqlite3_open(folder.database, &outside) == SQLITE_OK)
    defer { sqlite3_close(outside) }
    let insert = "INSERT INTO note (id, shelf) VALUES (5, 77)"
    #expect(sqlite3_exec(outside, insert, nil, nil, nil) == SQLITE_OK)
    #expect(
      try database.checkIntegrity()
        == ["row 5 of note points to a row of shelf that does not exist"])
  }

  @Test func `a damaged file is found`() throws {
    try folder.open().close()
    // The page of the second table's root, overwritten.
    let file = Glibc.open(folder.database, O_WRONLY)
    defer { close(file) }
    let rubbish = [UInt8](repeating: 0x55, count: 4096)
    #expect(pwrite(file, rubbish, rubbish.count, 2 * 4096) == rubbish.count)
    let database = try folder.open()
    let findings = try? database.checkIntegrity()
    #expect(findings != [])
  }
}

@Suite struct `Mistakes of ours` {
  let folder = Folder()

  /// An error that is thrown out of the child process would end it with a status, not a signal.
  private func isTrap(_ result: ExitTest.Result?) -> Bool {
    if case .signal = result?.exitStatus { true } else { false }
  }

  @Test func `writing inside a read stops the process`() async {
    let result = await #expect(processExitsWith: .failure) { [path = folder.database as String] in
      let database = try Database(path: path, migrations: notes)
      try database.read { _ in try database.addShelf("a") }
    }
    #expect(isTrap(result))
  }

  @Test func `writing inside a write stops the process`() async {
    let result = await #expect(processExitsWith: .failure) { [path = folder.database as String] in
      let database = try Database(path: path, migrations: notes)
      try database.write { _ in try database.addShelf("a") }
    }
    #expect(isTrap(result))
  }

  @Test func `reading inside a read stops the process`() async {
    let result = await #expect(processExitsWith: .failure) { [path = folder.database as String] in
      let database = try Database(path: path, migrations: notes)
      try database.read { _ in _ = try database.shelves() }
    }
    #expect(isTrap(result))
  }

  @Test func `reading inside a write stops the process`() async {
    let result = await #expect(processExitsWith: .failure) { [path = folder.database as String] in
      let database = try Database(path: path, migrations: notes)
      try database.write { _ in try database.shelves() }
    }
    #expect(isTrap(result))
  }

  @Test func `a reader that was kept stops the process`() async {
    let result = await #expect(processExitsWith: .failure) { [path = folder.database as String] in
      let kept = try Database(path: path, migrations: notes).read { db in db }
      _ = try kept.value("SELECT 1", as: Int.self)
    }
    #expect(isTrap(result))
  }
}
