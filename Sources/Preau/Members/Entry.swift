import HTTP
import SQLite

/// A log-in that has just succeeded: who is there now, and the cookies that say so.
struct Entry {
  let viewer: Viewer
  private let token: Token

  /// Opens a session with a new token, and ends the one that this browser had.
  ///
  /// - Throws: ``Refusal/needsLogIn`` when the account has just been deleted; ``Refusal/suspended``.
  static func open(_ visit: Visit, for id: Member.ID, _ db: Writer) throws -> Entry {
    guard let member = try MemberStore.member(id, db) else { throw Refusal.needsLogIn }
    if try SuspensionStore.isSuspended(id, db) { throw Refusal.suspended }
    if let old = visit.viewer.session, let owner = visit.viewer.member {
      try SessionStore.close(old, of: owner.id, db)
    }
    let token = Token.random()
    let session = try SessionStore.open(
      tokenHash: token.hash, for: id,
      device: Device.name(userAgent: visit.request.headers["user-agent"]), at: visit.now, db)
    visit.site.familiarMembers.note(id, at: LogInGate.place(visit.client))
    return Entry(viewer: Viewer(member: member, session: session), token: token)
  }

  /// The same response, which lets the browser in.
  func allowing(_ response: Response, _ visit: Visit) -> Response {
    let isSecure = visit.site.configuration.isSecure
    var response = response
    response.cookies.append(Session.cookie(token, isSecure: isSecure))
    response.forgetKept()
    if let member = viewer.member, visit.knownBrowser?.member != member.id {
      response.cookies.append(
        KnownBrowser.new(of: member.id).cookie(key: visit.site.key.bytes, isSecure: isSecure))
    }
    return response
  }
}
