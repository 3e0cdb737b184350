// Expansion keeps three promises:
// (1) Every member of the document is in the result, or the document is refused: what would be
//     dropped in silence would not be signed.
// (2) Every identifier in the result is absolute and well-formed, or a blank node's label.
// (3) The document's size and depth bound the time, the memory and the stack.

import JSONText

/// Takes a document out of its contexts (JSON-LD 1.1 API §5.1 Expansion).
struct Expansion {
  let library: ContextLibrary
  var work: Work
  private let limits: WorkLimit
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
  mutating func items(
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
    defer { leave() }
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
    defer { leave() }
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

  mutating func enter() throws(LinkedDataError) {
    depth += 1
    if depth > limits.depth { throw .tooDeep }
    try count()
  }

  mutating func leave() { depth -= 1 }

  mutating func count() throws(LinkedDataError) {
    values += 1
    if values > limits.values { throw .tooLarge }
  }

  /// JSON that is kept as it is has its size and depth, too.
  mutating func count(inside value: JSON) throws(LinkedDataError) {
    try enter()
    defer { leave() }
    for element in value.array ?? [] { try count(inside: element) }
    for (_, element) in value.object?.members ?? [] { try count(inside: element) }
  }
}
