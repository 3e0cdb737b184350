import Mail

/// How this site sends mails. Nothing is sent before there is a server and a sender.
public struct MailConfiguration: Sendable {
  /// The server that takes the mails.
  public var url: String?
  /// The name to log in there with; nil: no log-in.
  public var user: String?
  /// A file whose first line is the password.
  public var passwordFile: String?
  /// Whether the way to the server must be encrypted; nil: but on this machine itself.
  public var encryption: MailServer.Encryption?
  /// `preau@example.org` or `A name <preau@example.org>`.
  public var sender: Mailbox?
  /// Seconds that a mail waits for more of the same thread, and for second thoughts.
  public var delay: Int64 = 120
  /// Seconds before a mail that did not get away is tried again; then twice as long each time.
  public var firstRetry: Int64 = 60

  /// The longest time between two trials of a mail.
  static let longestRetry: Int64 = 4 * 3_600
  /// Some three days of trials: then a mail has become old news.
  static let mostAttempts = 26

  /// Whether mails are sent at all.
  public var isOn: Bool { url != nil && sender != nil }
}

extension Configuration {
  /// The server as the mails need it.
  ///
  /// - Throws: ``StartFailure`` where the configuration is not whole.
  func mailServer() throws(StartFailure) -> MailServer? {
    guard let url = mail.url else { return nil }
    guard mail.sender != nil else { throw StartFailure("smtp-url needs mail-from, too") }
    guard let baseURL else { throw StartFailure("smtp-url needs base-url: mails hold links") }
    guard var server = MailServer(url: url) else {
      throw StartFailure("smtp-url: “\(url)” is not smtp://host or smtps://host")
    }
    server.user = mail.user
    server.ownName = Self.host(of: baseURL)
    server.encryption = mail.encryption ?? (Self.isThisMachine(url) ? .possible : .required)
    if let file = mail.passwordFile {
      guard let bytes = readFile(file) else {
        throw StartFailure("cannot read \(file): \(systemMessage())")
      }
      let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      server.password = String(decoding: line, as: UTF8.self)
    }
    return server
  }

  private static func isThisMachine(_ url: String) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(host(of: url))
  }

  /// `example.org` of `https://example.org:8443`.
  static func host(of url: String) -> String {
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    let rest = url[start...]
    if rest.hasPrefix("[") { return String(rest.prefix { $0 != "]" }) + "]" }
    return String(rest.prefix { $0 != ":" && $0 != "/" })
  }
}
