import Credentials
import SQLite

/// The keys of an issuer, with which it signs.
struct BadgeKeys: Sendable {
  typealias ID = Number<BadgeKeys>
  let id: ID
  let issuer: BadgeIssuer.ID
  let rsa: RSASigningKey
  let ed25519: Ed25519SigningKey
  /// Opens the keys of the site's other issuers, whose words go with a badge.
  let seal: KeySeal

  /// Private keys are sealed for their issuer, so that one set beside another does not open.
  static func owner(_ issuer: BadgeIssuer.ID) -> String { "badge-issuer-\(issuer.value)" }

  /// Under which private keys are sealed: made from the site's key file, which also seals forms.
  static func seal(_ key: SiteKey) -> KeySeal {
    guard let seal = KeySeal(key: Crypto.hash(Array("badge-keys\n".utf8), key: key.bytes)) else {
      preconditionFailure("A hash has 32 bytes.")
    }
    return seal
  }
}

/// The same without what signs: what the site publishes of it.
struct PublicBadgeKeys: Sendable {
  let id: BadgeKeys.ID
  let issuer: BadgeIssuer.ID
  let rsa: RSAPublicKey
  let ed25519: Ed25519PublicKey
}

/// What is stored of keys cannot be read: another site's key file lies beside the database.
struct BadgeKeysUnreadable: Error, CustomStringConvertible {
  var description: String {
    "the keys of badges cannot be read: site.key is not the one that they were made with"
  }
}
