import Testing

@testable import Credentials

@Suite struct `A picture with a badge in it` {
  private let json = "{\"name\":\"Entraide ]]> é < & > \\\" '\"}"
  private let token = CompactJWS.sign(Array("{}".utf8), keyID: nil, with: School.rsa)

  @Test(arguments: BakedVersion.allCases)
  func `gives back what was baked in`(version: BakedVersion) throws {
    for picture in [Pictures.png, Array(Pictures.svg.utf8)] {
      for text in [json, token] {
        let baked = try Baking.bake(text, version, into: picture)
        let found = try Baking.unbake(baked)
        #expect(found.count == 1 && found.first?.version == version)
        let read = found.first?.text.replacing("\\u003e", with: ">")
        #expect(read == text)
      }
    }
  }

  @Test func `as PNG has one chunk, not compressed, before its pixels`() throws {
    let baked = try Baking.bake(json, .ob2, into: Pictures.png)
    let expected = Pictures.chunk(
      "iTXt", Array("openbadges".utf8) + [0, 0, 0, 0, 0] + Array(json.utf8))
    #expect(baked == Array(Pictures.png[..<33]) + expected + Pictures.png[33...])
    let again = try Baking.bake(token, .ob2, into: baked)
    #expect(try Baking.unbake(again) == [BakedText(version: .ob2, text: token)])
    let both = try Baking.bake(token, .ob3, into: baked)
    #expect(Set(try Baking.unbake(both).map(\.version)) == [.ob2, .ob3])
  }

