import HTTP
import SQLite

/// What the site answers about classes: their table of contents.
enum ClassRoutes {
  static func add(to routes: inout Routes) {
    ClassDoorRoutes.add(to: &routes)
    routes.get("/classes", .members, list)
    routes.get("/classes/nouvelle", .members, askForNew)
    routes.post("/classes/nouvelle", .members, create)
    routes.get("/classes/*", .members, show)
    routes.gesture("/classes/*/admission", .members, isKept: false, admit)
    routes.gesture("/classes/*/refus", .members, isKept: false, refuse)
    routes.get("/classes/*/code", .members, askToRenewCode)
    routes.post("/classes/*/code", .members, isKept: false, renewCode)
    ClassRollRoutes.add(to: &routes)
    ClassYearRoutes.add(to: &routes)
    ClassInvitationRoutes.add(to: &routes)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let classes = try visit.read { try ClassStore.all(of: member.id, $0) }
    return ClassPages.list(classes, visit)
  }

  // MARK: A new class

  static func askForNew(_ visit: Visit) throws -> Response {
    guard visit.viewer.teaches else { throw Refusal.notAllowed }
    let draft = ClassDraft(year: String(SchoolYear(of: visit.now).first))
    return ClassPages.new(draft, nil, visit)
  }

  static func create(_ visit: Visit) throws -> Response {
    guard visit.viewer.teaches else { throw Refusal.notAllowed }
    let teacher = try visit.member
    let draft = ClassDraft(visit)
    do {
      let (name, year) = try draft.checked(now: visit.now)
      let id = try visit.write { db in
        try ClassStore.create(
          name: name, year: year, about: Strings.french.classes.spaceAbout, by: teacher.id,
          at: visit.now, db)
      }
      return visit.redirect(to: SchoolClass.address(id), notice: .saved)
    } catch let problem as ClassDraft.Problem {
      return ClassPages.new(draft, problem, visit)
    }
  }

  // MARK: One class

  static func show(_ visit: Visit, _ id: Space.ID) throws -> Response {
    try visit.read { db in
      let found = try ClassStore.find(id, for: visit.viewer, db).orNotFound()
      guard visit.teaches(found) else { return visit.redirect(to: found.space.address) }
      return ClassPages.show(
        ClassRoll(
          found: found, learners: try ClassRollStore.learners(of: id, db),
          helpers: try ClassRollStore.helpers(of: id, db),
          waiting: try ClassRollStore.waiting(for: id, db)), visit)
    }
  }

  static func admit(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let member = try asked(visit)
    let teacher = try visit.member
    try visit.write { db in
      let found = try open(id, visit, db)
      let asLearner = visit.request.query["comme"] == "eleve"
      let isAdmitted = try ClassRollStore.admit(
        member, to: id, asLearner: asLearner, at: visit.now, db)
      if isAdmitted {
        try Journal.write(.memberAdmitted, by: teacher.id, on: member, in: id, at: visit.now, db)
        try Notifications.tell(
          .told(
            .admitted, to: [member], about: .page(found.space.address.text),
            words: found.space.name), at: visit.now, db)
      }
    }
    return visit.redirect(to: SchoolClass.address(id), notice: .saved)
  }

  static func refuse(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let member = try asked(visit)
    try visit.write { db in
      try mine(id, visit, db)
      _ = try ClassRollStore.refuse(member, id, db)
    }
    return visit.redirect(to: SchoolClass.address(id), notice: .saved)
  }

  // MARK: The code

  static func askToRenewCode(_ visit: Visit, _ id: Space.ID) throws -> Response {
    ClassPages.renewCode(try visit.read { try open(id, visit, $0) }, visit)
  }

  static func renewCode(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let teacher = try visit.member
    try visit.write { db in
      try open(id, visit, db)
      try ClassStore.renewCode(of: id, db)
      try Journal.write(.classCodeRenewed, by: teacher.id, in: id, at: visit.now, db)
    }
    return visit.redirect(to: SchoolClass.address(id), notice: .saved)
  }

  private static func asked(_ visit: Visit) throws(Refusal) -> Member.ID {
    guard let member = Member.ID(segment: visit.field("membre")) else { throw .badRequest }
    return member
  }

  /// The class, for one of its teachers; the others of the class hear that it is not for them, and
  /// everybody else that there is none.
  @discardableResult
  static func mine(_ id: Space.ID, _ visit: Visit, _ db: Reader) throws -> SchoolClass {
    let found = try ClassStore.find(id, for: visit.viewer, db).orNotFound()
    guard visit.teaches(found) else { throw Refusal.notAllowed }
    return found
  }

  /// A class that its teacher may still change: not a closed one.
  @discardableResult
  static func open(_ id: Space.ID, _ visit: Visit, _ db: Reader) throws -> SchoolClass {
    let found = try mine(id, visit, db)
    if found.isClosed { throw Refusal.notAllowed }
    return found
  }
}

extension Visit {
  /// Whether the one who asks is a teacher of this class.
  func teaches(_ found: SchoolClass) -> Bool { found.role == .referent && viewer.teaches }
}

extension ClassDraft {
  fileprivate init(_ visit: Visit) {
    name = visit.form["nom"] ?? ""
    year = visit.field("annee")
  }
}

/// Everybody in a class, as its teacher sees them.
struct ClassRoll {
  let found: SchoolClass
  let learners: [ClassLearner]
  let helpers: [Author]
  let waiting: [Author]
}
