import HTML

/// A body as it can be read away from its page: links to our own pages become whole addresses.
///
/// Feed readers show a body on their own pages, and few of them honour `xml:base`.
enum AbsoluteLinks {
  /// - Parameters:
  ///   - body: as the sanitiser writes it: every attribute value stands between double quotes, and
  ///     `<` nowhere but at the start of a tag.
  ///   - base: where the site is, without a slash at the end.
  ///   - page: the whole address of the page that holds the body, for links inside it.
  static func markup(_ body: SanitizedHTML, base: String, page: String) -> [UInt8] {
    let base = Array(base.utf8)
    let page = Array(page.utf8)
    var written: [UInt8] = []
    written.reserveCapacity(body.utf8.count + 256)
    var place = Place.text
    for byte in body.utf8 {
      if place == .linkStart {
        if byte == UInt8(ascii: "/") { written += base }
        if byte == UInt8(ascii: "#") { written += page }
      }
      written.append(byte)
      place = next(place, byte, written)
    }
    return written
  }

  private enum Place {
    case text
    case tag
    case value
    /// The first byte of the value of `href` or `src`.
    case linkStart
  }

  private static func next(_ place: Place, _ byte: UInt8, _ written: [UInt8]) -> Place {
    let isQuote = byte == UInt8(ascii: "\"")
    switch place {
    case .text: return byte == UInt8(ascii: "<") ? .tag : .text
    case .tag:
      if byte == UInt8(ascii: ">") { return .text }
      guard isQuote else { return .tag }
      let isLink = written.ends(with: " href=\"") || written.ends(with: " src=\"")
      return isLink ? .linkStart : .value
    case .value, .linkStart: return isQuote ? .tag : .value
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
