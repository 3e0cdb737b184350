import SQLite

/// Every statement by which awards are read.
enum BadgeReadingStore {
  static func award(_ id: BadgeAward.ID, _ db: Reader) throws -> BadgeAward? {
    try db.row(
      """
      SELECT award.id, award.secret, award.uuid, award.subject, award.class, award.version,
             award.member, base.id, base.url, award.key, award.identity_kind, award.identity,
             award.salt, award.narrative, award.is_test, award.state, award.issued,
             award.expires, award.published, award.place, award.revoked, award.reason,
             award.reflection
        FROM badge_award AS award JOIN badge_base AS base ON base.id = award.base
       WHERE award.id = ?
      """, id, read: read)
  }

  static func award(secret: String, _ db: Reader) throws -> BadgeAward? {
    try db.row(
      """
      SELECT award.id, award.secret, award.uuid, award.subject, award.class, award.version,
             award.member, base.id, base.url, award.key, award.identity_kind, award.identity,
             award.salt, award.narrative, award.is_test, award.state, award.issued,
             award.expires, award.published, award.place, award.revoked, award.reason,
             award.reflection
        FROM badge_award AS award JOIN badge_base AS base ON base.id = award.base
       WHERE award.secret = ?
      """, secret, read: read)
  }

  /// Whether a member has a badge of a class, or is being offered one.
  static func holds(
    _ member: Member.ID, _ id: BadgeClass.ID, at now: Instant, _ db: Reader
  ) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM badge_award
       WHERE class = ? AND member = ? AND state IN ('offered', 'accepted')
         AND (expires IS NULL OR expires > ?)
      """, id, member, now, as: Int.self) != nil
  }

  /// Those of a member, the latest first.
  static func awards(of member: Member.ID, _ db: Reader) throws -> [BadgeAward] {
    try db.rows(
      """
      SELECT award.id, award.secret, award.uuid, award.subject, award.class, award.version,
             award.member, base.id, base.url, award.key, award.identity_kind, award.identity,
             award.salt, award.narrative, award.is_test, award.state, award.issued,
             award.expires, award.published, award.place, award.revoked, award.reason,
             award.reflection
        FROM badge_award AS award JOIN badge_base AS base ON base.id = award.base
       WHERE award.member = ? ORDER BY award.id DESC
      """, member, read: read)
  }

  /// All of them, for the command line.
  static func all(_ db: Reader) throws -> [(award: BadgeAward, login: String)] {
    try db.rows(
      """
      SELECT award.id, award.secret, award.uuid, award.subject, award.class, award.version,
             award.member, base.id, base.url, award.key, award.identity_kind, award.identity,
             award.salt, award.narrative, award.is_test, award.state, award.issued,
             award.expires, award.published, award.place, award.revoked, award.reason,
             award.reflection, member.login
        FROM badge_award AS award JOIN badge_base AS base ON base.id = award.base
        JOIN member ON member.id = award.member
       ORDER BY award.id
      """
    ) { row in
      let award = try read(&row)
      return (award, try row.next(String.self))
    }
  }

  /// Who has a badge of a class, the latest first.
  static func holders(
    of id: BadgeClass.ID, _ db: Reader
  ) throws -> [(award: BadgeAward, author: Author)] {
    try db.rows(
      """
      SELECT award.id, award.secret, award.uuid, award.subject, award.class, award.version,
             award.member, base.id, base.url, award.key, award.identity_kind, award.identity,
             award.salt, award.narrative, award.is_test, award.state, award.issued,
             award.expires, award.published, award.place, award.revoked, award.reason,
             award.reflection,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_award AS award JOIN badge_base AS base ON base.id = award.base
        JOIN member ON member.id = award.member
       WHERE award.class = ? ORDER BY award.id DESC
      """, id
    ) { row in
      let award = try read(&row)
      return (award, try Author.read(&row))
    }
  }

  private static func read(_ row: inout Row) throws -> BadgeAward {
    BadgeAward(
      id: try row.next(), secret: try row.next(), uuid: try row.next(), subject: try row.next(),
      classID: try row.next(), version: try row.next(), member: try row.next(),
      base: BadgeBase(id: try row.next(), url: try row.next()), key: try row.next(),
      identityKind: try row.next(), identity: try row.next(), salt: try row.next(),
      narrative: try row.next(), isTest: try row.next(), state: try row.next(),
      issued: try row.next(), expires: try row.next(),
      isPublished: try row.next(Int64?.self) != nil, place: try row.next(),
      revoked: try row.next(), reason: try row.next(), reflection: try row.next())
  }

  /// Who gave a badge; nil for a rule, or the command line.
  static func awardedBy(_ award: BadgeAward.ID, _ db: Reader) throws -> Author? {
    try db.row(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_award AS award JOIN member ON member.id = award.awarded_by
       WHERE award.id = ?
      """, award, read: Author.read)
  }

  static func evidence(of award: BadgeAward.ID, _ db: Reader) throws -> [BadgeEvidence] {
    try db.rows(
      """
      SELECT name, address, words, is_shown FROM badge_evidence WHERE award = ? ORDER BY position
      """, award
    ) { row in
      BadgeEvidence(
        name: try row.next(), address: try row.next(), words: try row.next(),
        isShown: try row.next())
    }
  }

  /// Everything of which the documents of an award are made.
  static func sheet(_ award: BadgeAward, _ db: Reader) throws -> BadgeSheet {
    let badge = try BadgeClassStore.badge(award.classID, db).orNotFound()
    let version = try BadgeClassStore.version(
      award.version, of: award.classID, db
    ).orNotFound()
    return BadgeSheet(
      award: award, badge: badge, version: version,
      evidence: try evidence(of: award.id, db),
      alignments: try BadgeClassStore.alignments(award.classID, version: award.version, db),
      endorsed: try Endorsements.load(award, db),
      picture: try version.pictured.flatMap {
        try BadgePictureStore.picture($0, version: version.number, db)
      })
  }

  /// What was taken back of what a pair of keys signed.
  static func revoked(
    by key: BadgeKeys.ID, _ db: Reader
  ) throws -> [(uuid: String, place: Int, reason: String)] {
    try db.rows(
      """
      SELECT uuid, place, reason FROM badge_award WHERE key = ?1 AND state = 'revoked'
       UNION ALL
      SELECT uuid, place, reason FROM badge_tombstone WHERE key = ?1 AND revoked IS NOT NULL
       ORDER BY 2
      """, key
    ) { row in
      (try row.next(String.self), try row.next(Int.self), try row.next(String.self))
    }
  }

  /// The latest change of what a pair of keys has taken back, or its beginning.
  static func lastRevocation(by key: BadgeKeys.ID, _ db: Reader) throws -> Instant {
    try db.value(
      """
      SELECT max(
               created, coalesce((SELECT max(revoked) FROM badge_award WHERE key = ?1), 0),
               coalesce((SELECT max(revoked) FROM badge_tombstone WHERE key = ?1), 0))
        FROM badge_key WHERE id = ?1
      """, key, as: Instant.self
    ).orNotFound()
  }

  /// Why there is nothing any more at an address that answered; empty without words, nil where none
  /// ever did.
  static func farewell(
    _ secret: String, at base: BadgeBase.ID, _ db: Reader
  ) throws -> String? {
    try db.value(
      "SELECT reason FROM badge_tombstone WHERE secret = ? AND base = ? AND published = 1", secret,
      base, as: String.self)
  }
}
