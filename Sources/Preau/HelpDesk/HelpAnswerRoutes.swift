import HTML
import HTTP
import SQLite

/// The answers of a space that serve again, kept by those who help there.
enum HelpAnswerRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/bureau/reponses", .members, list)
    routes.post("/espaces/*/bureau/reponses", .members, add)
    routes.get("/espaces/*/bureau/reponses/*", .members, edit)
    routes.post("/espaces/*/bureau/reponses/*", .members, save)
    routes.gesture("/espaces/*/bureau/reponses/retrait", .members, remove)
  }

  static func list(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { try listPage(slug, HelpAnswerDraft(), visit, $0) }
  }

  static func add(_ visit: Visit, slug: String) throws -> Response {
    var draft = HelpAnswerDraft(visit)
    do {
      let (name, body) = try draft.checked()
      let space = try visit.write { db in
        let space = try HelpDeskRoutes.helped(slug, visit, db).profile.space
        try HelpAnswerStore.add(name, body, to: space.id, at: visit.now, db)
        return space
      }
      return visit.redirect(to: address(space), notice: .saved)
    } catch let problem as HelpAnswerDraft.Problem {
      draft.problem = problem
      return try visit.read { try listPage(slug, draft, visit, $0) }
    }
  }

  static func edit(_ visit: Visit, slug: String, id: HelpAnswer.ID) throws -> Response {
    try visit.read { db in
      let (space, answer) = try load(slug, id, visit, db)
      let draft = HelpAnswerDraft(name: answer.name, body: answer.body)
      return HelpAnswerPages.edit(answer, draft, space, visit)
    }
  }

  static func save(_ visit: Visit, slug: String, id: HelpAnswer.ID) throws -> Response {
    var draft = HelpAnswerDraft(visit)
    do {
      let (name, body) = try draft.checked()
      let space = try visit.write { db in
        let (space, answer) = try load(slug, id, visit, db)
        try HelpAnswerStore.change(answer.id, to: name, body, at: visit.now, db)
        return space
      }
      return visit.redirect(to: address(space), notice: .saved)
    } catch let problem as HelpAnswerDraft.Problem {
      draft.problem = problem
      let (space, answer) = try visit.read { try load(slug, id, visit, $0) }
      return HelpAnswerPages.edit(answer, draft, space, visit)
    }
  }

  static func remove(_ visit: Visit, slug: String) throws -> Response {
    guard let id = HelpAnswer.ID(segment: visit.field("reponse")) else { throw Refusal.badRequest }
    let space = try visit.write { db in
      let space = try HelpDeskRoutes.helped(slug, visit, db).profile.space
      try HelpAnswerStore.remove(id, from: space.id, db)
      return space
    }
    return visit.redirect(to: address(space), notice: .saved)
  }

  private static func address(_ space: Space) -> Address {
    "/espaces/\(space.slug)/bureau/reponses"
  }

  private static func load(
    _ slug: String, _ id: HelpAnswer.ID, _ visit: Visit, _ db: Reader
  ) throws -> (space: Space, answer: HelpAnswer) {
    let space = try HelpDeskRoutes.helped(slug, visit, db).profile.space
    return (space, try HelpAnswerStore.answer(id, of: space.id, db).orNotFound())
  }

  private static func listPage(
    _ slug: String, _ draft: HelpAnswerDraft, _ visit: Visit, _ db: Reader
  ) throws -> Response {
    let space = try HelpDeskRoutes.helped(slug, visit, db).profile.space
    return HelpAnswerPages.list(try HelpAnswerStore.all(of: space.id, db), draft, space, visit)
  }
}

extension HelpAnswerDraft {
  /// What the form sent.
  fileprivate init(_ visit: Visit) {
    name = visit.form["nom"] ?? ""
    body = visit.form["texte"] ?? ""
  }
}
