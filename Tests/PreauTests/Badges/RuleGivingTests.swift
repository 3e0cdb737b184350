import SQLite
import Testing

@testable import Preau

/// A rule over the routes, as the pages would send it, and what the site then gives by itself.
@Suite struct `A rule that gives a badge` {
  private let community: Community
  private var database: Database { community.site.database }

  init() throws {
    community = try Community()
    let made = try community.post(
      "/badges/nouveau",
      [("nom", "Aide"), ("description", "Aide les autres."), ("criteres", "Des réponses.")],
      as: .administrator)
    #expect(made.status == 303)
    _ = try community.post("/badges/1/ouvrir", as: .administrator)
  }

  /// Answers in one of the learner's threads: 1 is public, 2 for members, 3 private.
  private func answer(_ thread: Int64, as person: Community.Person, masked: Bool = false) throws {
    let answer = try community.post(
      "/fils/\(thread)/reponses",
      [("texte", "Voici comment."), ("action", "publier")] + (masked ? [("sans-nom", "oui")] : []),
      as: person)
    #expect(answer.status == 303)
    try database.write { db in
      let post = try db.value("SELECT max(id) FROM post", as: Post.ID.self)
      try ThreadStore.accept(post, in: Number(thread), db)
    }
  }

  private func send(_ step: String, space: String = "", as person: Community.Person) throws -> (
    status: Int, text: String
  ) {
    let answer = try community.post(
      "/badges/1/regle",
      [
        ("quoi", "accepted-answers"), ("combien", "1"), ("espace", space), ("etape", step),
      ], as: person)
    return (answer.status, answer.text)
  }

  private func holders() throws -> [Int64] {
    try database.read { db in
      try db.rows("SELECT member FROM badge_award ORDER BY id") { try $0.next(Int64.self) }
    }
  }

  private func look() throws {
    #expect(
      try BadgeRuleGiving.some(database, community.site.badges, at: .now) == false)
  }

  @Test func `shows who would get it, and gives nothing before it is confirmed`() throws {
    try answer(1, as: .insider)
    _ = try community.post("/espaces/members/sans-nom", as: .referent)
    try answer(2, as: .outsider, masked: true)
    try answer(3, as: .referent)
    #expect(try send("voir", as: .insider).status == 403)
    let rehearsal = try send("voir", as: .administrator)
    #expect(rehearsal.status == 200 && rehearsal.text.contains("1 personne le recevrait"))
    #expect(rehearsal.text.contains("Élodie insider"))
    #expect(!rehearsal.text.contains("Élodie outsider"), "a badge would tell who it was")
    #expect(!rehearsal.text.contains("Élodie referent"), "what is private does not count")
    try look()
    #expect(try holders() == [])
    #expect(try send("voir", space: "3", as: .administrator).status == 422)
    #expect(try send("confirmer", as: .administrator).status == 303)
    #expect(try holders() == [Community.Person.insider.rawValue])
    let narrative = try database.read {
      try $0.value("SELECT narrative FROM badge_award", as: String.self)
    }
    #expect(narrative == "Le site a compté 1 réponse acceptée. Il en faut au moins 1.")
    let again = try send("voir", as: .administrator).text
    #expect(again.contains("Personne ne le recevrait") && again.contains("Ont déjà ce badge"))
    #expect(
      try community.get("/badges/1-aide", as: .outsider).text.contains("Vous en êtes à 0 sur 1"))
    #expect(try community.get("/journal", as: .administrator).text.contains("le site"))
  }

  @Test func `gives as things happen, each person once, and nothing while it is paused`() throws {
    #expect(try send("confirmer", as: .administrator).status == 303)
    try answer(1, as: .insider)
    try answer(2, as: .learner)
    try look()
    #expect(try holders() == [Community.Person.insider.rawValue], "not one's own question")
    try database.write { db in
      let id = try db.value("SELECT id FROM badge_award", as: BadgeAward.ID.self).orNotFound()
      try BadgeAwardStore.delete(id, at: Community.noon, db)
    }
    try look()
    #expect(try holders() == [])
    _ = try community.post("/badges/1/regle/pause", as: .administrator)
    try answer(2, as: .outsider)
    try look()
    #expect(try holders() == [])
    _ = try community.post("/badges/1/regle/pause", as: .administrator)
    try look()
    #expect(try holders() == [Community.Person.outsider.rawValue])
    _ = try community.post("/badges/1/regle/arret", as: .administrator)
    #expect(try !community.get("/badges/1/regle", as: .administrator).text.contains("En marche"))
  }

  @Test func `counts each kind of thing for whom it is due`() throws {
    for fact in BadgeFact.allCases {
      let rule = BadgeRule(fact: fact, least: 1, space: nil)
      let found = try database.read {
        try BadgeRuleStore.candidates(of: rule, for: Number(1), at: .now, limit: 10, $0)
      }
      #expect(found.isEmpty, "\(fact)")
      for count in [1, 3] {
        #expect(BadgeRuleStrings.french.narrative(rule, count).contains("\(count) "))
        #expect(BadgeRuleStrings.english.narrative(rule, count).contains("\(count) "))
      }
    }
  }

  @Test func `is refused with every mistake in it`() {
    var draft = BadgeRuleDraft(nil, in: nil)
    #expect(throws: Never.self) { try draft.checked(among: []) }
    draft.fact = "likes"
    draft.least = "0"
    draft.space = "7"
    do {
      _ = try draft.checked(among: [])
      Issue.record("was taken")
    } catch {
      #expect(error.all == [.factMissing, .leastWrong, .spaceUnknown])
    }
  }
}
