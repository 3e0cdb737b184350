import Credentials
import HTTP
import Media
import Testing

@testable import Preau

@Suite struct `The picture of a badge` {
  private let drawn = BadgeDrawing().png

  @Test func `is made a square PNG, whatever was sent`() throws {
    let png = try BadgeUpload.png(of: drawn)
    let header = try #require(ImageHeader(png))
    #expect(header.format == .png && header.width == 512 && header.height == 512)
    #expect(png.count <= BadgeUpload.longestPNG)
  }

  @Test(arguments: [
    ("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", BadgeUpload.Problem.svg),
    ("bonjour", .unknownType), ("\u{89}PNG", .unknownType),
  ])
  func `is refused when it is none that we draw anew`(
    text: String, problem: BadgeUpload.Problem
  ) {
    #expect(throws: problem) { try BadgeUpload.png(of: Array(text.utf8)) }
  }

  @Test func `carries a badge as a PNG, and as an SVG around it`() throws {
    let svg = BadgeUpload.svg(of: try BadgeUpload.png(of: drawn), title: "A & <b>")
    #expect(svg.contains("<title>A &amp; &lt;b&gt;</title>"))
    let text = "{\"id\":\"urn:uuid:1\"}"
    for picture in [Array(svg.utf8), drawn] {
      let baked = try Baking.bake(text, .ob3, into: picture)
      #expect(try Baking.unbake(baked).map(\.text) == [text])
    }
  }
}
