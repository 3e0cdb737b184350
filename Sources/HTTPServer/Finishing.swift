import HTTP

extension Response {
  /// Writes the tag that the server would compute, for a response that is sent many times.
  public mutating func tagForReaders() {
    if self["ETag"] == nil { self["ETag"] = EntityTag.of(body) }
  }

  /// Makes of an answer what goes onto the wire: an entity tag, 304 where the reader already has
  /// the page, and compression.
  mutating func finish(for head: RequestHead) {
    let compressible = isCompressible
    let gzip = compressible && Negotiation.acceptsGzip(head.headers["accept-encoding"])
    if compressible { vary() }
    if status == 200, head.method == .get || head.method == .head {
      tag(gzip: gzip)
      if isKnown(to: head) { return becomeNotModified(gzip: gzip) }
      if file != nil { return becomePart(for: head) }
    }
    if gzip { compress() }
  }

  /// Below this many bytes compression saves no packet.
  static let smallestToCompress = 600

  private var isCompressible: Bool {
    guard gzipped != nil || body.count >= Self.smallestToCompress, self["Content-Encoding"] == nil
    else { return false }
    return gzipped != nil || self["Content-Type"].map(Self.isText) ?? false
  }

  /// Bytes are compared here, not characters: this runs for every page.
  private static func isText(_ type: String) -> Bool {
    let media = type.utf8.prefix { $0 != UInt8(ascii: ";") }
    if media.starts(with: "text/".utf8) { return true }
    return ["json", "xml", "javascript"].contains {
      media.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private mutating func vary() {
    let field = "Accept-Encoding"
    self["Vary"] = self["Vary"].map { $0 + ", " + field } ?? field
  }

  /// A page that must not be stored, or that sets a cookie, is never asked for again by its tag.
  private mutating func tag(gzip: Bool) {
    let given = self["ETag"]
    if given == nil {
      if file != nil { return }
      let policy = self["Cache-Control"] ?? ""
      guard cookies.isEmpty, !Negotiation.list(policy, contains: "no-store") else { return }
    }
    let tag = given ?? EntityTag.of(body)
    self["ETag"] = gzip ? EntityTag.gzipped(tag) : tag
  }

  private func isKnown(to head: RequestHead) -> Bool {
    guard let known = head.headers["if-none-match"], let tag = self["ETag"] else { return false }
    return Negotiation.ifNoneMatch(known, matches: tag)
  }

  /// libmicrohttpd writes the length of the body that it was given, and does not send it: the length
  /// that 200 would have had (RFC 9110 §8.6). To know that of a compressed page it would have to be
  /// compressed; there the length is 0, which browsers and proxies take as well.
  private mutating func becomeNotModified(gzip: Bool) {
    status = 304
    if gzip { body = gzipped ?? [] }
    file = nil
    self["Content-Type"] = nil
  }

  /// A part of a file that is still the one of which the reader has the rest (RFC 9110 §14.2).
  private mutating func becomePart(for head: RequestHead) {
    guard let size = file?.file.size, self["Accept-Ranges"] != nil, head.method == .get,
      let field = head.headers["range"],
      head.headers["if-range"].map({ $0 == self["ETag"] }) ?? true
    else { return }
    switch ByteRange(field, of: size) {
    case .whole: return
    case .part(let part):
      status = 206
      file?.part = part
      self["Content-Range"] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
    case .unsatisfiable:
      status = 416
      file = nil
      self["Content-Type"] = nil
      self["Content-Range"] = "bytes */\(size)"
    }
  }

  private mutating func compress() {
    guard let compressed = gzipped ?? Gzip.compressPage(body) else { return }
    body = compressed
    headers.append(Header("Content-Encoding", "gzip"))
  }
}
