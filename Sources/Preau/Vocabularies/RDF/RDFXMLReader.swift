import XML

/// Reads RDF/XML (W3C, 2014) into triples: all of its syntax but statements about statements and
/// containers, which are refused, and `rdf:datatype`, which is passed over.
struct RDFXMLReader {
  static let mostTriples = 500_000

  private var triples: [Triple] = []
  private var frames = [Frame(.document)]
  private var blanks: [String: Int] = [:]
  private var blankCount = 0

  /// - Throws: ``XMLError``, ``RDFError``.
  static func triples(of document: [UInt8]) throws -> [Triple] {
    var reader = RDFXMLReader()
    try XMLReader().read(document) { try reader.take($0) }
    return reader.triples
  }

  /// What the innermost open element may hold.
  private enum Place {
    case document
    /// `rdf:RDF`.
    case nodes
    /// An element that stands for something: what is said of it follows.
    case properties(RDFNode)
    /// An element that says something: a text, or an element that stands for something.
    case object(RDFNode, String)
    case collection(RDFNode, String, [RDFNode])
    /// Markup that is one text: kept without its tags. Nil below the first element.
    case markup((RDFNode, String)?)
    case nothing
  }

  private struct Frame {
    var place: Place
    var base = ""
    var language = ""
    var text = ""
    var isFull = false

    init(_ place: Place) { self.place = place }
  }

  private mutating func take(_ event: XMLEvent) throws {
    switch event {
    case .start(let element): try start(element)
    case .text(let text): frames[frames.count - 1].text += text
    case .end(let line): try end(line)
    }
  }

  // MARK: Start tags

  private mutating func start(_ element: XMLElement) throws {
    let outer = frames[frames.count - 1]
    var frame = Frame(.nothing)
    frame.base = outer.base
    frame.language = outer.language
    if let base = element[XMLName(XMLName.xml, "base")] {
      frame.base = IRI.resolve(base, against: outer.base) ?? base
    }
    if let language = element[XMLName(XMLName.xml, "lang")] {
      frame.language = language.lowercased()
    }
    switch outer.place {
    case .document where element.name == rdf("RDF"): frame.place = .nodes
    case .document: frame.place = .properties(try node(element, frame))
    case .nodes:
      try refuseText(element.line)
      frame.place = .properties(try node(element, frame))
    case .properties(let subject):
      try refuseText(element.line)
      frame.place = try property(of: subject, element, frame)
    case .object(let subject, let predicate):
      if outer.isFull { throw RDFError(reason: .misplaced, line: element.line) }
      try refuseText(element.line)
      frames[frames.count - 1].isFull = true
      let node = try node(element, frame)
      try say(subject, predicate, .node(node), element.line)
      frame.place = .properties(node)
    case .collection(let subject, let predicate, let items):
      try refuseText(element.line)
      let node = try node(element, frame)
      frames[frames.count - 1].place = .collection(subject, predicate, items + [node])
      frame.place = .properties(node)
    case .markup: frame.place = .markup(nil)
    case .nothing: throw RDFError(reason: .misplaced, line: element.line)
    }
    frames.append(frame)
  }

  private func rdf(_ local: String) -> XMLName { XMLName(RDF.namespace, local) }

  /// Element names that say how to read, and stand for nothing.
  private static let syntax: Set = [
    "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "aboutEach",
    "aboutEachPrefix", "bagID",
  ]

  /// An element that stands for something: says its type and its attributes.
  private mutating func node(_ element: XMLElement, _ frame: Frame) throws -> RDFNode {
    let name = element.name
    if name.namespace == RDF.namespace {
      switch name.local {
      case "Bag", "Seq", "Alt", "li": throw RDFError(reason: .container, line: element.line)
      case "Statement": throw RDFError(reason: .reification, line: element.line)
      case _ where Self.syntax.contains(name.local):
        throw RDFError(reason: .misplaced, line: element.line)
      default: break
      }
    }
    let node: RDFNode
    if let about = element[rdf("about")] {
      node = .iri(try whole(about, frame, element.line))
    } else if let id = element[rdf("ID")] {
      node = .iri(try whole("#" + id, frame, element.line))
    } else if let id = element[rdf("nodeID")] {
      node = blank(named: id)
    } else {
      node = blank()
    }
    if name != rdf("Description") {
      try say(node, RDF.type, .node(.iri(name.namespace + name.local)), element.line)
    }
    try sayAttributes(of: element, about: node, frame)
    return node
  }

