import Credentials
import Fetching
import HTTP

/// Asks addresses for a verification.
struct BadgeAsking {
  /// A site that answers for itself.
  struct Home {
    let site: Site
    /// Without a slash at the end.
    let bases: [String]
  }

  private let userAgent: String
  /// For tests, and for whoever names an address of this machine on its own command line.
  var allowsLoopback: Bool
  var home: Home?
  private let end = ContinuousClock.now + .seconds(mostSeconds)

  /// For all that one verification asks.
  static let mostSeconds = 12
  /// For one address.
  private static let secondsEach = 5

  init(_ configuration: Configuration) {
    userAgent = LinkChores.userAgent(of: configuration)
    allowsLoopback = configuration.checksLinksHere
  }

  /// Why an address did not answer. Its raw value is what the verification is told.
  enum Failure: String, Error, CustomStringConvertible {
    case notPublic, noSuchHost, tooSlow, tooManyRedirects, unreachable, addressInvalid

    var description: String { rawValue }
  }

  func ask(_ address: String) throws(Failure) -> Verification.Fetched {
    if let home, let path = path(of: address, home) { return home.site.publicDocument(at: path) }
    let left = Int((end - .now).components.seconds)
    guard left > 0 else { throw .tooSlow }
    var fetch = Fetch(userAgent: userAgent)
    fetch.seconds = min(left, Self.secondsEach)
    // One more, so that what is too long is known to be.
    fetch.mostBytes = Verification.mostFetched + 1
    fetch.mostRedirects = 3
    fetch.accept = Self.accepted
    fetch.allowsLoopback = allowsLoopback
    do {
      let answer = try fetch.ask(address)
      return Verification.Fetched(
        bytes: answer.body, status: answer.status, mediaType: answer.type)
    } catch {
      throw Self.failure(error)
    }
  }

  /// Hosts of badges answer browsers with a page.
  private static let accepted =
    "application/ld+json, application/json, application/vc+jwt, image/png, image/svg+xml, "
    + "text/plain;q=0.9, */*;q=0.5"

  private static func failure(_ failure: Fetch.Failure) -> Failure {
    switch failure {
    case .notPublic: .notPublic
    case .noSuchHost: .noSuchHost
    case .tooSlow, .stopped: .tooSlow
    case .tooManyRedirects: .tooManyRedirects
    case .addressInvalid: .addressInvalid
    case .unreachable: .unreachable
    }
  }

  /// The path of an address of this very site.
  private func path(of address: String, _ home: Home) -> String? {
    home.bases.lazy.compactMap { BadgeAsking.path(of: address, below: $0) }.first
  }

  /// What follows a base in an address; nil for an address elsewhere. Schemes and hosts have no case
  /// (RFC 3986 §6.2.2.1).
  static func path(of address: String, below base: String) -> String? {
    let start = address.utf8.prefix(base.utf8.count)
    let rest = address.utf8.dropFirst(base.utf8.count)
    guard rest.first == UInt8(ascii: "/"), let text = String(start),
      text.lowercased() == base.lowercased()
    else { return nil }
    return String(Substring(rest))
  }
}

extension Site {
  /// What anybody is answered who asks for a public document of badges.
  func publicDocument(at path: String) -> Verification.Fetched {
    let missing = Verification.Fetched(bytes: [], status: 404, mediaType: "")
    guard let target = try? Target(path),
      target.segments.first == "ob" || path == "/.well-known/jwks.json",
      case .found(let route, let captures) = routes.table.match(.get, target.segments),
      route.access == .ownSecret
    else { return missing }
    let head = RequestHead(method: .get, target: target, headers: Headers(), peer: "")
    let response = run(route, captures, visit(Request(head: head), .visitor))
    return Verification.Fetched(
      bytes: response.body, status: response.status, mediaType: response["Content-Type"] ?? "")
  }
}
