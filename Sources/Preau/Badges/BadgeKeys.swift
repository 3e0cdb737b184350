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

/// Keys that were just made. A pair takes a tenth of a second and more, and all who write would wait
/// with the writer.
struct NewBadgeKeys: Sendable {
  let rsa = RSASigningKey.generate()
  let ed25519 = Ed25519SigningKey.generate()
}

extension Visit {
  /// Makes the keys of an issuer that has none, before the writer is asked for.
  func prepareKeys(of issuer: BadgeIssuer.ID) throws {
    if try read({ try BadgeKeyStore.isReady(issuer, site.key, $0) }) { return }
    let new = NewBadgeKeys()
    try write { db in
      // Somebody may have been faster.
      if try BadgeKeyStore.isReady(issuer, site.key, db) { return }
      _ = try BadgeKeyStore.rotate(issuer, to: new, site.key, at: now, db)
    }
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
