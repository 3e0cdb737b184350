import HTTP
import SQLite
import Testing

@testable import Preau

/// A tutorial written over the routes, as a page would send it.
@Suite struct `A tutorial` {
  private let community: Community

  init() throws { community = try Community() }

  private static let text = "## Le besoin\n\nOuvrir sans risque.\n\n1. Couper\n2. Vérifier"

  private func fields(
    _ title: String, _ text: String = Self.text, licence: Licence = .by, version: Int? = nil
  ) -> [(String, String)] {
    [
      ("titre", title), ("resume", "En deux gestes."), ("texte", text), ("licence", licence.uri),
      ("langue-du-texte", "fr"), ("etiquettes", "habilitation"), ("action", "publier"),
    ] + (version.map { [("version", String($0))] } ?? [])
  }

  /// - Returns: its number.
  private func begin(
    _ title: String = "Consigner", as person: Community.Person = .insider,
    in space: String = "public", licence: Licence = .by
  ) throws -> Int {
    let answer = try community.post(
      "/tutoriels/nouveau",
      fields(title, licence: licence) + [("espace", space), ("envoi", title)],
      as: person)
    #expect(answer.status == 303)
    let parts = (answer["Location"] ?? "").split(separator: "/")
    return try #require(parts.count > 1 ? Int(parts[1]) : nil)
  }

  private func status(_ path: String, as person: Community.Person = .visitor) throws -> Int {
    try community.get(path, as: person).status
  }

  private func pointers(_ id: Int) throws -> TutorialPointers {
    let viewer = try community.viewer(.administrator)
    return try community.site.database.read { db in
      try #require(try TutorialStore.view(Number(Int64(id)), for: viewer, db)).tutorial.pointers
    }
  }

