import HTTP
import HTTPServer

/// A method and a path, who may use it, and what answers.
struct Route: Sendable {
  let pattern: String
  let access: Access
  let lane: Lane
  /// Its buttons stand all over a page and share the one form, and token, of that page.
  let isGesture: Bool
  /// Whether a form that came after its session had ended is kept and sent after the log-in: no
  /// password is ever kept, nor what would be a surprise an hour later.
  let isKept: Bool
  /// Whether all visitors see the same page, made for one and kept for the others.
  let isShared: Bool
  /// Whether its form may bring files, and be as long as they are.
  let takesFiles: Bool
  let answer: @Sendable (Visit, [String]) throws -> Response
}

/// All routes of the site. Each feature adds its own in one function: its table of contents.
struct Routes: Sendable {
  private(set) var table = RouteTable<Route>()

  mutating func get(
    _ pattern: String, _ access: Access, lane: Lane = .reading, isShared: Bool = false,
    _ answer: @escaping @Sendable (Visit) throws -> Response
  ) {
    add(.get, pattern, access, lane, isShared: isShared) { visit, _ in try answer(visit) }
  }

  mutating func get<One: PathValue>(
    _ pattern: String, _ access: Access, lane: Lane = .reading, isShared: Bool = false,
    _ answer: @escaping @Sendable (Visit, One) throws -> Response
  ) {
    add(.get, pattern, access, lane, isShared: isShared) { visit, parts in
      try answer(visit, value(parts[0]))
    }
  }

  mutating func get<One: PathValue, Two: PathValue>(
    _ pattern: String, _ access: Access, lane: Lane = .reading,
    _ answer: @escaping @Sendable (Visit, One, Two) throws -> Response
  ) {
    add(.get, pattern, access, lane) { visit, parts in
      try answer(visit, value(parts[0]), value(parts[1]))
    }
  }

  mutating func post(
    _ pattern: String, _ access: Access, lane: Lane = .writing, isKept: Bool = true,
    takesFiles: Bool = false, _ answer: @escaping @Sendable (Visit) throws -> Response
  ) {
    add(.post, pattern, access, lane, isKept: isKept, takesFiles: takesFiles) { visit, _ in
      try answer(visit)
    }
  }

  mutating func post<One: PathValue>(
    _ pattern: String, _ access: Access, lane: Lane = .writing, isKept: Bool = true,
    takesFiles: Bool = false, _ answer: @escaping @Sendable (Visit, One) throws -> Response
  ) {
    add(.post, pattern, access, lane, isKept: isKept, takesFiles: takesFiles) { visit, parts in
      try answer(visit, value(parts[0]))
    }
  }

  mutating func post<One: PathValue, Two: PathValue>(
    _ pattern: String, _ access: Access, lane: Lane = .writing, isKept: Bool = true,
    _ answer: @escaping @Sendable (Visit, One, Two) throws -> Response
  ) {
    add(.post, pattern, access, lane, isKept: isKept) { visit, parts in
      try answer(visit, value(parts[0]), value(parts[1]))
    }
  }

  /// One button's worth of change, sent by the shared form of a page: see ``Gestures``.
  mutating func gesture<One: PathValue>(
    _ pattern: String, _ access: Access, isKept: Bool = true,
    _ answer: @escaping @Sendable (Visit, One) throws -> Response
  ) {
    add(.post, pattern, access, .writing, isGesture: true, isKept: isKept) { visit, parts in
      try answer(visit, value(parts[0]))
    }
  }

  private mutating func add(
    _ method: Method, _ pattern: String, _ access: Access, _ lane: Lane, isGesture: Bool = false,
    isKept: Bool = true, isShared: Bool = false, takesFiles: Bool = false,
    _ answer: @escaping @Sendable (Visit, [String]) throws -> Response
  ) {
    let route = Route(
      pattern: pattern, access: access, lane: lane, isGesture: isGesture,
      isKept: isKept && lane != .passwords, isShared: isShared, takesFiles: takesFiles,
      answer: answer)
    table.add(method, pattern, route)
  }
}

/// Reads a captured segment; one that cannot be of its kind is an address that does not exist.
private func value<Value: PathValue>(_ segment: String) throws(Refusal) -> Value {
  guard let value = Value(segment: segment) else { throw .notFound }
  return value
}
