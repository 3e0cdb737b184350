import HTML
import HTTP
import SQLite

/// Badges on paper.
enum CertificateRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mes-badges/*/certificat.pdf", .members, lane: .slow, own)
    routes.get("/b/*/certificat.pdf", .ownSecret, lane: .slow, shown)
  }

  static func own(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    try visit.read { db in
      let sheet = try OwnBadgeRoutes.load(id, visit, db)
      return try answer(certificate(sheet, visit, db), visit)
    }
  }

  static func shown(_ visit: Visit, _ secret: String) throws -> Response {
    try ShownPages.answer(visit) {
      try visit.read { db in
        let showing = try BadgeShareRoutes.showing(secret, visit, db)
        return try answer(certificate(showing, visit, db), visit)
      }
    }
  }

  private static func answer(_ certificate: BadgeCertificate, _ visit: Visit) throws -> Response {
    guard certificate.sheet.award.state == .accepted else { throw Refusal.gone }
    let fonts = try CertificateFonts.load().orNotFound()
    var response = Response(
      type: BadgeCertificate.type, body: certificate.pdf(fonts, visit.say, at: visit.now))
    response["Content-Disposition"] =
      "attachment; filename=\"\(certificate.sheet.version.slug).pdf\""
    response["Cache-Control"] = "private, no-store"
    return response
  }

  /// For the learner: under the name and with the page of the latest open link, where there is one.
  static func certificate(
    _ sheet: BadgeSheet, _ visit: Visit, _ db: Reader
  ) throws -> BadgeCertificate {
    let link = try BadgeShareStore.shares(of: sheet.award.id, db).first {
      $0.isOpen(at: visit.now)
    }
    if let link, try !BadgeAgreementStore.isHeldBack(sheet.award.id, db) {
      return try certificate(BadgeShareRoutes.showing(link.secret, visit, db), visit, db)
    }
    let assertion = sheet.documents.addresses.assertion(sheet.award.secret)
    let check =
      sheet.award.isPublished
      ? VerifyingPages.address.adding("adresse", assertion) : VerifyingPages.address
    return try make(
      sheet, visit.member.name, check, isCheckedThere: sheet.award.isPublished,
      try BadgeReadingStore.awardedBy(sheet.award.id, db), visit, db)
  }

  private static func certificate(
    _ showing: BadgeShowing, _ visit: Visit, _ db: Reader
  ) throws -> BadgeCertificate {
    try make(
      showing.sheet, showing.name, showing.address, isCheckedThere: true, showing.by, visit, db)
  }

  private static func make(
    _ sheet: BadgeSheet, _ name: String, _ check: Address, isCheckedThere: Bool, _ by: Author?,
    _ visit: Visit, _ db: Reader
  ) throws -> BadgeCertificate {
    let site = visit.site
    let keys = try BadgeKeyStore.signing(sheet.award.key, site.key, db).orNotFound()
    return BadgeCertificate(
      // On paper a name goes anywhere: only those are named whom any visitor may know.
      sheet: sheet, name: name,
      by: by.flatMap { $0.isNamedToVisitors && !$0.isDeleted ? visit.say.name(of: $0) : nil },
      check: site.badges.base + check.text, isCheckedThere: isCheckedThere,
      files: try [BadgeFile.ob3JSON, .ob3JWT].map { file in
        (file, Array(try sheet.text(file, keys, site.badgeContexts).utf8))
      })
  }
}
