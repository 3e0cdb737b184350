/// What the site answers about threads.
enum ThreadRoutes {
  static func add(to routes: inout Routes) {
  }
}
