/// An absolute `http` or `https` address (RFC 3986), in ASCII.
struct WebAddress {
  let text: String
  let isSecure: Bool
  /// In lower case.
  let host: String
  let port: Int
  /// From the first slash.
  private let path: String

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2_048, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !text.contains(where: { "\\<>\"^`{|}".contains($0) })
    else { return nil }
    let lower = text.lowercased()
    let scheme = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
    guard scheme > 0 else { return nil }
    isSecure = scheme == 8
    let rest = text.dropFirst(scheme)
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    let hostEnd =
      authority.first == "["
      ? authority.firstIndex(of: "]").map { authority.index(after: $0) }
      : authority.firstIndex(of: ":") ?? authority.endIndex
    guard let hostEnd else { return nil }
    host = authority[..<hostEnd].lowercased()
    let after = authority[hostEnd...]
    if after.isEmpty {
      port = isSecure ? 443 : 80
    } else {
      let digits = after.dropFirst()
      guard after.first == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(digits), (1...65_535).contains(number)
      else { return nil }
      port = number
    }
    guard !host.isEmpty else { return nil }
    path = String(rest.dropFirst(authority.count))
    self.text = text
  }

  /// Without what is after `#`: what is asked for.
  var document: String { String(text.prefix { $0 != "#" }) }

  /// Scheme, host and port (RFC 6454 §4).
  var origin: String { "\(isSecure ? "https" : "http")://\(host):\(port)" }

  var isLoopback: Bool {
    host == "localhost" || host == "[::1]"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// The same address without what follows the host.
  var site: String { String(text.dropLast(path.count)) }

  /// Whether this is at or below `prefix`, which has the same origin.
  func isBelow(_ prefix: WebAddress) -> Bool {
    guard origin == prefix.origin else { return false }
    let own = path.isEmpty ? "/" : path
    let other = prefix.path.isEmpty ? "/" : prefix.path
    return own == other || own.hasPrefix(other.hasSuffix("/") ? other : other + "/")
  }
}
