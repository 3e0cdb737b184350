import Credentials
import HTML
import HTTP
import SQLite

/// How people vouch for badges.
enum EndorsementRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/*/recommander", .members, ask)
    routes.post("/badges/*/recommander", .members, endorse)
    routes.post("/badges/*/invitation", .members, invite)
    routes.gesture("/badges/recommandations/*/accord", .members, confirm)
    routes.gesture("/badges/recommandations/*/retrait", .members, withdraw)
    routes.get("/mes-badges/recommandations", .members, list)
    routes.post("/mes-badges/*/invitation", .members, inviteForAward)
    routes.gesture("/mes-badges/recommandations/*/visible", .members, toggle)
    routes.get("/recommander/*", .anyone, open)
    routes.post("/recommander/*", .anyone, isKept: false, write)
    routes.post("/recommander/*/retrait", .anyone, isKept: false, takeBack)
    routes.get("/ob/*/recommandations/*", .ownSecret, document)
  }

  /// In whose name somebody may speak of a badge.
  struct Speaker: Sendable {
    /// Issuers that the member looks after, other than the badge's.
    let issuers: [BadgeIssuer]
    /// Who looks after a badge does not vouch for it.
    let mayBeOneself: Bool
  }

  static func speaker(
    of badge: BadgeClass, award: BadgeAward?, _ visit: Visit, _ db: Reader
  ) throws -> Speaker {
    guard let member = visit.viewer.member else { return Speaker(issuers: [], mayBeOneself: false) }
    if award?.member == member.id { return Speaker(issuers: [], mayBeOneself: false) }
    let others = try BadgeRights.kept(by: visit.viewer, db).filter { $0.id != badge.issuer.id }
    let keeps = try BadgeRights.find(visit.viewer, badge.issuer, db).mayKeep
    return Speaker(issuers: others, mayBeOneself: award != nil || !keeps)
  }

  // MARK: A badge, by members

  private static func open(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> (BadgeClass, Speaker) {
    let badge = try BadgeRoutes.load(id, visit, db).badge
    let speaker = try speaker(of: badge, award: nil, visit, db)
    guard badge.state == .active, speaker.mayBeOneself || !speaker.issuers.isEmpty else {
      throw Refusal.notAllowed
    }
    return (badge, speaker)
  }

  static func ask(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let (badge, speaker) = try visit.read { try open(id, visit, $0) }
    return EndorsementPages.form(badge, nil, speaker, EndorsementDraft(), [], visit)
  }

  static func endorse(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let draft = EndorsementDraft(visit)
    let (badge, speaker) = try visit.read { try open(id, visit, $0) }
    let problems = draft.problems(isMember: true)
    if !problems.isEmpty {
      return EndorsementPages.form(badge, nil, speaker, draft, problems, visit)
    }
    if let signer = speaker.issuers.first(where: { String($0.id.value) == draft.speaker }) {
      try visit.prepareKeys(of: signer.id)
    }
    try visit.write { db in
      let (badge, speaker) = try open(id, visit, db)
      let subject = EndorsementStore.Subject(
        badge: badge, version: badge.version.number, award: nil)
      let one = try EndorsementStore.make(subject, at: visit.now, db)
      try keep(draft, on: one, badge, nil, speaker, visit, db)
    }
    return visit.redirect(to: badge.address.at("recommandations"), notice: .saved)
  }

  /// An issuer's words count at once, and a member's about a person's badge, which that person shows
  /// or not; all others wait for who looks after the badge.
  private static func keep(
    _ draft: EndorsementDraft, on id: BadgeEndorsement.ID, _ badge: BadgeClass,
    _ award: BadgeAward?, _ speaker: Speaker, _ visit: Visit, _ db: Writer
  ) throws {
    let author = visit.viewer.member?.id
    let issuer = speaker.issuers.first { String($0.id.value) == draft.speaker }
    let kind: BadgeEndorsement.Kind =
      issuer != nil ? .issuer : author != nil ? .peer : .professional
    if issuer == nil, author != nil, !speaker.mayBeOneself { throw Refusal.notAllowed }
    let signer = issuer ?? badge.issuer
    guard
      try EndorsementStore.write(
        draft, kind, by: author, signer: signer.id, on: id, at: visit.now, db)
    else { throw Refusal.gone }
    if kind == .issuer || kind == .peer && award != nil {
      try give(id, signer, badge, award, visit, db)
      return
    }
    try Notifications.tell(
      .told(
        .message, to: BadgeRequestStore.reviewers(of: badge, db),
        about: .page(badge.address.at("recommandations").text), by: author,
        words: visit.say.endorsing.waitsFor(badge.version.name)), at: visit.now, db)
  }

  private static func give(
    _ id: BadgeEndorsement.ID, _ signer: BadgeIssuer, _ badge: BadgeClass, _ award: BadgeAward?,
    _ visit: Visit, _ db: Writer
  ) throws {
    try EndorsementStore.give(id, signer: signer, in: visit.site.badges, at: visit.now, db)
    try Journal.write(
      .badgeEndorsed, by: visit.viewer.member?.id, in: badge.issuer.space,
      about: .badge(badge.id), at: visit.now, db)
    guard let award else { return }
    try Notifications.tell(
      .told(
        .message, to: [award.member], about: .page(award.address.at("recommandations").text),
        by: visit.viewer.member?.id, words: visit.say.endorsing.given(badge.version.name)),
      at: visit.now, db)
  }

  // MARK: Who looks after a badge

  private static func kept(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeClass {
    let (badge, rights) = try BadgeRoutes.load(id, visit, db)
    guard rights.mayKeep else { throw Refusal.notAllowed }
    return badge
  }

  static func invite(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let token = Token.random()
    let badge = try visit.write { db in
      let badge = try kept(id, visit, db)
      guard badge.state == .active else { throw Refusal.notAllowed }
      let subject = EndorsementStore.Subject(
        badge: badge, version: badge.version.number, award: nil)
      guard try EndorsementStore.ask(subject, called: "", token, at: visit.now, db) else {
        throw Refusal.tooManyRequests(86_400)
      }
      return badge
    }
    return EndorsementPages.made(token, badge.address, badge.version.name, visit)
  }

  static func confirm(_ visit: Visit, _ id: BadgeEndorsement.ID) throws -> Response {
    let signer = try visit.read { db in
      let one = try EndorsementStore.endorsement(id, db).orNotFound()
      _ = try kept(one.classID, visit, db)
      return one.signer.id
    }
    try visit.prepareKeys(of: signer)
    let badge = try visit.write { db in
      let one = try EndorsementStore.endorsement(id, db).orNotFound()
      let badge = try kept(one.classID, visit, db)
      guard one.state == .waiting else { throw Refusal.gone }
      let award = try one.award.flatMap { try BadgeReadingStore.award($0, db) }
      try give(id, one.signer, badge, award, visit, db)
      return badge
    }
    return visit.redirect(to: badge.address.at("recommandations"), notice: .saved)
  }

  /// By who wrote it, or who looks after the badge.
  static func withdraw(_ visit: Visit, _ id: BadgeEndorsement.ID) throws -> Response {
    let (isMine, badge) = try visit.write { db in
      let one = try EndorsementStore.endorsement(id, db).orNotFound()
      let isMine = one.author?.id == (try visit.member.id)
      let badge =
        isMine
        ? try BadgeClassStore.badge(one.classID, db).orNotFound()
        : try kept(one.classID, visit, db)
      try EndorsementStore.withdraw(id, db)
      try Journal.write(
        .badgeEndorsementRemoved, by: visit.member.id, in: badge.issuer.space,
        about: .badge(badge.id), at: visit.now, db)
      return (isMine, badge)
    }
    return visit.redirect(
      to: isMine ? "/mes-badges/recommandations" : badge.address.at("recommandations"),
      notice: .saved)
  }

  // MARK: One's own

  /// What the member wrote of badges.
  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      EndorsementPages.written(
        try EndorsementStore.written(by: visit.member.id, db), visit)
    }
  }

  static func inviteForAward(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let token = Token.random()
    let called = String(visit.field("appele").oneLine.prefix(EndorsementDraft.longestName))
    let sheet = try visit.write { db in
      let sheet = try OwnBadgeRoutes.load(id, visit, db)
      guard sheet.award.state == .accepted else { throw Refusal.notAllowed }
      let subject = EndorsementStore.Subject(
        badge: sheet.badge, version: sheet.award.version, award: id)
      guard try EndorsementStore.ask(subject, called: called, token, at: visit.now, db) else {
        throw Refusal.tooManyRequests(86_400)
      }
      return sheet
    }
    return EndorsementPages.made(token, sheet.award.address, sheet.version.name, visit)
  }

  static func toggle(_ visit: Visit, _ id: BadgeEndorsement.ID) throws -> Response {
    let sheet = try visit.write { db in
      let one = try EndorsementStore.endorsement(id, db).orNotFound()
      guard let award = one.award else { throw Refusal.notFound }
      let sheet = try OwnBadgeRoutes.load(award, visit, db)
      try EndorsementStore.show(!one.isShown, id, db)
      return sheet
    }
    return visit.redirect(to: sheet.award.address.at("recommandations"), notice: .saved)
  }

  // MARK: Who follows a link

  /// What a link opens.
  struct Opened {
    let one: BadgeEndorsement
    let badge: BadgeClass
    let version: BadgeVersion
    let award: BadgeAward?
    let speaker: Speaker
  }

  private static func opened(_ text: String, _ visit: Visit, _ db: Reader) throws -> Opened {
    guard let token = Token(text), let one = try EndorsementStore.endorsement(token, db),
      one.state != .asked || one.isOpen(at: visit.now)
    else { throw Refusal.gone }
    let badge = try BadgeClassStore.badge(one.classID, db).orNotFound()
    let award = try one.award.flatMap { try BadgeReadingStore.award($0, db) }
    if let award, award.state != .accepted { throw Refusal.gone }
    return Opened(
      one: one, badge: badge,
      version: try BadgeClassStore.version(one.version, of: one.classID, db).orNotFound(),
      award: award, speaker: try speaker(of: badge, award: award, visit, db))
  }

  static func open(_ visit: Visit, _ text: String) throws -> Response {
    let found = try visit.read { try opened(text, visit, $0) }
    return EndorsementPages.link(found, text, EndorsementDraft(), [], visit)
  }

  static func write(_ visit: Visit, _ text: String) throws -> Response {
    let draft = EndorsementDraft(visit)
    let found = try visit.read { try opened(text, visit, $0) }
    guard found.one.state == .asked else { throw Refusal.gone }
    let problems = draft.problems(isMember: visit.viewer.isLoggedIn)
    if !problems.isEmpty { return EndorsementPages.link(found, text, draft, problems, visit) }
    try visit.write { db in
      let found = try opened(text, visit, db)
      try keep(draft, on: found.one.id, found.badge, found.award, found.speaker, visit, db)
    }
    return visit.redirect(to: "/recommander/\(text)", notice: .saved)
  }

  /// Who has no account keeps the link to what they wrote.
  static func takeBack(_ visit: Visit, _ text: String) throws -> Response {
    try visit.write { db in
      let found = try opened(text, visit, db)
      let author = found.one.author?.id
      guard author == nil || author == visit.viewer.member?.id else { throw Refusal.notAllowed }
      try EndorsementStore.withdraw(found.one.id, db)
    }
    return visit.redirect(to: "/badges/verifier", notice: .saved)
  }

  // MARK: Programs

  static func document(
    _ visit: Visit, _ base: BadgeBase.ID, _ name: EndorsementName
  ) throws -> Response {
    try visit.read { db in
      let base = try BadgeKeyStore.base(base, db).orNotFound()
      let one = try EndorsementStore.endorsement(secret: name.secret, db).orNotFound()
      let subject = try subject(of: one, name.part, base, db)
      if one.state == .withdrawn {
        let id = BadgeAddresses(base: base).endorsement(one.secret, name.part)
        var response = BadgeHostingRoutes.json(
          OB2.Endorsement.revoked(id: id, reason: nil), visit)
        response.status = 410
        return response
      }
      let document = try one.document(name.part, of: subject, base).orNotFound()
      return BadgeHostingRoutes.json(document.json, visit)
    }
  }

  /// The id of what is vouched for, where anybody may know of it.
  private static func subject(
    of one: BadgeEndorsement, _ part: EndorsedPart, _ base: BadgeBase, _ db: Reader
  ) throws -> String {
    let addresses = BadgeAddresses(base: base)
    if case .badge(let part) = part {
      let badge = try BadgeClassStore.badge(part.id, db).orNotFound()
      guard one.award == nil, part.id == one.classID, part.version == one.version,
        badge.state != .draft,
        try BadgeKeyStore.published(part.key, db)?.issuer == badge.issuer.id
      else { throw Refusal.notFound }
      return addresses.badgeClass(part)
    }
    guard let id = one.award, let award = try BadgeReadingStore.award(id, db),
      award.isPublished, award.base.id == base.id, one.isShown || one.state == .withdrawn
    else { throw Refusal.notFound }
    return part == .signed ? award.uuid : addresses.assertion(award.secret)
  }
}
