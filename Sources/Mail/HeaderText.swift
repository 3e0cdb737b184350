// Text in a header keeps two promises:
// (1) No text can end its line and begin another header: controls, line ends among them, become
//     spaces.
// (2) Every line is printable ASCII of at most 78 characters, encoded where the text is not (RFC
//     2047); an encoded word holds whole characters.

/// Any text as the value of a header.
enum HeaderText {
  /// For a subject: readable as it is where it can be.
  static func text(_ text: String) -> String {
    let text = oneLine(text)
    let isPlain =
      text.utf8.count <= longestWord && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && text.firstRange(of: "=?") == nil && text.first != " " && text.last != " "
    return isPlain ? text : encodedWords(text)
  }

  /// For the name before an address, where many signs have a meaning of their own.
  static func phrase(_ text: String) -> String {
    let text = oneLine(text)
    let isPlain =
      text.utf8.count <= longestWord && text.first != " " && text.last != " "
      && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x20 }
    return isPlain ? text : encodedWords(text)
  }

  /// Octets of an encoded word between its marks: with the name of a header and the marks, 75
  /// characters are not exceeded (RFC 2047 §2).
  private static let longestWord = 52

  private static func oneLine(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isLineEnd = scalar.value == 0x2028 || scalar.value == 0x2029
      kept.append(isControl || isLineEnd ? " " : scalar)
    }
    return String(kept)
  }

  private static func encodedWords(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let piece = String(scalar).utf8.map(encoded).joined()
      if word.utf8.count + piece.utf8.count > longestWord {
        words.append(word)
        word = ""
      }
      word += piece
    }
    words.append(word)
    return words.map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
  }

  private static func encoded(_ byte: UInt8) -> String {
    if isLetterOrDigit(byte) || "!*+-/".utf8.contains(byte) {
      return String(UnicodeScalar(byte))
    }
    return byte == 0x20 ? "_" : "=" + QuotedPrintable.hexadecimal(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
