import HTTP

extension Response {
  /// Makes of an answer what goes onto the wire: an entity tag, 304 where the reader already has
  /// the page, and compression.
  mutating func finish(for head: RequestHead) {
    let compressible = isCompressible
    let gzip = compressible && Negotiation.acceptsGzip(head.headers["accept-encoding"])
    if compressible { vary() }
    if status == 200, head.method == .get || head.method == .head {
      tag(gzip: gzip)
      if isKnown(to: head) { return becomeNotModified() }
    }
    if gzip { compress() }
  }

  /// Below this many bytes compression saves no packet.
  static let smallestToCompress = 600

  private var isCompressible: Bool {
    guard gzipped != nil || body.count >= Self.smallestToCompress, self["Content-Encoding"] == nil
    else { return false }
    if gzipped != nil { return true }
    guard let type = self["Content-Type"]?.prefix(while: { $0 != ";" }) else { return false }
    return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
      || type.hasSuffix("javascript")
  }

  private mutating func vary() {
    let field = "Accept-Encoding"
    self["Vary"] = self["Vary"].map { $0 + ", " + field } ?? field
  }

  /// A page that must not be stored, or that sets a cookie, is never asked for again by its tag.
  private mutating func tag(gzip: Bool) {
    let given = self["ETag"]
    if given == nil {
      guard cookies.isEmpty, self["Cache-Control"]?.contains("no-store") != true else { return }
    }
    let tag = given ?? EntityTag.of(body)
    self["ETag"] = gzip ? EntityTag.gzipped(tag) : tag
  }

  private func isKnown(to head: RequestHead) -> Bool {
    guard let known = head.headers["if-none-match"], let tag = self["ETag"] else { return false }
    return Negotiation.ifNoneMatch(known, matches: tag)
  }

  private mutating func becomeNotModified() {
    status = 304
    body = []
    self["Content-Type"] = nil
  }

  private mutating func compress() {
    guard let compressed = gzipped ?? Gzip.compressPage(body) else { return }
    body = compressed
    headers.append(Header("Content-Encoding", "gzip"))
  }
}
