/// Addresses that are relative to another one (RFC 3986 §5).
enum IRI {
  /// - Returns: the whole address; nil when `reference` is relative and there is no base.
  static func resolve(_ reference: String, against base: String) -> String? {
    let reference = Parts(reference)
    if reference.scheme != nil { return reference.text }
    let base = Parts(base)
    guard base.scheme != nil else { return nil }
    var whole = reference
    whole.scheme = base.scheme
    if reference.authority == nil {
      whole.authority = base.authority
      if reference.path.isEmpty {
        whole.path = base.path
        whole.query = reference.query ?? base.query
      } else if !reference.path.hasPrefix("/") {
        whole.path = merge(reference.path, into: base)
      }
    }
    whole.path = withoutDots(whole.path)
    return whole.text
  }

  /// The part that a name ends with: behind the last `#` or `/`.
  static func lastPart(_ iri: String) -> String {
    let parts = iri.split { $0 == "/" || $0 == "#" }
    return parts.last.map(String.init) ?? ""
  }

  private static func merge(_ path: String, into base: Parts) -> String {
    if base.authority != nil && base.path.isEmpty { return "/" + path }
    guard let slash = base.path.lastIndex(of: "/") else { return path }
    return base.path[...slash] + path
  }

  /// `a/./b/../c` is `a/c` (§5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") || path.hasPrefix(".") else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/")
  }

  /// `scheme://authority/path?query#fragment`, each part without its mark.
  private struct Parts {
    var scheme: String?
    var authority: String?
    var path = ""
    var query: String?
    var fragment: String?

    init(_ text: String) {
      var rest = Substring(text)
      if let mark = rest.firstIndex(of: "#") {
        fragment = String(rest[mark...].dropFirst())
        rest = rest[..<mark]
      }
      if let mark = rest.firstIndex(of: "?") {
        query = String(rest[mark...].dropFirst())
        rest = rest[..<mark]
      }
      if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
        scheme = String(rest[..<colon])
        rest = rest[colon...].dropFirst()
      }
      if rest.hasPrefix("//") {
        let name = rest.dropFirst(2).prefix { $0 != "/" }
        authority = String(name)
        rest = rest[name.endIndex...]
      }
      path = String(rest)
    }

    var text: String {
      (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
        + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
    }

    private static func isScheme(_ text: Substring) -> Bool {
      guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else {
        return false
      }
      return text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
      }
    }
  }
}
