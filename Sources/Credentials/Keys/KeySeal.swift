// Private keys are stored sealed:
// (1) Without the 32 bytes of the site's key file, which is not in the database, they say nothing.
// (2) A sealed key is bound to its issuer: set beside another one, it does not open.
// (3) A changed byte is noticed.

import CSodium

/// Seals private keys for storage, with XChaCha20-Poly1305.
public struct KeySeal: Sendable {
  private let key: [UInt8]

  /// - Parameter key: 32 bytes that nobody can guess; nil for another number.
  public init?(key: [UInt8]) {
    guard key.count == 32 else { return nil }
    self.key = key
  }

  /// The nonce, then what it opens to.
  ///
  /// - Parameter owner: the issuer's number or address, which must be given again to open it.
  public func seal(_ secret: [UInt8], for owner: String) -> [UInt8] {
    let nonce = Sodium.randomBytes(Self.nonceBytes)
    let context = Array(owner.utf8)
    var sealed = [UInt8](repeating: 0, count: secret.count + Self.tagBytes)
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, secret, UInt64(secret.count), context, UInt64(context.count), nil, nonce, key)
    return nonce + sealed
  }

  /// - Returns: nil when it was sealed under another key, for another owner, or changed.
  public func open(_ sealed: [UInt8], for owner: String) -> [UInt8]? {
    guard sealed.count >= Self.nonceBytes + Self.tagBytes else { return nil }
    _ = Sodium.ready
    let nonce = Array(sealed[..<Self.nonceBytes])
    let body = Array(sealed[Self.nonceBytes...])
    let context = Array(owner.utf8)
    var secret = [UInt8](repeating: 0, count: body.count - Self.tagBytes)
    let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &secret, nil, nil, body, UInt64(body.count), context, UInt64(context.count), nonce, key)
    return status == 0 ? secret : nil
  }

  private static let nonceBytes = 24
  private static let tagBytes = 16
}
