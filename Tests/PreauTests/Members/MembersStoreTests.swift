import Glibc
import HTTP
import SQLite
import Testing

import class Foundation.FileManager

@testable import Preau

/// A site's database in a new folder, removed with it.
final class MemberRoom {
  let database: Database
  let folder: String
  let now = Instant(seconds: 1_800_000_000)

  init() throws {
    var template = Array("/tmp/preau-members-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "There is no temporary folder.")
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    database = try Store.open(in: folder, readers: 2)
  }

  deinit {
    database.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The password is not hashed: what stores do with it does not depend on it.
  @discardableResult
  func add(
    _ login: String, _ role: Member.Role = .learner, email: String? = nil
  ) throws -> Member.ID {
    try database.write { db in
      try AccountStore.add(
        login: LogInName(typed: login), name: DisplayName(typed: login.uppercased()),
        email: email.map { try EmailAddress(typed: $0) }, role: role,
        passwordHash: "hash of \(login)",
        at: now, db)
    }
  }

  func member(_ id: Member.ID) throws -> Member {
    try #require(try database.read { try MemberStore.member(id, $0) })
  }

  func count(_ sql: StaticString, _ id: Member.ID) throws -> Int {
    try database.read { try $0.value(sql, id, as: Int.self) } ?? 0
  }
}

@Suite struct `Accounts in the store` {
  let room: MemberRoom

  init() throws { room = try MemberRoom() }

  @Test func `a log-in name and an address belong to one member`() throws {
    try room.add("léa", email: "lea@x.fr")
    #expect(throws: AccountStore.Taken.login) { try room.add("LÉA") }
    #expect(throws: AccountStore.Taken.email) { try room.add("sami", email: "Lea@X.fr") }
  }

  @Test(arguments: ["LÉA", " léa ", "lea@x.fr", "Lea@X.FR"])
  func `one logs in by name or by address, in any case`(typed: String) throws {
    let lea = try room.add("léa", email: "lea@x.fr")
    try room.add("sami")
    let found = try room.database.read { try AccountStore.credentials(typed, $0) }
    #expect(found?.id == lea)
    #expect(found?.passwordHash == "hash of léa")
  }

  @Test func `the suggestion for a taken name is free`() throws {
    for name in ["lea", "lea2", "lea3"] { try room.add(name) }
    let free = try room.database.read {
      try AccountStore.freeName(near: LogInName(typed: "lea"), $0)
    }
    #expect(free == "lea4")
    let long = String(repeating: "a", count: 40)
    try room.add(long)
    let near = try room.database.read {
      try AccountStore.freeName(near: LogInName(typed: long), $0)
    }
    #expect(try LogInName(typed: #require(near)).text == near)
  }

  @Test func `ending one session leaves the others, and nobody ends another’s`() throws {
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    let (here, there) = try room.database.write { db in
      let open = { (byte: UInt8, id: Member.ID) in
        try SessionStore.open(tokenHash: [byte], for: id, device: "", at: room.now, db)
      }
      let here = try open(1, lea)
      let there = try open(2, lea)
      _ = try open(3, sami)
      try SessionStore.close(here, of: sami, db)
      return (here, there)
    }
    try room.database.write { try SessionStore.close(there, of: lea, $0) }
    let left = try room.database.read { try SessionStore.all(of: lea, $0) }
    #expect(left.map(\.id) == [here])
    try room.database.write { try SessionStore.closeAll(of: lea, except: nil, $0) }
    #expect(try room.database.read { try SessionStore.all(of: lea, $0) }.isEmpty)
    #expect(try room.database.read { try SessionStore.all(of: sami, $0) }.count == 1)
  }
}

@Suite struct `Recovery codes in the store` {
  let room: MemberRoom
  let boss: Member.ID
  let lea: Member.ID

  init() throws {
    room = try MemberRoom()
    boss = try room.add("boss", .administrator)
    lea = try room.add("lea")
  }

  func issue(for member: Member.ID) throws -> WrittenCode? {
    let code = WrittenCode.random()
    let isIssued = try room.database.write {
      try ResetCodeStore.issue(code, for: member, by: boss, at: room.now, $0)
    }
    return isIssued ? code : nil
  }

  func use(_ code: WrittenCode, of member: Member.ID, after seconds: Int64 = 0) throws -> Bool {
    try room.database.write {
      try ResetCodeStore.use(code, of: member, at: room.now + seconds, $0)
    }
  }

  @Test func `a code serves once, for its member`() throws {
    let sami = try room.add("sami")
    let code = try #require(try issue(for: lea))
    #expect(try !use(code, of: sami))
    #expect(try use(code, of: lea))
    #expect(try !use(code, of: lea))
  }

  @Test func `a code ends after a day`() throws {
    let code = try #require(try issue(for: lea))
    #expect(try !use(code, of: lea, after: 24 * 3_600))
  }

  @Test func `a new code ends the earlier one`() throws {
    let first = try #require(try issue(for: lea))
    let second = try #require(try issue(for: lea))
    #expect(try !use(first, of: lea))
    #expect(try use(second, of: lea))
  }

  @Test func `nobody gets a code for an administrator, even made before the promotion`() throws {
    #expect(try issue(for: boss) == nil)
    let code = try #require(try issue(for: lea))
    try room.database.write { try DirectoryStore.setRole(.administrator, of: lea, $0) }
    #expect(try !use(code, of: lea))
  }

  @Test func `codes are not in the database`() throws {
    let code = try #require(try issue(for: lea))
    let stored = try room.database.read {
      try $0.rows("SELECT code_hash FROM reset_code") { try $0.next([UInt8].self) }
    }
    #expect(stored == [code.hash])
    #expect(!stored.contains(Array(code.characters.utf8)))
  }
}

@Suite struct `Invitations in the store` {
  @Test func `the last use is taken by one person only`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let token = Token.random()
    let invitation = try InvitationDraft(role: "teacher", days: "1", uses: "2").checked()
    try room.database.write {
      try InvitationStore.add(invitation, token: token, by: boss, at: room.now, $0)
    }
    let uses = try (1...3).map { _ in
      try room.database.write { try InvitationStore.use(token, at: room.now, $0) }
    }
    #expect(uses == [true, true, false])
    #expect(try room.database.read { try InvitationStore.open(token, at: room.now, $0) } == nil)
  }

  @Test func `an invitation ends on its day, or when it is revoked`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let token = Token.random()
    let invitation = try InvitationDraft(days: "1", uses: "2").checked()
    try room.database.write {
      try InvitationStore.add(invitation, token: token, by: boss, at: room.now, $0)
    }
    let open = { (seconds: Int64) in
      try room.database.read { try InvitationStore.open(token, at: room.now + seconds, $0) }
    }
    let before = try #require(try open(86_399))
    #expect(try open(86_400) == nil)
    try room.database.write { try InvitationStore.revoke(before.id, $0) }
    #expect(try open(0) == nil)
  }
}

