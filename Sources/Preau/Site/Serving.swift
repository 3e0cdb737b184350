import Glibc
import HTTPServer
import Synchronization

/// `preau serve`: from a configuration to a running site, until it is told to stop.
public final class Serving {
  private let site: Site
  private let server: Server
  private let chores: Chores
  private let mails: MailChores?
  private let links: LinkChores?

  /// Serves until SIGTERM or SIGINT; says on standard output where.
  ///
  /// To be called on the main thread before any other exists.
  /// - Parameter demo: loads the demo community when the folder is empty.
  public static func serve(_ configuration: Configuration, demo: Bool) throws {
    // First of all, so that every thread inherits it.
    StopSignals.hold()
    let assets = try Assets(root: Assets.folder())
    let serving = try Serving(
      configuration, assets: assets, logsRequests: configuration.logsRequests ?? !demo, demo: demo)
    Terminal.say("listening on \(serving.address)")
    StopSignals.wait()
    serving.stop()
  }

  /// Opens the store and begins to answer.
  ///
  /// - Parameters:
  ///   - logsRequests: whether each request leaves a line on standard output.
  ///   - demo: as in ``serve(_:demo:)``.
  public init(
    _ configuration: Configuration, assets: Assets, logsRequests: Bool, demo: Bool = false
  ) throws {
    site = try Site(
      configuration, assets: assets, log: AccessLog(requests: logsRequests ? STDOUT_FILENO : nil))
    try VocabularySeeds.load(into: site.database, root: site.assets.root, now: .now)
    if demo { try Self.prepareDemo(site) }
    var options = Server.Options()
    options.host = configuration.host
    options.port = configuration.port
    options.spoolFolder = configuration.dataFolder
    options.longestReadBack = configuration.longestUpload
    // A video that a telephone filmed: its page says so and gives the text back.
    options.drainLimit = 100 << 20
    options.threads = configuration.threads ?? Machine.cores
    server = try Server(options, application: PreauApplication(site))
    site.port.store(server.port, ordering: .relaxed)
    let base = site.badgeBase
    try site.database.write { try BadgeKeyStore.serve(base, at: .now, $0) }
    chores = Chores(site)
    mails = try MailChores(site)
    links = LinkChores(site, isDemo: demo)
  }

  /// The port that was given or found.
  public var port: Int { server.port }

  /// Where this machine reaches the site; an IPv6 address stands in brackets (RFC 3986 §3.2.2).
  public var address: String {
    let host = site.configuration.host
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  /// Finishes the requests in flight, writes what waits, checkpoints and closes.
  public func stop() {
    server.stop()
    chores.stop()
    mails?.stop()
    links?.stop()
    site.database.close()
    site.log.flush()
  }

  private static func prepareDemo(_ site: Site) throws {
    let folder = site.configuration.dataFolder
    let isNew = try DemoCommunity.load(
      into: site.database, in: folder, root: site.assets.root,
      configuration: site.configuration, now: .now)
    if !isNew { Terminal.complain("\(folder) holds a community already: it is served as it is") }
    for line in try DemoCommunity.logIns(site.database, in: folder) { Terminal.say(line) }
  }
}
