import JSONText

/// A dataset whose blank nodes have numbers, and which knows the quads that mention each
/// (RDFC-1.0 §4.4.3 step 2).
struct BlankNodeGraph {
  /// A quad whose subject, object and graph name may be blank nodes.
  struct Statement {
    let quad: Quad
    let subject: Int?
    let object: Int?
    let graph: Int?

    /// The blank nodes, each with the letter of its position (§4.7).
    var nodes: [(node: Int, position: Character)] {
      var nodes: [(Int, Character)] = []
      if let subject { nodes.append((subject, "s")) }
      if let object { nodes.append((object, "o")) }
      if let graph { nodes.append((graph, "g")) }
      return nodes
    }

    /// The line of N-Quads in which each blank node has the given name.
    func line(_ name: (Int) -> String) -> String {
      NQuads.line(
        subject.map(name) ?? quad.subject.text, quad.predicate.text,
        object.map(name) ?? quad.object.text, graph.map(name) ?? quad.graph?.text)
    }
  }

  private(set) var statements: [Statement] = []
  /// Of each blank node, the statements in which it stands.
  private(set) var mentions: [[Int]] = []
  private var numbers: [Term: Int] = [:]

  init(_ quads: [Quad]) {
    for quad in quads {
      let statement = Statement(
        quad: quad, subject: number(of: quad.subject), object: number(of: quad.object),
        graph: quad.graph.flatMap { number(of: $0) })
      for node in Set(statement.nodes.map(\.node)) { mentions[node].append(statements.count) }
      statements.append(statement)
    }
  }

  private mutating func number(of term: Term) -> Int? {
    guard term.isBlank else { return nil }
    if let known = numbers[term] { return known }
    numbers[term] = mentions.count
    mentions.append([])
    return mentions.count - 1
  }
}
