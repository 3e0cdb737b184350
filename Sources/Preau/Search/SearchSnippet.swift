/// Cuts from a text the part that best shows why it was found.
struct SearchSnippet {
  /// UTF-8 bytes, about two lines and a half on a telephone.
  static let length = 260
  /// What precedes the first word that is shown highlighted.
  static let lead = 60

  let highlighter: SearchHighlighter

  /// The whole text, with its matches marked. For titles.
  func whole(_ text: String) -> [SearchRun] {
    var text = text
    let matches = highlighter.matches(in: text)
    return text.withUTF8 { bytes in runs(bytes, 0..<bytes.count, matches) }
  }

  /// A part of `text` that holds as many terms of the query as possible; its beginning when it
  /// holds none. Line ends become blanks.
  func part(of text: String) -> [SearchRun] {
    var text = text
    let matches = highlighter.matches(in: text)
    return text.withUTF8 { bytes in
      let window = window(bytes, start(matches))
      var runs = runs(bytes, window, matches)
      if window.lowerBound > 0 { runs.insert(SearchRun(text: "… ", isHighlighted: false), at: 0) }
      if window.upperBound < bytes.count {
        runs.append(SearchRun(text: " …", isHighlighted: false))
      }
      return runs
    }
  }

  /// Where the window with the most terms begins: always at a match, the first of the best.
  private func start(_ matches: [SearchHighlighter.Match]) -> Int {
    var best = (start: 0, terms: 0, matches: 0)
    var end = matches.startIndex
    for (index, first) in matches.enumerated() {
      while end < matches.endIndex,
        matches[end].range.upperBound <= first.range.lowerBound + Self.length - Self.lead
      { end += 1 }
      let inside = matches[index..<max(end, index + 1)]
      let terms = Set(inside.map(\.term)).count
      if (terms, inside.count) > (best.terms, best.matches) {
        best = (first.range.lowerBound, terms, inside.count)
      }
    }
    return best.start
  }

  /// From a little before `start`, cut between words where that is possible.
  private func window(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    if bytes.count <= Self.length { return 0..<bytes.count }
    var lower = max(0, min(start - Self.lead, bytes.count - Self.length))
    if lower > 0 {
      lower =
        bytes[lower..<max(lower, start)].firstIndex(where: Self.isBlank).map { $0 + 1 } ?? start
    }
    lower = scalarStart(bytes, lower)
    var upper = min(bytes.count, lower + Self.length)
    if upper < bytes.count {
      upper = bytes[(upper - 40)..<upper].lastIndex(where: Self.isBlank) ?? upper
    }
    return lower..<scalarStart(bytes, upper)
  }

  /// Line ends and other control characters are shown as blanks.
  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The beginning of the character that the byte belongs to.
  private func scalarStart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var index = index
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  private func runs(
    _ bytes: UnsafeBufferPointer<UInt8>, _ window: Range<Int>,
    _ matches: [SearchHighlighter.Match]
  ) -> [SearchRun] {
    var runs: [SearchRun] = []
    var position = window.lowerBound
    func take(until end: Int, highlighted: Bool) {
      guard position < end else { return }
      let text = String(unsafeUninitializedCapacity: end - position) { place in
        for index in position..<end {
          place[index - position] = Self.isBlank(bytes[index]) ? UInt8(ascii: " ") : bytes[index]
        }
        return end - position
      }
      runs.append(SearchRun(text: text, isHighlighted: highlighted))
      position = end
    }
    for match in matches
    where match.range.lowerBound >= position && match.range.upperBound <= window.upperBound {
      take(until: match.range.lowerBound, highlighted: false)
      take(until: match.range.upperBound, highlighted: true)
    }
    take(until: window.upperBound, highlighted: false)
    return runs
  }
}
