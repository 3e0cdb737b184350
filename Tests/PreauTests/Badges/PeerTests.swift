import SQLite
import Testing

@testable import Preau

/// Recognition by peers over the routes, as the pages would send it.
@Suite struct `Recognition by peers` {
  private let community: Community
  private var database: Database { community.site.database }

  init() throws {
    community = try Community()
    _ = try community.post(
      "/badges/nouveau",
      [("nom", "Coopère"), ("description", "Avec les autres."), ("criteres", "Un projet.")],
      as: .administrator)
    _ = try community.post("/badges/1/ouvrir", as: .administrator)
    try community.site.database.write { db in
      for person in [Community.Person.learner, .outsider] {
        try MembershipStore.admit(person.id, to: Space.ID(3), at: Community.noon, db)
      }
    }
    #expect(
      try community.post("/badges/1/pairs", [("combien", "1")], as: .administrator).status == 422)
    #expect(
      try community.post("/badges/1/pairs", [("combien", "2")], as: .administrator).status == 303)
  }

  private func ask(
    _ peers: [Community.Person], as person: Community.Person = .insider,
    _ more: [(String, String)] = []
  ) throws -> Int {
    try community.post(
      "/badges/1/reconnaissance",
      [("mots", "Le chantier de mars.")] + peers.map { ("pair", String($0.rawValue)) } + more,
      as: person
    ).status
  }

  private func say(
    _ words: String, of number: Int = 1, as person: Community.Person, _ verdict: String = "oui"
  ) throws -> Int {
    try community.post(
      "/badges/reconnaissances/\(number)", [("mots", words), ("avis", verdict)], as: person
    ).status
  }

  private func holders() throws -> [Int64] {
    try database.read { db in
      try db.rows("SELECT member FROM badge_award ORDER BY id") { try $0.next(Int64.self) }
    }
  }

  @Test func `gives the badge once enough of them have written, with their words and no names`()
    throws
  {
    #expect(try ask([.referent, .learner]) == 303)
    let form = try community.get("/badges/1/reconnaissance", as: .insider).text
    #expect(form.contains("0 témoignage sur 2") && form.contains("Élodie outsider"))
    #expect(try community.get("/badges", as: .learner).text.contains("attend vos mots"))
    #expect(try say("Elle a aidé.", as: .outsider) == 404, "was not asked")
    #expect(try say("", as: .learner) == 422)
    #expect(try say("Elle a tout expliqué.", as: .referent) == 303)
    let kept = try community.get("/badges/1/pairs", as: .administrator).text
    #expect(kept.contains("a témoigné") && !kept.contains("tout expliqué"))
    _ = try community.post("/badges/reconnaissances/1/reprise", as: .referent)
    #expect(try say("Elle a écouté.", as: .learner) == 303)
    #expect(try holders() == [], "one was taken back")
    #expect(try say("Elle a tout expliqué deux fois.", as: .referent) == 303)
    #expect(try holders() == [Community.Person.insider.rawValue])
    let sheet = try database.read { db in
      try BadgeReadingStore.sheet(BadgeReadingStore.award(Number(1), db).orNotFound(), db)
    }
    #expect(
      Set(sheet.evidence.map(\.words)) == ["Elle a écouté.", "Elle a tout expliqué deux fois."])
    #expect(sheet.evidence.allSatisfy { !$0.isShown && !$0.name.contains("Élodie") })
    #expect(
      sheet.award.narrative.contains("2 membres") && !sheet.award.narrative.contains("Élodie"))
    #expect(try say("Encore.", as: .learner) == 410)
    // Those who give it see who did it for each other.
    #expect(try ask([.insider], as: .referent) == 303)
    #expect(try say("Il a bien coupé.", of: 2, as: .insider) == 303)
    let swap = try community.get("/badges/1/pairs", as: .administrator).text
    #expect(swap.contains("Témoignent l’un pour l’autre") && swap.contains("tout expliqué"))
    #expect(try community.get("/badges/1/pairs", as: .learner).status == 403)
  }

  @Test func `is asked of others, of one's own classes, who may come forward or decline`() throws {
    #expect(try ask([]) == 422)
    #expect(try ask([.insider]) == 422, "oneself cannot be ticked")
    #expect(try ask([], as: .insider, [("autres", "insider")]) == 422)
    #expect(try ask([], as: .insider, [("autres", "administrator")]) == 422, "shares no space")
    #expect(try ask([], as: .insider, [("autres", "learner"), ("ouvert", "oui")]) == 303)
    #expect(try say("", as: .learner, "non") == 303)
    #expect(
      try community.get("/badges/1/reconnaissance", as: .insider).text.contains("ne témoigne pas"))
    #expect(
      try community.get("/badges/reconnaissances", as: .outsider).text.contains("Élodie insider"))
    #expect(try say("J’y étais.", as: .outsider) == 303)
    #expect(try say("Je m’admire.", as: .insider) == 403)
    #expect(try community.get("/badges/reconnaissances/1", as: .administrator).status == 404)
    _ = try community.post("/badges/reconnaissances/1/abandon", as: .insider)
    #expect(try say("Moi aussi.", as: .referent) == 410)
    #expect(try holders() == [])
  }
}
