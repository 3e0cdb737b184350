import JSONText

/// Turns an expanded document into RDF (JSON-LD 1.1 API §8.1 Deserialize JSON-LD to RDF).
///
/// Nodes with the same identifier become one, as §7.2 Node Map Generation makes them: a set of
/// statements keeps no trace of where each stood.
struct RDFConversion {
  /// Each once, in the order in which they were first met.
  private(set) var quads: [Quad] = []
  /// Identifiers that more than one object describes.
  private(set) var repeatedNodes: [String] = []
  private var known: Set<Quad> = []
  private var described: [ExactString: Int] = [:]
  private var labels: [ExactString: Term] = [:]
  private var blankNodes = 0

  init(_ document: ExpandedNode) throws(LinkedDataError) {
    _ = try add(document, in: nil)
  }

  /// - Returns: the node's term.
  private mutating func add(
    _ node: ExpandedNode, in graph: Term?
  ) throws(LinkedDataError) -> Term {
    let subject = subject(of: node)
    for type in node.types { add(subject, Vocabulary.type, self.node(type), graph) }
    for (name, items) in node.properties {
      let predicate = Term.iri(name)
      for item in items { add(subject, predicate, try object(item, in: graph), graph) }
    }
    return subject
  }

  private mutating func add(_ subject: Term, _ predicate: Term, _ object: Term, _ graph: Term?) {
    let quad = Quad(subject: subject, predicate: predicate, object: object, graph: graph)
    if known.insert(quad).inserted { quads.append(quad) }
  }

  /// §8.1.2 Object to RDF Conversion.
  private mutating func object(
    _ item: ExpandedItem, in graph: Term?
  ) throws(LinkedDataError) -> Term {
    switch item {
    case .node(let node): return try add(node, in: graph)
    case .value(let value, let datatype): return try Self.literal(value, datatype)
    case .json(let value):
      return .literal(try CanonicalJSON.text(of: value), datatype: Vocabulary.json)
    case .list(let items): return try list(items, in: graph)
    case .graph(let node):
      let name = newBlankNode()
      _ = try add(node, in: name)
      return name
    }
  }

  /// §8.1.3 List to RDF Conversion.
  private mutating func list(
    _ items: [ExpandedItem], in graph: Term?
  ) throws(LinkedDataError) -> Term {
    var rest = Vocabulary.null
    for item in items.reversed() {
      let cell = newBlankNode()
      add(cell, Vocabulary.first, try object(item, in: graph), graph)
      add(cell, Vocabulary.rest, rest, graph)
      rest = cell
    }
    return rest
  }

  private mutating func subject(of node: ExpandedNode) -> Term {
    guard let id = node.id else { return newBlankNode() }
    if node.isDescription {
      let times = described[ExactString(id), default: 0] + 1
      described[ExactString(id)] = times
      if times == 2 { repeatedNodes.append(id) }
    }
    return self.node(id)
  }

  private mutating func node(_ id: String) -> Term {
    guard IRI.isBlank(id) else { return .iri(id) }
    let label = ExactString(id)
    if let known = labels[label] { return known }
    let new = newBlankNode()
    labels[label] = new
    return new
  }

  private mutating func newBlankNode() -> Term {
    blankNodes += 1
    return .blank(blankNodes)
  }

  /// §8.1.2 steps 4 to 14: truths and numbers have a datatype of their own, unless another is
  /// given.
  private static func literal(
    _ value: JSON, _ datatype: String?
  ) throws(LinkedDataError) -> Term {
    switch value {
    case .string(let text): return .literal(text, datatype: datatype)
    case .bool(let isTrue):
      return .literal(isTrue ? "true" : "false", datatype: datatype ?? Vocabulary.boolean)
    case .number(let written):
      let number = try JSONNumber(written)
      let isDouble = datatype.map { ExactString($0) == ExactString(Vocabulary.double) } ?? false
      if isDouble || !number.isWhole {
        return .literal(number.canonicalDouble, datatype: datatype ?? Vocabulary.double)
      }
      return .literal(try number.canonicalInteger, datatype: datatype ?? Vocabulary.integer)
    case .null, .array, .object: preconditionFailure("Expansion leaves no such value.")
    }
  }
}
