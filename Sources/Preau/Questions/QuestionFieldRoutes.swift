import HTML
import HTTP
import SQLite

/// Référents say what their space asks of those who ask.
enum QuestionFieldRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/bureau/precisions", .members, list)
    routes.post("/espaces/*/bureau/precisions", .members, create)
    routes.get("/espaces/*/bureau/precisions/*", .members, edit)
    routes.post("/espaces/*/bureau/precisions/*", .members, save)
    routes.gesture("/espaces/*/bureau/precisions-ordre", .members, move)
    routes.gesture("/espaces/*/bureau/precisions-retrait", .members, remove)
  }

  static func address(of space: Space) -> Address { "/espaces/\(space.slug)/bureau/precisions" }

  static func list(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { db in
      try page(slug, QuestionFieldDraft(), nil, visit, db)
    }
  }

  private static func page(
    _ slug: String, _ draft: QuestionFieldDraft, _ problem: QuestionFieldDraft.Problem?,
    _ visit: Visit, _ db: Reader
  ) throws -> Response {
    let space = try run(slug, visit, db)
    return QuestionFieldPages.list(
      space, try QuestionFieldStore.fields(of: space.id, db), draft, problem, visit)
  }

  static func create(_ visit: Visit, slug: String) throws -> Response {
    let draft = QuestionFieldDraft(visit)
    do {
      let new = try draft.checked()
      return try change(visit, slug) { space, db in
        try QuestionFieldStore.add(new, to: space.id, db)
      }
    } catch let problem as QuestionFieldDraft.Problem {
      return try visit.read { try page(slug, draft, problem, visit, $0) }
    }
  }

  static func edit(
    _ visit: Visit, slug: String, _ id: QuestionField.ID
  ) throws -> Response {
    try visit.read { db in
      let space = try run(slug, visit, db)
      let field = try QuestionFieldStore.field(id, of: space.id, db).orNotFound()
      return QuestionFieldPages.edit(space, field, QuestionFieldDraft(field), nil, visit)
    }
  }

  static func save(
    _ visit: Visit, slug: String, _ id: QuestionField.ID
  ) throws -> Response {
    var draft = QuestionFieldDraft(visit)
    let (space, field) = try visit.read { db in
      let space = try run(slug, visit, db)
      return (space, try QuestionFieldStore.field(id, of: space.id, db).orNotFound())
    }
    draft.kind = field.kind
    do {
      let new = try draft.checked()
      return try change(visit, slug) { space, db in
        try QuestionFieldStore.change(id, of: space.id, to: new, db)
      }
    } catch let problem as QuestionFieldDraft.Problem {
      return QuestionFieldPages.edit(space, field, draft, problem, visit)
    }
  }

  // MARK: One button each

  static func move(_ visit: Visit, slug: String) throws -> Response {
    let up = visit.form["monter"] != nil
    let typed = visit.field(up ? "monter" : "descendre")
    guard let id = QuestionField.ID(segment: typed) else { throw Refusal.badRequest }
    return try change(visit, slug) { space, db in
      try QuestionFieldStore.move(id, of: space.id, up: up, db)
    }
  }

  static func remove(_ visit: Visit, slug: String) throws -> Response {
    guard let id = QuestionField.ID(segment: visit.field("champ")) else {
      throw Refusal.badRequest
    }
    return try change(visit, slug) { space, db in
      try QuestionFieldStore.remove(id, of: space.id, at: visit.now, db)
    }
  }

  private static func change(
    _ visit: Visit, _ slug: String, _ body: (Space, Writer) throws -> Void
  ) throws -> Response {
    let space = try visit.write { db in
      let space = try run(slug, visit, db)
      try body(space, db)
      return space
    }
    return visit.redirect(to: address(of: space), notice: .saved)
  }

  /// A space, for somebody who looks after it.
  private static func run(_ slug: String, _ visit: Visit, _ db: Reader) throws -> Space {
    let profile = try SpaceRoutes.open(slug, visit, db)
    guard profile.rights.mayModerate else { throw Refusal.notAllowed }
    return profile.space
  }
}

extension QuestionFieldDraft {
  /// What the form sent.
  fileprivate init(_ visit: Visit) {
    label = visit.form["demande"] ?? ""
    help = visit.form["aide"] ?? ""
    kind = QuestionField.Kind(rawValue: visit.form["genre"] ?? "") ?? .line
    options = visit.form["choix"] ?? ""
    isRequired = visit.form["obligatoire"] == "oui"
  }
}
