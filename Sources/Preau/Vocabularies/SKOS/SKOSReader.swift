/// Understands triples as SKOS (W3C, 2009): what is said in one direction only is completed, and
/// what is wrong is listed while the rest is taken.
struct SKOSReader {
  private(set) var document = SKOSDocument()
  private(set) var problems: [SKOSProblem] = []

  private var statements: [RDFNode: [(predicate: String, object: RDFObject)]] = [:]
  /// In the order of the file.
  private var subjects: [RDFNode] = []
  private var position: [String: Int] = [:]

  /// - Throws: ``SKOSEmpty`` when there is no concept.
  init(_ triples: [Triple]) throws {
    for triple in triples {
      if statements[triple.subject] == nil { subjects.append(triple.subject) }
      statements[triple.subject, default: []].append((triple.predicate, triple.object))
    }
    readSchemes()
    readConcepts()
    completeLinks()
    dropCircles()
    settleTops()
    readCollections()
    if document.concepts.isEmpty { throw SKOSEmpty() }
  }

  /// - Throws: `XMLError`, ``RDFError``, ``SKOSEmpty``.
  init(rdfXML document: [UInt8]) throws {
    try self.init(RDFXMLReader.triples(of: document))
  }

  // MARK: Schemes

  private mutating func readSchemes() {
    var uris = iris(ofType: SKOS.namespace + "ConceptScheme")
    let described = Set(uris)
    // Some files speak of a scheme without describing it.
    for concept in iris(ofType: SKOS.namespace + "Concept") {
      for uri in schemes(of: concept) where !uris.contains(uri) { uris.append(uri) }
    }
    document.schemes = uris.map { uri in
      let node = RDFNode.iri(uri)
      let titles =
        literals(node, SKOS.terms + "title") + literals(node, SKOS.elements + "title")
        + literals(node, SKOS.namespace + "prefLabel")
      let language = language(of: node, titles)
      let isDescribed = described.contains(uri) || uris.count == 1
      var scheme = SKOSScheme(uri: uri, language: language, isDescribed: isDescribed)
      scheme.titles = onePerLanguage(titles, language)
      if scheme.titles.isEmpty {
        scheme.titles = [SKOSText(language: language, text: IRI.lastPart(uri))]
      }
      scheme.descriptions = onePerLanguage(
        literals(node, SKOS.terms + "description")
          + literals(node, SKOS.elements + "description")
          + literals(node, SKOS.namespace + "definition"), language)
      return scheme
    }
  }

  private func language(of node: RDFNode, _ titles: [SKOSText]) -> String {
    let said = literals(node, SKOS.terms + "language") + literals(node, SKOS.elements + "language")
    if let first = said.first?.text.lowercased(), (2...12).contains(first.utf8.count) {
      return first
    }
    return titles.first { !$0.language.isEmpty }?.language ?? "fr"
  }

  private func onePerLanguage(_ texts: [SKOSText], _ language: String) -> [SKOSText] {
    var seen: Set<String> = []
    return texts.map { $0.in(language) }.filter { seen.insert($0.language).inserted }
  }

  private func schemes(of concept: String) -> [String] {
    let node = RDFNode.iri(concept)
    var found = targets(node, SKOS.namespace + "inScheme")
    for uri in targets(node, SKOS.namespace + "topConceptOf") where !found.contains(uri) {
      found.append(uri)
    }
    return found
  }

  // MARK: Concepts

  private mutating func readConcepts() {
    let known = document.schemes.map(\.uri)
    let uris = iris(ofType: SKOS.namespace + "Concept")
    var sizes: [String: Int] = [:]
    for uri in uris { for scheme in schemes(of: uri) { sizes[scheme, default: 0] += 1 } }
    var tops: [String: Set<String>] = [:]
    for scheme in known {
      for concept in targets(.iri(scheme), SKOS.namespace + "hasTopConcept") {
        tops[concept, default: []].insert(scheme)
      }
    }
    for uri in uris {
      let node = RDFNode.iri(uri)
      var concept = SKOSConcept(uri: uri)
      concept.schemes = schemes(of: uri)
      for scheme in known where tops[uri]?.contains(scheme) == true {
        if !concept.schemes.contains(scheme) { concept.schemes.append(scheme) }
      }
      if concept.schemes.isEmpty, known.count == 1 { concept.schemes = known }
      concept.schemes.sort { isCloser($0, than: $1, sizes) }
      guard let home = concept.schemes.first else {
        problems.append(.noScheme(uri))
        continue
      }
      concept.topOf = (tops[uri] ?? []).union(targets(node, SKOS.namespace + "topConceptOf"))
      let language = document.schemes.first { $0.uri == home }?.language ?? "fr"
      readTexts(of: node, into: &concept, language)
      guard !concept.labels.isEmpty else {
        problems.append(.noLabel(uri))
        continue
      }
      readStanding(of: node, into: &concept)
      position[uri] = document.concepts.count
      document.concepts.append(concept)
    }
  }

