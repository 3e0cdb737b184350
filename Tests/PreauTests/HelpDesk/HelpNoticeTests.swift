import SQLite
import Testing

@testable import Preau

/// What is told of the request of thread 1, which the learner asked in the public space.
@Suite struct `Who is told of a request` {
  typealias Person = Community.Person
  private let community: Community
  private var database: Database { community.site.database }

  init() throws { community = try Community() }

  private func told(_ person: Person) throws -> [String] {
    try database.read { db in
      try db.rows("SELECT kind FROM notification WHERE member = ? ORDER BY id", person.id) {
        try $0.next(String.self)
      }
    }
  }

  private func press(_ act: String, as person: Person = .referent) throws {
    #expect(try community.post("/fils/1/\(act)", as: person).status == 303)
  }

  @Test func `the asker learns each step`() throws {
    for act in ["prise-en-charge", "attente", "resolution", "reprise", "sans-solution"] {
      try press(act)
    }
    #expect(try told(.learner) == ["taken", "awaited", "resolved", "taken", "unresolved"])
    let page = try community.get("/notifications", as: .learner).text
    #expect(page.contains("On attend une précision de votre part"))
  }

  @Test func `whoever looks after it learns of each reply, without following`() throws {
    try press("prise-en-charge")
    let reply = [("texte", "Un mot de plus."), ("action", "publier")]
    #expect(try community.post("/fils/1/reponses", reply, as: .learner).status == 303)
    #expect(try told(.referent) == ["followed"])
    try press("resolution")
    #expect(try community.post("/fils/1/reponses", reply, as: .insider).status == 303)
    #expect(try told(.referent) == ["followed"], "no longer theirs")
  }

  @Test func `who is given it is told, with the line that goes with it`() throws {
    try database.write { db in
      try MembershipStore.appoint(Person.insider.id, in: Space.ID(1), at: Community.noon, db)
    }
    let form = [("a", "\(Person.insider.rawValue)"), ("texte", "Tu connais mieux que moi.")]
    #expect(try community.post("/fils/1/relais", form, as: .referent).status == 303)
    #expect(try told(.insider) == ["assigned"])
    let page = try community.get("/notifications", as: .insider).text
    #expect(page.contains("Tu connais mieux que moi."))
  }

  @Test func `many at once are told one by one`() throws {
    try database.write { db in
      try MembershipStore.appoint(Person.insider.id, in: Space.ID(1), at: Community.noon, db)
    }
    let given = [("fil", "1"), ("action", "confier"), ("a", "\(Person.insider.rawValue)")]
    _ = try community.post("/espaces/public/bureau/lot", given, as: .referent)
    #expect(try told(.insider) == ["assigned"])
    let closed = [("fil", "1"), ("action", "fermer")]
    _ = try community.post("/espaces/public/bureau/lot", closed, as: .referent)
    #expect(try told(.learner) == ["closed"])
  }

  @Test func `whoever had resolved it is told that it was not enough`() throws {
    for act in ["prise-en-charge", "resolution"] { try press(act) }
    let answer = [("usage", "no"), ("texte", ""), ("reprendre", "oui")]
    #expect(try community.post("/fils/1/usage", answer, as: .learner).status == 303)
    #expect(try told(.referent) == ["reopened"])
  }

  @Test func `resolved without an accepted answer, it says so to all`() throws {
    for act in ["prise-en-charge", "resolution"] { try press(act) }
    for page in ["/fils", "/fils/1-un-fil-ses-mots", "/recherche?q=mots"] {
      #expect(try community.get(page).text.contains("state--solved"), "\(page)")
    }
  }
}
