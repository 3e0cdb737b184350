import Media
import PDF

/// A badge on a sheet of paper that stands alone: its picture, who earned it, what it means, who gave it
/// and when, how to check it; and the badge itself, attached.
struct BadgeCertificate {
  let sheet: BadgeSheet
  /// As the learner wants to be called; empty: not at all.
  let name: String
  /// Who signs for the issuer; nil for a rule, or who is not named.
  let by: String?
  /// The page that checks it.
  let check: String
  /// Whether that page is about this badge alone.
  let isCheckedThere: Bool
  /// In JSON, and as a JWT.
  let files: [(file: BadgeFile, bytes: [UInt8])]

  /// A4, in points.
  private static let width = 595.28
  private static let height = 841.89
  private static let middle = width / 2
  private static let measure = 440.0
  private static let ink: UInt32 = 0x1C2629
  private static let soft: UInt32 = 0x505C5F

  static let fileName = "certificat.pdf"
  static let type = "application/pdf"

  func pdf(_ fonts: CertificateFonts, _ strings: Strings, at now: Instant) -> [UInt8] {
    let say = strings.certificates
    let badge = sheet.version.name
    var leaf = Leaf(
      title: name.isEmpty ? badge : strings.badges.earnedTitle(name, badge),
      language: strings.language.rawValue, width: Self.width, height: Self.height)
    let sheetOfPaper = Pen(
      title: .init(fonts.title, leaf.use(fonts.title, named: "DejaVuSerif-Bold")),
      text: .init(fonts.text, leaf.use(fonts.text, named: "DejaVuSans")))
    Self.roof(&leaf)
    var y = 118.0
    // A picture that was sent is not drawn of polygons: another emblem would be worse than none.
    if sheet.version.pictured == nil { drawing(side: 168, top: y, say, &leaf) }
    y += 168 + 46
    y = who(sheetOfPaper, y, strings, &leaf)
    y = what(sheetOfPaper, y, &leaf)
    y = words(sheetOfPaper, y, &leaf)
    facts(sheetOfPaper, y + 24, strings, &leaf)
    way(sheetOfPaper, strings, &leaf)
    for (file, bytes) in files {
      leaf.attach(
        .init(
          name: "badge.\(file.fileExtension)", type: Self.attachedType(file),
          description: strings.badges.fileName(OwnBadgeFile.alone(file)), bytes: bytes))
    }
    return leaf.bytes(date: Self.date(now))
  }

  private static func attachedType(_ file: BadgeFile) -> String {
    file == .ob3JWT ? "application/vc+jwt" : file.type
  }

  /// ISO 32000-1 §7.9.4.
  private static func date(_ now: Instant) -> String {
    let time = CalendarTime(utc: now)
    let parts = [time.month, time.day, time.hour, time.minute, time.second]
    return "D:\(time.year)" + parts.map(twoDigits).joined() + "Z"
  }

  // MARK: From top to bottom

  /// A line of tiles, as over every page of the site.
  private static func roof(_ leaf: inout Leaf) {
    leaf.ornament { leaf in
      leaf.fill(rectangles: [(0, 0, width, 16)], colour: 0x9E3A26)
      leaf.fill(
        rectangles: stride(from: 30.0, to: width, by: 33).map { ($0, 0, 3, 16) }, colour: 0x7A2616)
    }
  }

  private func drawing(
    side: Double, top: Double, _ say: CertificateStrings, _ leaf: inout Leaf
  ) {
    let scale = side / BadgeDrawing.side
    leaf.figure(say.pictureOf(sheet.version.name)) { leaf in
      for polygon in sheet.version.drawing.polygons {
        leaf.fill(
          polygon.points.map {
            (x: Self.middle - side / 2 + $0.x * scale, y: top + $0.y * scale)
          }, colour: polygon.colour)
      }
    }
  }

  private func who(
    _ pen: Pen, _ y: Double, _ strings: Strings, _ leaf: inout Leaf
  ) -> Double {
    var y = y
    leaf.block(.paragraph) { leaf in
      if name.isEmpty {
        y = pen.text.write(
          strings.certificates.hasEarned(""), size: 12, at: y, most: 1, Self.soft, &leaf)
        return
      }
      y = pen.title.write(name, size: 21, at: y, most: 2, Self.ink, &leaf)
      y = pen.text.write(
        strings.certificates.hasEarned(name), size: 12, at: y, most: 1, Self.soft, &leaf)
    }
    return y + 30
  }

