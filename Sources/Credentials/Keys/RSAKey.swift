/// A private RSA key of 2048 bits, for RS256 (RFC 7518 §3.3).
public struct RSASigningKey: Sendable {
  private let key: OpenSSLKey
  /// What the world is given of it.
  public let publicKey: RSAPublicKey

  /// A new key: takes some 100 ms.
  public static func generate() -> RSASigningKey {
    guard let made = RSASigningKey(OpenSSLKey.generateRSA(bits: 2_048)) else {
      fatalError("OpenSSL made a key that is not RSA")
    }
    return made
  }

  /// - Parameter privateKey: PKCS #1 or #8 in DER; nil when it is not that, or not of RSA.
  public init?(privateKey: [UInt8]) {
    guard let key = OpenSSLKey(privateKey: privateKey) else { return nil }
    self.init(key)
  }

  private init?(_ key: OpenSSLKey) {
    guard key.isRSA, let modulus = key.number("n"), let exponent = key.number("e"),
      let publicKey = RSAPublicKey(modulus: modulus, exponent: exponent)
    else { return nil }
    self.key = key
    self.publicKey = publicKey
  }

  /// In DER, never to be stored but sealed.
  public var privateKey: [UInt8] { key.privateKey }

  /// RSASSA-PKCS1-v1_5 with SHA-256.
  public func sign(_ message: [UInt8]) -> [UInt8] { key.sign(message) }
}

/// A public RSA key that is neither too weak to trust nor so long that it would take our time.
public struct RSAPublicKey: Sendable, Hashable {
  /// The highest byte first, without leading zeros.
  public let modulus: [UInt8]
  /// The highest byte first, without leading zeros.
  public let exponent: [UInt8]

  /// RFC 7518 §3.3 asks for 2048 bits or more.
  static let bits = 2_048...8_192

  /// - Returns: nil for a key outside these limits.
  public init?(modulus: [UInt8], exponent: [UInt8]) {
    let modulus = Array(modulus.drop { $0 == 0 })
    let exponent = Array(exponent.drop { $0 == 0 })
    guard let top = modulus.first, let last = modulus.last, let lowest = exponent.last else {
      return nil
    }
    let bits = modulus.count * 8 - top.leadingZeroBitCount
    guard Self.bits.contains(bits), last & 1 == 1, lowest & 1 == 1, exponent.count <= 8,
      exponent != [1]
    else { return nil }
    self.modulus = modulus
    self.exponent = exponent
  }

  /// RFC 8017 §A.1 inside RFC 5280 §4.1.2.7.
  var subjectPublicKeyInfo: [UInt8] {
    let rsaEncryption: [UInt8] = [
      0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01,
    ]
    let null: [UInt8] = [0x05, 0x00]
    let key = DER.sequence(DER.integer(modulus), DER.integer(exponent))
    return DER.sequence(DER.sequence(rsaEncryption, null), DER.bitString(key))
  }

  /// Whether `signature` is RSASSA-PKCS1-v1_5 with SHA-256 over `message`.
  public func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let key = OpenSSLKey(subjectPublicKeyInfo: subjectPublicKeyInfo) else { return false }
    return key.isSignature(signature, of: message)
  }
}
