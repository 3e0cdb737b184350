import JSONText

/// A node of an expanded document (JSON-LD 1.1 §9.2 Node Objects): no context is needed any more
/// to understand it.
struct ExpandedNode: Sendable {
  /// An absolute IRI, or a blank node's label.
  var id: String?
  var types: [String] = []
  /// By identifier, in the order in which they came.
  private(set) var properties: [(name: String, items: [ExpandedItem])] = []
  private var places: [ExactString: Int] = [:]

  init(id: String? = nil) {
    self.id = id
  }

  /// Adds values to those that the property has.
  mutating func add(_ items: [ExpandedItem], to property: String) {
    let key = ExactString(property)
    if let place = places[key] {
      properties[place].items += items
    } else {
      places[key] = properties.count
      properties.append((property, items))
    }
  }

  /// Whether something is said here about the node.
  var isDescription: Bool { !types.isEmpty || !properties.isEmpty }
}

/// One value of a property of an expanded document.
enum ExpandedItem: Sendable {
  case node(ExpandedNode)
  /// A text, number or truth, with the datatype that the context or the document gives.
  case value(JSON, datatype: String?)
  /// JSON that is kept as it is (`@json`).
  case json(JSON)
  /// In order (`@list`).
  case list([ExpandedItem])
  /// A node in a graph of its own (`@graph`).
  case graph(ExpandedNode)
}

// MARK: - As JSON

extension ExpandedNode {
  /// The node in expanded document form (JSON-LD 1.1 §5.1).
  var json: JSON {
    var members = JSONObject()
    members["@id"] = id.map(JSON.string)
    if !types.isEmpty { members["@type"] = .array(types.map(JSON.string)) }
    for (name, items) in properties { members[name] = .array(items.map(\.json)) }
    return .object(members)
  }
}

extension ExpandedItem {
  fileprivate var json: JSON {
    switch self {
    case .node(let node): node.json
    case .value(let value, nil): ["@value": value]
    case .value(let value, let datatype?): ["@type": .string(datatype), "@value": value]
    case .json(let value): ["@type": "@json", "@value": value]
    case .list(let items): ["@list": .array(items.map(\.json))]
    case .graph(let node): ["@graph": [node.json]]
    }
  }
}
