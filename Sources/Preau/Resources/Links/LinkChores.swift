import Fetching
import Glibc
import SQLite

/// A thread of its own that visits the links of cards and of tutorials: weekly, one at a time for the whole site, so
/// never two to one host, with a pause between them.
final class LinkChores: Sendable {
  private let thread: BackgroundThread

  /// - Returns: nil where links are not visited.
  init?(_ site: Site, isDemo: Bool) {
    guard site.configuration.checksLinks ?? !isDemo else { return nil }
    let stopping = StopFlag()
    var fetch = Fetch(userAgent: Self.userAgent(of: site.configuration))
    fetch.allowsLoopback = site.configuration.checksLinksHere
    let probe = LinkProbe(fetch: fetch)
    thread = BackgroundThread(until: stopping) {
      while !stopping.isSet {
        let isIdle = Self.round(site, probe, stopping)
        // A site that has just started has more urgent things to do.
        Self.pause(isIdle ? 60 : 1, until: stopping)
      }
    }
  }

  /// Waits until the visit that is under way is given up.
  func stop() { thread.stop() }

  /// What servers are told: which site asks, and where to read more.
  static func userAgent(of configuration: Configuration) -> String {
    let ascii = configuration.siteName.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }
    let name = String(String.UnicodeScalarView(ascii)).trimmed
    let base = configuration.baseURL.map { " (+\($0))" } ?? ""
    return "Preau-links/1.0 \(name)\(base)"
  }

  private static func pause(_ seconds: Int, until stopping: StopFlag) {
    for _ in 0..<(seconds * 4) where !stopping.isSet { usleep(250_000) }
  }

  /// - Returns: whether nothing is due.
  private static func round(_ site: Site, _ probe: LinkProbe, _ stopping: StopFlag) -> Bool {
    do {
      let due = try site.database.read { try LinkStore.due(at: .now, limit: 1, $0) }
      guard let link = due.first else { return try tutorials(site, probe, stopping) }
      let finding = try probe.find(link.url) { stopping.isSet }
      try LinkCheck.note(finding, of: link, at: .now, site.database)
      return false
    } catch Fetch.Failure.stopped {
      return false
    } catch {
      site.log.add("error links \(error)")
      return true
    }
  }
}

extension LinkChores {
  /// The same of links inside tutorials.
  fileprivate static func tutorials(
    _ site: Site, _ probe: LinkProbe, _ stopping: StopFlag
  ) throws -> Bool {
    if try TutorialLinkCheck.readNext(site.database, base: site.configuration.baseURL) {
      return false
    }
    let due = try site.database.read { try TutorialLinkStore.due(at: .now, limit: 1, $0) }
    guard let link = due.first else { return true }
    let finding = try probe.find(link.url) { stopping.isSet }
    try TutorialLinkCheck.note(finding, of: link, at: .now, site.database)
    return false
  }
}

/// What becomes of a visit.
enum LinkCheck {
  /// Keeps what was found; who added the link is told once, when it is first said to be broken.
  static func note(
    _ finding: LinkHealth.Finding, of link: LinkStore.Due, at now: Instant, _ database: Database
  ) throws {
    let health = link.health.after(finding, at: now)
    try database.write { db in
      try LinkStore.note(health, of: link, at: now, db)
      guard health.broken != nil, link.health.broken == nil, let member = link.addedBy else {
        return
      }
      let say = Strings.of(link.language ?? .french).resources
      try Notifications.tell(
        .told(
          .message, to: [member], about: .page(Resource.address(link.resource, link.slug).text),
          words: say.brokenWords(link.title)), at: now, db)
    }
  }
}
