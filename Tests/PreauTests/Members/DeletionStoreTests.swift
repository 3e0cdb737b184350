import SQLite
import Testing

@testable import Preau

@Suite struct `Deleting an account` {
  @Test(arguments: [
    ("Merci @zebulon.", "Merci X."), ("@Zebulon, [@ZEBULON]", "X, [X]"),
    ("(@zebulon-) et @zebulon", "(X-) et X"), ("@zebulon2 et moi@zebulon", nil),
    ("@zebulon.martin", nil), ("zebulon", nil), ("`@zebulon`", nil),
    ("```\n@zebulon\n```", nil), ("- a\n\n    @zebulon", "- a\n\n    X"),
  ])
  func `takes the name out where it calls, not where it is part of another`(
    source: String, kept: String?
  ) {
    let erased = CalledName("zebulon").erased(from: source)
    let expected = kept.map {
      $0.split(separator: "X", omittingEmptySubsequences: false)
        .joined(separator: CalledName.replacement)
    }
    #expect(erased == expected)
  }

  @Test func `leaves nothing that tells of the person`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let lea = try room.add("lea", email: "lea@x.fr")
    try room.database.write { db in
      let draft = ProfileDraft(name: "Léa", about: "Je m’appelle Léa.", hasPublicName: true)
      try ProfileStore.save(try draft.checked(), of: lea, db)
      try SessionStore.open(tokenHash: [1], for: lea, device: "Léa’s", at: room.now, db)
      _ = try ResetCodeStore.issue(.random(), for: lea, by: boss, at: room.now, db)
      try db.run(
        "INSERT INTO draft (member, place, fields, updated) VALUES (?, 'x', 'Léa', 1)", lea)
      try DeletionStore.delete(lea, at: room.now, db)
    }
    #expect(try room.database.read { try MemberStore.member(lea, $0) } == nil)
    #expect(try room.database.read { try AccountStore.credentials("lea", $0) } == nil)
    #expect(try room.database.read { try AccountStore.credentials("!\(lea.value)", $0) } == nil)
    #expect(
      try room.count(
        """
        SELECT count(*) FROM member
         WHERE id = ? AND (name <> '' OR email IS NOT NULL OR password IS NOT NULL OR about <> ''
               OR length(about_html) > 0 OR login LIKE '%lea%' OR public_name = 1)
        """, lea) == 0)
    #expect(try room.count("SELECT count(*) FROM session WHERE member = ?", lea) == 0)
    #expect(try room.count("SELECT count(*) FROM reset_code WHERE member = ?", lea) == 0)
    #expect(try room.count("SELECT count(*) FROM draft WHERE member = ?", lea) == 0)
    // The name is free again.
    try room.add("lea", email: "lea@x.fr")
  }

  @Test func `moves every counter with what it counts`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    try room.database.write { db in
      try db.script(
        """
        INSERT INTO space (id, slug, name, visibility, created, member_count)
          VALUES (1, 'cap', 'CAP', 'public', 1, 2);
        """)
      for member in [lea, sami] {
        try db.run("INSERT INTO space_member VALUES (1, ?, 'member', 1)", member)
      }
      try db.run(
        """
        INSERT INTO thread (id, space, author, kind, title, slug, created, last_activity,
                            me_too_count)
        VALUES (1, 1, ?, 'question', 'T', 't', 1, 1, 1)
        """, sami)
      try db.run(
        """
        INSERT INTO post (id, thread, number, author, source, html, policy, created, thanks_count)
        VALUES (1, 1, 1, ?, 's', x'', 1, 1, 2)
        """, lea)
      try db.run("INSERT INTO me_too VALUES (1, ?)", lea)
      for member in [lea, sami] { try db.run("INSERT INTO thanks VALUES (1, ?)", member) }
      try DeletionStore.delete(lea, at: room.now, db)
    }
    let counts = try room.database.read { db in
      [
        try db.value("SELECT member_count FROM space", as: Int.self),
        try db.value("SELECT me_too_count FROM thread", as: Int.self),
        try db.value("SELECT thanks_count FROM post", as: Int.self),
        try db.value("SELECT count(*) FROM post", as: Int.self),
      ]
    }
    #expect(counts == [1, 0, 1, 1])
  }
}
