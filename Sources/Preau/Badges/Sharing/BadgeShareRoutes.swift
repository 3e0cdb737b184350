import HTML
import HTTP
import SQLite

/// The links by which a learner shows a badge.
enum BadgeShareRoutes {
  static func add(to routes: inout Routes) {
    routes.post("/mes-badges/*/liens", .members, make)
    routes.get("/mes-badges/liens/*", .members, use)
    routes.gesture("/mes-badges/liens/*/retrait", .members, withdraw)
    routes.get("/b/*", .ownSecret, show)
    routes.get("/b/*/verification", .ownSecret, lane: .slow, verify)
    routes.get("/b/*/integrer", .ownSecret, embed)
    routes.get("/b/*/carte.png", .ownSecret, lane: .slow, card)
    routes.get("/b/*/fichiers/*", .ownSecret, lane: .slow, file)
  }

  static func make(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let draft = BadgeShareDraft(visit.form)
    let address: Address = try visit.write { db in
      let sheet = try OwnBadgeRoutes.load(id, visit, db)
      guard sheet.award.state == .accepted else { throw Refusal.notAllowed }
      let open = try BadgeShareStore.shares(of: id, db).filter { $0.isOpen(at: visit.now) }
      guard open.count < BadgeShareStore.mostLinks else { return sheet.award.address.at("liens") }
      // A pupil's link may have to wait until somebody near agrees.
      _ = try BadgeAgreementStore.holdsBack(id, at: visit.now, db)
      let share = try BadgeShareStore.make(id, draft, at: visit.now, db)
      return "/mes-badges/liens/\(share.value)"
    }
    return visit.redirect(to: address, notice: .saved)
  }

  /// What its learner does with a link.
  static func use(_ visit: Visit, _ id: BadgeShare.ID) throws -> Response {
    try visit.read { db in
      let share = try BadgeShareStore.share(id, db).orNotFound()
      let sheet = try OwnBadgeRoutes.load(share.award, visit, db)
      guard share.isOpen(at: visit.now) else { throw Refusal.gone }
      return ShareToolsPages.show(
        ShareTools(
          title: sheet.version.name, back: sheet.award.address, address: share.address,
          withdrawal: "/mes-badges/liens/\(id.value)/retrait", name: share.name,
          expires: share.expires, sheet: sheet), visit)
    }
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

  // MARK: For whoever has the link

  /// - Throws: ``Refusal`` `gone` for a link that was withdrawn or has ended.
  static func showing(
    _ secret: String, _ visit: Visit, _ db: Reader
  ) throws -> BadgeShowing {
    let share = try BadgeShareStore.share(secret: secret, db).orNotFound()
    guard share.isOpen(at: visit.now) else { throw Refusal.gone }
    let award = try BadgeReadingStore.award(share.award, db).orNotFound()
    if try BadgeAgreementStore.isHeldBack(award.id, db) { throw Refusal.notFound }
    guard award.state == .accepted || award.state == .revoked else { throw Refusal.gone }
    return BadgeShowing(
      sheet: try BadgeReadingStore.sheet(award, db),
      by: try BadgeReadingStore.awardedBy(award.id, db), name: share.name,
      reflection: share.showsReflection ? award.reflection : "", address: share.address,
      collection: nil)
  }

  static func show(_ visit: Visit, _ secret: String) throws -> Response {
    try ShownPages.answer(visit) {
      BadgeSharePages.show(try visit.read { try showing(secret, visit, $0) }, visit)
    }
  }

  /// Verifies the badge as a stranger's would be: signed, then looked at. It does not need the
  /// addresses that answer only once the learner has agreed.
  static func verify(_ visit: Visit, _ secret: String) throws -> Response {
    try ShownPages.answer(visit) {
      try ShownPages.verify(try visit.read { try showing(secret, visit, $0) }, visit)
    }
  }

  static func embed(_ visit: Visit, _ secret: String) throws -> Response {
    try EmbeddedPages.answer(visit) {
      EmbeddedPages.badge(try visit.read { try showing(secret, visit, $0) }, visit)
    }
  }

  static func card(_ visit: Visit, _ secret: String) throws -> Response {
    try ShownPages.answer(visit) {
      ShareCard.answer([try visit.read { try showing(secret, visit, $0) }.sheet.version])
    }
  }

  static func file(_ visit: Visit, _ secret: String, _ name: OwnBadgeFile) throws -> Response {
    try ShownPages.answer(visit) {
      try visit.read { db in
        let sheet = try showing(secret, visit, db).sheet
        guard sheet.award.state == .accepted else { throw Refusal.gone }
        guard BadgeShowing.files.contains(name) else { throw Refusal.notFound }
        return try OwnBadgeRoutes.download(name, sheet, visit.site, db)
      }
    }
  }
}
