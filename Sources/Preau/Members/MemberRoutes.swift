/// What the site answers about members.
enum MemberRoutes {
  static func add(to routes: inout Routes) {
    SignUpRoutes.add(to: &routes)
    LogInRoutes.add(to: &routes)
    HomeRoutes.add(to: &routes)
  }
}
