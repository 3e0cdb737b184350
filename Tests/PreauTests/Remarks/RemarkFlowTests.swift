import HTTP
import SQLite
import Testing

@testable import Preau

/// Remarks on a tutorial over the routes, as the pages would send them.
@Suite struct `A remark` {
  private let community: Community

  init() throws {
    community = try Community()
    try save(
      "/tutoriels/nouveau",
      "## Le besoin\n\nOuvrir l’armoire sans risque.\n\n## Les gestes\n\nCouper.",
      [("espace", "public"), ("envoi", "a")])
    _ = try community.post("/tutoriels/1/publication", as: .insider)
  }

  private func save(_ path: String, _ text: String, _ more: [(String, String)]) throws {
    let answer = try community.post(
      path,
      [
        ("titre", "Consigner"), ("resume", ""), ("texte", text), ("licence", Licence.by.uri),
        ("langue-du-texte", "fr"), ("etiquettes", ""), ("action", "publier"),
      ] + more, as: .insider)
    #expect(answer.status == 303)
  }

  private func publish(_ text: String, over version: Int) throws {
    try save("/tutoriels/1/modifier", text, [("version", String(version))])
    _ = try community.post("/tutoriels/1/publication", as: .insider)
  }

  private func remark(
    _ text: String, _ fields: [(String, String)], as person: Community.Person = .learner
  ) throws -> Response {
    try community.post(
      "/tutoriels/1/remarquer", [("version", "1"), ("texte", text), ("envoi", text)] + fields,
      as: person)
  }

  private func page(as person: Community.Person) throws -> String {
    try community.get("/tutoriels/1-consigner", as: person).text
  }

