import SQLite

/// Gives badges as the rules say. The site does it beside answering, some at a time.
enum BadgeRuleGiving {
  static let mostAtOnce = 50

  /// Gives some of what is due.
  ///
  /// - Returns: whether there may be more.
  static func some(_ database: Database, _ site: BadgeSite, at now: Instant) throws -> Bool {
    var mayBeMore = false
    for id in try database.read({ try BadgeRuleStore.running($0) }) {
      // Nobody waits to write while the site counts.
      let isDue = try database.read { db in
        guard let rule = try BadgeRuleStore.rule(of: id, db) else { return false }
        return try !due(rule, id, at: now, limit: 1, db).isEmpty
      }
      guard isDue else { continue }
      let given = try database.write { try give(id, in: site, at: now, $0) }
      if given == mostAtOnce { mayBeMore = true }
    }
    return mayBeMore
  }

  /// Gives some badges of one class, as its rule stands.
  ///
  /// - Returns: how many.
  @discardableResult
  static func give(
    _ id: BadgeClass.ID, in site: BadgeSite, at now: Instant, _ db: Writer
  ) throws -> Int {
    guard let badge = try BadgeClassStore.badge(id, db), badge.state == .active,
      !badge.issuer.isClosed, let rule = try BadgeRuleStore.rule(of: id, db), !rule.isPaused
    else { return 0 }
    let due = try due(rule, id, at: now, limit: mostAtOnce, db)
    for candidate in due {
      var new = BadgeAwardStore.New(
        badge: badge, member: candidate.author.id, by: nil,
        // As badges are written: in the language of the community.
        narrative: BadgeRuleStrings.french.narrative(rule, candidate.count))
      new.action = .badgeRuled
      try BadgeAwardStore.offer(new, in: site, at: now, db)
      try BadgeRuleStore.note(candidate.author.id, id, at: now, db)
    }
    return due.count
  }

  private static func due(
    _ rule: BadgeRule, _ id: BadgeClass.ID, at now: Instant, limit: Int, _ db: Reader
  ) throws -> [BadgeCandidate] {
    try BadgeRuleStore.candidates(of: rule, for: id, at: now, limit: limit, db)
      .filter { $0.standing == .new }
  }
}
