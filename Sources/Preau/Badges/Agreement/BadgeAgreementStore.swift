import SQLite

/// Every statement about agreements.
enum BadgeAgreementStore {
  // MARK: The choice of administrators

  static func isNeeded(_ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM badge_agreement_rule", as: Int.self) != nil
  }

  static func set(
    _ isNeeded: Bool, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let changed =
      isNeeded
      ? try db.run(
        "INSERT INTO badge_agreement_rule (id, since) VALUES (1, ?) ON CONFLICT DO NOTHING", now)
      : try db.run("DELETE FROM badge_agreement_rule")
    if changed == 0 { return }
    try Journal.write(
      isNeeded ? .badgeAgreementNeeded : .badgeAgreementDropped, by: member, at: now, db)
  }

  // MARK: What a badge needs

  /// How it stands with a badge that needs an agreement; nil for one that needs none.
  static func standing(_ award: BadgeAward.ID, _ db: Reader) throws -> BadgeAgreement? {
    try db.row(
      """
      SELECT agreement.state, ifnull(agreement.words, '')
        FROM badge_award AS award
        LEFT JOIN badge_agreement AS agreement ON agreement.award = award.id
       WHERE award.id = ? AND EXISTS (SELECT 1 FROM badge_agreement_rule)
         AND EXISTS (SELECT 1 FROM badge_pupil WHERE badge_pupil.member = award.member)
         -- What was shown before the choice was made stays shown.
         AND (agreement.award IS NOT NULL OR award.published IS NULL AND NOT EXISTS (
           SELECT 1 FROM badge_share JOIN badge_agreement_rule AS rule
            WHERE badge_share.award = award.id AND badge_share.created <= rule.since))
      """, award
    ) { row in
      BadgeAgreement(award: award, state: try row.next(), words: try row.next())
    }
  }

  /// Whether a badge may not be shown yet: neither by a link nor at its addresses.
  static func isHeldBack(_ award: BadgeAward.ID, _ db: Reader) throws -> Bool {
    try standing(award, db).map { $0.state != .agreed } ?? false
  }

  /// The same where its learner wants to show it: those who may agree are asked.
  static func holdsBack(
    _ award: BadgeAward.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    guard let standing = try standing(award, db), standing.state != .agreed else { return false }
    if standing.state == .waiting { return true }
    try db.run(
      """
      INSERT INTO badge_agreement (award, state, asked) VALUES (?1, 'waiting', ?2)
      ON CONFLICT (award) DO UPDATE
        SET state = 'waiting', asked = ?2, decided_by = NULL, decided = NULL, words = ''
      """, award, now)
    let learner = try db.value(
      "SELECT member FROM badge_award WHERE id = ?", award, as: Member.ID.self)
    try Notifications.tell(
      .told(
        .badgeAgreementAsked, to: agreers(of: award, db),
        about: .page(BadgeAgreement.address(award).text), by: learner, words: name(of: award, db)),
      at: now, db)
    return true
  }

  /// Those who are told; administrators where nobody is nearer.
  private static func agreers(of award: BadgeAward.ID, _ db: Reader) throws -> [Member.ID] {
    let near = try db.rows(
      "SELECT member FROM badge_agreer WHERE award = ? ORDER BY member LIMIT 10", award
    ) { row in try row.next(Member.ID.self) }
    if !near.isEmpty { return near }
    return try db.rows(
      "SELECT id FROM member WHERE role = 'administrator' AND deleted IS NULL LIMIT 10"
    ) { row in try row.next(Member.ID.self) }
  }

  private static func name(of award: BadgeAward.ID, _ db: Reader) throws -> String {
    try db.value(
      """
      SELECT version.name FROM badge_award AS award
        JOIN badge_version AS version
          ON version.class = award.class AND version.number = award.version
       WHERE award.id = ?
      """, award, as: String.self) ?? ""
  }

  // MARK: Agreeing

  static func mayAgree(_ viewer: Viewer, _ award: BadgeAward, _ db: Reader) throws -> Bool {
    guard let member = viewer.member, member.id != award.member else { return false }
    if member.isAdministrator { return true }
    return try db.value(
      "SELECT 1 FROM badge_agreer WHERE award = ? AND member = ?", award.id, member.id,
      as: Int.self) != nil
  }

  /// What waits for a viewer, who asked first standing first.
  static func waiting(
    for viewer: Viewer, _ db: Reader
  ) throws -> [(award: BadgeAward.ID, author: Author, name: String, asked: Instant)] {
    guard let member = viewer.member else { return [] }
    return try db.rows(
      """
      SELECT award.id, member.id, member.name, member.role, member.public_name, member.deleted,
             version.name, agreement.asked
        FROM badge_agreement AS agreement
        JOIN badge_award AS award ON award.id = agreement.award AND award.state = 'accepted'
        JOIN badge_version AS version
          ON version.class = award.class AND version.number = award.version
        JOIN member ON member.id = award.member
       WHERE agreement.state = 'waiting' AND award.member <> ?1
         AND (?2 OR EXISTS (
           SELECT 1 FROM badge_agreer
            WHERE badge_agreer.award = award.id AND badge_agreer.member = ?1))
       ORDER BY agreement.asked, award.id LIMIT 200
      """, member.id, member.isAdministrator
    ) { row in
      (try row.next(), try Author.read(&row), try row.next(), try row.next())
    }
  }

  /// Agrees, and the badge is shown as its learner asked; or not, and its links are withdrawn.
  static func decide(
    _ award: BadgeAward, _ badge: BadgeClass, isAgreed: Bool, words: String, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let count = try db.run(
      """
      UPDATE badge_agreement SET state = ?2, decided_by = ?3, decided = ?4, words = ?5
       WHERE award = ?1 AND state <> ?2
      """, award.id, isAgreed ? BadgeAgreement.State.agreed : .declined, member, now, words)
    if count == 0 { return }
    try BadgeAwardStore.publish(isAgreed, award.id, at: now, db)
    if !isAgreed {
      try db.run(
        "UPDATE badge_share SET withdrawn = ? WHERE award = ? AND withdrawn IS NULL", now, award.id)
    }
    try Journal.write(
      isAgreed ? .badgeShowingAgreed : .badgeShowingDeclined, by: member, on: award.member,
      in: badge.issuer.space, about: .badge(badge.id), at: now, db)
    try Notifications.tell(
      .told(
        isAgreed ? .badgeAgreed : .badgeNotAgreed, to: [award.member],
        about: .page(award.address.text), by: member, words: badge.version.name), at: now, db)
  }
}
