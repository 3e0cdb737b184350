import Credentials
import SQLite

/// Every statement about the keys of issuers and the addresses of the site.
enum BadgeKeyStore {
  /// The keys that an issuer signs with today; made when there are none.
  static func current(
    of issuer: BadgeIssuer.ID, _ key: SiteKey, at now: Instant, _ db: Writer
  ) throws -> BadgeKeys {
    let id = try db.value(
      "SELECT id FROM badge_key WHERE issuer = ? AND retired IS NULL", issuer,
      as: BadgeKeys.ID.self)
    guard let id else { return try rotate(issuer, key, at: now, db) }
    do { return try signing(id, key, db).orNotFound() } catch is BadgeKeysUnreadable {
      // The key file was lost: what was signed stays as valid as its public keys.
      return try rotate(issuer, key, at: now, db)
    }
  }

  /// New keys: old badges stay valid, for the old keys stay published.
  ///
  /// - Parameter new: made before the writer is asked for, wherever somebody waits for it.
  static func rotate(
    _ issuer: BadgeIssuer.ID, to new: NewBadgeKeys = NewBadgeKeys(), _ key: SiteKey,
    at now: Instant, _ db: Writer
  ) throws -> BadgeKeys {
    try db.run(
      "UPDATE badge_key SET retired = ? WHERE issuer = ? AND retired IS NULL", now, issuer)
    return try insert(new, for: issuer, key, at: now, db)
  }

  /// Whether an issuer can sign.
  static func isReady(_ issuer: BadgeIssuer.ID, _ key: SiteKey, _ db: Reader) throws -> Bool {
    let id = try db.value(
      "SELECT id FROM badge_key WHERE issuer = ? AND retired IS NULL", issuer,
      as: BadgeKeys.ID.self)
    guard let id else { return false }
    do { return try signing(id, key, db) != nil } catch is BadgeKeysUnreadable { return false }
  }

  private static func insert(
    _ new: NewBadgeKeys, for issuer: BadgeIssuer.ID, _ key: SiteKey, at now: Instant,
    _ db: Writer
  ) throws -> BadgeKeys {
    let rsa = new.rsa
    let ed25519 = new.ed25519
    let seal = BadgeKeys.seal(key)
    let owner = BadgeKeys.owner(issuer)
    try db.run(
      """
      INSERT INTO badge_key
        (issuer, rsa_public, rsa_private, ed25519_public, ed25519_private, created)
      VALUES (?, ?, ?, ?, ?, ?)
      """, issuer, PublicKey.rsa(rsa.publicKey).pem, seal.seal(rsa.privateKey, for: owner),
      ed25519.publicKey.bytes, seal.seal(ed25519.seed, for: owner), now)
    return BadgeKeys(
      id: BadgeKeys.ID(db.lastInsertedRow), issuer: issuer, rsa: rsa, ed25519: ed25519, seal: seal)
  }

  /// Keys by their number, to sign with.
  ///
  /// - Throws: ``BadgeKeysUnreadable``.
  static func signing(_ id: BadgeKeys.ID, _ key: SiteKey, _ db: Reader) throws -> BadgeKeys? {
    let found = try db.row(
      "SELECT issuer, rsa_private, ed25519_private FROM badge_key WHERE id = ?", id
    ) { row in
      (
        issuer: try row.next(BadgeIssuer.ID.self), rsa: try row.next([UInt8].self),
        ed25519: try row.next([UInt8].self)
      )
    }
    guard let found else { return nil }
    let seal = BadgeKeys.seal(key)
    let owner = BadgeKeys.owner(found.issuer)
    guard let rsa = seal.open(found.rsa, for: owner).flatMap({ RSASigningKey(privateKey: $0) }),
      let ed25519 = seal.open(found.ed25519, for: owner).flatMap({ Ed25519SigningKey(seed: $0) })
    else { throw BadgeKeysUnreadable() }
    return BadgeKeys(id: id, issuer: found.issuer, rsa: rsa, ed25519: ed25519, seal: seal)
  }

  /// All that an issuer ever had, the oldest first.
  static func published(of issuer: BadgeIssuer.ID, _ db: Reader) throws -> [PublicBadgeKeys] {
    try db.rows(
      """
      SELECT id, issuer, rsa_public, ed25519_public FROM badge_key WHERE issuer = ? ORDER BY id
      """, issuer, read: read)
  }

  static func published(_ id: BadgeKeys.ID, _ db: Reader) throws -> PublicBadgeKeys? {
    try db.row(
      "SELECT id, issuer, rsa_public, ed25519_public FROM badge_key WHERE id = ?", id, read: read)
  }

  /// Those of all issuers.
  static func all(_ db: Reader) throws -> [PublicBadgeKeys] {
    try db.rows(
      "SELECT id, issuer, rsa_public, ed25519_public FROM badge_key ORDER BY id", read: read)
  }

  private static func read(_ row: inout Row) throws -> PublicBadgeKeys {
    let id = try row.next(BadgeKeys.ID.self)
    let issuer = try row.next(BadgeIssuer.ID.self)
    let pem = try row.next(String.self)
    let bytes = try row.next([UInt8].self)
    guard case .rsa(let rsa)? = PublicKey(pem: pem), let ed25519 = Ed25519PublicKey(bytes) else {
      throw BadgeKeysUnreadable()
    }
    return PublicBadgeKeys(id: id, issuer: issuer, rsa: rsa, ed25519: ed25519)
  }

  // MARK: Addresses

  /// The address of the site as badges given out now hold it.
  static func base(_ url: String, _ db: Writer) throws -> BadgeBase {
    try db.run("INSERT INTO badge_base (url) VALUES (?) ON CONFLICT DO NOTHING", url)
    let id = try db.value(
      "SELECT id FROM badge_base WHERE url = ?", url, as: BadgeBase.ID.self)
    guard let id else { preconditionFailure("It was just written.") }
    return BadgeBase(id: id, url: url)
  }

  static func base(_ id: BadgeBase.ID, _ db: Reader) throws -> BadgeBase? {
    try db.value("SELECT url FROM badge_base WHERE id = ?", id, as: String.self)
      .map { BadgeBase(id: id, url: $0) }
  }

  /// Today's and all before.
  static func bases(_ db: Reader) throws -> [BadgeBase] {
    try db.rows("SELECT id, url FROM badge_base ORDER BY id") { row in
      BadgeBase(id: try row.next(), url: try row.next())
    }
  }
}
