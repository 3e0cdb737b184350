import HTTP
import SQLite
import Testing

@testable import Preau

/// Cards, uses, collections and the census over the routes, as pages would send them.
@Suite struct `A resource` {
  private let community: Community

  init() throws { community = try Community() }

  private func fields(
    _ title: String = "Le lavage des mains", url: String = "https://exemple.fr/mains",
    space: String = "public", confirm: Bool = false
  ) -> [(String, String)] {
    [
      ("genre", "lien"), ("adresse", url), ("titre", title), ("description", "Trois gestes."),
      ("licence", Licence.unknown.uri), ("langue-du-contenu", "fr"), ("espace", space),
      ("acces", "mode-textual"), ("acces", "device-telephone"), ("acces", "nimporte-quoi"),
      ("duree", "20"), ("etiquettes", "hygiène"), ("envoi", title + url),
    ] + (confirm ? [("confirmer", "oui")] : [])
  }

  /// - Returns: its address.
  private func add(
    _ title: String = "Le lavage des mains", url: String = "https://exemple.fr/mains",
    space: String = "public", as person: Community.Person = .insider
  ) throws -> String {
    let answer = try community.post(
      "/ressources/ajouter", fields(title, url: url, space: space, confirm: true), as: person)
    #expect(answer.status == 303, "\(answer.text)")
    return answer["Location"] ?? ""
  }

  private func number(_ address: String) -> String {
    String(address.split(separator: "/").last?.prefix { $0 != "-" } ?? "")
  }

  private func counts(_ address: String) throws -> UseCounts {
    try community.site.database.read { db in
      try UseStore.counts(of: Number(Int64(number(address)) ?? 0), db)
    }
  }

