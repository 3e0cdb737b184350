import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `The name of a member who has left` {
  private let room: MemberRoom
  private let sami: Member.ID

  /// Sixty posts call Léa, and one of each other kind of text; one calls somebody else.
  init() throws {
    room = try MemberRoom()
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    self.sami = sami
    let (now, fields) = (room.now, Parameters([("titre", "Pour @Lea"), ("texte", "@lea ? 100 %")]))
    try room.database.write { db in
      try db.run(
        "INSERT INTO space (id, slug, name, visibility, created) VALUES (1, 's', 'S', 'public', 1)")
      try db.run(
        """
        INSERT INTO thread (id, space, author, kind, title, slug, created, last_activity)
        VALUES (1, 1, ?, 'question', 'Un mot à @lea', 'un-mot-a-lea', 1, 1)
        """, sami)
      for number in 1...61 {
        let source = number == 61 ? "Bonjour @leaticia." : "Merci @lea, pinces."
        try db.run(
          """
          INSERT INTO post (id, thread, number, author, source, html, policy, created)
          VALUES (?1, 1, ?1, ?2, ?3, x'', 1, 1)
          """, number, sami, source)
        try SearchIndex.index(post: Int64(number), title: "Un mot à @lea", text: source, db)
      }
      for version in 1...2 {
        try db.run(
          """
          INSERT INTO post_version (post, version, source, title, editor, replaced)
          VALUES (1, ?, 'À @lea', 'Chère @lea', ?, 1)
          """, version, sami)
      }
      try db.run(
        "INSERT INTO report (post, reporter, reason, comment, created) VALUES (1, ?, 'x', '@lea', 1)",
        sami)
      try db.run("UPDATE member SET about = 'Avec @lea.' WHERE id = ?", sami)
      try DraftStore.keep(fields, at: .newThread, of: sami, now: now, db)
      try db.run("UPDATE member SET joined = 1 WHERE id = ?", lea)
      try DeletionStore.delete(lea, at: now, db)
    }
  }

  private func count(_ sql: StaticString) throws -> Int {
    try room.database.read { try $0.value(sql, as: Int.self) } ?? -1
  }

  @Test func `leaves every text of others, the index too, and is then forgotten`() throws {
    while try NameErasure.some(room.database) {}
    #expect(try count("SELECT count(*) FROM name_erasure") == 0)
    #expect(try count("SELECT count(*) FROM post WHERE instr(source, '@lea') > 0") == 1)
    #expect(try count("SELECT count(*) FROM post_version WHERE instr(source, 'lea') > 0") == 0)
    #expect(try count("SELECT count(*) FROM post_version WHERE instr(title, 'lea') > 0") == 0)
    #expect(try count("SELECT count(*) FROM thread WHERE instr(title || slug, 'lea') > 0") == 0)
    #expect(try count("SELECT count(*) FROM report WHERE instr(comment, 'lea') > 0") == 0)
    #expect(try count("SELECT count(*) FROM member WHERE instr(about, 'lea') > 0") == 0)
    #expect(
      try count("SELECT count(*) FROM search_text WHERE instr(lower(title || body), '@lea') > 0")
        == 0)
    let draft = try room.database.read { try DraftStore.draft(at: .newThread, of: sami, $0) }
    #expect(draft?.fields["titre"] == "Pour \(CalledName.replacement)")
    #expect(draft?.fields["texte"] == "\(CalledName.replacement) ? 100 %")
  }

  @Test func `leaves a few texts at a time, and a restart goes on`() throws {
    #expect(try NameErasure.some(room.database))
    #expect(try count("SELECT count(*) FROM post WHERE instr(source, '@lea,') > 0") == 40)
    let restarted = try Store.open(in: room.folder, readers: 1)
    defer { restarted.close() }
    while try NameErasure.some(restarted) {}
    #expect(try count("SELECT count(*) FROM post WHERE instr(source, '@lea,') > 0") == 0)
  }

  @Test func `stays in what was written since, for whom bears it now`() throws {
    try room.database.write { db in
      try db.run(
        """
        INSERT INTO post (id, thread, number, author, source, html, policy, created)
        VALUES (62, 1, 62, ?, 'À la nouvelle @lea,', x'', 1, ?)
        """, sami, room.now + 1)
    }
    while try NameErasure.some(room.database) {}
    #expect(try count("SELECT count(*) FROM post WHERE instr(source, '@lea,') > 0") == 1)
  }

  @Test func `changes nothing that was written before the member came`() throws {
    try room.database.write { db in
      try db.run(
        """
        INSERT INTO post (id, thread, number, author, source, html, policy, created)
        VALUES (62, 1, 62, ?, 'Le logiciel @lea, bien connu.', x'', 1, 0)
        """, sami)
    }
    while try NameErasure.some(room.database) {}
    #expect(try count("SELECT count(*) FROM post WHERE instr(source, '@lea,') > 0") == 1)
  }

  @Test func `is looked for again in what was edited meanwhile`() throws {
    let old = CallingText(row: 1, part: "", source: "What it said before.")
    let text = ErasedText(old: old, source: "x", html: nil)
    for stage in NameErasure.Stage.allCases {
      #expect(
        try room.database.write { try !NameErasureStore.replace(text, in: stage, $0) }, "\(stage)")
    }
  }
}