  @Test func `as SVG changes the start of its root alone`() throws {
    let svg = Array(Pictures.svg.utf8)
    let baked = try Baking.bake(token, .ob3, into: svg)
    let text = String(decoding: baked, as: UTF8.self)
    let start = "<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" xmlns="
    #expect(text.contains(start + "\"http://www.w3.org/2000/svg\" viewBox"))
    #expect(text.contains("a &gt; b\"><openbadges:credential verify=\"\(token)\"/>\n  <circle"))
    let hosted = try Baking.bake(json, .ob2, address: "https://x.example/a?b&c", into: svg)
    let carried = String(decoding: hosted, as: UTF8.self)
    #expect(
      carried.contains("<openbadges:assertion verify=\"https://x.example/a?b&amp;c\"><![CDATA["))
    let empty = try Baking.bake(
      token, .ob2, into: Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8))
    #expect(try Baking.unbake(empty) == [BakedText(version: .ob2, text: token)])
  }

  @Test func `as SVG is well-formed whatever letters it holds`() throws {
    let odd = "{\"name\":\"a\u{FFFE}b\u{FFFF}c\u{1F600} ]]]> é\"}"
    let baked = try Baking.bake(
      odd, .ob2, address: "https://x.example/\u{FFFE}1", into: Array(Pictures.svg.utf8))
    let text = try #require(try Baking.unbake(baked).first?.text)
    let escaped = [("\u{FFFE}", "\\ufffe"), ("\u{FFFF}", "\\uffff"), ("]>", "]\\u003e")]
    #expect(text == escaped.reduce(odd) { $0.replacing($1.0, with: $1.1) })
  }

  @Test func `of the first years is read, too`() throws {
    let address = "https://x.example/assertions/1"
    let old = Pictures.png(with: Pictures.chunk("tEXt", Array("openbadges\0\(address)".utf8)))
    #expect(try Baking.unbake(old) == [BakedText(version: .ob2, text: address)])
    let packed = Pictures.chunk(
      "iTXt",
      Array("openbadgecredential".utf8) + [0, 1, 0] + Array("fr\0mot\0".utf8)
        + Pictures.deflated(Array(json.utf8)))
    #expect(try Baking.unbake(Pictures.png(with: packed)).first?.text == json)
  }

  @Test func `is refused when a PNG is cut, changed or carries two`() {
    let chunk = Pictures.chunk("iTXt", Array("openbadges\0\0\0\0\0".utf8) + Array(json.utf8))
    let whole = Pictures.png(with: chunk)
    for length in 8..<whole.count {
      #expect(throws: BakingProblem.self, "\(length)") {
        try Baking.unbake(Array(whole[..<length]))
      }
    }
    for place in 8..<whole.count {
      var changed = whole
      changed[place] ^= 1
      #expect(throws: BakingProblem.self, "\(place)") { try Baking.unbake(changed) }
    }
    #expect(throws: BakingProblem.bakedTwice) {
      try Baking.unbake(Pictures.png(with: chunk, chunk))
    }
    #expect(throws: BakingProblem.nothingBaked) { try Baking.unbake(Pictures.png) }
    #expect(throws: BakingProblem.formatUnknown) { try Baking.unbake([0xFF, 0xD8, 0xFF, 0xE0]) }
  }

  @Test func `is refused when it would fill the memory`() {
    // 16 MiB of zeros in 16 KiB.
    let packed = Pictures.deflated([UInt8](repeating: 0, count: 16 << 20))
    let bomb = Pictures.chunk("iTXt", Array("openbadges".utf8) + [0, 1, 0, 0, 0] + packed)
    #expect(throws: BakingProblem.textTooLong) { try Baking.unbake(Pictures.png(with: bomb)) }
    // A length that would go past the end of any memory.
    let endless =
      Pictures.signature + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IHDR".utf8) + [0, 0, 0, 0]
    #expect(throws: BakingProblem.cut) { try Baking.unbake(endless) }
    // As many pixels as a PNG can announce: none is decoded.
    let header = Pictures.chunk("IHDR", [0x7F, 255, 255, 255, 0x7F, 255, 255, 255, 8, 6, 0, 0, 0])
    let wide = Pictures.signature + header + Pictures.chunk("IEND", [])
    #expect(throws: BakingProblem.nothingBaked) { try Baking.unbake(wide) }
  }

  private static let name = "xmlns:o=\"http://openbadges.org\""
  private static let root = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(name)>"

  @Test(arguments: [
    ("<script>alert(1)</script>", BakingProblem.active),
    ("<g onload=\"alert(1)\"/>", .active),
    ("<a href=\" java\tscript:alert(1)\"/>", .active),
    ("<image xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"data:text/html,x\"/>", .active),
    ("<foreignObject/>", .active), ("<g>&more;</g>", .entity), ("<g>", .damaged),
    ("<o:assertion verify=\"a\"/><o:assertion verify=\"b\"/>", .bakedTwice),
    ("<g><o:assertion verify=\"a\"/></g>", .damaged), ("<o:assertion/>", .damaged),
    ("<g/>", .nothingBaked),
  ])
  func `is refused when an SVG acts, counts on entities or is unclear`(
    inside: String, problem: BakingProblem
  ) {
    let svg = Array("\(Self.root)\(inside)</svg>".utf8)
    #expect(throws: problem) { try Baking.unbake(svg) }
    if problem != .nothingBaked {
      #expect(throws: BakingProblem.self) { try Baking.bake(token, .ob3, into: svg) }
    }
  }

  @Test func `is refused with a document type, another root or another encoding`() {
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>\(Self.root)<g>&a;</g></svg>"
    #expect(throws: BakingProblem.entity) { try Baking.unbake(Array(entities.utf8)) }
    let declared = "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>\(Self.root)</svg>"
    #expect(throws: BakingProblem.entity) {
      try Baking.bake(token, .ob2, into: Array(declared.utf8))
    }
    #expect(throws: BakingProblem.formatUnknown) {
      try Baking.unbake(Array("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>".utf8))
    }
    let latin = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\(Self.root)</svg>"
    #expect(throws: BakingProblem.encodingUnknown) {
      try Baking.bake(token, .ob2, into: Array(latin.utf8))
    }
  }
}
