/// A point of the curve P-256, for ES256 (RFC 7518 §3.4): only ever read.
public struct P256PublicKey: Sendable, Hashable {
  /// 32 bytes.
  public let x: [UInt8]
  /// 32 bytes.
  public let y: [UInt8]

  /// - Returns: nil for a point that is not on the curve.
  public init?(x: [UInt8], y: [UInt8]) {
    guard x.count == 32, y.count == 32 else { return nil }
    self.x = x
    self.y = y
    guard OpenSSLKey(subjectPublicKeyInfo: subjectPublicKeyInfo) != nil else { return nil }
  }

  /// RFC 5480 §2.
  var subjectPublicKeyInfo: [UInt8] {
    let ecPublicKey: [UInt8] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
    let prime256v1: [UInt8] = [
      0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07,
    ]
    return DER.sequence(DER.sequence(ecPublicKey, prime256v1), DER.bitString([4] + x + y))
  }

  /// Whether `signature`, two numbers of 32 bytes, is ECDSA with SHA-256 over `message`.
  public func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64,
      let key = OpenSSLKey(subjectPublicKeyInfo: subjectPublicKeyInfo)
    else { return false }
    let der = DER.sequence(
      DER.integer(Array(signature[..<32])), DER.integer(Array(signature[32...])))
    return key.isSignature(der, of: message)
  }
}