@Suite struct `Kept forms in the store` {
  @Test func `a member has five at most, and the oldest goes first`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    let tokens = (1...7).map { _ in Token.random() }
    let other = Token.random()
    func keep(_ token: Token, of member: Member.ID) throws {
      try room.database.write { db in
        try KeptFormStore.keep(
          path: "/fils/1", fields: Parameters([("texte", "Un mot.")]), of: member,
          token: token.hash, at: room.now, db)
      }
    }
    try keep(other, of: sami)
    for token in tokens { try keep(token, of: lea) }
    let isThere = try tokens.map { token in
      try room.database.write {
        try KeptFormStore.take(token: token.hash, for: lea, at: room.now, $0) != nil
      }
    }
    #expect(isThere == [false, false, true, true, true, true, true])
    #expect(try room.count("SELECT count(*) FROM kept_form WHERE member = ?", sami) == 1)
  }

  @Test func `a kept form is for its author, once, for an hour`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    let token = Token.random()
    func keep() throws {
      try room.database.write {
        try KeptFormStore.keep(
          path: "/fils/1/reponses", fields: .init([(name: "texte", value: "été & co=1\n2")]),
          of: lea, token: token.hash, at: room.now, $0)
      }
    }
    func take(_ member: Member.ID, after seconds: Int64 = 0) throws -> KeptForm? {
      try room.database.write {
        try KeptFormStore.take(token: token.hash, for: member, at: room.now + seconds, $0)
      }
    }
    try keep()
    #expect(try take(sami) == nil)
    #expect(try take(lea)?.fields["texte"] == "été & co=1\n2")
    #expect(try take(lea) == nil)
    try keep()
    #expect(try take(lea, after: 3_601) == nil)
  }
}

@Suite struct `Feed keys` {
  let key = Array(repeating: UInt8(7), count: 32)

  @Test func `a key names its member until it is revoked`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let text = FeedKey(of: try room.member(lea)).text(key: key)
    let found = { try room.database.read { try FeedKey.member(of: text, key: key, $0)?.id } }
    #expect(try found() == lea)
    try room.database.write { try FeedKeyStore.revoke(of: lea, $0) }
    #expect(try found() == nil)
  }

  @Test func `a key cannot be made up, moved or brought up to date`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let text = FeedKey(of: try room.member(lea)).text(key: key)
    let seal = text.split(separator: "-", maxSplits: 2)[2]
    for forged in ["\(lea.value)-2-\(seal)", "\(lea.value + 1)-1-\(seal)", "\(lea.value)-1-", ""] {
      #expect(FeedKey(forged, key: key) == nil)
    }
    #expect(FeedKey(text, key: Array(repeating: 8, count: 32)) == nil)
  }
}

@Suite struct `Administrators in the store` {
  let room: MemberRoom

  init() throws { room = try MemberRoom() }

  func list(_ search: DirectoryStore.Search) throws -> [String] {
    try room.database.read { try DirectoryStore.entries(search, $0) }.map(\.login)
  }

  @Test func `members are found by any part of a name, and a wild card is only a character`() throws
  {
    for login in ["élodie", "sami_b", "samib"] { try room.add(login) }
    #expect(try list(.init(words: "élo")) == ["élodie"])
    #expect(try list(.init(words: "É")) == ["élodie"])
    #expect(try list(.init(words: "i_b")) == ["sami_b"])
    #expect(try list(.init(words: "%")) == [])
    #expect(try list(.init(words: "\\")) == [])
    #expect(try list(.init(role: .teacher)) == [])
  }

