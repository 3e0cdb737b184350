/// What a request line names: a path and a query (RFC 9112 §3.2).
///
/// The path is split before it is decoded, so that `%2F` never makes a new segment. A path that
/// means another than it shows (dot segments, control characters, what is not UTF-8) is refused,
/// never repaired.
public struct Target: Sendable {
  /// As it was sent.
  public let raw: String
  /// From the first `/` to the `?`, still percent-encoded.
  public let path: String
  /// The decoded parts of the path; none for `/`, a last empty one for a path that ends in `/`.
  public let segments: [String]
  /// What follows the `?`, not decoded.
  public let rawQuery: String

  /// - Throws: ``RequestProblem/target`` when the target is not one that we answer.
  public init(_ raw: String) throws(RequestProblem) {
    guard raw.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "#") }) else {
      throw .target
    }
    let origin = try Self.withoutAuthority(raw)
    let mark = origin.utf8.firstIndex(of: UInt8(ascii: "?")) ?? origin.endIndex
    self.raw = raw
    path = String(origin[..<mark])
    rawQuery = String(origin[mark...].dropFirst())
    segments = try Self.segments(path)
  }

  /// `http://host/path`, that proxies send, is answered like `/path` (RFC 9112 §3.2.2).
  private static func withoutAuthority(_ raw: String) throws(RequestProblem) -> Substring {
    if raw.utf8.first == UInt8(ascii: "/") { return raw[...] }
    for scheme in ["http://", "https://"] where raw.lowercased().hasPrefix(scheme) {
      let rest = raw.dropFirst(scheme.count)
      if let slash = rest.firstIndex(of: "/") { return rest[slash...] }
    }
    throw .target
  }

  private static func segments(_ path: String) throws(RequestProblem) -> [String] {
    if path.utf8.count == 1 { return [] }
    var segments: [String] = []
    var rest = path.utf8.dropFirst()
    while true {
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard let segment = decoded(rest[..<end]), !climbs(segment) else { throw .target }
      segments.append(segment)
      if end == rest.endIndex { return segments }
      rest = rest[rest.index(after: end)...]
    }
  }

  private static func decoded(_ part: Substring.UTF8View) -> String? {
    part.contains(UInt8(ascii: "%")) ? PercentEncoding.decode(part) : String(Substring(part))
  }

  /// Whether a segment would lead elsewhere if someone took it for a file's name.
  private static func climbs(_ segment: String) -> Bool {
    guard segment.utf8.contains(UInt8(ascii: ".")) else { return false }
    return segment.utf8
      .split(omittingEmptySubsequences: false) {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
      }
      .contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
  }
}

/// Why a request cannot be read; the answer is 400.
public enum RequestProblem: Error, Equatable, Sendable {
  /// The address in the request line.
  case target
}
