// An independent reader of the language that the sanitiser may write. It shares no table and no
// code with it, forgives nothing, and knows nothing of libxml2: what it accepts, every HTML parser
// reads as the same tree.

/// What is wrong with an output, and where.
struct Violation: Error, CustomStringConvertible {
  let reason: String
  let offset: Int
  var description: String { "\(reason) at byte \(offset)" }
}

/// Reads one output from end to end.
struct StrictReader {
  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []

  static func check(_ bytes: [UInt8]) throws(Violation) {
    var reader = StrictReader(bytes: bytes)
    try reader.checkCharacters()
    try reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fail(_ reason: String) -> Violation { Violation(reason: reason, offset: at) }

  private func checkCharacters() throws(Violation) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw fail("invalid UTF-8") }
    for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
      if byte != 0x09, byte != 0x0A { throw Violation(reason: "control \(byte)", offset: offset) }
    }
    for (offset, byte) in bytes.enumerated() where offset + 1 < bytes.count {
      if byte == 0xC2, bytes[offset + 1] < 0xA0 {
        throw Violation(reason: "C1 control", offset: offset)
      }
      if byte == 0xEF, offset + 2 < bytes.count, bytes[offset + 1] == 0xBB,
        bytes[offset + 2] == 0xBF
      {
        throw Violation(reason: "byte order mark", offset: offset)
      }
    }
  }

  private mutating func read() throws(Violation) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"): try readTag()
      case UInt8(ascii: ">"): throw fail("bare >")
      case UInt8(ascii: "&"):
        try checkTextPlace()
        _ = try readReference()
      case 0x20, 0x09, 0x0A:
        if open.last == "pre", bytes[at] == 0x0A, bytes[at - 1] == UInt8(ascii: ">"),
          lastStart == "pre"
        {
          throw fail("newline right after <pre>")
        }
        at += 1
      default:
        try checkTextPlace()
        at += 1
      }
    }
    if !open.isEmpty { throw fail("unclosed \(open)") }
  }

  /// The last thing read, when it was a start tag.
  private var lastStart: String?

  private func checkTextPlace() throws(Violation) {
    if let parent = open.last, Self.children[parent] != nil { throw fail("text in \(parent)") }
  }

  private mutating func readReference() throws(Violation) -> UInt8 {
    let references: [(String, UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")), ("&#96;", UInt8(ascii: "`")),
    ]
    for (text, byte) in references where bytes[at...].starts(with: text.utf8) {
      at += text.utf8.count
      return byte
    }
    throw fail("bare &")
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[at...].starts(with: text.utf8) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func readName() throws(Violation) -> String {
    let start = at
    while at < bytes.count, (97...122).contains(bytes[at]) || (48...57).contains(bytes[at]) {
      at += 1
    }
    if start == at { throw fail("no name") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func readTag() throws(Violation) {
    at += 1
    if take("/") {
      let name = try readName()
      guard take(">") else { throw fail("end tag with more than a name") }
      guard open.popLast() == name else { throw fail("</\(name)> closes nothing") }
      lastStart = nil
      return
    }
    let name = try readName()
    guard Self.allowed[name] != nil else { throw fail("element \(name)") }
    let attributes = try readAttributes()
    try check(attributes, of: name)
    try checkPlace(of: name)
    if Self.void.contains(name) {
      lastStart = nil
      if open.count + 1 > 128 { throw fail("too deep") }
    } else {
      open.append(name)
      lastStart = name
      if open.count > 128 { throw fail("too deep") }
    }
  }

  private mutating func readAttributes() throws(Violation) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while !take(">") {
      guard take(" ") else { throw fail("tag") }
      let name = try readName()
      guard take("=\"") else { throw fail("unquoted attribute") }
      attributes.append((name, try readValue()))
    }
    return attributes
  }

  private mutating func readValue() throws(Violation) -> String {
    var value: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if "<>'`".utf8.contains(bytes[at]) { throw fail("unescaped character in a value") }
      if bytes[at] == UInt8(ascii: "&") {
        value.append(try readReference())
      } else {
        value.append(bytes[at])
        at += 1
      }
    }
    guard take("\"") else { throw fail("unclosed value") }
    return String(decoding: value, as: UTF8.self)
  }
}

// MARK: - Nesting

extension StrictReader {
  static let void: Set = ["br", "wbr", "hr", "img", "input"]
  static let blocks: Set = [
    "p", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "dl", "table", "blockquote", "div",
    "details", "figure", "hr", "section",
  ]
  static let phrasing: Set = [
    "p", "h2", "h3", "h4", "h5", "h6", "pre", "span", "strong", "b", "em", "i", "u", "s", "del",
    "ins", "mark", "small", "sub", "sup", "code", "kbd", "samp", "var", "q", "cite", "abbr", "dfn",
    "time", "bdi", "bdo", "a", "ruby", "rt", "rp",
  ]
  /// Elements that take nothing but these.
  static let children: [String: Set<String>] = [
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"],
    "table": ["caption", "thead", "tbody", "tfoot"], "thead": ["tr"], "tbody": ["tr"],
    "tfoot": ["tr"], "tr": ["td", "th"],
  ]
  /// Elements that stand nowhere else.
  static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "caption": ["table"], "thead": ["table"],
    "tbody": ["table"], "tfoot": ["table"], "tr": ["thead", "tbody", "tfoot"], "td": ["tr"],
    "th": ["tr"], "summary": ["details"], "figcaption": ["figure"], "rt": ["ruby"],
    "rp": ["ruby"],
  ]

  private func checkPlace(of name: String) throws(Violation) {
    let parent = open.last ?? ""
    if let only = Self.children[parent], !only.contains(name) {
      throw fail("\(name) in \(parent)")
    }
    if let places = Self.parents[name], !places.contains(parent) {
      throw fail("\(name) in \(parent)")
    }
    if Self.blocks.contains(name), Self.phrasing.contains(parent) {
      throw fail("\(name) in \(parent)")
    }
    if name == "dl", parent == "dt" { throw fail("dl in dt, which libxml2 ends") }
    if name == "a", open.contains("a") { throw fail("a in a") }
  }
}

