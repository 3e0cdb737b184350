import JSONText

extension Expansion {
  /// A value without members, as the term's definition wants it (§5.3 Value Expansion).
  func value(
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
  mutating func valueObject(
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
