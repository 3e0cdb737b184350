/// 256 random bits that open something: known to their holder, stored here as a hash only.
struct Token: Equatable {
  let bytes: [UInt8]

  static func random() -> Token { Token(bytes: Crypto.randomBytes(32)) }

  /// Reads a token back from ``text``.
  init?(_ text: String) {
    guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == 32 else {
      return nil
    }
    self.bytes = bytes
  }

  /// - Parameter seed: with the key of the site, what nobody else can make it from.
  init(seed: [UInt8], key: [UInt8]) {
    bytes = Crypto.hash(Array("token\n".utf8) + seed, key: key)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 43 characters that an address or a cookie can hold.
  var text: String { Base64URL.encode(bytes) }

  /// What is stored.
  var hash: [UInt8] { Crypto.hash(bytes) }
}

/// Base64 with the URL alphabet and no padding (RFC 4648 §5).
enum Base64URL {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = pending << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(digits[pending >> bits & 63])
      }
      pending &= 0xFF
    }
    if bits > 0 { text.append(digits[pending << (6 - bits) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: nil for other characters, an impossible length or stray bits at the end.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending = 0
    var bits = 0
    for digit in text.utf8 {
      guard let value = values[Int(digit)] else { return nil }
      pending = pending << 6 | Int(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> bits & 0xFF))
      }
      pending &= 0xFF
    }
    guard bits < 6, pending & ((1 << bits) - 1) == 0 else { return nil }
    return bytes
  }
}
