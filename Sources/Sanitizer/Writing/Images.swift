extension MarkupWriter {
  /// Keeps a picture of ours, makes a link of one elsewhere (reading a page must tell no other
  /// host), and drops the rest.
  mutating func image(_ sent: SentAttributes) {
    guard sent.has(.src) else { return }
    switch address(sent.value(.src)) {
    case .relative: if isOwnFile { writeImage(sent) }
    case .absolute: if keepsThisImage { writeImage(sent) } else { writeAsLink(sent) }
    case .refused, .fragment, .contact: break
    }
  }

  private var keepsThisImage: Bool {
    options.keepsRemoteImages && SentValue(scratch).begins(with: "https:")
  }

  /// `scratch` holds the address.
  private mutating func writeImage(_ sent: SentAttributes) {
    guard prepare(for: .img) else { return }
    writeStart(.img)
    writeAttributes(.img, sent)
    writeScratch(" src=\"")
    if let alternative = sent.alternative {
      write(" alt=\"", alternative)
    } else {
      output.append(" alt=\"\"")
    }
    output.append(" loading=\"lazy\" decoding=\"async\">")
  }

  private mutating func writeAsLink(_ sent: SentAttributes) {
    var serial: UInt32 = 0
    if !isInLink, prepare(for: .a) {
      writeStart(.a)
      writeScratch(" href=\"")
      output.append(" rel=\"nofollow ugc noopener\">")
      serial = push(.a)
    }
    let words = sent.alternative.flatMap { $0.isBlank ? nil : $0 } ?? SentValue(scratch)
    text(words.bytes, words.count)
    if serial > 0 { close(serial) }
  }

  /// Under `/fichiers/`, with no segment that climbs, however it is encoded.
  private var isOwnFile: Bool {
    let path = SentValue(scratch)
    return path.begins(with: "/fichiers/") && path.count > 10 && !path.hasDotSegment
  }
}

extension SentAttributes {
  fileprivate var alternative: SentValue? {
    has(.alt) ? value(.alt).cut(at: Policy.longestAlternative) : nil
  }
}

extension SentValue {
  /// What the buffer holds, as long as it is not changed.
  fileprivate init(_ buffer: borrowing ByteBuffer) {
    self.init(UnsafePointer(buffer.base), buffer.count)
  }

  fileprivate var isBlank: Bool { count == 0 || isMade { $0 <= 0x20 } }

  /// Whether a segment is `.` or `..`, with dots and slashes also as `%2e`, `%2f`, `%5c`.
  fileprivate var hasDotSegment: Bool {
    var dots = 0
    var others = 0
    var at = 0
    while at <= count {
      let (byte, length) = decoded(at)
      if at == count || "/\\?#".utf8.contains(byte) {
        if others == 0, dots == 1 || dots == 2 { return true }
        dots = 0
        others = 0
      } else if byte == UInt8(ascii: ".") {
        dots += 1
      } else {
        others += 1
      }
      at += length
    }
    return false
  }

  private func decoded(_ at: Int) -> (byte: UInt8, length: Int) {
    guard at < count else { return (0, 1) }
    guard bytes[at] == UInt8(ascii: "%"), at + 2 < count else { return (bytes[at], 1) }
    let code = self[from: at + 1, to: at + 3]
    if code.matches("2e") { return (UInt8(ascii: "."), 3) }
    if code.matches("2f") || code.matches("5c") { return (UInt8(ascii: "/"), 3) }
    return (bytes[at], 1)
  }
}
