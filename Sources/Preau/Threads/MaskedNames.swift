/// Log-in names in what visitors read: whoever is called with an @ becomes somebody.
///
/// Whether a name is a member's is not asked: that would tell who is one.
enum MaskedNames {
  /// `text` in which `somebody` stands for each `@name`. An address such as `a@b` stays.
  static func text(_ text: String, as somebody: String) -> String {
    guard text.utf8.contains(where: mayBeSign) else { return text }
    return masked(Array(text.unicodeScalars), isMarkup: false, as: somebody)
  }

  /// The same for sanitised markup, whose addresses stay as they are.
  static func markup(_ markup: ArraySlice<UInt8>, as somebody: String) -> [UInt8] {
    guard markup.contains(where: mayBeSign) else { return Array(markup) }
    let source = Array(String(decoding: markup, as: UTF8.self).unicodeScalars)
    return Array(masked(source, isMarkup: true, as: somebody).utf8)
  }

  /// Whether a byte is an `@`, or may be the first one of those that look like it.
  static func mayBeSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "@") || byte == 0xEF }

  private static func masked(
    _ source: [Unicode.Scalar], isMarkup: Bool, as somebody: String
  ) -> String {
    var kept = String.UnicodeScalarView()
    var place = 0
    var afterName = 0
    while place < source.count {
      if isMarkup, source[place] == "<" {
        let end = endOfTag(source, from: place)
        kept.append(contentsOf: tag(source[place..<end], as: somebody).unicodeScalars)
        place = end
      } else if source[place].isSign,
        place == afterName || !source[place - 1].isLetterOrDigit,
        let called = name(source, after: place, isMarkup, as: somebody)
      {
        kept.append(contentsOf: somebody.unicodeScalars)
        kept.append(contentsOf: called.marks)
        place = called.end
        afterName = place
      } else {
        kept.append(source[place])
        place += 1
      }
    }
    return String(kept)
  }

  /// Where the name that an @ calls has ended, even through marks of emphasis (`@**na**me`) and
  /// characters without a sign of their own, and the marks that stood in it.
  private static func name(
    _ source: [Unicode.Scalar], after sign: Int, _ isMarkup: Bool, as somebody: String
  ) -> (end: Int, marks: [Unicode.Scalar])? {
    var found: (end: Int, marks: [Unicode.Scalar])?
    var marks: [Unicode.Scalar] = []
    var length = 0
    var place = sign + 1
    while place < source.count, length < ArraySlice<Unicode.Scalar>.longestName {
      let scalar = source[place]
      if isMarkup, scalar == "<", isInline(source, tag: place) {
        let end = endOfTag(source, from: place)
        marks += tag(source[place..<end], as: somebody).unicodeScalars
        place = end
      } else if scalar.isInName {
        length += 1
        place += 1
        // A mark that closes a sentence is not part of it.
        if scalar != ".", scalar != "-" { found = (place, marks) }
      } else if scalar.hasNoSign {
        place += 1
      } else {
        break
      }
    }
    return found
  }

  private static let inlineTags: Set<String> = [
    "a", "b", "code", "del", "em", "i", "ins", "mark", "s", "span", "strong", "sub", "sup", "u",
  ]

  private static func isInline(_ source: [Unicode.Scalar], tag start: Int) -> Bool {
    var name = source[(start + 1)...]
    if name.first == "/" { name = name.dropFirst() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: name.prefix { $0.isLetterOrDigit })
    return inlineTags.contains(String(text))
  }

  /// A tag whose title and alternative, which are read too, name nobody.
  private static func tag(_ tag: ArraySlice<Unicode.Scalar>, as somebody: String) -> String {
    var kept = String.UnicodeScalarView()
    guard tag.contains(where: \.isSign) else {
      kept.append(contentsOf: tag)
      return String(kept)
    }
    // Sanitised: every value stands between quotes, and holds none.
    let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { kept.append("\"") }
      let isRead = index % 2 == 1 && isReadable(pieces[index - 1])
      if isRead {
        kept.append(
          contentsOf: masked(Array(piece), isMarkup: false, as: somebody).unicodeScalars)
      } else {
        kept.append(contentsOf: piece)
      }
    }
    return String(kept)
  }

  private static func isReadable(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.suffix(7).elementsEqual(" title=".unicodeScalars)
      || name.suffix(5).elementsEqual(" alt=".unicodeScalars)
  }

  /// Where the tag that begins at `start` has ended; a `>` between quotes does not end it.
  private static func endOfTag(_ source: [Unicode.Scalar], from start: Int) -> Int {
    var isQuoted = false
    var place = start
    while place < source.count {
      if source[place] == "\"" { isQuoted.toggle() }
      place += 1
      if source[place - 1] == ">", !isQuoted { break }
    }
    return place
  }
}

extension Visit {
  /// A title as this reader sees it: outside log-in, it gives no name away.
  func title(_ title: String) -> String {
    viewer.isLoggedIn ? title : MaskedNames.text(title, as: "@" + say.threads.someone)
  }
}

extension Thread {
  /// The words of a title in the address of its thread, which everybody sees: without names.
  static func slug(of title: String) -> String {
    Slug.make(from: MaskedNames.text(title, as: ""))
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Letters, digits and `. - _` at the start, without a mark that closes a sentence.
  var namePrefix: Range<Int> {
    var end = startIndex
    while end < endIndex, end - startIndex < Self.longestName, self[end].isInName { end += 1 }
    while end > startIndex, self[end - 1] == "." || self[end - 1] == "-" { end -= 1 }
    return startIndex..<end
  }

  /// Each letter may have an accent of its own.
  fileprivate static var longestName: Int { 2 * LogInName.lengths.upperBound }
}

extension Unicode.Scalar {
  /// Letters, digits and their accents, in any alphabet.
  var isLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case ..<0x80: return false
    default: break
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter,
      .decimalNumber, .nonspacingMark:
      return true
    default: return false
    }
  }

  fileprivate var isInName: Bool {
    isLetterOrDigit || self == "." || self == "-" || self == "_"
  }

  /// An `@`, or what looks like one to a reader (UAX #15: their compatibility form is `@`).
  fileprivate var isSign: Bool { self == "@" || value == 0xFF20 || value == 0xFE6B }

  /// Nothing is seen of it, such as of a soft hyphen or a space of no width.
  fileprivate var hasNoSign: Bool {
    value >= 0x80
      && (properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint)
  }
}
