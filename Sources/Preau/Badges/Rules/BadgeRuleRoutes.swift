import HTML
import HTTP
import SQLite

/// How a keeper lets the site give a badge by itself.
enum BadgeRuleRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/*/regle", .members, show)
    routes.post("/badges/*/regle", .members, set)
    routes.gesture("/badges/*/regle/pause", .members, toggle)
    routes.gesture("/badges/*/regle/arret", .members, stop)
  }

  private static func kept(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeClass {
    let (badge, rights) = try BadgeRoutes.load(id, visit, db)
    guard rights.mayKeep, !badge.issuer.isClosed, badge.state != .retired else {
      throw Refusal.notAllowed
    }
    return badge
  }

  static func show(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.read { db in
      let badge = try kept(id, visit, db)
      let rule = try BadgeRuleStore.rule(of: id, db)
      let spaces = try BadgeRuleStore.spaces(for: visit.viewer, db)
      return BadgeRulePages.show(
        badge, rule, BadgeRuleDraft(rule, in: badge.issuer.space), spaces, [], visit)
    }
  }

  /// First who would get the badge; then, confirmed, the rule.
  static func set(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let draft = BadgeRuleDraft(visit.form)
    let (badge, standing, spaces) = try visit.read { db in
      (
        try kept(id, visit, db), try BadgeRuleStore.rule(of: id, db),
        try BadgeRuleStore.spaces(for: visit.viewer, db)
      )
    }
    let rule: BadgeRule
    do { rule = try draft.checked(among: spaces) } catch {
      return BadgeRulePages.show(badge, standing, draft, spaces, error.all, visit)
    }
    switch visit.form["etape"] {
    case "confirmer":
      try visit.prepareKeys(of: badge.issuer.id)
      try visit.write { db in
        let badge = try kept(id, visit, db)
        try BadgeRuleStore.set(rule, for: badge, by: visit.member.id, at: visit.now, db)
        // The first ones at once; the others follow.
        try BadgeRuleGiving.give(id, in: visit.site.badges, at: visit.now, db)
      }
      return visit.redirect(to: "/badges/\(id.value)/regle", notice: .saved)
    case "corriger":
      return BadgeRulePages.show(badge, standing, draft, spaces, [], visit)
    default:
      let candidates = try visit.read { db in
        try BadgeRuleStore.candidates(
          of: rule, for: id, at: visit.now, limit: BadgeRulePages.mostCounted, db)
      }
      return BadgeRulePages.rehearse(badge, rule, draft, candidates, visit)
    }
  }

  static func toggle(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.write { db in
      try BadgeRuleStore.toggle(kept(id, visit, db), by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/\(id.value)/regle", notice: .saved)
  }

  static func stop(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.write { db in
      try BadgeRuleStore.stop(kept(id, visit, db), by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/\(id.value)/regle", notice: .saved)
  }
}
