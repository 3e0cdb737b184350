import HTTP

/// A browser in which a member is logged in.
public struct Session: Sendable {
  /// The number of a session: not its secret.
  public typealias ID = Number<Session>
  /// Shown to its member, to end it.
  public let id: ID
  /// When its member logged in.
  public let created: Instant
  /// To the nearest ten minutes or so.
  public let lastSeen: Instant
  /// Such as "Firefox, Android", from what the browser said of itself.
  public let device: String

  /// Without a visit for this long, a session ends.
  static let secondsOfIdleness: Int64 = 60 * 24 * 3_600
  /// How stale `lastSeen` may become before it is written again.
  static let secondsBetweenMarks: Int64 = 600

  /// The cookie that holds its token; the prefix makes browsers refuse it over plain http or for
  /// another host (RFC 6265bis §4.1.3.2).
  static func cookieName(isSecure: Bool) -> String { isSecure ? "__Host-preau" : "preau" }

  static func cookie(_ token: Token, isSecure: Bool) -> SetCookie {
    SetCookie(
      cookieName(isSecure: isSecure), token.text, maxAge: Int(secondsOfIdleness),
      secure: isSecure, httpOnly: true, sameSite: .lax)
  }

  static func endedCookie(isSecure: Bool) -> SetCookie {
    SetCookie(
      cookieName(isSecure: isSecure), "", maxAge: 0, secure: isSecure, httpOnly: true,
      sameSite: .lax)
  }
}

extension Response {
  /// Ends the session of this browser, which forgets what it holds of ours: on a computer that several
  /// use, neither its pages nor what was kept to be read offline waits for the next one.
  mutating func endSession(_ visit: Visit) {
    cookies.append(Session.endedCookie(isSecure: visit.site.configuration.isSecure))
    self["Clear-Site-Data"] = #""cache", "storage""#
  }

  /// Tells the browser to forget what was kept to be read offline: it is not for whoever comes now, and
  /// a session that ended by itself, or from elsewhere, took nothing with it.
  mutating func forgetKept() { self["Clear-Site-Data"] = #""storage""# }
}

/// Whom the token of a session stands for.
struct KnownSession {
  let viewer: Viewer
  let lastSeen: Instant
}

/// Sessions in use, by the hash of their token.
typealias KnownSessions = ChangeKeep<[UInt8], KnownSession>
