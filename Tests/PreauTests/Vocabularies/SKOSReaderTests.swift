import Testing

@testable import Preau

@Suite struct `Understanding SKOS` {
  private var file = SKOSFile()

  private func concept(_ name: String, _ reader: SKOSReader) throws -> SKOSConcept {
    try #require(reader.document.concepts.first { $0.uri == "http://v/s/\(name)" })
  }

  @Test mutating func `what is said at one end is known at both`() throws {
    file.add("a", "A", file.link("narrower", "b"))
    file.add("b", "B", file.link("related", "c"))
    file.add("c", "C", file.link("broader", "a"))
    let read = try file.read()
    #expect(try concept("b", read).links(.broader) == ["http://v/s/a"])
    #expect(try concept("c", read).links(.broader) == ["http://v/s/a"])
    #expect(try concept("c", read).links(.related) == ["http://v/s/b"])
    #expect(try concept("a", read).topOf == ["http://v/s"])
    #expect(try concept("b", read).topOf == [])
    #expect(read.problems == [])
  }

  @Test mutating func `a label without a language has that of the scheme`() throws {
    file.add("a", "A", "<skos:altLabel>Autre</skos:altLabel>")
    let labels = try concept("a", file.read()).labels
    #expect(
      labels.contains(SKOSLabel(kind: .other, text: SKOSText(language: "fr", text: "Autre"))))
  }

  @Test mutating func `a second preferred label becomes another one, and is told`() throws {
    file.add("a", "A", "<skos:prefLabel xml:lang=\"fr\">Bis</skos:prefLabel>")
    let read = try file.read()
    #expect(read.problems == [.severalPreferred("http://v/s/a", language: "fr")])
    #expect(try concept("a", read).preferred("fr") == "A")
    #expect(try concept("a", read).labels.map(\.kind) == [.preferred, .other])
  }

  @Test mutating func `an unknown parent is told, and the concept stands at the top`() throws {
    file.add("a", "A", file.link("broader", "absent"))
    let read = try file.read()
    #expect(read.problems == [.unknownParent("http://v/s/a", parent: "http://v/s/absent")])
    #expect(try concept("a", read).topOf == ["http://v/s"])
  }

  @Test mutating func `a circle is told and opened, and nothing is lost`() throws {
    file.add("a", "A", file.link("broader", "b"))
    file.add("b", "B", file.link("broader", "c"))
    file.add("c", "C", file.link("broader", "a"))
    file.add("d", "D", file.link("broader", "d"))
    let read = try file.read()
    #expect(read.document.concepts.count == 4)
    #expect(read.problems == [.circle(["a", "b", "c"].map { "http://v/s/\($0)" })])
    let broader = try ["a", "b", "c"].map { try concept($0, read).links(.broader).count }
    #expect(broader == [1, 1, 0])
  }

  @Test mutating func `several schemes, and a file that speaks of another one`() throws {
    file.add("a", "A", "<skos:inScheme rdf:resource=\"http://v/other\"/>")
    let read = try file.read()
    #expect(try concept("a", read).schemes == ["http://v/s", "http://v/other"])
    #expect(read.document.schemes.map(\.isDescribed) == [true, false])
  }

  @Test mutating func `what is not to be used any more, and what to use instead`() throws {
    file.add("a", "A", "<owl:deprecated>true</owl:deprecated>")
    file.add("b", "B", "<dcterms:isReplacedBy rdf:resource=\"http://v/s/c\"/>")
    file.add("c", "C")
    let read = try file.read()
    #expect(try concept("a", read).isDeprecated)
    #expect(try concept("b", read).isDeprecated)
    #expect(try concept("b", read).replacement == "http://v/s/c")
    #expect(try !concept("c", read).isDeprecated)
  }

  @Test mutating func `collections keep their members, and tell of those that are absent`() throws {
    file.add("a", "A")
    file.body += """
      <skos:Collection rdf:about="http://v/s/k"><skos:prefLabel xml:lang="fr">K</skos:prefLabel>
      \(file.link("member", "a"))\(file.link("member", "absent"))</skos:Collection>
      """
    let read = try file.read()
    #expect(read.document.collections.first?.members == ["http://v/s/a"])
    #expect(read.document.collections.first?.scheme == "http://v/s")
    #expect(read.problems == [.unknownMember("http://v/s/k", member: "http://v/s/absent")])
  }

  @Test func `a file without a concept is refused`() {
    #expect(throws: SKOSEmpty()) { try SKOSFile().read() }
  }

  @Test mutating func `what is written is read back the same`() throws {
    file.add(
      "a", "A &amp; « é »",
      "<skos:definition xml:lang=\"en\">Def</skos:definition><skos:notation>1</skos:notation>"
        + "<skos:closeMatch rdf:resource=\"http://elsewhere/x\"/>")
    file.add("b", "B", file.link("broader", "a") + "<owl:deprecated>true</owl:deprecated>")
    let document = try file.read().document
    let again = try SKOSReader(rdfXML: SKOSXML.document(document)).document
    #expect(again.concepts.map(\.sorted) == document.concepts.map(\.sorted))
  }
}
