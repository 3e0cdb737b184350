import JSONText

/// Lays contexts over each other (JSON-LD 1.1 API §4.1 Context Processing).
///
/// `@import`, `@base`, `@language`, `@direction` and `@propagate` are in no bundled context and
/// are refused.
struct ContextProcessing {
  let library: ContextLibrary
  /// A protected term may be defined otherwise: for the context of a property.
  let mayOverride: Bool
  /// Contexts that stand inside a document must be named, not written.
  let isOfDocument: Bool

  func process(
    _ local: JSON, over active: ActiveContext, propagates: Bool = true
  ) throws(LinkedDataError) -> ActiveContext {
    var terms = active.terms
    var previous = active.previous
    if !propagates, previous == nil { previous = active }
    try add(local, to: &terms, within: [])
    return ActiveContext(terms, previous: previous)
  }

  private func add(
    _ local: JSON, to terms: inout Terms, within names: [ExactString]
  ) throws(LinkedDataError) {
    for context in local.array ?? [local] {
      switch context {
      case .null: try clear(&terms)
      case .string(let name): try addNamed(ExactString(name), to: &terms, within: names)
      case .object(let object):
        if isOfDocument, names.isEmpty { throw .inlineContext }
        try add(object, to: &terms)
      default: throw .malformedContext("@context")
      }
    }
  }

  /// Step 5.1.
  private func clear(_ terms: inout Terms) throws(LinkedDataError) {
    let protected = terms.definitions.filter { $0.value.isProtected }.keys.min()
    if !mayOverride, let protected { throw .protectedTermRemoved(protected.string) }
    terms = Terms()
  }

  /// Step 5.2: the context is taken from the library; one that names itself is refused.
  private func addNamed(
    _ name: ExactString, to terms: inout Terms, within names: [ExactString]
  ) throws(LinkedDataError) {
    if names.contains(name) { throw .recursiveContext(name.string) }
    guard let local = library.contexts[name] else { throw .unknownContext(name.string) }
    try add(local, to: &terms, within: names + [name])
  }

  /// Steps 5.3 to 5.13.
  private func add(_ object: JSONObject, to terms: inout Terms) throws(LinkedDataError) {
    var isProtected = false
    var names: [String] = []
    for (name, value) in object.members {
      switch (Keyword(name), value) {
      case (.version, .number("1.1")): continue
      case (.protected, .bool(let isSet)): isProtected = isSet
      case (.vocab, .null): terms.vocabulary = nil
      case (.vocab, .string(let vocabulary)):
        guard (try? IRI.check(vocabulary)) != nil else { throw .malformedContext(name) }
        terms.vocabulary = vocabulary
      case (.version, _), (.protected, _), (.vocab, _): throw .malformedContext(name)
      case (nil, _): names.append(name)
      default: throw .unsupported(name)
      }
    }
    var creation = TermCreation(
      over: terms, from: object, isProtected: isProtected, mayOverride: mayOverride)
    for name in names { try creation.define(name) }
    terms = creation.terms
  }
}
