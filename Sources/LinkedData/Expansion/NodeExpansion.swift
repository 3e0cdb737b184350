import JSONText

extension Expansion {
  /// A member of an object, and what its name stands for.
  struct Member {
    let name: String
    let meaning: Terms.Meaning
    let value: JSON
  }

  func members(
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
  mutating func node(
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

  func absolute(
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
}
