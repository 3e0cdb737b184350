import Credentials
import SQLite

/// Every statement about those who vouch for badges.
enum EndorsementStore {
  static let mostOpen = 20

  // MARK: Reading

  static func endorsement(_ id: BadgeEndorsement.ID, _ db: Reader) throws -> BadgeEndorsement? {
    try db.row(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_endorsement AS one
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.id = ?
      """, id, read: read)
  }

  static func endorsement(secret: String, _ db: Reader) throws -> BadgeEndorsement? {
    try db.row(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_endorsement AS one
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.secret = ?
      """, secret, read: read)
  }

  static func endorsement(_ token: Token, _ db: Reader) throws -> BadgeEndorsement? {
    try db.row(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_endorsement AS one
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.token = ?
      """, token.hash, read: read)
  }

  /// Those that count, of a version of a class, the oldest first. One that was written before the
  /// version was changed for the last time speaks of something else.
  static func given(
    _ id: BadgeClass.ID, version: Int, _ db: Reader
  ) throws -> [BadgeEndorsement] {
    try db.rows(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_endorsement AS one
        JOIN badge_version AS version ON version.class = one.class AND version.number = one.version
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.class = ? AND one.state = 'given' AND one.version = ? AND one.award IS NULL
         AND one.created >= version.created
       ORDER BY one.given, one.id LIMIT 10
      """, id, version, read: read)
  }

  /// Those that count, of an award, shown or not, the oldest first.
  static func given(_ award: BadgeAward.ID, _ db: Reader) throws -> [BadgeEndorsement] {
    try db.rows(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_endorsement AS one
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.award = ? AND one.state = 'given'
       ORDER BY one.given, one.id LIMIT 10
      """, award, read: read)
  }

  /// Those of a class, or of its awards, that wait for who looks after it.
  static func waiting(for id: BadgeClass.ID, _ db: Reader) throws -> [BadgeEndorsement] {
    try db.rows(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_endorsement AS one
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.class = ? AND one.state = 'waiting' ORDER BY one.id LIMIT 50
      """, id, read: read)
  }

  /// What a member wrote, with the name of the badge.
  static func written(
    by member: Member.ID, _ db: Reader
  ) throws -> [(one: BadgeEndorsement, badge: String)] {
    try db.rows(
      """
      SELECT one.id, one.secret, one.uuid, one.class, one.version, one.award, one.kind, one.key,
             one.place, one.name, one.job, one.organisation, one.words, one.state, one.given,
             one.is_shown, one.called, one.expires,
             issuer.id, issuer.space, issuer.name, issuer.email, issuer.description, issuer.closed,
             one.author, member.id, member.name, member.role, member.public_name, member.deleted,
             version.name
        FROM badge_endorsement AS one
        JOIN badge_version AS version ON version.class = one.class AND version.number = one.version
        JOIN badge_issuer AS issuer ON issuer.id = one.signer
        LEFT JOIN member ON member.id = one.author
       WHERE one.author = ? AND one.state IN ('waiting', 'given') ORDER BY one.id DESC LIMIT 200
      """, member
    ) { row in
      let one = try read(&row)
      return (one, try row.next(String.self))
    }
  }

  private static func read(_ row: inout Row) throws -> BadgeEndorsement {
    BadgeEndorsement(
      id: try row.next(), secret: try row.next(), uuid: try row.next(),
      classID: try row.next(), version: try row.next(), award: try row.next(),
      kind: try row.next(), key: try row.next(), place: try row.next(), name: try row.next(),
      job: try row.next(), organisation: try row.next(), words: try row.next(),
      state: try row.next(), given: try row.next(), isShown: try row.next(),
      called: try row.next(), expires: try row.next(),
      signer: try BadgeClassStore.readIssuer(&row), author: try readAuthor(&row))
  }

  /// Six columns: the number, and those of the author, NULL where there is none.
  private static func readAuthor(_ row: inout Row) throws -> Author? {
    if try row.next(Member.ID?.self) != nil { return try Author.read(&row) }
    for _ in 0..<5 { _ = try row.next(String?.self) }
    return nil
  }

  /// The sealed RSA key with which an endorsement is signed.
  static func sealedKey(_ id: BadgeKeys.ID, _ db: Reader) throws -> [UInt8]? {
    try db.value("SELECT rsa_private FROM badge_key WHERE id = ?", id, as: [UInt8].self)
  }

  /// Where what was taken back stands in the list of a key, and when that was last.
  static func withdrawn(by key: BadgeKeys.ID, _ db: Reader) throws -> [Int] {
    try db.rows(
      "SELECT place FROM badge_endorsement WHERE key = ? AND state = 'withdrawn'", key
    ) { row in try row.next(Int.self) }
  }

  // MARK: Writing

