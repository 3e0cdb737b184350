// What a text is made of, for a search. The index and the queries read with the same eyes:
// (1) A word is a run of letters and figures, folded (see `Folding`).
// (2) « l’ », « qu’ », « jusqu’ » before a word are not words: « l’élève » is `eleve`.
// (3) Parts tied by hyphens or other apostrophes are one place in the text, where the whole and
//     each part can be found: « vidéo-projecteur » is `videoprojecteur`, `video`, `projecteur`.
//     One place, so that a phrase goes on behind it however the word is written.
// (4) Time is linear in the text and memory bounded, whatever it holds: words are cut at 64 bytes,
//     a compound at 8 parts.

/// Reads the words of texts, one text after the other. Its buffers are its own and of fixed size:
/// nothing is allocated while reading, which is most of the work of indexing.
struct WordReader: ~Copyable {
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
    var foldedStart: Int
    var sourceStart: Int
    var sourceEnd: Int
  }

  /// Folded bytes of the compound that is being read; its parts follow each other without a gap.
  private let folded = UnsafeMutablePointer<UInt8>.allocate(capacity: longestWord * mostParts)
  private let parts = UnsafeMutablePointer<Part>.allocate(capacity: mostParts)
  private let foldings = Folding.common
  private var foldedCount = 0
  private var partCount = 0
  private var isPartOpen = false

  deinit {
    folded.deallocate()
    parts.deallocate()
  }

  /// Gives each word of `text` to `take`, in order, a compound before its parts.
  mutating func read<E: Error>(
    _ text: UnsafeBufferPointer<UInt8>, _ take: (Word) throws(E) -> Void
  ) throws(E) {
    forget()
    var decoder = ScalarDecoder(text)
    while let scalar = decoder.next() {
      let folding = folding(of: scalar)
      switch folding.kind {
      case .nothing: continue
      case .letter:
        if !isPartOpen && partCount == Self.mostParts { try close(take) }
        append(folding.bytes, decoder)
      case .sign:
        try close(take)
        append(folding.bytes, decoder)
        try close(take)
      case .hyphen, .apostrophe:
        if isPartOpen && startsWord(decoder.peek()) {
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

  private func folding(of scalar: Unicode.Scalar) -> Folding {
    scalar.value < Folding.commonCount ? foldings[Int(scalar.value)] : Folding.of(scalar)
  }

  private func startsWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { folding(of: $0).kind == .letter } ?? false
  }

  private mutating func append(_ bytes: UInt32, _ decoder: ScalarDecoder) {
    if !isPartOpen {
      parts[partCount] = Part(
        foldedStart: foldedCount, sourceStart: decoder.start, sourceEnd: decoder.end)
      partCount += 1
      isPartOpen = true
    }
    parts[partCount - 1].sourceEnd = decoder.end
    let length = foldedCount - parts[partCount - 1].foldedStart
    guard length <= Self.longestWord - 4 else { return }
    var rest = bytes
    repeat {
      folded[foldedCount] = UInt8(truncatingIfNeeded: rest)
      foldedCount += 1
      rest >>= 8
    } while rest != 0
  }

  /// Forgets the part that has just been read when it is only an elided word.
  private mutating func dropElision(before rest: ScalarDecoder) {
    let start = parts[partCount - 1].foldedStart
    let word = UnsafeBufferPointer(start: folded + start, count: foldedCount - start)
    guard Self.isElided(word, rest) else { return }
    foldedCount = start
    partCount -= 1
  }

  private static func isElided(
    _ word: UnsafeBufferPointer<UInt8>, _ rest: ScalarDecoder
  ) -> Bool {
    switch word.count {
    case 1: elidedLetters.utf8.contains(word[0])
    // « quelqu’un » is a word of its own; « quelqu’autre » is not.
    case 6 where word.elementsEqual("quelqu".utf8): rest.peek() != "u"
    case 2...7: elidedWords.contains { $0.utf8.elementsEqual(word) }
    default: false
    }
  }

  private static let elidedLetters = "cdjlmnst"
  private static let elidedWords = [
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
  ]

  /// Ends the compound that is being read and gives it away.
  private mutating func close<E: Error>(_ take: (Word) throws(E) -> Void) throws(E) {
    guard partCount > 0 else { return }
    defer { forget() }
    let fits = foldedCount <= Self.longestWord
    if partCount > 1 && fits {
      let source = parts[0].sourceStart..<parts[partCount - 1].sourceEnd
      let whole = UnsafeBufferPointer(start: folded, count: foldedCount)
      try take(Word(folded: whole, source: source, isPart: false))
    }
    for index in 0..<partCount {
      let part = parts[index]
      let end = index + 1 < partCount ? parts[index + 1].foldedStart : foldedCount
      try take(
        Word(
          folded: UnsafeBufferPointer(
            start: folded + part.foldedStart, count: end - part.foldedStart),
          source: part.sourceStart..<part.sourceEnd,
          isPart: partCount > 1 && (fits || index > 0)))
    }
  }

  private mutating func forget() {
    foldedCount = 0
    partCount = 0
    isPartOpen = false
  }
}

/// Reads UTF-8 that should be valid; a byte that is not is read as a blank.
struct ScalarDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the last scalar is.
  private(set) var start = 0
  private(set) var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Unicode.Scalar? {
    guard end < bytes.count else { return nil }
    start = end
    let first = bytes[start]
    end = start + 1
    return first < 0x80 ? Unicode.Scalar(first) : decode(first)
  }

  /// The scalar after the last.
  func peek() -> Unicode.Scalar? {
    var after = self
    return after.next()
  }

  private mutating func decode(_ first: UInt8) -> Unicode.Scalar {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, start + length <= bytes.count else { return " " }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in start + 1..<start + length {
      guard bytes[index] & 0xC0 == 0x80 else { return " " }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return " " }
    end = start + length
    return scalar
  }
}
