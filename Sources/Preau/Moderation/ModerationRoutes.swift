import HTTP
import SQLite

/// The queue of reports, for référents and administrators, and what comes of it.
enum ModerationRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/signalements", .members, list)
    routes.get("/signalements/*", .members, show)
    routes.gesture("/signalements/*/prise", .members, take)
    routes.gesture("/signalements/*/abandon", .members, release)
    routes.post("/signalements/*/notes", .members, note)
    routes.post("/signalements/*/decision", .members, decide)
    DecisionRoutes.add(to: &routes)
    RecordRoutes.add(to: &routes)
  }

  static func list(_ visit: Visit) throws -> Response {
    let cursor = CaseCursor(visit.request.query["apres"])
    return try visit.read { db in
      guard try CaseStore.moderates(visit.viewer, db) else { throw Refusal.notAllowed }
      let (cases, next) = try CaseStore.page(after: cursor, for: visit.viewer, db)
      let isFirst = cursor == .start
      let held = isFirst ? try HeldStore.queue(of: visit.viewer, db) : []
      let waiting = held.isEmpty ? nil : try HeldStore.waiting(for: visit.viewer, db)
      return QueuePages.list(
        cases, next: next, isFirst: isFirst, held, waiting, visit)
    }
  }

  static func show(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    try show(visit, id, CaseForm())
  }

  private static func show(
    _ visit: Visit, _ id: ModerationCase.ID, _ form: CaseForm
  ) throws -> Response {
    try visit.read { db in
      let item = try CaseStore.item(id, for: visit.viewer, db)
      let place = try PostStore.place(item.post, db).orNotFound()
      let remarks = try CaseStore.remarks(on: item, db)
      return CasePages.show(item, place, remarks, form, visit)
    }
  }

  // MARK: One button each

  static func take(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    try change(visit, id) { item, member, db in
      try RulingStore.take(item, by: member, at: visit.now, db)
    }
  }

  static func release(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    try change(visit, id) { item, member, db in
      try RulingStore.release(item, by: member, at: visit.now, db)
    }
  }

  private static func change(
    _ visit: Visit, _ id: ModerationCase.ID,
    _ body: (ModerationCase, Member.ID, Writer) throws -> Void
  ) throws -> Response {
    let member = try visit.member.id
    do {
      try visit.write { db in
        try body(try CaseStore.item(id, for: visit.viewer, db), member, db)
      }
      return visit.redirect(to: CasePages.address(of: id))
    } catch let refusal as CaseRefusal {
      return try show(visit, id, CaseForm(refusal: refusal))
    }
  }

  // MARK: Writing

  static func note(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    let text = String(visit.field("note").prefix(RulingDraft.longestWords))
    let member = try visit.member.id
    try visit.write { db in
      let item = try CaseStore.item(id, for: visit.viewer, db)
      try RulingStore.add(.note, text, to: item.id, by: member, at: visit.now, db)
    }
    return visit.redirect(to: CasePages.address(of: id))
  }

  static func decide(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    let draft = RulingDraft(
      decision: visit.field("decision"), reason: visit.field("motif"), words: visit.field("mot"),
      days: visit.field("jours"), text: visit.form["texte"] ?? "")
    let member = try visit.member.id
    do {
      try visit.write { db in
        let item = try CaseStore.item(id, for: visit.viewer, db)
        let place = try PostStore.place(item.post, db).orNotFound()
        let ruling = try draft.checked(among: item.decisions, of: place.source)
        try RulingStore.decide(ruling, on: item, place, by: member, at: visit.now, db)
      }
      return visit.redirect(to: "/signalements", notice: .saved)
    } catch let problem as RulingDraft.Problem {
      return try show(visit, id, CaseForm(draft: draft, problem: problem))
    } catch let refusal as CaseRefusal {
      return try show(visit, id, CaseForm(draft: draft, refusal: refusal))
    } catch let refusal as PostingRefusal {
      return try show(visit, id, CaseForm(draft: draft, posting: refusal))
    }
  }
}
