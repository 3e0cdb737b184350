import Foundation

/// The program that drives browsers for us, speaking WebDriver (W3C) over HTTP.
///
/// One for all the tests of a run; each browser is a session of its own.
final class Chromedriver: Sendable {
  private let process: ChildProcess
  /// Where browsers leave their odds and ends.
  private let folder: TemporaryFolder
  let origin: String

  static func shared() throws -> Chromedriver { try started.get() }

  private static let started = Result { try Chromedriver() }

  private init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    process = try ChildProcess(
      "/usr/bin/chromedriver", ["--port=0"],
      environment: ChildProcess.environment(adding: ["TMPDIR": folder.path]))
    let announcement = "started successfully on port "
    let line = try process.waitForLine { $0.contains(announcement) }
    let port = line.split(separator: " ").last.map { $0.filter(\.isNumber) } ?? ""
    origin = "http://127.0.0.1:\(port)"
    atexit { Chromedriver.endShared() }
  }

  /// What is shared is never let go of: it is ended with the tests.
  private static func endShared() {
    guard case .success(let driver) = started else { return }
    driver.process.send(SIGKILL)
    _ = try? driver.process.waitForEnd(within: 5)
    driver.folder.remove()
  }
}

/// What the browser or its driver refused.
public struct BrowserError: Error, CustomStringConvertible {
  /// WebDriver's name for it, such as `no such element`.
  public let kind: String
  public let message: String

  public var description: String { "\(kind): \(message)" }
}

/// One conversation with the driver.
final class DriverConnection {
  private let client: HTTPClient

  init() throws {
    client = HTTPClient(origin: try Chromedriver.shared().origin, keepsAlive: true)
    client.patience = 120
  }

  /// Sends one command and returns its value.
  func send(_ method: String, _ path: String, _ parameters: JSON? = nil) throws -> JSON {
    let body = try parameters.map { Array(try $0.text.utf8) }
    let reply = try client.send(
      method, path, headers: body == nil ? [:] : ["Content-Type": "application/json"], body: body)
    let value = try JSON(parsing: reply.body)["value"] ?? .null
    guard reply.status == 200 else {
      let message = value["message"]?.string ?? reply.body
      // Chromium's own words for it, when the page goes while the driver looks at its element.
      let isStale = message.contains("does not belong to the document")
      throw BrowserError(
        kind: isStale
          ? "stale element reference" : value["error"]?.string ?? "status \(reply.status)",
        message: String(message.prefix { $0 != "\n" }))
    }
    return value
  }
}
