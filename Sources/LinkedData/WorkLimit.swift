/// How much work one document may cost.
public struct WorkLimit: Hashable, Sendable {
  /// Objects, arrays and plain values of the document.
  public var values: Int
  /// Objects and arrays inside each other, and blank nodes followed one after the other.
  public var depth: Int
  /// Steps of laying contexts over each other and of naming blank nodes: hashes, quads looked
  /// at, orders tried (RDFC-1.0 §7.1).
  public var steps: Int

  public init(values: Int = 20_000, depth: Int = 64, steps: Int = 50_000) {
    self.values = values
    self.depth = depth
    self.steps = steps
  }

  /// Many times what a credential with all its endorsements needs.
  public static let standard = WorkLimit()
}

/// What is left of a ``WorkLimit/steps``.
struct Work {
  private var left: Int
  /// What it costs to lay a named context over others, in steps: hundreds of terms are defined.
  static let namedContext = 500
  /// And the context of a type or a property.
  static let scopedContext = 50
  /// And a hash, with the text that it is of.
  static let hash = 4

  init(steps: Int) {
    left = steps
  }

  mutating func spend(_ steps: Int) throws(LinkedDataError) {
    left -= steps
    if left < 0 { throw .tooMuchWork }
  }
}
