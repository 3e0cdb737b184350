/// A need that nobody could meet (*besoin non couvert*), in the register of its space.
struct UnmetNeed: Sendable {
  let thread: Thread.ID
  let slug: String
  let title: String
  /// Under which référents group it; empty for none yet.
  let theme: String
  /// What they add to it.
  let note: String
  /// What the asker said when asked what became of the answer.
  let comment: String
  let asked: Instant
  /// How many others have the same question.
  let meToo: Int
  /// When it was sent to the level above.
  let sent: Instant?

  /// In characters.
  static let longestTheme = 80
  static let longestNote = 1_000
  /// On one page and in one report.
  static let most = 500
  /// How many are changed at once.
  static let mostChanged = 500
}

/// A file of comma-separated values (RFC 4180) that a spreadsheet opens without running anything.
struct CSVFile {
  /// A byte order mark, without which some spreadsheets read accents wrongly.
  private(set) var text = "\u{FEFF}"

  mutating func add(_ cells: [String]) {
    text += cells.map(Self.quoted).joined(separator: ";") + "\r\n"
  }

  /// A cell that begins like a formula is made text by an apostrophe before it (OWASP, CSV
  /// injection). What begins with a space would be trimmed to a formula by some.
  static func quoted(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    let startsFormula =
      first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
    let startsOddly = cell.first.map { $0 == "\t" || $0.isNewline } ?? false
    let safe = startsFormula || startsOddly ? "'" + cell : cell
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
