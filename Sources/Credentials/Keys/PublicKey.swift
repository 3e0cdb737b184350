/// A public key of one of the kinds that badges are signed with.
public enum PublicKey: Sendable, Hashable {
  case rsa(RSAPublicKey)
  case ed25519(Ed25519PublicKey)
  case p256(P256PublicKey)

  /// What a key is for: nothing else of a document decides how it is used.
  public enum Kind: Sendable, Equatable {
    case rsa
    case ed25519
    case p256
  }

  /// Which kind it is.
  public var kind: Kind {
    switch self {
    case .rsa: .rsa
    case .ed25519: .ed25519
    case .p256: .p256
    }
  }

  /// `BEGIN PUBLIC KEY`, as OB 2.0 has it in `publicKeyPem`.
  public var pem: String { PEM.text("PUBLIC KEY", subjectPublicKeyInfo) }

  private var subjectPublicKeyInfo: [UInt8] {
    switch self {
    case .rsa(let key): key.subjectPublicKeyInfo
    case .p256(let key): key.subjectPublicKeyInfo
    case .ed25519(let key):
      // RFC 8410 §4.
      DER.sequence(DER.sequence([0x06, 0x03, 0x2B, 0x65, 0x70]), DER.bitString(key.bytes))
    }
  }

  /// - Returns: nil for another kind of key, for a private one, or one out of bounds.
  public init?(pem: String) {
    guard let (label, der) = PEM.read(pem) else { return nil }
    switch label {
    case "PUBLIC KEY": self.init(subjectPublicKeyInfo: der)
    case "RSA PUBLIC KEY":
      // What is inside of the other form for RSA.
      let rsa: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
      self.init(
        subjectPublicKeyInfo: DER.sequence(DER.sequence(rsa, [0x05, 0x00]), DER.bitString(der)))
    default: return nil
    }
  }

  private init?(subjectPublicKeyInfo der: [UInt8]) {
    let ed25519 = DER.sequence(
      DER.sequence([0x06, 0x03, 0x2B, 0x65, 0x70]), DER.bitString([UInt8](repeating: 0, count: 32)))
    if der.count == ed25519.count, der.prefix(12).elementsEqual(ed25519.prefix(12)) {
      guard let key = Ed25519PublicKey(Array(der.suffix(32))) else { return nil }
      self = .ed25519(key)
      return
    }
    guard let key = OpenSSLKey(subjectPublicKeyInfo: der) else { return nil }
    if key.isRSA, let modulus = key.number("n"), let exponent = key.number("e"),
      let rsa = RSAPublicKey(modulus: modulus, exponent: exponent)
    {
      self = .rsa(rsa)
    } else if key.isElliptic, let x = key.number("qx"), let y = key.number("qy"),
      let point = P256PublicKey(x: fill(x), y: fill(y)),
      point.subjectPublicKeyInfo == der
    {
      self = .p256(point)
    } else {
      return nil
    }
  }
}

/// 32 bytes, where the leading zeros of a number were left out.
private func fill(_ number: [UInt8]) -> [UInt8] {
  [UInt8](repeating: 0, count: max(0, 32 - number.count)) + number
}
