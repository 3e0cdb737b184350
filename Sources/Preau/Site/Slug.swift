/// The words of an address.
enum Slug {
  private static let longest = 80

  /// `text` in lower-case ASCII letters, digits and hyphens, cut at a word's end.
  ///
  /// - Returns: `sans-titre` when nothing is left.
  static func make(from text: String) -> String {
    var words: [String] = []
    var word = ""
    var length = 0
    for scalar in text.unicodeScalars.prefix(1_000) {
      let folded = fold(scalar)
      if folded.isEmpty {
        if !isJoined(scalar) { close(&word, &words, &length) }
      } else {
        word += folded
      }
      if length > longest { break }
    }
    close(&word, &words, &length)
    return words.isEmpty ? "sans-titre" : words.joined(separator: "-")
  }

  private static func close(_ word: inout String, _ words: inout [String], _ length: inout Int) {
    defer { word = "" }
    if word.isEmpty { return }
    if words.isEmpty, word.count > longest { word = String(word.prefix(longest)) }
    length += word.count + (words.isEmpty ? 0 : 1)
    if length <= longest { words.append(word) }
  }

  /// Combining marks belong to the letter before them.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "A"..."Z": String(scalar).lowercased()
    case "œ", "Œ": "oe"
    case "æ", "Æ": "ae"
    case "ß": "ss"
    case "ø", "Ø": "o"
    case "ł", "Ł": "l"
    case "đ", "Đ": "d"
    default: base(of: scalar)
    }
  }

  /// The ASCII letter under a letter's accents; nothing for what is not such a letter.
  private static func base(of scalar: Unicode.Scalar) -> String {
    guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value) else {
      return ""
    }
    let lower = String(scalar).lowercased()
    for letter in "aceinouydgklrstzhjw" {
      for mark in Self.marks where "\(letter)\(mark)" == lower { return String(letter) }
    }
    return ""
  }

  /// Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, ring, double acute, caron,
  /// cedilla, ogonek, comma below, dot below.
  private static let marks: [Unicode.Scalar] = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
    "\u{30A}", "\u{30B}", "\u{30C}", "\u{327}", "\u{328}", "\u{326}", "\u{323}",
  ]
}
