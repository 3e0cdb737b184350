// Whoever gets a mail can end such mails without logging in:
// (1) Nobody but this server can make the address that does it (a MAC under the site's key).
// (2) It ends what it names, for the one whom it names, and changes nothing else.
// (3) It opens nothing: the page shows no more than a button.

/// What the link at the end of a mail stops: `12-thread-45-Zk3…`.
struct MailStop: Equatable, PathValue {
  let member: Member.ID
  let choice: MailChoice
  private let mark: String

  init(member: Member.ID, choice: MailChoice, key: [UInt8]) {
    self.member = member
    self.choice = choice
    mark = Self.seal(member, choice, key)
  }

  /// Reads what may be one: ``isGenuine(key:)`` says whether it is.
  init?(segment: String) {
    let parts = segment.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard segment.utf8.count < 120, parts.count == 4, let member = Int64(parts[0]),
      let target = Int64(parts[2]), let choice = MailChoice(scope: parts[1], target: target)
    else { return nil }
    self.member = Member.ID(member)
    self.choice = choice
    mark = String(parts[3])
  }

  func isGenuine(key: [UInt8]) -> Bool {
    Crypto.areEqual(Array(Self.seal(member, choice, key).utf8), Array(mark.utf8))
  }

  var text: String { "\(member.value)-\(choice.scope)-\(choice.target)-\(mark)" }

  private static func seal(_ member: Member.ID, _ choice: MailChoice, _ key: [UInt8]) -> String {
    let message = Array(
      "mail-stop\n\(member.value)\n\(choice.scope)\n\(choice.target)".utf8)
    return Base64URL.encode(Array(Crypto.hash(message, key: key).prefix(16)))
  }
}
