import Credentials
import SQLite
import Synchronization

/// Every statement by which badges are given out, answered and taken back.
enum BadgeAwardStore {
  /// What is given out, and to whom.
  struct New: Sendable {
    let badge: BadgeClass
    let member: Member.ID
    /// Nil: by a rule or from the command line.
    let by: Member.ID?
    var narrative = ""
    var evidence: [BadgeEvidence] = []
    var isTest = false
    /// How the journal tells of it.
    var action = JournalAction.badgeOffered
  }

  /// Why a badge is not given out.
  enum Refusal: Error, Equatable { case notActive, already, nobody }

  /// Offers a badge to a member, and tells the member.
  ///
  /// - Parameter words: what the member is told with it: the name of the badge.
  /// - Throws: ``Refusal``.
  @discardableResult
  static func offer(_ new: New, in site: BadgeSite, at now: Instant, _ db: Writer) throws
    -> BadgeAward.ID
  {
    let badge = new.badge
    guard badge.state == .active || new.isTest, !badge.issuer.isClosed else {
      throw Refusal.notActive
    }
    guard let email = try recipient(new.member, db) else { throw Refusal.nobody }
    let isHeld = try BadgeReadingStore.holds(new.member, badge.id, at: now, db)
    if isHeld { throw Refusal.already }
    let (keys, place) = try seat(of: badge.issuer.id, site.key, at: now, db)
    let base = try BadgeKeyStore.base(site.base, db)
    let identity = try email ?? ownIdentity(of: new.member, db)
    try db.run(
      """
      INSERT INTO badge_award
        (secret, uuid, subject, class, version, member, awarded_by, base, key, identity_kind,
         identity, salt, narrative, is_test, state, issued, expires, place)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'offered', ?, ?, ?)
      """, Base64URL.encode(Crypto.randomBytes(18)), CredentialID.random(), CredentialID.random(),
      badge.id, badge.version.number, new.member, new.by, base.id, keys,
      email == nil ? BadgeAward.IdentityKind.identifier : .email, identity,
      SaltedIdentity.randomSalt(), new.narrative, new.isTest, now,
      badge.version.months.map { CalendarTime.months($0, after: now) }, place)
    let id = BadgeAward.ID(db.lastInsertedRow)
    for (index, one) in new.evidence.enumerated() {
      try db.run(
        """
        INSERT INTO badge_evidence (award, position, name, address, words, is_shown)
        VALUES (?, ?, ?, ?, ?, ?)
        """, id, index + 1, one.name, one.address, one.words, one.isShown)
    }
    try Journal.write(
      new.action, by: new.by, on: new.member, in: badge.issuer.space, about: .badge(badge.id),
      at: now, db)
    try Notifications.tell(
      .told(
        .badgeOffered, to: [new.member], about: .page("/mes-badges/\(id.value)"), by: new.by,
        words: badge.version.name), at: now, db)
    return id
  }

  /// The member's address, nil inside without one; nil when there is no such account.
  private static func recipient(_ member: Member.ID, _ db: Reader) throws -> String?? {
    try db.row("SELECT email FROM member WHERE id = ? AND deleted IS NULL", member) { row in
      try row.next(String?.self)
    }
  }

  /// Random, and the same for all badges of one person.
  private static func ownIdentity(of member: Member.ID, _ db: Writer) throws -> String {
    try db.run(
      "INSERT INTO badge_identity (member, identity) VALUES (?, ?) ON CONFLICT DO NOTHING",
      member, CredentialID.random())
    return try db.value(
      "SELECT identity FROM badge_identity WHERE member = ?", member, as: String.self
    ).orNotFound()
  }

  /// The keys that sign it, and its place in their list.
  static func seat(
    of issuer: BadgeIssuer.ID, _ key: SiteKey, at now: Instant, _ db: Writer
  ) throws -> (key: BadgeKeys.ID, place: Int) {
    let keys = try BadgeKeyStore.current(of: issuer, key, at: now, db)
    if let place = try freePlace(of: keys.id, db) { return (keys.id, place) }
    // The list is full: new keys begin another.
    let next = try BadgeKeyStore.rotate(issuer, key, at: now, db)
    return (next.id, Int.random(in: 0..<StatusList.fewestBits))
  }

