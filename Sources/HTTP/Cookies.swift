/// Reading the `Cookie` field (RFC 6265 §5.4).
enum Cookies {
  static func value(of name: String, in field: String) -> String? {
    var field = field
    var name = name
    // Every request asks for several cookies: comparing bytes is ten times as fast as characters.
    return field.withUTF8 { field in
      name.withUTF8 { name in
        field.split(separator: UInt8(ascii: ";")).lazy.compactMap { value(of: name, in: $0) }.first
      }
    }
  }

  private static func value(
    of name: UnsafeBufferPointer<UInt8>, in pair: Slice<UnsafeBufferPointer<UInt8>>
  ) -> String? {
    let pair = pair.drop(while: isSpace)
    let rest = pair.dropFirst(name.count)
    guard rest.first == UInt8(ascii: "="), pair.starts(with: name) else { return nil }
    var value = rest.dropFirst()
    while let last = value.last, isSpace(last) { value.removeLast() }
    let quote = UInt8(ascii: "\"")
    if value.count >= 2, value.first == quote, value.last == quote {
      value = value.dropFirst().dropLast()
    }
    return String(decoding: value, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// A cookie that a response sets (RFC 6265 §4.1).
public struct SetCookie: Sendable, Equatable {
  /// Which requests that other sites cause carry the cookie (RFC 6265bis §4.1.2.7).
  public enum SameSite: String, Sendable {
    /// None.
    case strict = "Strict"
    /// Links that somebody follows.
    case lax = "Lax"
    /// All; browsers then ask for ``SetCookie/secure``.
    case none = "None"
  }

  /// Of a token's characters (RFC 9110 §5.6.2).
  public var name: String
  /// Sent as it is.
  public var value: String
  /// The path, and all below it, to which the cookie is sent.
  public var path: String
  /// In seconds; nil ends with the browser's session, 0 removes the cookie.
  public var maxAge: Int?
  /// Whether it travels encrypted only.
  public var secure: Bool
  /// Whether scripts cannot read it.
  public var httpOnly: Bool
  /// Whether requests that other sites cause carry it.
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
