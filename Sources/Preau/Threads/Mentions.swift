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

  /// `source` in which each name after an @ outside code has become what `replacement` gives for it,
  /// even where it would not be a link: after a bracket, in an address, in an indented line.
  ///
  /// In code an @ is mostly something else: `@Override`, `@media`.
  static func replaced(
    in source: String, _ replacement: (_ name: String) -> String?
  ) -> String {
    String(scan(Array(source.unicodeScalars), onlyLinks: false, replacement: replacement))
  }

  /// Walks over the names outside code, and writes what `replacement` gives for each.
  ///
  /// - Parameter onlyLinks: passes over those that cannot become links.
  @discardableResult
  private static func scan(
    _ text: Text, onlyLinks: Bool = true, replacement: (_ name: String) -> String?
  ) -> String.UnicodeScalarView {
    var written = String.UnicodeScalarView()
    var fence: Unicode.Scalar?
    var index = 0
    while index < text.count {
      let end = text[index...].firstIndex(of: "\n").map { $0 + 1 } ?? text.count
      let line = text[index..<end]
      let mark = fenceMark(line)
      let isCode = fence != nil || mark != nil || onlyLinks && isIndented(line)
      if let mark { fence = fence == nil ? mark : (fence == mark ? nil : fence) }
      if isCode {
        written.append(contentsOf: line)
      } else {
        scanLine(line, onlyLinks, into: &written, replacement)
      }
      index = end
    }
    return written
  }

  private static func scanLine(
    _ line: ArraySlice<Unicode.Scalar>, _ onlyLinks: Bool,
    into written: inout String.UnicodeScalarView, _ replacement: (_ name: String) -> String?
  ) {
    var index = line.startIndex
    var isCode = false
    var before = Before()
    while index < line.endIndex {
      if line[index] == "`" { isCode.toggle() }
      let isCall =
        line[index] == "@" && !isCode
        && (onlyLinks ? before.allowsLink : before.last?.isLetterOrDigit != true)
      let name = isCall ? line[(index + 1)...].namePrefix : 0..<0
      if !name.isEmpty, let text = replacement(string(line[name])) {
        written.append(contentsOf: text.unicodeScalars)
        index = name.upperBound
        before.pass(line[index - 1])
      } else {
        written.append(line[index])
        before.pass(line[index])
        index += 1
      }
    }
  }

  /// What stands before a place in a line: kept on the way, since looking back from each @ would take
  /// the square of the time.
  private struct Before {
    private(set) var last: Unicode.Scalar?
    /// Whether the word so far holds `://` or `](`.
    private var isAddress = false

    /// Whether an @ here calls someone: `a@b` is an address; `\@` and `[@` are Markdown of their own.
    var allowsLink: Bool {
      guard let last else { return true }
      return !isAddress && !last.isLetterOrDigit && last != "/" && last != "\\" && last != "["
    }

    mutating func pass(_ scalar: Unicode.Scalar) {
      if scalar.properties.isWhitespace {
        isAddress = false
      } else if last == ":" && scalar == "/" || last == "]" && scalar == "(" {
        isAddress = true
      }
      last = scalar
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
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
