/// What a client prefers, and what it already has (RFC 9110 §12 and §13).
public enum Negotiation {
  /// The best of `tags` for an `Accept-Language` field; `fr-CA` takes `fr` (RFC 4647 §3.4), `*`
  /// takes the first tag that is not refused. nil when none is wanted.
  public static func language(_ field: String?, among tags: [String]) -> String? {
    guard let field else { return nil }
    let ranges = weighted(field)
    let refused = Set(ranges.filter { $0.weight == 0 }.map(\.name))
    var best: (tag: String, weight: Int)?
    for range in ranges where range.weight > (best?.weight ?? 0) {
      let tag = tags.first { tag in
        let tag = tag.lowercased()
        if range.name == "*" { return !refused.contains(tag) }
        return range.name == tag || range.name.hasPrefix(tag + "-")
      }
      if let tag { best = (tag, range.weight) }
    }
    return best?.tag
  }

  /// The best of `types` for an `Accept` field (RFC 9110 §12.5.1): the narrowest range that fits a
  /// type gives its weight, and of equal ones the first is taken. The first of all without a field,
  /// and when none is wanted: what is there is better than nothing.
  public static func mediaType(_ field: String?, among types: [String]) -> String {
    precondition(!types.isEmpty, "There must be something to choose from.")
    guard let field else { return types[0] }
    let ranges = weighted(field)
    var best = (type: types[0], weight: 0)
    for type in types {
      let wide = type.prefix { $0 != "/" } + "/*"
      let range =
        ranges.first { $0.name == type } ?? ranges.first { $0.name == wide }
        ?? ranges.first { $0.name == "*/*" }
      if let range, range.weight > best.weight { best = (type, range.weight) }
    }
    return best.type
  }

  /// Whether an `Accept-Encoding` field allows gzip.
  public static func acceptsGzip(_ field: String?) -> Bool {
    guard let field else { return false }
    let codings = weighted(field)
    let named = codings.first { $0.name == "gzip" || $0.name == "x-gzip" }
    return (named ?? codings.first { $0.name == "*" }).map { $0.weight > 0 } ?? false
  }

  /// Whether an `If-None-Match` field holds the entity tag, compared weakly: `W/` does not count,
  /// `*` is any tag.
  public static func ifNoneMatch(_ field: String, matches tag: String) -> Bool {
    let opaque = strong(tag[...])
    var rest = field[...].trimmed
    if rest == "*" { return true }
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "\"")) {
      let after = rest.utf8.index(after: open)
      guard let close = rest[after...].utf8.firstIndex(of: UInt8(ascii: "\"")) else { return false }
      if rest[open...close] == opaque { return true }
      rest = rest[close...].dropFirst()
    }
    return false
  }

  /// Whether a list such as `private, no-store` has that member, which is given in lower case.
  public static func list(_ field: String, contains member: String) -> Bool {
    field.utf8.split(separator: UInt8(ascii: ",")).contains {
      let item = Substring($0).trimmed.utf8
      return item.count == member.utf8.count
        && item.lazy.map(\.lowercased).elementsEqual(member.utf8)
    }
  }

  private static func strong(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }

  /// The names of a list, in lower case, with their `q` in thousandths; what cannot be read as a
  /// weight counts for nothing.
  private static func weighted(_ field: String) -> [(name: String, weight: Int)] {
    field.split(separator: ",").prefix(50).map { item in
      let parts = item.split(separator: ";")
      let weight = parts.dropFirst().lazy.map(\.trimmed)
        .first { $0.hasPrefix("q=") || $0.hasPrefix("Q=") }
        .map { thousandths($0.dropFirst(2)) }
      return ((parts.first ?? "").trimmed.lowercased(), weight ?? 1000)
    }
  }

  /// `0.5` → 500 (RFC 9110 §12.4.2).
  private static func thousandths(_ text: Substring) -> Int {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole == "0" || whole == "1" else { return 0 }
    if whole == "1" { return 1000 }
    guard parts.count == 2 else { return 0 }
    let digits = parts[1].utf8.prefix(3)
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return 0 }
    var value = 0
    for place in 0..<3 { value = value * 10 + (place < digits.count ? digit(digits, place) : 0) }
    return value
  }

  private static func digit(_ digits: Substring.UTF8View.SubSequence, _ place: Int) -> Int {
    Int(digits[digits.index(digits.startIndex, offsetBy: place)]) - 0x30
  }
}
