import HTTP

/// A member's own front page.
enum HomeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau", .members, home)
  }

  static func home(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let (waiting, held, decisions, desks, followUps, reviews) = try visit.read { db in
      (
        try CaseStore.waiting(for: visit.viewer, db),
        HeldOnHome(
          toRead: try HeldStore.waiting(for: visit.viewer, db),
          mine: try HeldStore.count(of: member.id, db)),
        try ModerationMessageStore.unread(of: member.id, db),
        try HelpBoardStore.desks(of: visit.viewer, db),
        try HelpFollowUpStore.due(of: member.id, at: visit.now, db),
        try ReviewQueueStore.onHome(of: member, at: visit.now, db)
      )
    }
    return HomePages.home(
      visit, member, waiting: waiting, held, decisions: decisions, desks, followUps,
      reviews: reviews)
  }
}
