import HTTP
import SQLite
import Testing

@testable import Preau

/// A correction proposed and decided over the routes, as the pages would send it.
@Suite struct `A suggested correction` {
  private let community: Community

  init() throws { community = try Community() }

  private static let text =
    "## Le besoin\n\nOuvrir sans risque.\n\n## Les gestes\n\n1. Couper\n2. Finir"
  private static let gestures = "## Les gestes\n\n1. Couper\n2. Finir"

  /// Publishes a tutorial of the insider.
  private func publish(in space: String = "public") throws {
    _ = try community.post(
      "/tutoriels/nouveau",
      [
        ("titre", "Consigner"), ("resume", ""), ("texte", Self.text), ("licence", Licence.by.uri),
        ("langue-du-texte", "fr"), ("etiquettes", ""), ("action", "publier"), ("espace", space),
        ("envoi", "a"),
      ], as: .insider)
    _ = try community.post("/tutoriels/1/publication", as: .insider)
  }

  private func save(_ text: String, over version: Int) throws {
    let answer = try community.post(
      "/tutoriels/1/modifier",
      [
        ("titre", "Consigner"), ("resume", ""), ("texte", text), ("licence", Licence.by.uri),
        ("langue-du-texte", "fr"), ("etiquettes", ""), ("action", "publier"),
        ("version", String(version)),
      ], as: .insider)
    #expect(answer.status == 303)
  }

  private func suggest(
    _ text: String, because reason: String = "Il faut vérifier.", mark: String = "m",
    as person: Community.Person = .learner
  ) throws -> Response {
    try community.post(
      "/tutoriels/1/corriger",
      [
        ("version", "1"), ("partie", "partie-les-gestes"), ("texte", text), ("raison", reason),
        ("envoi", mark),
      ], as: person)
  }

  private func accept(
    _ number: Int, over version: Int, text: String? = nil, as person: Community.Person = .insider
  ) throws -> Response {
    try community.post(
      "/tutoriels/1/corrections/\(number)/acceptation",
      [("version", String(version))] + (text.map { [("texte", $0)] } ?? []), as: person)
  }

  private func source(_ version: Int) throws -> String? {
    try community.site.database.read {
      try TutorialStore.source(of: Number(1), version: version, $0)
    }
  }

