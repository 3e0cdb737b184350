// Expansion keeps three promises:
// (1) Every member of the document is in the result, or the document is refused: what would be
//     dropped in silence would not be signed.
// (2) Every identifier in the result is absolute and well-formed, or a blank node's label.
// (3) The document's size and depth bound the time, the memory and the stack.

import JSONText

/// Takes a document out of its contexts (JSON-LD 1.1 API §5.1 Expansion).
struct Expansion {
  private let library: ContextLibrary
  private let limits: WorkLimit
  private var work: Work
  private var values = 0
  private var depth = 0

  init(with library: ContextLibrary, limits: WorkLimit) {
    self.library = library
    self.limits = limits
    work = Work(steps: limits.steps)
  }

  mutating func expand(_ document: JSON) throws(LinkedDataError) -> ExpandedNode {
    guard let object = document.object else { throw .malformedValue("document") }
    guard case .node(let node)? = try item(object, of: nil, .empty) else {
      throw .malformedValue("document")
    }
    return node
  }

  /// The values that `element` gives to `term` (§5.1.2), lists inside lists as lists.
  private mutating func items(
    _ element: JSON, of term: String, _ context: ActiveContext
  ) throws(LinkedDataError) -> [ExpandedItem] {
    switch element {
    case .null: return []
    case .array(let elements): return try items(elements, of: term, context)
    case .object(let object): return try item(object, of: term, context).map { [$0] } ?? []
    default:
      try count()
      return [try value(element, of: term, in: try inside(term, context))]
    }
  }

  /// Step 5.
  private mutating func items(
    _ elements: [JSON], of term: String, _ context: ActiveContext
  ) throws(LinkedDataError) -> [ExpandedItem] {
    try enter()
    defer { depth -= 1 }
    let isList = context[term]?.containers.contains(.list) == true
    var all: [ExpandedItem] = []
    for element in elements {
      let items = try items(element, of: term, context)
      if isList, element.array != nil { all.append(.list(items)) } else { all += items }
    }
    return all
  }

  /// Steps 7 to 18: an object is a node or a value.
  private mutating func item(
    _ object: JSONObject, of term: String?, _ active: ActiveContext
  ) throws(LinkedDataError) -> ExpandedItem? {
    try enter()
    defer { depth -= 1 }
    var context = active
    if let previous = active.previous, try !staysOfNode(object, active) { context = previous }
    // The context of the property is looked up where the property stands.
    if let scoped = term.flatMap({ active[$0]?.scoped }) {
      context = try library.context(ofProperty: scoped, over: context, &work)
    }
    if let local = object["@context"] {
      context = try library.context(local, over: context, &work)
    }
    let members = try members(of: object, context)
    if members.contains(where: { $0.meaning == .keyword(.value) }) {
      return try valueObject(members, context)
    }
    return .node(try node(members, context))
  }

  /// Step 7: what a type's context says goes on counting in a value and in a mere reference.
  private func staysOfNode(
    _ object: JSONObject, _ context: ActiveContext
  ) throws(LinkedDataError) -> Bool {
    for (name, _) in object.members {
      switch try context.terms.meaning(of: name, asTerm: true) {
      case .keyword(.value): return true
      case .keyword(.id): if object.count == 1 { return true }
      default: continue
      }
    }
    return false
  }

  /// Step 8, for a value without members.
  private mutating func inside(
    _ term: String, _ context: ActiveContext
  ) throws(LinkedDataError) -> ActiveContext {
    guard let scoped = context[term]?.scoped else { return context }
    return try library.context(ofProperty: scoped, over: context, &work)
  }

  private mutating func enter() throws(LinkedDataError) {
    depth += 1
    if depth > limits.depth { throw .tooDeep }
    try count()
  }

  private mutating func count() throws(LinkedDataError) {
    values += 1
    if values > limits.values { throw .tooLarge }
  }
}

// MARK: - Nodes

extension Expansion {
  private struct Member {
    let name: String
    let meaning: Terms.Meaning
    let value: JSON
  }

  private func members(
    of object: JSONObject, _ context: ActiveContext
  ) throws(LinkedDataError) -> [Member] {
    var members: [Member] = []
    for (name, value) in object.members {
      let meaning = try context.terms.meaning(of: name, asTerm: true)
      if meaning == .keyword(.context) { continue }
      members.append(Member(name: name, meaning: meaning, value: value))
    }
    return members.sorted { ExactString($0.name) < ExactString($1.name) }
  }

  /// Steps 11 to 14.
  private mutating func node(
    _ members: [Member], _ outer: ActiveContext
  ) throws(LinkedDataError) -> ExpandedNode {
    var node = ExpandedNode()
    let types = members.filter { $0.meaning == .keyword(.type) }
    let context = try contextOfTypes(types, outer)
    var seen: Set<Keyword> = []
    for member in members {
      // The context of a type may give the same name another meaning.
      switch try context.terms.meaning(of: member.name, asTerm: true) {
      case .keyword(let keyword):
        guard seen.insert(keyword).inserted else { throw .repeatedKeyword(keyword.text) }
        switch keyword {
        case .id: node.id = try identifier(member.value, member.name, context)
        case .type: node.types = try self.types(member, outer)
        default: throw .unsupported(keyword.text)
        }
      case .nothing: throw .undefinedTerm(member.name)
      case .name(let property):
        try Self.checkProperty(property, member.name)
        let items = try items(ofMember: member, context)
        if !items.isEmpty { node.add(items, to: property) }
      }
    }
    return node
  }

