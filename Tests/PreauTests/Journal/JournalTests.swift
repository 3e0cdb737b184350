import SQLite
import Testing

@testable import Preau

@Suite struct `The journal` {
  private let community: Community

  init() throws { community = try Community() }

  private func page(
    _ part: JournalPart, as person: Community.Person, before: JournalEntry.ID? = nil
  ) throws -> [JournalEntry] {
    let viewer = try community.viewer(person)
    return try community.site.database.read { db in
      try Journal.page(of: part, before: before, viewer: viewer, db).entries
    }
  }

  private func write(_ action: JournalAction, in space: Int64? = nil, on member: Member.ID? = nil)
    throws
  {
    try community.site.database.write { db in
      try Journal.write(
        action, by: Community.Person.referent.id, on: member, in: space.map { Space.ID($0) },
        at: .now, db)
    }
  }

  @Test func `is only added to`() throws {
    try write(.roleChanged)
    #expect(throws: SQLiteError.self) {
      try community.site.database.write { try $0.run("UPDATE journal SET at = 0") }
    }
    #expect(throws: SQLiteError.self) {
      try community.site.database.write { try $0.run("DELETE FROM journal") }
    }
    #expect(try page(.whole, as: .administrator).count == 1)
  }

  @Test func `has no line of what was not done`() throws {
    struct Change: Error {}
    #expect(throws: Change.self) {
      try community.site.database.write { db in
        try Journal.write(.exported, by: nil, at: .now, db)
        throw Change()
      }
    }
    #expect(try page(.whole, as: .administrator).isEmpty)
  }

  @Test func `keeps no name of a deleted account`() throws {
    try write(.roleChanged, on: Community.Person.learner.id)
    try community.site.database.write {
      try DeletionStore.delete(Community.Person.learner.id, at: .now, $0)
    }
    let text = try community.get("/journal", as: .administrator).text
    #expect(text.contains("compte supprimé"))
    #expect(!text.contains("Élodie learner"))
  }

  @Test func `does not tell an administrator who is in a private space`() throws {
    try write(.memberAdmitted, in: 3, on: Community.Person.insider.id)
    #expect(try page(.whole, as: .administrator).map(\.member) == [nil])
    #expect(
      try page(.space(Space.ID(3)), as: .referent).map { $0.member?.id }
        == [Community.Person.insider.id])
  }

  @Test func `does not tell whose name was looked at`() throws {
    try write(.nameRevealed, in: 1, on: Community.Person.learner.id)
    #expect(try page(.space(Space.ID(1)), as: .referent).map(\.member) == [nil])
  }

  @Test(
    arguments: [
      ("/journal", .administrator, 200), ("/journal", .referent, 403), ("/journal", .visitor, 303),
      ("/espaces/private/journal", .referent, 200),
      ("/espaces/private/journal", .insider, 403),
      ("/espaces/private/journal", .administrator, 404),
      ("/espaces/public/journal", .administrator, 200),
      ("/espaces/public/journal", .learner, 403),
    ] as [(String, Community.Person, Int)])
  func `is read by those who look after things`(
    path: String, person: Community.Person, status: Int
  ) throws {
    #expect(try community.get(path, as: person).status == status)
  }

  @Test func `is read page after page`() throws {
    for _ in 0...JournalEntry.perPage { try write(.threadPinned, in: 1) }
    let first = try page(.whole, as: .administrator)
    #expect(first.count == JournalEntry.perPage)
    #expect(try page(.whole, as: .administrator, before: first.last?.id).count == 1)
    #expect(try community.get("/journal", as: .administrator).text.contains("?avant=2\""))
  }
}

@Suite struct `What the journal is told` {
  private let community: Community

  init() throws { community = try Community() }

  private func actions() throws -> [JournalAction] {
    try community.site.database.read { db in
      try db.rows("SELECT action FROM journal ORDER BY id") { try $0.next() }
    }
  }

  @Test func `a référent's removal and return of a post, not an author's own`() throws {
    for person in [.referent, .learner] as [Community.Person] {
      for gesture in ["retrait", "retablissement"] {
        let done = try community.post(
          "/messages/1/\(gesture)", [("motif", "other")], as: person)
        #expect(done.status == 303)
      }
    }
    #expect(try actions() == [.caseTaken, .caseDecided, .postRestored])
  }

  @Test func `a pin, a close and a move`() throws {
    for gesture in ["epingle", "epingle", "fermeture", "fermeture"] {
      #expect(try community.post("/fils/1/\(gesture)", as: .referent).status == 303)
    }
    let moved = try community.post(
      "/fils/1/deplacement", [("espace", "private")], as: .referent)
    #expect(moved.status == 303)
    #expect(
      try actions() == [
        .threadPinned, .threadUnpinned, .threadClosed, .threadReopened, .threadMoved,
        .threadReceived,
      ])
  }

  @Test func `who looks after a space, once`() throws {
    let outsider = [("membre", "\(Community.Person.outsider.rawValue)")]
    for _ in 1...2 {
      #expect(
        try community.post("/espaces/public/referents", outsider, as: .administrator).status == 303)
    }
    #expect(
      try community.post("/espaces/public/referents/retrait", outsider, as: .administrator).status
        == 303)
    #expect(try actions() == [.referentAppointed, .referentDismissed])
  }

  @Test func `a role, with what it was, and a code`() throws {
    let learner = Community.Person.learner.rawValue
    #expect(
      try community.post("/membres/\(learner)/role", [("role", "teacher")], as: .administrator)
        .status == 303)
    #expect(try community.post("/membres/\(learner)/code", as: .administrator).status == 200)
    #expect(try actions() == [.roleChanged, .codeIssued])
    let text = try community.get("/journal", as: .administrator).text
    #expect(text.contains("→"))
  }

  @Test func `a refused act leaves no line`() throws {
    #expect(try community.post("/fils/1/fermeture", as: .insider).status == 403)
    let role = [("role", "teacher")]
    #expect(try community.post("/membres/5/role", role, as: .referent).status == 403)
    #expect(try actions() == [])
  }
}
