import Testing

@testable import Preau

@Suite struct `Loading an exchange file` {
  private typealias Lines = ExchangeLines
  private let folder: ExchangeFolder

  init() throws { folder = try ExchangeFolder() }

  @Test func `gives back the same bytes`() throws {
    let outcome = try folder.load(Lines.all)
    #expect(folder.remarks == [])
    #expect(
      outcome == Import.Outcome(members: 4, spaces: 2, tags: 2, threads: 3, posts: 5))
    #expect(try folder.exported() == Lines.all)
    #expect(try folder.wrong() == [])
  }

  @Test func `twice adds nothing`() throws {
    try folder.load(Lines.all)
    let outcome = try folder.load(Lines.all)
    #expect(outcome == Import.Outcome(known: Lines.all.count))
    #expect(try folder.exported() == Lines.all)
  }

  @Test(arguments: 0..<ExchangeLines.all.count)
  func `in two parts is the same as at once`(cut: Int) throws {
    try folder.load(Array(Lines.all.prefix(cut)))
    try folder.load(Lines.all)
    #expect(try folder.exported() == Lines.all)
    #expect(try folder.wrong() == [])
  }

  @Test func `of one's own community adds nothing`() throws {
    try folder.load(Lines.all)
    try folder.database.write { db in try db.run("DELETE FROM exchange_line") }
    let outcome = try folder.load(try folder.exported())
    #expect(outcome == Import.Outcome(known: Lines.all.count))
    #expect(try folder.exported() == Lines.all)
  }

  @Test func `of another community with the same ids mixes nothing up`() throws {
    try folder.load(Lines.all)
    let other =
      [Lines.user(1, "zoe"), Lines.user(2, "max")]
      + [#"{"type":"category","id":1,"slug":"ailleurs","name":"Ailleurs","about":""}"#]
      + [
        Lines.thread(1, author: 2, title: "Autre"), Lines.post(1, thread: 1, author: 2, body: "A"),
      ]
      + [Lines.post(2, thread: 1, author: 1, parent: "1", at: 5, body: "B")]
    let outcome = try folder.load(other)
    #expect(outcome == Import.Outcome(members: 2, spaces: 1, threads: 1, posts: 2))
    let lines = try folder.exported()
    #expect(lines.count == Lines.all.count + other.count)
    #expect(lines.contains { $0.contains(#""category":3,"author":6,"title":"Autre""#) })
    #expect(try folder.wrong() == [])
  }

  @Test func `does not bring back what was changed or removed here`() throws {
    try folder.load(Lines.all)
    try folder.database.write { db in
      try db.run("UPDATE post SET source = 'Corrigé' WHERE id = 2")
      try db.run("UPDATE thread SET title = 'Autre titre', accepted = NULL WHERE id = 1")
      try db.run("UPDATE member SET login = 'leonie' WHERE login = 'lea'")
    }
    let outcome = try folder.load(Lines.all)
    #expect(outcome == Import.Outcome(known: Lines.all.count))
    #expect(try folder.value("SELECT count(*) FROM post", as: Int.self) == 5)
    #expect(try folder.value("SELECT count(*) FROM thread WHERE accepted > 0", as: Int.self) == 0)
  }

  @Test func `keeps two posts that say the same`() throws {
    let start = [
      Lines.users[0], Lines.spaces[0], Lines.thread(1, posts: 3), Lines.post(1, thread: 1),
    ]
    let twins = [Lines.post(2, thread: 1, parent: "1"), Lines.post(3, thread: 1, parent: "1")]
    try folder.load(start + twins)
    #expect(try folder.load(start + twins).known == 6)
    #expect(try folder.exported() == start + twins)
  }

  @Test func `lets nobody log in`() throws {
    try folder.load(Lines.all)
    #expect(
      try folder.value("SELECT count(*) FROM member WHERE password IS NOT NULL", as: Int.self) == 0)
  }

  @Test func `makes what it loads findable, and nothing that is removed`() throws {
    try folder.load(Lines.all)
    #expect(try folder.value("SELECT count(*) FROM search_document", as: Int.self) == 3)
  }

  @Test func `renders bodies for the post that holds them`() throws {
    try folder.load(Lines.all)
    let html = try folder.value("SELECT html FROM post WHERE id = 4", as: [UInt8].self) ?? []
    #expect(String(decoding: html, as: UTF8.self).contains("p4-"))
  }

  @Test func `goes on after a lot of lines`() throws {
    let posts = (1...1_200).map { Lines.post($0, thread: 1, at: $0, body: "Message \($0)") }
    let lines = [Lines.users[0], Lines.spaces[0], Lines.thread(1, posts: 1_200)] + posts
    // The thread's counters cross several transactions.
    #expect(try folder.load(lines).posts == 1_200)
    #expect(try folder.wrong() == [])
    #expect(try folder.exported().count == lines.count)
  }

  @Test func `reads Windows line ends, blank lines, a byte order mark and an unended line`() throws
  {
    let text = "\u{FEFF}" + Lines.users.joined(separator: "\r\n\r\n  \r\n")
    #expect(try folder.load(bytes: Array(text.utf8)).members == 4)
    #expect(folder.remarks == [])
  }
}

