/// `@name` in what a member writes.
enum Mentions {
  /// Enough for a post; more would be a way to call everybody.
  static let most = 10

  private typealias Text = [Unicode.Scalar]

  /// The log-in names that `source` may be calling, as they are stored, without repetition.
  static func names(in source: String) -> [String] {
    guard source.utf8.contains(UInt8(ascii: "@")) else { return [] }
    var names: [String] = []
    scan(Array(source.unicodeScalars)) { name in
      let name = LogInName.fold(name)
      if names.count < most, !names.contains(name) { names.append(name) }
      return nil
    }
    return names
  }

  /// `source` in which each known name has become a link to that member's page.
  static func linked(_ source: String, to members: [String: Member.ID]) -> String {
    if members.isEmpty { return source }
    let text = scan(Array(source.unicodeScalars)) { name in
      guard let member = members[LogInName.fold(name)] else { return nil }
      let label = name.map { $0 == "_" ? "\\_" : String($0) }.joined()
      return "[@\(label)](/membres/\(member.value))"
    }
    return String(text)
  }

  /// Walks over the names outside code, and writes what `replacement` gives for each.
  @discardableResult
  private static func scan(
    _ text: Text, replacement: (_ name: String) -> String?
  ) -> String.UnicodeScalarView {
    var written = String.UnicodeScalarView()
    var fence: Unicode.Scalar?
    var index = 0
    while index < text.count {
      let end = text[index...].firstIndex(of: "\n").map { $0 + 1 } ?? text.count
      let line = text[index..<end]
      let mark = fenceMark(line)
      let isCode = fence != nil || mark != nil || isIndented(line)
      if let mark { fence = fence == nil ? mark : (fence == mark ? nil : fence) }
      if isCode {
        written.append(contentsOf: line)
      } else {
        scanLine(line, into: &written, replacement)
      }
      index = end
    }
    return written
  }

  private static func scanLine(
    _ line: ArraySlice<Unicode.Scalar>, into written: inout String.UnicodeScalarView,
    _ replacement: (_ name: String) -> String?
  ) {
    var index = line.startIndex
    var isCode = false
    while index < line.endIndex {
      if line[index] == "`" { isCode.toggle() }
      let isCall = line[index] == "@" && !isCode && canPrecede(line[..<index])
      let name = isCall ? line[(index + 1)...].namePrefix : 0..<0
      if !name.isEmpty, let text = replacement(string(line[name])) {
        written.append(contentsOf: text.unicodeScalars)
        index = name.upperBound
      } else {
        written.append(line[index])
        index += 1
      }
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Whether an @ after `text` calls someone: `a@b` is an address, and so is a word that holds
  /// `://` or `](`; `\@` and `[@` are Markdown of their own.
  private static func canPrecede(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = text.last else { return true }
    if last.isLetterOrDigit || last == "/" || last == "\\" || last == "[" { return false }
    var next = last
    for scalar in text.reversed() {
      if scalar.properties.isWhitespace { return true }
      if scalar == ":" && next == "/" || scalar == "]" && next == "(" { return false }
      next = scalar
    }
    return true
  }

  private static func fenceMark(_ line: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    let indent = line.prefix(3).prefix { $0 == " " }.count
    let marks = line.dropFirst(indent).prefix(3)
    guard marks.count == 3, let mark = marks.first, mark == "`" || mark == "~",
      marks.allSatisfy({ $0 == mark })
    else { return nil }
    return mark
  }

  private static func isIndented(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.first == "\t" || line.prefix(4).count == 4 && line.prefix(4).allSatisfy { $0 == " " }
  }
}
