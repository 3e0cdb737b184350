import HTTP

/// What members are told of decisions, and how an author contests one.
enum DecisionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/decisions", .members, list)
    routes.post("/mon-preau/decisions", .members, markRead)
    routes.get("/mon-preau/decisions/*", .members, show)
    routes.post("/mon-preau/decisions/*", .members, contest)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    let messages = try visit.read { try ModerationMessageStore.all(of: member, $0) }
    return DecisionPages.list(messages, visit)
  }

  static func markRead(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    try visit.write { try ModerationMessageStore.markRead(member, at: visit.now, $0) }
    return visit.redirect(to: "/mon-preau/decisions")
  }

  /// A decision about one's own post, with the text that was written.
  static func show(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    try show(visit, id, plea: "", problem: "")
  }

  private static func show(
    _ visit: Visit, _ id: ModerationCase.ID, plea: String, problem: String
  ) throws -> Response {
    let member = try visit.member.id
    return try visit.read { db in
      let message = try ModerationMessageStore.toAuthor(of: id, member, db).orNotFound()
      let place = try PostStore.place(message.post, db).orNotFound()
      return DecisionPages.show(
        message, source: place.source, plea: plea, problem: problem, visit)
    }
  }

  static func contest(_ visit: Visit, _ id: ModerationCase.ID) throws -> Response {
    let plea = String(visit.field("texte").prefix(RulingDraft.longestWords))
    let say = visit.say.moderation
    if plea.isEmpty { return try show(visit, id, plea: "", problem: say.contestMissing) }
    let member = try visit.member.id
    do {
      try visit.write { db in
        let message = try ModerationMessageStore.toAuthor(of: id, member, db).orNotFound()
        try RulingStore.contest(message, plea: plea, by: member, at: visit.now, db)
      }
      return visit.redirect(to: "/mon-preau/decisions", notice: .saved)
    } catch let refusal as CaseRefusal {
      return try show(visit, id, plea: plea, problem: say.refusal(refusal))
    }
  }
}
