import Credentials
import HTML
import HTTP
import JSONText
import SQLite

/// What the documents of badges answer to programs, and to browsers that land on them.
enum BadgeHostingRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/ob/*/profils/*", .ownSecret, profile)
    routes.get("/ob/*/cles/*", .ownSecret, key)
    routes.get("/ob/*/revocations/*", .ownSecret, revocations)
    routes.get("/ob/*/modeles/*", .ownSecret, badgeClass)
    routes.get("/ob/*/attributions/*", .ownSecret, assertion)
    routes.get("/ob/*/emetteurs/*", .ownSecret, issuer)
    routes.get("/ob/*/jwk/*", .ownSecret, jwk)
    routes.get("/ob/*/statuts/*", .ownSecret, statusList)
    routes.get("/ob/*/acquis/*", .ownSecret, achievement)
    routes.get("/ob/*/titres/*", .ownSecret, credential)
    routes.get("/ob/*/images/*", .ownSecret, lane: .slow, picture)
    routes.get("/.well-known/jwks.json", .ownSecret, keySet)
  }

  // MARK: Open Badges 2.0

  static func profile(_ visit: Visit, _ base: BadgeBase.ID, _ key: BadgeKeys.ID) throws -> Response
  {
    let (documents, keys) = try documents(base, key, visit)
    return json(documents.profile(keys.id).json, visit)
  }

  static func key(_ visit: Visit, _ base: BadgeBase.ID, _ key: BadgeKeys.ID) throws -> Response {
    let (documents, keys) = try documents(base, key, visit)
    return json(documents.key(keys).json, visit)
  }

  static func revocations(
    _ visit: Visit, _ base: BadgeBase.ID, _ key: BadgeKeys.ID
  ) throws -> Response {
    let (documents, keys) = try documents(base, key, visit)
    let revoked = try visit.read { try BadgeReadingStore.revoked(by: keys.id, $0) }
    let list = OB2.RevocationList(
      id: documents.addresses.revocations(keys.id), issuer: documents.addresses.profile(keys.id),
      revoked: revoked.map { .init(id: $0.uuid, reason: $0.reason.isEmpty ? nil : $0.reason) })
    return json(list.json, visit)
  }

  static func badgeClass(
    _ visit: Visit, _ base: BadgeBase.ID, _ part: BadgeClassPart
  ) throws -> Response {
    let found = try version(base, part, visit)
    if wantsPage(visit) { return page(found.badge.address, visit) }
    var badge = found.documents.badgeClass(part, found.version, found.alignments)
    badge.endorsements = found.endorsements.map {
      found.documents.addresses.endorsement($0.secret, .badge(part))
    }
    return json(badge.json, visit)
  }

  static func assertion(
    _ visit: Visit, _ base: BadgeBase.ID, _ secret: String
  ) throws -> Response {
    guard let sheet = try sheet(base, secret, visit) else {
      return try visit.read { db in
        let reason = try BadgeReadingStore.farewell(secret, at: base, db).orNotFound()
        let addresses = BadgeAddresses(base: try BadgeKeyStore.base(base, db).orNotFound())
        return gone(addresses.assertion(secret), reason, visit)
      }
    }
    if sheet.award.state == .revoked {
      return gone(
        sheet.documents.addresses.assertion(secret), sheet.award.reason, visit)
    }
    return json(sheet.assertion(signed: false).json, visit)
  }

  /// What was taken back, or deleted by its learner: nobody can say any more that it is right.
  private static func gone(_ address: String, _ reason: String, _ visit: Visit) -> Response {
    var response = json(
      OB2.Assertion.revoked(id: address, reason: reason.isEmpty ? nil : reason), visit)
    response.status = 410
    return response
  }

  // MARK: Open Badges 3.0

  static func issuer(
    _ visit: Visit, _ base: BadgeBase.ID, _ id: BadgeIssuer.ID
  ) throws -> Response {
    try visit.read { db in
      let documents = BadgeDocuments(
        base: try BadgeKeyStore.base(base, db).orNotFound(),
        issuer: try knownIssuer(id, db))
      if wantsPage(visit) { return page("/badges", visit) }
      return json(documents.controller(try BadgeKeyStore.published(of: id, db)).json, visit)
    }
  }

  static func jwk(_ visit: Visit, _ base: BadgeBase.ID, _ key: BadgeKeys.ID) throws -> Response {
    let (documents, keys) = try documents(base, key, visit)
    let address = documents.addresses.tokenKey(key)
    return json(PublicKey.rsa(keys.rsa).jwk(id: address), visit, "application/jwk+json")
  }

  /// The keys of all issuers, under the address of today and every address before.
  static func keySet(_ visit: Visit) throws -> Response {
    try visit.read { db in
      let keys = try BadgeKeyStore.all(db)
      let named = try BadgeKeyStore.bases(db).flatMap { base in
        keys.map { keys in
          let addresses = BadgeAddresses(base: base)
          return (
            issuer: addresses.issuer(keys.issuer),
            key: OB3.ControllerDocument.TokenKey(
              address: addresses.tokenKey(keys.id), key: keys.rsa)
          )
        }
      }
      return json(OB3.keySet(named), visit, "application/jwk-set+json")
    }
  }

  /// Signed as a JWT: a verifier in use reads it in no other form.
  static func statusList(
    _ visit: Visit, _ base: BadgeBase.ID, _ key: BadgeKeys.ID
  ) throws -> Response {
    let (documents, keys) = try documents(base, key, visit)
    return try visit.read { db in
      let signing = try BadgeKeyStore.signing(key, visit.site.key, db).orNotFound()
      var list = StatusList()
      for one in try BadgeReadingStore.revoked(by: key, db) { list[one.place] = true }
      for place in try EndorsementStore.withdrawn(by: key, db) { list[place] = true }
      let addresses = documents.addresses
      let credential = OB3.StatusListCredential(
        id: addresses.statusList(key), issuer: addresses.issuer(keys.issuer), list: list,
        validFrom: Timestamp(try BadgeReadingStore.lastRevocation(by: key, db)))
      let token = VCJWT.sign(
        credential.json, keyID: addresses.tokenKey(key), with: signing.rsa)
      return open(Response(type: "application/vc+jwt", body: Array(token.utf8)), "no-cache")
    }
  }

  static func achievement(
    _ visit: Visit, _ base: BadgeBase.ID, _ part: BadgeClassPart
  ) throws -> Response {
    let found = try version(base, part, visit)
    if wantsPage(visit) { return page(found.badge.address, visit) }
    return json(found.documents.achievement(part, found.version, found.alignments).json, visit)
  }

  /// A credential in any form, where its learner has agreed.
  static func credential(
    _ visit: Visit, _ base: BadgeBase.ID, _ name: BadgeFileName
  ) throws -> Response {
    guard let sheet = try sheet(base, name.secret, visit) else {
      let reason = try visit.read { try BadgeReadingStore.farewell(name.secret, at: base, $0) }
      throw reason == nil ? Refusal.notFound : Refusal.gone
    }
    guard sheet.award.state == .accepted else { throw Refusal.gone }
    let text = try visit.read { db in
      let keys = try BadgeKeyStore.signing(sheet.award.key, visit.site.key, db).orNotFound()
      return try sheet.text(name.file, keys, visit.site.badgeContexts)
    }
    return open(Response(type: name.file.type, body: Array(text.utf8)), "no-cache")
  }

  static func picture(
    _ visit: Visit, _ base: BadgeBase.ID, _ name: BadgePictureName
  ) throws -> Response {
    let found = try version(base, name.part, visit)
    let sent = try visit.read {
      try BadgePictureStore.picture(name.part.id, version: name.part.version, $0)
    }
    let bytes = found.version.picture(name.kind, named: found.version.name, sent: sent)
    return open(
      Response(type: name.kind.type, body: bytes), "public, max-age=31536000, immutable")
  }

  // MARK: Common

  private static func documents(
    _ base: BadgeBase.ID, _ key: BadgeKeys.ID, _ visit: Visit
  ) throws -> (BadgeDocuments, PublicBadgeKeys) {
    try visit.read { db in
      let base = try BadgeKeyStore.base(base, db).orNotFound()
      let keys = try BadgeKeyStore.published(key, db).orNotFound()
      return (BadgeDocuments(base: base, issuer: try knownIssuer(keys.issuer, db)), keys)
    }
  }

  /// One that anybody may know of: numbers can be counted.
  private static func knownIssuer(_ id: BadgeIssuer.ID, _ db: Reader) throws -> BadgeIssuer {
    let issuer = try BadgeClassStore.issuer(id, db).orNotFound()
    guard try BadgeClassStore.isKnown(issuer, db) else { throw Refusal.notFound }
    return issuer
  }

  private struct Version {
    let documents: BadgeDocuments
    let badge: BadgeClass
    let version: BadgeVersion
    let alignments: [Alignment]
    let endorsements: [BadgeEndorsement]
  }

  private static func version(
    _ base: BadgeBase.ID, _ part: BadgeClassPart, _ visit: Visit
  ) throws -> Version {
    try visit.read { db in
      let base = try BadgeKeyStore.base(base, db).orNotFound()
      let badge = try BadgeClassStore.badge(part.id, db).orNotFound()
      let version = try BadgeClassStore.version(part.version, of: part.id, db).orNotFound()
      // A draft is nobody's business, nor is what a private space gives before somebody shows it.
      guard try BadgeClassStore.isKnown(part, of: badge, db),
        try BadgeKeyStore.published(part.key, db)?.issuer == badge.issuer.id
      else { throw Refusal.notFound }
      return Version(
        documents: BadgeDocuments(base: base, issuer: badge.issuer), badge: badge,
        version: version,
        alignments: try BadgeClassStore.alignments(part.id, version: part.version, db),
        endorsements: try EndorsementStore.given(part.id, version: part.version, db))
    }
  }

  /// An award whose learner has agreed that its addresses answer, at its very base.
  private static func sheet(
    _ base: BadgeBase.ID, _ secret: String, _ visit: Visit
  ) throws -> BadgeSheet? {
    try visit.read { db in
      guard let award = try BadgeReadingStore.award(secret: secret, db), award.isPublished,
        award.base.id == base
      else { return nil }
      return try BadgeReadingStore.sheet(award, db)
    }
  }

  /// Browsers name `text/html`; tools that take anything get the document.
  private static func wantsPage(_ visit: Visit) -> Bool {
    visit.request.headers["accept"]?.contains("text/html") ?? false
  }

  private static func page(_ address: Address, _ visit: Visit) -> Response {
    var response = visit.redirect(to: address)
    response["Vary"] = "Accept"
    return response
  }

  /// OB 2.0, Setting Content-Type: `application/json` for those who take nothing else.
  static func json(
    _ document: JSON, _ visit: Visit, _ only: String? = nil
  ) -> Response {
    let accepted = visit.request.headers["accept"]
    let type =
      only ?? Negotiation.mediaType(accepted, among: ["application/ld+json", "application/json"])
    var response = open(Response(type: type, body: document.utf8), "no-cache")
    response["Vary"] = "Accept"
    return response
  }

  /// For programs of any site, such as those that show badges in a browser.
  private static func open(_ response: Response, _ caching: String) -> Response {
    var response = response
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = caching
    response["X-Robots-Tag"] = "noindex"
    return response
  }
}

/// `SECRET.jwt` and its like.
struct BadgeFileName: PathValue {
  let secret: String
  let file: BadgeFile

  init?(segment: String) {
    guard let dot = segment.firstIndex(of: "."),
      let file = BadgeFile.allCases.first(where: {
        $0.fileExtension == segment[segment.index(after: dot)...]
      })
    else { return nil }
    secret = String(segment[..<dot])
    self.file = file
  }
}

/// `3-1-1.png` and its like.
struct BadgePictureName: PathValue {
  let part: BadgeClassPart
  let kind: BadgePicture

  init?(segment: String) {
    let halves = segment.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, let part = BadgeClassPart(segment: String(halves[0])),
      let kind = BadgePicture(rawValue: String(halves[1]))
    else { return nil }
    self.part = part
    self.kind = kind
  }
}
