import SQLite
import Testing

@testable import Preau

@Suite struct `The queue of reports` {
  typealias Person = Community.Person
  private let queue: Queue
  private var community: Community { queue.community }

  init() throws { queue = try Queue() }

  static let waitingFor: [(Person, Int?)] = [
    (.referent, 3), (.administrator, 2), (.insider, nil), (.outsider, nil), (.visitor, nil),
  ]

  @Test(arguments: waitingFor)
  func `waits for those who look after the space`(person: Person, count: Int?) throws {
    #expect(try queue.waiting(for: person)?.count == count)
    let status = person == .visitor ? 303 : (count == nil ? 403 : 200)
    #expect(try community.get("/signalements", as: person).status == status)
  }

  @Test(arguments: [
    (Person.administrator, 404), (.outsider, 404), (.insider, 404), (.learner, 404),
    (.referent, 200),
  ])
  func `shows a case of a private space to its référent alone`(
    person: Person, status: Int
  ) throws {
    #expect(try community.get("/signalements/3", as: person).status == status)
    let taken = status == 200 ? 303 : 404
    #expect(try queue.take(3, as: person).status == taken)
  }

  @Test func `leads to an administrator where the only référent wrote the post`() throws {
    try queue.database.write { db in
      _ = try db.run("UPDATE post SET author = ? WHERE id = 3", Person.referent.id)
    }
    #expect(try queue.waiting(for: .referent)?.count == 2)
    #expect(try queue.waiting(for: .administrator)?.count == 3)
    #expect(try community.get("/signalements/3", as: .referent).status == 404)
    let page = try community.get("/signalements/3", as: .administrator)
    #expect(page.status == 200)
    #expect(!page.text.contains("/fils/3-"), "a link to what they may not read")
    try queue.rule(3, .remove, as: .administrator)
    #expect(try queue.value("SELECT count(*) FROM post WHERE id = 3 AND removed IS NULL") == 0)
  }

  @Test func `leads to an administrator where the only référent's decision is contested`() throws {
    try queue.rule(3, .warn)
    let contested = try queue.contest(3)
    #expect(try community.get("/signalements/\(contested)", as: .administrator).status == 200)
    try queue.rule(contested, .uphold, as: .administrator)
  }

  @Test func `shows nothing to the author of the post, even where they are référent`() throws {
    try queue.appoint(.learner, in: 1)
    #expect(try queue.waiting(for: .learner) == CasesWaiting(count: 0, oldest: nil))
    #expect(try !community.get("/signalements", as: .learner).text.contains("Voir ici"))
    #expect(try community.get("/signalements/1", as: .learner).status == 404)
    #expect(try queue.take(1, as: .learner).status == 404)
    #expect(try queue.decide(1, .dismiss, as: .learner).status == 404)
    #expect(try queue.value("SELECT count(*) FROM moderation_case WHERE decided IS NULL") == 3)
  }

  @Test func `holds one case for all reports on a post`() throws {
    try queue.report(1, by: .outsider, reason: "prive", at: Community.noon + 60)
    let text = try community.get("/signalements", as: .referent).text
    #expect(text.contains("2 signalements"))
    #expect(try queue.waiting(for: .referent)?.count == 3)
  }

  @Test func `opens another case for what is reported after a decision`() throws {
    try queue.rule(1, .dismiss)
    try queue.report(1, by: .outsider, reason: "prive")
    let text = try community.get("/signalements", as: .referent).text
    #expect(text.contains("1 signalement<") || text.contains("1 signalement "))
    #expect(try queue.waiting(for: .referent)?.count == 3)
  }

  @Test func `tells how long the oldest has waited`() throws {
    try queue.report(1, by: .outsider, at: Community.noon + 9_000)
    #expect(try queue.waiting(for: .referent)?.oldest == Community.noon)
    #expect(try community.get("/mon-preau", as: .referent).text.contains("le plus ancien"))
  }

  @Test func `has one winner of fifty who take a case at once`() async throws {
    let database = queue.database
    let members = (100..<150).map { Member.ID($0) }
    try database.write { db in
      for member in members {
        try db.run(
          "INSERT INTO member (id, login, name, role, joined) VALUES (?, ?, 'R', 'teacher', ?)",
          member, "r\(member.value)", Community.noon)
        try MembershipStore.appoint(member, in: Space.ID(1), at: Community.noon, db)
      }
    }
    let viewer = try community.viewer(.referent)
    let item = try database.read { try CaseStore.item(Number(1), for: viewer, $0) }
    let winners = await withTaskGroup(of: Bool.self) { group in
      for member in members {
        group.addTask {
          let taken: ()? = try? database.write { db in
            try RulingStore.take(item, by: member, at: Community.noon, db)
          }
          return taken != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(winners == 1)
    #expect(try queue.value("SELECT count(*) FROM journal WHERE action = 'case-taken'") == 1)
  }

  @Test func `tells who comes second that somebody was faster`() throws {
    #expect(try queue.take(1, as: .referent).status == 303)
    let second = try queue.take(1, as: .administrator)
    #expect(second.status == 422)
    #expect(second.text.contains("vient de prendre"))
    #expect(try queue.decide(1, .dismiss, as: .administrator).status == 422)
    #expect(try queue.value("SELECT count(*) FROM moderation_case WHERE decided IS NULL") == 3)
  }

  @Test func `gives a case that was left, or forgotten for two days, to others`() throws {
    _ = try queue.take(1, as: .referent)
    #expect(try community.post("/signalements/1/abandon", as: .administrator).status == 422)
    #expect(try community.post("/signalements/1/abandon", as: .referent).status == 303)
    #expect(try queue.take(1, as: .administrator).status == 303)
    try queue.database.write {
      try $0.run("UPDATE moderation_case SET held = ? WHERE id = 1", Instant.now + -172_801)
    }
    #expect(try queue.take(1, as: .referent).status == 303)
  }

  @Test func `keeps notes among those who look after the space`() throws {
    let note = [("note", "Voir avec la CPE.")]
    #expect(try community.post("/signalements/1/notes", note, as: .referent).status == 303)
    #expect(try community.post("/signalements/1/notes", note, as: .insider).status == 404)
    #expect(try community.get("/signalements/1", as: .administrator).text.contains("la CPE"))
    try queue.rule(1, .warn)
    let told = try community.get("/mon-preau/decisions", as: .learner).text
    #expect(told.contains("Un mot pour vous"))
    #expect(!told.contains("CPE"))
  }
}
