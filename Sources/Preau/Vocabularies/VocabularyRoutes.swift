import HTML
import HTTP
import SQLite

/// What the site answers about vocabularies. Each address has three faces: a page, and the same as
/// SKOS in RDF/XML and in JSON-LD, for those who ask for it or name it (`.rdf`, `.jsonld`).
enum VocabularyRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/vocabulaires", .anyone, isShared: true, list)
    routes.get("/vocabulaires/*", .anyone, scheme)
    routes.get("/vocabulaires/*/*", .anyone, concept)
    VocabularyImportRoutes.add(to: &routes)
  }

  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      let counts = try ConceptLinkStore.conceptCounts(db)
      let lines = try ConceptStore.schemes(db).map { scheme in
        VocabularyLine(
          scheme: scheme, count: counts[scheme.id] ?? 0,
          description: try ConceptLinkStore.description(
            of: scheme.id, in: visit.say.language, db))
      }
      return VocabularyPages.list(lines, visit)
    }
  }

  static func scheme(_ visit: Visit, name: String) throws -> Response {
    let (slug, face) = SKOSFace.of(name, visit.request)
    return try visit.read { db in
      let scheme = try ConceptStore.scheme(slug: slug, db).orNotFound()
      guard face == .page else {
        return face.response(try StoredVocabularyStore.document(of: scheme.id, db))
      }
      let tree = try ConceptTree.load([slug], db).first.orNotFound()
      let counts = try ConceptLinkStore.tagCounts(
        of: scheme.id, reader: visit.viewer.reader, db)
      let line = VocabularyLine(
        scheme: scheme, count: tree.count,
        description: try ConceptLinkStore.description(of: scheme.id, in: visit.say.language, db))
      return VocabularyPages.show(line, tree, counts, visit)
    }
  }

  static func concept(_ visit: Visit, scheme: String, name: String) throws -> Response {
    let (slug, face) = SKOSFace.of(name, visit.request)
    return try visit.read { db in
      let detail = try ConceptDetail.load(scheme: scheme, slug: slug, db).orNotFound()
      guard face == .page else { return face.response(detail.document) }
      let cursor = ThreadCursor(visit.request.query["avant"])
      let page = try ThreadListStore.page(
        of: .concept(detail.concept.id), after: cursor, reader: visit.viewer.reader, db)
      return ConceptPages.show(
        detail, try Tagged.load(.concept(detail.concept), visit, db), page.lines, next: page.next,
        isFirst: cursor == .start, visit)
    }
  }
}

/// In which form a vocabulary is given.
enum SKOSFace: Sendable, Equatable {
  case page, rdfXML, jsonLD

  /// The slug of an address and the face that is wanted: named by its ending, else by `Accept`.
  static func of(_ name: String, _ request: Request) -> (slug: String, face: SKOSFace) {
    for (ending, face) in [(".rdf", SKOSFace.rdfXML), (".jsonld", .jsonLD)]
    where name.hasSuffix(ending) {
      return (String(name.dropLast(ending.count)), face)
    }
    let types = ["text/html", rdfXML.type, jsonLD.type]
    switch Negotiation.mediaType(request.headers["accept"], among: types) {
    case rdfXML.type: return (name, .rdfXML)
    case jsonLD.type: return (name, .jsonLD)
    default: return (name, .page)
    }
  }

  /// The media type (RFC 3870, JSON-LD 1.1 appendix C).
  var type: String {
    switch self {
    case .page: "text/html"
    case .rdfXML: "application/rdf+xml"
    case .jsonLD: "application/ld+json"
    }
  }

  /// The same for all readers: vocabularies are public.
  func response(_ document: SKOSDocument) -> Response {
    let body = self == .jsonLD ? SKOSJSON.document(document) : SKOSXML.document(document)
    var response = Response(type: type, body: body)
    response["Vary"] = "Accept"
    response["Cache-Control"] = "public, max-age=300"
    response["Access-Control-Allow-Origin"] = "*"
    return response
  }
}

/// A vocabulary in a list.
struct VocabularyLine: Sendable {
  let scheme: ConceptScheme
  let count: Int
  let description: SKOSText?
}
