/// A document of one page, with files attached to it.
///
/// It is tagged, so that a screen reader reads its words in the order in which they were written and
/// its pictures by what they show (ISO 32000-1 §14.8). Places are in points from the upper left corner.
public struct Leaf {
  /// What a piece of the page is to who does not see it.
  public enum Role: String, Sendable {
    case title = "H1"
    case heading = "H2"
    case paragraph = "P"
  }

  /// A font that this document uses.
  public struct Font: Sendable {
    fileprivate let index: Int
  }

  /// Something that goes with the page.
  public struct Attachment: Sendable {
    let name: String
    let type: String
    let description: String
    let bytes: [UInt8]

    public init(name: String, type: String, description: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.description = description
      self.bytes = bytes
    }
  }

  private struct Part {
    let role: String
    /// What a picture shows; nil for words.
    let alternative: String?
  }

  private struct Link {
    let address: String
    let title: String
    let box: String
  }

  private let title: String
  private let language: String
  private let width: Double
  private let height: Double
  private var content = ""
  private var parts: [Part] = []
  private var fonts: [(font: TrueTypeFont, name: String)] = []
  private var used: [[Int: Unicode.Scalar]] = []
  private var links: [Link] = []
  private var attachments: [Attachment] = []

  /// - Parameters:
  ///   - language: its tag (BCP 47).
  ///   - width: in points, of which an inch has 72.
  public init(title: String, language: String, width: Double, height: Double) {
    self.title = title
    self.language = language
    self.width = width
    self.height = height
  }

  /// - Parameter name: without white space.
  public mutating func use(_ font: TrueTypeFont, named name: String) -> Font {
    fonts.append((font, name))
    used.append([:])
    return Font(index: fonts.count - 1)
  }

  public mutating func attach(_ attachment: Attachment) { attachments.append(attachment) }

  // MARK: What stands on the page

  /// Words that are one thing to who listens: all lines drawn by `body`.
  public mutating func block(_ role: Role, _ body: (inout Leaf) -> Void) {
    begin(Part(role: role.rawValue, alternative: nil))
    body(&self)
    content += "EMC\n"
  }

  /// A picture, and what it shows.
  public mutating func figure(_ alternative: String, _ body: (inout Leaf) -> Void) {
    begin(Part(role: "Figure", alternative: alternative))
    body(&self)
    content += "EMC\n"
  }

  /// What only adorns.
  public mutating func ornament(_ body: (inout Leaf) -> Void) {
    content += "/Artifact BMC\n"
    body(&self)
    content += "EMC\n"
  }

  private mutating func begin(_ part: Part) {
    content += "/\(part.role) << /MCID \(parts.count) >> BDC\n"
    parts.append(part)
  }

  /// One line of text.
  ///
  /// - Parameter y: of the line on which the letters stand.
  public mutating func line(
    _ text: String, _ font: Font, size: Double, x: Double, y: Double, colour: UInt32
  ) {
    var codes: [UInt8] = []
    for (scalar, glyph) in fonts[font.index].font.glyphs(of: text) {
      codes.append16(glyph)
      // A space is one before it is one that does not break.
      let known = used[font.index][glyph]
      let sign = glyph == 0 ? "\u{FFFD}" : scalar
      if known.map({ sign < $0 }) ?? true { used[font.index][glyph] = sign }
    }
    let place = "\(Written.number(x)) \(Written.number(height - y))"
    content += "BT \(Written.colour(colour)) rg /F\(font.index) \(Written.number(size)) Tf "
    content += "\(place) Td \(Written.hex(codes)) Tj ET\n"
  }

  /// A shape filled with one colour.
  public mutating func fill(_ points: [(x: Double, y: Double)], colour: UInt32) {
    guard let first = points.first else { return }
    content += "\(Written.colour(colour)) rg \(place(first)) m "
    for point in points.dropFirst() { content += "\(place(point)) l " }
    content += "f\n"
  }

  private func place(_ point: (x: Double, y: Double)) -> String {
    "\(Written.number(point.x)) \(Written.number(height - point.y))"
  }

  /// Rectangles of one colour, such as the dots of a code.
  public mutating func fill(
    rectangles: [(x: Double, y: Double, width: Double, height: Double)], colour: UInt32
  ) {
    content += "\(Written.colour(colour)) rg "
    for one in rectangles {
      content += "\(place((one.x, one.y + one.height))) "
      content += "\(Written.number(one.width)) \(Written.number(one.height)) re "
    }
    content += "f\n"
  }

  /// A part of the page that leads to an address.
  public mutating func link(
    to address: String, title: String, x: Double, y: Double, width: Double, height: Double
  ) {
    let box = "[\(place((x, y + height))) \(place((x + width, y)))]"
    links.append(Link(address: address, title: title, box: box))
  }