  private func what(_ pen: Pen, _ y: Double, _ leaf: inout Leaf) -> Double {
    var y = y
    leaf.block(.title) {
      y = pen.title.write(sheet.version.name, size: 27, at: y, most: 3, 0x9E3A26, &$0)
    }
    leaf.block(.paragraph) {
      y = pen.text.write(
        sheet.version.description, size: 13, at: y + 2, most: 5, Self.ink, &$0)
    }
    return y
  }

  /// What was seen, in as many lines as there is room for.
  private func words(_ pen: Pen, _ y: Double, _ leaf: inout Leaf) -> Double {
    if sheet.award.narrative.isEmpty { return y }
    var y = y
    leaf.block(.paragraph) {
      y = pen.text.write(
        sheet.award.narrative, size: 11, at: y + 14, most: max(1, Int((610 - y) / 16)), Self.soft,
        &$0)
    }
    return y
  }

  private func facts(_ pen: Pen, _ y: Double, _ strings: Strings, _ leaf: inout Leaf) {
    let issuer = sheet.badge.issuer.name
    let lines = [
      strings.badges.givenBy + strings.site.colon + (by.map { "\(issuer), \($0)" } ?? issuer),
      strings.badges.givenOn + strings.site.colon + strings.dates.day(sheet.award.issued),
      strings.badges.validity + strings.site.colon
        + (sheet.award.expires.map { strings.badges.until(strings.dates.day($0)) }
          ?? strings.badges.forEver),
    ]
    var y = y
    for line in lines {
      leaf.block(.paragraph) {
        y = pen.text.write(line, size: 11, at: y, most: 2, Self.ink, &$0)
      }
    }
  }

  /// At the foot: the code, the address, and what is attached.
  private func way(_ pen: Pen, _ strings: Strings, _ leaf: inout Leaf) {
    let say = strings.certificates
    let (left, top, side) = (60.0, 690.0, 96.0)
    leaf.ornament {
      $0.fill(rectangles: [(left, top - 14, Self.width - 2 * left, 0.75)], colour: 0xDDD5C5)
    }
    if let code = QRCode(check) {
      let dot = side / Double(code.side)
      leaf.figure(say.codeTo(check)) { leaf in
        leaf.fill(
          rectangles: code.runs.map { run in
            (
              left + Double(run.column) * dot, top + Double(run.row) * dot,
              Double(run.length) * dot, dot
            )
          }, colour: 0x000000)
      }
      leaf.link(to: check, title: check, x: left, y: top, width: side, height: side)
    }
    let x = left + side + 18
    var y = top + 16
    func write(_ text: String, _ size: Double, _ colour: UInt32, _ leaf: inout Leaf) {
      leaf.block(.paragraph) { leaf in
        y = pen.text.write(
          text, size: size, at: y, from: x, width: Self.width - left - x, most: 4, colour, &leaf)
      }
    }
    write(isCheckedThere ? say.toCheck : say.toCheckAnywhere, 10, Self.ink, &leaf)
    let start = y
    write(check, 9, 0x135B86, &leaf)
    leaf.link(
      to: check, title: check, x: x, y: start - 10, width: Self.width - left - x,
      height: y - start)
    y += 4
    write(say.attached, 9, Self.soft, &leaf)
  }
}

/// A text font and a title font in one document.
private struct Pen {
  let title: Face
  let text: Face

  struct Face {
    private let font: TrueTypeFont
    private let used: Leaf.Font

    init(_ font: TrueTypeFont, _ used: Leaf.Font) {
      self.font = font
      self.used = used
    }

    /// Lines in the middle of the page.
    ///
    /// - Parameter most: lines; a mark stands for what is left out.
    /// - Returns: where the next line may stand.
    func write(
      _ text: String, size: Double, at y: Double, most: Int, _ colour: UInt32, _ leaf: inout Leaf
    ) -> Double {
      let width = 440.0
      var y = y
      for line in lines(text, size, width, most) {
        let left = 595.28 / 2 - font.width(of: line, size: size) / 2
        leaf.line(line, used, size: size, x: left, y: y, colour: colour)
        y += size * 1.45
      }
      return y
    }

    /// Lines that begin at one place.
    func write(
      _ text: String, size: Double, at y: Double, from x: Double, width: Double, most: Int,
      _ colour: UInt32, _ leaf: inout Leaf
    ) -> Double {
      var y = y
      for line in lines(text, size, width, most) {
        leaf.line(line, used, size: size, x: x, y: y, colour: colour)
        y += size * 1.45
      }
      return y
    }

    private func lines(_ text: String, _ size: Double, _ width: Double, _ most: Int) -> [String] {
      var lines = font.lines(of: text.nfc, size: size, width: width)
      if lines.count > most {
        lines = Array(lines.prefix(most))
        lines[most - 1] += " …"
      }
      return lines
    }
  }
}
