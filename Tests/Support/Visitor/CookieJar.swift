import Foundation

/// The cookies of one visitor on one site (RFC 6265).
public struct CookieJar: Sendable {
  public struct Cookie: Equatable, Sendable {
    public let name: String
    public let value: String
    public let path: String
    public let isHTTPOnly: Bool
    public let isSecure: Bool
    /// `Lax`, `Strict` or `None` as written; nil when not said.
    public let sameSite: String?
  }

  public private(set) var all: [Cookie] = []

  public init() {}

  /// The value of a cookie; setting one makes a plain cookie for the whole site, nil forgets it.
  public subscript(name: String) -> String? {
    get { all.first { $0.name == name }?.value }
    set {
      all.removeAll { $0.name == name }
      guard let newValue else { return }
      all.append(
        Cookie(
          name: name, value: newValue, path: "/", isHTTPOnly: false, isSecure: false,
          sameSite: nil))
    }
  }

  /// Forgets everything, as a visitor who clears their browser.
  public mutating func clear() { all = [] }

  /// Takes a `Set-Cookie` value, removing the cookie that it says has expired.
  mutating func take(_ header: String, now: Date = Date()) {
    let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard
      let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false),
      pair.count == 2
    else { return }
    var attributes: [String: String] = [:]
    for part in parts.dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      attributes[halves[0].lowercased()] = halves.count == 2 ? String(halves[1]) : ""
    }
    let cookie = Cookie(
      name: String(pair[0]), value: String(pair[1]), path: attributes["path"] ?? "/",
      isHTTPOnly: attributes["httponly"] != nil, isSecure: attributes["secure"] != nil,
      sameSite: attributes["samesite"])
    all.removeAll { $0.name == cookie.name && $0.path == cookie.path }
    if !Self.hasExpired(attributes, now) { all.append(cookie) }
  }

  /// The `Cookie` header for a request over plain HTTP on this machine; nil when there is none.
  func header(for path: String) -> String? {
    let sent = all.filter { cookie in
      let folder = cookie.path.hasSuffix("/") ? cookie.path : cookie.path + "/"
      return path == cookie.path || path.hasPrefix(folder)
    }
    return sent.isEmpty ? nil : sent.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  private static func hasExpired(_ attributes: [String: String], _ now: Date) -> Bool {
    if let seconds = attributes["max-age"].flatMap({ Int($0) }) { return seconds <= 0 }
    guard let date = attributes["expires"] else { return false }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return format.date(from: date).map { $0 <= now } ?? false
  }
}
