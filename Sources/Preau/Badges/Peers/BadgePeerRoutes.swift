import HTML
import HTTP
import SQLite

/// How peers recognise what somebody can do.
enum BadgePeerRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/*/pairs", .members, settings)
    routes.post("/badges/*/pairs", .members, set)
    routes.get("/badges/*/reconnaissance", .members, askFor)
    routes.post("/badges/*/reconnaissance", .members, ask)
    routes.get("/badges/reconnaissances", .members, list)
    routes.get("/badges/reconnaissances/*", .members, show)
    routes.post("/badges/reconnaissances/*", .members, answer)
    routes.gesture("/badges/reconnaissances/*/abandon", .members, withdraw)
    routes.gesture("/badges/reconnaissances/*/reprise", .members, takeBack)
  }

  // MARK: For those who look after the badge

  static func settings(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try settings(visit, id, problem: false)
  }

  private static func settings(
    _ visit: Visit, _ id: BadgeClass.ID, problem: Bool
  ) throws -> Response {
    try visit.read { db in
      let (badge, rights) = try BadgeRoutes.load(id, visit, db)
      guard rights.mayAward else { throw Refusal.notAllowed }
      return BadgePeerPages.settings(
        badge, try BadgePeerStore.least(of: id, db), mayKeep: rights.mayKeep,
        try BadgePeerStore.all(of: id, db), problem: problem, visit)
    }
  }

  static func set(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let typed = visit.field("combien")
    let least = Int(typed)
    let isRight =
      least.map { (BadgeRecognition.fewest...BadgeRecognition.most).contains($0) }
      ?? typed.isEmpty
    guard isRight else { return try settings(visit, id, problem: true) }
    try visit.write { db in
      let (badge, rights) = try BadgeRoutes.load(id, visit, db)
      guard rights.mayKeep, badge.state != .retired else { throw Refusal.notAllowed }
      try BadgePeerStore.set(least, for: badge, by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/\(id.value)/pairs", notice: .saved)
  }

  // MARK: Asking

  /// - Throws: ``Refusal`` where no peers are asked, and for who has the badge.
  private static func asked(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> (badge: BadgeClass, least: Int) {
    let badge = try BadgeRoutes.load(id, visit, db).badge
    guard badge.state == .active, !badge.issuer.isClosed,
      let least = try BadgePeerStore.least(of: id, db),
      try !BadgeReadingStore.holds(visit.member.id, id, at: visit.now, db)
    else { throw Refusal.notAllowed }
    return (badge, least)
  }

  static func askFor(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.read { db in
      let (badge, least): (BadgeClass, Int)
      do { (badge, least) = try asked(id, visit, db) } catch is Refusal {
        // What was told of it leads here after the badge was given, too.
        return visit.redirect(to: "/badges/\(id.value)")
      }
      let current = try BadgePeerStore.current(of: visit.member.id, for: id, db)
      var draft = BadgeRecognitionDraft()
      draft.words = current?.words ?? ""
      draft.isOpen = current?.isOpen ?? false
      return try form(badge, least, draft, [], visit, db)
    }
  }

  private static func form(
    _ badge: BadgeClass, _ least: Int, _ draft: BadgeRecognitionDraft,
    _ problems: [BadgeRecognitionDraft.Problem], _ visit: Visit, _ db: Reader
  ) throws -> Response {
    let current = try BadgePeerStore.current(of: visit.member.id, for: badge.id, db)
    let peers = try current.map { try BadgePeerStore.peers(of: $0.id, db) } ?? []
    let known = Set(peers.map(\.author.id))
    let near = try BadgePeerStore.near(visit.member.id, for: badge, db).filter {
      !known.contains($0.id)
    }
    return BadgePeerPages.ask(
      BadgePeerPages.Asking(
        badge: badge, least: least, current: current, peers: peers, near: near), draft, problems,
      visit)
  }

  static func ask(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let draft = BadgeRecognitionDraft(visit.form)
    do {
      try visit.write { db in
        let badge = try asked(id, visit, db).badge
        let member = try visit.member.id
        let current = try BadgePeerStore.current(of: member, for: id, db)
        let known = try current.map { try BadgePeerStore.peers(of: $0.id, db).count } ?? 0
        let checked = try draft.checked(
          near: Set(BadgePeerStore.near(member, for: badge, db).map(\.id)), asked: known
        ) { try BadgePeerStore.named($0, sharingWith: member, for: badge, db) }
        try BadgePeerStore.ask(
          badge, words: checked.words, isOpen: draft.isOpen, peers: checked.peers, by: member,
          at: visit.now, db)
      }
    } catch let problems as BadgeRecognitionDraft.Problems {
      return try visit.read { db in
        let (badge, least) = try asked(id, visit, db)
        return try form(badge, least, draft, problems.all, visit, db)
      }
    }
    return visit.redirect(to: "/badges/\(id.value)/reconnaissance", notice: .saved)
  }

  static func withdraw(_ visit: Visit, _ id: BadgeRecognition.ID) throws -> Response {
    let recognition = try visit.write { db in
      let recognition = try BadgePeerStore.recognition(id, db).orNotFound()
      guard recognition.member == (try visit.member.id) else { throw Refusal.notFound }
      try BadgePeerStore.withdraw(id, of: recognition.member, db)
      return recognition
    }
    return visit.redirect(to: "/badges/\(recognition.classID.value)", notice: .saved)
  }

  // MARK: Answering

  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      let waiting = try BadgePeerStore.waiting(for: visit.member.id, db)
      return BadgePeerPages.list(
        waiting.map { one in
          BadgePeerPages.Line(
            recognition: one.recognition, author: one.author, isAsked: one.isAsked,
            badge: one.badge)
        }, visit)
    }
  }

  /// What a member may answer: who asks stands in the class of theirs, or has named them.
  private static func open(
    _ id: BadgeRecognition.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgePeerPages.Witness {
    let recognition = try BadgePeerStore.recognition(id, db).orNotFound()
    let member = try visit.member.id
    let own = try BadgePeerStore.peers(of: id, db).first { $0.author.id == member }
    if recognition.member == member { throw Refusal.notAllowed }
    let badge = try BadgeClassStore.badge(recognition.classID, db).orNotFound()
    if own == nil {
      let isNear = try BadgePeerStore.near(recognition.member, for: badge, db).contains {
        $0.id == member
      }
      guard recognition.isOpen, isNear else { throw Refusal.notFound }
    }
    return BadgePeerPages.Witness(
      recognition: recognition,
      author: try BadgeRequestStore.author(recognition.member, db).orNotFound(),
      badge: badge, own: own)
  }

  static func show(_ visit: Visit, _ id: BadgeRecognition.ID) throws -> Response {
    BadgePeerPages.show(try visit.read { try open(id, visit, $0) }, FormProblems(), visit)
  }

  static func answer(_ visit: Visit, _ id: BadgeRecognition.ID) throws -> Response {
    let isDeclined = visit.form["avis"] == "non"
    let words = visit.field("mots").withUnixLines.trimmed
    let over = words.count - BadgeRecognitionDraft.longestWords
    if !isDeclined, words.isEmpty || over > 0 {
      let say = visit.say.badgePeers
      return BadgePeerPages.show(
        try visit.read { try open(id, visit, $0) },
        FormProblems(over > 0 ? say.tooLong(over) : say.sawMissing, in: "mots"), visit)
    }
    try visit.prepareKeys(of: visit.read { try open(id, visit, $0) }.badge.issuer.id)
    try visit.write { db in
      let witness = try open(id, visit, db)
      guard witness.badge.state == .active, !witness.badge.issuer.isClosed else {
        throw Refusal.gone
      }
      try BadgePeerStore.answer(
        id, isDeclined ? nil : words, by: visit.member.id, in: visit.site.badges, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/reconnaissances", notice: .saved)
  }

  static func takeBack(_ visit: Visit, _ id: BadgeRecognition.ID) throws -> Response {
    try visit.write { db in
      _ = try open(id, visit, db)
      try BadgePeerStore.takeBack(id, by: visit.member.id, db)
    }
    return visit.redirect(to: BadgeRecognition.address(id), notice: .saved)
  }
}
