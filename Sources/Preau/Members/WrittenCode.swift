/// A secret that one person reads aloud or on paper and another types: `7KQ4-W2MD-X9TB`.
///
/// Twelve characters of 32 are 60 bits; no I, L, O or U, which are taken for other things
/// (Crockford's base 32).
struct WrittenCode: Equatable {
  /// Twelve characters of the alphabet.
  let characters: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 12

  static func random() -> WrittenCode { WrittenCode(bytes: Crypto.randomBytes(length)) }

  /// - Parameter seed: with the key of the site, what nobody else can make it from.
  init(seed: [UInt8], key: [UInt8]) {
    self.init(bytes: Crypto.hash(Array("code\n".utf8) + seed, key: key).prefix(Self.length))
  }

  /// 256 is a multiple of 32: every character is as likely.
  private init(bytes: some Sequence<UInt8>) {
    characters = String(bytes.map { Self.alphabet[Int($0 & 31)] })
  }

  /// Takes it in any case, with spaces, hyphens or none, and O for 0, I or L for 1.
  init?(typed: String) {
    guard typed.utf8.count <= 100 else { return nil }
    var characters = ""
    for character in typed.uppercased() where !character.isWhitespace {
      switch character {
      case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": continue
      case "O": characters.append("0")
      case "I", "L": characters.append("1")
      default:
        guard Self.alphabet.contains(character) else { return nil }
        characters.append(character)
      }
    }
    guard characters.count == Self.length else { return nil }
    self.characters = characters
  }

  private init(characters: String) {
    self.characters = characters
  }

  /// In groups of four, as it is shown.
  var text: String {
    stride(from: 0, to: Self.length, by: 4)
      .map { String(characters.dropFirst($0).prefix(4)) }
      .joined(separator: "-")
  }

  /// What is stored of a code that replaces a password.
  var hash: [UInt8] { Crypto.hash(Array("reset\n\(characters)".utf8)) }

  /// What is stored of a code that invites.
  var invitationHash: [UInt8] { Crypto.hash(Array("invitation\n\(characters)".utf8)) }
}