// MARK: - Attributes

extension StrictReader {
  private static let own: [String: [String]] = [
    "ol": ["start", "reversed", "type"], "td": ["colspan", "rowspan", "align", "scope"],
    "th": ["colspan", "rowspan", "align", "scope"], "code": ["class"], "section": ["class"],
    "time": ["datetime"], "details": ["open"], "a": ["href", "rel"],
    "img": ["src", "alt", "width", "height", "loading", "decoding"],
    "input": ["type", "checked", "disabled"],
  ]
  private static let plain = [
    "br", "wbr", "hr", "p", "h2", "h3", "h4", "h5", "h6", "div", "span", "blockquote", "pre",
    "strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "kbd", "samp",
    "var", "q", "cite", "abbr", "dfn", "bdi", "bdo", "ul", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "figure", "figcaption", "summary", "ruby", "rt",
    "rp",
  ]
  static let allowed: [String: Set<String>] = {
    let everywhere: Set = ["id", "lang", "dir", "title"]
    var all = own.mapValues { everywhere.union($0) }
    for name in plain { all[name] = everywhere }
    return all
  }()

  private func check(
    _ attributes: [(name: String, value: String)], of element: String
  ) throws(Violation) {
    var seen: Set<String> = []
    for (name, value) in attributes {
      guard Self.allowed[element]?.contains(name) == true else {
        throw fail("\(name) on \(element)")
      }
      guard seen.insert(name).inserted else { throw fail("\(name) twice") }
      guard isAllowed(name, value, on: element) else {
        throw fail("\(element) \(name)=\(value.debugDescription)")
      }
    }
    let required: [String: Set<String>] = [
      "img": ["src", "alt", "loading", "decoding"], "input": ["type", "disabled"],
      "section": ["class"],
    ]
    if let needed = required[element], !needed.isSubset(of: seen) {
      throw fail("\(element) without \(needed.subtracting(seen))")
    }
  }

