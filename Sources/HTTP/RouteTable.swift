/// Finds what answers a method and a path; built once at start, then only read.
public struct RouteTable<Value: Sendable>: Sendable {
  /// What a method and a path lead to.
  public enum Match {
    /// - Parameter captures: the segments that met a `*`, from left to right.
    case found(Value, captures: [String])
    /// The path exists, not with that method.
    case methodNotAllowed(allow: [Method])
    /// No route has such a path.
    case notFound
  }

  // Inlinable, so that it is compiled for the one type of routes that there is: without that,
  // finding a route took as long as reading the rest of the request.
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var literals: [String: Int] = [:]
    @usableFromInline var wildcard: Int?
    @usableFromInline var values: [Method: Value] = [:]

    @usableFromInline init() {}
  }

  @usableFromInline var nodes = [Node()]

  /// A table without routes.
  public init() {}

  /// Adds a route.
  ///
  /// - Parameter pattern: literal segments and `*`, each of which takes one segment that is not
  ///   empty: `/fils/*/reponses`. A route that is already there is a mistake of ours.
  public mutating func add(_ method: Method, _ pattern: String, _ value: Value) {
    precondition(pattern.hasPrefix("/"), "a route's pattern begins with a slash")
    let parts =
      pattern == "/"
      ? []
      : pattern.dropFirst().split(
        separator: "/", omittingEmptySubsequences: false)
    let node = parts.reduce(0) { child(of: $0, named: String($1)) }
    precondition(nodes[node].values[method] == nil, "two routes for \(method) \(pattern)")
    nodes[node].values[method] = value
  }

  private mutating func child(of parent: Int, named name: String) -> Int {
    let known = name == "*" ? nodes[parent].wildcard : nodes[parent].literals[name]
    if let known { return known }
    nodes.append(Node())
    let child = nodes.count - 1
    if name == "*" { nodes[parent].wildcard = child } else { nodes[parent].literals[name] = child }
    return child
  }

  /// The route of a path. A literal segment beats a wildcard, from left to right; HEAD is answered
  /// by GET where nothing else was said.
  @inlinable
  public func match(_ method: Method, _ segments: [String]) -> Match {
    var search = Search(method: method, segments: segments)
    if let value = find(&search, from: 0, depth: 0) {
      return .found(value, captures: search.captures)
    }
    return search.allowed.isEmpty
      ? .notFound : .methodNotAllowed(allow: Method.allCases.filter(search.allowed.contains))
  }

  @usableFromInline
  struct Search {
    @usableFromInline let method: Method
    @usableFromInline let segments: [String]
    @usableFromInline var captures: [String] = []
    @usableFromInline var allowed: Set<Method> = []

    @usableFromInline
    init(method: Method, segments: [String]) {
      self.method = method
      self.segments = segments
    }
  }

  @inlinable
  func find(_ search: inout Search, from index: Int, depth: Int) -> Value? {
    let node = nodes[index]
    if depth == search.segments.count { return value(at: node, &search) }
    let segment = search.segments[depth]
    if let child = node.literals[segment],
      let value = find(&search, from: child, depth: depth + 1)
    {
      return value
    }
    guard let child = node.wildcard, !segment.isEmpty else { return nil }
    search.captures.append(segment)
    if let value = find(&search, from: child, depth: depth + 1) { return value }
    search.captures.removeLast()
    return nil
  }

  @inlinable
  func value(at node: Node, _ search: inout Search) -> Value? {
    if let value = node.values[search.method] { return value }
    if search.method == .head, let value = node.values[.get] { return value }
    search.allowed.formUnion(node.values.keys)
    if node.values[.get] != nil { search.allowed.insert(.head) }
    return nil
  }
}
