extension Routes {
  /// The whole site, feature by feature.
  static let all: Routes = {
    var routes = Routes()
    SiteRoutes.add(to: &routes)
    FrontRoutes.add(to: &routes)
    GuideRoutes.add(to: &routes)
    MemberRoutes.add(to: &routes)
    SpaceRoutes.add(to: &routes)
    SpaceEditRoutes.add(to: &routes)
    MembershipRoutes.add(to: &routes)
    ThreadRoutes.add(to: &routes)
    TagRoutes.add(to: &routes)
    AtomRoutes.add(to: &routes)
    DiscoveryRoutes.add(to: &routes)
    ModerationRoutes.add(to: &routes)
    HeldRoutes.add(to: &routes)
    MergeRoutes.add(to: &routes)
    MaskRoutes.add(to: &routes)
    SearchRoutes.add(to: &routes)
    JournalRoutes.add(to: &routes)
    ClassRoutes.add(to: &routes)
    HelpDeskRoutes.add(to: &routes)
    NotificationRoutes.add(to: &routes)
    MailRoutes.add(to: &routes)
    FileRoutes.add(to: &routes)
    return routes
  }()
}