  private func told(_ kind: Preau.Notification.Kind) throws -> [Int64] {
    try community.site.database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = ? ORDER BY id", kind) {
        try $0.next(Int64.self)
      }
    }
  }

  @Test func `is read by its authors, then by members, then by all`() throws {
    let id = try begin()
    let page = "/tutoriels/\(id)-consigner"
    #expect(try status(page) == 404)
    #expect(try status(page, as: .outsider) == 404)
    #expect(try status("/tutoriels/\(id)/versions/1", as: .insider) == 200)
    #expect(try status("/tutoriels/\(id)/versions/1", as: .outsider) == 404)
    _ = try community.post("/tutoriels/\(id)/partage", as: .insider)
    #expect(try status("/tutoriels/\(id)/beta", as: .outsider) == 200)
    #expect(try status("/tutoriels/\(id)/versions/1") == 404)
    #expect(try !community.get("/tutoriels").text.contains("Consigner"))
    let betas = "/tutoriels?liste=betas"
    #expect(try community.get(betas, as: .outsider).text.contains("/tutoriels/\(id)/beta"))
    #expect(try community.get(betas, as: .insider).text.contains("/tutoriels/\(id)/atelier"))
    #expect(try !community.get(betas).text.contains("Consigner"))
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    let answer = try community.get(page)
    #expect(answer.status == 200)
    #expect(answer.text.contains("<h2 id=\"partie-le-besoin\">Le besoin</h2>"))
    #expect(try community.get("/tutoriels").text.contains("Consigner"))
    #expect(try !community.get(betas, as: .outsider).text.contains("/tutoriels/\(id)/beta"))
    #expect(try community.get("/ressources/atom").text.contains("Consigner"))
    #expect(try community.get("/espaces/public/atom").text.contains("Consigner"))
    #expect(try community.get("/espaces/public").text.contains("Consigner"))
    #expect(try community.get("/tutoriels?etiquette=habilitation").text.contains("Consigner"))
    #expect(try community.get("/recherche?q=consigner").text.contains(page))
    #expect(try status("/tutoriels/\(id)-autre") == 301)
  }

  @Test func `stays as it was published while its author writes on`() throws {
    let id = try begin()
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    let saved = try community.post(
      "/tutoriels/\(id)/modifier", fields("Consigner mieux", "Tout neuf.", version: 1),
      as: .insider)
    #expect(saved.status == 303)
    #expect(try pointers(id) == TutorialPointers(draft: 2, published: 1))
    #expect(try !community.get("/tutoriels/\(id)-consigner").text.contains("Tout neuf"))
    #expect(try status("/tutoriels/\(id)/versions/2", as: .outsider) == 404)
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    #expect(try community.get("/tutoriels/\(id)-consigner-mieux").text.contains("Tout neuf"))
    let versions = try community.get("/tutoriels/\(id)/versions").text
    #expect(versions.contains("<del>") && versions.contains("<ins>"))
    #expect(try status("/tutoriels/\(id)/versions/1") == 200)
  }

  @Test func `gives the text back when somebody else saved meanwhile`() throws {
    let id = try begin()
    _ = try community.post(
      "/tutoriels/\(id)/modifier", fields("Consigner", "Les mots de l’une.", version: 1),
      as: .insider)
    let stale = try community.post(
      "/tutoriels/\(id)/modifier", fields("Consigner", "Les mots de l’autre.", version: 1),
      as: .insider)
    #expect(stale.status == 409)
    #expect(
      stale.text.contains("Les mots de l’une.") && stale.text.contains("Les mots de l’autre."))
    #expect(try pointers(id).draft == 2)
    let again = try community.post(
      "/tutoriels/\(id)/modifier", fields("Consigner", "Les mots des deux.", version: 2),
      as: .insider)
    #expect(again.status == 303)
  }

  @Test func `is never lost: what is wrong comes back with the words, a preview is kept`() throws {
    let wrong = try community.post(
      "/tutoriels/nouveau", fields("", "Mes mots.") + [("espace", "public")], as: .insider)
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("Mes mots."))
    let preview = try community.post(
      "/tutoriels/nouveau",
      fields("Titre", "> **Attention** aux mots.").filter { $0.0 != "action" }
        + [("espace", "public"), ("action", "apercu")], as: .insider)
    #expect(preview.status == 200)
    #expect(preview.text.contains("class=\"remark remark--warning\""))
    #expect(try community.get("/tutoriels/nouveau", as: .insider).text.contains("aux mots"))
    #expect(try community.get("/brouillons", as: .insider).text.contains("aux mots"))
  }

  @Test func `gives the words back where nobody writes any more`() throws {
    let id = try begin()
    let path = "/tutoriels/\(id)/modifier"
    let typed = fields("Consigner", "Des mots tardifs.", version: 1)
    try community.site.database.write { db in
      try db.run("UPDATE space SET closed = 1 WHERE id = 1")
    }
    let closed = try community.post(path, typed, as: .insider)
    #expect(closed.status == 422)
    #expect(closed.text.contains("Des mots tardifs."))
    try community.site.database.write { db in
      try db.run(
        "UPDATE tutorial SET removed = 1, removed_by = ? WHERE id = ?",
        Community.Person.referent.id, Int64(id))
    }
    #expect(try community.post(path, typed, as: .insider).status == 410)
    #expect(try community.get("/brouillons", as: .insider).text.contains("Des mots tardifs."))
  }

  @Test func `of a learner is published by who looks after the space`() throws {
    let id = try begin("Par une élève", as: .learner)
    #expect(try community.post("/tutoriels/\(id)/publication", as: .learner).status == 422)
    #expect(try status("/tutoriels/\(id)/atelier", as: .referent) == 404)
    _ = try community.post("/tutoriels/\(id)/soumission", as: .learner)
    #expect(try told(.tutorialToRead) == [Community.Person.referent.rawValue])
    #expect(try status("/tutoriels/\(id)/versions/1", as: .referent) == 200)
    #expect(
      try community.post("/tutoriels/\(id)/acceptation", [("version", "1")], as: .outsider).status
        == 404)
    #expect(
      try community.post("/tutoriels/\(id)/acceptation", [("version", "1")], as: .learner).status
        == 422)
    let accepted = try community.post(
      "/tutoriels/\(id)/acceptation", [("version", "1")], as: .referent)
    #expect(accepted.status == 303)
    #expect(try told(.tutorialPublished) == [Community.Person.learner.rawValue])
    let page = try community.get("/tutoriels/\(id)-par-une-eleve").text
    #expect(!page.contains("Élodie learner"))
    #expect(page.contains("un apprenant"))
  }

  @Test func `can be sent back with a word`() throws {
    let id = try begin("À revoir", as: .learner)
    _ = try community.post("/tutoriels/\(id)/soumission", as: .learner)
    #expect(
      try community.post("/tutoriels/\(id)/renvoi", [("mot", "")], as: .referent).status == 422)
    _ = try community.post("/tutoriels/\(id)/renvoi", [("mot", "L’étape 2.")], as: .referent)
    #expect(try pointers(id) == TutorialPointers(draft: 1))
    #expect(try community.get("/notifications", as: .learner).text.contains("L’étape 2."))
  }

  @Test func `waits for the seals that its space asks for`() throws {
    try community.site.database.write { db in
      try db.run("UPDATE space SET needs_trade_seal = 1 WHERE id = 1")
    }
    let id = try begin()
    #expect(try community.post("/tutoriels/\(id)/publication", as: .insider).status == 422)
    _ = try community.post("/tutoriels/\(id)/soumission", as: .insider)
    let answer = try community.post(
      "/tutoriels/\(id)/acceptation", [("version", "1")], as: .referent)
    #expect(answer.status == 422)
    let viewer = try community.viewer(.referent)
    try community.site.database.write { db in
      let view = try #require(try TutorialStore.view(Number(Int64(id)), for: viewer, db))
      try TutorialPublishStore.accept(
        1, of: view, with: [.trade], by: Community.Person.referent.id, at: .now, db)
    }
    #expect(try pointers(id) == TutorialPointers(draft: 1, published: 1))
  }

  @Test func `is signed by those who agree`() throws {
    let id = try begin()
    let asked = try community.post(
      "/tutoriels/\(id)/coauteurs", [("nom", "elodie outsider")], as: .insider)
    #expect(asked.status == 303)
    #expect(try told(.coAuthor) == [Community.Person.outsider.rawValue])
    #expect(try status("/tutoriels/\(id)/modifier", as: .outsider) == 404)
    _ = try community.post("/tutoriels/\(id)/signature", as: .outsider)
    #expect(try status("/tutoriels/\(id)/modifier", as: .outsider) == 200)
    _ = try community.post("/tutoriels/\(id)/depart", as: .insider)
    #expect(try status("/tutoriels/\(id)/modifier", as: .insider) == 404)
    #expect(try community.post("/tutoriels/\(id)/depart", as: .outsider).status == 422)
    #expect(
      try community.post("/tutoriels/\(id)/coauteurs", [("nom", "personne")], as: .outsider).status
        == 422)
  }

  @Test func `of a private space asks nobody who may not read it, and is found by nobody else`()
    throws
  {
    let id = try begin("Secret de classe", in: "private")
    #expect(
      try community.post("/tutoriels/\(id)/coauteurs", [("nom", "outsider")], as: .insider).status
        == 422)
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    for person in [Community.Person.visitor, .outsider, .administrator] {
      #expect(try status("/tutoriels/\(id)-secret-de-classe", as: person) == 404)
      for page in ["/tutoriels", "/recherche?q=secret"] {
        #expect(try !community.get(page, as: person).text.contains("secret-de-classe"))
      }
    }
    #expect(
      try community.get("/recherche?q=secret", as: .insider).text.contains("secret-de-classe"))
  }

  @Test func `that was taken away is found no more, and can come back`() throws {
    let id = try begin()
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    #expect(try community.post("/tutoriels/\(id)/retrait", as: .outsider).status == 404)
    _ = try community.post("/tutoriels/\(id)/retrait", as: .referent)
    #expect(try status("/tutoriels/\(id)-consigner") == 410)
    #expect(try !community.get("/recherche?q=consigner").text.contains("/tutoriels/\(id)"))
    #expect(try community.post("/tutoriels/\(id)/retrait", as: .insider).status == 410)
    _ = try community.post("/tutoriels/\(id)/retrait", as: .referent)
    #expect(try status("/tutoriels/\(id)-consigner") == 200)
    #expect(try community.get("/recherche?q=consigner").text.contains("/tutoriels/\(id)"))
  }

  // MARK: Adaptations

  @Test func `is adapted with its attribution, and its adapters learn of what is new`() throws {
    let id = try begin(licence: .bySA)
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    let form = try community.get("/tutoriels/\(id)/adaptation", as: .outsider).text
    #expect(!form.contains(">CC BY 4.0<"))
    let path = "/tutoriels/\(id)/adaptation"
    let wrong = try community.post(
      path, [("espace", "public"), ("licence", Licence.by.uri), ("envoi", "a")], as: .outsider)
    #expect(wrong.status == 422)
    let made = try community.post(
      path, [("espace", "public"), ("licence", Licence.bySA.uri), ("envoi", "b")], as: .outsider)
    #expect(made.status == 303)
    let copy = id + 1
    let kept = try community.post(
      "/tutoriels/\(copy)/modifier",
      fields("Pour les secondes", "Mes mots à moi.", licence: .by, version: 1), as: .outsider)
    #expect(kept.status == 422)
    _ = try community.post(
      "/tutoriels/\(copy)/modifier",
      fields("Pour les secondes", "Mes mots à moi.", licence: .bySA, version: 1), as: .outsider)
    _ = try community.post("/tutoriels/\(copy)/publication", as: .outsider)
    let page = try community.get("/tutoriels/\(copy)-pour-les-secondes").text
    #expect(page.contains("Adapté de") && page.contains("Élodie insider"))
    #expect(try community.get("/tutoriels/\(id)-consigner").text.contains("Pour les secondes"))
    _ = try community.post(
      "/tutoriels/\(id)/modifier", fields("Consigner", "Nouveau.", licence: .bySA, version: 1),
      as: .insider)
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    #expect(try told(.originalChanged) == [Community.Person.outsider.rawValue])
  }

  @Test func `names every original of a line of adaptations, whose licence binds each`() throws {
    let first = try begin(licence: .bySA)
    _ = try community.post("/tutoriels/\(first)/publication", as: .insider)
    func adapt(_ id: Int, as licence: Licence, mark: String) throws -> Int {
      try community.post(
        "/tutoriels/\(id)/adaptation",
        [("espace", "public"), ("licence", licence.uri), ("envoi", mark)], as: .outsider
      ).status
    }
    #expect(try adapt(first, as: .bySA, mark: "a") == 303)
    _ = try community.post("/tutoriels/\(first + 1)/publication", as: .outsider)
    // The adaptation is signed by its adapter alone, and still not the adapter's to relicense.
    #expect(try adapt(first + 1, as: .zero, mark: "b") == 422)
    #expect(try adapt(first + 1, as: .bySA, mark: "c") == 303)
    let last = first + 2
    _ = try community.post("/tutoriels/\(last)/publication", as: .outsider)
    let page = try community.get("/tutoriels/\(last)-consigner").text
    #expect(page.contains("Adapté de") && page.contains("Lui-même adapté de"))
    #expect(page.contains("Élodie insider"))
    #expect(page.contains("href=\"/tutoriels/\(first)-consigner\""))
    #expect(try hands(last).isSuperset(of: [.insider, .outsider]))
  }

  /// Whose words a tutorial holds.
  private func hands(_ id: Int) throws -> Set<Community.Person> {
    try community.site.database.read { db in
      Set(
        try db.rows("SELECT member FROM tutorial_involved WHERE tutorial = ?", id) {
          try $0.next(Int64.self)
        }.compactMap(Community.Person.init))
    }
  }

  @Test(arguments: [Licence.byND, .allRightsReserved])
  func `is not adapted where its licence forbids it`(licence: Licence) throws {
    let id = try begin(licence: licence)
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    let path = "/tutoriels/\(id)/adaptation"
    let page = try community.get(path, as: .outsider).text
    #expect(
      page.contains(
        LicenceStrings.french.refusal(
          licence == .byND ? .noDerivatives : .allRightsReserved)))
    let answer = try community.post(
      path, [("espace", "public"), ("licence", licence.uri)], as: .outsider)
    #expect(answer.status == 200)
    #expect(try status("/tutoriels/\(id + 1)/atelier", as: .outsider) == 404)
    #expect(try !community.get(path, as: .insider).text.contains("notice--wait"))
  }

  // MARK: Threads

  private func solve() throws -> [String] {
    _ = try community.post(
      "/fils/1/reponses", [("texte", "Il suffit de couper."), ("action", "publier")], as: .outsider)
    let post = try community.site.database.read { db in
      try db.value("SELECT id FROM post WHERE thread = 1 AND number = 2", as: Int64.self)
    }
    _ = try community.post("/messages/\(try #require(post))/acceptation", as: .referent)
    return ["message", "message"]
  }

  @Test func `is made from a thread that is solved, with the consent of those it quotes`() throws {
    #expect(try status("/fils/1/tutoriel", as: .insider) == 403)
    _ = try solve()
    let choice = try community.get("/fils/1/tutoriel", as: .insider).text
    #expect(choice.contains("Il suffit de couper."))
    let made = try community.post(
      "/fils/1/tutoriel", [("message", "1"), ("message", "2"), ("envoi", "x")], as: .insider)
    #expect(made.status == 303)
    #expect(
      try told(.quoted) == [Community.Person.learner, .outsider].map(\.rawValue))
    _ = try community.post("/tutoriels/1/publication", as: .insider)
    let slug = try community.get("/tutoriels/1", as: .insider)["Location"] ?? ""
    let page = try community.get(slug).text
    #expect(page.contains("Il suffit de couper.") && page.contains("accord demandé"))
    #expect(!page.contains("Élodie learner"))
    #expect(try community.get("/fils/1", as: .insider)["Location"] != nil)
    #expect(try community.get("/tutoriels/1/accord", as: .insider).status == 404)
    // What is made from it meanwhile quotes on the same terms.
    let adapted = try community.post(
      "/tutoriels/1/adaptation",
      [("espace", "public"), ("licence", Licence.bySA.uri), ("envoi", "y")], as: .referent)
    #expect(adapted.status == 303)
    _ = try community.post("/tutoriels/2/publication", as: .referent)
    let copy = try community.get("/tutoriels/2", as: .referent)["Location"] ?? ""
    #expect(try community.get(copy).text.contains("Il suffit de couper."))
    _ = try community.post("/tutoriels/1/accord", [("reponse", "oui")], as: .learner)
    _ = try community.post("/tutoriels/1/accord", [("reponse", "non")], as: .outsider)
    let after = try community.get(slug).text
    #expect(!after.contains("Il suffit de couper.") && !after.contains("accord demandé"))
    #expect(try !community.get(copy).text.contains("Il suffit de couper."))
    let thread = try community.get("/fils/1", as: .insider)["Location"] ?? ""
    #expect(try community.get(thread, as: .insider).text.contains("Ce fil est devenu un tutoriel"))
  }

  @Test func `quotes who wrote without a name without giving it`() throws {
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    _ = try community.post(
      "/fils/1/reponses",
      [("texte", "Sans mon nom."), ("sans-nom", "oui"), ("action", "publier")], as: .outsider)
    let post = try community.site.database.read { db in
      try db.value("SELECT max(id) FROM post", as: Int64.self)
    }
    _ = try community.post("/messages/\(try #require(post))/acceptation", as: .referent)
    _ = try community.post(
      "/fils/1/tutoriel", [("message", "2"), ("envoi", "x")], as: .insider)
    #expect(try told(.quoted) == [Community.Person.outsider.rawValue])
    let page = try community.get("/tutoriels/1/versions/1", as: .insider).text
    #expect(page.contains("Sans mon nom."))
    #expect(!page.contains("Élodie outsider"))
    #expect(try status("/tutoriels/1/accord", as: .outsider) == 200)
  }

  // MARK: Freshness

  @Test func `says that it is past its day, and its authors are told ahead`() throws {
    let id = try begin()
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    let day = Day(Instant.now, offset: 0)
    _ = try community.post(
      "/tutoriels/\(id)/fraicheur", [("relire-avant", (day + 20).text)], as: .insider)
    func tell() throws {
      try community.site.database.write { db in
        _ = try TutorialFreshnessStore.tellDue(on: day, at: .now, db)
      }
    }
    try tell()
    try tell()
    #expect(try told(.tutorialDue) == [Community.Person.insider.rawValue])
    #expect(try !community.get("/tutoriels/\(id)-consigner").text.contains("devait être relu"))
    _ = try community.post(
      "/tutoriels/\(id)/fraicheur", [("relire-avant", (day + -2).text)], as: .insider)
    #expect(try community.get("/tutoriels/\(id)-consigner").text.contains("devait être relu"))
    #expect(
      try community.post("/tutoriels/\(id)/fraicheur", [("relire-avant", "hier")], as: .insider)
        .status == 422)
    // A year later its author comes no more: who looks after the space is told too.
    #expect(try told(.tutorialOrphaned) == [])
    try community.site.database.write { db in
      _ = try TutorialFreshnessStore.tellDue(on: day, at: .now + 400 * 86_400, db)
    }
    #expect(try told(.tutorialOrphaned) == [Community.Person.referent.rawValue])
  }

  @Test func `is taken over once its authors are gone`() throws {
    let id = try begin()
    _ = try community.post("/tutoriels/\(id)/publication", as: .insider)
    #expect(try community.post("/tutoriels/\(id)/reprise", as: .referent).status == 422)
    try community.site.database.write { db in
      try DeletionStore.delete(Community.Person.insider.id, at: .now, db)
    }
    #expect(try community.post("/tutoriels/\(id)/reprise", as: .outsider).status == 404)
    #expect(try community.post("/tutoriels/\(id)/reprise", as: .referent).status == 303)
    #expect(try status("/tutoriels/\(id)/modifier", as: .referent) == 200)
    #expect(
      try community.get("/tutoriels/\(id)-consigner", as: .referent).text.contains(
        "compte supprimé"))
  }

  @Test func `shows a film only from hosts that are allowed, by a policy for its page alone`()
    throws
  {
    let policy = try #require(SecurityHeaders.all.first)
    let framing = SecurityHeaders.policy(framing: ["tube.exemple.fr"])
    #expect(framing.value.hasSuffix("; frame-src https://tube.exemple.fr"))
    var response = Response(status: 200)
    #expect(SecurityHeaders.all(beside: response).contains { $0.value == policy.value })
    response.headers.append(Header("Content-Security-Policy", "default-src 'none'; sandbox"))
    #expect(SecurityHeaders.all(beside: response).contains { $0.value == policy.value })
    response.headers.append(framing)
    #expect(SecurityHeaders.all(beside: response).allSatisfy { $0.name != policy.name })
  }
}
