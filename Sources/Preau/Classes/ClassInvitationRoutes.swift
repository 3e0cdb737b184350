import HTTP

/// How teachers invite families and AESH into a class.
enum ClassInvitationRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/classes/*/invitations", .members, list)
    routes.post("/classes/*/invitations", .members, isKept: false, make)
    routes.post("/classes/*/invitations/*/retrait", .members, isKept: false, revoke)
  }

  static func list(_ visit: Visit, _ id: Space.ID) throws -> Response {
    try InvitationRoutes.list(visit, place(id, visit))
  }

  /// Into a class one is invited to read and help, and to nothing more on the site.
  static func make(_ visit: Visit, _ id: Space.ID) throws -> Response {
    var draft = InvitationDraft(visit)
    draft.role = Member.Role.family.rawValue
    return try InvitationRoutes.make(visit, draft, place(id, visit))
  }

  static func revoke(
    _ visit: Visit, _ id: Space.ID, _ invitation: Invitation.ID
  ) throws -> Response {
    try InvitationRoutes.revoke(visit, invitation, place(id, visit))
  }

  private static func place(_ id: Space.ID, _ visit: Visit) throws -> InvitationPlace {
    InvitationPlace(found: try visit.read { try ClassRoutes.open(id, visit, $0) })
  }
}
