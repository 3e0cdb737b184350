/// The objects by which a document holds a font (ISO 32000-1 §9.7): its glyphs by their numbers, and
/// which characters they are, so that what is copied or read aloud is text.
enum FontObjects {
  /// - Parameter used: glyphs, and what they stand for.
  static func add(
    _ font: TrueTypeFont, _ plainName: String, _ used: [Int: Unicode.Scalar],
    _ objects: inout Objects
  ) -> Int {
    let glyphs = used.keys.sorted()
    let name = tag(of: glyphs) + "+" + plainName
    let file = objects.add(stream: font.subset(Set(glyphs)))
    let box = font.box.map { String(font.thousandths($0)) }.joined(separator: " ")
    let descriptor = objects.add(
      "<< /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [\(box)] /ItalicAngle 0 "
        + "/Ascent \(font.thousandths(font.ascent)) /Descent \(font.thousandths(font.descent)) "
        + "/CapHeight 729 /StemV 80 /FontFile2 \(file) 0 R >>")
    let widths = glyphs.map { "\($0) [\(font.width(ofGlyph: $0))]" }.joined(separator: " ")
    let inner = objects.add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name) /CIDSystemInfo << /Registry "
        + "(Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor \(descriptor) 0 R "
        + "/CIDToGIDMap /Identity /DW 600 /W [\(widths)] >>")
    let map = objects.add(stream: Array(characters(of: used, glyphs).utf8))
    return objects.add(
      "<< /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /Identity-H "
        + "/DescendantFonts [\(inner) 0 R] /ToUnicode \(map) 0 R >>")
  }

  /// Six capitals that tell one choice of glyphs from another (§9.6.4).
  private static func tag(of glyphs: [Int]) -> String {
    var sum: UInt64 = 14_695_981_039_346_656_037
    for glyph in glyphs { sum = (sum ^ UInt64(glyph)) &* 1_099_511_628_211 }
    var tag = ""
    for _ in 0..<6 {
      tag.unicodeScalars.append(Unicode.Scalar(UInt8(65 + sum % 26)))
      sum /= 26
    }
    return tag
  }

  private static func characters(of used: [Int: Unicode.Scalar], _ glyphs: [Int]) -> String {
    var text = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """
    // A hundred at a time (§9.10.3, by way of Adobe's rules for such maps).
    for start in stride(from: 0, to: glyphs.count, by: 100) {
      let some = glyphs[start..<min(start + 100, glyphs.count)]
      text += "\(some.count) beginbfchar\n"
      for glyph in some {
        guard let scalar = used[glyph] else { continue }
        var code: [UInt8] = []
        code.append16(glyph)
        var units: [UInt8] = []
        for unit in String(scalar).utf16 { units.append16(Int(unit)) }
        text += "\(Written.hex(code)) \(Written.hex(units))\n"
      }
      text += "endbfchar\n"
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
  }
}
