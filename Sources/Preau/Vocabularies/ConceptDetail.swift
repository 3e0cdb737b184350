import SQLite

/// Everything that the page of a concept shows of it.
struct ConceptDetail: Sendable {
  let concept: Concept
  let scheme: ConceptScheme
  let skos: SKOSConcept
  /// From the top of the vocabulary down to the concept above, by the first way.
  var trail: [Concept] = []
  var broader: [Concept] = []
  var narrower: [Concept] = []
  var related: [Concept] = []
  /// Concepts of other vocabularies that mean the same or nearly, with ours where it is one.
  var matches: [(kind: SKOSLink.Kind, uri: String, concept: Concept?)] = []
  /// What to use in its place, when that is one of ours.
  var replacement: Concept?
}

extension ConceptDetail {
  /// Reads a concept by its place: some ten statements, each by an index.
  static func load(scheme: String, slug: String, _ db: Reader) throws -> ConceptDetail? {
    guard let scheme = try ConceptStore.scheme(slug: scheme, db),
      let concept = try ConceptStore.concept(scheme: scheme.slug, slug: slug, db),
      let skos = try StoredVocabularyStore.concepts([concept.id], db).first
    else { return nil }
    var detail = ConceptDetail(concept: concept, scheme: scheme, skos: skos)
    for (kind, uri, other) in try ConceptLinkStore.links(of: concept.id, db) {
      switch kind {
      case .broader: if let other { detail.broader.append(other) }
      case .related: if let other { detail.related.append(other) }
      default: detail.matches.append((kind, uri, other))
      }
    }
    detail.narrower = try ConceptLinkStore.narrower(of: concept.id, db)
    detail.trail = try ConceptLinkStore.trail(to: concept.id, db)
    detail.replacement = try skos.replacement.flatMap {
      try ConceptLinkStore.concept(uri: $0, db)
    }
    return detail
  }

  /// The concept alone as a file would hold it, with what is above and below it named.
  var document: SKOSDocument {
    var document = SKOSDocument(concepts: [skos])
    document.narrower[skos.uri] = narrower.map(\.uri)
    return document
  }
}
