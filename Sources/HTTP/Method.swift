/// What a request asks to do with its target (RFC 9110 §9).
public enum Method: String, Sendable, Hashable, CaseIterable {
  /// Shows, and changes nothing (RFC 9110 §9.3.1).
  case get = "GET"
  /// GET without the body (RFC 9110 §9.3.2).
  case head = "HEAD"
  /// Sends a form (RFC 9110 §9.3.3).
  case post = "POST"
  /// Replaces (RFC 9110 §9.3.4); no route of ours yet.
  case put = "PUT"
  /// Changes in part (RFC 5789); no route of ours yet.
  case patch = "PATCH"
  /// Removes (RFC 9110 §9.3.5); no page can send it.
  case delete = "DELETE"
  /// Asks what is possible (RFC 9110 §9.3.7).
  case options = "OPTIONS"
  /// Any method that we have no use for.
  case other = "OTHER"

  /// Reads the method of a request line, where upper and lower case differ.
  public init(token: String) { self = Method(rawValue: token) ?? .other }

  /// Whether the method only reads (RFC 9110 §9.2.1).
  public var isSafe: Bool { self == .get || self == .head || self == .options }
}
