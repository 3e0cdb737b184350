import Testing

@testable import Preau

@Suite struct `The demo community` {
  private static let now = Instant(seconds: 1_800_000_000)
  private static let root =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  @Test(arguments: [-1_000_000, -86_400, -1, 0, 1, 86_399, 86_400, 1_000_000])
  func `is moved by whole days, to less than a day ago`(age: Int64) {
    let newest = Self.now + -age
    let shift = DemoCommunity.shift(from: newest, to: Self.now)
    #expect(shift % 86_400 == 0)
    #expect((0..<86_400).contains(Self.now - (newest + shift)))
  }

  @Test func `is loaded without a rejected line, and everybody can log in`() throws {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    let hash = try folder.value("SELECT password FROM member LIMIT 1", as: String.self) ?? ""
    #expect(Crypto.password(DemoCommunity.password, matches: hash))
    #expect(
      try folder.value(
        "SELECT count(*) FROM member WHERE password IS NULL AND deleted IS NULL", as: Int.self) == 0
    )
    let newest = try folder.value("SELECT max(created) FROM post", as: Int64.self) ?? 0
    #expect(newest <= Self.now.seconds)
    #expect(try folder.wrong() == [])
  }

  @Test func `shows the files that lie beside it`() throws {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    let kinds = try folder.database.read { db in
      try db.rows("SELECT kind FROM file JOIN post_file ON file = file.id ORDER BY kind") {
        try $0.next(String.self)
      }
    }
    #expect(kinds == ["document", "picture", "picture", "picture"])
    let shelf = FileShelf(in: folder.path)
    #expect(try folder.database.read { try FileCheck.wrong(shelf, $0) } == [])
    #expect(try folder.database.read { try FileCheck.notes(shelf, $0) } == [])
  }

  @Test func `has a class whose pupils enter with what is printed`() throws {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    let line = try #require(
      try DemoCommunity.logIns(folder.database, in: folder.path).last { $0.contains("/classe") })
    let shown = try #require(line.split(separator: "code ").last?.prefix(7))
    let code = try #require(ClassCode(typed: String(shown)))
    let found = try folder.database.read { db in
      try ClassRollStore.credentials(code: code, called: RollName.fold("Léa M."), db)
    }
    #expect(found?.credentials.accept(DemoClass.secret) == true)
    let login = try #require(
      try folder.value("SELECT login FROM member WHERE name = 'Léa M.'", as: String.self))
    #expect(
      try !DemoCommunity.logIns(folder.database, in: folder.path)
        .contains { $0.hasPrefix(login + " ") })
  }

  @Test func `has a help desk with something in each of its lists`() throws {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    let states = try folder.database.read { db in
      try db.rows(
        """
        SELECT DISTINCT help_request.state
          FROM help_request JOIN space ON space.id = help_request.space
         WHERE space.slug = 'entraide-numerique' ORDER BY 1
        """
      ) { try $0.next(String.self) }
    }
    #expect(states == ["new", "resolved", "taken", "unresolved", "waiting"])
  }

  @Test func `has answers that serve again, days without school and two threads that are one`()
    throws
  {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    #expect(
      try folder.value(
        "SELECT count(*) FROM help_answer WHERE instr(body, '{prénom}') > 0", as: Int.self) == 3)
    let today = Self.now.seconds / 86_400
    let holidays = try folder.database.read { db in
      try db.rows("SELECT first_day, last_day FROM school_holiday ORDER BY 1") { row in
        (try row.next(Int64.self), try row.next(Int64.self))
      }
    }
    #expect(holidays.count == 3)
    #expect(holidays.allSatisfy { ($0.0 + 4) % 7 == 6 && $0.1 - $0.0 == 15 })
    #expect(holidays[0].1 < today - 7 && holidays[1].0 > today + 14)
    #expect(
      try folder.value(
        "SELECT count(*) FROM thread_merge WHERE undone IS NULL", as: Int.self) == 1)
    #expect(try folder.wrong() == [])
  }

  @Test func `is not loaded twice`() throws {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    #expect(try !load(folder))
  }

  @Test func `is not loaded where somebody lives`() throws {
    let folder = try ExchangeFolder()
    try folder.load([ExchangeLines.users[1]])
    #expect(try !load(folder))
    #expect(try folder.value("SELECT count(*) FROM member", as: Int.self) == 1)
    #expect(try DemoCommunity.logIns(folder.database, in: folder.path) == [])
  }

  @Test func `is finished when its loading was cut short`() throws {
    let folder = try ExchangeFolder()
    try writeFile(folder.path + "/demo", Array("864000\n".utf8))
    let lines = String(
      decoding: readFile(Self.root + "/Seeds/community.jsonl") ?? [], as: UTF8.self
    )
    .split(separator: "\n").map(String.init)
    try folder.load(Array(lines.prefix(200)), shift: 864_000)
    #expect(try load(folder))
    let whole = try ExchangeFolder()
    #expect(try load(whole))
    #expect(try folder.exported().count == whole.exported().count)
    #expect(try folder.exported().count > lines.count)
  }

  @Test func `shows only log-ins that open`() throws {
    let folder = try ExchangeFolder()
    #expect(try load(folder))
    let all = try DemoCommunity.logIns(folder.database, in: folder.path)
    try folder.database.write { db in
      try db.run("UPDATE member SET password = 'another' WHERE login = 'yann'")
    }
    let left = try DemoCommunity.logIns(folder.database, in: folder.path)
    #expect(left.count == all.count - 1)
    #expect(!left.contains { $0.hasPrefix("yann ") })
  }

  private func load(_ folder: ExchangeFolder) throws -> Bool {
    try DemoCommunity.load(
      into: folder.database, in: folder.path, root: Self.root, now: Self.now)
  }
}

@Suite struct `Rendering old bodies again` {
  @Test func `makes them as they would be made today`() throws {
    let folder = try ExchangeFolder()
    try folder.load(ExchangeLines.all)
    let before = try folder.value("SELECT html FROM post WHERE id = 4", as: [UInt8].self)
    try folder.database.write { db in
      try db.run("UPDATE post SET html = x'', policy = 0")
      try db.run("UPDATE member SET about_html = x'', about_policy = 0")
    }
    while try Rerendering.some(folder.database) > 0 {}
    #expect(try folder.value("SELECT html FROM post WHERE id = 4", as: [UInt8].self) == before)
    #expect(
      try folder.value(
        "SELECT count(*) FROM post WHERE policy = 0 OR length(html) = 0", as: Int.self) == 0)
    #expect(
      try folder.value(
        "SELECT count(*) FROM member WHERE about <> '' AND length(about_html) = 0", as: Int.self)
        == 0)
  }

  @Test func `shows as typed what is refused today`() throws {
    let folder = try ExchangeFolder()
    try folder.load(ExchangeLines.all)
    try folder.database.write { db in
      try db.run(
        "UPDATE post SET source = ?, policy = 0 WHERE id = 1", String(repeating: "<i>", count: 999))
    }
    #expect(try Rerendering.some(folder.database) == 1)
    let html = try folder.value("SELECT html FROM post WHERE id = 1", as: [UInt8].self) ?? []
    #expect(String(decoding: html, as: UTF8.self).contains("&lt;i&gt;"))
  }
}
