/// What the site answers about spaces.
enum SpaceRoutes {
  static func add(to routes: inout Routes) {
  }
}
