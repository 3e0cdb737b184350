import Credentials
import HTML
import HTTP
import SQLite

/// How a member brings badges from elsewhere, and what can be done with them here.
enum ImportedRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mes-badges/apporter", .members, ask)
    routes.post(
      "/mes-badges/apporter", .members, lane: .slow, isKept: false, takesFiles: true, bring)
    routes.get("/mes-badges/apportes/*", .members, show)
    routes.get("/mes-badges/apportes/*/image", .members, picture)
    routes.get("/mes-badges/apportes/*/fichier", .members, file)
    routes.post(
      "/mes-badges/apportes/*/verification", .members, lane: .slow, isKept: false, verify)
    routes.get("/mes-badges/apportes/*/suppression", .members, askToDelete)
    routes.post("/mes-badges/apportes/*/suppression", .members, delete)
  }

  // MARK: Bringing

  static func ask(_ visit: Visit) throws -> Response {
    ImportedPages.ask(ImportDraft(), nil, visit)
  }

  static func bring(_ visit: Visit) throws -> Response {
    let draft = ImportDraft(visit.form)
    let items: [ImportItem]
    do throws(ImportDraft.Problem) { items = try draft.items() } catch {
      return ImportedPages.ask(draft, visit.say.imported.problem(error), visit)
    }
    let seconds = try secondsToWait(visit)
    if seconds > 0 {
      return ImportedPages.ask(draft, visit.say.verifying.wait(seconds), status: 429, visit)
    }
    let lines = try take(items, visit)
    guard lines.count == 1, let line = lines.first else {
      return ImportedPages.report(lines, visit)
    }
    switch line.outcome {
    case .success(.taken(let id)):
      return visit.redirect(to: "/mes-badges/apportes/\(id.value)", notice: .saved)
    case .success: return ImportedPages.report(lines, visit)
    case .failure(let problem):
      return ImportedPages.ask(draft, visit.say.imported.problem(problem, visit.say), visit)
    }
  }

  /// What became of one thing that was brought.
  struct Line: Sendable {
    let name: String
    let outcome: Result<ImportedStore.Outcome, ImportProblem>
  }

  /// Verifies everything first, then keeps what is a badge, in one change.
  private static func take(_ items: [ImportItem], _ visit: Visit) throws -> [Line] {
    let member = try visit.member.id
    let reading = try reading(visit)
    let end = ContinuousClock.now + .seconds(ImportLimits.seconds)
    let read = try items.map { item -> (ImportItem, Result<NewImportedBadge, ImportProblem>) in
      guard ContinuousClock.now < end else { return (item, .failure(.outOfTime)) }
      try spend(visit)
      do throws(ImportProblem) {
        return (item, .success(try reading.read(item, at: visit.now)))
      } catch {
        return (item, .failure(error))
      }
    }
    return try visit.write { db in
      try read.map { item, result in
        switch result {
        case .failure(let problem): return Line(name: item.name, outcome: .failure(problem))
        case .success(let new):
          let outcome = try ImportedStore.keep(new, of: member, at: visit.now, db)
          return Line(
            name: new.finding.facts.name.isEmpty ? item.name : new.finding.facts.name,
            outcome: outcome == .full ? .failure(.full) : .success(outcome))
        }
      }
    }
  }

  private static func reading(_ visit: Visit) throws -> ImportReading {
    let member = try visit.member.id
    let recipients = try visit.read { try ImportedStore.recipients(of: member, $0) }
    let (options, asking) = try BadgeChecking.prepare(
      for: recipients, on: visit.site, at: visit.now)
    return ImportReading(options: options, contexts: visit.site.badgeContexts) { address in
      try asking.ask(address)
    }
  }

  /// A handful at once, and as many as a person opens; each may ask a dozen other sites.
  private static let allowance = PlaceBudget.Allowance(most: 60, secondsEach: 5)

  private static func secondsToWait(_ visit: Visit) throws -> Int {
    visit.site.verifyingBudget.secondsLeft(for: try place(visit), allowance, now: visit.now)
  }

  private static func spend(_ visit: Visit) throws {
    visit.site.verifyingBudget.spend(try place(visit), allowance, now: visit.now)
  }

  /// Each member alone, whatever the connection: a class brings its badges together.
  private static func place(_ visit: Visit) throws -> String { "m\(try visit.member.id.value)" }

  // MARK: One badge

  /// Only its member's.
  private static func load(
    _ id: ImportedBadge.ID, _ visit: Visit, _ db: Reader
  ) throws -> ImportedBadge {
    let badge = try ImportedStore.badge(id, db).orNotFound()
    guard badge.member == (try visit.member.id) else { throw Refusal.notFound }
    return badge
  }

  static func show(_ visit: Visit, _ id: ImportedBadge.ID) throws -> Response {
    ImportedPages.show(try visit.read { try load(id, visit, $0) }, nil, visit)
  }

  static func picture(_ visit: Visit, _ id: ImportedBadge.ID) throws -> Response {
    let picture = try visit.read { db in
      _ = try load(id, visit, db)
      return try ImportedStore.picture(id, db).orNotFound()
    }
    var response = Response(type: picture.type, body: picture.bytes)
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Cookie"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    // Beside the policy of every answer: opened alone, an SVG is a picture, too.
    response.headers.append(
      Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"))
    return response
  }

  /// The very bytes that were brought.
  static func file(_ visit: Visit, _ id: ImportedBadge.ID) throws -> Response {
    try visit.read { db in
      let badge = try load(id, visit, db)
      let bytes = try ImportedStore.bytes(id, db).orNotFound()
      var response = Response(type: badge.form.type, body: bytes)
      response["Content-Disposition"] = "attachment; filename=\"\(badge.fileName)\""
      response["Cache-Control"] = "private, no-store"
      response.headers.append(Header("Content-Security-Policy", "default-src 'none'; sandbox"))
      return response
    }
  }

  /// Looks again, keeps what was found, and shows each step.
  static func verify(_ visit: Visit, _ id: ImportedBadge.ID) throws -> Response {
    let (badge, bytes) = try visit.read { db in
      (try load(id, visit, db), try ImportedStore.bytes(id, db).orNotFound())
    }
    let seconds = try secondsToWait(visit)
    if seconds > 0 { throw Refusal.tooManyRequests(seconds) }
    try spend(visit)
    let report = try reading(visit).verify(bytes)
    let finding = ImportedBadge.Finding(report, at: visit.now, before: badge.finding.facts)
    let changed = try visit.write { db in
      try ImportedStore.keep(finding, of: id, db)
      return try load(id, visit, db)
    }
    return ImportedPages.show(changed, report, visit)
  }

  static func askToDelete(_ visit: Visit, _ id: ImportedBadge.ID) throws -> Response {
    ImportedPages.delete(try visit.read { try load(id, visit, $0) }, visit)
  }

  static func delete(_ visit: Visit, _ id: ImportedBadge.ID) throws -> Response {
    try visit.write { db in
      _ = try load(id, visit, db)
      try ImportedStore.delete(id, db)
    }
    return visit.redirect(to: "/mes-badges", notice: .saved)
  }

  // MARK: With everything else

  /// Every badge from elsewhere, as it came, into the ZIP of all.
  ///
  /// - Returns: each with the name of its file there.
  static func add(
    to archive: inout ZIPFile, of member: Member.ID, _ db: Reader
  ) throws -> [(badge: ImportedBadge, path: String)] {
    try ImportedStore.badges(of: member, db).map { badge in
      let path = "apportes/\(badge.id.value)-\(badge.fileName)"
      let bytes = try ImportedStore.bytes(badge.id, db).orNotFound()
      try archive.add(path, bytes)
      return (badge, path)
    }
  }
}