  /// Which scheme gives a concept its page: one that the file describes, rather than one that it only
  /// names; then the smaller one, since publishers put all their vocabularies into a large one, too,
  /// whose address is a part of theirs.
  private func isCloser(_ one: String, than other: String, _ sizes: [String: Int]) -> Bool {
    func rank(_ uri: String) -> (Int, Int, Int, String) {
      let isDescribed = document.schemes.contains { $0.uri == uri && $0.isDescribed }
      return (isDescribed ? 0 : 1, sizes[uri] ?? 0, -uri.utf8.count, uri)
    }
    return rank(one) < rank(other)
  }

  private mutating func readTexts(
    of node: RDFNode, into concept: inout SKOSConcept, _ language: String
  ) {
    let names: [(SKOSLabel.Kind, String)] = [
      (.preferred, "prefLabel"), (.other, "altLabel"), (.hidden, "hiddenLabel"),
    ]
    var inUse: Set<String> = []
    for (kind, name) in names {
      let texts = literals(node, SKOS.namespace + name) + extendedLabels(node, name)
      for text in texts.map({ $0.in(language) }) {
        var label = SKOSLabel(kind: kind, text: text)
        if kind == .preferred, !inUse.insert(text.language).inserted {
          if concept.labels.contains(label) { continue }
          problems.append(.severalPreferred(concept.uri, language: text.language))
          label = SKOSLabel(kind: .other, text: text)
        }
        if !concept.labels.contains(label) { concept.labels.append(label) }
      }
    }
    let notes: [(SKOSNote.Kind, String)] = [
      (.definition, "definition"), (.scope, "scopeNote"), (.example, "example"), (.note, "note"),
    ]
    for (kind, name) in notes {
      for text in literals(node, SKOS.namespace + name) {
        let note = SKOSNote(kind: kind, text: text.in(language))
        if !concept.notes.contains(note) { concept.notes.append(note) }
      }
    }
    for notation in literals(node, SKOS.namespace + "notation").map(\.text)
    where !concept.notations.contains(notation) { concept.notations.append(notation) }
  }

  /// Labels that are things of their own (SKOS-XL).
  private func extendedLabels(_ node: RDFNode, _ name: String) -> [SKOSText] {
    objects(node, SKOS.xl + name).flatMap { object -> [SKOSText] in
      guard case .node(let label) = object else { return [] }
      return literals(label, SKOS.xl + "literalForm")
    }
  }

  private func readStanding(of node: RDFNode, into concept: inout SKOSConcept) {
    for kind in SKOSLink.Kind.allCases {
      for uri in targets(node, SKOS.namespace + kind.rawValue) where uri != concept.uri {
        concept.links.insert(SKOSLink(kind: kind, uri: uri))
      }
    }
    let isMarked = literals(node, SKOS.owl + "deprecated").contains {
      ["true", "1"].contains($0.text.lowercased())
    }
    let status = literals(node, SKOS.isothes + "status").map { Slug.make(from: $0.text) }
    concept.replacement = targets(node, SKOS.terms + "isReplacedBy").first
    concept.isDeprecated =
      isMarked || concept.replacement != nil
      || status.contains { ["deprecated", "deprecie", "obsolete", "ancien"].contains($0) }
  }

  // MARK: Links

  /// `broader` and `narrower`, and the two ends of `related`, may be said at one end alone.
  private mutating func completeLinks() {
    for index in document.concepts.indices {
      let concept = document.concepts[index]
      for child in targets(.iri(concept.uri), SKOS.namespace + "narrower")
      where child != concept.uri {
        add(SKOSLink(kind: .broader, uri: concept.uri), to: child)
      }
      for other in concept.links(.related) {
        add(SKOSLink(kind: .related, uri: concept.uri), to: other)
      }
    }
    for index in document.concepts.indices {
      let concept = document.concepts[index]
      for parent in concept.links(.broader) where position[parent] == nil {
        problems.append(.unknownParent(concept.uri, parent: parent))
        document.concepts[index].links.remove(SKOSLink(kind: .broader, uri: parent))
      }
      for other in concept.links(.related) where position[other] == nil {
        // What is related but elsewhere is a match.
        document.concepts[index].links.remove(SKOSLink(kind: .related, uri: other))
        document.concepts[index].links.insert(SKOSLink(kind: .relatedMatch, uri: other))
      }
    }
  }

  private mutating func add(_ link: SKOSLink, to uri: String) {
    guard let index = position[uri] else { return }
    document.concepts[index].links.insert(link)
  }

