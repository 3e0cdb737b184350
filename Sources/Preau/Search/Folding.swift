/// What one character is for a search: a letter (or figure) without case and accent, or a mark
/// between words.
struct Folding: Equatable {
  enum Kind: UInt8 {
    /// A blank, a full stop, an emoji: it ends a word.
    case separator
    /// A combining accent, a soft hyphen, a zero-width joiner: as if it were not there.
    case nothing
    case letter
    /// A sign that is a word by itself, since its script puts no blanks between words.
    case sign
    case apostrophe
    case hyphen
  }

  let kind: Kind
  /// UTF-8 of what a letter becomes, the first byte lowest: « É » is `e`, « œ » is `oe`.
  let bytes: UInt32

  init(_ kind: Kind, _ bytes: UInt32 = 0) {
    self.kind = kind
    self.bytes = bytes
  }

  /// For tables: `text` is at most four bytes long.
  private init(letter text: String.UTF8View) {
    self.init(.letter, text.reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  static func of(_ scalar: Unicode.Scalar) -> Folding {
    if scalar.value < commonCount { return common[Int(scalar.value)] }
    return rare[scalar.value] ?? derived(scalar)
  }

  /// Latin, up to U+024F: nearly all that is written here.
  static let commonCount: UInt32 = 0x250

  /// Made once and kept for ever: a bare pointer, since it is read for every letter.
  nonisolated(unsafe) static let common: UnsafePointer<Folding> = {
    let table = UnsafeMutablePointer<Folding>.allocate(capacity: Int(commonCount))
    for value in 0..<commonCount {
      let folding = Unicode.Scalar(value).map { listed[value] ?? derived($0) }
      (table + Int(value)).initialize(to: folding ?? Folding(.separator))
    }
    return UnsafePointer(table)
  }()

  private static let rare = listed.filter { $0.key >= commonCount }

  private static let listed: [UInt32: Folding] = {
    var all: [UInt32: Folding] = [:]
    for scalar in "'\u{60}\u{B4}\u{2BC}\u{2018}\u{2019}\u{201B}\u{2032}\u{FF07}".unicodeScalars {
      all[scalar.value] = Folding(.apostrophe)
    }
    for scalar in "-\u{2010}\u{2011}\u{2212}\u{FF0D}".unicodeScalars {
      all[scalar.value] = Folding(.hyphen)
    }
    for (plain, written) in foldedLetters {
      for scalar in written.unicodeScalars { all[scalar.value] = Folding(letter: plain.utf8) }
    }
    return all
  }()

  /// From the properties that Unicode gives to the character.
  private static func derived(_ scalar: Unicode.Scalar) -> Folding {
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return of(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return Folding(.nothing)
    case .spacingMark, .decimalNumber, .letterNumber: return Folding(letter: String(scalar).utf8)
    case _ where !properties.isAlphabetic: return Folding(.separator)
    case _ where isSign(scalar): return Folding(.sign, Folding(letter: String(scalar).utf8).bytes)
    default:
      let lower = properties.lowercaseMapping.unicodeScalars.prefix(1)
      return Folding(letter: String(lower).utf8)
    }
  }

  /// Han and kana.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
  }
}
