import Credentials
import SQLite

/// Every statement about badges that are issued anew.
enum BadgeReissueStore {
  // MARK: The address

  static func email(of member: Member.ID, _ db: Reader) throws -> String? {
    try db.value(
      "SELECT email FROM member WHERE id = ? AND email IS NOT NULL AND deleted IS NULL", member,
      as: String.self)
  }

  /// What a member was asked about the address that they have now.
  static func address(of member: Member.ID, _ db: Reader) throws -> BadgeMailAddress? {
    try db.row(
      """
      SELECT address.member, address.email, address.seed, address.asked, address.tries,
             address.confirmed IS NOT NULL, address.mail, address.attempts
        FROM badge_address AS address
        JOIN member ON member.id = address.member AND member.email = address.email
       WHERE address.member = ?
      """, member, read: read)
  }

  private static func read(_ row: inout Row) throws -> BadgeMailAddress {
    BadgeMailAddress(
      member: try row.next(), email: try row.next(), seed: try row.next(), asked: try row.next(),
      tries: try row.next(), isConfirmed: try row.next(), mail: try row.next(),
      attempts: try row.next())
  }

  /// Has a code sent to a member's address.
  static func send(
    to email: String, of member: Member.ID, _ seed: [UInt8], at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO badge_address (member, email, seed, asked, due) VALUES (?1, ?2, ?3, ?4, ?4)
      ON CONFLICT (member) DO UPDATE
        SET email = ?2, seed = ?3, asked = ?4, due = ?4, tries = 0, attempts = 0, confirmed = NULL,
            mail = 'waiting'
      """, member, email, seed, now)
  }

  static func countTry(of member: Member.ID, _ db: Writer) throws {
    try db.run("UPDATE badge_address SET tries = tries + 1 WHERE member = ?", member)
  }

  static func confirm(_ member: Member.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE badge_address SET confirmed = ?, seed = x'' WHERE member = ?", now, member)
  }

  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_address WHERE member = ?", member)
  }

  // MARK: Its mail

  static func due(at now: Instant, _ db: Reader) throws -> Member.ID? {
    try db.value(
      """
      SELECT member FROM badge_address WHERE mail = 'waiting' AND due <= ? ORDER BY due LIMIT 1
      """, now)
  }

  /// - Returns: false when somebody else has taken it.
  static func take(
    _ member: Member.ID, at now: Instant, next: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE badge_address SET due = ?, attempts = attempts + 1
       WHERE member = ? AND mail = 'waiting' AND due <= ?
      """, next, member, now) == 1
  }

  static func settle(_ member: Member.ID, _ state: InvitationMail.State, _ db: Writer) throws {
    try db.run("UPDATE badge_address SET mail = ? WHERE member = ?", state, member)
  }

  static func postpone(_ member: Member.ID, to due: Instant, _ db: Writer) throws {
    try db.run("UPDATE badge_address SET due = ? WHERE member = ?", due, member)
  }

  // MARK: Issuing anew

  /// Issues a badge anew to an address, and revokes the old one.
  ///
  /// - Parameter reason: what the old one says.
  static func reissue(
    _ award: BadgeAward, _ badge: BadgeClass, to email: String, reason: String,
    in site: BadgeSite, at now: Instant, _ db: Writer
  ) throws -> BadgeAward.ID {
    let count = try db.run(
      """
      UPDATE badge_award SET state = 'revoked', revoked = ?2, reason = ?3
       WHERE id = ?1 AND state = 'accepted' AND identity_kind = 'identifier'
         AND (expires IS NULL OR expires > ?2)
      """, award.id, now, reason)
    guard count == 1 else { throw Refusal.gone }
    let seat = try BadgeAwardStore.seat(of: badge.issuer.id, site.key, at: now, db)
    let base = try BadgeKeyStore.base(site.base, db)
    try db.run(
      """
      INSERT INTO badge_award
        (secret, uuid, subject, class, version, member, awarded_by, base, key, identity_kind,
         identity, salt, narrative, is_test, state, issued, answered, expires, published, place,
         reflection)
      SELECT ?2, ?3, ?4, class, version, member, awarded_by, ?5, ?6, 'email', ?7, ?8, narrative,
             is_test, 'accepted', issued, answered, expires, published, ?9, reflection
        FROM badge_award WHERE id = ?1
      """, award.id, Base64URL.encode(Crypto.randomBytes(18)), CredentialID.random(),
      CredentialID.random(), base.id, seat.key, email, SaltedIdentity.randomSalt(),
      seat.place)
    let new = BadgeAward.ID(db.lastInsertedRow)
    try take(over: award.id, to: new, at: now, db)
    try Journal.write(
      .badgeReissued, by: award.member, on: award.member, in: badge.issuer.space,
      about: .badge(badge.id), at: now, db)
    return new
  }

  /// What belonged to the old one belongs to the new one.
  private static func take(
    over old: BadgeAward.ID, to new: BadgeAward.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO badge_evidence (award, position, name, address, words, is_shown)
      SELECT ?2, position, name, address, words, is_shown FROM badge_evidence WHERE award = ?1
      """, old, new)
    try db.run("UPDATE badge_share SET award = ?2 WHERE award = ?1", old, new)
    try db.run("UPDATE badge_collection_item SET award = ?2 WHERE award = ?1", old, new)
    try db.run("UPDATE badge_request SET award = ?2 WHERE award = ?1", old, new)
    try db.run("UPDATE badge_recognition SET award = ?2 WHERE award = ?1", old, new)
    try db.run("UPDATE badge_agreement SET award = ?2 WHERE award = ?1", old, new)
    try db.run("UPDATE badge_reminder SET award = ?2 WHERE award = ?1", old, new)
    try db.run("INSERT INTO badge_reissue (old, award, at) VALUES (?, ?, ?)", old, new, now)
  }

  /// The badge that has replaced one.
  static func successor(of award: BadgeAward.ID, _ db: Reader) throws -> BadgeAward.ID? {
    try db.value("SELECT award FROM badge_reissue WHERE old = ?", award)
  }
}
