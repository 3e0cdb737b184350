import Credentials
import HTML
import HTTP
import SQLite

/// What the site answers about badges.
enum BadgeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges", .anyone, isShared: true, list)
    routes.get("/badges/nouveau", .members, askForNew)
    routes.post("/badges/nouveau", .members, takesFiles: true, make)
    routes.get("/badges/*", .anyone, isShared: true, show)
    routes.get("/badges/*/modifier", .members, edit)
    routes.post("/badges/*/modifier", .members, takesFiles: true, save)
    routes.gesture("/badges/*/ouvrir", .members, activate)
    routes.gesture("/badges/*/retirer", .members, retire)
    BadgeIssuerRoutes.add(to: &routes)
    BadgeAwardRoutes.add(to: &routes)
    BadgeRuleRoutes.add(to: &routes)
    BadgePeerRoutes.add(to: &routes)
    BadgeAgreementRoutes.add(to: &routes)
    BadgeReissueRoutes.add(to: &routes)
    BadgeRequestRoutes.add(to: &routes)
    OwnBadgeRoutes.add(to: &routes)
    BadgeShareRoutes.add(to: &routes)
    BadgeCollectionRoutes.add(to: &routes)
    CollectionShareRoutes.add(to: &routes)
    CertificateRoutes.add(to: &routes)
    BadgeFollowRoutes.add(to: &routes)
  }

  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      let badges = try BadgeClassStore.badges(for: visit.viewer, db)
      var rights: [BadgeIssuer.ID: BadgeRights] = [:]
      for issuer in Set(badges.map(\.issuer.id)) {
        guard let one = badges.first(where: { $0.issuer.id == issuer })?.issuer else { continue }
        rights[issuer] = try BadgeRights.find(visit.viewer, one, db)
      }
      let shown = badges.filter {
        $0.state == .active || rights[$0.issuer.id]?.mayKeep == true
      }
      let mayMake =
        try visit.viewer.member?.isAdministrator == true
        || !BadgeRights.kept(by: visit.viewer, db).isEmpty
      let waiting = try BadgeRequestStore.waiting(for: visit.viewer, db).count
      let peers = try visit.viewer.member.map { try BadgePeerStore.waiting(for: $0.id, db).count }
      let agreements = try BadgeAgreementStore.waiting(for: visit.viewer, db).count
      return BadgePages.list(
        shown, mayMake: mayMake, waiting: waiting, peers: peers ?? 0, agreements: agreements, visit)
    }
  }

  /// A class that the visitor may see, and what the visitor may do with it.
  static func load(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> (badge: BadgeClass, rights: BadgeRights) {
    let badge = try BadgeClassStore.badge(id, db).orNotFound()
    guard try BadgeRights.mayRead(badge.issuer, visit.viewer, db) else { throw Refusal.notFound }
    let rights = try BadgeRights.find(visit.viewer, badge.issuer, db)
    if badge.state == .draft, !rights.mayKeep { throw Refusal.notFound }
    return (badge, rights)
  }

  static func show(_ visit: Visit, _ name: Slugged<BadgeClass>) throws -> Response {
    try visit.read { db in
      let view = try view(name.number, visit, db)
      guard name.slug == view.badge.version.slug else {
        return .redirect(to: view.badge.address.text, status: 301)
      }
      return BadgePages.show(view, visit)
    }
  }

  /// A class as the visitor meets it.
  static func view(_ id: BadgeClass.ID, _ visit: Visit, _ db: Reader) throws -> BadgeView {
    let (badge, rights) = try load(id, visit, db)
    var view = BadgeView(badge: badge, rights: rights)
    view.alignments = try BadgeClassStore.alignments(
      badge.id, version: badge.version.number, db)
    view.endorsements = try EndorsementStore.given(badge.id, version: badge.version.number, db)
    if rights.mayKeep {
      view.waitingEndorsements = try EndorsementStore.waiting(for: badge.id, db)
    }
    let speaker = try EndorsementRoutes.speaker(of: badge, award: nil, visit, db)
    view.mayEndorse = speaker.mayBeOneself || !speaker.issuers.isEmpty
    if rights.mayAward { view.holders = try BadgeReadingStore.holders(of: badge.id, db) }
    if let member = visit.viewer.member {
      view.own = try BadgeReadingStore.awards(of: member.id, db).first {
        $0.classID == badge.id && $0.state != .refused
      }
      view.request = try BadgeRequestStore.latest(of: member.id, for: badge.id, db)
      view.fewestPeers = try BadgePeerStore.least(of: badge.id, db)
      view.isFollowed = try BadgeFollowStore.isFollowed(badge.id, by: member.id, db)
    }
    if let rule = try BadgeRuleStore.rule(of: badge.id, db), !rule.isPaused {
      view.rule = rule
      view.ruleCount = try visit.viewer.member.map {
        try BadgeRuleStore.count(of: $0.id, rule, db)
      }
    }
    return view
  }

  // MARK: Making and changing

  static func askForNew(_ visit: Visit) throws -> Response {
    let issuers = try issuers(visit)
    return BadgeFormPages.form(BadgeDraft(), nil, issuers, [], visit)
  }

  /// For an administrator, the site is an issuer from the first badge on.
  private static func issuers(_ visit: Visit) throws -> [BadgeIssuer] {
    if visit.viewer.member?.isAdministrator == true {
      _ = try visit.write {
        try BadgeClassStore.siteIssuer(visit.site.configuration, at: visit.now, $0)
      }
    }
    let issuers = try visit.read { try BadgeRights.kept(by: visit.viewer, $0) }
    if issuers.isEmpty { throw Refusal.notAllowed }
    return issuers
  }

  static func make(_ visit: Visit) throws -> Response {
    let issuers = try issuers(visit)
    let draft = BadgeDraft(visit.form)
    guard
      let issuer = issuers.first(where: { String($0.id.value) == draft.issuer }) ?? issuers.first
    else { throw Refusal.notAllowed }
    let submission = visit.submission(
      [draft.issuer, draft.name, draft.description, draft.criteria].joined(separator: "\n"))
    do {
      let id = try visit.write { db in
        if let made = try BadgeClassStore.made(submission, db) { return made }
        let new = try draft.checked { try BadgeClassStore.known($0, db) }
        let id = try BadgeClassStore.make(
          new, for: issuer.id, submission: submission, by: visit.member.id, at: visit.now, db)
        try Journal.write(
          .badgeMade, by: visit.member.id, in: issuer.space, about: .badge(id), at: visit.now, db)
        return id
      }
      return visit.redirect(
        to: BadgeClass.address(id, Slug.make(from: draft.name.oneLine)), notice: .saved)
    } catch let problems as BadgeDraft.Problems {
      return BadgeFormPages.form(draft, nil, issuers, problems.all, visit)
    }
  }

  private static func kept(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeClass {
    let (badge, rights) = try load(id, visit, db)
    guard rights.mayKeep else { throw Refusal.notAllowed }
    return badge
  }

  static func edit(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.read { db in
      let badge = try kept(id, visit, db)
      let concepts = try BadgeClassStore.alignments(id, version: badge.version.number, db)
      return BadgeFormPages.form(
        BadgeDraft(badge, concepts: concepts.map(\.address)), badge, [], [], visit)
    }
  }

  static func save(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let draft = BadgeDraft(visit.form)
    let badge = try visit.read { try kept(id, visit, $0) }
    do {
      let badge = try visit.write { db in
        _ = try kept(id, visit, db)
        let new = try draft.checked { try BadgeClassStore.known($0, db) }
        try BadgeClassStore.change(id, to: new, at: visit.now, db)
        return try BadgeClassStore.badge(id, db).orNotFound()
      }
      return visit.redirect(to: badge.address, notice: .saved)
    } catch let problems as BadgeDraft.Problems {
      return BadgeFormPages.form(draft, badge, [], problems.all, visit)
    }
  }

  static func activate(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try set(.active, .badgeActivated, id, visit)
  }

  static func retire(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try set(.retired, .badgeRetired, id, visit)
  }

  private static func set(
    _ state: BadgeClass.State, _ action: JournalAction, _ id: BadgeClass.ID, _ visit: Visit
  ) throws -> Response {
    let badge = try visit.write { db in
      let badge = try kept(id, visit, db)
      try BadgeClassStore.set(state, id, db)
      try Journal.write(
        action, by: visit.member.id, in: badge.issuer.space, about: .badge(id), at: visit.now, db)
      return badge
    }
    return visit.redirect(to: badge.address, notice: .saved)
  }
}

/// A class as one reader meets it.
struct BadgeView {
  let badge: BadgeClass
  let rights: BadgeRights
  var alignments: [Alignment] = []
  var holders: [(award: BadgeAward, author: Author)] = []
  /// The reader's, if there is one.
  var own: BadgeAward?
  var request: BadgeRequest?
  /// The one that gives it now, and how much of what it counts is the reader's.
  var rule: BadgeRule?
  var ruleCount: Int?
  /// From how many peers on it is given; nil: not by peers, or to a visitor.
  var fewestPeers: Int?
  var endorsements: [BadgeEndorsement] = []
  var waitingEndorsements: [BadgeEndorsement] = []
  /// Whether the reader may vouch for it, in whatever name.
  var mayEndorse = false
  var isFollowed = false
  /// Why what was asked for its holders was not done.
  var problem: String?
}
