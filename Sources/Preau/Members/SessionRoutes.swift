import HTTP

/// Where a member is logged in, and how to end it from afar.
enum SessionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/sessions", .members, list)
    routes.post("/mon-preau/sessions/fermeture", .members, isKept: false, closeAll)
    routes.post("/mon-preau/sessions/*/fermeture", .members, isKept: false, close)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let sessions = try visit.read { try SessionStore.all(of: member.id, $0) }
    return SessionPages.list(visit, sessions)
  }

  static func close(_ visit: Visit, _ session: Session.ID) throws -> Response {
    let member = try visit.member
    if session == visit.viewer.session { return try LogInRoutes.logOut(visit) }
    try visit.write { try SessionStore.close(session, of: member.id, $0) }
    return visit.redirect(to: "/mon-preau/sessions", notice: .sessionClosed)
  }

  static func closeAll(_ visit: Visit) throws -> Response {
    let member = try visit.member
    try visit.write { try SessionStore.closeAll(of: member.id, except: nil, $0) }
    var response = visit.redirect(to: "/connexion", notice: .loggedOutEverywhere)
    response.endSession(visit)
    return response
  }
}
