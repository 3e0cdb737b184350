import HTML
import HTTP
import SQLite

/// What somebody does with badges of their own.
enum OwnBadgeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mes-badges", .members, list)
    routes.get("/mes-badges/*", .members, show)
    routes.post("/mes-badges/*/reponse", .members, answer)
    routes.post("/mes-badges/*/mots", .members, reflect)
    routes.gesture("/mes-badges/*/publication", .members, togglePublication)
    routes.get("/mes-badges/*/suppression", .members, askToDelete)
    routes.post("/mes-badges/*/suppression", .members, delete)
    routes.get("/mes-badges/*/fichiers/*", .members, lane: .slow, file)
    routes.get("/mes-badges/tout", .members, lane: .slow, everything)
  }

  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      let awards = try BadgeReadingStore.awards(of: visit.member.id, db)
      let sheets = try awards.map { try BadgeReadingStore.sheet($0, db) }
      return OwnBadgePages.list(
        sheets, OwnBadgeFilter(visit.request.query),
        try BadgeFollowStore.progress(of: visit.viewer, at: visit.now, db),
        imported: try ImportedStore.badges(of: visit.member.id, db), visit)
    }
  }

  /// Only its learner's.
  static func load(_ id: BadgeAward.ID, _ visit: Visit, _ db: Reader) throws -> BadgeSheet {
    let award = try BadgeReadingStore.award(id, db).orNotFound()
    guard award.member == (try visit.member.id) else { throw Refusal.notFound }
    return try BadgeReadingStore.sheet(award, db)
  }

  static func show(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    try visit.read { db in
      let sheet = try load(id, visit, db)
      return OwnBadgePages.show(
        sheet, try BadgeShareStore.shares(of: id, db), visit,
        agreement: try BadgeAgreementStore.standing(id, db))
    }
  }

  static func answer(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let sheet = try visit.read { try load(id, visit, $0) }
    let isTaken = visit.form["avis"] == "accepter"
    let shown = Set(
      visit.form.fields.all("preuve").compactMap { Int($0) }.filter {
        (1...max(1, sheet.evidence.count)).contains($0)
      })
    try visit.write { db in
      if isTaken {
        try BadgeAwardStore.accept(
          sheet.award, publishing: visit.form["en-ligne"] == "oui", shown: shown, at: visit.now,
          db)
      } else {
        try BadgeAwardStore.refuse(id, at: visit.now, db)
      }
    }
    return visit.redirect(to: isTaken ? sheet.award.address : "/mes-badges", notice: .saved)
  }

  static func reflect(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let words = String(visit.field("mots").withUnixLines.prefix(BadgeRequestDraft.longestWords))
    let sheet = try visit.write { db in
      let sheet = try load(id, visit, db)
      try BadgeAwardStore.reflect(words, on: id, db)
      return sheet
    }
    return visit.redirect(to: sheet.award.address, notice: .saved)
  }

  static func togglePublication(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let sheet = try visit.write { db in
      let sheet = try load(id, visit, db)
      try BadgeAwardStore.publish(!sheet.award.isPublished, id, at: visit.now, db)
      return sheet
    }
    return visit.redirect(to: sheet.award.address.at("en-ligne"), notice: .saved)
  }

  static func askToDelete(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    OwnBadgePages.delete(try visit.read { try load(id, visit, $0) }, visit)
  }

  static func delete(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    try visit.write { db in
      _ = try load(id, visit, db)
      try BadgeAwardStore.delete(id, at: visit.now, db)
    }
    return visit.redirect(to: "/mes-badges", notice: .saved)
  }

  // MARK: Taking along

  /// A form of the badge, alone or in a picture: `ob3-jwt`, `ob2.png`.
  static func file(
    _ visit: Visit, _ id: BadgeAward.ID, _ name: OwnBadgeFile
  ) throws -> Response {
    try visit.read { db in
      let sheet = try load(id, visit, db)
      guard sheet.award.state == .accepted else { throw Refusal.gone }
      return try download(name, sheet, visit.site, db)
    }
  }

  /// A form of a badge as a file to be kept.
  static func download(
    _ name: OwnBadgeFile, _ sheet: BadgeSheet, _ site: Site, _ db: Reader
  ) throws -> Response {
    var response = Response(type: name.type, body: try bytes(of: name, sheet, site, db))
    response["Content-Disposition"] =
      "attachment; filename=\"\(sheet.version.slug)-\(name.fileName)\""
    response["Cache-Control"] = "private, no-store"
    return response
  }

  private static func bytes(
    of name: OwnBadgeFile, _ sheet: BadgeSheet, _ site: Site, _ db: Reader
  ) throws -> [UInt8] {
    let keys = try BadgeKeyStore.signing(sheet.award.key, site.key, db).orNotFound()
    if let picture = name.picture {
      return try sheet.baked(name.file, into: picture, keys, site.badgeContexts)
    }
    return Array(try sheet.text(name.file, keys, site.badgeContexts).utf8)
  }

  /// Every badge in every form, in one ZIP with a page that opens without the site.
  static func everything(_ visit: Visit) throws -> Response {
    try visit.read { db in
      var archive = try ZIPFile(at: visit.now, in: visit.site.configuration.dataFolder)
      var lines: [(sheet: BadgeSheet, folder: String)] = []
      let fonts = CertificateFonts.load()
      for award in try BadgeReadingStore.awards(of: visit.member.id, db)
      where award.state == .accepted {
        let sheet = try BadgeReadingStore.sheet(award, db)
        let folder = "\(sheet.version.slug)-\(award.id.value)"
        for name in OwnBadgeFile.all {
          try archive.add(
            "\(folder)/\(name.fileName)", try bytes(of: name, sheet, visit.site, db))
        }
        if let fonts {
          try archive.add(
            "\(folder)/\(BadgeCertificate.fileName)",
            try CertificateRoutes.certificate(sheet, visit, db).pdf(fonts, visit.say, at: visit.now)
          )
        }
        lines.append((sheet, folder))
      }
      let imported = try ImportedRoutes.add(to: &archive, of: visit.member.id, db)
      try archive.add(
        "index.html",
        OwnBadgePages.index(lines, hasCertificates: fonts != nil, imported: imported, visit))
      var response = Response(file: try archive.finished(), type: "application/zip")
      response["Content-Disposition"] = "attachment; filename=\"mes-badges.zip\""
      response["Cache-Control"] = "private, no-store"
      return response
    }
  }
}

