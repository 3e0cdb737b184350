import SQLite
import Testing

@testable import Preau

@Suite struct `A word typed as a tag` {
  private let community: Community

  init() throws {
    community = try Community()
    var file = SKOSFile()
    file.add("dyslexie", "Dyslexie", "<skos:altLabel xml:lang=\"fr\">dys</skos:altLabel>")
    file.add("autre", "Autre, ou les deux")
    var other = SKOSFile(scheme: "http://w/t")
    other.add("autre", "Autre, ou les deux")
    for file in [file, other] {
      let document = try file.read().document
      try community.site.database.write {
        _ = try VocabularyStore.load(document, at: Community.noon, $0)
      }
    }
  }

  private func thread(tagged tags: String) throws -> Thread.ID {
    var draft = ThreadDraft()
    (draft.title, draft.body, draft.tags) = ("Un fil", "Son texte.", tags)
    let new = try draft.checked(in: Space.ID(1)).get()
    return try community.site.database.write { db in
      try ThreadStore.start(
        new, submission: Crypto.randomBytes(16), by: Community.Person.learner.id,
        at: Community.noon, db
      ).thread
    }
  }

  private func tags(of thread: Thread.ID) throws -> [String] {
    try community.site.database.read { try ThreadStore.tags(of: thread, $0).map(\.address.text) }
  }

  private func typed(_ thread: Thread.ID) throws -> String {
    try community.site.database.read { try TagMeaning.typed(of: thread, in: .french, $0) }
  }

  @Test(arguments: ["Dyslexie", "dyslexie", "DYS", "Dyslexie (Essai)"])
  func `that is the label of a concept stands for it`(word: String) throws {
    let thread = try thread(tagged: "\(word), un mot à moi")
    #expect(
      try tags(of: thread) == ["/vocabulaires/s/dyslexie", "/etiquettes/un-mot-a-moi"])
    #expect(try typed(thread) == "un mot à moi, Dyslexie")
    #expect(
      try community.get("/fils/\(thread.value)-un-fil").text.contains(
        "href=\"/vocabulaires/s/dyslexie\">Dyslexie<"))
  }

  @Test func `that several concepts have is one's own, unless the vocabulary is said`() throws {
    let own = try thread(tagged: "Autre ou les deux")
    #expect(try tags(of: own) == ["/etiquettes/autre-ou-les-deux"])
    let meant = try thread(tagged: "autre ou les deux (t)")
    #expect(try tags(of: meant) == ["/vocabulaires/t/autre"])
    // Said again as it would have to be typed.
    #expect(try typed(meant) == "Autre ou les deux (Essai)")
  }

  @Test func `that is in use already stays a tag, but for one of a private space`() throws {
    try community.site.database.write { db in
      try db.run("INSERT INTO tag (slug, label) VALUES ('dyslexie', 'dyslexie')")
      try db.run("INSERT INTO thread_tag (thread, tag) VALUES (3, ?)", db.lastInsertedRow)
    }
    #expect(try tags(of: thread(tagged: "dyslexie")) == ["/vocabulaires/s/dyslexie"])
    try community.site.database.write { db in
      try db.run(
        "UPDATE thread_tag SET thread = 1 WHERE thread = 3 AND tag = (SELECT max(id) FROM tag)")
    }
    #expect(try tags(of: thread(tagged: "dyslexie")) == ["/etiquettes/dyslexie"])
  }

  @Test func `that must not be used any more stays where it is, and only there`() throws {
    let thread = try thread(tagged: "dys")
    try community.site.database.write { db in
      try db.run("UPDATE concept SET deprecated = 1 WHERE slug = 'dyslexie'")
      try ThreadStore.setTags(
        [Tag(slug: "dyslexie", label: typed(thread, db))], of: thread, db)
    }
    #expect(try tags(of: thread) == ["/vocabulaires/s/dyslexie"])
    #expect(try tags(of: self.thread(tagged: "dys")) == ["/etiquettes/dys"])
  }

  private func typed(_ thread: Thread.ID, _ db: Reader) throws -> String {
    try TagMeaning.typed(of: thread, in: .french, db)
  }

  @Test func `is found by the search, by the word or by what it was called before`() throws {
    let thread = try thread(tagged: "dys")
    func found(_ query: String) throws -> Bool {
      try community.get("/recherche?q=" + query).text.contains("/fils/\(thread.value)-un-fil")
    }
    #expect(try found("%C3%A9tiquette:dyslexie"))
    #expect(try !found("%C3%A9tiquette:commun"))
    _ = try community.post(
      "/etiquettes/commun/promotion", [("mot", "Dyslexie")], as: .administrator)
    #expect(try found("%C3%A9tiquette:commun"))
  }

  @Test func `is taken away with the others`() throws {
    let thread = try thread(tagged: "dys")
    try community.site.database.write { try ThreadStore.setTags([], of: thread, $0) }
    #expect(try tags(of: thread) == [])
  }

  @Test func `longer than a word of one's own is only taken for a concept`() throws {
    let long = "Un concept dont le nom est vraiment très long"
    var draft = ThreadDraft()
    (draft.title, draft.body, draft.tags) = ("Un fil", "Son texte.", long)
    var file = SKOSFile(scheme: "http://x/u")
    file.add("long", long)
    let document = try file.read().document
    try community.site.database.read { try draft.recogniseConcepts($0) }
    #expect(throws: ThreadDraft.Problems.self) { try draft.checked(in: Space.ID(1)).get() }
    try community.site.database.write {
      _ = try VocabularyStore.load(document, at: Community.noon, $0)
    }
    try community.site.database.read { try draft.recogniseConcepts($0) }
    #expect(try draft.checked(in: Space.ID(1)).get().tags.count == 1)
  }

  @Test func `leads those who read the concept, and those above it, to what they may read`() throws
  {
    let thread = try thread(tagged: "dys")
    let page = try community.get("/vocabulaires/s/dyslexie").text
    #expect(page.contains("/fils/\(thread.value)-un-fil"))
    #expect(try community.get("/vocabulaires/s/dyslexie/atom").text.contains("Son texte"))
    try community.site.database.write { db in
      try db.run("UPDATE thread SET space = 3 WHERE id = ?", thread)
    }
    for path in ["/vocabulaires/s/dyslexie", "/vocabulaires/s/dyslexie/atom"] {
      #expect(try !community.get(path).text.contains("Un fil"))
    }
    #expect(try community.get("/vocabulaires/s/dyslexie", as: .insider).text.contains("Un fil"))
    #expect(try !community.get("/vocabulaires/s", as: .outsider).text.contains("1 fil"))
  }
}
