/// The tag of a body, by which a browser asks whether it still has the same (RFC 9110 §8.8.3).
///
/// Sixteen bytes at a time are multiplied and folded into 64 bits. That is no defence against
/// someone who looks for two bodies of one tag; he would only show himself an old page.
enum EntityTag {
  static func of(_ body: [UInt8]) -> String {
    let hash = hash(body)
    return String(unsafeUninitializedCapacity: 18) { text in
      text[0] = UInt8(ascii: "\"")
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - 4 * place)) & 15
        text[place + 1] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
      }
      text[17] = UInt8(ascii: "\"")
      return 18
    }
  }

  /// The tag of the same body, compressed: other bytes need another tag.
  static func gzipped(_ tag: String) -> String {
    tag.hasSuffix("\"") ? tag.dropLast() + "-gz\"" : tag
  }

  static func hash(_ body: [UInt8]) -> UInt64 {
    body.withUnsafeBytes { bytes in
      // Four chains, since each multiplication waits for the one before it.
      var (a, b, c, d) = (seed ^ UInt64(bytes.count), secret, ~seed, ~secret)
      var offset = 0
      while offset + 64 <= bytes.count {
        a = mix(load(bytes, offset) ^ secret, load(bytes, offset + 8) ^ a)
        b = mix(load(bytes, offset + 16) ^ secret, load(bytes, offset + 24) ^ b)
        c = mix(load(bytes, offset + 32) ^ secret, load(bytes, offset + 40) ^ c)
        d = mix(load(bytes, offset + 48) ^ secret, load(bytes, offset + 56) ^ d)
        offset += 64
      }
      while offset < bytes.count {
        a = mix(tail(bytes, offset) ^ secret, a)
        offset += 8
      }
      return mix(mix(a ^ secret, b ^ seed), mix(c ^ secret, d ^ seed))
    }
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let secret: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Up to eight bytes at the end.
  private static func tail(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    if offset + 8 <= bytes.count { return load(bytes, offset) }
    var word: UInt64 = 0
    for byte in bytes[offset...] { word = word << 8 | UInt64(byte) }
    return word
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
