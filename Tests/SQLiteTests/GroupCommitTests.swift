import CSQLite
import Glibc
import SQLite
import Synchronization
import Testing

// The numbers are those of the promises in GroupCommit.swift.
@Suite struct `Group commit` {
  let folder = Folder()
  private struct Stop: Error, Equatable { let number: Int }

  @Test func `(1) what was answered outlives kill -9`() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.database as String] in
      let database = try Database(path: path, migrations: notes)
      let threads = (0..<16).map { number in
        Thread {
          for step in 0..<20 {
            do {
              try database.addShelf("\(number)/\(step)")
              // What a client was told, kept outside the database.
              append("\(number)/\(step)\n", to: path + ".answered")
            } catch { preconditionFailure("\(error)") }
          }
        }
      }
      threads[0].join()
      kill(getpid(), SIGKILL)
    }
    let database = try folder.open()
    let kept = Set(try database.shelves())
    let answered = try lines(of: folder.database + ".answered")
    #expect(answered.count >= 20)
    #expect(kept.isSuperset(of: answered))
    #expect(try database.checkIntegrity() == [])
  }

  @Test func `(1) even a closure that throws is answered after what it saw is durable`() throws {
    let failing = CommitSwitch()
    let database = try open(failing)
    let answers = try inOneTransaction(database) { number, db in
      if number == 0 {
        try db.run("INSERT INTO shelf (name) VALUES ('seen')")
        failing.refuses.store(true, ordering: .relaxed)
      } else if try db.value("SELECT count(*) FROM shelf") == 1 {
        throw Stop(number: number)
      }
    }
    // Nobody may say "it is there already": it is not.
    #expect(answers.allSatisfy { $0 is SQLiteError })
    failing.refuses.store(false, ordering: .relaxed)
    #expect(try database.shelves() == [])
  }

  @Test func `(2) closures that throw leave nothing, and their neighbours are kept`() throws {
    let database = try open()
    let answers = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "\(number)")
      if number.isMultiple(of: 3) { throw Stop(number: number) }
    }
    for (number, answer) in answers.enumerated() {
      #expect(answer as? Stop == (number.isMultiple(of: 3) ? Stop(number: number) : nil))
    }
    let kept = (0..<16).filter { !$0.isMultiple(of: 3) }.map(String.init)
    #expect(try database.shelves() == kept)
  }

  @Test func `(2) a foreign key that is checked late fails alone`() throws {
    let database = try open()
    let answers = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO note (later) VALUES (?)", number == 5 ? 99 : Int?.none)
    }
    for (number, answer) in answers.enumerated() {
      #expect((answer as? SQLiteError)?.isForeignKeyViolation == (number == 5 ? true : nil))
    }
    #expect(try database.read { db in try db.value("SELECT count(*) FROM note") } == 15)
  }

  @Test func `(3) closures run in the order in which they came`() throws {
    let database = try open()
    _ = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "\(number)")
    }
    #expect(try database.shelves() == (0..<16).map(String.init))
  }

  @Test func `(4) when COMMIT fails everyone is told and nothing stays`() throws {
    let failing = CommitSwitch()
    let database = try open(failing)
    failing.refuses.store(true, ordering: .relaxed)
    let answers = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "\(number)")
    }
    #expect(answers.count == 16)
    #expect(answers.allSatisfy { ($0 as? SQLiteError)?.code == SQLITE_CONSTRAINT })
    failing.refuses.store(false, ordering: .relaxed)
    #expect(try database.shelves() == [])
    try database.addShelf("afterwards")
    #expect(try database.shelves() == ["afterwards"])
  }

  @Test func `(4) a statement that ends the transaction takes all with it, and nothing after it`()
    throws
  {
    let database = try open()
    let answers = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "\(number)")
      guard number == 9 else { return }
      let again: StaticString = "INSERT OR ROLLBACK INTO shelf (name) VALUES (?)"
      #expect(throws: SQLiteError.self) { try db.run(again, "\(number)") }
      // Caught: these would be committed one by one.
      #expect(throws: SQLiteError.self) {
        try db.run("INSERT INTO shelf (name) VALUES (?)", "alone")
      }
      #expect(throws: SQLiteError.self) {
        try db.savepoint { try db.run("INSERT INTO shelf (name) VALUES (?)", "alone") }
      }
      #expect(throws: SQLiteError.self) {
        try db.script("INSERT INTO shelf (name) VALUES ('alone')")
      }
    }
    // Those after it had a transaction of their own.
    #expect(answers.map { $0 == nil } == (0..<16).map { $0 > 9 })
    #expect(try database.shelves() == (10..<16).map(String.init))
  }

  @Test(arguments: [1, 4, 100])
  func `(5) a transaction takes no more than its limit`(limit: Int) throws {
    let commits = CommitSwitch()
    let database = try open(commits, limit: limit)
    let before = commits.count.load(ordering: .relaxed)
    _ = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "\(number)")
    }
    // Sixteen, and the one that holds the writer up.
    let expected = [1: 17, 4: 5, 100: 1][limit]
    #expect(commits.count.load(ordering: .relaxed) - before == expected)
  }

  @Test func `(5) a transaction that has taken its time takes no more`() throws {
    let commits = CommitSwitch()
    let database = try folder.open(notes) { options in
      options.batchTime = .zero
      options.connectionSetUp = commits.setUp
    }
    let before = commits.count.load(ordering: .relaxed)
    _ = try inOneTransaction(database) { number, db in
      try db.run("INSERT INTO shelf (name) VALUES (?)", "\(number)")
    }
    #expect(commits.count.load(ordering: .relaxed) - before == 17)
  }

  @Test func `(6) what waits when the database is closed is done, what comes later throws`() throws
  {
    let database = try folder.open()
    let gate = Gate()
    let first = Thread { try? database.write { _ in gate.stop() } }
    gate.waitUntilStopped()
    let answers = Mutex<[any Error]>([])
    let others = (0..<4).map { number in
      Thread {
        do { try database.addShelf("\(number)") } catch { answers.withLock { $0.append(error) } }
      }
    }
    while database.waitingWriters < 4 { sched_yield() }
    let closing = Thread { database.close() }
    gate.open()
    for thread in others + [first, closing] { thread.join() }
    #expect(answers.withLock(\.count) == 0)
    #expect(throws: SQLiteError.self) { try database.addShelf("late") }
    #expect(throws: SQLiteError.self) { try database.shelves() }
    #expect(try folder.open().shelves().sorted() == ["0", "1", "2", "3"])
  }

  @Test func `sixteen threads that write at once lose nothing and mix nothing up`() throws {
    let database = try folder.open()
    let threads = (0..<16).map { number in
      Thread {
        for step in 0..<25 {
          let answer = try? database.write { db in
            try db.value(
              "INSERT INTO note (text) VALUES (?) RETURNING text", "\(number)/\(step)",
              as: String.self)
          }
          #expect(answer == "\(number)/\(step)")
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(try database.read { db in try db.value("SELECT count(*) FROM note") } == 400)
  }

  /// A database whose transactions take whatever waits, however slow the machine.
  private func open(_ commits: CommitSwitch? = nil, limit: Int = 256) throws -> Database {
    try folder.open { options in
      options.batchTime = .seconds(3600)
      options.batchLimit = limit
      options.connectionSetUp = commits?.setUp
    }
  }

  /// Hands in sixteen closures, numbered in their order, while the writer is held up.
  ///
  /// - Returns: what each of them threw.
  private func inOneTransaction(
    _ database: Database, _ body: @escaping @Sendable (Int, Writer) throws -> Void
  ) throws -> [(any Error)?] {
    let gate = Gate()
    let answers = Mutex<[(any Error)?]>(Array(repeating: nil, count: 16))
    var threads = [Thread { try? database.write { _ in gate.stop() } }]
    gate.waitUntilStopped()
    for number in 0..<16 {
      threads.append(
        Thread {
          do { try database.write { db in try body(number, db) } } catch {
            answers.withLock { $0[number] = error }
          }
        })
      while database.waitingWriters <= number { sched_yield() }
    }
    gate.open()
    for thread in threads { thread.join() }
    return answers.withLock { $0 }
  }
}

/// Counts commits, and refuses them when asked to.
private final class CommitSwitch: Sendable {
  let refuses = Atomic(false)
  let count = Atomic(0)

  @Sendable func setUp(_ connection: OpaquePointer) {
    // The test holds `self` for longer than the connection lives.
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_commit_hook(
      connection,
      { context in
        guard let context else { return 0 }
        let own = Unmanaged<CommitSwitch>.fromOpaque(context).takeUnretainedValue()
        own.count.add(1, ordering: .relaxed)
        return own.refuses.load(ordering: .relaxed) ? 1 : 0
      }, context)
  }
}