  // MARK: The file

  /// The whole document.
  ///
  /// - Parameter date: when it was made, as `D:20261122100000Z`.
  public func bytes(date: String) -> [UInt8] {
    var objects = Objects()
    let page = objects.reserve()
    let pages = objects.reserve()
    let tree = objects.reserve()
    let stream = objects.add(stream: Array(content.utf8))
    let fontEntries = fonts.indices.map { index in
      "/F\(index) \(FontObjects.add(fonts[index].font, fonts[index].name, used[index], &objects)) 0 R"
    }.joined(separator: " ")
    let annotations = links.map { link in
      let action = "<< /S /URI /URI \(Written.plain(link.address)) >>"
      return objects.add(
        "<< /Type /Annot /Subtype /Link /Rect \(link.box) /Border [0 0 0] /F 4 "
          + "/Contents \(Written.text(link.title)) /A \(action) >>")
    }
    let names = annotations.map { "\($0) 0 R" }.joined(separator: " ")
    objects.set(
      page,
      "<< /Type /Page /Parent \(pages) 0 R /MediaBox [0 0 \(Written.number(width)) "
        + "\(Written.number(height))] /Contents \(stream) 0 R /StructParents 0 /Tabs /S "
        + "/Annots [\(names)] /Resources << /Font << \(fontEntries) >> >> >>")
    objects.set(pages, "<< /Type /Pages /Kids [\(page) 0 R] /Count 1 >>")
    structure(tree, page, &objects)
    let files = attached(date, &objects)
    let root = objects.add(
      "<< /Type /Catalog /Pages \(pages) 0 R /Lang \(Written.plain(language)) "
        + "/MarkInfo << /Marked true >> /StructTreeRoot \(tree) 0 R "
        + "/ViewerPreferences << /DisplayDocTitle true >> \(files) >>")
    let information = objects.add(
      "<< /Title \(Written.text(title)) /CreationDate \(Written.plain(date)) "
        + "/Producer \(Written.text("Préau")) >>")
    return objects.file(root: root, information: information)
  }

  private func structure(_ tree: Int, _ page: Int, _ objects: inout Objects) {
    let document = objects.reserve()
    let elements = parts.enumerated().map { index, part in
      let alternative = part.alternative.map { "/Alt \(Written.text($0)) " } ?? ""
      return objects.add(
        "<< /Type /StructElem /S /\(part.role) /P \(document) 0 R /Pg \(page) 0 R "
          + "\(alternative)/K \(index) >>")
    }
    let names = elements.map { "\($0) 0 R" }.joined(separator: " ")
    objects.set(
      document, "<< /Type /StructElem /S /Document /P \(tree) 0 R /K [\(names)] >>")
    objects.set(
      tree,
      "<< /Type /StructTreeRoot /K [\(document) 0 R] /ParentTree << /Nums [0 [\(names)]] >> "
        + "/ParentTreeNextKey 1 >>")
  }

  /// - Returns: the entries of the catalogue that lead to the attachments (§7.11.4; ISO 32000-2
  ///   §14.13 for what they are to the page).
  private func attached(_ date: String, _ objects: inout Objects) -> String {
    if attachments.isEmpty { return "" }
    // Names stand in the order of their bytes (§7.9.6).
    let sorted = attachments.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let files = sorted.map { one -> (name: String, number: Int) in
      let type = one.type.utf8.map { byte -> String in
        let isPlain = byte > 0x20 && byte < 0x7F && !"#/()<>[]{}%".utf8.contains(byte)
        return isPlain
          ? String(UnicodeScalar(byte)) : "#" + Written.hex([byte]).dropFirst().dropLast()
      }.joined()
      let stream = objects.add(
        stream: one.bytes,
        "/Type /EmbeddedFile /Subtype /\(type) /Params << /Size \(one.bytes.count) "
          + "/ModDate \(Written.plain(date)) >>")
      let number = objects.add(
        "<< /Type /Filespec /F \(Written.plain(one.name)) /UF \(Written.text(one.name)) "
          + "/Desc \(Written.text(one.description)) /AFRelationship /Data "
          + "/EF << /F \(stream) 0 R /UF \(stream) 0 R >> >>")
      return (one.name, number)
    }
    let named = files.map { "\(Written.plain($0.name)) \($0.number) 0 R" }
    return "/Names << /EmbeddedFiles << /Names [\(named.joined(separator: " "))] >> >> "
      + "/AF [\(files.map { "\($0.number) 0 R" }.joined(separator: " "))] "
      + "/PageMode /UseAttachments"
  }
}
