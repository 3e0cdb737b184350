import Media
import Testing

@Suite struct `A picture drawn anew` {
  /// EXIF's table: where the stored top left corner is to be seen.
  @Test(arguments: [(1, 0), (2, 1), (3, 2), (4, 3), (5, 0), (6, 1), (7, 2), (8, 3)])
  func `stands as its camera was held`(orientation: UInt8, corner: Int) throws {
    let sent = Sample.exif(Sample.jpeg(), orientation: orientation)
    #expect(ImageHeader(sent)?.orientation == Int(orientation))
    let picture = try Picture(of: sent)
    #expect(Sample.redCorner(of: picture.full) == corner)
    #expect((picture.width, picture.height) == (orientation > 4 ? (40, 80) : (80, 40)))
  }

  @Test func `says neither where nor with what it was taken`() throws {
    let words = "GPS 48.8566 Telephone"
    let sent = Sample.exif(Sample.jpeg(), orientation: 6, words: words)
    let picture = try Picture(of: sent + Array("hidden behind the end".utf8))
    for bytes in [picture.full, picture.thumbnail] {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["GPS", "48.8566", "Exif", "hidden"] { #expect(!text.contains(word)) }
    }
  }

  @Test func `stands in the middle of a square that is transparent around it`() throws {
    let square = try Picture.square(of: Sample.jpeg(width: 1_000, height: 250), side: 400)
    let header = try #require(ImageHeader(square))
    #expect(header.format == .png && header.width == 400 && header.height == 400)
  }

  @Test func `is no larger than a screen needs, and keeps its shape`() throws {
    let picture = try Picture(of: Sample.jpeg(width: 4_000, height: 1_000))
    #expect((picture.width, picture.height) == (1_600, 400))
    #expect(ImageHeader(picture.thumbnail)?.width == 720)
    #expect(ImageHeader(picture.thumbnail)?.height == 180)
  }

  @Test(arguments: [
    (Sample.jpeg(), "image/jpeg"), (Sample.png(), "image/png"), (Sample.gif(), "image/png"),
    (Sample.webp(), "image/jpeg"),
  ])
  func `is of one of two kinds, whatever was sent`(bytes: [UInt8], type: String) throws {
    let picture = try Picture(of: bytes)
    #expect(picture.type == type)
    #expect((picture.width, picture.height) == (80, 40))
  }
}

@Suite struct `A file that cannot be drawn` {
  @Test(arguments: [Sample.jpeg(), Sample.png(), Sample.gif(), Sample.webp()])
  func `was cut anywhere`(bytes: [UInt8]) {
    for end in stride(from: 4, to: bytes.count - 12, by: 7) {
      #expect(throws: Picture.Problem.self, "\(end) of \(bytes.count)") {
        try Picture(of: Array(bytes.prefix(end)))
      }
    }
  }

  @Test(arguments: [Sample.jpeg(), Sample.png(), Sample.gif(), Sample.webp()])
  func `was changed anywhere, and harms nobody`(bytes: [UInt8]) {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<4 {
        damaged[Int.random(in: 2..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      _ = try? Picture(of: damaged)
    }
  }

  @Test func `claims more pixels than are taken, in its head or in a frame`() {
    var gif = Sample.gif()
    let frame = gif.firstIndex(of: 0x2C) ?? 0
    for place in [5, 6, 7, 8] { gif[frame + place] = 0xFF }
    #expect(throws: Picture.Problem.tooManyPixels) { try Picture(of: gif) }
    var jpeg = Sample.jpeg()
    let start = jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 } ?? 0
    for place in 5...8 { jpeg[start + place] = 0xFF }
    #expect(throws: Picture.Problem.tooManyPixels) { try Picture(of: jpeg) }
  }

  @Test func `unfolds from few bytes into many pixels`() {
    let small = Sample.png(width: 4_000, height: 4_000)
    #expect(small.count < 60_000)
    #expect(throws: Picture.Problem.tooManyPixels) { try Picture(of: small) }
  }

  @Test func `walks through the picture thousands of times`() {
    let jpeg = Sample.jpeg()
    let scan = [UInt8](arrayLiteral: 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0)
    let scans = [UInt8](repeatElement(scan, count: 2_000).joined())
    let many = [UInt8](jpeg.prefix(jpeg.count - 2)) + scans + [0xFF, 0xD9]
    #expect(throws: Picture.Problem.damaged) { try Picture(of: many) }
  }
}