  /// At random, so that a place says nothing of when (Bitstring Status List §Privacy); nil when all
  /// are taken.
  static func freePlace(of key: BadgeKeys.ID, _ db: Reader) throws -> Int? {
    for _ in 0..<32 {
      let place = Int.random(in: 0..<StatusList.fewestBits)
      let taken = try db.value(
        """
        SELECT 1 FROM badge_award WHERE key = ?1 AND place = ?2
         UNION ALL SELECT 1 FROM badge_tombstone WHERE key = ?1 AND place = ?2
         UNION ALL SELECT 1 FROM badge_endorsement WHERE key = ?1 AND place = ?2
        """, key, place, as: Int.self)
      if taken == nil { return place }
    }
    let taken = try db.rows(
      """
      SELECT place FROM badge_award WHERE key = ?1
       UNION ALL SELECT place FROM badge_tombstone WHERE key = ?1
       UNION ALL SELECT place FROM badge_endorsement WHERE key = ?1 AND place IS NOT NULL
      """, key
    ) { row in try row.next(Int.self) }
    return Set(0..<StatusList.fewestBits).subtracting(taken).randomElement()
  }

  // MARK: The learner's answer

  /// - Parameter shown: the positions of the evidence that the learner shows.
  static func accept(
    _ award: BadgeAward, publishing: Bool, shown: Set<Int>, at now: Instant, _ db: Writer
  ) throws {
    let isPublished = try publishing && !BadgeAgreementStore.holdsBack(award.id, at: now, db)
    let count = try db.run(
      """
      UPDATE badge_award SET state = 'accepted', answered = ?2, published = ?3
       WHERE id = ?1 AND state = 'offered'
      """, award.id, now, isPublished ? now : nil)
    if count == 0 { return }
    if publishing { try show(award.id, at: now, db) }
    for position in shown {
      try db.run(
        "UPDATE badge_evidence SET is_shown = 1 WHERE award = ? AND position = ?", award.id,
        position)
    }
  }