  private func isAllowed(_ name: String, _ value: String, on element: String) -> Bool {
    let bytes = Array(value.utf8)
    switch name {
    case "id": return begins(value, "user-content-") && isIdentifier(bytes.dropFirst(13))
    case "lang": return (1...35).contains(bytes.count) && bytes.allSatisfy(isLanguageByte)
    case "dir": return ["ltr", "rtl", "auto"].contains(value)
    case "title": return bytes.count <= 512
    case "start": return isNumber(value, 0, 999_999_999)
    case "colspan": return isNumber(value, 1, 1_000)
    case "rowspan": return isNumber(value, 0, 1_000)
    case "width", "height": return isNumber(value, 1, 4_096)
    case "reversed", "open", "checked", "disabled": return value.isEmpty
    case "type":
      return element == "input" ? value == "checkbox" : ["1", "a", "A", "i", "I"].contains(value)
    case "align": return ["left", "right", "center"].contains(value)
    case "scope": return ["row", "col", "rowgroup", "colgroup"].contains(value)
    case "class": return element == "section" ? value == "footnotes" : isCodeClass(value)
    case "datetime": return bytes.count <= 40
    case "rel": return value == "nofollow ugc noopener"
    case "href": return isLink(value)
    case "src": return isPicture(value)
    case "alt": return bytes.count <= 1_024
    case "loading": return value == "lazy"
    case "decoding": return value == "async"
    default: return false
    }
  }

  /// Bytes, not characters: a combining mark may follow.
  private func begins(_ value: String, _ prefix: String) -> Bool {
    value.utf8.starts(with: prefix.utf8)
  }

  private func isLanguageByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (48...57).contains(byte) || (97...122).contains(byte | 32)
  }

  private func isIdentifier(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count <= 96 + 70
      && bytes.allSatisfy { isLanguageByte($0) || "_.:%".utf8.contains($0) || $0 >= 0x80 }
  }

  private func isNumber(_ value: String, _ low: Int, _ high: Int) -> Bool {
    guard let number = Int(value), String(number) == value else { return false }
    return number >= low && number <= high
  }

  private func isCodeClass(_ value: String) -> Bool {
    guard value.hasPrefix("language-") else { return false }
    let language = value.utf8.dropFirst(9)
    return (1...40).contains(language.count)
      && language.allSatisfy { isLanguageByte($0) || "+#._".utf8.contains($0) }
  }

  private func isClean(_ value: String) -> Bool {
    value.utf8.count <= 4_096
      && !value.utf8.contains { $0 <= 0x20 || "\"<>\\^{|}`".utf8.contains($0) }
  }

  /// As a browser would understand it: whatever has a colon in front of `/?#` has a scheme.
  private func isLink(_ value: String) -> Bool {
    guard isClean(value) else { return false }
    if begins(value, "#") {
      return begins(value, "#user-content-") && value.utf8.count > 14
    }
    let scheme = value.utf8.prefix { !":/?#".utf8.contains($0) }
    let rest = value.utf8.dropFirst(scheme.count)
    if rest.first == UInt8(ascii: ":") {
      if scheme.elementsEqual("mailto".utf8) || scheme.elementsEqual("tel".utf8) {
        return rest.count > 1
      }
      guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) else {
        return false
      }
      guard rest.starts(with: "://".utf8), let host = rest.dropFirst(3).first else { return false }
      return !"/?#:@".utf8.contains(host)
    }
    return !value.isEmpty && !begins(value, "//")
  }

  private func isPicture(_ value: String) -> Bool {
    guard isClean(value), value.hasPrefix("/fichiers/") else { return false }
    let plain = value.lowercased().split(separator: "%2e", omittingEmptySubsequences: false)
      .joined(separator: ".")
    return !plain.contains("/../") && !plain.hasSuffix("/..") && !plain.contains("/./")
  }
}