  private func told(_ kind: Preau.Notification.Kind) throws -> [Int64] {
    try community.site.database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = ? ORDER BY id", kind) {
        try $0.next(Int64.self)
      }
    }
  }

  private static let better = "## Les gestes\r\n\r\n1. Couper\r\n2. Vérifier\r\n3. Finir\r\n"

  @Test func `shows the section, and comes back with every word when something is wrong`() throws {
    try publish()
    let page = try community.get("/tutoriels/1-consigner", as: .learner).text
    #expect(page.contains("/tutoriels/1/corriger?version=1&amp;partie=partie-les-gestes"))
    #expect(try !community.get("/tutoriels/1-consigner").text.contains("/corriger"))
    let form = try community.get(
      "/tutoriels/1/corriger?version=1&partie=partie-les-gestes", as: .learner
    ).text
    #expect(form.contains("1. Couper") && !form.contains("Ouvrir sans risque"))
    for (text, reason) in [(Self.gestures, "Pour rien."), ("Mes mots.", ""), (" ", "Vide.")] {
      let answer = try suggest(text, because: reason)
      #expect(answer.status == 422)
      #expect(answer.text.contains(text) && (reason.isEmpty || answer.text.contains(reason)))
    }
    #expect(
      try community.get("/tutoriels/1/corriger?version=1", as: .insider)["Location"]
        == "/tutoriels/1/modifier")
  }

  @Test func `that is accepted makes the next version, and names who made it`() throws {
    try publish()
    #expect(try suggest(Self.better).status == 303)
    #expect(try suggest(Self.better)["Location"] == "/tutoriels/1/corrections/1")
    #expect(try told(.suggestionMade) == [Community.Person.insider.rawValue])
    #expect(try community.get("/tutoriels/1/corrections/1", as: .outsider).status == 404)
    #expect(try community.get("/tutoriels/1/corrections/1", as: .learner).status == 200)
    let page = try community.get("/tutoriels/1/corrections/1", as: .insider).text
    #expect(page.contains("<ins>") && page.contains("Vérifier"))
    #expect(try community.get("/tutoriels/1/atelier", as: .insider).text.contains("1 correction"))
    #expect(try accept(1, over: 1, as: .learner).status == 422)
    #expect(try accept(1, over: 1).status == 303)
    #expect(
      try source(2) == Self.text.replacing("2. Finir", with: "2. Vérifier\n3. Finir"))
    #expect(try told(.suggestionAccepted) == [Community.Person.learner.rawValue])
    #expect(try accept(1, over: 2).status == 422)
    // Who wrote a line of it reviews none of it.
    let hands = try community.site.database.read { db in
      try db.rows("SELECT member FROM tutorial_involved WHERE tutorial = 1") {
        try $0.next(Int64.self)
      }
    }
    #expect(hands.contains(Community.Person.learner.rawValue))
    #expect(try !community.get("/tutoriels/1-consigner", as: .outsider).text.contains("aide de"))
    _ = try community.post("/tutoriels/1/publication", as: .insider)
    let shown = try community.get("/tutoriels/1-consigner", as: .outsider).text
    #expect(shown.contains("Avec l’aide de") && shown.contains("Élodie learner"))
    for path in ["/tutoriels/1-consigner", "/tutoriels/1/versions"] {
      let outside = try community.get(path).text
      #expect(!outside.contains("Élodie learner") && outside.contains("un apprenant"))
    }
  }

  @Test func `is carried over to a draft that has changed elsewhere`() throws {
    try publish()
    _ = try suggest(Self.better)
    let later = Self.text.replacing("Ouvrir sans risque.", with: "Ouvrir sans aucun risque.")
    try save(later, over: 1)
    #expect(try accept(1, over: 1).status == 422)
    let page = try community.get("/tutoriels/1/corrections/1", as: .insider).text
    #expect(page.contains("mais pas ce passage"))
    #expect(try accept(1, over: 2).status == 303)
    #expect(try source(3) == later.replacing("2. Finir", with: "2. Vérifier\n3. Finir"))
  }

  @Test func `that meets a changed passage waits for a hand, and is never lost`() throws {
    try publish()
    _ = try suggest(Self.better)
    try save(Self.text.replacing("2. Finir", with: "2. Ranger"), over: 1)
    let page = try community.get("/tutoriels/1/corrections/1", as: .insider).text
    #expect(page.contains("Ce passage a changé depuis"))
    #expect(page.contains("Vérifier") && page.contains("2. Ranger"))
    #expect(try accept(1, over: 2).status == 422)
    // What stands there already, sent back as it was, takes nothing of it over.
    let own = "## Les gestes\n\n1. Couper\n2. Ranger"
    let untouched = try accept(1, over: 2, text: own)
    #expect(untouched.status == 422 && untouched.text.contains("déjà celui de votre brouillon"))
    let stale = try accept(1, over: 1, text: "## Les gestes\n\nMes mots à la main.")
    #expect(stale.status == 422 && stale.text.contains("Mes mots à la main."))
    #expect(
      try accept(1, over: 2, text: "## Les gestes\n\n1. Vérifier\n2. Ranger").status == 303)
    #expect(
      try source(3)
        == "## Le besoin\n\nOuvrir sans risque.\n\n## Les gestes\n\n1. Vérifier\n2. Ranger")
  }

  @Test func `that is not kept comes with a word`() throws {
    try publish()
    _ = try suggest(Self.better)
    let path = "/tutoriels/1/corrections/1/refus"
    #expect(try community.post(path, [("mot", " ")], as: .insider).status == 422)
    #expect(try community.post(path, [("mot", "Déjà dit.")], as: .outsider).status == 404)
    #expect(try community.post(path, [("mot", "Déjà dit plus haut.")], as: .insider).status == 303)
    #expect(try told(.suggestionRefused) == [Community.Person.learner.rawValue])
    #expect(
      try community.get("/tutoriels/1/corrections", as: .learner).text.contains("Non retenue"))
    #expect(
      try community.get("/tutoriels/1/corrections/1", as: .learner).text.contains("Déjà dit"))
    #expect(try accept(1, over: 1).status == 422)
  }

  @Test func `is not taken from who is silenced, nor where the space is closed`() throws {
    try publish()
    try community.site.database.write { db in
      try db.run("UPDATE space SET closed = 1 WHERE id = 1")
    }
    let closed = try suggest(Self.better)
    #expect(closed.status == 422 && closed.text.contains("Vérifier"))
    #expect(
      try community.get("/tutoriels/1/corriger?version=1", as: .learner).status == 403)
  }

  @Test func `of a private space is for its members`() throws {
    try publish(in: "private")
    #expect(try community.get("/tutoriels/1/corriger?version=1", as: .outsider).status == 404)
    #expect(try suggest(Self.better, as: .outsider).status == 404)
    #expect(try suggest(Self.better, as: .referent).status == 303)
  }
}
