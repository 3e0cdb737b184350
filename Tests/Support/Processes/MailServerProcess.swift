import Foundation

/// A real mail server of this machine (aiosmtpd), and what it took. Mails to addresses that begin
/// with `refused` are refused for good; the first one to each that begins with `later`, for now.
public final class MailServerProcess: Sendable {
  public let port: UInt16
  private let process: ChildProcess

  public init(port: UInt16? = nil) throws {
    self.port = try port ?? FreePort.find()
    process = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python",
      [Places.packageRoot + "/.ci/mail-server", String(self.port)])
    _ = try process.waitForLine { $0 == "listening" }
  }

  deinit { process.send(SIGKILL) }

  /// Stops listening.
  public func stop() throws {
    process.send(SIGKILL)
    _ = try process.waitForEnd()
  }

  /// A mail as Python's reader sees it.
  public struct Mail: Sendable {
    private let json: JSON

    init(_ line: String) throws { json = try JSON(parsing: line) }

    public var to: [String] { json["to"]?.array.compactMap(\.string) ?? [] }
    public var text: String { json["text"]?.string ?? "" }
    public var html: String { json["html"]?.string ?? "" }
    public var subject: String { header("subject") }
    public func header(_ name: String) -> String { json["headers"]?[name]?.string ?? "" }
    /// Every header's name, in order.
    public var names: [String] { json["names"]?.array.compactMap(\.string) ?? [] }
    /// What the reader found wrong.
    public var defects: [String] { json["defects"]?.array.compactMap(\.string) ?? [] }
    public var longestLine: Int { json["longest"]?.int ?? 0 }
    public var isASCII: Bool { json["ascii"]?.bool ?? false }
  }

  /// All that it took until now.
  public func mails() throws -> [Mail] {
    try process.text(of: .output).split(separator: "\n").dropFirst().map { try Mail(String($0)) }
  }

  /// Waits for the first mail to `address` for which `matches` holds.
  public func mail(
    to address: String, where matches: (Mail) -> Bool = { _ in true }
  ) throws -> Mail {
    var found: Mail?
    try waitUntil("a mail to \(address)") {
      found = try mails().first { $0.to == [address] && matches($0) }
      return found != nil
    }
    guard let found else { throw SystemFailure("no mail", code: ENOENT) }
    return found
  }
}
