import Testing

@testable import PDF

#if canImport(Glibc)
  import Glibc
#endif

/// DejaVu Sans, which the tests of the whole need, too.
private func dejaVu() throws -> TrueTypeFont {
  let file = try #require(fopen("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "r"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return try #require(TrueTypeFont(bytes))
}

@Suite struct `A font in a document` {
  @Test func `knows its letters, and shows an empty box for others`() throws {
    let font = try dejaVu()
    for scalar in "aÉœçñŁőșЖΩ".unicodeScalars { #expect(font.glyph(of: scalar) > 0, "\(scalar)") }
    #expect(font.glyph(of: "漢") == 0)
    #expect(font.glyphs(of: "a\u{200B}b\u{2066}").count == 2)
    #expect(font.width(of: "mmm", size: 10) > font.width(of: "iii", size: 10))
  }

  @Test func `is cut down to what is used, and can still be read`() throws {
    let font = try dejaVu()
    let glyphs = Set("Élève".unicodeScalars.map { font.glyph(of: $0) })
    let bytes = font.subset(glyphs)
    #expect(bytes.count < font.bytes.count / 3)
    #expect(bytes.uint32(0) == 0x0001_0000)
    let count = try #require(bytes.uint16(4))
    for index in 0..<count {
      let start = try #require(bytes.uint32(12 + 16 * index + 8))
      let length = try #require(bytes.uint32(12 + 16 * index + 12))
      #expect(start % 4 == 0 && start + length <= bytes.count)
    }
  }

  @Test func `breaks lines between words, and words that are too long`() throws {
    let font = try dejaVu()
    let text = "Répond aux autres avec patience et Anticonstitutionnellement"
    let lines = font.lines(of: text, size: 12, width: 100)
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { font.width(of: $0, size: 12) <= 100 })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test(arguments: [0, 3, 11, 100, 4_000])
  func `that is damaged is none, or ends nothing`(length: Int) throws {
    let font = try dejaVu()
    if let damaged = TrueTypeFont(Array(font.bytes.prefix(length))) {
      _ = damaged.glyphs(of: "abc")
      _ = damaged.subset([1, 2, 3])
    }
  }
}

@Suite struct `A document of one page` {
  private func leaf() throws -> Leaf {
    var leaf = Leaf(title: "Un (titre) \\ 漢", language: "fr", width: 595, height: 842)
    let font = leaf.use(try dejaVu(), named: "DejaVuSans")
    leaf.block(.title) {
      $0.line("Élève", font, size: 20, x: 50, y: 100, colour: 0x9E3A26)
    }
    leaf.attach(.init(name: "b.json", type: "application/json", description: "B", bytes: [1, 2]))
    leaf.attach(.init(name: "a.txt", type: "text/plain", description: "A", bytes: []))
    return leaf
  }

  @Test func `names the place of each of its objects`() throws {
    let bytes = try leaf().bytes(date: "D:20261122100000Z")
    #expect(bytes.starts(with: Array("%PDF-1.7\n".utf8)))
    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let table = try #require(lines.firstIndex(of: "xref"))
    let count = try #require(Int(lines[table + 1].split(separator: " ")[1]))
    for number in 1..<count {
      let place = try #require(Int(lines[table + 2 + number].prefix(10)))
      let start = String(decoding: bytes[place..<place + 12], as: UTF8.self)
      #expect(start.hasPrefix("\(number) 0 obj\n"))
    }
    #expect(text.contains("/Lang <6672>") && text.contains("/Alt") == false)
  }

  @Test(arguments: [(0.0, "0"), (1.5, "1.50"), (-0.25, "-0.25"), (595.28, "595.28"), (3.999, "4")])
  func `writes numbers without exponents`(value: Double, text: String) {
    #expect(Written.number(value) == text)
  }
}
