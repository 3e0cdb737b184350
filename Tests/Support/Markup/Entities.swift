/// Character references of HTML: all numbers, and the names that a page in French may use.
enum Entities {
  /// The text, and the references that are none (a bare `&` included).
  static func decode(_ text: String) -> (text: String, unknown: [String]) {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return (text, []) }
    var result = ""
    var unknown: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let after = rest[rest.index(after: start)...]
      if let end = after.prefix(12).firstIndex(of: ";"), let found = character(after[..<end]) {
        result += found
        rest = after[after.index(after: end)...]
      } else {
        unknown.append(String(after.prefix(8)))
        result += "&"
        rest = after
      }
    }
    return (result + rest, unknown)
  }

  private static func character(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return names[String(name)] }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "laquo": "«", "raquo": "»", "hellip": "…", "mdash": "—", "ndash": "–", "rsquo": "’",
    "lsquo": "‘", "ldquo": "“", "rdquo": "”", "times": "×", "copy": "©", "eacute": "é",
    "egrave": "è", "agrave": "à", "ccedil": "ç", "oelig": "œ", "euro": "€", "shy": "\u{AD}",
    "middot": "·", "bull": "•", "larr": "←", "rarr": "→",
  ]
}
