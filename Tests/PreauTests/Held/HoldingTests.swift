import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `What a space holds` {
  @Test(arguments: [
    (Holding.nothing, Thread.Kind?.some(.question), 0, false), (.first, .question, 1, true),
    (.first, nil, 1, true), (.first, nil, 2, false), (.questions, .question, 9, true),
    (.questions, .discussion, 0, false), (.questions, nil, 0, false), (.everything, nil, 9, true),
  ])
  func `depends on its choice, the kind of post and what was published`(
    holding: Holding, kind: Thread.Kind?, published: Int, isHeld: Bool
  ) {
    let choice = HoldingChoice(holding: holding, firstPosts: 2)
    #expect(choice.holds(kind) { published } == isHeld)
  }
}

@Suite struct `Reading posts before they are published` {
  typealias Person = Community.Person
  private let community: Community
  private var database: Database { community.site.database }

  init() throws {
    community = try Community()
  }

  private func hold(_ choice: String, first: String = "2", in space: String = "public") throws {
    let answer = try community.post(
      "/espaces/\(space)/relecture", [("relecture", choice), ("premiers", first)], as: .referent)
    #expect(answer.status == 303)
  }

  private func ask(
    _ title: String, as person: Person = .learner, more: [(String, String)] = []
  ) throws -> Response {
    try community.post(
      "/fils/nouveau",
      [
        ("espace", "public"), ("genre", "question"), ("titre", title),
        ("texte", "Le texte de \(title)."), ("etiquettes", "propre-9"), ("vu", "oui"),
        ("action", "publier"),
      ] + more, as: person)
  }

  private func reply(
    _ text: String, as person: Person, more: [(String, String)] = []
  ) throws -> Response {
    try community.post(
      "/fils/1/reponses", [("texte", text), ("action", "publier")] + more, as: person)
  }

  private func value<T: ColumnValue>(_ sql: StaticString, as type: T.Type = T.self) throws -> T? {
    try database.read { try $0.value(sql, as: type) }
  }

  private func thread(as person: Person) throws -> String {
    try community.get("/fils/1-un-fil-ses-mots", as: person).text
  }

  private func publish(_ id: Int, version: Int = 1, as person: Person = .referent) throws
    -> Response
  {
    try community.post(
      "/attente/\(id)/publication", [("version", "\(version)")], as: person)
  }

