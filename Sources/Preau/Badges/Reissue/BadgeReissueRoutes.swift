import HTML
import HTTP
import SQLite

/// How a learner has a badge issued anew to an address.
enum BadgeReissueRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mes-badges/*/adresse", .members, show)
    routes.gesture("/mes-badges/*/adresse/code", .members, send)
    routes.post("/mes-badges/*/adresse", .members, reissue)
  }

  /// - Throws: ``Refusal`` where there is nothing to issue anew.
  private static func load(
    _ id: BadgeAward.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeReissuing {
    let sheet = try OwnBadgeRoutes.load(id, visit, db)
    guard BadgeReissuePages.isPossible(sheet, visit) else { throw Refusal.notFound }
    return BadgeReissuing(
      sheet: sheet, email: try BadgeReissueStore.email(of: visit.member.id, db),
      address: try BadgeReissueStore.address(of: visit.member.id, db))
  }

  static func show(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    if let new = try visit.read({ try successor(id, visit, $0) }) {
      return visit.redirect(to: "/mes-badges/\(new.value)")
    }
    return BadgeReissuePages.show(
      try visit.read { try load(id, visit, $0) }, FormProblems(), visit)
  }

  private static func successor(
    _ id: BadgeAward.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeAward.ID? {
    _ = try OwnBadgeRoutes.load(id, visit, db)
    return try BadgeReissueStore.successor(of: id, db)
  }

  static func send(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    try visit.write { db in
      let found = try load(id, visit, db)
      let email = try found.email.orNotFound()
      if let address = found.address {
        let isSoon = visit.now - address.asked < BadgeMailAddress.secondsBetween
        if address.isConfirmed || isSoon, address.mail != .failed { return }
      }
      try BadgeReissueStore.send(
        to: email, of: visit.member.id, Crypto.randomBytes(32), at: visit.now, db)
    }
    return visit.redirect(to: "/mes-badges/\(id.value)/adresse", notice: .saved)
  }

  static func reissue(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let code = WrittenCode(typed: visit.field("code"))
    // A wrong code is counted for good: what counts it is no part of what may fail.
    let new = try visit.write { db -> BadgeAward.ID? in
      let found = try load(id, visit, db)
      let member = try visit.member.id
      guard let address = found.address, let email = found.email else { return nil }
      if !address.isConfirmed {
        let right = WrittenCode(seed: address.seed, key: visit.site.key.bytes)
        guard address.isOpen(at: visit.now), code == right else {
          try BadgeReissueStore.countTry(of: member, db)
          return nil
        }
        try BadgeReissueStore.confirm(member, at: visit.now, db)
      }
      return try BadgeReissueStore.reissue(
        found.sheet.award, found.sheet.badge, to: email,
        // As badges are written: in the language of the community.
        reason: BadgeReissueStrings.french.reason, in: visit.site.badges, at: visit.now, db)
    }
    guard let new else {
      return BadgeReissuePages.show(
        try visit.read { try load(id, visit, $0) },
        FormProblems(visit.say.badgeReissues.codeWrong, in: "code"), visit)
    }
    return visit.redirect(to: "/mes-badges/\(new.value)", notice: .saved)
  }
}