  @Test func `is read by whoever reads its space, in sentences`() throws {
    let open = try add()
    let page = try community.get(open)
    #expect(page.status == 200)
    #expect(page.text.contains("Passe par le texte"))
    #expect(page.text.contains("Marche sur un téléphone"))
    #expect(page.text.contains("rel=\"noopener nofollow\""))
    #expect(!page.text.contains(">mode-textual<"))
    #expect(page.text.contains("\"accessMode\":[\"textual\"]"))
    #expect(page.text.contains("\"license\":\"http://preau.test/licences/inconnue\""))
    let closed = try add("Autre chose entre nous", url: "https://exemple.fr/b", space: "private")
    #expect(try community.get(closed).status == 404)
    #expect(try community.get(closed, as: .outsider).status == 404)
    #expect(try community.get(closed, as: .insider).status == 200)
    let list = try community.get("/ressources").text
    #expect(list.contains("Le lavage des mains") && !list.contains("Autre chose entre nous"))
    #expect(try community.get("/ressources?etiquette=hygiene").text.contains("lavage des mains"))
    #expect(
      try community.get("/ressources?genre=fichier").text.contains("lavage des mains") == false)
  }

  @Test func `comes back whole when something is wrong`() throws {
    var wrong = fields(url: "javascript:alert(1)")
    wrong.removeAll { $0.0 == "titre" }
    let answer = try community.post("/ressources/ajouter", wrong, as: .insider)
    #expect(answer.status == 422)
    #expect(answer.text.contains("value=\"javascript:alert(1)\""))
    #expect(answer.text.contains("Trois gestes."))
    #expect(answer.text.contains("value=\"device-telephone\" checked"))
    #expect(answer.text.contains("<title>Erreur"))
  }

  @Test func `shows what it may say again before it is published`() throws {
    let first = try add()
    let near = try community.post(
      "/ressources/ajouter", fields("Lavage de mains", url: "https://autre.fr/"), as: .outsider)
    #expect(near.status == 200)
    #expect(near.text.contains(first) && near.text.contains("Publier quand même"))
    let same = try community.post(
      "/ressources/ajouter",
      fields(
        "Un tout autre titre", url: "http://www.exemple.fr/mains/?utm_source=x", confirm: true),
      as: .outsider)
    #expect(same.status == 422)
    #expect(same.text.contains(first))
  }

  @Test func `of a private space is not known by a refusal elsewhere`() throws {
    _ = try add("Chose privée", url: "https://exemple.fr/secret", space: "private")
    let answer = try community.post(
      "/ressources/ajouter", fields("Chose privée", url: "https://exemple.fr/secret"),
      as: .outsider)
    #expect(answer.status == 303)
  }

  @Test func `sent twice is there once`() throws {
    let first = try add()
    let again = try community.post("/ressources/ajouter", fields(confirm: true), as: .insider)
    #expect(again["Location"] == first)
  }

  @Test func `names no learner to visitors`() throws {
    var mine = fields(confirm: true)
    mine.append(("auteurs", "Lina Petit"))
    let address = try community.post("/ressources/ajouter", mine, as: .learner)["Location"] ?? ""
    #expect(try !community.get(address).text.contains("Lina Petit"))
    #expect(try !community.get(address).text.contains("Élodie learner"))
    #expect(try community.get(address, as: .outsider).text.contains("Lina Petit"))
    let use = try community.post(
      "/ressources/\(number(address))/retour", [("arrive", "Bien."), ("referait", "oui")],
      as: .learner)
    #expect(use.status == 303)
    #expect(try !community.get(address).text.contains("Élodie learner"))
    #expect(try community.get(address, as: .outsider).text.contains("Élodie learner"))
  }

  // MARK: Uses

  private func tell(
    _ address: String, _ again: String, as person: Community.Person, _ words: String = "Bien."
  ) throws -> Response {
    try community.post(
      "/ressources/\(number(address))/retour", [("arrive", words), ("referait", again)],
      as: person)
  }

  @Test func `counts what members tell, once each, exactly`() throws {
    let address = try add()
    #expect(try tell(address, "oui", as: .learner).status == 303)
    #expect(try tell(address, "avec-changements", as: .outsider).status == 303)
    #expect(try tell(address, "non", as: .referent).status == 303)
    #expect(try counts(address) == UseCounts(all: 3, again: 1, changes: 1))
    #expect(
      try community.get(address).text.contains(
        "3 utilisations, 2 referaient (dont 1 avec des changements)"))
    #expect(try tell(address, "oui", as: .referent, "Mieux.").status == 303)
    #expect(try counts(address) == UseCounts(all: 3, again: 2, changes: 1))
    #expect(try CheckStoreProbe.complaints(community) == [])
    let wrong = try tell(address, "peut-être", as: .insider, "")
    #expect(wrong.status == 422)
  }

  @Test func `is in order of evidence`() throws {
    let few = try add("Une seule fois", url: "https://exemple.fr/1")
    let many = try add("Souvent, partout", url: "https://exemple.fr/2")
    _ = try tell(few, "oui", as: .learner)
    for person in [Community.Person.learner, .outsider, .referent, .insider] {
      _ = try tell(many, "oui", as: person)
    }
    let page = try community.get("/ressources?tri=preuves").text
    let first = try #require(page.firstRange(of: "Souvent, partout"))
    let second = try #require(page.firstRange(of: "Une seule fois"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func `loses a report by its author, and by a référent for a reason`() throws {
    let address = try add()
    _ = try tell(address, "oui", as: .learner, "Des mots de trop.")
    let use = try community.site.database.read { db in
      try #require(
        try UseStore.report(
          of: Number(Int64(number(address)) ?? 0), by: Community.Person.learner.id, db)
      ).id.value
    }
    #expect(
      try community.post("/ressources/retours/\(use)/retrait", [("motif", "")], as: .referent)
        .status == 422)
    #expect(
      try community.post("/ressources/retours/\(use)/retrait", [("motif", "Nommé.")], as: .outsider)
        .status == 403)
    #expect(
      try community.post("/ressources/retours/\(use)/retrait", [("motif", "Nommé.")], as: .referent)
        .status == 303)
    #expect(try counts(address).all == 0)
    #expect(try !community.get(address).text.contains("Des mots de trop."))
    #expect(try community.get(address, as: .referent).text.contains("Des mots de trop."))
    // What a référent took away is not put back by writing it again.
    #expect(try tell(address, "oui", as: .learner).status == 403)
    #expect(try counts(address).all == 0)
  }

  // MARK: Taking away

  @Test func `goes and comes back`() throws {
    let address = try add()
    let id = number(address)
    #expect(try community.post("/ressources/\(id)/retrait", as: .outsider).status == 403)
    #expect(try community.post("/ressources/\(id)/retrait", as: .referent).status == 422)
    #expect(
      try community.post("/ressources/\(id)/retrait", [("motif", "En double.")], as: .referent)
        .status == 303)
    #expect(try community.get(address).status == 410)
    #expect(try community.get(address, as: .insider).status == 410)
    #expect(try !community.get("/ressources").text.contains("Le lavage des mains"))
    #expect(try community.get(address, as: .referent).text.contains("En double."))
    #expect(try community.post("/ressources/\(id)/retablissement", as: .referent).status == 303)
    #expect(try community.get(address).status == 200)
  }

  @Test func `is reported to those who look after the space`() throws {
    let address = try add()
    let id = number(address)
    #expect(
      try community.post(
        "/ressources/\(id)/signalement", [("mot", "Lien publicitaire.")], as: .learner
      )
      .status == 303)
    #expect(try community.get(address, as: .referent).text.contains("Lien publicitaire."))
    #expect(try !community.get(address, as: .outsider).text.contains("Lien publicitaire."))
    #expect(
      try community.post("/ressources/signalements/1/classement", as: .outsider).status == 403)
    #expect(
      try community.post("/ressources/signalements/1/classement", as: .referent).status == 303)
    #expect(try !community.get(address, as: .referent).text.contains("Lien publicitaire."))
  }

  @Test func `has its accessibility checked by somebody else`() throws {
    let address = try add()
    let id = number(address)
    #expect(
      try community.post("/ressources/\(id)/accessibilite", [("avis", "peer")], as: .insider).status
        == 422)
    #expect(
      try community.post("/ressources/\(id)/accessibilite", [("avis", "peer")], as: .outsider)
        .status
        == 303)
    #expect(try community.get(address).text.contains("Vérifié par"))
    #expect(
      try community.post("/ressources/\(id)/accessibilite", [("avis", "problem")], as: .learner)
        .status == 422)
  }

  // MARK: Collections

  @Test func `stands in collections, in an order`() throws {
    let first = try number(add("Premier geste appris", url: "https://exemple.fr/1"))
    let second = try number(add("Deuxième leçon entière", url: "https://exemple.fr/2"))
    let closed = try number(
      add("Troisième chose cachée", url: "https://exemple.fr/3", space: "private"))
    let made = try community.post(
      "/collections/nouvelle",
      [("titre", "Ma boîte"), ("genre", "parcours"), ("lecture", "public"), ("ressource", first)],
      as: .insider)
    let address = made["Location"] ?? ""
    let id = number(address)
    for resource in [second, closed] {
      #expect(
        try community.post(
          "/ressources/\(resource)/ranger", [("collection", id), ("note", "Note \(resource)")],
          as: .insider
        ).status == 303)
    }
    // Put there once more without a word, it keeps its note.
    _ = try community.post(
      "/ressources/\(second)/ranger", [("collection", id), ("note", "")], as: .insider)
    #expect(try community.get(address, as: .insider).text.contains("Note \(second)"))
    func order(_ person: Community.Person) throws -> [String] {
      let page = try community.get(address, as: person).text
      return ["Premier geste appris", "Deuxième leçon entière", "Troisième chose cachée"]
        .compactMap { title in page.firstRange(of: title).map { (title, $0.lowerBound) } }
        .sorted { $0.1 < $1.1 }.map(\.0)
    }
    #expect(try order(.visitor) == ["Premier geste appris", "Deuxième leçon entière"])
    #expect(try order(.insider).count == 3)
    #expect(
      try community.post("/collections/\(id)/places", [("place", "monter-\(closed)")], as: .insider)
        .status == 303)
    #expect(
      try order(.insider)
        == ["Premier geste appris", "Troisième chose cachée", "Deuxième leçon entière"])
    #expect(
      try community.post("/collections/\(id)/places", [("place", "sortir-\(first)")], as: .insider)
        .status == 303)
    #expect(try order(.visitor) == ["Deuxième leçon entière"])
    #expect(
      try community.post(
        "/collections/\(id)/places", [("place", "monter-\(second)")], as: .outsider
      )
      .status == 403)
    let feed = try community.get("/collections/\(id)/atom").text
    #expect(feed.contains("Deuxième leçon entière") && !feed.contains("Troisième chose cachée"))
    let positions = try community.site.database.read { db in
      try db.rows("SELECT position FROM collection_item ORDER BY position") {
        try $0.next(Int.self)
      }
    }
    #expect(positions == [1, 2])
  }

  @Test func `may be put together by several, who agreed`() throws {
    let id = try number(
      community.post(
        "/collections/nouvelle",
        [("titre", "À plusieurs"), ("genre", "boite-a-outils"), ("lecture", "private")],
        as: .insider)["Location"] ?? "")
    #expect(try community.get("/collections/\(id)-a-plusieurs", as: .outsider).status == 404)
    #expect(
      try community.post("/collections/\(id)/editeurs", [("nom", "outsider")], as: .insider).status
        == 303)
    #expect(try community.get("/collections/\(id)/modifier", as: .outsider).status == 403)
    #expect(try community.post("/collections/\(id)/accord", as: .outsider).status == 303)
    #expect(try community.get("/collections/\(id)/modifier", as: .outsider).status == 200)
    #expect(try community.get("/collections/\(id)-a-plusieurs", as: .referent).status == 404)
    #expect(try community.get("/collections/\(id)-a-plusieurs").status == 404)
  }

  // MARK: The census

  private func concept(_ uri: String) throws -> Int64 {
    try community.site.database.read { db in
      try #require(
        try db.value(
          "SELECT id FROM concept WHERE uri = ?", "https://preau.example/voc/" + uri,
          as: Int64.self))
    }
  }

  @Test func `fills its cell of the census, and calls fill the empty ones`() throws {
    try VocabularySeeds.load(
      into: community.site.database, root: community.site.assets.root, now: Community.noon)
    let (track, level) = try (
      concept("filieres-professionnelles/cuisine"), concept("diplomes-niveaux/cap")
    )
    let address =
      try community.post(
        "/ressources/ajouter",
        fields(confirm: true) + [("concept", "\(track)"), ("concept", "\(level)")], as: .insider)[
        "Location"] ?? ""
    #expect(address != "")
    #expect(try community.get("/recensement", as: .outsider).status == 403)
    let page = try community.get("/recensement", as: .referent)
    #expect(page.status == 200)
    #expect(page.text.contains("1 ressource, pas validée<"))
    #expect(page.text.contains(">Rien<"))
    let list = "/ressources?notion=\(track)&notion=\(level)"
    #expect(try community.get(list).text.contains("Le lavage des mains"))
    let call = try community.post(
      "/recensement/appel",
      [
        ("ligne", "\(track)"), ("colonne", "\(level)"), ("espace", "public"),
        ("mots", "Une séance sans réseau."),
      ], as: .referent)
    #expect(call.status == 303)
    #expect(try community.get("/ressources").text.contains("Une séance sans réseau."))
    #expect(try community.get("/", as: .referent).text.contains("Une séance sans réseau."))
    #expect(try !community.get("/", as: .outsider).text.contains("Une séance sans réseau."))
    #expect(try community.post("/recensement/appels/1/cloture", as: .outsider).status == 403)
    #expect(try community.post("/recensement/appels/1/cloture", as: .referent).status == 303)
    #expect(try !community.get("/ressources").text.contains("Une séance sans réseau."))
  }

  @Test func `is found by the devices that it names`() throws {
    try VocabularySeeds.load(
      into: community.site.database, root: community.site.assets.root, now: Community.noon)
    let path = "/recherche?affiner=oui&mot=appareils/telephone"
    #expect(try !community.get(path).text.contains("Le lavage des mains"))
    let address = try add()
    #expect(try community.get(path).text.contains("Le lavage des mains"))
    let without = fields().filter { $0.1 != "device-telephone" }
    #expect(address == "/ressources/1-le-lavage-des-mains")
    #expect(try community.post("/ressources/1/modifier", without, as: .insider).status == 303)
    #expect(try !community.get(path).text.contains("Le lavage des mains"))
  }

  @Test func `of a tutorial keeps what was chosen on it from version to version`() throws {
    try VocabularySeeds.load(
      into: community.site.database, root: community.site.assets.root, now: Community.noon)
    func save(_ path: String, tags: String, version: String = "") throws {
      let answer = try community.post(
        path,
        [
          ("titre", "Consigner"), ("resume", ""), ("texte", "Deux mots, \(tags)."),
          ("licence", Licence.bySA.uri), ("langue-du-texte", "fr"), ("etiquettes", tags),
          ("action", "publier"), ("espace", "public"), ("envoi", tags), ("version", version),
        ], as: .insider)
      #expect(answer.status == 303)
      _ = try community.post("/tutoriels/1/publication", as: .insider)
    }
    func concepts() throws -> Set<Int64> {
      try community.site.database.read { db in
        Set(
          try db.rows("SELECT concept FROM concept_tag WHERE kind = 'tutorial' AND target = 1") {
            try $0.next(Int64.self)
          })
      }
    }
    let (cooking, first) = try (
      concept("filieres-professionnelles/cuisine"), concept("appareils/calculatrice")
    )
    try save("/tutoriels/nouveau", tags: "calculatrice")
    #expect(try concepts() == [first])
    _ = try community.post(
      "/ressources/1/modifier",
      fields() + [("concept", "\(cooking)"), ("concept", "\(first)")], as: .insider)
    #expect(try concepts() == [first, cooking])
    try save("/tutoriels/1/modifier", tags: "sans réseau", version: "1")
    #expect(try concepts() == [cooking])
  }

  @Test func `of a tutorial is made by its publication`() throws {
    let answer = try community.post(
      "/tutoriels/nouveau",
      [
        ("titre", "Consigner"), ("resume", "En deux gestes."), ("texte", "## Un\n\nDeux."),
        ("licence", Licence.bySA.uri), ("langue-du-texte", "fr"), ("etiquettes", "habilitation"),
        ("action", "publier"), ("espace", "public"), ("envoi", "x"),
      ], as: .insider)
    #expect(answer.status == 303)
    #expect(try !community.get("/ressources").text.contains("Consigner"))
    #expect(try community.post("/tutoriels/1/publication", as: .insider).status == 303)
    let list = try community.get("/ressources?etiquette=habilitation").text
    #expect(list.contains("Consigner"))
    let card = try community.get("/ressources/1-consigner")
    #expect(card.status == 200)
    #expect(card.text.contains("/tutoriels/1-consigner"))
    #expect(try community.get("/tutoriels/1-consigner").text.contains("/ressources/1-consigner"))
    #expect(try community.post("/tutoriels/1/retrait", as: .referent).status == 303)
    #expect(try !community.get("/ressources").text.contains("Consigner"))
    #expect(try community.post("/tutoriels/1/retrait", as: .referent).status == 303)
    #expect(try community.get("/ressources").text.contains("Consigner"))
    #expect(try CheckStoreProbe.complaints(community) == [])
  }
}

/// What `preau check` would say of a community.
private enum CheckStoreProbe {
  static func complaints(_ community: Community) throws -> [String] {
    try community.site.database.read { try CheckStore.wrong($0) }
  }
}
