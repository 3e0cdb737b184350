/// The server that takes mails: how to reach it.
public struct MailServer: Sendable, Equatable {
  /// `smtp://host:port` or `smtps://host:port`, without a slash at the end.
  public let url: String
  /// Nil: no log-in.
  public var user: String?
  public var password: String?
  /// Whether a connection that begins in clear must go on encrypted (STARTTLS), or may.
  public var encryption = Encryption.required
  /// The name that this machine gives itself.
  public var ownName = "localhost"
  /// Seconds for one mail, from the connection to the last answer.
  public var seconds = 60

  /// When mails travel encrypted.
  public enum Encryption: String, Sendable { case required, possible, off }

  /// - Returns: nil unless `url` is one, without a user, a path or a query in it.
  public init?(url: String) {
    var url = url
    if url.hasSuffix("/") { url.removeLast() }
    guard let scheme = ["smtp://", "smtps://"].first(where: { url.lowercased().hasPrefix($0) })
    else {
      return nil
    }
    let host = url.dropFirst(scheme.count)
    guard !host.isEmpty,
      host.utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: ".-_:[]".utf8.contains(byte)
        }
      })
    else { return nil }
    self.url = url
  }
}

/// What became of a mail that was handed to the server.
public enum Delivery: Sendable, Equatable {
  case taken
  /// The server will never take a mail for this address (5xx to RCPT).
  case addressRefused(code: Int, answer: String)
  /// The server will never take this very mail.
  case mailRefused(code: Int, answer: String)
  /// Perhaps later: this mail alone has to wait (a 4xx to this address or mail).
  case postponed(code: Int, answer: String)
  /// The server is not there, or does not let us in: all mails have to wait.
  case unreachable(String)
}
