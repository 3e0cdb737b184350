import CSodium

/// A private Ed25519 key (RFC 8032).
public struct Ed25519SigningKey: Sendable {
  /// 32 bytes, never to be stored but sealed.
  public let seed: [UInt8]
  private let secret: [UInt8]
  /// What the world is given of it.
  public let publicKey: Ed25519PublicKey

  /// A new key.
  public static func generate() -> Ed25519SigningKey {
    guard let made = Ed25519SigningKey(seed: Sodium.randomBytes(32)) else {
      fatalError("32 bytes are a seed")
    }
    return made
  }

  /// - Parameter seed: 32 bytes; nil for another number.
  public init?(seed: [UInt8]) {
    guard seed.count == 32 else { return nil }
    _ = Sodium.ready
    var published = [UInt8](repeating: 0, count: 32)
    var secret = [UInt8](repeating: 0, count: 64)
    crypto_sign_seed_keypair(&published, &secret, seed)
    guard let publicKey = Ed25519PublicKey(published) else { return nil }
    self.seed = seed
    self.secret = secret
    self.publicKey = publicKey
  }

  /// 64 bytes.
  public func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: 64)
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return signature
  }
}

/// A public Ed25519 key.
public struct Ed25519PublicKey: Sendable, Hashable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// - Returns: nil for anything but 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Whether `signature` is this key's over `message`; never for a weak key.
  public func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    _ = Sodium.ready
    return signature.count == 64
      && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}
