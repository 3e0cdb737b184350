import XML

/// Writes SKOS as RDF/XML: typed nodes, and links in both directions.
enum SKOSXML {
  /// - Parameter document: of which a part may be all, such as one concept of a scheme.
  static func document(_ document: SKOSDocument) -> [UInt8] {
    var xml = XMLWriter()
    let narrower = SKOSInverse(document).narrower
    xml.element(
      "rdf:RDF",
      [
        ("xmlns:rdf", RDF.namespace), ("xmlns:skos", SKOS.namespace),
        ("xmlns:dcterms", SKOS.terms), ("xmlns:owl", SKOS.owl),
      ]
    ) { xml in
      for scheme in document.schemes { write(scheme, document, &xml) }
      for concept in document.concepts { write(concept, narrower[concept.uri] ?? [], &xml) }
      for collection in document.collections { write(collection, &xml) }
    }
    return xml.utf8
  }

  private static func write(
    _ scheme: SKOSScheme, _ document: SKOSDocument, _ xml: inout XMLWriter
  ) {
    xml.element("skos:ConceptScheme", [("rdf:about", scheme.uri)]) { xml in
      for title in scheme.titles {
        write("dcterms:title", title, &xml)
        write("skos:prefLabel", title, &xml)
      }
      for text in scheme.descriptions { write("dcterms:description", text, &xml) }
      xml.element("dcterms:language", text: scheme.language)
      for concept in document.concepts where concept.topOf.contains(scheme.uri) {
        link("skos:hasTopConcept", concept.uri, &xml)
      }
    }
  }

  private static func write(
    _ concept: SKOSConcept, _ narrower: [String], _ xml: inout XMLWriter
  ) {
    xml.element("skos:Concept", [("rdf:about", concept.uri)]) { xml in
      for uri in concept.schemes { link("skos:inScheme", uri, &xml) }
      for notation in concept.notations { xml.element("skos:notation", text: notation) }
      for label in concept.labels { write(label.kind.element, label.text, &xml) }
      for note in concept.notes { write(note.kind.element, note.text, &xml) }
      for uri in concept.topOf.sorted() { link("skos:topConceptOf", uri, &xml) }
      for kind in SKOSLink.Kind.allCases {
        for uri in concept.links(kind) { link(kind.element, uri, &xml) }
      }
      for uri in narrower { link("skos:narrower", uri, &xml) }
      if concept.isDeprecated {
        xml.element("owl:deprecated", [("rdf:datatype", SKOS.boolean)], text: "true")
      }
      if let uri = concept.replacement { link("dcterms:isReplacedBy", uri, &xml) }
    }
  }

  private static func write(_ collection: SKOSCollection, _ xml: inout XMLWriter) {
    xml.element("skos:Collection", [("rdf:about", collection.uri)]) { xml in
      for label in collection.labels { write("skos:prefLabel", label, &xml) }
      for member in collection.members { link("skos:member", member, &xml) }
    }
  }

  private static func write(_ name: StaticString, _ text: SKOSText, _ xml: inout XMLWriter) {
    xml.element(name, [("xml:lang", text.language)], text: text.text)
  }

  private static func link(_ name: StaticString, _ uri: String, _ xml: inout XMLWriter) {
    xml.empty(name, [("rdf:resource", uri)])
  }
}

/// The other end of `broader`, for those who read one direction only.
struct SKOSInverse {
  private(set) var narrower: [String: [String]] = [:]

  init(_ document: SKOSDocument) {
    for concept in document.concepts {
      for parent in concept.links(.broader) { narrower[parent, default: []].append(concept.uri) }
    }
    for (uri, below) in document.narrower { narrower[uri] = below }
  }
}

extension SKOSLabel.Kind {
  /// Its name in SKOS, with the prefix that we write.
  var element: StaticString {
    switch self {
    case .preferred: "skos:prefLabel"
    case .other: "skos:altLabel"
    case .hidden: "skos:hiddenLabel"
    }
  }
}

extension SKOSNote.Kind {
  /// Its name in SKOS, with the prefix that we write.
  var element: StaticString {
    switch self {
    case .definition: "skos:definition"
    case .scope: "skos:scopeNote"
    case .example: "skos:example"
    case .note: "skos:note"
    }
  }
}

extension SKOSLink.Kind {
  /// Its name in SKOS, with the prefix that we write.
  var element: StaticString {
    switch self {
    case .broader: "skos:broader"
    case .related: "skos:related"
    case .exactMatch: "skos:exactMatch"
    case .closeMatch: "skos:closeMatch"
    case .broadMatch: "skos:broadMatch"
    case .narrowMatch: "skos:narrowMatch"
    case .relatedMatch: "skos:relatedMatch"
    }
  }
}
