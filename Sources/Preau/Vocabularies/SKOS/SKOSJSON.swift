/// Writes SKOS as JSON-LD 1.1, with its context inside: nothing has to be fetched to read it.
enum SKOSJSON {
  static func document(_ document: SKOSDocument) -> [UInt8] {
    let narrower = SKOSInverse(document).narrower
    let things =
      document.schemes.map { node($0, document) }
      + document.concepts.map { node($0, narrower[$0.uri] ?? []) }
      + document.collections.map(node)
    return JSONDocument.object([("@context", context), ("@graph", .list(things))]).utf8
  }

  private static let context = JSONDocument.object([
    ("skos", .text(SKOS.namespace)), ("dcterms", .text(SKOS.terms)), ("owl", .text(SKOS.owl)),
  ])

  private static func node(_ scheme: SKOSScheme, _ document: SKOSDocument) -> JSONDocument {
    let tops = document.concepts.filter { $0.topOf.contains(scheme.uri) }.map(\.uri)
    return node(
      scheme.uri, "skos:ConceptScheme",
      texts("dcterms:title", scheme.titles) + texts("skos:prefLabel", scheme.titles)
        + texts("dcterms:description", scheme.descriptions)
        + [("dcterms:language", .text(scheme.language))] + links("skos:hasTopConcept", tops))
  }

  private static func node(_ concept: SKOSConcept, _ narrower: [String]) -> JSONDocument {
    var pairs = links("skos:inScheme", concept.schemes)
    if !concept.notations.isEmpty {
      pairs.append(("skos:notation", .list(concept.notations.map { .text($0) })))
    }
    for kind in SKOSLabel.Kind.allCases {
      pairs += texts(
        kind.element.description, concept.labels.filter { $0.kind == kind }.map(\.text))
    }
    for kind in SKOSNote.Kind.allCases {
      pairs += texts(
        kind.element.description, concept.notes.filter { $0.kind == kind }.map(\.text))
    }
    pairs += links("skos:topConceptOf", concept.topOf.sorted())
    for kind in SKOSLink.Kind.allCases {
      pairs += links(kind.element.description, concept.links(kind))
    }
    pairs += links("skos:narrower", narrower)
    if concept.isDeprecated { pairs.append(("owl:deprecated", .flag(true))) }
    pairs += links("dcterms:isReplacedBy", concept.replacement.map { [$0] } ?? [])
    return node(concept.uri, "skos:Concept", pairs)
  }

  private static func node(_ collection: SKOSCollection) -> JSONDocument {
    node(
      collection.uri, "skos:Collection",
      texts("skos:prefLabel", collection.labels) + links("skos:member", collection.members))
  }

  private static func node(
    _ uri: String, _ type: String, _ pairs: [(String, JSONDocument)]
  ) -> JSONDocument {
    .object([("@id", .text(uri)), ("@type", .text(type))] + pairs)
  }

  private static func texts(_ name: String, _ texts: [SKOSText]) -> [(String, JSONDocument)] {
    if texts.isEmpty { return [] }
    let values = texts.map { text in
      JSONDocument.object([("@language", .text(text.language)), ("@value", .text(text.text))])
    }
    return [(name, .list(values))]
  }

  private static func links(_ name: String, _ uris: [String]) -> [(String, JSONDocument)] {
    if uris.isEmpty { return [] }
    return [(name, .list(uris.map { .object([("@id", .text($0))]) }))]
  }
}
