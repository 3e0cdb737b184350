// What a text is made of, for a search. The index and the queries read with the same eyes:
// (1) A word is a run of letters and figures, folded (see `Folding`).
// (2) « l’ », « qu’ », « jusqu’ » before a word are not words: « l’élève » is `eleve`.
// (3) Parts tied by hyphens or other apostrophes are one place in the text, where the whole and
//     each part can be found: « vidéo-projecteur » is `videoprojecteur`, `video`, `projecteur`.
//     One place, so that a phrase goes on behind it however the word is written.
// (4) Time is linear in the text and memory bounded, whatever it holds: words are cut at 64 bytes,
//     a compound at 8 parts.

/// Reads the words of texts, one text after the other.
struct WordReader {
  /// A word, or a part of one. The bytes are lent.
  struct Word {
    /// Folded UTF-8.
    let folded: UnsafeBufferPointer<UInt8>
    /// Where it is written in the text, in UTF-8 bytes.
    let source: Range<Int>
    /// It stands at the place of the word before it: it is a part of that one.
    let isPart: Bool
  }

  static let longestWord = 64
  static let mostParts = 8

  private struct Part {
    var folded: Range<Int>
    var source: Range<Int>
  }

  /// Folded bytes of the compound that is being read; its parts follow each other without a gap.
  private var folded: [UInt8] = []
  private var parts: [Part] = []
  private var isPartOpen = false

  init() {
    folded.reserveCapacity(Self.longestWord * Self.mostParts)
    parts.reserveCapacity(Self.mostParts)
  }

  /// Gives each word of `text` to `take`, in order, a compound before its parts.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ take: (Word) throws -> Void
  ) rethrows {
    forget()
    var decoder = ScalarDecoder(text)
    while let (scalar, source) = decoder.next() {
      let folding = Folding.of(scalar)
      switch folding.kind {
      case .nothing: continue
      case .letter:
        if !isPartOpen && parts.count == Self.mostParts { try close(take) }
        append(folding.bytes, source)
      case .sign:
        try close(take)
        append(folding.bytes, source)
        try close(take)
      case .hyphen, .apostrophe:
        if isPartOpen && Self.startsWord(decoder.peek()) {
          isPartOpen = false
          if folding.kind == .apostrophe { dropElision(before: decoder) }
        } else {
          try close(take)
        }
      case .separator: try close(take)
      }
    }
    try close(take)
  }

  private static func startsWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { Folding.of($0).kind == .letter } ?? false
  }

  private mutating func append(_ bytes: UInt32, _ source: Range<Int>) {
    if !isPartOpen {
      parts.append(Part(folded: folded.count..<folded.count, source: source))
      isPartOpen = true
    }
    let last = parts.count - 1
    parts[last].source = parts[last].source.lowerBound..<source.upperBound
    guard parts[last].folded.count <= Self.longestWord - 4 else { return }
    var rest = bytes
    while rest != 0 {
      folded.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    parts[last].folded = parts[last].folded.lowerBound..<folded.count
  }

  /// Forgets the part that has just been read when it is only an elided word.
  private mutating func dropElision(before rest: ScalarDecoder) {
    guard let part = parts.last, isElided(folded[part.folded], rest) else { return }
    folded.removeSubrange(part.folded)
    parts.removeLast()
  }

  private func isElided(_ word: ArraySlice<UInt8>, _ rest: ScalarDecoder) -> Bool {
    switch word.count {
    case 1: word.first.map { Self.elidedLetters.contains($0) } ?? false
    // « quelqu’un » is a word of its own; « quelqu’autre » is not.
    case 6 where word.elementsEqual("quelqu".utf8): !(rest.peek() == "u")
    case 2...7: Self.elidedWords.contains { $0.utf8.elementsEqual(word) }
    default: false
    }
  }

  private static let elidedLetters: [UInt8] = Array("cdjlmnst".utf8)
  private static let elidedWords = [
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
  ]

  /// Ends the compound that is being read and gives it away.
  private mutating func close(_ take: (Word) throws -> Void) rethrows {
    guard let first = parts.first, let last = parts.last else { return }
    defer { forget() }
    try folded.withUnsafeBufferPointer { bytes in
      let fits = last.folded.upperBound - first.folded.lowerBound <= Self.longestWord
      if parts.count > 1 && fits {
        let source = first.source.lowerBound..<last.source.upperBound
        try take(Word(folded: bytes, source: source, isPart: false))
      }
      for (index, part) in parts.enumerated() {
        try take(
          Word(
            folded: UnsafeBufferPointer(rebasing: bytes[part.folded]), source: part.source,
            isPart: parts.count > 1 && (fits || index > 0)))
      }
    }
  }

  private mutating func forget() {
    folded.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    isPartOpen = false
  }
}

/// Reads UTF-8 that should be valid; a byte that is not is read as a blank.
struct ScalarDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next scalar, and where it is.
  mutating func next() -> (Unicode.Scalar, Range<Int>)? {
    guard position < bytes.count else { return nil }
    let start = position
    let scalar = decode(at: start, &position)
    return (scalar, start..<position)
  }

  func peek() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    var after = position
    return decode(at: position, &after)
  }

  private func decode(at start: Int, _ end: inout Int) -> Unicode.Scalar {
    let first = bytes[start]
    end = start + 1
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, start + length <= bytes.count else { return " " }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[start + 1..<start + length] {
      guard byte & 0xC0 == 0x80 else { return " " }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return " " }
    end = start + length
    return scalar
  }
}
