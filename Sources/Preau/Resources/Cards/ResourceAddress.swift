import HTML

/// An address on another site, and what tells it from others.
///
/// Two addresses are taken for one when they differ only by what hardly ever leads elsewhere: the
/// scheme, `www.`, the port of the scheme, capitals in the host, a slash at the end, a fragment, the
/// order of the query, and parameters that only count visits (`utm_…`, `fbclid`…).
struct ResourceAddress: Equatable, Sendable {
  /// As it is kept and followed.
  let text: String
  /// The same without these differences: `exemple.fr/page?a=1`.
  let key: String

  static let longest = 2_000

  /// - Returns: nil for what is no `http` or `https` address with a host, or names a user.
  init?(_ typed: String) {
    var typed = typed.trimmed
    if !typed.contains("://"), typed.contains("."), !typed.contains(" ") {
      typed = "https://" + typed
    }
    guard typed.utf8.count <= Self.longest, Address(elsewhere: typed) != nil,
      let start = typed.firstRange(of: "://")
    else { return nil }
    let scheme = typed[..<start.lowerBound].lowercased()
    let rest = typed[start.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    guard let host = Self.host(rest[..<end], scheme) else { return nil }
    text = scheme + "://" + rest[..<end].lowercased() + rest[end...]
    let path = rest[end...].prefix { $0 != "?" && $0 != "#" }
    let query = rest[end...].drop { $0 != "?" && $0 != "#" }
    key = host + Self.path(path) + Self.query(query)
  }

  /// - Returns: nil for a host that is none, or what hides one behind a user's name.
  private static func host(_ authority: Substring, _ scheme: String) -> String? {
    guard !authority.contains("@") else { return nil }
    var host = authority.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) {
      if (port == ":80") == (scheme == "http") { host.removeLast(port.count) }
    }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    while host.hasSuffix(".") { host.removeLast() }
    return host.isEmpty || host.hasPrefix(":") ? nil : host
  }

  private static func path(_ path: Substring) -> String {
    var path = percent(path)
    while path.hasSuffix("/") { path.removeLast() }
    for page in ["/index.html", "/index.php", "/index.htm"] where path.hasSuffix(page) {
      path.removeLast(page.count)
    }
    return path
  }

  private static func query(_ text: Substring) -> String {
    guard text.first == "?" else { return "" }
    let pairs = text.dropFirst().prefix { $0 != "#" }.split(separator: "&").filter { pair in
      let name = pair.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !counters.contains(name)
    }
    return pairs.isEmpty ? "" : "?" + pairs.map(percent).sorted().joined(separator: "&")
  }

  private static let counters: Set = [
    "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "xtor", "at_medium", "at_campaign", "igshid",
  ]

  /// `%7e` is `~`, and `%c3` is `%C3` (RFC 3986 §6.2.2).
  private static func percent(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x25, place + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
      else {
        written.append(bytes[place])
        place += 1
        continue
      }
      if isUnreserved(value) {
        written.append(value)
      } else {
        let digits = String(value, radix: 16, uppercase: true)
        written += Array(("%" + (digits.count < 2 ? "0" : "") + digits).utf8)
      }
      place += 3
    }
    return String(decoding: written, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// The host as a reader is told where a link leads.
  static func shownHost(of url: String) -> String {
    String(ResourceAddress(url)?.key.prefix { $0 != "/" && $0 != "?" } ?? "")
  }
}

/// Titles that say nearly the same.
enum TitleLikeness {
  /// The words of a title without case, accents, order and repetition.
  static func key(_ title: String) -> String {
    let words = Set(Slug.make(from: title).split(separator: "-").map(String.init))
    let telling = words.filter { !FunctionWords.contain($0) }
    return (telling.isEmpty ? words : telling).sorted().joined(separator: "-")
  }

  /// Whether two keys have four words of five in common, or differ by a slip of the finger.
  static func isNear(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (left, right) = (one.split(separator: "-"), other.split(separator: "-"))
    let common = Set(left).intersection(right).count
    if common >= 2, 5 * 2 * common >= 4 * (left.count + right.count) { return true }
    let limit = max(1, min(one.utf8.count, other.utf8.count) / 12)
    guard one.utf8.count >= 8, abs(one.utf8.count - other.utf8.count) <= limit else { return false }
    var distance = EditDistance(from: one, limit: limit)
    return Array(other.utf8).withUnsafeBytes { distance.to($0) } != nil
  }
}
