import JSONText

/// Creates the terms of one local context (JSON-LD 1.1 API §4.2 Create Term Definition).
struct TermCreation {
  private(set) var terms: Terms
  private let local: JSONObject
  private let isProtected: Bool
  private let mayOverride: Bool
  private var states: [ExactString: State] = [:]

  private enum State { case underway, done }

  /// - Parameters:
  ///   - isProtected: what counts for the terms that do not say it themselves.
  ///   - mayOverride: whether protected terms may be defined otherwise.
  init(over terms: Terms, from local: JSONObject, isProtected: Bool, mayOverride: Bool) {
    self.terms = terms
    self.local = local
    self.isProtected = isProtected
    self.mayOverride = mayOverride
  }

  mutating func define(_ term: String) throws(LinkedDataError) {
    let key = ExactString(term)
    switch states[key] {
    case .done: return
    case .underway: throw .recursiveContext(term)
    case nil: states[key] = .underway
    }
    guard !term.isEmpty else { throw .malformedContext(term) }
    if Keyword.isReserved(term) { throw .unsupported(term) }
    let earlier = terms.definitions.removeValue(forKey: key)
    var definition = try definition(of: term, local[term] ?? .null)
    if let earlier, earlier.isProtected, !mayOverride {
      guard definition.says(theSameAs: earlier) else { throw .protectedTerm(term) }
      definition = earlier
    }
    terms.definitions[key] = definition
    states[key] = .done
  }

  private mutating func definition(
    of term: String, _ value: JSON
  ) throws(LinkedDataError) -> TermDefinition {
    switch value {
    case .null: return TermDefinition(.nothing, isProtected: isProtected)
    case .string(let id):
      let mapping = try mapping(of: term, id: id)
      let isPrefix = Self.mayBePrefix(term, mapping)
      return TermDefinition(mapping, isPrefix: isPrefix, isProtected: isProtected)
    case .object(let object): return try definition(of: term, object)
    default: throw .malformedContext(term)
    }
  }

  private mutating func definition(
    of term: String, _ object: JSONObject
  ) throws(LinkedDataError) -> TermDefinition {
    var isProtected = isProtected
    var coercion: TermDefinition.Coercion?
    var containers: TermDefinition.Containers = []
    var scoped: ScopedContext?
    var mapping: TermDefinition.Mapping?
    for (name, value) in object.members {
      switch (Keyword(name), value) {
      case (.id, .null): mapping = .nothing
      case (.id, .string(let id)): mapping = try self.mapping(of: term, id: id)
      case (.type, .string(let type)): coercion = try self.coercion(type, of: term)
      case (.container, _): containers = try Self.containers(value, of: term)
      case (.context, _): scoped = ScopedContext(value)
      case (.protected, .bool(let isSet)): isProtected = isSet
      case (.id, _), (.type, _), (.protected, _), (nil, _): throw .malformedContext(term)
      default: throw .unsupported(name)
      }
    }
    if mapping == nil { mapping = try self.mapping(of: term, id: term) }
    return TermDefinition(
      mapping ?? .nothing, coercion: coercion, containers: containers, scoped: scoped,
      isProtected: isProtected)
  }

  /// Steps 14 to 18: what the term stands for.
  private mutating func mapping(
    of term: String, id: String
  ) throws(LinkedDataError) -> TermDefinition.Mapping {
    if ExactString(id) == ExactString(term) {
      return .iri(ExactString(try ownIdentifier(of: term)))
    }
    switch try meaning(of: id) {
    case .keyword(.context), .nothing: throw .malformedContext(term)
    case .keyword(let keyword): return .keyword(keyword)
    case .name(let name):
      guard (try? IRI.checkNode(name)) != nil else { throw .malformedContext(term) }
      try checkOwnMeaning(of: term, is: name)
      return .iri(ExactString(name))
    }
  }

  /// Of a term that is not told what it stands for: a compact name, or a word of the vocabulary.
  private mutating func ownIdentifier(of term: String) throws(LinkedDataError) -> String {
    if let compact = CompactName(term) {
      try require(compact.prefix)
      if case .iri(let iri)? = terms[compact.prefix]?.mapping { return iri.string + compact.suffix }
      return term
    }
    guard let vocabulary = terms.vocabulary, !term.utf8.contains(UInt8(ascii: "/")) else {
      throw .malformedContext(term)
    }
    return vocabulary + term
  }

  /// Step 14.2.4: a term that looks like an identifier cannot stand for another.
  private mutating func checkOwnMeaning(
    of term: String, is name: String
  ) throws(LinkedDataError) {
    let hasColon = term.utf8.dropFirst().dropLast().contains(UInt8(ascii: ":"))
    guard hasColon || term.utf8.contains(UInt8(ascii: "/")) else { return }
    if let prefix = CompactName(term)?.prefix { try require(prefix) }
    guard case .name(let own) = try terms.meaning(of: term, asTerm: true),
      ExactString(own) == ExactString(name)
    else { throw .malformedContext(term) }
  }

  /// Step 14.2.5: only a simple term whose identifier ends in a delimiter.
  private static func mayBePrefix(_ term: String, _ mapping: TermDefinition.Mapping) -> Bool {
    guard case .iri(let iri) = mapping,
      !term.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") })
    else { return false }
    let delimiters = ":/?#[]@".utf8
    return IRI.isBlank(iri.string) || iri.string.utf8.last.map(delimiters.contains) == true
  }

  private mutating func coercion(
    _ type: String, of term: String
  ) throws(LinkedDataError) -> TermDefinition.Coercion {
    switch try meaning(of: type) {
    case .keyword(.id): return .id
    case .keyword(.vocab): return .vocab
    case .keyword(.json): return .json
    case .keyword(let keyword): throw .unsupported("@type: \(keyword.text)")
    case .name(let name):
      guard (try? IRI.check(name)) != nil else { throw .malformedContext(term) }
      return .datatype(ExactString(name))
    case .nothing: throw .malformedContext(term)
    }
  }

  private static func containers(
    _ value: JSON, of term: String
  ) throws(LinkedDataError) -> TermDefinition.Containers {
    var containers: TermDefinition.Containers = []
    for element in value.array ?? [value] {
      guard let name = element.string else { throw .malformedContext(term) }
      switch Keyword(name) {
      case .set: containers.insert(.set)
      case .list: containers.insert(.list)
      case .graph: containers.insert(.graph)
      default: throw .unsupported("@container: \(name)")
      }
    }
    if containers.contains(.list), containers != .list { throw .malformedContext(term) }
    return containers
  }

  /// §5.2 IRI Expansion with a local context: what the name needs is defined first.
  private mutating func meaning(of text: String) throws(LinkedDataError) -> Terms.Meaning {
    try require(text)
    if let compact = CompactName(text), !compact.isWhole { try require(compact.prefix) }
    return try terms.meaning(of: text, asTerm: true)
  }

  private mutating func require(_ term: String) throws(LinkedDataError) {
    if Keyword(term) == nil, local[term] != nil { try define(term) }
  }
}
