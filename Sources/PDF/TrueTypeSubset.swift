extension TrueTypeFont {
  /// The same font with the outlines of a few glyphs: the others are empty, and all keep their
  /// numbers.
  func subset(_ wanted: Set<Int>) -> [UInt8] {
    let kept = withParts(wanted.union([0]))
    var glyf: [UInt8] = []
    var loca: [UInt8] = []
    for glyph in 0..<glyphCount {
      loca.append32(glyf.count)
      if kept.contains(glyph) { glyf += bytes[outline(glyph)] }
      while glyf.count % 4 != 0 { glyf.append(0) }
    }
    loca.append32(glyf.count)
    var parts = [("glyf", glyf), ("loca", loca), ("hmtx", metrics(of: kept))]
    for name in ["cvt ", "fpgm", "head", "hhea", "maxp", "prep"] {
      guard let place = tables[name] else { continue }
      var table = Array(bytes[place])
      if name == "head" {
        // Long places; the sum of the whole is not looked at where a font is part of a document.
        table.replaceSubrange(8..<12, with: [0, 0, 0, 0])
        table.replaceSubrange(50..<52, with: [0, 1])
      }
      parts.append((name, table))
    }
    return Self.file(of: parts.sorted { $0.0 < $1.0 })
  }

  /// Where the outline of a glyph stands; empty for one without.
  private func outline(_ glyph: Int) -> Range<Int> {
    guard let loca = tables["loca"], let glyf = tables["glyf"] else { return 0..<0 }
    let place = loca.lowerBound + glyph * (isLong ? 4 : 2)
    let start = isLong ? bytes.uint32(place) : bytes.uint16(place).map { $0 * 2 }
    let end = isLong ? bytes.uint32(place + 4) : bytes.uint16(place + 2).map { $0 * 2 }
    guard let start, let end, start < end, end <= glyf.count else { return 0..<0 }
    return glyf.lowerBound + start..<glyf.lowerBound + end
  }

  /// With the glyphs of which others are put together, such as an e and its accent.
  private func withParts(_ wanted: Set<Int>) -> Set<Int> {
    var kept: Set<Int> = []
    var waiting = Array(wanted)
    while let glyph = waiting.popLast() {
      guard glyph < glyphCount, kept.insert(glyph).inserted else { continue }
      waiting += parts(of: glyph)
    }
    return kept
  }

  private func parts(of glyph: Int) -> [Int] {
    let outline = outline(glyph)
    guard !outline.isEmpty, let contours = bytes.int16(outline.lowerBound), contours < 0 else {
      return []
    }
    var parts: [Int] = []
    var place = outline.lowerBound + 10
    while let flags = bytes.uint16(place), let part = bytes.uint16(place + 2),
      place < outline.upperBound
    {
      parts.append(part)
      place += 4 + (flags & 0x1 != 0 ? 4 : 2)
      if flags & 0x8 != 0 { place += 2 }
      if flags & 0x40 != 0 { place += 4 }
      if flags & 0x80 != 0 { place += 8 }
      if flags & 0x20 == 0 { break }
    }
    return parts
  }

  /// The widths of the glyphs that are kept; nothing for the others, which packs well.
  private func metrics(of kept: Set<Int>) -> [UInt8] {
    guard let place = tables["hmtx"] else { return [] }
    var table = Array(bytes[place])
    for glyph in 0..<metricCount - 1 where !kept.contains(glyph) {
      let start = 4 * glyph
      guard start + 4 <= table.count else { break }
      table.replaceSubrange(start..<start + 4, with: [0, 0, 0, 0])
    }
    return table
  }

  private static func file(of parts: [(name: String, table: [UInt8])]) -> [UInt8] {
    var power = 0
    while 2 << power <= parts.count { power += 1 }
    var file: [UInt8] = []
    file.append32(0x0001_0000)
    file.append16(parts.count)
    file.append16(16 << power)
    file.append16(power)
    file.append16(16 * parts.count - (16 << power))
    var start = 12 + 16 * parts.count
    for part in parts {
      file += Array(part.name.utf8)
      file.append32(sum(part.table))
      file.append32(start)
      file.append32(part.table.count)
      start += (part.table.count + 3) / 4 * 4
    }
    for part in parts {
      file += part.table
      while file.count % 4 != 0 { file.append(0) }
    }
    return file
  }

  private static func sum(_ table: [UInt8]) -> Int {
    var sum: UInt32 = 0
    for (index, byte) in table.enumerated() { sum &+= UInt32(byte) << (24 - 8 * UInt32(index % 4)) }
    return Int(sum)
  }
}
