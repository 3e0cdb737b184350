import HTTP

/// A member's own front page.
enum HomeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau", .members, home)
  }

  static func home(_ visit: Visit) throws -> Response {
    let (waiting, desks) = try visit.read { db in
      (
        try ReportStore.waitingCount(for: visit.viewer, db),
        try HelpBoardStore.desks(of: visit.viewer, db)
      )
    }
    return HomePages.home(visit, try visit.member, reportsWaiting: waiting, desks)
  }
}