  /// What is vouched for.
  struct Subject: Sendable {
    let badge: BadgeClass
    let version: Int
    let award: BadgeAward.ID?
  }

  /// A link by which somebody is asked.
  ///
  /// - Returns: nil when too many wait already.
  static func ask(
    _ subject: Subject, called: String, _ token: Token, at now: Instant, _ db: Writer
  ) throws -> Bool {
    let open = try db.value(
      """
      SELECT count(*) FROM badge_endorsement
       WHERE class = ? AND award IS ? AND state = 'asked' AND expires > ?
      """, subject.badge.id, subject.award, now, as: Int.self)
    guard open ?? 0 < mostOpen else { return false }
    try db.run(
      """
      INSERT INTO badge_endorsement
        (secret, uuid, class, version, award, signer, state, created, token, called, expires)
      VALUES (?, ?, ?, ?, ?, ?, 'asked', ?, ?, ?, ?)
      """, Base64URL.encode(Crypto.randomBytes(18)), CredentialID.random(), subject.badge.id,
      subject.version, subject.award, subject.badge.issuer.id, now, token.hash, called,
      now + 30 * 86_400)
    return true
  }

  /// Words that nobody was asked for by a link.
  static func make(
    _ subject: Subject, at now: Instant, _ db: Writer
  ) throws -> BadgeEndorsement.ID {
    try db.run(
      """
      INSERT INTO badge_endorsement
        (secret, uuid, class, version, award, signer, state, created)
      VALUES (?, ?, ?, ?, ?, ?, 'asked', ?)
      """, Base64URL.encode(Crypto.randomBytes(18)), CredentialID.random(), subject.badge.id,
      subject.version, subject.award, subject.badge.issuer.id, now)
    return BadgeEndorsement.ID(db.lastInsertedRow)
  }

  /// Keeps the words; they wait, until somebody says that they count.
  static func write(
    _ draft: EndorsementDraft, _ kind: BadgeEndorsement.Kind, by author: Member.ID?,
    signer: BadgeIssuer.ID, on id: BadgeEndorsement.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE badge_endorsement
         SET kind = ?2, author = ?3, signer = ?4, name = ?5, job = ?6, organisation = ?7,
             words = ?8, created = ?9, state = 'waiting'
       WHERE id = ?1 AND state = 'asked'
      """, id, kind, author, signer, author == nil ? draft.name : "",
      author == nil ? draft.job : "", author == nil ? draft.organisation : "", draft.words, now)
      == 1
  }

  /// From now on it counts: signed with the keys of today.
  static func give(
    _ id: BadgeEndorsement.ID, signer: BadgeIssuer, in site: BadgeSite, at now: Instant,
    _ db: Writer
  ) throws {
    let seat = try BadgeAwardStore.seat(of: signer.id, site.key, at: now, db)
    try db.run(
      """
      UPDATE badge_endorsement SET state = 'given', key = ?2, place = ?3, given = ?4
       WHERE id = ?1 AND state = 'waiting'
      """, id, seat.key, seat.place, now)
  }

  /// What was never given leaves no trace.
  static func withdraw(_ id: BadgeEndorsement.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_endorsement WHERE id = ? AND state IN ('asked', 'waiting')", id)
    try db.run(
      """
      UPDATE badge_endorsement
         SET state = 'withdrawn', words = '', name = '', job = '', organisation = '', author = NULL
       WHERE id = ? AND state = 'given'
      """, id)
  }

  /// What was said of awards goes with them; whether it was taken back stays, and its places.
  ///
  /// - Parameters:
  ///   - award: of one, or nil.
  ///   - member: of all of a member's, or nil.
  static func bury(
    of award: BadgeAward.ID?, _ member: Member.ID?, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO badge_tombstone
        (key, place, uuid, secret, base, class, version, published, revoked)
      SELECT one.key, one.place, one.uuid, one.secret, award.base, award.class, award.version, 0,
             CASE one.state WHEN 'withdrawn' THEN ?3 END
        FROM badge_endorsement AS one JOIN badge_award AS award ON award.id = one.award
       WHERE (award.id = ?1 OR award.member = ?2) AND one.key IS NOT NULL
      """, award, member, now)
  }

  static func show(_ isShown: Bool, _ id: BadgeEndorsement.ID, _ db: Writer) throws {
    try db.run("UPDATE badge_endorsement SET is_shown = ? WHERE id = ?", isShown, id)
  }

  /// Words in one's own name go with their author; those of a space stay the space's.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE badge_endorsement SET state = 'withdrawn', words = '', author = NULL
       WHERE author = ? AND kind = 'peer' AND state = 'given'
      """, member)
    try db.run(
      "DELETE FROM badge_endorsement WHERE author = ? AND kind = 'peer' AND state = 'waiting'",
      member)
    try db.run("UPDATE badge_endorsement SET author = NULL WHERE author = ?", member)
  }
}
