/// Why an XML document is not taken as RDF. Each case is something that its writer can mend.
struct RDFError: Error, Equatable {
  enum Reason: Equatable, Sendable {
    /// A text stands where an element is wanted.
    case strayText
    /// Elements or attributes stand where they mean nothing.
    case misplaced
    /// A statement about a statement (`rdf:ID` of a property, `rdf:Statement`).
    case reification
    /// `rdf:Bag`, `rdf:Seq`, `rdf:Alt`, `rdf:li`.
    case container
    /// A relative address, and no `xml:base` that it could be relative to.
    case relativeAddress
    /// More statements than any vocabulary makes.
    case tooManyStatements
  }

  let reason: Reason
  let line: Int
}

extension RDFError: CustomStringConvertible {
  var description: String { "line \(line): \(words)" }

  private var words: String {
    switch reason {
    case .strayText: "a text stands where RDF wants an element"
    case .misplaced: "this element or attribute means nothing here in RDF"
    case .reification: "statements about statements are not read"
    case .container: "containers (rdf:Bag, rdf:Seq, rdf:Alt, rdf:li) are not read"
    case .relativeAddress: "an address is relative, and the document has no xml:base"
    case .tooManyStatements: "there are too many statements"
    }
  }
}
