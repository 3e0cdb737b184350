import HTML
import HTTP

/// The pages that belong to no feature.
enum SiteRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/healthz", .ownSecret, health)
    routes.get("/metrics", .ownSecret, metrics)
    routes.get("/favicon.ico", .ownSecret, favicon)
    routes.post("/langue", .anyone, isKept: false, chooseLanguage)
  }

  static func health(_ visit: Visit) throws -> Response {
    // A site whose database cannot be read is not healthy: this asks the file, not a cache.
    try visit.site.database.probe()
    var response = Response(type: "text/plain; charset=utf-8", body: Array("ok\n".utf8))
    response["Cache-Control"] = "no-store"
    return response
  }

  /// Counts for the one who holds the token; for all others there is no such page.
  static func metrics(_ visit: Visit) throws -> Response {
    guard let token = visit.site.configuration.metricsToken,
      let sent = visit.request.headers["authorization"],
      Crypto.areEqual(Crypto.hash(Array(sent.utf8)), Crypto.hash(Array("Bearer \(token)".utf8)))
    else { throw Refusal.notFound }
    var response = Response(
      type: "text/plain; version=0.0.4; charset=utf-8",
      body: Array(visit.site.metrics.text.utf8))
    response["Cache-Control"] = "no-store"
    return response
  }

  /// Pages name an SVG icon; this is for what asks without reading them.
  static func favicon(_ visit: Visit) -> Response {
    .redirect(to: visit.site.assets.address(of: "preau.svg").text, status: 302)
  }

  static func chooseLanguage(_ visit: Visit) throws -> Response {
    guard let language = Language(rawValue: visit.field("langue")) else {
      throw Refusal.badRequest
    }
    if let member = visit.viewer.member {
      try visit.write { try MemberStore.choose(language, for: member.id, $0) }
    }
    var response = visit.redirect(to: Address(ownPath: visit.field("retour")) ?? "/")
    response.cookies.append(
      SetCookie(
        "langue", language.rawValue, maxAge: 31_536_000,
        secure: visit.site.configuration.isSecure))
    return response
  }
}
