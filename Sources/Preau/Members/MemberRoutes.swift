/// What the site answers about members.
enum MemberRoutes {
  static func add(to routes: inout Routes) {
  }
}
