// What is read of a font comes from a file of this machine, but a damaged one must not end the
// process: every place is looked up with its bounds, and what is not there makes no font, or no glyph.

/// A TrueType font, read as far as a PDF needs it (ISO/IEC 14496-22).
public struct TrueTypeFont: Sendable {
  let bytes: [UInt8]
  let tables: [String: Range<Int>]
  /// Of the square in which glyphs are drawn.
  let unitsPerEm: Int
  let glyphCount: Int
  let isLong: Bool
  let metricCount: Int
  let ascent: Int
  let descent: Int
  let box: [Int]
  private let map: CharacterMap

  /// - Returns: nil for anything but a font with TrueType outlines and a map of Unicode.
  public init?(_ bytes: [UInt8]) {
    guard let tables = Self.tables(of: bytes), let head = tables["head"],
      let hhea = tables["hhea"], let maxp = tables["maxp"], let cmap = tables["cmap"],
      tables["loca"] != nil, tables["glyf"] != nil, tables["hmtx"] != nil,
      let units = bytes.uint16(head.lowerBound + 18), units > 0,
      let format = bytes.uint16(head.lowerBound + 50),
      let ascent = bytes.int16(hhea.lowerBound + 4),
      let descent = bytes.int16(hhea.lowerBound + 6),
      let metrics = bytes.uint16(hhea.lowerBound + 34), metrics > 0,
      let glyphs = bytes.uint16(maxp.lowerBound + 4),
      let map = CharacterMap(bytes, cmap)
    else { return nil }
    self.bytes = bytes
    self.tables = tables
    unitsPerEm = units
    glyphCount = glyphs
    isLong = format == 1
    metricCount = metrics
    self.ascent = ascent
    self.descent = descent
    box = (0..<4).map { bytes.int16(head.lowerBound + 36 + 2 * $0) ?? 0 }
    self.map = map
  }

  private static func tables(of bytes: [UInt8]) -> [String: Range<Int>]? {
    guard bytes.uint32(0) == 0x0001_0000, let count = bytes.uint16(4) else { return nil }
    var tables: [String: Range<Int>] = [:]
    for index in 0..<count {
      let place = 12 + 16 * index
      guard let start = bytes.uint32(place + 8), let length = bytes.uint32(place + 12),
        start <= bytes.count, length <= bytes.count - start
      else { return nil }
      tables[String(decoding: bytes[place..<place + 4], as: UTF8.self)] = start..<start + length
    }
    return tables
  }

  /// The glyph of a character; 0, an empty box, for one that the font does not have.
  func glyph(of scalar: Unicode.Scalar) -> Int {
    let glyph = map.glyph(of: scalar, bytes)
    return glyph < glyphCount ? glyph : 0
  }

  /// The glyphs of a text, from left to right: one for each character. Scripts whose letters join, and
  /// those that run from right to left, are drawn letter by letter.
  func glyphs(of text: String) -> [(scalar: Unicode.Scalar, glyph: Int)] {
    text.unicodeScalars.compactMap { scalar in
      // Marks that only steer writing have no sign.
      switch scalar.value {
      case 0..<0x20, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F: nil
      default: (scalar, glyph(of: scalar))
      }
    }
  }

  /// Thousandths of the font's size.
  func width(ofGlyph glyph: Int) -> Int {
    guard let hmtx = tables["hmtx"] else { return 0 }
    let index = min(glyph, metricCount - 1)
    return thousandths(bytes.uint16(hmtx.lowerBound + 4 * index) ?? 0)
  }

  func thousandths(_ units: Int) -> Int { units * 1_000 / unitsPerEm }

  /// The width of a text, in points.
  public func width(of text: String, size: Double) -> Double {
    let thousandths = glyphs(of: text).reduce(0) { $0 + width(ofGlyph: $1.glyph) }
    return Double(thousandths) * size / 1_000
  }

