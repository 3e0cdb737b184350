import HTML
import HTTP
import SQLite

/// The links by which a learner shows a badge.
enum BadgeShareRoutes {
  static func add(to routes: inout Routes) {
    routes.post("/mes-badges/*/liens", .members, make)
    routes.gesture("/mes-badges/liens/*/retrait", .members, withdraw)
    routes.get("/b/*", .ownSecret, show)
  }

  static func make(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let name = String(visit.field("nom").oneLine.prefix(120))
    let days = [30, 180, 365].first { String($0) == visit.form["duree"] }
    let sheet = try visit.write { db in
      let sheet = try OwnBadgeRoutes.load(id, visit, db)
      guard sheet.award.state == .accepted else { throw Refusal.notAllowed }
      let open = try BadgeShareStore.shares(of: id, db).filter { $0.isOpen(at: visit.now) }
      guard open.count < BadgeShareStore.mostLinks else { return sheet }
      try BadgeShareStore.make(
        id, name: name, expires: days.map { visit.now + Int64($0) * 86_400 }, at: visit.now, db)
      // Who follows a link wants to check: that takes the addresses of the badge.
      try BadgeAwardStore.publish(true, id, at: visit.now, db)
      return sheet
    }
    return visit.redirect(to: sheet.award.address.at("liens"), notice: .saved)
  }

  static func withdraw(_ visit: Visit, _ id: BadgeShare.ID) throws -> Response {
    let sheet = try visit.write { db in
      let share = try BadgeShareStore.share(id, db).orNotFound()
      let sheet = try OwnBadgeRoutes.load(share.award, visit, db)
      try BadgeShareStore.withdraw(id, at: visit.now, db)
      return sheet
    }
    return visit.redirect(to: sheet.award.address.at("liens"), notice: .saved)
  }

  /// For whoever has the link: an employer, a family.
  static func show(_ visit: Visit, _ secret: String) throws -> Response {
    try visit.read { db in
      let share = try BadgeShareStore.share(secret: secret, db).orNotFound()
      guard share.isOpen(at: visit.now) else { throw Refusal.gone }
      let award = try BadgeReadingStore.award(share.award, db).orNotFound()
      if try BadgeAgreementStore.isHeldBack(award.id, db) { throw Refusal.notFound }
      guard award.state == .accepted || award.state == .revoked else { throw Refusal.gone }
      return BadgeSharePages.show(
        share, try BadgeReadingStore.sheet(award, db),
        try BadgeReadingStore.awardedBy(award.id, db), visit)
    }
  }
}
