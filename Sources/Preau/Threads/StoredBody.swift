// The one file of the product that vouches for markup. It does so for five kinds only:
// (1) bytes read back from a column of bodies, where nothing but a `SanitizedHTML` is ever bound;
// (2) such bytes with a link taken out of them, or with a name in their text replaced;
// (3) such bytes with the boxes of task lists replaced by signs;
// (4) such bytes with whole addresses for our own, and with the words of images in their place;
// (5) such bytes cut where they are well nested: between two blocks that stand in no other, or right
//     inside one, also behind the words with which its first paragraph begins.

import Glibc
@_spi(Sanitizer) import HTML
import SQLite

extension SanitizedHTML: ColumnValue {
  /// Kept as its UTF-8.
  public func bind(to parameter: Parameter) throws { try utf8.bind(to: parameter) }

  /// Reads a column that holds a body: never use it for one that holds anything else.
  public static func read(_ column: Column) throws -> SanitizedHTML {
    SanitizedHTML(writtenBySanitizer: try [UInt8].read(column))
  }

  /// A body not rendered yet.
  static var empty: SanitizedHTML { SanitizedHTML(writtenBySanitizer: []) }

  /// The same body in which the links that mention a member are only words, without the name, and
  /// so is every other `@name`, even one that is no link, in code for instance.
  ///
  /// Mentions are written by ``Mentions`` as links to `/membres/N` around `@name`.
  func withoutMentions(_ somebody: String) -> SanitizedHTML {
    var kept: [UInt8] = []
    var place = 0
    while let link = utf8.range(of: Self.startOfMention, from: place),
      let end = utf8.range(of: Self.endOfMention, from: link.upperBound)
    {
      kept += MaskedNames.markup(utf8[place..<link.lowerBound], as: somebody)
      kept += somebody.utf8
      place = end.upperBound
    }
    if place == 0, !utf8.contains(where: MaskedNames.mayBeSign) { return self }
    return SanitizedHTML(
      writtenBySanitizer: kept + MaskedNames.markup(utf8[place...], as: somebody))
  }