  /// Step 11: the types' own contexts, in the order of their names.
  private mutating func contextOfTypes(
    _ members: [Member], _ outer: ActiveContext
  ) throws(LinkedDataError) -> ActiveContext {
    var context = outer
    for member in members {
      let names = (member.value.array ?? [member.value]).compactMap(\.string)
      for name in Set(names.map(ExactString.init)).sorted() {
        guard let scoped = outer[name.string]?.scoped else { continue }
        context = try library.context(ofType: scoped, over: context, &work)
      }
    }
    return context
  }

  /// Step 13.4.4.
  private mutating func types(
    _ member: Member, _ context: ActiveContext
  ) throws(LinkedDataError) -> [String] {
    var types: [String] = []
    for type in member.value.array ?? [member.value] {
      guard let name = type.string else { throw .malformedValue(member.name) }
      try count()
      guard case .name(let iri) = try context.terms.meaning(of: name, asTerm: true),
        IRI.isBlank(iri) || IRI.endOfScheme(iri) != nil
      else { throw .undefinedType(name) }
      try IRI.checkNode(iri)
      types.append(iri)
    }
    return types
  }

  private func identifier(
    _ value: JSON, _ name: String, _ context: ActiveContext
  ) throws(LinkedDataError) -> String {
    guard let text = value.string else { throw .malformedValue(name) }
    return try absolute(text, context, asTerm: false)
  }

  private func absolute(
    _ text: String, _ context: ActiveContext, asTerm: Bool
  ) throws(LinkedDataError) -> String {
    guard case .name(let iri) = try context.terms.meaning(of: text, asTerm: asTerm) else {
      throw .relativeIdentifier(text)
    }
    try IRI.checkNode(iri)
    return iri
  }

  /// Step 13.3, and no blank node as property, which RDF does not have.
  private static func checkProperty(
    _ property: String, _ name: String
  ) throws(LinkedDataError) {
    if IRI.isBlank(property) { throw .unsupported(name) }
    guard IRI.endOfScheme(property) != nil else { throw .undefinedTerm(name) }
    try IRI.check(property)
  }

  /// Steps 13.5 to 13.13.
  private mutating func items(
    ofMember member: Member, _ context: ActiveContext
  ) throws(LinkedDataError) -> [ExpandedItem] {
    let definition = context[member.name]
    if definition?.coercion == .json {
      try count(inside: member.value)
      return [.json(member.value)]
    }
    let items = try items(member.value, of: member.name, context)
    guard let containers = definition?.containers else { return items }
    if containers.contains(.list) { return member.value.isNull ? [] : [.list(items)] }
    if !containers.contains(.graph) { return items }
    // Processors do not agree on what a mere text makes there.
    guard Self.holdsOnlyObjects(member.value) else { throw .malformedValue(member.name) }
    return try items.map { item throws(LinkedDataError) -> ExpandedItem in
      guard case .node(let node) = item else { throw .malformedValue(member.name) }
      return .graph(node)
    }
  }

  private static func holdsOnlyObjects(_ value: JSON) -> Bool {
    switch value {
    case .null, .object: true
    case .array(let elements): elements.allSatisfy(holdsOnlyObjects)
    case .bool, .number, .string: false
    }
  }

  /// JSON that is kept as it is has its size and depth, too.
  private mutating func count(inside value: JSON) throws(LinkedDataError) {
    try enter()
    defer { depth -= 1 }
    for element in value.array ?? [] { try count(inside: element) }
    for (_, element) in value.object?.members ?? [] { try count(inside: element) }
  }
}

// MARK: - Values

extension Expansion {
  /// A value without members, as the term's definition wants it (§5.3 Value Expansion).
  private func value(
    _ value: JSON, of term: String, in context: ActiveContext
  ) throws(LinkedDataError) -> ExpandedItem {
    switch (context[term]?.coercion, value) {
    case (.id, .string(let text)):
      return .node(ExpandedNode(id: try absolute(text, context, asTerm: false)))
    case (.vocab, .string(let text)):
      return .node(ExpandedNode(id: try absolute(text, context, asTerm: true)))
    case (.datatype(let datatype), _): return .value(value, datatype: datatype.string)
    default: return .value(value, datatype: nil)
    }
  }

  /// Step 15: `{"@value": …, "@type": …}` and nothing else.
  private mutating func valueObject(
    _ members: [Member], _ context: ActiveContext
  ) throws(LinkedDataError) -> ExpandedItem? {
    var value = JSON.null
    var datatype: JSON?
    var seen: Set<Keyword> = []
    for member in members {
      guard case .keyword(let keyword) = member.meaning else {
        throw .malformedValue(member.name)
      }
      guard seen.insert(keyword).inserted else { throw .repeatedKeyword(keyword.text) }
      switch keyword {
      case .value: value = member.value
      case .type: datatype = member.value
      default: throw .unsupported(keyword.text)
      }
    }
    if datatype == "@json" {
      try count(inside: value)
      return .json(value)
    }
    if value.isNull { return nil }
    guard value.array == nil, value.object == nil else { throw .malformedValue("@value") }
    guard let datatype else { return .value(value, datatype: nil) }
    guard let name = datatype.string,
      case .name(let iri) = try context.terms.meaning(of: name, asTerm: true)
    else { throw .malformedValue("@type") }
    try IRI.check(iri)
    return .value(value, datatype: iri)
  }
}
