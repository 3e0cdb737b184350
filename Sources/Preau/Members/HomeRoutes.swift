import HTTP

/// A member's own front page.
enum HomeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau", .members, home)
  }

  static func home(_ visit: Visit) throws -> Response {
    HomePages.home(visit, try visit.member)
  }
}
