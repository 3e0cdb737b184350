import HTTP

/// A browser in which a member has logged in before: a cookie that outlives the session.
///
/// It opens nothing. It only lets the one who has it try a password when the log-in of that member
/// is held up by somebody else's failures, such as a classmate behind the same school address.
struct KnownBrowser: Equatable {
  let member: Member.ID
  /// Tells two browsers of one member apart, so that each has failures of its own.
  let mark: [UInt8]

  private static let secondsOfLife = 180 * 24 * 3_600

  static func new(of member: Member.ID) -> KnownBrowser {
    KnownBrowser(member: member, mark: Crypto.randomBytes(9))
  }

  /// - Returns: nil unless this site wrote it.
  init?(_ text: String, key: [UInt8]) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard text.utf8.count < 100, parts.count == 3, let number = Int64(parts[0]),
      let mark = Base64URL.decode(parts[1])
    else { return nil }
    self.init(member: Member.ID(number), mark: mark)
    guard Crypto.areEqual(Array(seal(key).utf8), Array(parts[2].utf8)) else { return nil }
  }

  private init(member: Member.ID, mark: [UInt8]) {
    self.member = member
    self.mark = mark
  }

  func text(key: [UInt8]) -> String {
    "\(member.value).\(Base64URL.encode(mark))." + seal(key)
  }

  private func seal(_ key: [UInt8]) -> String {
    let message = Array("browser\n\(member.value)\n".utf8) + mark
    return Base64URL.encode(Array(Crypto.hash(message, key: key).prefix(16)))
  }
}

extension KnownBrowser {
  static func cookieName(isSecure: Bool) -> String {
    isSecure ? "__Host-preau-connu" : "preau-connu"
  }

  static func forgottenCookie(isSecure: Bool) -> SetCookie {
    SetCookie(cookieName(isSecure: isSecure), "", maxAge: 0, secure: isSecure)
  }

  func cookie(key: [UInt8], isSecure: Bool) -> SetCookie {
    SetCookie(
      Self.cookieName(isSecure: isSecure), text(key: key), maxAge: Self.secondsOfLife,
      secure: isSecure, httpOnly: true, sameSite: .lax)
  }
}

extension Visit {
  /// The member who has logged in before in this browser, if any.
  var knownBrowser: KnownBrowser? {
    let name = KnownBrowser.cookieName(isSecure: site.configuration.isSecure)
    return request.cookie(name).flatMap { KnownBrowser($0, key: site.key.bytes) }
  }
}