  @Test func `the list goes on after the last name of a page`() throws {
    for number in 10..<40 { try room.add("eleve\(number)") }
    let first = try list(.init()).prefix(DirectoryStore.perPage)
    #expect(try list(.init()).count == DirectoryStore.perPage + 1)
    let second = try list(.init(after: #require(first.last)))
    #expect(first + second == (10..<40).map { "eleve\($0)" })
  }

  @Test func `the last administrator stays one`() throws {
    let boss = try room.add("boss", .administrator)
    #expect(throws: DirectoryStore.LastAdministrator.self) {
      try room.database.write { try DirectoryStore.setRole(.teacher, of: boss, $0) }
    }
    #expect(throws: DirectoryStore.LastAdministrator.self) {
      try room.database.write { try DeletionStore.delete(boss, at: room.now, $0) }
    }
    let other = try room.add("other")
    try room.database.write { try DirectoryStore.setRole(.administrator, of: other, $0) }
    try room.database.write { try DirectoryStore.setRole(.teacher, of: boss, $0) }
    #expect(try room.member(boss).role == .teacher)
  }
}

@Suite struct `The names of those in charge` {
  @Test func `are theirs, as long as they are in charge`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let rose = try room.add("rose", .teacher)
    let lea = try room.add("lea")
    try room.database.write { db in
      try db.script(
        "INSERT INTO space (id, slug, name, visibility, created) VALUES (1, 'a', 'A', 'public', 1)")
      try db.run("INSERT INTO space_member VALUES (1, ?, 'referent', 1)", rose)
      try db.run("INSERT INTO space_member VALUES (1, ?, 'member', 1)", lea)
    }
    func refusal(
      _ name: String, _ member: Member.ID?, _ role: Member.Role = .learner
    ) throws -> DisplayName.Problem? {
      let name = try DisplayName(typed: name)
      return try room.database.read { try name.refusal(for: member, role: role, $0) }
    }
    #expect(try refusal("Bоss", lea) == .ofSomeoneInCharge)
    #expect(try refusal("r o s é", nil) == .ofSomeoneInCharge)
    #expect(try refusal("Rose", rose, .teacher) == nil)
    #expect(try refusal("Lea", nil) == nil)
    #expect(try refusal("Admin", lea) == .reserved)
    #expect(try refusal("Admin", boss, .administrator) == nil)
    try room.database.write { try $0.run("DELETE FROM space_member WHERE member = ?", rose) }
    #expect(try refusal("Rose", lea) == nil)
  }
}

@Suite struct `Deleting an account` {
  @Test(arguments: [
    ("Merci @zebulon.", "Merci X."), ("@Zebulon, `@ZEBULON`", "X, `X`"),
    ("(@zebulon-) et @zebulon", "(X-) et X"), ("@zebulon2 et moi@zebulon", nil),
    ("@zebulon.martin", nil), ("zebulon", nil),
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

@Suite struct `Members from the command line` {
  @Test func `works while the site has the database open`() throws {
    let room = try MemberRoom()
    try MemberCommands.add(
      dataFolder: room.folder, login: "Boss", role: "administrator", email: "b@x.fr",
      password: "motdepasse")
    let boss = try #require(try room.database.read { try AccountStore.credentials("boss", $0) })
    #expect(Crypto.password("motdepasse", matches: try #require(boss.passwordHash)))
    try MemberCommands.password(dataFolder: room.folder, login: "BOSS", password: "autre chose")
    let hash = try #require(
      try room.database.read { try AccountStore.passwordHash(of: boss.id, $0) })
    #expect(Crypto.password("autre chose", matches: hash))
  }

  @Test func `says in one line what is wrong`() throws {
    let room = try MemberRoom()
    func failure(_ body: () throws(StartFailure) -> Void) -> String? {
      do {
        try body()
        return nil
      } catch {
        return error.description
      }
    }
    func add(_ login: String, _ role: String = "administrator", _ password: String) -> String? {
      failure { () throws(StartFailure) in
        try MemberCommands.add(
          dataFolder: room.folder, login: login, role: role, email: nil, password: password)
      }
    }
    #expect(add("boss", "administrator", "cheval agrafe") == nil)
    #expect(add("BOSS", "learner", "cheval agrafe") == "there is already a member “boss”")
    #expect(add("sami", "boss", "cheval agrafe")?.contains("administrator") == true)
    #expect(add("sami", "learner", "court")?.contains("8") == true)
    #expect(add("s b", "learner", "cheval agrafe")?.contains("s b") == true)
    let role = failure { () throws(StartFailure) in
      try MemberCommands.role(dataFolder: room.folder, login: "boss", role: "learner")
    }
    #expect(role?.contains("last administrator") == true)
    let unknown = failure { () throws(StartFailure) in
      try MemberCommands.password(
        dataFolder: room.folder, login: "nobody", password: "cheval agrafe")
    }
    #expect(unknown == "there is no member “nobody”")
  }
}