  /// The same body in which the boxes of a task list are signs.
  ///
  /// Nobody can tick them, and a control without a name is read as "checkbox, unavailable": a sign is
  /// text, read as what it is (WCAG 2.2 SC 4.1.2).
  func withSignsForBoxes() -> SanitizedHTML {
    guard utf8.range(of: Self.startOfBox, from: 0) != nil else { return self }
    var kept: [UInt8] = []
    var place = 0
    while let box = utf8.range(of: Self.startOfBox, from: place) {
      kept += utf8[place..<box.lowerBound]
      let end = utf8[box.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? utf8.count - 1
      let isChecked = utf8[box.upperBound..<end].starts(with: " checked".utf8)
      kept += (isChecked ? "☑" : "☐").utf8
      place = end + 1
    }
    return SanitizedHTML(writtenBySanitizer: kept + utf8[place...])
  }

  /// The same body as it can be read in a mail: nothing is fetched when it is opened, and its links
  /// lead from there to the site.
  func forMail(base: String, page: String) -> SanitizedHTML {
    let body = withSignsForBoxes().withWordsForImages()
    return SanitizedHTML(
      writtenBySanitizer: AbsoluteLinks.markup(body, base: base, page: page))
  }

  /// The alternative of an image stands between double quotes, escaped: as text it reads the same.
  private func withWordsForImages() -> SanitizedHTML {
    var kept: [UInt8] = []
    var place = 0
    while let image = utf8.range(of: Self.startOfImage, from: place) {
      kept += utf8[place..<image.lowerBound]
      var end = image.upperBound
      var isQuoted = false
      while end < utf8.count, isQuoted || utf8[end] != UInt8(ascii: ">") {
        if utf8[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
        end += 1
      }
      let tag = Array(utf8[image.lowerBound..<end])
      if let words = tag.range(of: Self.alternative, from: 0) {
        kept += tag[words.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      }
      place = min(end + 1, utf8.count)
    }
    if place == 0 { return self }
    return SanitizedHTML(writtenBySanitizer: kept + utf8[place...])
  }

  /// Whether it holds names that depend on the post: footnotes and their links.
  var hasScopedNames: Bool { utf8.range(of: Self.startOfScope, from: 0) != nil }

  /// The blocks that stand in no other, in their order: together they are the whole body.
  var blocks: [SanitizedHTML] {
    var pieces: [SanitizedHTML] = []
    var start = 0
    var depth = 0
    func cut(_ end: Int) {
      if end > start { pieces.append(SanitizedHTML(writtenBySanitizer: Array(utf8[start..<end]))) }
      start = end
    }
    var place = 0
    // What the sanitiser writes has no `<` and no `>` but those of tags.
    while let tag = Self.tag(in: utf8, from: place) {
      let isBlock = Self.blockNames.contains(tag.name)
      if tag.isEnd {
        depth -= 1
        if depth == 0, isBlock { cut(tag.range.upperBound) }
      } else {
        if depth == 0, isBlock { cut(tag.range.lowerBound) }
        if Self.voidNames.contains(tag.name) {
          if depth == 0, isBlock { cut(tag.range.upperBound) }
        } else {
          depth += 1
        }
      }
      place = tag.range.upperBound
    }
    cut(utf8.count)
    return pieces
  }

  /// The name of the element that a block is; empty for white space or bare text.
  var blockName: String {
    guard let tag = Self.tag(in: utf8, from: 0), tag.range.lowerBound == 0, !tag.isEnd else {
      return ""
    }
    return tag.name
  }

  /// What stands inside the element that a block is.
  var inside: SanitizedHTML {
    guard let tag = Self.tag(in: utf8, from: 0), tag.range.lowerBound == 0,
      let end = utf8.lastIndex(of: UInt8(ascii: "<")), end >= tag.range.upperBound
    else { return .empty }
    return SanitizedHTML(writtenBySanitizer: Array(utf8[tag.range.upperBound..<end]))
  }

  /// The same body without `words`, when its first paragraph begins with them.
  func without(words: String) -> SanitizedHTML? {
    let body = utf8.drop { $0 == 0x0A || $0 == 0x20 }
    let start = Array("<p>".utf8)
    guard body.starts(with: start + Array(words.utf8)) else { return nil }
    let rest = body.dropFirst(start.count + words.utf8.count).drop { $0 == 0x0A || $0 == 0x20 }
    let end = Array("</p>".utf8)
    let kept = rest.starts(with: end) ? Array(rest.dropFirst(end.count)) : start + Array(rest)
    return SanitizedHTML(writtenBySanitizer: kept)
  }

  private static func tag(
    in bytes: [UInt8], from start: Int
  ) -> (name: String, isEnd: Bool, range: Range<Int>)? {
    guard start < bytes.count, let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let isEnd = open + 1 < bytes.count && bytes[open + 1] == UInt8(ascii: "/")
    let name = bytes[(open + (isEnd ? 2 : 1))..<close].prefix {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    return (String(decoding: name, as: UTF8.self), isEnd, open..<(close + 1))
  }

  private static let blockNames: Set = [
    "p", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "dl", "table", "blockquote", "div",
    "details", "figure", "hr", "section",
  ]
  private static let voidNames: Set = ["br", "wbr", "hr", "img", "input"]
  private static let startOfMention = Array("<a href=\"/membres/".utf8)
  private static let endOfMention = Array("</a>".utf8)
  private static let startOfBox = Array("<input type=\"checkbox\"".utf8)
  private static let startOfImage = Array("<img ".utf8)
  private static let alternative = Array(" alt=\"".utf8)
  private static let startOfScope = Array("user-content-".utf8)
}

extension [UInt8] {
  /// Where `other` begins next. The standard library's generic search took half of the time of a
  /// page.
  func range(of other: [UInt8], from start: Int) -> Range<Int>? {
    withUnsafeBytes { bytes in
      guard var place = bytes.baseAddress.map({ $0 + start }), let first = other.first else {
        return nil
      }
      let end = place + (count - start)
      while let found = memchr(place, Int32(first), end - place) {
        let candidate = UnsafeRawPointer(found)
        if end - candidate < other.count { return nil }
        if memcmp(candidate, other, other.count) == 0 {
          let index = count - (end - candidate)
          return index..<(index + other.count)
        }
        place = candidate + 1
      }
      return nil
    }
  }
}
