import HTML
import HTTP
import SQLite

/// The register of needs that nobody could meet, for those who look after a space.
enum UnmetNeedRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/bureau/besoins", .members, list)
    routes.post("/espaces/*/bureau/besoins", .members, change)
    routes.get("/espaces/*/bureau/besoins/rapport", .members, report)
    // A download changes nothing of the needs, but the journal tells of it: not on GET.
    routes.post("/espaces/*/bureau/besoins/csv", .members, isKept: false, table)
  }

  static func list(_ visit: Visit, slug: String) throws -> Response {
    let (space, needs) = try visit.read { try load(slug, visit, $0) }
    return UnmetNeedPages.list(needs, space, problem: false, visit)
  }

  /// Groups and annotates the needs that were ticked, or notes that they were sent.
  static func change(_ visit: Visit, slug: String) throws -> Response {
    let threads = visit.form.all("besoin").prefix(UnmetNeed.mostChanged)
      .compactMap { Thread.ID(segment: $0) }
    if threads.isEmpty {
      let (space, needs) = try visit.read { try load(slug, visit, $0) }
      return UnmetNeedPages.list(needs, space, problem: true, visit)
    }
    let space = try visit.write { db in
      let space = try run(slug, visit, db)
      if visit.form["action"] == "transmettre" {
        let count = try UnmetNeedStore.send(threads, from: space.id, at: visit.now, db)
        guard count > 0 else { return space }
        try Journal.write(
          .needsSent, by: visit.member.id, in: space.id, detail: String(count), at: visit.now, db)
      } else {
        try UnmetNeedStore.annotate(
          threads, theme: String(visit.field("theme").oneLine.prefix(UnmetNeed.longestTheme)),
          note: String(visit.field("texte").withUnixLines.prefix(UnmetNeed.longestNote)),
          in: space.id, db)
      }
      return space
    }
    return visit.redirect(to: "/espaces/\(space.slug)/bureau/besoins", notice: .saved)
  }

  static func report(_ visit: Visit, slug: String) throws -> Response {
    let (space, needs) = try visit.read { try load(slug, visit, $0) }
    return UnmetNeedPages.report(needs, space, visit)
  }

  static func table(_ visit: Visit, slug: String) throws -> Response {
    let (space, needs) = try visit.write { db in
      let found = try load(slug, visit, db)
      try Journal.write(
        .needsExported, by: visit.member.id, in: found.space.id, at: visit.now, db)
      return found
    }
    let say = visit.say.help.needs
    var file = CSVFile()
    file.add(say.columns)
    for need in needs {
      file.add([
        need.theme, visit.title(need.title), Day(need.asked, offset: 0).text,
        String(need.meToo + 1), need.comment, need.note,
        need.sent.map { Day($0, offset: 0).text } ?? "",
        visit.baseURL + Thread.address(need.thread, need.slug).text,
      ])
    }
    var response = Response(type: "text/csv; charset=utf-8", body: Array(file.text.utf8))
    response["Content-Disposition"] = "attachment; filename=\"besoins-\(space.slug).csv\""
    response["Cache-Control"] = "no-store"
    return response
  }

  private static func load(
    _ slug: String, _ visit: Visit, _ db: Reader
  ) throws -> (space: Space, needs: [UnmetNeed]) {
    let space = try run(slug, visit, db)
    return (space, try UnmetNeedStore.all(of: space.id, db))
  }

  /// A space, for somebody who looks after it.
  private static func run(_ slug: String, _ visit: Visit, _ db: Reader) throws -> Space {
    let (profile, rights) = try HelpDeskRoutes.helped(slug, visit, db)
    guard rights.mayRun else { throw Refusal.notAllowed }
    return profile.space
  }
}
