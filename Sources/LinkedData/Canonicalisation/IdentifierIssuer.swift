/// Gives identifiers to blank nodes, in the order in which they are asked for (RDFC-1.0 §4.5).
struct IdentifierIssuer {
  /// The nodes that have one, first come first.
  private(set) var nodes: [Int] = []
  private var numbers: [Int: Int] = [:]
  private let prefix: String

  /// - Parameter prefix: what stands before the number, from 0.
  init(prefix: String) {
    self.prefix = "_:" + prefix
  }

  /// The identifier that the node has, if it has one.
  subscript(node: Int) -> String? { numbers[node].map { prefix + String($0) } }

  /// The node's identifier, a new one when it has none.
  mutating func issue(_ node: Int) -> String {
    if let known = self[node] { return known }
    numbers[node] = nodes.count
    nodes.append(node)
    return prefix + String(nodes.count - 1)
  }
}
