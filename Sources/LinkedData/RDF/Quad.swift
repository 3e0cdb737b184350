import JSONText

/// A term of RDF 1.1 (§3), known by the text that it has in canonical N-Quads.
public struct Term: Hashable, Comparable, Sendable {
  /// As RDFC-1.0 §5 writes it: two terms are the same when their texts are.
  public var text: String { exact.string }

  let exact: ExactString

  /// - Parameter text: the term in canonical N-Quads.
  init(text: String) {
    exact = ExactString(text)
  }

  /// A blank node (`_:` and a label).
  public var isBlank: Bool { text.utf8.first == UInt8(ascii: "_") }

  /// An absolute IRI without characters that N-Quads would have to escape.
  static func iri(_ iri: String) -> Term { Term(text: "<\(iri)>") }

  /// The blank node of this number.
  static func blank(_ number: Int) -> Term { Term(text: "_:b\(number)") }

  /// A literal; without datatype, a string (RDF 1.1 §3.3).
  static func literal(_ lexical: String, datatype: String? = nil) -> Term {
    var text = "\""
    NQuads.escape(lexical, to: &text)
    text += "\""
    if let datatype, ExactString(datatype) != ExactString(Vocabulary.string) {
      text += "^^<\(datatype)>"
    }
    return Term(text: text)
  }

  public static func < (one: Term, other: Term) -> Bool { one.exact < other.exact }
}

/// A statement of an RDF dataset (RDF 1.1 §4).
public struct Quad: Hashable, Sendable {
  public let subject: Term
  public let predicate: Term
  public let object: Term
  /// Nil in the default graph.
  public let graph: Term?
}

/// The words of RDF and XML Schema that JSON-LD needs.
enum Vocabulary {
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let type = Term.iri(rdf + "type")
  static let first = Term.iri(rdf + "first")
  static let rest = Term.iri(rdf + "rest")
  static let null = Term.iri(rdf + "nil")
  static let json = rdf + "JSON"

  private static let schema = "http://www.w3.org/2001/XMLSchema#"
  static let string = schema + "string"
  static let boolean = schema + "boolean"
  static let integer = schema + "integer"
  static let double = schema + "double"
}
