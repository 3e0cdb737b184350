import HTML
import HTTP
import LinkedData
import SQLite

/// How learners ask for badges, and what becomes of it.
enum BadgeRequestRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/demandes", .members, queue)
    routes.get("/badges/demandes/*", .members, show)
    routes.post("/badges/demandes/*", .members, decide)
    routes.gesture("/badges/demandes/*/retrait", .members, withdraw)
    routes.get("/badges/*/demander", .members, askFor)
    routes.post("/badges/*/demander", .members, ask)
  }

  static func queue(_ visit: Visit) throws -> Response {
    try visit.read { db in
      let waiting = try BadgeRequestStore.waiting(for: visit.viewer, db)
      let lines = try waiting.map { one in
        (
          request: one.request, author: one.author,
          badge: try BadgeClassStore.badge(one.request.classID, db).orNotFound()
        )
      }
      return BadgeRequestPages.queue(lines, visit)
    }
  }

  private static func asked(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeClass {
    let badge = try BadgeRoutes.load(id, visit, db).badge
    guard badge.state == .active, badge.version.takesRequests, !badge.issuer.isClosed else {
      throw Refusal.notAllowed
    }
    return badge
  }

  static func askFor(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.read { db in
      let badge = try asked(id, visit, db)
      let before = try BadgeRequestStore.latest(of: visit.member.id, for: id, db)
      let kept = before.flatMap { [.waiting, .returned].contains($0.state) ? $0 : nil }
      return BadgeRequestPages.form(
        badge, BadgeRequestDraft(kept), kept?.state == .returned ? kept?.answer ?? "" : "",
        FormProblems(), visit)
    }
  }

  static func ask(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let draft = BadgeRequestDraft(visit.form)
    let badge = try visit.read { try asked(id, visit, $0) }
    var problems = FormProblems()
    let say = visit.say.badges
    if draft.words.trimmed.isEmpty { problems.add(say.requestWordsMissing, to: "mots") }
    if draft.words.count > BadgeRequestDraft.longestWords {
      problems.add(
        say.tooLong(draft.words.count - BadgeRequestDraft.longestWords), to: "mots")
    }
    let lines = draft.lines
    if lines.count > BadgeRequestStore.mostEvidence {
      problems.add(say.evidenceTooMany, to: "preuves")
    }
    if let wrong = lines.first(where: { !BadgeRequestDraft.isAddress($0) }) {
      problems.add(say.evidenceWrong(String(wrong.prefix(80))), to: "preuves")
    }
    if !problems.isEmpty { return BadgeRequestPages.form(badge, draft, "", problems, visit) }
    try visit.write { db in
      _ = try asked(id, visit, db)
      try BadgeRequestStore.ask(
        badge, words: draft.words.withUnixLines.trimmed, evidence: lines, by: visit.member.id,
        at: visit.now, db)
    }
    return visit.redirect(to: badge.address, notice: .badgeAsked)
  }

  static func withdraw(_ visit: Visit, _ id: BadgeRequest.ID) throws -> Response {
    let badge = try visit.write { db in
      let request = try BadgeRequestStore.request(id, db).orNotFound()
      guard request.member == (try visit.member.id) else { throw Refusal.notFound }
      try BadgeRequestStore.withdraw(id, of: request.member, db)
      return try BadgeClassStore.badge(request.classID, db).orNotFound()
    }
    return visit.redirect(to: badge.address, notice: .saved)
  }

  // MARK: Assessing

  /// - Throws: ``Refusal`` for who may not assess it, and for who asked.
  private static func assessed(
    _ id: BadgeRequest.ID, _ visit: Visit, _ db: Reader
  ) throws -> (request: BadgeRequest, badge: BadgeClass, author: Author) {
    let request = try BadgeRequestStore.request(id, db).orNotFound()
    let (badge, rights) = try BadgeRoutes.load(request.classID, visit, db)
    guard rights.mayAward, request.member != (try visit.member.id) else {
      throw Refusal.notAllowed
    }
    return (request, badge, try BadgeRequestStore.author(request.member, db).orNotFound())
  }

  static func show(_ visit: Visit, _ id: BadgeRequest.ID) throws -> Response {
    let found = try visit.read { try assessed(id, visit, $0) }
    return BadgeRequestPages.show(found.request, found.badge, found.author, FormProblems(), visit)
  }

  /// What happened to a request while somebody wrote an answer.
  private enum Meanwhile: Error { case changed, answered }

  static func decide(_ visit: Visit, _ id: BadgeRequest.ID) throws -> Response {
    let found = try visit.read { try assessed(id, visit, $0) }
    let words = String(visit.field("mots").withUnixLines.prefix(BadgeRequestDraft.longestWords))
    let isAccepted = visit.form["avis"] == "accepter"
    let say = visit.say.badges
    var problems = FormProblems()
    if found.request.state == .waiting {
      if visit.form["lu"] != found.request.mark { problems.add(say.requestChanged, to: "mots") }
      if visit.form["avis"] == nil { problems.add(say.verdictMissing, to: "avis") }
      if words.isEmpty { problems.add(say.verdictWordsMissing, to: "mots") }
    }
    if problems.isEmpty {
      do {
        if isAccepted { try visit.prepareKeys(of: found.badge.issuer.id) }
        try visit.write { db in try decide(found, isAccepted, words, visit, db) }
        return visit.redirect(to: "/badges/demandes", notice: .saved)
      } catch is BadgeAwardStore.Refusal {
        problems.add(say.alreadyHeld, to: "avis")
      } catch let meanwhile as Meanwhile {
        // Of one that was answered the page says so itself, and gives the words back.
        if meanwhile == .changed { problems.add(say.requestChanged, to: "mots") }
      }
    }
    let now = try visit.read { try assessed(id, visit, $0) }
    return BadgeRequestPages.show(now.request, now.badge, now.author, problems, visit)
  }

  /// - Throws: ``Meanwhile``.
  private static func decide(
    _ found: (request: BadgeRequest, badge: BadgeClass, author: Author), _ isAccepted: Bool,
    _ words: String, _ visit: Visit, _ db: Writer
  ) throws {
    let request = try BadgeRequestStore.request(found.request.id, db).orNotFound()
    guard request.state == .waiting else { throw Meanwhile.answered }
    guard request.mark == visit.form["lu"] else { throw Meanwhile.changed }
    var award: BadgeAward.ID?
    if isAccepted {
      let evidence =
        [BadgeEvidence(name: "", address: "", words: request.words, isShown: false)]
        + request.evidence.map { line in
          BadgeEvidence(
            name: line, address: BadgeRequestDraft.whole(line, visit.site.badges.base), words: "",
            isShown: false)
        }
      award = try BadgeAwardStore.offer(
        BadgeAwardStore.New(
          badge: found.badge, member: request.member, by: visit.member.id, narrative: words,
          evidence: evidence), in: visit.site.badges, at: visit.now, db)
    }
    let wasWaiting = try BadgeRequestStore.decide(
      request.id, isAccepted ? .accepted : .returned, answer: words, by: visit.member.id,
      award: award, at: visit.now, db)
    guard wasWaiting else { throw Meanwhile.answered }
    if isAccepted { return }
    try Journal.write(
      .badgeReturned, by: visit.member.id, on: request.member, in: found.badge.issuer.space,
      about: .badge(found.badge.id), at: visit.now, db)
    try Notifications.tell(
      .told(
        .badgeReturned, to: [request.member],
        about: .page("/badges/\(found.badge.id.value)/demander"), by: visit.member.id,
        words: found.badge.version.name), at: visit.now, db)
  }
}

/// What was typed to ask for a badge, exactly.
struct BadgeRequestDraft: Sendable {
  var words = ""
  var evidence = ""

  static let longestWords = 4_000

  init(_ form: Form) {
    words = form["mots"] ?? ""
    evidence = form["preuves"] ?? ""
  }

  /// What was asked before, to be gone on with.
  init(_ before: BadgeRequest?) {
    words = before?.words ?? ""
    evidence = before?.evidence.joined(separator: "\n") ?? ""
  }

  var lines: [String] {
    evidence.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// A page of ours, or one elsewhere; such as documents of badges can name.
  static func isAddress(_ line: String) -> Bool {
    guard line.count <= 1_000, !line.contains(where: \.isWhitespace) else { return false }
    if Address(ownPath: line) != nil { return whole(line, "https://localhost").isAbsoluteIRI }
    let host = ["https://", "http://"].first { line.hasPrefix($0) }
      .map { line.dropFirst($0.count) }?.first
    return host.map { !"/?#".contains($0) } == true && line.isAbsoluteIRI
  }

  /// With the address of the site before a page of ours.
  static func whole(_ line: String, _ base: String) -> String {
    line.hasPrefix("/") ? base + line : line
  }
}
