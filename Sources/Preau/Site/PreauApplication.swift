import HTTP
import HTTPServer

/// Takes a request from the server to the route that answers it, and no further.
///
/// The order matters: the route, then who asks, then whether a form is ours, then whether this
/// person may use the route. A form that came too late is kept before anything else is said.
final class PreauApplication: Application {
  private let site: Site

  init(_ site: Site) {
    self.site = site
  }

  func lane(for head: RequestHead) -> Lane {
    guard case .found(let route, _) = site.routes.table.match(head.method, head.segments) else {
      return .reading
    }
    return bringsFile(head, to: route) ? .slow : route.lane
  }

  func place(of head: RequestHead) -> String { LogInGate.place(site.client(of: head)) }

  func bodyLimit(for head: RequestHead) -> Int {
    takesFiles(head) ? site.configuration.longestFilmForm : site.configuration.longestForm
  }

  private func takesFiles(_ head: RequestHead) -> Bool {
    guard case .found(let route, _) = site.routes.table.match(head.method, head.segments) else {
      return false
    }
    return route.takesFiles && isMultipart(head)
  }

  /// From a length on at which a form holds more than words, or an unknown one.
  private func bringsFile(_ head: RequestHead, to route: Route) -> Bool {
    route.takesFiles && isMultipart(head)
      && head.headers["content-length"].flatMap { Int($0) }.map { $0 > 40_000 } ?? true
  }

  private func isMultipart(_ head: RequestHead) -> Bool {
    head.headers["content-type"]?.lowercased().hasPrefix("multipart/form-data") ?? false
  }

  func respond(to request: Request) -> Response {
    var response = answer(request)
    response.headers += SecurityHeaders.all(beside: response)
    return response
  }

  func refuse(_ refused: Refused, status: Int) -> Response {
    guard let head = refused.head ?? Self.frontPage(refused.headers) else {
      return Response(status: status, type: "text/plain; charset=utf-8", body: [])
    }
    let request = refused.request ?? Request(head: head)
    // A refusal must not wait for the store: it is written for a visitor.
    let visit = visit(request, .visitor)
    if refused.isCut { visit.form = (try? request.form(isCut: true)) ?? Form() }
    var response = visit.errorPage(status, words(for: status, head, visit))
    response.headers += SecurityHeaders.all
    return response
  }

  /// What is asked for in place of an address that cannot be understood, so that there is a page to
  /// go on from.
  private static func frontPage(_ headers: Headers) -> RequestHead? {
    (try? Target("/")).map { RequestHead(method: .get, target: $0, headers: headers, peer: "") }
  }

  private func words(for status: Int, _ head: RequestHead, _ visit: Visit) -> SiteStrings.Words {
    let say = visit.say.site
    return switch status {
    case 408: say.timeout
    case 413 where takesFiles(head):
      SiteStrings.Words(
        title: say.tooLarge.title,
        advice: visit.say.files.tooLarge(site.configuration.fileSizes) + " " + say.textIsThere)
    case 413: say.tooLarge
    case 414, 431: say.tooLongAddress
    case 429: say.tooManyRequests
    case 503: say.busy
    case 500...: say.failure
    default: say.badRequest
    }
  }

  func finished(
    _ head: RequestHead, status: Int, bytes: Int, microseconds: Int, peer: String, remark: String?
  ) {
    site.metrics.add(status: status, bytes: bytes, microseconds: microseconds)
    if site.log.keepsRequests {
      site.log.request(
        head, remark: remark, status: status, bytes: bytes, microseconds: microseconds,
        client: site.client(of: head))
    }
  }

  private func answer(_ request: Request) -> Response {
    if request.segments.first == "statique", let file = site.assets.response(at: request.path) {
      return file
    }
    switch site.routes.table.match(request.method, request.segments) {
    case .notFound:
      return visit(request, site.viewer(of: request)).errorPage(.notFound)
    case .methodNotAllowed(let allowed):
      let visit = visit(request, site.viewer(of: request))
      var response = visit.errorPage(405, visit.say.site.methodNotAllowed)
      response["Allow"] = allowed.map(\.rawValue).joined(separator: ", ")
      return response
    case .found(let route, let captures):
      return answer(request, route, captures)
    }
  }

  private func answer(_ request: Request, _ route: Route, _ captures: [String]) -> Response {
    let viewer = route.access == .ownSecret ? .visitor : site.viewer(of: request)
    let visit = visit(request, viewer)
    var response =
      route.isShared && visit.isShared
      ? shared(visit, route, captures) : answer(visit, route, captures)
    if site.log.keepsRequests { response.remark = AccessLog.remark(route.pattern, viewer) }
    return response
  }

  /// The page that other visitors saw a moment ago, or a new one for them all.
  private func shared(_ visit: Visit, _ route: Route, _ captures: [String]) -> Response {
    guard let freshness = site.freshness(at: visit.now) else {
      return answer(visit, route, captures)
    }
    let key = SharedPageKey(
      target: visit.request.target, language: visit.say.language,
      host: visit.request.headers["host"] ?? "")
    let zips = Negotiation.acceptsGzip(visit.request.headers["accept-encoding"])
    let known = site.sharedPages.value(key, freshness)
    if let known, !zips || known.gzipped != nil { return known }
    var page = known ?? answer(visit, route, captures)
    guard page.status == 200, page.cookies.isEmpty else { return page }
    page.tagForReaders()
    // What is kept holds no more memory than it needs.
    page.body = page.body.withUnsafeBufferPointer { Array($0) }
    if zips { page.gzipped = Gzip.compress(page.body, level: 6) }
    site.sharedPages.keep(page, as: key, freshness)
    return page
  }

  private func answer(_ visit: Visit, _ route: Route, _ captures: [String]) -> Response {
    if route.access == .ownSecret { return site.run(route, captures, visit) }
    let request = visit.request
    if !request.method.isSafe, let refused = visit.refusalOfForm(for: route) { return refused }
    switch route.access {
    case .members where !visit.viewer.isLoggedIn:
      return visit.errorPage(.needsLogIn)
    case .administrators where !visit.viewer.isAdministrator:
      return visit.errorPage(visit.viewer.isLoggedIn ? .notAllowed : .needsLogIn)
    default:
      return site.run(route, captures, visit)
    }
  }

  private func visit(_ request: Request, _ viewer: Viewer) -> Visit {
    site.visit(request, viewer)
  }
}
