import CSQLite
import SQLite
import Testing

@Suite struct `Statements` {
  let folder = Folder()
  let database: Database

  init() throws { database = try folder.open() }

  @Test func `a statement can be used again after its reader threw`() throws {
    struct Stop: Error {}
    let numbers: StaticString = "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
    try database.read { db throws in
      for _ in 1...3 {
        #expect(throws: Stop.self) {
          try db.each(numbers) { row in if try row.next(Int.self) == 2 { throw Stop() } }
        }
      }
      #expect(try db.rows(numbers) { try $0.next(Int.self) } == [1, 2, 3])
    }
  }

  @Test func `a statement can be used again after SQLite refused it`() throws {
    try database.addShelf("novels")
    try database.write { db throws in
      let insert: StaticString = "INSERT INTO shelf (name) VALUES (?)"
      #expect(throws: SQLiteError.self) { try db.run(insert, "novels") }
      #expect(try db.run(insert, "poems") == 1)
    }
    #expect(try database.shelves() == ["novels", "poems"])
  }

  @Test func `a value does not stay bound for the next use`() throws {
    let sql: StaticString = "SELECT ? IS NULL"
    try database.read { db throws in
      #expect(try db.value(sql, "first") == false)
      let error = #expect(throws: SQLiteError.self) { try db.value(sql, as: Bool.self) }
      #expect(error?.message == "0 values for 1 parameters")
      #expect(try db.value(sql, String?.none) == true)
    }
  }

  @Test func `the same statement works inside its own rows`() throws {
    let pair: StaticString = "SELECT ? UNION ALL SELECT ?"
    let table = try database.read { db throws in
      try db.rows(pair, 1, 2) { row in
        let outer = try row.next(Int.self)
        return try db.rows(pair, 10, 20) { row in outer * (try row.next(Int.self)) }
      }
    }
    #expect(table == [[10, 20], [20, 40]])
  }

  @Test func `several statements where one is expected are refused`() throws {
    try database.addShelf("novels")
    #expect(throws: SQLiteError.self) {
      try database.write { db in try db.run("DELETE FROM shelf; DELETE FROM note") }
    }
    #expect(try database.shelves() == ["novels"])
  }

  @Test func `blanks and comments after a statement are no second one`() throws {
    let one = try database.read { db in try db.value("SELECT 1; -- one\n ", as: Int.self) }
    #expect(one == 1)
  }

  @Test func `run counts the rows that it changed`() throws {
    try database.write { db throws in
      #expect(try db.run("INSERT INTO shelf (name) VALUES (?), (?)", "novels", "poems") == 2)
      #expect(db.lastInsertedRow == 2)
      #expect(try db.run("CREATE TABLE other (id INTEGER) STRICT") == 0)
      #expect(try db.run("UPDATE shelf SET name = name || ? WHERE id = ?", "!", 9) == 0)
      #expect(try db.run("DELETE FROM shelf") == 2)
    }
  }

  @Test func `no row is nil`() throws {
    try database.read { db throws in
      let row = try db.row("SELECT name FROM shelf") { row in try row.next(String.self) }
      #expect(row == nil)
      let value = try db.value("SELECT name FROM shelf", as: String.self)
      #expect(value == nil)
    }
  }

  @Test func `a text in double quotes is a name, not a string`() throws {
    #expect(throws: SQLiteError.self) {
      try database.read { db in try db.value("SELECT \"nmae\" FROM shelf", as: String.self) }
    }
  }

  @Test(
    arguments: [
      "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT a", "RELEASE step", "ATTACH ':memory:' AS a",
    ] as [StaticString])
  func `transactions belong to the database alone`(sql: StaticString) throws {
    try database.write { db throws in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "novels")
      let error = #expect(throws: SQLiteError.self) { try db.run(sql) }
      #expect(error?.code == SQLITE_AUTH)
      #expect(throws: SQLiteError.self) { try db.script(sql) }
    }
    #expect(try database.shelves() == ["novels"])
  }

  @Test func `a reader cannot write`() throws {
    #expect(throws: SQLiteError.self) {
      try database.read { db throws in
        try db.value("INSERT INTO shelf (name) VALUES ('a') RETURNING id", as: Int.self)
      }
    }
    #expect(try database.shelves() == [])
  }
}

@Suite struct `Constraints` {
  let folder = Folder()
  let database: Database

  init() throws { database = try folder.open() }

  private func failure(_ body: (Writer) throws -> Void) -> SQLiteError? {
    #expect(throws: SQLiteError.self) { try database.write(body) }
  }

  @Test func `foreign keys are enforced`() {
    let error = failure { db in try db.run("INSERT INTO note (shelf) VALUES (?)", 7) }
    #expect(error?.isConstraint == true)
    #expect(error?.isForeignKeyViolation == true)
    #expect(error?.isUniqueViolation == false)
  }

  @Test func `foreign keys are enforced on a row that is asked back`() throws {
    let error = failure { db in
      _ = try db.value("INSERT INTO note (shelf) VALUES (?), (8) RETURNING id", 7, as: Int.self)
    }
    #expect(error?.isForeignKeyViolation == true)
    #expect(try database.checkIntegrity() == [])
  }

  @Test func `all changes are made although only the first row is asked back`() throws {
    try database.write { db in
      try db.value("INSERT INTO shelf (name) VALUES ('a'), ('b') RETURNING id", as: Int.self)
    }
    #expect(try database.shelves() == ["a", "b"])
  }

  @Test func `a unique violation names its columns`() throws {
    try database.addShelf("novels")
    let one = failure { db in try db.run("INSERT INTO shelf (name) VALUES (?)", "novels") }
    #expect(one?.isUniqueViolation(of: "shelf.name") == true)
    #expect(one?.isUniqueViolation(of: "shelf.id") == false)
    let key = failure { db in try db.run("INSERT INTO shelf VALUES (1, 'poems')") }
    #expect(key?.isUniqueViolation(of: "shelf.id") == true)
    let two = failure { db in
      try db.run("INSERT INTO note (shelf, text) VALUES (1, 'a'), (1, 'a')")
    }
    #expect(two?.isUniqueViolation(of: "note.shelf", "note.text") == true)
  }

  @Test func `an error holds our SQL and never a value`() throws {
    try database.addShelf("a secret")
    let error = failure { db in try db.run("INSERT INTO shelf (name) VALUES (?)", "a secret") }
    #expect(error?.sql == "INSERT INTO shelf (name) VALUES (?)")
    #expect(error.map { "\($0)".contains("secret") } == false)

    try database.write { db throws in
      try db.run("CREATE VIRTUAL TABLE words USING fts5 (text)")
    }
    let search = #expect(throws: SQLiteError.self) {
      try database.read { db throws in
        try db.value("SELECT text FROM words WHERE words MATCH ?", "secret:\"", as: String.self)
      }
    }
    #expect(search.map { "\($0)".contains("secret") } == false)
  }
}
