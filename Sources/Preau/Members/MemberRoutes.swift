/// What the site answers about members: the doors, a member's own pages, and what administrators do.
enum MemberRoutes {
  static func add(to routes: inout Routes) {
    SignUpRoutes.add(to: &routes)
    LogInRoutes.add(to: &routes)
    PasswordRoutes.add(to: &routes)
    HomeRoutes.add(to: &routes)
    ProfileRoutes.add(to: &routes)
    SessionRoutes.add(to: &routes)
    FeedRoutes.add(to: &routes)
    DeletionRoutes.add(to: &routes)
    DirectoryRoutes.add(to: &routes)
    SuspensionRoutes.add(to: &routes)
    InvitationRoutes.add(to: &routes)
  }
}