  /// A text cut into lines between words; a word that is too long is cut, too.
  ///
  /// - Parameter width: in points.
  public func lines(of text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if self.width(of: longer, size: size) <= width {
          line = longer
          continue
        }
        if !line.isEmpty { lines.append(line) }
        line = ""
        for character in word {
          if !line.isEmpty, self.width(of: line + String(character), size: size) > width {
            lines.append(line)
            line = ""
          }
          line.append(character)
        }
      }
      lines.append(line)
    }
    return lines
  }
}

/// From characters to glyphs: the tables of format 4 and 12 of Unicode.
struct CharacterMap: Sendable {
  private let start: Int
  private let isWide: Bool

  init?(_ bytes: [UInt8], _ table: Range<Int>) {
    guard let count = bytes.uint16(table.lowerBound + 2) else { return nil }
    var found: (start: Int, isWide: Bool)?
    for index in 0..<count {
      let place = table.lowerBound + 4 + 8 * index
      guard let platform = bytes.uint16(place), let encoding = bytes.uint16(place + 2),
        let offset = bytes.uint32(place + 4),
        let format = bytes.uint16(table.lowerBound + offset)
      else { return nil }
      let isUnicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
      guard isUnicode, format == 12 || format == 4 else { continue }
      if found?.isWide != true { found = (table.lowerBound + offset, format == 12) }
    }
    guard let found else { return nil }
    (start, isWide) = found
  }

  func glyph(of scalar: Unicode.Scalar, _ bytes: [UInt8]) -> Int {
    let code = Int(scalar.value)
    return (isWide ? wide(code, bytes) : narrow(code, bytes)) ?? 0
  }

  /// Format 12: groups of characters that follow each other.
  private func wide(_ code: Int, _ bytes: [UInt8]) -> Int? {
    guard let count = bytes.uint32(start + 12) else { return nil }
    var (low, high) = (0, min(count, bytes.count / 12))
    while low < high {
      let middle = (low + high) / 2
      let place = start + 16 + 12 * middle
      guard let first = bytes.uint32(place), let last = bytes.uint32(place + 4),
        let glyph = bytes.uint32(place + 8)
      else { return nil }
      if code < first {
        high = middle
      } else if code > last {
        low = middle + 1
      } else {
        return glyph + code - first
      }
    }
    return nil
  }

  /// Format 4: segments of the first 65,536 characters.
  private func narrow(_ code: Int, _ bytes: [UInt8]) -> Int? {
    guard code <= 0xFFFF, let doubled = bytes.uint16(start + 6) else { return nil }
    for index in 0..<doubled / 2 {
      let end = start + 14 + 2 * index
      guard let last = bytes.uint16(end) else { return nil }
      if last < code { continue }
      guard let first = bytes.uint16(end + doubled + 2), first <= code,
        let delta = bytes.uint16(end + 2 * doubled + 2),
        let offset = bytes.uint16(end + 3 * doubled + 2)
      else { return nil }
      if offset == 0 { return (code + delta) & 0xFFFF }
      let place = end + 3 * doubled + 2 + offset + 2 * (code - first)
      guard let glyph = bytes.uint16(place), glyph > 0 else { return nil }
      return (glyph + delta) & 0xFFFF
    }
    return nil
  }
}

extension [UInt8] {
  /// Two bytes, the greater first; nil beyond the end.
  func uint16(_ place: Int) -> Int? {
    guard place >= 0, place <= count - 2 else { return nil }
    return Int(self[place]) << 8 | Int(self[place + 1])
  }

  func int16(_ place: Int) -> Int? {
    uint16(place).map { $0 < 0x8000 ? $0 : $0 - 0x1_0000 }
  }

  func uint32(_ place: Int) -> Int? {
    guard let high = uint16(place), let low = uint16(place + 2) else { return nil }
    return high << 16 | low
  }

  mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value >> 8))
    append(UInt8(truncatingIfNeeded: value))
  }

  mutating func append32(_ value: Int) {
    append16(value >> 16)
    append16(value)
  }
}
