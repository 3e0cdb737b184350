import HTTP

/// The first page of the site.
enum FrontRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/", .anyone, isShared: true, show)
  }

  static func show(_ visit: Visit) throws -> Response {
    FrontPage.show(try visit.read { try FrontStore.news(for: visit.viewer, $0) }, visit)
  }
}
