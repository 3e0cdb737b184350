import JSONText
import Synchronization

/// What a context says of one term (JSON-LD 1.1 API §4.2).
final class TermDefinition: Sendable {
  enum Mapping: Hashable {
    case keyword(Keyword)
    case iri(ExactString)
    /// The context says that the term means nothing.
    case nothing
  }

  /// How a plain value of the term is understood.
  enum Coercion: Hashable {
    case id, vocab, json
    case datatype(ExactString)
  }

  struct Containers: OptionSet, Hashable {
    let rawValue: Int
    static let set = Containers(rawValue: 1)
    static let list = Containers(rawValue: 2)
    static let graph = Containers(rawValue: 4)
  }

  let mapping: Mapping
  let coercion: Coercion?
  let containers: Containers
  /// The context for what lies inside (§4.1.8 of JSON-LD 1.1: scoped contexts).
  let scoped: ScopedContext?
  let isPrefix: Bool
  let isProtected: Bool

  init(
    _ mapping: Mapping, coercion: Coercion? = nil, containers: Containers = [],
    scoped: ScopedContext? = nil, isPrefix: Bool = false, isProtected: Bool
  ) {
    self.mapping = mapping
    self.coercion = coercion
    self.containers = containers
    self.scoped = scoped
    self.isPrefix = isPrefix
    self.isProtected = isProtected
  }

  /// Whether both say the same, protection aside (§4.2.2 step 27).
  func says(theSameAs other: TermDefinition) -> Bool {
    mapping == other.mapping && coercion == other.coercion && containers == other.containers
      && isPrefix == other.isPrefix && scoped?.local == other.scoped?.local
  }
}

/// A context that waits inside a term's definition.
final class ScopedContext: Sendable {
  let local: JSON
  /// Of this one alone: what was processed is found again by it.
  let number = SerialNumber.next()

  init(_ local: JSON) {
    self.local = local
  }
}

/// Numbers that are given once in the life of the process.
enum SerialNumber {
  private static let last = Atomic<Int>(0)

  static func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
