/// A statement of RDF: something, what is said of it, and what it is.
struct Triple: Sendable, Hashable {
  let subject: RDFNode
  /// An IRI.
  let predicate: String
  let object: RDFObject
}

/// Something that statements are made about.
enum RDFNode: Sendable, Hashable {
  case iri(String)
  /// Something without a name, known within one document only.
  case blank(Int)
}

/// What a statement ends with.
enum RDFObject: Sendable, Hashable {
  case node(RDFNode)
  /// - Parameter language: a BCP 47 tag in lower case; empty for none.
  case literal(String, language: String)
}

/// The words of RDF itself.
enum RDF {
  static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let type = namespace + "type"
  static let first = namespace + "first"
  static let rest = namespace + "rest"
  static let nilList = namespace + "nil"
}
