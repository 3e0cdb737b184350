/// The tag of a body, by which a browser asks whether it still has the same (RFC 9110 §8.8.3).
///
/// Sixteen bytes at a time are multiplied and folded into 64 bits. That is no defence against
/// someone who looks for two bodies of one tag; he would only show himself an old page.
enum EntityTag {
  static func of(_ body: [UInt8]) -> String {
    let hash = hash(body)
    var tag = "\""
    for shift in stride(from: 60, through: 0, by: -4) {
      tag.unicodeScalars.append(Unicode.Scalar(digits[Int(hash >> UInt64(shift) & 15)]))
    }
    return tag + "\""
  }

  /// The tag of the same body, compressed: other bytes need another tag.
  static func gzipped(_ tag: String) -> String {
    tag.hasSuffix("\"") ? tag.dropLast() + "-gz\"" : tag
  }

  static func hash(_ body: [UInt8]) -> UInt64 {
    body.withUnsafeBytes { bytes in
      var (first, second) = (seed ^ UInt64(bytes.count), secret)
      var offset = 0
      while offset + 32 <= bytes.count {
        first = mix(load(bytes, offset) ^ secret, load(bytes, offset + 8) ^ first)
        second = mix(load(bytes, offset + 16) ^ secret, load(bytes, offset + 24) ^ second)
        offset += 32
      }
      while offset < bytes.count {
        first = mix(tail(bytes, offset) ^ secret, first)
        offset += 8
      }
      return mix(first ^ secret, second ^ seed)
    }
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let secret: UInt64 = 0xD6E8_FEB8_6659_FD93
  private static let digits = Array("0123456789abcdef".utf8)

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
