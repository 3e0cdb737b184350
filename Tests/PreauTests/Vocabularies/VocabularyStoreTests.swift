import HTML
import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `Stored vocabularies` {
  private let community: Community
  private var file = SKOSFile()
  private let thread = Thread.ID(1)

  init() throws { community = try Community() }

  private var database: Database { community.site.database }

  @discardableResult
  private func load() throws -> VocabularyChange {
    let document = try file.read().document
    return try database.write { try VocabularyStore.load(document, at: Community.noon, $0) }
  }

  private func concept(_ slug: String) throws -> Concept? {
    try database.read { try ConceptStore.concept(scheme: "s", slug: slug, $0) }
  }

  private func tag(_ concept: Concept) throws {
    try database.write {
      try ConceptTagStore.set(
        kind: .thread, target: thread.value, concepts: [concept.id], $0)
    }
  }

  private func tags() throws -> [String] {
    try database.read { db in
      try ConceptTagStore.tags(kind: .thread, target: thread.value, db).map(\.french)
    }
  }

  @Test func `the ten that come with a site are loaded once`() throws {
    let root = community.site.assets.root
    for _ in 0..<2 {
      try VocabularySeeds.load(into: database, root: root, now: Community.noon)
      let trees = try database.read { try ConceptTree.load(nil, $0) }
      #expect(trees.count == 10)
      #expect(trees.reduce(0) { $0 + $1.count } == 465)
      #expect(trees.allSatisfy { !$0.roots.isEmpty })
    }
    let mark = try database.changeMark()
    try VocabularySeeds.load(into: database, root: root, now: Community.noon)
    #expect(try database.changeMark() == mark)
  }

  @Test mutating func `a file loaded again changes what changed, and tags stay`() throws {
    file.add("a", "Un mot")
    file.add("b", "Un autre", file.link("broader", "a"))
    file.add("c", "Le même")
    #expect(try load().new == 3)
    try tag(#require(try concept("a")))
    file.body = ""
    file.add("a", "Un mot mieux dit", "<skos:altLabel xml:lang=\"en\">A word</skos:altLabel>")
    file.add("c", "Le même")
    file.add("d", "Un de plus", file.link("broader", "a"))
    let change = try load()
    #expect((change.new, change.changed, change.gone) == (1, 1, 1))
    #expect(change.parts.map(\.gone) == [["Un autre"]])
    #expect(try tags() == ["Un mot mieux dit"])
    #expect(try concept("a")?.slug == "a")
    #expect(try concept("b")?.isDeprecated == true)
    let again = try load()
    #expect((again.new, again.changed, again.gone) == (0, 0, 0))
  }

  @Test mutating func `a tagged concept that is gone stays, and comes back`() throws {
    file.add("a", "Un mot")
    file.add("b", "Un autre")
    try load()
    try tag(#require(try concept("b")))
    file.body = ""
    file.add("a", "Un mot")
    try load()
    #expect(try tags() == ["Un autre"])
    #expect(try concept("b")?.isDeprecated == true)
    file.add("b", "Un autre")
    #expect(try load().changed == 1)
    #expect(try concept("b")?.isDeprecated == false)
  }

  @Test func `a publisher's files share a large scheme, and do not chase each other's concepts`()
    throws
  {
    for name in ["un", "deux"] {
      var part = SKOSFile(scheme: "http://v/all/\(name)")
      part.body = """
        <skos:ConceptScheme rdf:about="http://v/all"><dcterms:title>Tout</dcterms:title>
        </skos:ConceptScheme>
        """
      part.add("a", "Mot \(name)", "<skos:inScheme rdf:resource=\"http://v/all\"/>")
      let document = try part.read().document
      let change = try database.write {
        try VocabularyStore.load(document, at: Community.noon, $0)
      }
      #expect((change.new, change.gone) == (1, 0))
    }
    let trees = try database.read { try ConceptTree.load(["all", "deux", "un"], $0) }
    #expect(
      trees.map { $0.roots.map(\.address.text) } == [
        ["/vocabulaires/deux/a", "/vocabulaires/un/a"], ["/vocabulaires/deux/a"],
        ["/vocabulaires/un/a"],
      ])
  }

  @Test mutating func `a match finds its concept, whichever comes first`() throws {
    file.add("a", "Un mot", "<skos:closeMatch rdf:resource=\"http://w/s/x\"/>")
    try load()
    var other = SKOSFile(scheme: "http://w/s")
    other.add("x", "Ailleurs")
    let document = try other.read().document
    try database.write { _ = try VocabularyStore.load(document, at: Community.noon, $0) }
    let detail = try database.read { try ConceptDetail.load(scheme: "s", slug: "a", $0) }
    #expect(detail?.matches.first?.concept?.french == "Ailleurs")
    // The same last part, in another vocabulary: another address.
    #expect(try database.read { try ConceptStore.schemes($0).map(\.slug) } == ["s", "s-2"])
  }

  @Test mutating func `addresses are words: of the URI, else of the label`() throws {
    file.add("mot-clair", "Autre chose")
    file.add("num-001", "Évaluation d’élèves")
    file.add("num-002", "Évaluation d’élèves")
    try load()
    let slugs = try database.read { try ConceptTree.load(nil, $0).first?.roots.map(\.slug) }
    #expect(slugs?.sorted() == ["evaluation-d-eleves", "evaluation-d-eleves-2", "mot-clair"])
  }

  @Test(arguments: ["member", "class", "class_learner", "space", ""])
  mutating func `nobody and no class can be tagged`(kind: String) throws {
    file.add("a", "Un mot")
    try load()
    #expect(throws: SQLiteError.self) {
      try database.write { db in
        try db.run("INSERT INTO concept_tag (concept, kind, target) VALUES (1, ?, 1)", kind)
      }
    }
  }

  @Test mutating func `the picker ticks what is chosen, and takes what is ticked`() throws {
    file.add("a", "Un &lt;mot&gt;")
    file.add("b", "Dessous", file.link("broader", "a"))
    try load()
    let above = try #require(try concept("a"))
    let below = try #require(try concept("b"))
    let target = try Target("/")
    let visit = try community.site.visit(
      Request(head: RequestHead(method: .get, target: target, headers: Headers(), peer: "")),
      community.viewer(.learner))
    let picker = try database.read { try ConceptPicker.load($0) }
    let markup = Page.bytes(capacity: 1_000) { page in
      page.conceptPicker(picker, chosen: [below.id], visit)
    }
    let text = String(decoding: markup, as: UTF8.self)
    #expect(text.contains("<details open>"))
    #expect(text.contains("name=\"concept\" value=\"\(below.id.value)\" checked>"))
    #expect(text.contains("name=\"concept\" value=\"\(above.id.value)\"><span>Un &lt;mot&gt;"))
    let sent = ["\(below.id.value)", "x", "-1", "\(below.id.value)", "\(above.id.value)"]
    let form = Form(fields: Parameters(sent.map { (name: "concept", value: $0) }))
    #expect(ConceptPicker.chosen(form) == [below.id, above.id])
  }
}
