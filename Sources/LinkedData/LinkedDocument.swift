import JSONText

/// A JSON-LD 1.1 document whose every member has become RDF.
///
/// What is read is the part of JSON-LD that the contexts of Open Badges and Verifiable Credentials
/// use: terms, protected terms, contexts of types and of properties, identifiers, `@vocab`,
/// `@json`, sets, lists and graphs. Everything else is refused, and so is what JSON-LD would drop:
/// a member that no context defines, an identifier without scheme. Nothing is ever fetched.
public struct LinkedDocument: Sendable {
  /// The dataset (JSON-LD 1.1 API §8.1), each statement once.
  public let quads: [Quad]
  /// The identifiers that more than one object of the document describes. RDF does not tell which
  /// object said what: whoever trusts a signature looks at one place only if it is not among these.
  public let repeatedNodes: [String]
  private let root: ExpandedNode
  private let limits: WorkLimit

  /// Expands a document (JSON-LD 1.1 API §5.1) and turns it into RDF (§8.1).
  public init(
    _ document: JSON, with library: ContextLibrary, limits: WorkLimit = .standard
  ) throws(LinkedDataError) {
    var expansion = Expansion(with: library, limits: limits)
    root = try expansion.expand(document)
    let conversion = try RDFConversion(root)
    quads = conversion.quads
    repeatedNodes = conversion.repeatedNodes
    self.limits = limits
  }

  /// The document in expanded form (JSON-LD 1.1 §5.1): an array of one node.
  public var expanded: JSON { [root.json] }

  /// The dataset in canonical N-Quads (RDFC-1.0 §4.4 and §5), with SHA-256: what is hashed and
  /// signed.
  ///
  /// - Throws: ``LinkedDataError/tooMuchWork`` when blank nodes are too alike.
  public func canonical() throws(LinkedDataError) -> String {
    var canonicalisation = Canonicalisation(quads, limits: limits)
    return try canonicalisation.text()
  }
}
