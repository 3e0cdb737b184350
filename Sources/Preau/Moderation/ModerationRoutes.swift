import HTTP

/// The queue of reports, for référents and administrators.
enum ModerationRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/signalements", .members, list)
    routes.gesture("/signalements/*/reglement", .members, settle)
  }

  static func list(_ visit: Visit) throws -> Response {
    let cursor = ReportCursor(visit.request.query["apres"])
    return try visit.read { db in
      guard try ReportStore.moderates(visit.viewer, db) else { throw Refusal.notAllowed }
      let (posts, next) = try ReportStore.page(after: cursor, for: visit.viewer, db)
      return ModerationPages.list(posts, next: next, isFirst: cursor == .start, visit)
    }
  }

  static func settle(_ visit: Visit, post: Post.ID) throws -> Response {
    guard let last = Int64(visit.field("dernier")) else { throw Refusal.badRequest }
    do {
      try visit.write {
        try ReportStore.settle(post, upTo: last, by: visit.viewer, at: visit.now, $0)
      }
      return visit.redirect(to: "/signalements", notice: .saved)
    } catch is SettlingRefusal {
      throw Refusal.notAllowed
    }
  }
}
