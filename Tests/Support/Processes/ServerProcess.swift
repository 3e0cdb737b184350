import Foundation

/// A real `preau serve` on a free port of this machine, ended with the test that started it.
public final class ServerProcess: Sendable {
  /// Its data folder, removed when neither this server nor the test holds it.
  public let data: TemporaryFolder
  /// `http://127.0.0.1:PORT`.
  public let origin: String
  public let process: ChildProcess

  /// Starts the server and returns when it listens.
  ///
  /// - Parameters:
  ///   - arguments: what follows `preau serve --data DIR --port N`.
  ///   - port: 0 finds a free one.
  ///   - environment: added to that of the tests.
  ///   - data: an existing data folder, to start again on it; nil makes a new one, that of a demo
  ///     by copying one that was loaded.
  /// - Throws: ``ProcessFailure`` with all it wrote, when it does not listen.
  public init(
    _ arguments: [String] = [], environment: [String: String] = [:], data: TemporaryFolder? = nil,
    port: UInt16 = 0,
    within seconds: Double = 60
  ) throws {
    let isDemo = arguments.contains("--demo")
    self.data = try data ?? (isDemo ? DemoFolder.copy() : TemporaryFolder())
    process = try ChildProcess(
      Places.preau, ["serve", "--data", self.data.path, "--port", String(port)] + arguments,
      environment: ChildProcess.environment(adding: environment))
    let announcement = "listening on "
    let line = try process.waitForLine(within: seconds) { $0.hasPrefix(announcement) }
    origin = String(line.dropFirst(announcement.count))
  }

  // Gone before its folder is removed.
  deinit { _ = try? kill() }

  public var port: UInt16 { origin.split(separator: ":").last.flatMap { UInt16($0) } ?? 0 }
  public var output: String { process.text(of: .output) }
  /// Its log.
  public var errors: String { process.text(of: .errors) }

  /// A visitor of its own, with an empty cookie jar.
  public func visitor(keepsAlive: Bool = false) -> HTTPClient {
    HTTPClient(origin: origin, keepsAlive: keepsAlive, keeping: self)
  }

  /// A browser of its own, with an empty profile.
  public func browser(scripts: Bool = true, language: String = "fr") throws -> Browser {
    try Browser(origin: origin, scripts: scripts, language: language, keeping: self)
  }

  /// A connection for bytes that no browser would send.
  public func rawSocket() throws -> RawSocket { try RawSocket(port: port) }

  /// What it says to such bytes.
  public func answer(to bytes: [UInt8], within seconds: Double = 30) throws -> RawAnswer {
    try rawSocket().answer(to: bytes, within: seconds)
  }

  /// Asks it to stop and waits.
  ///
  /// - Returns: its exit code, or 128 + the signal that ended it.
  @discardableResult
  public func terminate(within seconds: Double = 30) throws -> Int32 {
    process.send(SIGTERM)
    switch try process.waitForEnd(within: seconds) {
    case .exited(let code): return code
    case .signalled(let signal): return 128 + signal
    }
  }

  /// The files that it has open now, those too that no folder shows any more.
  public func openFiles() throws -> [String] {
    let folder = "/proc/\(process.pid)/fd"
    return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
    }
  }

  /// Ends it as a power cut would, and waits until it is gone.
  public func kill() throws {
    process.send(SIGKILL)
    _ = try process.waitForEnd()
  }
}
