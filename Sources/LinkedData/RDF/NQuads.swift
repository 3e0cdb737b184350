/// Canonical N-Quads (RDFC-1.0 §5).
enum NQuads {
  /// One line, with its end.
  static func line(
    _ subject: String, _ predicate: String, _ object: String, _ graph: String?
  ) -> String {
    var line = "\(subject) \(predicate) \(object)"
    if let graph { line += " \(graph)" }
    return line + " .\n"
  }

  /// Writes the inside of a literal: the short escapes where there is one, `\uXXXX` for other
  /// control characters and for what XML 1.1 does not have, everything else as it is.
  static func escape(_ lexical: String, to text: inout String) {
    for scalar in lexical.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\r": text += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}"..."\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
