/// Reading the `Cookie` field (RFC 6265 §5.4).
enum Cookies {
  static func value(of name: String, in field: String) -> String? {
    for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
      let pair = Substring(pair).trimmed.utf8
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
        pair[..<equals].elementsEqual(name.utf8)
      else { continue }
      return unquoted(Substring(pair[pair.index(after: equals)...]))
    }
    return nil
  }

  private static func unquoted(_ value: Substring) -> String {
    let bytes = value.utf8
    let quote = UInt8(ascii: "\"")
    guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return String(value) }
    return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
  }
}

/// A cookie that a response sets (RFC 6265 §4.1).
public struct SetCookie: Sendable, Equatable {
  public enum SameSite: String, Sendable {
    case strict = "Strict"
    case lax = "Lax"
    case none = "None"
  }

  public var name: String
  public var value: String
  public var path: String
  /// In seconds; nil ends with the browser's session, 0 removes the cookie.
  public var maxAge: Int?
  public var secure: Bool
  public var httpOnly: Bool
  public var sameSite: SameSite

  /// - Parameter value: of letters, digits and `-_.~`, as our tokens are: nothing is escaped.
  public init(
    _ name: String, _ value: String, path: String = "/", maxAge: Int? = nil, secure: Bool = false,
    httpOnly: Bool = true, sameSite: SameSite = .lax
  ) {
    self.name = name
    self.value = value
    self.path = path
    self.maxAge = maxAge
    self.secure = secure
    self.httpOnly = httpOnly
    self.sameSite = sameSite
  }

  /// The value of the `Set-Cookie` field.
  public var field: String {
    var field = "\(name)=\(value); Path=\(path)"
    if let maxAge { field += "; Max-Age=\(maxAge)" }
    if secure { field += "; Secure" }
    if httpOnly { field += "; HttpOnly" }
    return field + "; SameSite=\(sameSite.rawValue)"
  }
}
