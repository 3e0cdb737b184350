/// Reads the HTML that our pages are written in: every tag closed except the void ones, every
/// attribute quoted. Anything else is reported, and read on as well as can be.
struct MarkupReader {
  private let bytes: [UInt8]
  private var at = 0
  private var problems: [String] = []
  private var open: [Unfinished] = [Unfinished(name: "#page", attributes: [:])]

  private struct Unfinished {
    let name: String
    let attributes: [String: String]
    var children: [Element.Node] = []
  }

  static func read(_ html: String) -> (root: Element, problems: [String]) {
    var reader = MarkupReader(bytes: Array(html.utf8))
    reader.readAll()
    let page = reader.open[0]
    let root = Element(name: page.name, attributes: [:], children: page.children)
    return (root, reader.problems)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readAll() {
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        addText(upTo: end(of: "<"))
      } else if starts(with: "<!--") {
        at += 4
        skip(past: "-->")
      } else if starts(with: "<!") {
        skip(past: ">")
      } else if starts(with: "</") {
        readEndTag()
      } else if at + 1 < bytes.count, bytes[at + 1].isLetter {
        readStartTag()
      } else {
        report("a bare <")
        at += 1
      }
    }
    while open.count > 1 {
      report("<\(open[open.count - 1].name)> never closed")
      closeLast()
    }
  }

  // MARK: Tags

  private mutating func readStartTag() {
    at += 1
    let name = takeName()
    var attributes: [String: String] = [:]
    while true {
      skipSpaces()
      guard at < bytes.count else { return report("<\(name) never ends") }
      if bytes[at] == UInt8(ascii: ">") || starts(with: "/>") { break }
      readAttribute(of: name, into: &attributes)
    }
    let isSelfClosed = bytes[at] == UInt8(ascii: "/")
    at += isSelfClosed ? 2 : 1
    checkNesting(of: name)
    open.append(Unfinished(name: name, attributes: attributes))
    if Self.void.contains(name) { return closeLast() }
    if isSelfClosed {
      if !isForeign { report("<\(name)/> is not closed by its slash") }
      return closeLast()
    }
    if Self.rawText.contains(name) { readRaw(name, decoding: false) }
    if name == "textarea" || name == "title" { readRaw(name, decoding: true) }
  }

  private mutating func readAttribute(of tag: String, into attributes: inout [String: String]) {
    let start = at
    while at < bytes.count, !bytes[at].isSpace, !"=>/\"'<".utf8.contains(bytes[at]) { at += 1 }
    guard at > start else {
      report("in <\(tag)>, not an attribute")
      at += 1
      return
    }
    let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    if attributes[name] != nil { report("<\(tag)> has two \(name)") }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      attributes[name] = ""
      return
    }
    at += 1
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      report("in <\(tag)>, \(name) is not quoted")
      let valueStart = at
      while at < bytes.count, !bytes[at].isSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
      attributes[name] = decoded(bytes[valueStart..<at])
      return
    }
    let quote = bytes[at]
    let valueStart = at + 1
    at = valueStart
    while at < bytes.count, bytes[at] != quote { at += 1 }
    attributes[name] = decoded(bytes[valueStart..<at])
    at = min(at + 1, bytes.count)
  }

  private mutating func readEndTag() {
    at += 2
    let name = takeName()
    skip(past: ">")
    guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else {
      return report("</\(name)> closes nothing")
    }
    while open.count - 1 > place {
      report("<\(open[open.count - 1].name)> not closed before </\(name)>")
      closeLast()
    }
    closeLast()
  }

  /// What stands between `<script>` and `</script>` and the like.
  private mutating func readRaw(_ name: String, decoding: Bool) {
    let end = end(of: "</\(name)")
    var content = bytes[at..<end]
    // A line feed right after the tag is not part of a text area's value.
    if name == "textarea", content.first == UInt8(ascii: "\n") { content = content.dropFirst() }
    let text = decoding ? decoded(content) : String(decoding: content, as: UTF8.self)
    if !text.isEmpty { open[open.count - 1].children.append(.text(text)) }
    at = end
  }

  private mutating func addText(upTo end: Int) {
    open[open.count - 1].children.append(.text(decoded(bytes[at..<end])))
    at = end
  }

  private mutating func closeLast() {
    let done = open.removeLast()
    let element = Element(name: done.name, attributes: done.attributes, children: done.children)
    open[open.count - 1].children.append(.element(element))
  }

  // MARK: Nesting

  /// What browsers would close or move by themselves, so that they and we would not see one tree.
  private mutating func checkNesting(of name: String) {
    let parent = open[open.count - 1].name
    if Self.blocks.contains(name), let outer = open.last(where: { Self.phrasing.contains($0.name) })
    {
      report("<\(name)> inside <\(outer.name)>")
    }
    if let parents = Self.parents[name], !parents.contains(parent) {
      report("<\(name)> inside <\(parent)>")
    }
    if parent == "ul" || parent == "ol", name != "li" { report("<\(name)> inside <\(parent)>") }
    let outer = open.last { Self.interactive.contains($0.name) }
    if let outer, Self.interactive.contains(name) || Self.controls.contains(name) {
      if outer.name != "label" || name == "label" { report("<\(name)> inside <\(outer.name)>") }
    }
    if name == "form", open.contains(where: { $0.name == "form" }) {
      report("<form> inside <form>")
    }
  }

  private var isForeign: Bool { open.contains { $0.name == "svg" || $0.name == "math" } }

  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  private static let rawText: Set = ["script", "style"]
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav",
    "ol", "p", "pre", "section", "table", "ul",
  ]
  /// These hold words, not blocks (`a` may hold either).
  private static let phrasing: Set = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "strong", "em", "button", "label", "pre",
    "code",
  ]
  private static let interactive: Set = ["a", "button", "label"]
  private static let controls: Set = ["input", "select", "textarea"]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol", "menu"], "dt": ["dl", "div"], "dd": ["dl", "div"],
    "tr": ["thead", "tbody", "tfoot", "table"], "td": ["tr"], "th": ["tr"],
    "thead": ["table"], "tbody": ["table"], "tfoot": ["table"], "caption": ["table"],
    "option": ["select", "optgroup", "datalist"], "legend": ["fieldset"],
    "figcaption": ["figure"], "summary": ["details"], "head": ["html"], "body": ["html"],
  ]

  // MARK: Bytes

  private mutating func takeName() -> String {
    let start = at
    while at < bytes.count, bytes[at].isNamePart { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  private mutating func skipSpaces() { while at < bytes.count, bytes[at].isSpace { at += 1 } }

  private mutating func skip(past mark: String) {
    at = min(end(of: mark) + mark.utf8.count, bytes.count)
  }

  private func starts(with mark: String) -> Bool { bytes[at...].starts(with: mark.utf8) }

  /// Where `mark`, in lower case, next stands; the end of the page when nowhere.
  private func end(of mark: String) -> Int {
    let mark = Array(mark.utf8)
    var place = at
    while place + mark.count <= bytes.count {
      let isHere =
        bytes[place] == mark[0]
        && zip(bytes[place...], mark).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      if isHere { return place }
      place += 1
    }
    return bytes.count
  }

  private mutating func decoded(_ slice: ArraySlice<UInt8>) -> String {
    let (text, unknown) = Entities.decode(String(decoding: slice, as: UTF8.self))
    for name in unknown { report("&\(name) is not an entity") }
    return text
  }

  private mutating func report(_ problem: String) {
    let near = bytes[max(0, at - 60)..<min(bytes.count, at + 20)]
    let line = bytes[..<min(at, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    problems.append("\(problem) (line \(line): …\(String(decoding: near, as: UTF8.self))…)")
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  fileprivate var isSpace: Bool { self == 32 || (9...13).contains(self) && self != 11 }
  fileprivate var isNamePart: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
  }
}