  private func told(_ kind: Preau.Notification.Kind) throws -> [Int64] {
    try community.site.database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = ? ORDER BY id", kind) {
        try $0.next(Int64.self)
      }
    }
  }

  private let section = [("partie", "partie-les-gestes")]

  @Test func `on a section is read by members, answered and settled`() throws {
    #expect(try remark("Avec des gants ?", section)["Location"] == "/remarques/1")
    #expect(try told(.remarkMade) == [Community.Person.insider.rawValue])
    #expect(try page(as: .outsider).contains("Avec des gants"))
    #expect(try !page(as: .visitor).contains("gants"))
    _ = try remark("Oui, toujours.", [("repond", "1")], as: .insider)
    #expect(try told(.remarkAnswered) == [Community.Person.learner.rawValue])
    #expect(try remark("Et encore ?", [("repond", "2")], as: .outsider).status == 422)
    #expect(try page(as: .learner).contains("2 remarques"))
    #expect(try community.post("/remarques/1/reglee", as: .learner).status == 403)
    #expect(try community.post("/remarques/1/reglee", as: .insider).status == 303)
    #expect(try page(as: .learner).contains("Réglé"))
    #expect(try community.post("/remarques/1/effacement", as: .outsider).status == 403)
    _ = try community.post("/remarques/1/effacement", as: .learner)
    #expect(try !page(as: .insider).contains("toujours"))
  }

  @Test func `finds its section again in newer versions, or waits for its authors`() throws {
    _ = try remark("Avec des gants ?", section)
    try publish("## Le besoin\n\nMots.\n\n## Les bons gestes\n\nCouper.", over: 1)
    #expect(try page(as: .outsider).contains("Avec des gants"))
    try publish("## Le besoin\n\nMots.", over: 2)
    #expect(try !page(as: .outsider).contains("Avec des gants"))
    for person in [Community.Person.insider, .learner] {
      #expect(try page(as: person).contains("Avec des gants"))
    }
    #expect(
      try community.get("/tutoriels/1/atelier", as: .insider).text.contains("Avec des gants"))
  }

  @Test func `on a passage is found as it was typed, and comes back when it is not`() throws {
    let wrong = try remark("Lequel ?", [("passage", "un placard"), ("lecteurs", "members")])
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("un placard") && wrong.text.contains("Lequel ?"))
    let made = try remark(
      "Laquelle ?", [("passage", "OUVRIR L'ARMOIRE"), ("lecteurs", "members")])
    #expect(made.status == 303)
    #expect(try page(as: .outsider).contains("data-exact=\"Ouvrir l’armoire\""))
    try publish("Un mot de plus.\n\nOuvrir la petite armoire sans risque.", over: 1)
    #expect(try page(as: .insider).contains("Partie disparue"))
    try publish("Un mot de plus.\n\nOuvrir l’armoires sans risque.", over: 2)
    #expect(try page(as: .outsider).contains("data-exact=\"Ouvrir l’armoire"))
    #expect(try community.get("/remarques/1", as: .outsider).status == 302)
  }

  @Test func `is read by whom it is for`() throws {
    for readers in ["members", "authors", "private"] {
      _ = try remark("Mot \(readers).", [("passage", "sans risque"), ("lecteurs", readers)])
    }
    func read(_ person: Community.Person) throws -> [Bool] {
      let page = try page(as: person)
      let export = try community.get("/tutoriels/1/annotations.jsonld", as: person)
      let words = ["members", "authors", "private"].map { page.contains("Mot \($0).") }
      #expect(
        words == ["members", "authors", "private"].map { export.text.contains("Mot \($0).") })
      #expect(export["Content-Type"]?.hasPrefix("application/ld+json") == true)
      return words
    }
    #expect(try read(.learner) == [true, true, true])
    #expect(try read(.insider) == [true, true, false])
    #expect(try read(.outsider) == [true, false, false])
    #expect(try read(.referent) == [true, false, false])
    #expect(try told(.remarkMade).count == 2)
    #expect(try community.get("/tutoriels/1/annotations.jsonld").status == 303)
    #expect(try community.get("/remarques/3", as: .insider).status == 404)
    try community.site.database.write { db in
      try DeletionStore.delete(Community.Person.learner.id, at: .now, db)
    }
    #expect(
      try community.site.database.read { db in
        try db.value("SELECT count(*) FROM remark", as: Int.self)
      } == 2)
  }

  @Test func `is hidden by a référent, with a reason`() throws {
    _ = try remark("Un mot de trop.", section)
    #expect(try community.get("/remarques/1/masquage", as: .outsider).status == 403)
    #expect(try community.get("/remarques/1/signalement", as: .outsider).status == 200)
    #expect(
      try community.post("/remarques/1/signalement", [("raison", "Blessant.")], as: .outsider)
        .status == 303)
    #expect(try told(.remarkReported) == [Community.Person.referent.rawValue])
    let path = "/remarques/1/masquage"
    #expect(try community.post(path, [("raison", "")], as: .referent).status == 422)
    #expect(try community.post(path, [("raison", "Ça blesse.")], as: .referent).status == 303)
    #expect(try !page(as: .outsider).contains("Un mot de trop."))
    #expect(try page(as: .learner).contains("Ça blesse."))
    #expect(try told(.remarkHidden) == [Community.Person.learner.rawValue])
  }

  @Test func `is not taken from who is silenced, nor where one only reads`() throws {
    try community.site.database.write { db in
      try db.run("INSERT INTO moderation_case (id, post, opened) VALUES (1, 1, 1)")
      try db.run(
        "INSERT INTO silence (item, space, member, until) VALUES (1, 1, ?, ?)",
        Community.Person.learner.id, Instant.now + 3_600)
    }
    let silenced = try remark("Puis-je ?", section)
    #expect(silenced.status == 422 && silenced.text.contains("Puis-je ?"))
    #expect(try remark("Moi, oui.", section, as: .outsider).status == 303)
    try community.site.database.write { db in
      try db.run("UPDATE space SET closed = 1 WHERE id = 1")
    }
    let closed = try remark("Trop tard ?", section, as: .outsider)
    #expect(closed.status == 422 && closed.text.contains("Trop tard ?"))
    #expect(try page(as: .learner).contains("Moi, oui."))
    #expect(try !page(as: .learner).contains("Écrire une remarque"))
  }
}
