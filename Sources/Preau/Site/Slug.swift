/// The words of a title as they stand in an address, after the number that decides.
public enum Slug {
  /// In bytes, all of them ASCII.
  static let longest = 80

  /// `a-z`, `0-9` and single hyphens, cut between words; « sans-titre » when nothing is left.
  public static func make(from title: String) -> String {
    var slug: [UInt8] = []
    var isBetweenWords = false
    for scalar in title.unicodeScalars {
      guard let letters = plain(scalar) else {
        isBetweenWords = true
        continue
      }
      if letters.isEmpty { continue }
      if isBetweenWords && !slug.isEmpty { slug.append(0x2D) }
      isBetweenWords = false
      slug += letters
      // The rest of a novel would be cut all the same.
      if slug.count > 2 * longest { break }
    }
    let kept = cut(slug)
    return kept.isEmpty ? "sans-titre" : String(decoding: kept, as: UTF8.self)
  }

  private static func cut(_ slug: [UInt8]) -> ArraySlice<UInt8> {
    guard slug.count > longest else { return slug[...] }
    let end = slug[...longest].lastIndex(of: 0x2D) ?? longest
    return slug[..<end]
  }

  /// What a character is without case and accent: nothing for a combining accent, nil for what
  /// stands between words.
  private static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return [UInt8(scalar.value)]
    case 0x41...0x5A: return [UInt8(scalar.value) + 0x20]
    case ..<0x80: return nil
    case 0xDF, 0x1E9E: return Array("ss".utf8)
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return []
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter: return latin(properties.name)
    default: return nil
    }
  }

  /// Unicode names its Latin letters after the plain ones: LATIN SMALL LETTER C WITH CEDILLA,
  /// LATIN CAPITAL LIGATURE OE, LATIN SMALL LETTER DOTLESS I.
  private static func latin(_ name: String?) -> [UInt8]? {
    guard let name, name.hasPrefix("LATIN ") else { return nil }
    let letter = name.split(separator: " ").prefix { $0 != "WITH" }.last?.lowercased() ?? ""
    // Three for ﬃ and þ (ETH is a d); longer ones are words, as in LATIN LETTER WYNN.
    if letter == "eth" { return [0x64] }
    return letter.utf8.count <= 3 ? Array(letter.utf8) : nil
  }
}
