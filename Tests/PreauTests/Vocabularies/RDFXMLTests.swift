import Testing

@testable import Preau

@Suite struct `Reading RDF/XML` {
  private static let head = """
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/" \
    xml:base="http://b/doc"
    """

  private func read(_ body: String, _ attributes: String = "") throws -> [Triple] {
    try RDFXMLReader.triples(
      of: Array("<rdf:RDF \(Self.head) \(attributes)>\(body)</rdf:RDF>".utf8))
  }

  private func triple(_ subject: String, _ predicate: String, _ object: RDFObject) -> Triple {
    Triple(subject: .iri(subject), predicate: predicate, object: object)
  }

  @Test func `typed nodes and descriptions with a type say the same`() throws {
    let typed = try read("<e:T rdf:about=\"http://x\"><e:p>v</e:p></e:T>")
    let described = try read(
      """
      <rdf:Description rdf:about="http://x"><rdf:type rdf:resource="http://e/T"/>\
      <e:p>v</e:p></rdf:Description>
      """)
    #expect(typed == described)
    #expect(
      typed == [
        triple("http://x", RDF.type, .node(.iri("http://e/T"))),
        triple("http://x", "http://e/p", .literal("v", language: "")),
      ])
  }

  @Test func `rdf:ID, relative addresses and xml:base`() throws {
    let read = try read(
      """
      <e:T rdf:ID="a"/><e:T rdf:about="c/../d"/><e:T rdf:about="" xml:base="http://o/p"/>\
      <e:T rdf:about="//h/i"><e:p rdf:resource="?q" xml:base="/k/l"/></e:T>
      """)
    let subjects = read.filter { $0.predicate == RDF.type }.map(\.subject)
    #expect(
      subjects == [
        .iri("http://b/doc#a"), .iri("http://b/d"), .iri("http://o/p"), .iri("http://h/i"),
      ])
    #expect(read.last?.object == .node(.iri("http://b/k/l?q")))
  }

  @Test func `property attributes, on nodes and on properties`() throws {
    let read = try read(
      """
      <rdf:Description rdf:about="http://x" e:a="1" rdf:type="http://e/T" xml:lang="FR">\
      <e:p e:b="2"/></rdf:Description>
      """)
    #expect(
      Set(read) == [
        triple("http://x", "http://e/a", .literal("1", language: "fr")),
        triple("http://x", RDF.type, .node(.iri("http://e/T"))),
        triple("http://x", "http://e/p", .node(.blank(1))),
        Triple(
          subject: .blank(1), predicate: "http://e/b", object: .literal("2", language: "fr")),
      ])
  }

  @Test func `languages are inherited, and may be taken away`() throws {
    let read = try read(
      """
      <e:T rdf:about="http://x" xml:lang="fr"><e:p>a</e:p><e:p xml:lang="en">b</e:p>\
      <e:p xml:lang="">c</e:p></e:T>
      """)
    let literals = read.dropFirst().map(\.object)
    #expect(
      literals == [
        .literal("a", language: "fr"), .literal("b", language: "en"),
        .literal("c", language: ""),
      ])
  }

  @Test func `nodes inside properties, named and nameless`() throws {
    let read = try read(
      """
      <e:T rdf:about="http://x">
        <e:p> <e:U rdf:about="http://y"/> </e:p>
        <e:q rdf:nodeID="n"/> <e:r><e:U rdf:nodeID="n"/></e:r>
      </e:T>
      """)
    #expect(read.contains(triple("http://x", "http://e/p", .node(.iri("http://y")))))
    #expect(read.contains(triple("http://x", "http://e/q", .node(.blank(1)))))
    #expect(read.contains(triple("http://x", "http://e/r", .node(.blank(1)))))
  }

  @Test func `parseType Resource, Collection and Literal`() throws {
    let read = try read(
      """
      <e:T rdf:about="http://x"><e:p rdf:parseType="Resource"><e:q>v</e:q></e:p>\
      <e:l rdf:parseType="Collection"><e:U rdf:about="http://y"/></e:l>\
      <e:m rdf:parseType="Literal">un <b xmlns="http://h/">mot <i>ou</i></b> deux</e:m></e:T>
      """)
    #expect(read.contains(triple("http://x", "http://e/p", .node(.blank(1)))))
    #expect(
      read.contains(
        Triple(subject: .blank(1), predicate: "http://e/q", object: .literal("v", language: ""))))
    #expect(
      read.contains(
        Triple(subject: .blank(2), predicate: RDF.first, object: .node(.iri("http://y")))))
    #expect(
      read.contains(
        Triple(subject: .blank(2), predicate: RDF.rest, object: .node(.iri(RDF.nilList)))))
    #expect(
      read.contains(
        triple("http://x", "http://e/m", .literal("un mot ou deux", language: ""))))
  }

  @Test func `a document may be one node`() throws {
    let text = "<T xmlns=\"http://e/\" \(Self.head) rdf:about=\"http://x\"/>"
    #expect(try RDFXMLReader.triples(of: Array(text.utf8)).count == 1)
  }

  @Test(
    arguments: [
      ("<e:T rdf:about='http://x'><e:p rdf:ID='s'>v</e:p></e:T>", .reification),
      ("<rdf:Statement/>", .reification),
      ("<rdf:Bag><rdf:li>v</rdf:li></rdf:Bag>", .container),
      ("<e:T><rdf:li>v</rdf:li></e:T>", .container),
      ("<e:T><rdf:_1>v</rdf:_1></e:T>", .container),
      ("<e:T rdf:_1='v'/>", .container),
      ("un mot", .strayText),
      ("<e:T>un mot</e:T>", .strayText),
      ("<e:T><e:p>un mot <e:U/></e:p></e:T>", .strayText),
      ("<e:T><e:p><e:U/> un mot</e:p></e:T>", .strayText),
      ("<e:T><e:p><e:U/><e:U/></e:p></e:T>", .misplaced),
      ("<e:T><e:p rdf:resource='http://x'><e:U/></e:p></e:T>", .misplaced),
      ("<rdf:about/>", .misplaced),
      ("<e:T><p/></e:T>", .misplaced),
    ] as [(String, RDFError.Reason)])
  func `what is not read is refused, with its line`(body: String, reason: RDFError.Reason) {
    #expect(throws: RDFError(reason: reason, line: 2)) { try read("\n" + body) }
  }

  @Test func `a relative address needs a base`() {
    let text = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
      <rdf:Description rdf:about="a"/></rdf:RDF>
      """
    #expect(throws: RDFError(reason: .relativeAddress, line: 1)) {
      try RDFXMLReader.triples(of: Array(text.utf8))
    }
  }
}
