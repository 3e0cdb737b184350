// What stands between a POST and its route:
// (1) The browser must not say that another site sent it.
// (2) It must carry a token that this server wrote for this viewer and this address.
// (3) A token of a member whose session has ended is still genuine: what was written is kept for
//     that member, one hour, and shown to nobody; only so much of it. The browser must say that it
//     comes from here: no cookie says so any more.

import HTML
import HTTP

extension Visit {
  /// The answer to a form that must not be taken; nil when it may.
  func refusalOfForm(for route: Route) -> Response? {
    guard (try? request.form) != nil else { return errorPage(.badRequest) }
    guard request.comes(fromSiteAt: site.configuration.origin) else {
      return errorPage(403, say.site.foreignForm)
    }
    guard textIsTaken else { return errorPage(413, say.site.tooLarge) }
    guard let token = genuineToken(for: route) else { return errorPage(403, say.site.staleForm) }
    if token.member == viewer.reader { return nil }
    guard !viewer.isLoggedIn, token.member != 0 else { return errorPage(403, say.site.staleForm) }
    // What anyone may do needs no session: it is done for the visitor that this person has become.
    guard route.isKept else { return route.access == .anyone ? nil : errorPage(.needsLogIn) }
    guard request.isKnownToCome(fromSiteAt: site.configuration.origin) else {
      return errorPage(403, say.site.staleForm)
    }
    return keepForm(of: Number(token.member))
  }

  /// A form with a picture is longer than others, the words in it are not.
  private var textIsTaken: Bool {
    form.fields.pairs.reduce(0) { $0 + $1.value.utf8.count } <= site.configuration.longestForm
  }

  private func genuineToken(for route: Route) -> FormToken? {
    guard let text = form[FormToken.field.description] else { return nil }
    let scopes = [request.path] + (route.isGesture ? [Gestures.scope] : [])
    return scopes.lazy.compactMap {
      FormToken(text, path: $0, now: self.now, key: self.site.key.bytes)
    }.first
  }

  /// Keeps what a member sent after the session had ended, and asks to log in again.
  private func keepForm(of member: Member.ID) -> Response {
    guard KeptForm.fits(form.fields) else { return errorPage(413, say.site.tooLarge) }
    do {
      let token = Token.random()
      let fields = try FileIntake.fields(of: self, for: member)
      try write { db in
        try KeptFormStore.keep(
          path: request.path, fields: fields, of: member, token: token.hash, at: now, db)
      }
      return redirect(to: Address("/connexion").adding("garde", token.text))
    } catch {
      site.log.add("error kept-form \(error)")
      return errorPage(500, say.site.failure)
    }
  }
}
