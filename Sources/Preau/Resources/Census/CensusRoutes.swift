import HTML
import HTTP
import SQLite

/// What there is and what is missing, for those who look after spaces.
enum CensusRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/recensement", .members, lane: .slow, show)
    routes.get("/recensement/demandes", .members, requests)
    routes.get("/recensement/appel", .members, askForCall)
    routes.post("/recensement/appel", .members, call)
    routes.gesture("/recensement/appels/*/cloture", .members, close)
  }

  /// Trades by levels: what a vocational track lacks.
  private static let usual = ("filieres-professionnelles", "diplomes-niveaux")

  private static func admit(_ visit: Visit, _ db: Reader) throws {
    guard try CensusStore.mayCount(visit.viewer, db) else { throw Refusal.notAllowed }
  }

  static func show(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    return try visit.read { db in
      try admit(visit, db)
      let schemes = try ConceptStore.schemes(db)
      let rows = query["lignes"] ?? usual.0
      let columns = query["colonnes"] ?? usual.1
      guard let inRows = try ConceptTree.load([rows], db).first,
        let inColumns = try ConceptTree.load([columns], db).first
      else { return CensusPages.none(schemes, visit) }
      var census = Census(
        rows: Census.Axis(inRows, below: Concept.ID(segment: query["dans"] ?? "")),
        columns: Census.Axis(inColumns, below: Concept.ID(segment: query["parmi"] ?? "")))
      try CensusStore.fill(&census, for: visit.viewer.reader, db)
      return CensusPages.show(census, schemes, visit)
    }
  }

  /// The two concepts of a cell.
  private static func pair(_ visit: Visit, _ db: Reader) throws -> (row: Concept, column: Concept) {
    let one = visit.form["ligne"] ?? visit.request.query["ligne"] ?? ""
    let other = visit.form["colonne"] ?? visit.request.query["colonne"] ?? ""
    let row = try ConceptStore.concepts([try Concept.ID(segment: one).orNotFound()], db).first
    let column = try ConceptStore.concepts([try Concept.ID(segment: other).orNotFound()], db).first
    return (try row.orNotFound(), try column.orNotFound())
  }

  static func requests(_ visit: Visit) throws -> Response {
    try visit.read { db in
      try admit(visit, db)
      let (row, column) = try pair(visit, db)
      let threads = try CensusStore.requests(
        about: ConceptClosureStore.below(row.id, db), and: ConceptClosureStore.below(column.id, db),
        for: visit.viewer.reader, db)
      let lines = try ThreadListStore.lines(threads, reader: visit.viewer.reader, db)
      return CensusPages.requests(row, column, lines, visit)
    }
  }

  // MARK: Calls

  static func askForCall(_ visit: Visit) throws -> Response {
    try visit.read { db in
      try admit(visit, db)
      let (row, column) = try pair(visit, db)
      return CallPages.ask(row, column, try CallStore.spaces(for: visit.viewer, db), "", visit)
    }
  }

  static func call(_ visit: Visit) throws -> Response {
    let words = String(visit.field("mots").withUnixLines.prefix(ContributionCall.longestWords))
    let problem = try visit.write { db -> Response? in
      try admit(visit, db)
      let (row, column) = try pair(visit, db)
      let spaces = try CallStore.spaces(for: visit.viewer, db)
      guard let space = spaces.first(where: { $0.slug == visit.form["espace"] }) else {
        return CallPages.ask(row, column, spaces, visit.say.census.spaceMissing, visit)
      }
      try CallStore.open(
        row: row.id, column: column.id, words: words, in: space.id, by: visit.member.id,
        at: visit.now, db)
      return nil
    }
    return problem ?? visit.redirect(to: "/ressources", notice: .saved)
  }

  static func close(_ visit: Visit, _ id: ContributionCall.ID) throws -> Response {
    try visit.write { db in
      let space = try CallStore.space(of: id, db).orNotFound()
      guard try CallStore.spaces(for: visit.viewer, db).contains(where: { $0.id == space }) else {
        throw Refusal.notAllowed
      }
      try CallStore.close(id, by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: "/ressources", notice: .saved)
  }
}