  private mutating func property(
    of subject: RDFNode, _ element: XMLElement, _ frame: Frame
  ) throws -> Place {
    let name = element.name
    if name.namespace == RDF.namespace {
      if name.local == "li" || name.local.hasPrefix("_") {
        throw RDFError(reason: .container, line: element.line)
      }
      if name.local == "Description" || Self.syntax.contains(name.local) {
        throw RDFError(reason: .misplaced, line: element.line)
      }
    }
    if name.namespace.isEmpty { throw RDFError(reason: .misplaced, line: element.line) }
    if element[rdf("ID")] != nil { throw RDFError(reason: .reification, line: element.line) }
    let predicate = name.namespace + name.local
    switch element[rdf("parseType")] {
    case "Resource":
      let node = blank()
      try say(subject, predicate, .node(node), element.line)
      return .properties(node)
    case "Collection": return .collection(subject, predicate, [])
    case .some: return .markup((subject, predicate))
    case nil: break
    }
    var object: RDFNode?
    if let resource = element[rdf("resource")] {
      object = .iri(try whole(resource, frame, element.line))
    } else if let id = element[rdf("nodeID")] {
      object = blank(named: id)
    } else if element.attributes.contains(where: isStatement) {
      object = blank()
    }
    guard let object else { return .object(subject, predicate) }
    try say(subject, predicate, .node(object), element.line)
    try sayAttributes(of: element, about: object, frame)
    return .nothing
  }

  /// Whether an attribute says something, rather than how to read.
  private func isStatement(_ attribute: XMLAttribute) -> Bool {
    let name = attribute.name
    if name.namespace.isEmpty || name.namespace == XMLName.xml { return false }
    return name.namespace != RDF.namespace || !Self.syntax.contains(name.local)
  }

  private mutating func sayAttributes(
    of element: XMLElement, about node: RDFNode, _ frame: Frame
  ) throws {
    for attribute in element.attributes where isStatement(attribute) {
      let name = attribute.name
      if name == rdf("li") || name.namespace == RDF.namespace && name.local.hasPrefix("_") {
        throw RDFError(reason: .container, line: element.line)
      }
      let object: RDFObject =
        name == rdf("type")
        ? .node(.iri(try whole(attribute.value, frame, element.line)))
        : .literal(attribute.value, language: frame.language)
      try say(node, name.namespace + name.local, object, element.line)
    }
  }

  // MARK: End tags

  private mutating func end(_ line: Int) throws {
    let frame = frames.removeLast()
    switch frame.place {
    case .object(let subject, let predicate) where !frame.isFull:
      try say(subject, predicate, .literal(frame.text, language: frame.language), line)
    case .markup(let statement):
      guard let (subject, predicate) = statement else {
        frames[frames.count - 1].text += frame.text
        return
      }
      // Markup has no language of its own (RDF 1.1 Concepts §5.2).
      try say(subject, predicate, .literal(frame.text, language: ""), line)
    case .collection(let subject, let predicate, let items):
      try Self.refuse(frame.text, line)
      try sayList(items, subject, predicate, line)
    default: try Self.refuse(frame.text, line)
    }
  }

  private mutating func sayList(
    _ items: [RDFNode], _ subject: RDFNode, _ predicate: String, _ line: Int
  ) throws {
    var (subject, predicate) = (subject, predicate)
    for item in items {
      let cell = blank()
      try say(subject, predicate, .node(cell), line)
      try say(cell, RDF.first, .node(item), line)
      (subject, predicate) = (cell, RDF.rest)
    }
    try say(subject, predicate, .node(.iri(RDF.nilList)), line)
  }

  // MARK: Parts

  private mutating func say(
    _ subject: RDFNode, _ predicate: String, _ object: RDFObject, _ line: Int
  ) throws {
    guard triples.count < Self.mostTriples else {
      throw RDFError(reason: .tooManyStatements, line: line)
    }
    triples.append(Triple(subject: subject, predicate: predicate, object: object))
  }

  /// Between elements there may only be white space.
  private mutating func refuseText(_ line: Int) throws {
    try Self.refuse(frames[frames.count - 1].text, line)
    frames[frames.count - 1].text = ""
  }

  private static func refuse(_ text: String, _ line: Int) throws {
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if !isBlank { throw RDFError(reason: .strayText, line: line) }
  }

  private func whole(_ reference: String, _ frame: Frame, _ line: Int) throws -> String {
    guard let whole = IRI.resolve(reference, against: frame.base) else {
      throw RDFError(reason: .relativeAddress, line: line)
    }
    return whole
  }

  private mutating func blank() -> RDFNode {
    blankCount += 1
    return .blank(blankCount)
  }

  private mutating func blank(named name: String) -> RDFNode {
    if let known = blanks[name] { return .blank(known) }
    let node = blank()
    blanks[name] = blankCount
    return node
  }
}
