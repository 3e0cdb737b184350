import SQLite

/// Every statement about rules that give badges.
enum BadgeRuleStore {
  static func rule(of id: BadgeClass.ID, _ db: Reader) throws -> BadgeRule? {
    try db.row(
      """
      SELECT rule.fact, rule.least, rule.paused, space.id, space.slug, space.name, space.visibility
        FROM badge_rule AS rule LEFT JOIN space ON space.id = rule.space
       WHERE rule.class = ?
      """, id
    ) { row in
      let fact = try row.next(BadgeFact.self)
      let least = try row.next(Int.self)
      let paused = try row.next(Instant?.self)
      let space = try row.next(Space.ID?.self)
      guard let space else { return BadgeRule(fact: fact, least: least, space: nil, paused) }
      let found = Space(
        id: space, slug: try row.next(), name: try row.next(), visibility: try row.next())
      return BadgeRule(fact: fact, least: least, space: found, paused)
    }
  }

  /// The classes that rules give now.
  static func running(_ db: Reader) throws -> [BadgeClass.ID] {
    try db.rows(
      """
      SELECT rule.class
        FROM badge_rule AS rule
        JOIN badge_class AS class ON class.id = rule.class
        JOIN badge_issuer AS issuer ON issuer.id = class.issuer
       WHERE rule.paused IS NULL AND class.state = 'active' AND issuer.closed IS NULL
       ORDER BY rule.class
      """
    ) { row in try row.next() }
  }

  /// The spaces in which a keeper may have something counted: those that the keeper may read.
  static func spaces(for viewer: Viewer, _ db: Reader) throws -> [Space] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility
        FROM readable_space JOIN space ON space.id = readable_space.space
       WHERE readable_space.reader = ? AND space.closed IS NULL
       ORDER BY sort_key(space.name), space.id LIMIT 500
      """, viewer.reader, read: SpaceStore.read)
  }

  /// Of whom enough was counted, those who would be offered the badge first: one statement, over all
  /// that is counted of that kind.
  static func candidates(
    of rule: BadgeRule, for id: BadgeClass.ID, at now: Instant, limit: Int, _ db: Reader
  ) throws -> [BadgeCandidate] {
    try db.rows(
      """
      WITH counted (member, number) AS (
        SELECT fact.member, count(*) FROM badge_fact AS fact
         WHERE fact.fact = ?1
           AND (fact.space = ?2 OR ?2 IS NULL AND EXISTS (
             SELECT 1 FROM space WHERE space.id = fact.space AND space.visibility <> 'private'))
         GROUP BY fact.member HAVING count(*) >= ?3)
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             counted.number,
             CASE WHEN EXISTS (
                    SELECT 1 FROM badge_award
                     WHERE badge_award.member = member.id AND badge_award.class = ?4
                       AND state IN ('offered', 'accepted')
                       AND (expires IS NULL OR expires > ?5)) THEN 'holds'
                  WHEN EXISTS (
                    SELECT 1 FROM badge_award
                     WHERE badge_award.member = member.id AND badge_award.class = ?4
                       AND is_test = 0)
                    OR EXISTS (
                    SELECT 1 FROM badge_rule_gift AS gift
                     WHERE gift.class = ?4 AND gift.member = member.id) THEN 'before'
                  ELSE 'new' END AS standing
        FROM counted JOIN member ON member.id = counted.member
       WHERE member.deleted IS NULL AND member.suspended IS NULL
       ORDER BY standing <> 'new', counted.number DESC, member.id LIMIT ?6
      """, rule.fact, rule.space?.id, rule.least, id, now, limit
    ) { row in
      BadgeCandidate(
        author: try Author.read(&row), count: try row.next(), standing: try row.next())
    }
  }

  /// How much was counted of one member: by the indexes of members.
  static func count(of member: Member.ID, _ rule: BadgeRule, _ db: Reader) throws -> Int {
    try db.value(
      """
      SELECT count(*) FROM badge_fact AS fact
       WHERE fact.fact = ?1 AND fact.member = ?3
         AND (fact.space = ?2 OR ?2 IS NULL AND EXISTS (
           SELECT 1 FROM space WHERE space.id = fact.space AND space.visibility <> 'private'))
      """, rule.fact, rule.space?.id, member, as: Int.self) ?? 0
  }

  // MARK: Changing

  /// Makes or replaces the rule of a class.
  static func set(
    _ rule: BadgeRule, for badge: BadgeClass, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO badge_rule (class, fact, least, space, made_by, made)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (class) DO UPDATE
        SET fact = ?2, least = ?3, space = ?4, made_by = ?5, made = ?6, paused = NULL
      """, badge.id, rule.fact, rule.least, rule.space?.id, member, now)
    try Journal.write(
      .badgeRuleSet, by: member, in: badge.issuer.space, about: .badge(badge.id), at: now, db)
  }

  /// Pauses a rule, or lets it go on.
  static func toggle(
    _ badge: BadgeClass, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let paused = try db.row(
      """
      UPDATE badge_rule SET paused = CASE WHEN paused IS NULL THEN ? END WHERE class = ?
      RETURNING paused IS NOT NULL
      """, now, badge.id
    ) { row in try row.next(Bool.self) }
    guard let paused else { return }
    try Journal.write(
      paused ? .badgeRulePaused : .badgeRuleResumed, by: member, in: badge.issuer.space,
      about: .badge(badge.id), at: now, db)
  }

  /// Who got the badge by it is remembered: another rule does not give it again.
  static func stop(
    _ badge: BadgeClass, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    if try db.run("DELETE FROM badge_rule WHERE class = ?", badge.id) == 0 { return }
    try Journal.write(
      .badgeRuleStopped, by: member, in: badge.issuer.space, about: .badge(badge.id), at: now, db)
  }

  static func note(_ member: Member.ID, _ id: BadgeClass.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO badge_rule_gift (class, member, given) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
      """, id, member, now)
  }

  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_rule_gift WHERE member = ?", member)
  }
}

extension BadgeRule {
  fileprivate init(fact: BadgeFact, least: Int, space: Space?, _ paused: Instant?) {
    self.init(fact: fact, least: least, space: space, isPaused: paused != nil)
  }
}