@Suite struct `Loading beside people who are here already` {
  private typealias Lines = ExchangeLines
  private let folder: ExchangeFolder

  init() throws { folder = try ExchangeFolder() }

  @Test func `never makes two people one`() throws {
    try folder.load([Lines.user(1, "lea", joined: 1_600_000_000)])
    let outcome = try folder.load(Lines.all)
    #expect(outcome.members == 4)
    #expect(
      try folder.value("SELECT author FROM thread WHERE title = 'Comment faire ?'", as: Int64.self)
        == (try folder.value("SELECT id FROM member WHERE login = 'lea-2'", as: Int64.self)))
    #expect(
      folder.remarks == [
        "2: the log-in name belongs to somebody else here: lea-2 instead"
      ])
    #expect(try folder.load(Lines.all).known == Lines.all.count)
  }

  @Test func `leaves out an address that belongs to somebody else`() throws {
    try folder.load([Lines.user(1, "paul", email: #""tom@exemple.invalid""#)])
    #expect(try folder.load(Lines.users).members == 4)
    #expect(
      folder.remarks == [
        "3: the e-mail address belongs to somebody else here: left out"
      ])
  }

  @Test func `never opens a private space to those of another`() throws {
    let other = [
      Lines.user(1, "eve"),
      #"{"type":"category","id":1,"slug":"equipe","name":"Équipe","about":"","#
        + #""visibility":"private","members":[1]}"#,
    ]
    try folder.load(other)
    try folder.load(Lines.all)
    #expect(
      try folder.value("SELECT count(*) FROM space WHERE slug = 'equipe-2'", as: Int.self) == 1)
    let readers = try folder.database.read { db in
      try db.rows(
        """
        SELECT member.login FROM thread
          JOIN readable_space ON readable_space.space = thread.space
          LEFT JOIN member ON member.id = readable_space.reader
         WHERE thread.title = 'Entre nous' ORDER BY 1
        """
      ) { try $0.next(String.self) }
    }
    #expect(readers == ["lea", "tom"])
  }

  @Test func `never opens a private space because a public one has its name`() throws {
    try folder.load([
      #"{"type":"category","id":1,"slug":"equipe","name":"Équipe","about":""}"#
    ])
    try folder.load(Lines.all)
    #expect(
      try folder.value(
        """
        SELECT space.visibility FROM thread JOIN space ON space.id = thread.space
         WHERE thread.title = 'Entre nous'
        """, as: String.self) == "private")
  }

  @Test func `makes nobody référent of a space that is somebody's`() throws {
    try folder.load(Lines.all)
    try folder.load([
      Lines.user(1, "eve"),
      #"{"type":"category","id":1,"slug":"accueil","name":"Accueil","about":"","referents":[1]}"#,
    ])
    #expect(
      try folder.value(
        """
        SELECT space_member.role FROM space_member JOIN member ON member.id = space_member.member
         WHERE member.login = 'eve'
        """, as: String.self) == "member")
    #expect(try folder.wrong() == [])
  }

  @Test func `takes mentions for the members of the file`() throws {
    try folder.load([Lines.user(1, "lea", joined: 1_600_000_000)])
    try folder.load([
      Lines.user(1, "lea"), Lines.spaces[0], Lines.thread(1),
      Lines.post(1, thread: 1, body: "Merci @lea"),
    ])
    #expect(
      try folder.value(
        "SELECT member.login FROM mention JOIN member ON member.id = mention.member",
        as: String.self) == "lea-2")
  }
}
