import SQLite
import Testing

@testable import Preau

/// A pupil shows a badge, over the routes, as the pages would send it.
@Suite struct `An agreement to show a badge` {
  private let community: Community

  /// The learner has no address, is in a class of the insider's, and has a badge of the site.
  init() throws {
    community = try Community()
    _ = try community.post(
      "/badges/nouveau",
      [("nom", "Ose"), ("description", "Ose demander."), ("criteres", "Une question.")],
      as: .administrator)
    _ = try community.post("/badges/1/ouvrir", as: .administrator)
    let site = community.site
    try site.database.write { db in
      let space = try ClassStore.create(
        name: "2de", year: SchoolYear(first: 2026), about: "", by: Community.Person.insider.id,
        at: Community.noon, db)
      let learner = Community.Person.learner.id
      try MembershipStore.admit(learner, to: space, at: Community.noon, db)
      try db.run(
        "INSERT INTO class_learner (space, member, called) VALUES (?, ?, 'x')", space, learner)
      let badge = try BadgeClassStore.badge(Number(1), db).orNotFound()
      for person in [Community.Person.learner, .outsider] {
        let id = try BadgeAwardStore.offer(
          BadgeAwardStore.New(
            badge: badge, member: person.id, by: Community.Person.administrator.id),
          in: site.badges, at: .now, db)
        let award = try BadgeReadingStore.award(id, db).orNotFound()
        try BadgeAwardStore.accept(award, publishing: false, shown: [], at: .now, db)
      }
    }
  }

  private func choose(_ isNeeded: Bool) throws {
    let fields = isNeeded ? [("accord", "oui")] : []
    #expect(try community.post("/badges/accords", fields, as: .administrator).status == 303)
  }

  /// - Returns: the link.
  private func share(_ award: Int, as person: Community.Person) throws -> String {
    let made = try community.post(
      "/mes-badges/\(award)/liens", [("nom", "Lina"), ("duree", "30")], as: person)
    #expect(made.status == 303)
    return try community.site.database.read { db in
      "/b/"
        + (try db.value("SELECT secret FROM badge_share ORDER BY id DESC", as: String.self) ?? "")
    }
  }

  private func decide(
    _ verdict: String, _ words: String = "", as person: Community.Person
  ) throws -> Int {
    try community.post(
      "/badges/accords/1", [("avis", verdict), ("mots", words)], as: person
    ).status
  }

  private func isPublished() throws -> Bool {
    try community.site.database.read { db in
      try BadgeReadingStore.award(Number(1), db)?.isPublished ?? false
    }
  }

  private func told(_ kind: Preau.Notification.Kind) throws -> [Int64] {
    try community.site.database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = ? ORDER BY id", kind) {
        try $0.next(Int64.self)
      }
    }
  }

  @Test func `is asked of the teacher of a pupil, and opens the link once it is given`() throws {
    #expect(try community.post("/badges/accords", [("accord", "oui")], as: .insider).status == 403)
    try choose(true)
    #expect(
      try community.get("/mes-badges/1", as: .learner).text.contains("il faut l’accord d’un adulte")
    )
    let link = try share(1, as: .learner)
    #expect(try community.get(link).status == 404)
    _ = try community.post("/mes-badges/1/publication", as: .learner)
    #expect(try !isPublished())
    #expect(try told(.badgeAgreementAsked) == [Community.Person.insider.rawValue], "once")
    #expect(try community.get("/badges", as: .insider).text.contains("1 accord attendu"))
    #expect(try community.get("/badges/accords", as: .insider).text.contains("Élodie learner"))
    #expect(try community.get("/badges/accords/1", as: .insider).text.contains("Lina"))
    for person in [Community.Person.outsider, .learner, .referent] {
      #expect(try decide("accord", as: person) == 404)
    }
    #expect(try decide("refus", as: .insider) == 422)
    #expect(try decide("accord", as: .insider) == 303)
    #expect(try community.get(link).status == 200)
    #expect(try isPublished())
    #expect(try told(.badgeAgreed) == [Community.Person.learner.rawValue])
    #expect(try community.get("/badges/accords", as: .insider).text.contains("Personne n’attend"))
  }

  @Test func `is not needed by others, nor for what was shown before`() throws {
    let before = try share(1, as: .learner)
    try choose(true)
    #expect(try community.get(before).status == 200)
    #expect(try community.get(share(2, as: .outsider)).status == 200, "a teacher")
    #expect(try told(.badgeAgreementAsked) == [])
  }

  @Test func `that is refused closes the links, with words, and can be asked for again`() throws {
    try choose(true)
    let link = try share(1, as: .learner)
    #expect(try decide("refus", "Parlons-en d’abord.", as: .insider) == 303)
    #expect(try community.get(link).status == 410)
    #expect(
      try community.get("/mes-badges/1", as: .learner).text.contains("Parlons-en d’abord."))
    #expect(try told(.badgeNotAgreed) == [Community.Person.learner.rawValue])
    let again = try share(1, as: .learner)
    #expect(try decide("accord", as: .administrator) == 303)
    #expect(try community.get(again).status == 200)
    #expect(try community.get(link).status == 410)
  }
}
