import HTTP
import Testing

@testable import Preau

@Suite struct `Months after a moment` {
  /// 2026-01-31T10:00:00Z and so on.
  private static func moment(_ text: String) -> Instant {
    let parts = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int64($0) }
    var days: Int64 = 0
    for year in 1970..<parts[0] {
      days += year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
    }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    days += lengths[..<Int(parts[1] - 1)].reduce(0, +) + parts[2] - 1
    return Instant(seconds: days * 86_400 + parts[3] * 3_600)
  }

  @Test(arguments: [
    ("2026-11-22T10", 24, "2028-11-22T10"), ("2026-01-31T10", 1, "2026-02-28T10"),
    ("2027-12-31T23", 2, "2028-02-29T23"), ("2026-03-15T00", 12, "2027-03-15T00"),
    ("2026-12-01T05", 1, "2027-01-01T05"), ("1999-12-31T01", 2, "2000-02-29T01"),
  ])
  func `keep the day, or the last of the month`(from: String, months: Int, to: String) {
    #expect(CalendarTime.months(months, after: Self.moment(from)) == Self.moment(to))
  }
}

@Suite struct `A line of a spreadsheet` {
  @Test(arguments: [
    ("lina;A aidé, souvent", ["lina", "A aidé, souvent"]), ("lina", ["lina"]),
    ("lina,\"Elle a dit \"\"oui\"\"\"", ["lina", "Elle a dit \"oui\""]),
    ("\"Roux; Camille\";x", ["Roux; Camille", "x"]), ("lina\tbien", ["lina", "bien"]),
  ])
  func `is cut where its program cuts`(line: String, cells: [String]) {
    #expect(SpreadsheetLine.cells(line) == cells)
  }
}

@Suite struct `A drawn badge` {
  @Test(arguments: BadgeDrawing.Shape.allCases, BadgeDrawing.Pictogram.allCases)
  func `is a PNG and an SVG of the same points`(
    shape: BadgeDrawing.Shape, pictogram: BadgeDrawing.Pictogram
  ) {
    let drawing = BadgeDrawing(shape: shape, colour: .sea, pictogram: pictogram)
    #expect(drawing.polygons.allSatisfy { $0.points.count > 2 })
    for polygon in drawing.polygons {
      #expect(polygon.points.allSatisfy { (0...256).contains($0.x) && (0...256).contains($0.y) })
    }
    let svg = drawing.svg(title: "A & <b>")
    #expect(svg.contains("<title>A &amp; &lt;b&gt;</title>"))
    #expect(svg.split(separator: "<polygon ").count == drawing.polygons.count + 1)
  }

  @Test func `is small as a picture`() {
    let png = BadgeDrawing().png
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect((1_000..<60_000).contains(png.count))
  }
}

@Suite struct `The name of a version of a badge` {
  @Test(arguments: ["1-1-1", "12-3-4", "1-2-3-essai"]) func `is read as it is written`(text: String)
  {
    #expect(BadgeClassPart(segment: text)?.text == text)
  }

  @Test(arguments: [
    "", "1", "1-1", "1-0-1", "+1-1-1", "1-01-1", "1-1-1-1", "1-1-1-", "a-1-1", "1-1-x",
  ])
  func `has one spelling`(text: String) {
    #expect(BadgeClassPart(segment: text) == nil)
  }
}

@Suite struct `Evidence of who asks for a badge` {
  @Test(arguments: [
    "https://a.example/x?y=1#z", "http://a.example", "/fils/1-titre", "https://é.example/ü",
    "https://[::1]/", "https://a.example/%20",
  ])
  func `is at an address`(line: String) { #expect(BadgeRequestDraft.isAddress(line)) }

  @Test(arguments: [
    "https://a.example/<b>", "https://a.example/{x}", "https://a.example/a|b", "https://x/%zz",
    "https://x/#a#b", "https://[::1", "https://", "http://?", "/fils/1?q=<x>", "//a.example",
    "https://a.example/^", "https://a.example/`", "https://a.example/\"", "https://a\\b",
    "ftp://a.example/", "a b",
  ])
  func `is nothing that no document can name`(line: String) {
    #expect(!BadgeRequestDraft.isAddress(line))
  }
}

@Suite struct `A picture that somebody has verified` {
  private static func head(_ width: [UInt8], _ height: [UInt8]) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + width
      + height + [16, 6, 0, 0, 0]
  }

  @Test func `is neither decoded when it is large, nor shown as what it is not`() {
    // 6000 × 6016, and one that is cut.
    #expect(ShownPicture.embedded(Self.head([0, 0, 0x17, 0x70], [0, 0, 0x17, 0x80])) == nil)
    #expect(ShownPicture.embedded(Self.head([0, 0, 0, 8], [0, 0, 0, 8])) == nil)
    guard case .embedded(let data)? = ShownPicture.embedded(BadgeDrawing().png) else {
      Issue.record("not shown")
      return
    }
    #expect(data.hasPrefix("data:image/png;base64,"))
  }
}

@Suite struct `What a page says of where its reader comes from` {
  @Test func `is said once, and the stricter`() {
    var response = Response(type: "text/html", body: [])
    func policies() -> [String] {
      (response.headers + SecurityHeaders.all(beside: response))
        .filter { $0.name == "Referrer-Policy" }.map(\.value)
    }
    #expect(policies() == ["same-origin"])
    response["Referrer-Policy"] = "no-referrer"
    #expect(policies() == ["no-referrer"])
    #expect(SecurityHeaders.all(beside: response).contains { $0.name == "Content-Security-Policy" })
  }
}
