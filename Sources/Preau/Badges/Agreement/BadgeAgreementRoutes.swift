import HTML
import HTTP
import SQLite

/// How an adult agrees that a pupil shows a badge.
enum BadgeAgreementRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/accords", .members, list)
    routes.post("/badges/accords", .administrators, set)
    routes.get("/badges/accords/*", .members, show)
    routes.post("/badges/accords/*", .members, decide)
  }

  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      BadgeAgreementPages.list(
        try BadgeAgreementStore.waiting(for: visit.viewer, db),
        isNeeded: try BadgeAgreementStore.isNeeded(db), visit)
    }
  }

  static func set(_ visit: Visit) throws -> Response {
    try visit.write { db in
      try BadgeAgreementStore.set(
        visit.form["accord"] == "oui", by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/accords", notice: .saved)
  }

  /// What somebody may agree to, once it was asked.
  private static func asked(
    _ id: BadgeAward.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeAgreementPages.Asked {
    let award = try BadgeReadingStore.award(id, db).orNotFound()
    guard try BadgeAgreementStore.mayAgree(visit.viewer, award, db),
      let standing = try BadgeAgreementStore.standing(id, db), standing.state != nil,
      award.state == .accepted
    else { throw Refusal.notFound }
    return BadgeAgreementPages.Asked(
      standing: standing, sheet: try BadgeReadingStore.sheet(award, db),
      author: try BadgeRequestStore.author(award.member, db).orNotFound(),
      names: try BadgeShareStore.shares(of: id, db).filter { $0.isOpen(at: visit.now) }.map(\.name))
  }

  static func show(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    BadgeAgreementPages.show(try visit.read { try asked(id, visit, $0) }, FormProblems(), visit)
  }

  static func decide(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let words = visit.field("mots").withUnixLines
    let isAgreed = visit.form["avis"] == "accord"
    let over = words.count - BadgeAgreement.longestWords
    let say = visit.say.badgeAgreements
    var problems = FormProblems()
    if over > 0 { problems.add(visit.say.badges.tooLong(over), to: "mots") }
    if !isAgreed, words.isEmpty { problems.add(say.wordsMissing, to: "mots") }
    if !problems.isEmpty {
      return BadgeAgreementPages.show(try visit.read { try asked(id, visit, $0) }, problems, visit)
    }
    try visit.write { db in
      let asked = try asked(id, visit, db)
      try BadgeAgreementStore.decide(
        asked.sheet.award, asked.sheet.badge, isAgreed: isAgreed, words: words,
        by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/accords", notice: .saved)
  }
}
