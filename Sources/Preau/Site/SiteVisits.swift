import HTTP

extension Site {
  /// Who sends a request, by the session cookie; a cookie that opens nothing is a visitor's.
  func viewer(of request: Request) -> Viewer {
    let name = Session.cookieName(isSecure: configuration.isSecure)
    guard let text = request.cookie(name), let token = Token(text) else { return .visitor }
    let now = Instant.now
    do {
      guard let known = try session(token.hash, now), let session = known.viewer.session else {
        return .visitor
      }
      if now - known.lastSeen > Session.secondsBetweenMarks { sessionMarks.note(session) }
      return known.viewer
    } catch {
      log.add("error session \(error)")
      return .visitor
    }
  }

  /// The session of a token. Who reads one page soon reads another: the answer is kept while it is
  /// fresh.
  private func session(_ tokenHash: [UInt8], _ now: Instant) throws -> KnownSession? {
    let freshness = freshness(at: now)
    if let freshness, let kept = sessions.value(tokenHash, freshness) { return kept }
    let found = try database.read { try SessionStore.session(tokenHash: tokenHash, now: now, $0) }
    if let found, let freshness { sessions.keep(found, bytes: 1_024, as: tokenHash, freshness) }
    return found
  }

  /// Everything that a route needs to answer `request`.
  func visit(_ request: Request, _ viewer: Viewer) -> Visit {
    visit(request, viewer, form: request.method.isSafe ? Form() : (try? request.form) ?? Form())
  }

  private func visit(_ request: Request, _ viewer: Viewer, form: Form) -> Visit {
    Visit(
      site: self, request: request, viewer: viewer, now: .now,
      say: .of(language(of: request, viewer)), form: form)
  }

  /// The address of the person, as far as the trusted proxies can tell.
  func client(of head: RequestHead) -> String {
    configuration.trustedProxies.client(
      peer: head.peer, forwardedFor: head.headers["x-forwarded-for"])
  }

  /// The member's choice, else this browser's on our pages, else what the browser asks for.
  private func language(of request: Request, _ viewer: Viewer) -> Language {
    if let chosen = viewer.member?.language { return chosen }
    if let chosen = request.cookie("langue").flatMap(Language.init(rawValue:)) { return chosen }
    let tags = Language.allCases.map(\.rawValue)
    return Negotiation.language(request.headers["accept-language"], among: tags)
      .flatMap(Language.init(rawValue:)) ?? .french
  }
}
