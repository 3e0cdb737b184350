import HTTP

extension Site {
  /// The answer of a route; what it throws becomes a page.
  func run(_ route: Route, _ captures: [String], _ visit: Visit) -> Response {
    do {
      return try route.answer(visit, captures)
    } catch let refusal as Refusal {
      return visit.errorPage(refusal)
    } catch {
      log.add("error route=\(route.pattern) \(error)")
      return visit.errorPage(500, visit.say.site.failure)
    }
  }

  /// Answers a form that was kept, as if `viewer` had just sent it.
  ///
  /// Whether it was genuine was asked before it was kept; whether this person may use the route is
  /// asked here. What the spaces and threads allow is asked by the route, as always.
  /// - Parameter request: the one that brought the member back: browser, language and address.
  func send(_ kept: KeptForm, of viewer: Viewer, after request: Request) -> Response? {
    guard let target = try? Target(kept.path),
      case .found(let route, let captures) = routes.table.match(.post, target.segments),
      route.isKept
    else { return nil }
    var headers = Headers()
    for field in request.headers.fields where field.name.lowercased() != "content-type" {
      headers.append(field.name, field.value)
    }
    headers.append("Content-Type", "application/x-www-form-urlencoded")
    let head = RequestHead(method: .post, target: target, headers: headers, peer: request.peer)
    let form = Request(head: head, body: Array(FormText.text(kept.fields).utf8))
    let visit = visit(form, viewer)
    if route.access == .administrators && !viewer.isAdministrator {
      return visit.errorPage(.notAllowed)
    }
    return run(route, captures, visit)
  }
}
