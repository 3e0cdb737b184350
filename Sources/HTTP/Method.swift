/// What a request asks to do with its target (RFC 9110 §9).
public enum Method: String, Sendable, Hashable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"
  /// Any method that we have no use for.
  case other = "OTHER"

  /// Reads the method of a request line, where upper and lower case differ.
  public init(token: String) { self = Method(rawValue: token) ?? .other }

  /// Whether the method only reads (RFC 9110 §9.2.1).
  public var isSafe: Bool { self == .get || self == .head || self == .options }
}
