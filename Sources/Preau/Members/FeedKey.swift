// A feed reader has no cookie: the address that it asks for says for whom it asks.
// (1) Nobody but this server can make a key (a MAC under the site's key).
// (2) Raising the member's generation makes every key of theirs useless at once.
// (3) It opens feeds only, and only those of spaces that the member may read at that moment.

import SQLite

/// The secret in the address of a private feed: `12-1-Zk3…`.
struct FeedKey: Equatable {
  let member: Member.ID
  let generation: Int64

  init(of member: Member) {
    self.member = member.id
    generation = member.feedGeneration
  }

  /// - Returns: nil unless this site wrote it.
  init?(_ text: String, key: [UInt8]) {
    let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard text.utf8.count < 100, parts.count == 3, let member = Int64(parts[0]),
      let generation = Int64(parts[1])
    else { return nil }
    self.member = Member.ID(member)
    self.generation = generation
    guard Crypto.areEqual(Array(seal(key).utf8), Array(parts[2].utf8)) else { return nil }
  }

  func text(key: [UInt8]) -> String {
    "\(member.value)-\(generation)-" + seal(key)
  }

  /// The member for whom a feed is asked, if `text` is a key that is still good.
  static func member(of text: String, key: [UInt8], _ db: Reader) throws -> Member? {
    guard let feedKey = FeedKey(text, key: key),
      let member = try MemberStore.member(feedKey.member, db),
      member.feedGeneration == feedKey.generation
    else { return nil }
    return member
  }

  private func seal(_ key: [UInt8]) -> String {
    let message = Array("feed\n\(member.value)\n\(generation)".utf8)
    return Base64URL.encode(Array(Crypto.hash(message, key: key).prefix(16)))
  }
}
