import JSONText

/// The terms that count at one place of a document (JSON-LD 1.1 API §4.1).
final class ActiveContext: Sendable {
  let terms: Terms
  /// What counts again inside the next node: this context is for one node alone.
  let previous: ActiveContext?
  /// Of this one alone: what was processed over it is found again by it.
  let number = SerialNumber.next()

  static let empty = ActiveContext(Terms(), previous: nil)

  init(_ terms: Terms, previous: ActiveContext?) {
    self.terms = terms
    self.previous = previous
  }

  subscript(term: String) -> TermDefinition? { terms[term] }
}

/// The terms of a context, and how they give names their meaning.
struct Terms: Sendable {
  var definitions: [ExactString: TermDefinition] = [:]
  var vocabulary: String?

  subscript(term: String) -> TermDefinition? { definitions[ExactString(term)] }

  /// What a name stands for.
  enum Meaning: Hashable {
    case keyword(Keyword)
    /// An identifier, absolute or not: whoever asks must look.
    case name(String)
    /// A context says that it means nothing.
    case nothing
  }

  /// Expands a name (§5.2 IRI Expansion), `asTerm` when terms and the vocabulary apply.
  func meaning(of text: String, asTerm: Bool) throws(LinkedDataError) -> Meaning {
    if let keyword = Keyword(text) { return .keyword(keyword) }
    if Keyword.isReserved(text) { throw .unsupported(text) }
    if let definition = self[text] {
      switch definition.mapping {
      case .keyword(let keyword): return .keyword(keyword)
      case .iri(let iri): if asTerm { return .name(iri.string) }
      case .nothing: if asTerm { return .nothing }
      }
    }
    if let compact = CompactName(text) {
      if compact.isWhole { return .name(text) }
      if let definition = self[compact.prefix], definition.isPrefix,
        case .iri(let iri) = definition.mapping
      {
        return .name(iri.string + compact.suffix)
      }
      if IRI.endOfScheme(text) != nil { return .name(text) }
    }
    if asTerm, let vocabulary { return .name(vocabulary + text) }
    return .name(text)
  }
}

/// A name with a colon inside: `prefix:suffix`, or a whole identifier.
struct CompactName {
  let prefix: String
  let suffix: String

  init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      return nil
    }
    prefix = String(Substring(text.utf8[..<colon]))
    suffix = String(Substring(text.utf8[text.utf8.index(after: colon)...]))
  }

  /// A blank node, or an address with an authority: no prefix is looked for.
  var isWhole: Bool { prefix == "_" || suffix.utf8.starts(with: "//".utf8) }
}
