/// Base64 in both alphabets (RFC 4648 §4 and §5).
enum Base64 {
  /// With the alphabet for URLs and no padding.
  static func encodeURL(_ bytes: [UInt8]) -> String {
    String(decoding: encode(bytes, urlDigits), as: UTF8.self)
  }

  /// With `+`, `/` and padding.
  static func encode(_ bytes: [UInt8]) -> String {
    var text = encode(bytes, digits)
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: nil for other characters, padding, an impossible length or stray bits at the end.
  static func decodeURL(_ text: some Sequence<UInt8>) -> [UInt8]? { decode(text, urlValues) }

  /// Reads the standard alphabet; white space is passed over, padding may be missing.
  static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var kept = text.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 && $0 != 0x09 }
    while kept.last == UInt8(ascii: "=") { kept.removeLast() }
    return decode(kept, values)
  }

  private static func encode(_ bytes: [UInt8], _ digits: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3 + 3)
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = (pending << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(digits[pending >> bits & 63])
      }
    }
    if bits > 0 { text.append(digits[pending << (6 - bits) & 63]) }
    return text
  }

  private static func decode(_ text: some Sequence<UInt8>, _ values: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending = 0
    var bits = 0
    for digit in text {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      pending = (pending << 6 | Int(value)) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> bits & 0xFF))
      }
    }
    guard bits < 6, pending & ((1 << bits) - 1) == 0 else { return nil }
    return bytes
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let digits = Array((letters + "+/").utf8)
  private static let urlDigits = Array((letters + "-_").utf8)
  private static let values = inverse(digits)
  private static let urlValues = inverse(urlDigits)

  /// 255 where a byte is no digit.
  private static func inverse(_ digits: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }
}
