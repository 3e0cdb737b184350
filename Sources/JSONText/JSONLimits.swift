/// How much of a JSON text is taken (RFC 8259 §9 lets a reader set limits).
public struct JSONLimits: Hashable, Sendable {
  /// The length of the whole text.
  public var bytes: Int
  /// Arrays and objects inside each other.
  public var depth: Int
  /// Values of every kind, the arrays and objects that hold others included.
  public var values: Int

  public init(bytes: Int = 1_048_576, depth: Int = 64, values: Int = 100_000) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
  }

  /// One mebibyte, 64 deep, 100,000 values: many times what a credential needs.
  public static let standard = JSONLimits()
}

/// Why a text is not one JSON value that we take.
public struct JSONError: Error, Hashable, Sendable {
  public enum Fault: Hashable, Sendable {
    case tooLong
    case tooDeep
    case tooManyValues
    /// Not the grammar of RFC 8259 §2 to §7: here begins what does not fit.
    case syntax
    /// Not UTF-8 (RFC 8259 §8.1).
    case notUnicode
    /// Half of a surrogate pair, which is no character (RFC 8259 §8.2).
    case loneSurrogate
    /// A name that its object has already: readers differ in which one they take (RFC 8259 §4).
    case duplicateName(String)
  }

  public let what: Fault
  /// Where, in bytes from 0.
  public let offset: Int
}