  /// Walks up from each concept; a step that leads back to where the walk has been is taken out.
  private mutating func dropCircles() {
    var isDone: Set<String> = []
    for concept in document.concepts.map(\.uri) where !isDone.contains(concept) {
      var path: [(uri: String, parents: ArraySlice<String>)] = [(concept, parents(of: concept))]
      while let last = path.last {
        guard let parent = last.parents.first else {
          isDone.insert(last.uri)
          path.removeLast()
          continue
        }
        path[path.count - 1].parents.removeFirst()
        if let start = path.firstIndex(where: { $0.uri == parent }) {
          problems.append(.circle(path[start...].map(\.uri)))
          guard let index = position[last.uri] else { continue }
          document.concepts[index].links.remove(SKOSLink(kind: .broader, uri: parent))
        } else if !isDone.contains(parent) {
          path.append((parent, parents(of: parent)))
        }
      }
    }
  }

  private func parents(of uri: String) -> ArraySlice<String> {
    guard let index = position[uri] else { return [] }
    return document.concepts[index].links(.broader)[...]
  }

  /// A concept with nothing above it in its scheme stands at the top, said or not.
  private mutating func settleTops() {
    let schemes = Dictionary(
      uniqueKeysWithValues: document.concepts.map { ($0.uri, Set($0.schemes)) })
    for index in document.concepts.indices {
      let concept = document.concepts[index]
      document.concepts[index].topOf.formIntersection(concept.schemes)
      for scheme in concept.schemes {
        let hasParent = concept.links(.broader).contains {
          schemes[$0]?.contains(scheme) == true
        }
        if !hasParent { document.concepts[index].topOf.insert(scheme) }
      }
    }
  }

  // MARK: Collections

  private mutating func readCollections() {
    let ordered = iris(ofType: SKOS.namespace + "OrderedCollection")
    let plain = iris(ofType: SKOS.namespace + "Collection").filter { !ordered.contains($0) }
    for uri in plain + ordered {
      let node = RDFNode.iri(uri)
      var members = targets(node, SKOS.namespace + "member")
      for case .node(let list) in objects(node, SKOS.namespace + "memberList") {
        members += items(of: list).filter { !members.contains($0) }
      }
      let known = members.filter { position[$0] != nil }
      for member in members where position[member] == nil {
        problems.append(.unknownMember(uri, member: member))
      }
      let said = targets(node, SKOS.namespace + "inScheme").first
      let home = known.first.flatMap { position[$0] }.flatMap {
        document.concepts[$0].schemes.first
      }
      guard let scheme = home ?? said ?? document.schemes.first?.uri,
        let language = document.schemes.first(where: { $0.uri == scheme })?.language
      else { continue }
      var collection = SKOSCollection(uri: uri, scheme: scheme, members: known)
      collection.labels = onePerLanguage(literals(node, SKOS.namespace + "prefLabel"), language)
      document.collections.append(collection)
    }
  }

  /// The things of a list, which may be broken.
  private func items(of list: RDFNode) -> [String] {
    var items: [String] = []
    var seen: Set<RDFNode> = []
    var cell = list
    while seen.insert(cell).inserted {
      items += targets(cell, RDF.first)
      guard case .node(let next)? = objects(cell, RDF.rest).first else { break }
      cell = next
    }
    return items
  }

  // MARK: Statements

  private func iris(ofType type: String) -> [String] {
    subjects.compactMap { subject in
      guard case .iri(let uri) = subject,
        objects(subject, RDF.type).contains(.node(.iri(type)))
      else { return nil }
      return uri
    }
  }

  private func objects(_ subject: RDFNode, _ predicate: String) -> [RDFObject] {
    (statements[subject] ?? []).filter { $0.predicate == predicate }.map(\.object)
  }

  /// Each once, in the order of the file.
  private func targets(_ subject: RDFNode, _ predicate: String) -> [String] {
    var found: [String] = []
    for case .node(.iri(let uri)) in objects(subject, predicate) where !found.contains(uri) {
      found.append(uri)
    }
    return found
  }

  private func literals(_ subject: RDFNode, _ predicate: String) -> [SKOSText] {
    objects(subject, predicate).compactMap { object in
      guard case .literal(let text, let language) = object else { return nil }
      let trimmed = text.oneLine
      return trimmed.isEmpty ? nil : SKOSText(language: language, text: trimmed)
    }
  }
}

extension SKOSText {
  /// The same, in `language` when it names none.
  fileprivate func `in`(_ language: String) -> SKOSText {
    self.language.isEmpty ? SKOSText(language: language, text: text) : self
  }
}

/// A file in which there is no concept.
struct SKOSEmpty: Error, Equatable, CustomStringConvertible {
  var description: String { "there is no concept of SKOS in the file" }
}
