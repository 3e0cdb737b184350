import HTTP
import SQLite

/// The end of a school year: closing a class, making the next one from it, taking its archive home.
enum ClassYearRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/classes/*/fermeture", .members, askToClose)
    routes.post("/classes/*/fermeture", .members, isKept: false, close)
    routes.post("/classes/*/reouverture", .members, isKept: false, reopen)
    routes.get("/classes/*/suite", .members, askForNext)
    routes.post("/classes/*/suite", .members, isKept: false, makeNext)
    // A download changes nothing of the class, but the journal tells of it: not on GET.
    routes.post("/classes/*/archive", .members, lane: .slow, isKept: false, archive)
  }

  static func askToClose(_ visit: Visit, _ id: Space.ID) throws -> Response {
    ClassYearPages.close(try visit.read { try ClassRoutes.mine(id, visit, $0) }, visit)
  }

  static func close(_ visit: Visit, _ id: Space.ID) throws -> Response {
    try set(true, id, visit)
  }

  static func reopen(_ visit: Visit, _ id: Space.ID) throws -> Response {
    try set(false, id, visit)
  }

  private static func set(_ isClosed: Bool, _ id: Space.ID, _ visit: Visit) throws -> Response {
    try visit.write { db in
      try ClassRoutes.mine(id, visit, db)
      try change(isClosed, id, visit, db)
    }
    return visit.redirect(to: SchoolClass.address(id), notice: .saved)
  }

  private static func change(
    _ isClosed: Bool, _ id: Space.ID, _ visit: Visit, _ db: Writer
  ) throws {
    guard try ClassStore.setClosed(isClosed, id, at: visit.now, db) else { return }
    try Journal.write(
      isClosed ? .classClosed : .classReopened, by: visit.member.id, in: id, at: visit.now, db)
  }

  // MARK: The next year

  static func askForNext(_ visit: Visit, _ id: Space.ID) throws -> Response {
    try visit.read { db in
      let found = try ClassRoutes.mine(id, visit, db)
      let draft = ClassDraft(
        name: ClassStore.plainName(found), year: String(found.year.next.first))
      return try next(draft, nil, found, visit, db)
    }
  }

  private static func next(
    _ draft: ClassDraft, _ problem: ClassDraft.Problem?, _ found: SchoolClass, _ visit: Visit,
    _ db: Reader
  ) throws -> Response {
    ClassYearPages.next(
      draft, problem,
      ClassRoll(
        found: found, learners: try ClassRollStore.learners(of: found.id, db),
        helpers: try ClassRollStore.helpers(of: found.id, db), waiting: []), visit)
  }

  static func makeNext(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let teacher = try visit.member
    let draft = ClassDraft(name: visit.form["nom"] ?? "", year: visit.field("annee"))
    let chosen = visit.form.all("membre").compactMap { Member.ID(segment: $0) }
    do {
      let (name, year) = try draft.checked(now: visit.now)
      let made = try visit.write { db in
        let found = try ClassRoutes.mine(id, visit, db)
        let made = try ClassStore.create(
          name: name, year: year, about: Strings.french.classes.spaceAbout, after: found.id,
          by: teacher.id, at: visit.now, db)
        _ = try ClassRollStore.carry(chosen, from: id, to: made, at: visit.now, db)
        if visit.field("fermer") == "oui" { try change(true, id, visit, db) }
        return made
      }
      return visit.redirect(to: SchoolClass.address(made), notice: .saved)
    } catch let problem as ClassDraft.Problem {
      return try visit.read { db in
        try next(draft, problem, try ClassRoutes.mine(id, visit, db), visit, db)
      }
    }
  }

  // MARK: The archive

  static func archive(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let teacher = try visit.member
    let (found, file) = try visit.read { db in
      let found = try ClassRoutes.mine(id, visit, db)
      return (found, try ClassArchive.make(of: found, visit, db))
    }
    try visit.write { db in
      try ClassRoutes.mine(id, visit, db)
      try Journal.write(.classArchived, by: teacher.id, in: id, at: visit.now, db)
    }
    var response = Response(file: file, type: "application/zip")
    let name = Slug.make(from: found.space.name)
    response["Content-Disposition"] = "attachment; filename=\"\(name).zip\""
    response["Cache-Control"] = "no-store"
    return response
  }
}
