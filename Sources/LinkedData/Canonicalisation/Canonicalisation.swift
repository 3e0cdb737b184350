import JSONText

/// Names blank nodes by what surrounds them, so that equal datasets become equal texts
/// (RDFC-1.0 §4.4 Canonicalization Algorithm).
///
/// Nodes that look alike are told apart by trying orders, which can take longer than the universe
/// will last: every hash, every quad looked at and every order tried is counted (§7.1).
struct Canonicalisation {
  private let graph: BlankNodeGraph
  private let deepest: Int
  private var work: Work
  private var issuer = IdentifierIssuer(prefix: "c14n")
  private var firstHashes: [String] = []

  init(_ quads: [Quad], limits: WorkLimit) {
    graph = BlankNodeGraph(quads)
    deepest = limits.depth
    work = Work(steps: limits.steps)
  }

  /// The dataset in canonical N-Quads (§4.4.3 and §5).
  mutating func text() throws(LinkedDataError) -> String {
    try hashNodes()
    try issueIdentifiers()
    return graph.statements
      .map { ExactString($0.line { issuer[$0] ?? "" }) }
      .sorted().map(\.string).joined()
  }

  /// Step 3.
  private mutating func hashNodes() throws(LinkedDataError) {
    for node in graph.mentions.indices { firstHashes.append(try firstDegreeHash(of: node)) }
  }

  /// Steps 4 and 5: first the nodes that are like no other, then those that are.
  private mutating func issueIdentifiers() throws(LinkedDataError) {
    let groups = Dictionary(grouping: graph.mentions.indices) { firstHashes[$0] }
      .sorted { $0.key < $1.key }
    for (_, nodes) in groups where nodes.count == 1 { _ = issuer.issue(nodes[0]) }
    for (_, nodes) in groups where nodes.count > 1 {
      var paths: [Path] = []
      for node in nodes where issuer[node] == nil {
        var temporary = IdentifierIssuer(prefix: "b")
        _ = temporary.issue(node)
        paths.append(try path(from: node, temporary, depth: 0))
      }
      for path in paths.sorted(by: { $0.text < $1.text }) {
        for node in path.issuer.nodes { _ = issuer.issue(node) }
      }
    }
  }

  /// §4.6 Hash First Degree Quads.
  private mutating func firstDegreeHash(of node: Int) throws(LinkedDataError) -> String {
    try work.spend(Work.hash + graph.mentions[node].count)
    let lines = graph.mentions[node].map { place in
      ExactString(graph.statements[place].line { $0 == node ? "_:a" : "_:z" })
    }
    return SHA256.hexadecimal(of: lines.sorted().map(\.string).joined())
  }
}

// MARK: - Nodes that look alike

extension Canonicalisation {
  /// How the neighbourhood of a node reads, and the identifiers that this reading gives.
  private struct Path {
    var text: String
    var issuer: IdentifierIssuer
  }

  /// §4.8 Hash N-Degree Quads.
  private mutating func path(
    from node: Int, _ issuer: IdentifierIssuer, depth: Int
  ) throws(LinkedDataError) -> Path {
    guard depth < deepest else { throw .tooMuchWork }
    var issuer = issuer
    var text = ""
    for (hash, nodes) in try neighbours(of: node, issuer).sorted(by: { $0.key < $1.key }) {
      let best = try bestOrder(of: nodes, issuer, depth: depth)
      text += hash + best.text
      issuer = best.issuer
    }
    try work.spend(Work.hash)
    return Path(text: SHA256.hexadecimal(of: text), issuer: issuer)
  }

  /// Steps 1 to 3: the blank nodes beside this one, by the hash of how they are related; once for
  /// each quad, as the authors of the recommendation count them.
  private mutating func neighbours(
    of node: Int, _ issuer: IdentifierIssuer
  ) throws(LinkedDataError) -> [String: [Int]] {
    try work.spend(graph.mentions[node].count)
    var neighbours: [String: [Int]] = [:]
    for place in graph.mentions[node] {
      let statement = graph.statements[place]
      for (other, position) in statement.nodes where other != node {
        try work.spend(Work.hash)
        let hash = relatedHash(of: other, position, statement.quad.predicate, issuer)
        neighbours[hash, default: []].append(other)
      }
    }
    return neighbours
  }

  /// §4.7 Hash Related Blank Node.
  private func relatedHash(
    of node: Int, _ position: Character, _ predicate: Term, _ issuer: IdentifierIssuer
  ) -> String {
    var text = String(position)
    if position != "g" { text += predicate.text }
    text += self.issuer[node] ?? issuer[node] ?? firstHashes[node]
    return SHA256.hexadecimal(of: text)
  }

  /// Step 5.4: the order of nodes alike that reads first.
  private mutating func bestOrder(
    of nodes: [Int], _ issuer: IdentifierIssuer, depth: Int
  ) throws(LinkedDataError) -> Path {
    var best: Path?
    for order in Permutations(of: nodes) {
      try work.spend(1 + nodes.count + issuer.nodes.count)
      let found = try path(through: order, issuer, betterThan: best?.text, depth: depth)
      if let found { best = found }
    }
    return best ?? Path(text: "", issuer: issuer)
  }

  /// - Returns: nil when the path comes after `best`, at latest as soon as that is known.
  private mutating func path(
    through nodes: [Int], _ issuer: IdentifierIssuer, betterThan best: String?, depth: Int
  ) throws(LinkedDataError) -> Path? {
    var path = Path(text: "", issuer: issuer)
    var unnamed: [Int] = []
    func isWorse(_ text: String) -> Bool {
      guard let best else { return false }
      return text.utf8.count >= best.utf8.count && text > best
    }
    for node in nodes {
      if let name = self.issuer[node] {
        path.text += name
      } else {
        if path.issuer[node] == nil { unnamed.append(node) }
        path.text += path.issuer.issue(node)
      }
      if isWorse(path.text) { return nil }
    }
    for node in unnamed {
      let inner = try self.path(from: node, path.issuer, depth: depth + 1)
      path.text += path.issuer.issue(node) + "<\(inner.text)>"
      path.issuer = inner.issuer
      if isWorse(path.text) { return nil }
    }
    guard let best else { return path }
    return path.text < best ? path : nil
  }
}
