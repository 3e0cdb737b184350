import JSONText
import LinkedData
import Testing

/// Graphs of blank nodes, as documents.
enum Graphs {
  static let library: ContextLibrary = {
    do {
      let terms: JSON = [
        "p": ["@id": "urn:p", "@type": "@id"], "q": ["@id": "urn:q", "@type": "@id"],
        "in": ["@id": "urn:in", "@type": "@id", "@container": "@graph"], "l": "urn:l",
        "list": ["@id": "urn:list", "@container": "@list"],
      ]
      return try ContextLibrary(["urn:context": ["@context": terms]])
    } catch {
      preconditionFailure("The context is refused: \(error)")
    }
  }()

  /// A document of these arrows between nodes that have no name of their own.
  static func document(_ arrows: [(from: String, to: String)], by property: String = "p") -> JSON {
    let nodes = arrows.map { arrow -> JSON in
      ["@id": .string("_:" + arrow.from), property: .string("_:" + arrow.to)]
    }
    return ["@context": "urn:context", "@id": "urn:root", "q": .array(nodes)]
  }

  static func canonical(_ document: JSON) throws(LinkedDataError) -> String {
    try LinkedDocument(document, with: library).canonical()
  }

  static func ring(_ names: [String]) -> [(from: String, to: String)] {
    names.indices.map { (names[$0], names[($0 + 1) % names.count]) }
  }
}

@Suite struct `Naming blank nodes` {
  @Test func `labels and order do not count`() throws {
    var dice = Dice(seed: 6)
    for _ in 0..<60 {
      let count = 2 + dice.roll(5)
      let arrows = (0..<(1 + dice.roll(2 * count))).map { _ in (dice.roll(count), dice.roll(count))
      }
      let one = Graphs.document(arrows.map { ("a\($0.0)", "a\($0.1)") })
      let names = (0..<count).shuffled(using: &dice)
      let other = Graphs.document(
        arrows.shuffled(using: &dice).map { ("b\(names[$0.0])", "b\(names[$0.1])") })
      #expect(try Graphs.canonical(one) == Graphs.canonical(other))
    }
  }

  @Test func `two rings of three are not one of six`() throws {
    let six = Graphs.document(Graphs.ring(["a", "b", "c", "d", "e", "f"]))
    let threes = Graphs.document(Graphs.ring(["a", "b", "c"]) + Graphs.ring(["d", "e", "f"]))
    #expect(try Graphs.canonical(six) != Graphs.canonical(threes))
  }

  @Test func `what a name means is written out`() throws {
    let document: JSON = [
      "@context": "urn:context", "@id": "urn:root",
      "l": [true, 5, 2.5, "é\u{1}\"\\\n\u{7F}\u{FFFF}"],
      "list": ["x", []], "in": ["l": .number("1e21")],
    ]
    let rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let schema = "^^<http://www.w3.org/2001/XMLSchema#"
    let lines = try Graphs.canonical(document).split(separator: "\n").map(String.init)
    #expect(lines.contains("<urn:root> <urn:l> \"true\"\(schema)boolean> ."))
    #expect(lines.contains("<urn:root> <urn:l> \"5\"\(schema)integer> ."))
    #expect(lines.contains("<urn:root> <urn:l> \"2.5E0\"\(schema)double> ."))
    #expect(
      lines.contains("<urn:root> <urn:l> \"é\\u0001\\\"\\\\\\n\\u007F\\uFFFF\" ."))
    #expect(lines.filter { $0.contains("\(rdf)nil>") }.count == 2)
    #expect(lines.filter { $0.contains("<urn:l> \"1.0E21\"\(schema)double> _:c14n") }.count == 1)
    #expect(lines.count == 11)
  }

  @Test func `a node described twice is one node, and said to be`() throws {
    let document: JSON = [
      "@context": "urn:context", "@id": "urn:root", "l": "x",
      "p": [["@id": "urn:root", "l": ["x", "y"]], ["@id": "urn:other"], "urn:other"],
    ]
    let linked = try LinkedDocument(document, with: Graphs.library)
    #expect(linked.quads.count == 4)
    #expect(linked.repeatedNodes == ["urn:root"])
  }
}
