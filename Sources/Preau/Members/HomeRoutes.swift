import HTTP

/// A member's own front page.
enum HomeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau", .members, home)
  }

  static func home(_ visit: Visit) throws -> Response {
    let waiting = try visit.read { try ReportStore.waitingCount(for: visit.viewer, $0) }
    return HomePages.home(visit, try visit.member, reportsWaiting: waiting)
  }
}
