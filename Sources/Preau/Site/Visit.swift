import HTML
import HTTP
import SQLite

/// One request being answered: who asks, for what, when, and in which language.
final class Visit {
  let site: Site
  let request: Request
  let viewer: Viewer
  let now: Instant
  let say: Strings
  /// The fields of a POST; empty otherwise.
  var form: Form

  init(
    site: Site, request: Request, viewer: Viewer, now: Instant, say: Strings, form: Form
  ) {
    self.site = site
    self.request = request
    self.viewer = viewer
    self.now = now
    self.say = say
    self.form = form
  }

  /// The member who asks.
  ///
  /// - Throws: ``Refusal/needsLogIn`` for a visitor; never on a route for members.
  var member: Member {
    get throws(Refusal) {
      guard let member = viewer.member else { throw .needsLogIn }
      return member
    }
  }

  /// The address of the person, as far as the trusted proxies can tell.
  var client: String { site.client(of: request.head) }

  /// Whether nothing on a page would be for this reader alone.
  var isShared: Bool {
    !viewer.isLoggedIn && request.method.isSafe && request.cookie(Notice.cookieName) == nil
  }

  /// Reads from one snapshot of the store.
  func read<T>(_ body: (Reader) throws -> T) throws -> T {
    try site.database.read(body)
  }

  /// Changes the store; returns when the change is durable.
  func write<T>(_ body: (Writer) throws -> T) throws -> T {
    try site.database.write(body)
  }

  /// What was typed in a field, without white space at both ends; empty when there is no such field.
  func field(_ name: String) -> String {
    (form[name] ?? "").trimmed
  }

  /// The address that people use to reach the site, without a slash at the end.
  var baseURL: String {
    if let baseURL = site.configuration.baseURL { return baseURL }
    return "http://" + Self.host(request.headers["host"] ?? "")
  }

  /// What the browser says, unless no host could have such a name: anybody may send anything.
  static func host(_ sent: String) -> String {
    let isPlain = sent.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: ".-_:[]".utf8.contains(byte)
      }
    }
    return isPlain && (1...255).contains(sent.utf8.count) ? sent : "localhost"
  }
}

extension Visit {
  /// Sends the browser elsewhere after a change, with a word about what was done.
  func redirect(to address: Address, notice: Notice? = nil) -> Response {
    var response = Response.redirect(to: address.text)
    if let notice { response.cookies.append(notice.cookie(isSecure: site.configuration.isSecure)) }
    return response
  }

  /// The address to return to after this page: the whole of the one that was asked for.
  var here: Address {
    Address(ownPath: request.target) ?? "/"
  }

  /// The token of a form of this viewer that is sent to `path`.
  func formToken(for path: String) -> String {
    site.formTokens.token(member: viewer.reader, path: path, now: now, key: site.key.bytes)
  }
}
