/// What the site answers about search.
enum SearchRoutes {
  static func add(to routes: inout Routes) {
  }
}
