import Credentials
import JSONText
import LinkedData
import SQLite

/// The badges of the demo: `Seeds/badges.jsonl`, one thing a line.
///
///   key, name, description, criteria   a kind of badge, and what it says
///   space                              the space that gives it; null: the site
///   shape, colour, pictogram           its picture, by the names of ``BadgeDrawing``
///   tags, concepts, months, requests   as a form would have them; `state` draft: not open yet
///   rule, least, fewest                what the site counts and from how many; from how many peers
///
///   award, to, by, days                of which key, to whom, by whom, days ago
///   state, words, reason               accepted, offered, refused or revoked; what was said
///   published, test                    whether its addresses answer; whether it is only a test
///
///   recognition, by, words, peers      of which key, who asks, what is said to whom
///   saw                                what some of them have answered
///   imported, to, days                 a file below Seeds that was earned elsewhere; who brought it
enum DemoBadges {
  private static let day: Int64 = 86_400

  static func make(
    root: String, in site: BadgeSite, _ configuration: Configuration, at now: Instant,
    _ db: Writer
  ) throws {
    guard let bytes = readFile(root + "/Seeds/badges.jsonl") else { return }
    let lines = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(reading: $0) }
    var made: [String: BadgeClass.ID] = [:]
    for line in lines {
      if let key = line["key"]?.string {
        made[key] = try kind(line, configuration, at: now + -day * 120, db)
      }
    }
    let awards = lines.filter { $0["award"] != nil }
      .sorted { ($0["days"]?.integer ?? 0) > ($1["days"]?.integer ?? 0) }
    for line in awards {
      guard let id = made[line["award"]?.string ?? ""] else { continue }
      try award(line, id, in: site, at: now, db)
    }
    for line in lines where line["key"] != nil {
      if let id = made[line["key"]?.string ?? ""] { try rule(line, id, in: site, at: now, db) }
    }
    for line in lines where line["recognition"] != nil {
      guard let id = made[line["recognition"]?.string ?? ""] else { continue }
      try recognition(line, id, in: site, at: now + -day, db)
    }
    let contexts = try BadgeContexts.load(root: root)
    for line in lines {
      guard let name = line["imported"]?.string else { continue }
      try bring(name, line, root: root, contexts, at: now, db)
    }
  }

  private static func rule(
    _ line: JSON, _ id: BadgeClass.ID, in site: BadgeSite, at now: Instant, _ db: Writer
  ) throws {
    guard let badge = try BadgeClassStore.badge(id, db),
      let admin = try MemberStore.member(login: "admin", db)
    else { return }
    if let fewest = line["fewest"]?.integer {
      try BadgePeerStore.set(Int(fewest), for: badge, by: admin.id, at: now, db)
    }
    guard let fact = BadgeFact(rawValue: line["rule"]?.string ?? "") else { return }
    let rule = BadgeRule(fact: fact, least: Int(line["least"]?.integer ?? 1), space: nil)
    try BadgeRuleStore.set(rule, for: badge, by: admin.id, at: now, db)
    while try BadgeRuleGiving.give(id, in: site, at: now, db) > 0 {}
  }

  private static func recognition(
    _ line: JSON, _ id: BadgeClass.ID, in site: BadgeSite, at moment: Instant, _ db: Writer
  ) throws {
    func member(_ login: String) throws -> Member.ID? {
      try MemberStore.member(login: login, db)?.id
    }
    guard let badge = try BadgeClassStore.badge(id, db),
      let by = try member(line["by"]?.string ?? "")
    else { return }
    let peers = line["peers"]?.array?.compactMap(\.string) ?? []
    try BadgePeerStore.ask(
      badge, words: line["words"]?.string ?? "", isOpen: false,
      peers: try peers.compactMap { try member($0) }, by: by, at: moment, db)
    guard let asked = try BadgePeerStore.current(of: by, for: id, db) else { return }
    for login in peers {
      guard let words = line["saw"]?[login]?.string, let peer = try member(login) else { continue }
      try BadgePeerStore.answer(asked.id, words, by: peer, in: site, at: moment + 3_600, db)
    }
  }

  /// Nobody elsewhere is asked: the key of its issuer is its name.
  private static func bring(
    _ name: String, _ line: JSON, root: String, _ contexts: ContextLibrary, at now: Instant,
    _ db: Writer
  ) throws {
    let moment = now + -day * Int64(line["days"]?.integer ?? 0)
    guard let bytes = readFile("\(root)/Seeds/\(name)"),
      let member = try MemberStore.member(login: line["to"]?.string ?? "", db)
    else { return }
    let reading = ImportReading(
      options: Verification.Options(now: Timestamp(moment)), contexts: contexts
    ) { _ in throw BadgeAsking.Failure.unreachable }
    let item = ImportItem(name: name, content: .bytes(bytes))
    let new = try reading.read(item, at: moment)
    _ = try ImportedStore.keep(new, of: member.id, at: moment, db)
  }

  private static func kind(
    _ line: JSON, _ configuration: Configuration, at moment: Instant, _ db: Writer
  ) throws -> BadgeClass.ID {
    func texts(_ name: String) -> [String] { line[name]?.array?.compactMap(\.string) ?? [] }
    let issuer =
      if let slug = line["space"]?.string {
        try BadgeClassStore.allow(
          SpaceStore.space(slug: slug, viewer: .visitor, db).orNotFound().space, configuration,
          at: moment, db)
      } else {
        try BadgeClassStore.siteIssuer(configuration, at: moment, db)
      }
    var draft = BadgeDraft()
    draft.name = line["name"]?.string ?? ""
    draft.description = line["description"]?.string ?? ""
    draft.criteria = line["criteria"]?.string ?? ""
    draft.tags = texts("tags").joined(separator: ", ")
    // Those that the site knows: a test may have no vocabularies.
    draft.concepts = try BadgeClassStore.known(texts("concepts"), db).sorted()
      .joined(separator: "\n")
    draft.months = line["months"]?.integer.map(String.init) ?? ""
    draft.shape = line["shape"]?.string ?? ""
    draft.colour = line["colour"]?.string ?? ""
    draft.pictogram = line["pictogram"]?.string ?? ""
    draft.takesRequests = line["requests"]?.bool ?? true
    let new = try draft.checked { try BadgeClassStore.known($0, db) }
    let id = try BadgeClassStore.make(new, for: issuer.id, by: nil, at: moment, db)
    if line["state"]?.string != "draft" { try BadgeClassStore.set(.active, id, db) }
    return id
  }

  private static func award(
    _ line: JSON, _ id: BadgeClass.ID, in site: BadgeSite, at now: Instant, _ db: Writer
  ) throws {
    let moment = now + -day * Int64(line["days"]?.integer ?? 0)
    guard let badge = try BadgeClassStore.badge(id, db),
      let member = try MemberStore.member(login: line["to"]?.string ?? "", db),
      let by = try MemberStore.member(login: line["by"]?.string ?? "", db)
    else { return }
    let number = try BadgeAwardStore.offer(
      BadgeAwardStore.New(
        badge: badge, member: member.id, by: by.id, narrative: line["words"]?.string ?? "",
        isTest: line["test"]?.bool ?? false), in: site, at: moment, db)
    let award = try BadgeReadingStore.award(number, db).orNotFound()
    switch line["state"]?.string {
    case "accepted":
      try BadgeAwardStore.accept(
        award, publishing: line["published"]?.bool ?? false, shown: [], at: moment + 3_600, db)
    case "refused": try BadgeAwardStore.refuse(number, at: moment + 3_600, db)
    case "revoked":
      _ = try BadgeAwardStore.revoke(
        award, badge, reason: line["reason"]?.string ?? "", by: by.id, at: moment + day, db)
    default: break
    }
  }
}
