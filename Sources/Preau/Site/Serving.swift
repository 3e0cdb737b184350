import Dispatch
import HTTPServer

/// `preau serve`: from a configuration to a running site, until it is told to stop.
public final class Serving {
  private let site: Site
  private let server: Server
  private let chores: Chores

  /// Opens the store and begins to answer.
  ///
  /// - Parameter logsRequests: whether each request leaves a line on standard output.
  public init(_ configuration: Configuration, assets: Assets, logsRequests: Bool) throws {
    site = try Site(
      configuration, assets: assets, log: AccessLog(descriptor: logsRequests ? 1 : nil))
    var options = Server.Options()
    options.host = configuration.host
    options.port = configuration.port
    options.threads = configuration.threads ?? Machine.cores
    server = try Server(options, application: PreauApplication(site))
    chores = Chores(site)
  }

  /// The port that was given or found.
  public var port: Int { server.port }

  /// Finishes the requests in flight, writes what waits, checkpoints and closes.
  public func stop() {
    server.stop()
    chores.stop()
    site.database.close()
    site.log.flush()
  }
}
