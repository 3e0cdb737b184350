import HTML
import HTTP
import SQLite

/// Whether answers were put into practice: asked of the asker, read by those who help.
enum HelpFollowUpRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/fils/*/usage", .members, ask)
    routes.post("/fils/*/usage", .members, answer)
    routes.get("/espaces/*/bureau/bilan", .members, outcomes)
  }

  static func ask(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let followUp = try visit.read { try load(name, visit, $0) }
    return HelpFollowUpPages.ask(followUp, HelpUseDraft(), visit)
  }

  static func answer(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    var draft = HelpUseDraft(
      answer: visit.field("usage"), comment: visit.form["texte"] ?? "",
      reopens: visit.form["reprendre"] == "oui")
    do {
      let answer = try draft.checked()
      let address = try visit.write { db in
        let followUp = try load(name, visit, db)
        if let answer {
          _ = try HelpFollowUpStore.answer(
            name.number, answer.answer, answer.comment,
            reopens: draft.reopens && answer.answer != .yes, at: visit.now, db)
        } else {
          try HelpFollowUpStore.delay(name.number, at: visit.now, db)
        }
        return Thread.address(followUp.thread, followUp.slug)
      }
      return visit.redirect(to: address, notice: .saved)
    } catch let problem as HelpUseDraft.Problem {
      draft.problem = problem
      let followUp = try visit.read { try load(name, visit, $0) }
      return HelpFollowUpPages.ask(followUp, draft, visit)
    }
  }

  /// What waits for an answer of this member: nobody else learns that there is such a page.
  private static func load(
    _ name: Slugged<Thread>, _ visit: Visit, _ db: Reader
  ) throws -> HelpFollowUp {
    let view = try ThreadStore.view(name.number, for: visit.viewer, db).orNotFound()
    if view.thread.isRemoved { throw Refusal.gone }
    return try HelpFollowUpStore.followUp(of: name.number, asker: visit.member.id, db).orNotFound()
  }

  static func outcomes(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { db in
      let space = try HelpDeskRoutes.helped(slug, visit, db).profile.space
      return HelpFollowUpPages.outcomes(
        try HelpFollowUpStore.outcome(of: space.id, db),
        try HelpFollowUpStore.outcomes(byTagOf: space.id, db),
        try HelpFollowUpStore.uses(of: space.id, db), space, visit)
    }
  }
}