/// A form of a badge, alone or in a picture.
struct OwnBadgeFile: Sendable, Hashable, PathValue {
  let file: BadgeFile
  let picture: BadgePicture?

  /// OB 2.0 in a picture is the hosted assertion, OB 3.0 the JWT: what most readers take.
  static let all: [OwnBadgeFile] =
    BadgeFile.allCases.map { OwnBadgeFile(file: $0, picture: nil) }
    + BadgePicture.allCases.flatMap { picture in
      [BadgeFile.ob3JWT, .ob2].map { OwnBadgeFile(file: $0, picture: picture) }
    }

  /// The form alone, in no picture.
  static func alone(_ file: BadgeFile) -> OwnBadgeFile { OwnBadgeFile(file: file, picture: nil) }

  private init(file: BadgeFile, picture: BadgePicture?) {
    self.file = file
    self.picture = picture
  }

  init?(segment: String) {
    guard let found = Self.all.first(where: { $0.word == segment }) else { return nil }
    self = found
  }

  var word: String { picture.map { "\(file.rawValue).\($0.rawValue)" } ?? file.rawValue }
  var fileName: String {
    picture.map { "\(file.rawValue).\($0.rawValue)" } ?? "badge.\(file.fileExtension)"
  }
  var type: String { picture?.type ?? file.type }
}
