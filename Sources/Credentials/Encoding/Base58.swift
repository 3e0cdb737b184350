/// Base 58 with the alphabet of Bitcoin, which multibase calls `z` (W3C Controlled Identifiers 1.0
/// §2.4).
public enum Base58 {
  /// One digit for about 5.86 bits; leading zero bytes become `1`.
  public static func encode(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    for byte in bytes {
      var carry = Int(byte)
      for place in digits.indices {
        carry += Int(digits[place]) << 8
        digits[place] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        digits.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.map { _ in alphabet[0] }
    return String(decoding: zeros + digits.reversed().map { alphabet[Int($0)] }, as: UTF8.self)
  }

  /// The time grows with the square of the length: the texts of keys and signatures are short.
  static let longestText = 256

  /// - Returns: nil for another character, or more than ``longestText``.
  public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count <= longestText else { return nil }
    var bytes: [UInt8] = []
    for digit in text {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      var carry = value
      for place in bytes.indices {
        carry += Int(bytes[place]) * 58
        bytes[place] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    let zeros = text.prefix { $0 == alphabet[0] }.count
    return [UInt8](repeating: 0, count: zeros) + bytes.reversed()
  }

  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
}
