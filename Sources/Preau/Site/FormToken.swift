// A form of ours carries a token that says for whom, for which address and when it was written:
// (1) Nobody but this server can write one (a MAC under the site's key).
// (2) One made for a member is worth nothing in another member's session, nor for another form.
// (3) It can be checked without any cookie: that is how a form sent after its session has ended is
//     known to be genuine, and kept for the member who wrote it.

/// The hidden field that proves where a form comes from.
struct FormToken: Equatable {
  /// 0 for a visitor.
  let member: Int64
  /// Hours since 1970: whole hours, so that a page stays the same, byte for byte, for a while.
  let hour: Int64

  /// Long enough for a reply begun on Friday and sent on Monday morning.
  static let hoursOfLife: Int64 = 7 * 24
  static let field: StaticString = "jeton"

  /// The token of a form sent to `path`.
  static func text(member: Int64, path: String, now: Instant, key: [UInt8]) -> String {
    let token = FormToken(member: member, hour: now.hour)
    return "\(token.member).\(token.hour)." + token.seal(path: path, key: key)
  }

  /// - Returns: nil unless `text` was written by this server for `path`, not too long ago.
  init?(_ text: String, path: String, now: Instant, key: [UInt8]) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count < 100, parts.count == 3, let member = Int64(parts[0]),
      let hour = Int64(parts[1])
    else { return nil }
    self.init(member: member, hour: hour)
    let age = now.hour - hour
    guard (0...Self.hoursOfLife).contains(age),
      Crypto.areEqual(Array(seal(path: path, key: key).utf8), Array(parts[2].utf8))
    else { return nil }
  }

  private init(member: Int64, hour: Int64) {
    self.member = member
    self.hour = hour
  }

  private func seal(path: String, key: [UInt8]) -> String {
    var message: [UInt8] = []
    message.reserveCapacity(64 + path.utf8.count)
    message += "form\n".utf8
    message += member.description.utf8
    message += "\n".utf8
    message += hour.description.utf8
    message += "\n".utf8
    message += path.utf8
    return Base64URL.encode(Array(Crypto.hash(message, key: key).prefix(16)))
  }
}

extension Instant {
  /// Whole hours since 1970.
  var hour: Int64 { seconds / 3_600 }
}
