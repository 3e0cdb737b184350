import CSQLite
import SQLite
import Testing

@Suite struct `Migrations` {
  let folder = Folder()

  private let colour = Migration("a colour for shelves", "ALTER TABLE shelf ADD COLUMN colour TEXT")
  private let broken = Migration(
    "half a step", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE shelf (id INTEGER) STRICT")

  private func version(_ database: Database) throws -> Int? {
    try database.read { db in try db.value("PRAGMA user_version") }
  }

  @Test func `a new file gets every step, in WAL mode, and no copy`() throws {
    let database = try folder.open(notes + [colour])
    #expect(try version(database) == 2)
    #expect(try database.read { db in try db.value("PRAGMA journal_mode") } == "wal")
    database.close()
    #expect(try folder.files == ["test.db"])
  }

  @Test func `an old file gets the missing steps, and a copy is kept`() throws {
    let old = try folder.open()
    try old.addShelf("novels")
    old.close()

    let new = try folder.open(notes + [colour])
    #expect(try version(new) == 2)
    #expect(try new.shelves() == ["novels"])
    new.close()
    #expect(try folder.files == ["test.db", "test.db.before-2"])

    let copy = try Database(path: folder.database + ".before-2", migrations: notes)
    #expect(try version(copy) == 1)
    #expect(try copy.shelves() == ["novels"])
    #expect(try copy.checkIntegrity() == [])
  }

  @Test func `a file that is up to date is not copied`() throws {
    try folder.open().close()
    try folder.open().close()
    #expect(try folder.files == ["test.db"])
  }

  @Test func `a step that fails leaves the version before it`() throws {
    let old = try folder.open()
    try old.addShelf("novels")
    old.close()

    let problem = #expect(throws: OpeningProblem.self) {
      try folder.open(notes + [colour, broken])
    }
    guard case .migration(number: 3, name: "half a step", let cause) = problem else {
      Issue.record("It says \(String(describing: problem))")
      return
    }
    #expect("\(cause)".contains("shelf already exists"))

    let database = try folder.open(notes + [colour])
    #expect(try version(database) == 2)
    #expect(try database.shelves() == ["novels"])
    let half = try database.read { db in
      try db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'half'", as: Int.self)
    }
    #expect(half == 0)
  }

  @Test func `a step that breaks a reference is refused`() throws {
    let old = try folder.open()
    try old.write { db in
      try db.script("INSERT INTO shelf VALUES (1, 'a'); INSERT INTO note (shelf) VALUES (1)")
    }
    old.close()
    #expect(throws: OpeningProblem.self) {
      try folder.open(notes + [Migration("no shelf", "DELETE FROM shelf")])
    }
    #expect(try folder.open().shelves() == ["a"])
  }

  @Test func `a table that others point to can be rebuilt, and foreign keys are back afterwards`()
    throws
  {
    let old = try folder.open()
    try old.write { db in
      try db.script("INSERT INTO shelf VALUES (1, 'a'); INSERT INTO note (shelf) VALUES (1)")
    }
    old.close()
    let rebuild = Migration("shelves without unique names") { db in
      try db.script(
        """
        CREATE TABLE new_shelf (id INTEGER PRIMARY KEY, name TEXT) STRICT;
        INSERT INTO new_shelf SELECT id, name FROM shelf;
        DROP TABLE shelf;
        ALTER TABLE new_shelf RENAME TO shelf;
        """)
    }
    let database = try folder.open(notes + [rebuild])
    #expect(try database.read { db in try db.value("SELECT count(*) FROM note") } == 1)
    #expect(throws: SQLiteError.self) {
      try database.write { db in try db.run("DELETE FROM shelf") }
    }
  }

  @Test func `a file of a newer release is refused and not touched`() throws {
    let new = try folder.open(notes + [colour])
    try new.addShelf("novels")
    new.close()
    let problem = #expect(throws: OpeningProblem.self) { try folder.open() }
    guard case .newer(version: 2, known: 1) = problem else {
      Issue.record("It says \(String(describing: problem))")
      return
    }
    #expect(try folder.open(notes + [colour]).shelves() == ["novels"])
  }

  @Test func `a file of another application is refused`() throws {
    try folder.open { $0.applicationID = 1 }.close()
    let problem = #expect(throws: OpeningProblem.self) { try folder.open { $0.applicationID = 2 } }
    guard case .foreign(applicationID: 1) = problem else {
      Issue.record("It says \(String(describing: problem))")
      return
    }
    try folder.open { $0.applicationID = 1 }.close()
  }

  @Test func `two that start at once migrate once`() async throws {
    for _ in 1...10 {
      let folder = Folder()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...4 {
          group.addTask {
            let database = try folder.open()
            #expect(try database.shelves() == [])
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `every connection is set up`() throws {
    let database = try folder.open(notes) { options in
      options.connectionSetUp = { connection in
        sqlite3_create_function_v2(
          connection, "seven", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, nil,
          { context, _, _ in sqlite3_result_int(context, 7) }, nil, nil, nil)
      }
    }
    #expect(try database.read { db in try db.value("SELECT seven()") } == 7)
    #expect(try database.write { db in try db.value("SELECT seven()") } == 7)
  }
}