  static func refuse(_ award: BadgeAward.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE badge_award SET state = 'refused', answered = ? WHERE id = ? AND state = 'offered'",
      now, award)
  }

  /// Whether the addresses of a badge answer: those of a pupil's once somebody has agreed to it.
  static func publish(
    _ isPublished: Bool, _ award: BadgeAward.ID, at now: Instant, _ db: Writer
  ) throws {
    if isPublished, try BadgeAgreementStore.holdsBack(award, at: now, db) { return }
    try db.run(
      "UPDATE badge_award SET published = ? WHERE id = ? AND state = 'accepted'",
      isPublished ? now : nil, award)
    if isPublished { try show(award, at: now, db) }
  }

  /// What a published badge is one of may be known, for good.
  private static func show(_ award: BadgeAward.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      UPDATE badge_version SET shown = ?2
       WHERE shown IS NULL AND (class, number) = (
         SELECT class, version FROM badge_award WHERE id = ?1 AND published IS NOT NULL)
      """, award, now)
  }

  static func reflect(_ words: String, on award: BadgeAward.ID, _ db: Writer) throws {
    try db.run("UPDATE badge_award SET reflection = ? WHERE id = ?", words, award)
  }

  /// For good: its learner's word, or the end of a test. That it was taken back is not forgotten, and
  /// a test is taken back with it.
  static func delete(_ award: BadgeAward.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO badge_tombstone
        (key, place, uuid, secret, base, class, version, published, revoked, reason)
      SELECT key, place, uuid, secret, base, class, version, published IS NOT NULL,
             coalesce(revoked, CASE is_test WHEN 1 THEN ?2 END), reason
        FROM badge_award WHERE id = ?1
      """, award, now)
    try EndorsementStore.bury(of: award, nil, at: now, db)
    try db.run("UPDATE badge_request SET award = NULL WHERE award = ?", award)
    try db.run("DELETE FROM badge_award WHERE id = ?", award)
  }

  // MARK: Taking back

  /// - Parameter reason: the learner reads it, and so does who checks the badge.
  /// - Returns: whether it was there to be taken back.
  @discardableResult
  static func revoke(
    _ award: BadgeAward, _ badge: BadgeClass, reason: String, by member: Member.ID?,
    at now: Instant, _ db: Writer
  ) throws -> Bool {
    let count = try db.run(
      """
      UPDATE badge_award
         SET state = 'revoked', revoked = ?2, revoked_by = ?3, reason = ?4
       WHERE id = ?1 AND state IN ('offered', 'accepted')
      """, award.id, now, member, reason)
    if count == 0 { return false }
    try Journal.write(
      .badgeRevoked, by: member, on: award.member, in: badge.issuer.space,
      about: .badge(badge.id), at: now, db)
    try Notifications.tell(
      .told(
        .badgeRevoked, to: [award.member], about: .page(award.address.text), by: member,
        words: badge.version.name), at: now, db)
    return true
  }

  /// How long what was taken back can be given back, unless there is another in its place.
  static let secondsToUndo: Int64 = 86_400

  /// - Throws: ``Refusal/already``, for who was given another meanwhile.
  @discardableResult
  static func restore(
    _ award: BadgeAward, _ badge: BadgeClass, by member: Member.ID?, at now: Instant, _ db: Writer
  ) throws -> Bool {
    let isHeld = try BadgeReadingStore.holds(award.member, award.classID, at: now, db)
    if isHeld, award.state == .revoked { throw Refusal.already }
    let count = try db.run(
      """
      UPDATE badge_award
         SET state = CASE WHEN answered IS NULL THEN 'offered' ELSE 'accepted' END,
             revoked = NULL, revoked_by = NULL, reason = ''
       WHERE id = ?1 AND state = 'revoked' AND revoked > ?2
         AND NOT EXISTS (
           SELECT 1 FROM badge_award AS other
            WHERE other.class = badge_award.class AND other.member = badge_award.member
              AND other.state IN ('offered', 'accepted'))
      """, award.id, now + -secondsToUndo)
    if count == 0 { return false }
    try Journal.write(
      .badgeRestored, by: member, on: award.member, in: badge.issuer.space,
      about: .badge(badge.id), at: now, db)
    return true
  }

  /// Nothing of a member who leaves the site stays, nor what was said of the member: only that a badge
  /// of nobody was taken back.
  static func forget(_ member: Member.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO badge_tombstone
        (key, place, uuid, secret, base, class, version, published, revoked)
      SELECT key, place, uuid, secret, base, class, version, published IS NOT NULL,
             coalesce(revoked, CASE is_test WHEN 1 THEN ?2 END)
        FROM badge_award WHERE member = ?1
      """, member, now)
    try EndorsementStore.bury(of: nil, member, at: now, db)
    try BadgeCollectionStore.forget(member, db)
    try BadgeFollowStore.forget(member, db)
    try db.run("DELETE FROM badge_request WHERE member = ?", member)
    try db.run("DELETE FROM badge_award WHERE member = ?", member)
    try db.run("DELETE FROM badge_identity WHERE member = ?", member)
    try BadgeRuleStore.forget(member, db)
    try BadgePeerStore.forget(member, db)
    try BadgeReissueStore.forget(member, db)
    try ImportedStore.forget(member, db)
    try EndorsementStore.forget(member, db)
  }
}

/// What of a site its badges need.
struct BadgeSite: Sendable {
  let key: SiteKey
  /// The address of the site, without a slash at the end.
  let base: String
}

extension Site {
  var badges: BadgeSite { BadgeSite(key: key, base: badgeBase) }

  /// The address that badges given out now hold.
  var badgeBase: String {
    let found = port.load(ordering: .relaxed)
    return configuration.baseURL
      ?? (found > 0 ? "http://localhost:\(found)" : configuration.badgeBase)
  }
}