  @Test func `a member's first posts wait until two were published`() throws {
    try hold("first-posts")
    for text in ["Premier message.", "Deuxième message."] {
      let answer = try reply(text, as: .outsider)
      #expect(answer["Location"]?.contains("#attente-") == true)
      #expect(try !thread(as: .insider).contains(text))
      #expect(try thread(as: .outsider).contains(text))
      #expect(try thread(as: .outsider).contains("En attente de relecture"))
      #expect(try thread(as: .referent).contains(text))
    }
    #expect(try publish(1).status == 303)
    #expect(try publish(2).status == 303)
    #expect(try thread(as: .visitor).contains("Deuxième message."))
    #expect(
      try reply("Troisième message.", as: .outsider)["Location"]?.contains("message-4") == true)
    #expect(
      try reply("Un référent écrit.", as: .referent)["Location"]?.contains("message-5") == true)
    #expect(try database.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `approval keeps the place, and nobody takes it meanwhile`() throws {
    try hold("everything")
    _ = try reply("Celui qui attend.", as: .outsider)
    try hold("nothing")
    _ = try reply("Celui qui suit.", as: .insider)
    #expect(try value("SELECT number FROM post ORDER BY id DESC LIMIT 1", as: Int.self) == 3)
    #expect(try value("SELECT last_number FROM thread WHERE id = 1", as: Int.self) == 3)
    // The insider has read up to one's own post.
    #expect(try publish(1).status == 303)
    let text = try thread(as: .visitor)
    let parts = text.split(separator: "Celui qui attend.")
    #expect(parts.count == 2)
    #expect(parts.last?.contains("Celui qui suit.") == true)
    let read = try value(
      "SELECT number FROM thread_reading WHERE member = 3 AND thread = 1", as: Int.self)
    #expect(read == 1)
    #expect(try database.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `a new thread is nowhere but with its author and the référents`() throws {
    try hold("questions")
    let answer = try ask("Une farandole")
    #expect(answer["Location"] == "/attente/1")
    #expect(try community.get("/attente/1", as: .learner).text.contains("Une farandole"))
    #expect(try community.get("/attente/1", as: .insider).status == 404)
    #expect(try community.get("/attente/1", as: .visitor).status != 200)
    for list in ["/fils", "/fils?liste=miens", "/espaces/public"] {
      #expect(try community.get(list, as: .learner).text.contains("Une farandole"))
      #expect(try !community.get(list, as: .insider).text.contains("farandole"))
    }
    #expect(try community.get("/espaces/public", as: .referent).text.contains("Une farandole"))
    #expect(try community.get("/signalements", as: .referent).text.contains("Une farandole"))
    #expect(try community.get("/mon-preau", as: .referent).text.contains("Messages à relire"))
    let board = try community.get("/espaces/public/bureau", as: .referent).text
    #expect(board.contains("attend d’être relu"))
    #expect(!board.contains("farandole"))
    #expect(try value("SELECT count(*) FROM thread", as: Int.self) == 3)
    #expect(try value("SELECT count(*) FROM tag WHERE slug = 'propre-9'", as: Int.self) == 0)
    // The same form again leads to the same place.
    #expect(try ask("Une farandole")["Location"] == "/attente/1")
    #expect(try publish(1).status == 303)
    let moved = try community.get("/attente/1", as: .learner)
    #expect(moved["Location"] == "/messages/4")
    #expect(try community.get("/fils", as: .visitor).text.contains("Une farandole"))
    #expect(try community.get("/recherche?q=farandole", as: .visitor).text.contains("/fils/4-"))
    #expect(try ask("Une farandole")["Location"]?.hasPrefix("/fils/4-") == true)
    #expect(try database.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `approval tells the author once, then those whom the post concerns`() throws {
    try hold("everything")
    _ = try reply("Bonjour @insider, un mot.", as: .outsider)
    #expect(try value("SELECT count(*) FROM notification", as: Int.self) == 0)
    #expect(try value("SELECT count(*) FROM mention WHERE member = 3", as: Int.self) == 0)
    _ = try publish(1)
    #expect(try publish(1).status == 422)
    let told = try database.read { db in
      try db.rows("SELECT member, kind FROM notification ORDER BY member, kind") { row in
        "\(try row.next(Int64.self)) \(try row.next(String.self))"
      }
    }
    #expect(told == ["3 mention", "4 approved", "5 reply"])
    #expect(
      try value("SELECT count(*) FROM journal WHERE action = 'post-approved'", as: Int.self) == 1)
  }

  @Test func `a refusal tells why, and the text is offered again`() throws {
    try hold("everything")
    _ = try reply("Un mot de trop.", as: .outsider)
    let without = try community.post("/attente/1/refus", [("version", "1")], as: .referent)
    #expect(without.status == 422)
    let refusal = [("version", "1"), ("motif", "off-topic"), ("mot", "Plutôt dans l’autre fil.")]
    #expect(try community.post("/attente/1/refus", refusal, as: .referent).status == 303)
    #expect(try !thread(as: .referent).contains("Un mot de trop."))
    let page = try community.get("/attente/1", as: .outsider).text
    for words in ["Un mot de trop.", "Hors sujet", "Plutôt dans l’autre fil.", "Non publié"] {
      #expect(page.contains(words))
    }
    #expect(
      try value("SELECT kind || address FROM notification WHERE member = 4", as: String.self)
        == "refused/attente/1")
    let edit = [("texte", "Un mot juste."), ("action", "publier")]
    #expect(try community.post("/attente/1/modifier", edit, as: .outsider).status == 303)
    #expect(try !thread(as: .insider).contains("Un mot juste."))
    #expect(try publish(1, version: 2).status == 303)
    #expect(try thread(as: .insider).contains("Un mot juste."))
  }

  @Test func `what is approved is what was read`() throws {
    try hold("everything")
    _ = try reply("Un texte sage.", as: .outsider)
    let edit = [("texte", "Un autre texte."), ("action", "publier")]
    #expect(try community.post("/attente/1/modifier", edit, as: .outsider).status == 303)
    let late = try publish(1)
    #expect(late.status == 422)
    #expect(late.text.contains("Un autre texte."))
    #expect(try !thread(as: .insider).contains("Un autre texte."))
    #expect(try publish(1, version: 2).status == 303)
  }

  @Test(arguments: [Person.insider, .learner, .outsider])
  func `only those who look after the space decide, never its author`(person: Person) throws {
    try hold("everything")
    _ = try reply("Un texte.", as: .outsider)
    #expect(try publish(1, as: person).status >= 403)
    #expect(try community.post("/attente/1/refus", [("motif", "other")], as: person).status >= 403)
    #expect(try community.get("/espaces/public/relecture", as: person).status == 403)
    #expect(try value("SELECT count(*) FROM post", as: Int.self) == 3)
  }

  @Test func `a text that is taken back is in the drafts`() throws {
    try hold("everything")
    _ = try ask("Une idée")
    let answer = try community.post("/attente/1/reprise", as: .learner)
    #expect(answer["Location"] == "/fils/nouveau")
    let form = try community.get("/fils/nouveau", as: .learner).text
    #expect(form.contains("Le texte de Une idée."))
    #expect(form.contains("value=\"Une idée\""))
    #expect(try community.get("/attente/1", as: .learner).status == 404)
  }

  @Test func `who writes without a name has none for those who read it first`() throws {
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    try hold("everything")
    _ = try ask("Une gêne", more: [("sans-nom", "oui")])
    let masked = try reply("Moi aussi.", as: .outsider, more: [("sans-nom", "oui")])
    #expect(masked.status == 303, "\(masked.text.suffix(3_000))")
    for page in ["/signalements", "/attente/1", "/attente/2", "/mon-preau"] {
      let text = try community.get(page, as: .referent).text
      #expect(!text.contains("Élodie learner"), "\(page)")
      #expect(!text.contains("Élodie outsider"), "\(page)")
    }
    #expect(try community.get("/attente/1", as: .referent).text.contains("Auteur"))
    #expect(try community.get("/attente/2", as: .referent).text.contains("Participant\u{00A0}1"))
    #expect(try publish(1).status == 303)
    #expect(try publish(2).status == 303)
    #expect(try community.get("/fils/4-une-gene", as: .insider).text.contains("Auteur"))
    #expect(try !thread(as: .referent).contains("Élodie outsider"))
    #expect(
      try value("SELECT count(*) FROM notification WHERE kind = 'approved'", as: Int.self) == 2)
  }

  @Test func `it stays held in an exchange file, at its place`() throws {
    try hold("everything")
    _ = try reply("Celui qui attend.", as: .outsider)
    _ = try ask("Une attente")
    try hold("first-posts", first: "3")
    _ = try reply("Celui qui suit.", as: .referent)
    let folder = try ExchangeFolder()
    let name = folder.path + "/from.jsonl"
    var file = try ExportFile(name)
    try database.read { db in try Export.write(db, to: &file) }
    try file.finish()
    let bytes = try #require(readFile(name))
    _ = try folder.load(bytes: bytes)
    #expect(folder.remarks == [])
    #expect(try folder.value("SELECT count(*) FROM held_post", as: Int.self) == 2)
    #expect(try folder.value("SELECT number FROM held_post WHERE id = 1", as: Int.self) == 2)
    #expect(try folder.value("SELECT max(number) FROM post", as: Int.self) == 3)
    #expect(
      try folder.value("SELECT holding || first_posts FROM space WHERE id = 1", as: String.self)
        == "first-posts3")
    let again = try folder.load(bytes: bytes)
    #expect(again.rejected == 0 && again.posts == 0)
    #expect(try folder.value("SELECT count(*) FROM held_post", as: Int.self) == 2)
    #expect(
      try folder.exported().joined(separator: "\n") + "\n" == String(decoding: bytes, as: UTF8.self)
    )
    #expect(try folder.wrong() == [])
  }

  @Test func `it goes with the account, and the name of who left goes out of it`() throws {
    try hold("everything")
    _ = try reply("Merci @learner et @insider.", as: .outsider)
    try database.write { try DeletionStore.delete(Person.learner.id, at: .now, $0) }
    while try NameErasure.some(database) {}
    #expect(
      try value("SELECT source FROM held_post", as: String.self)?.contains("@learner") == false)
    try database.write { try DeletionStore.delete(Person.outsider.id, at: .now, $0) }
    #expect(try value("SELECT count(*) FROM held_post", as: Int.self) == 0)
  }
}
