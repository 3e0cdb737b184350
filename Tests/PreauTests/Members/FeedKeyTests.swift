import SQLite
import Testing

@testable import Preau

@Suite struct `Feed keys` {
  let key = Array(repeating: UInt8(7), count: 32)

  @Test func `a key names its member until it is revoked`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let text = FeedKey(of: try room.member(lea)).text(key: key)
    let found = { try room.database.read { try FeedKey.member(of: text, key: key, $0)?.id } }
    #expect(try found() == lea)
    try room.database.write { try FeedKeyStore.revoke(of: lea, $0) }
    #expect(try found() == nil)
  }

  @Test func `a key cannot be made up, moved or brought up to date`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let text = FeedKey(of: try room.member(lea)).text(key: key)
    let seal = text.split(separator: "-", maxSplits: 2)[2]
    for forged in ["\(lea.value)-2-\(seal)", "\(lea.value + 1)-1-\(seal)", "\(lea.value)-1-", ""] {
      #expect(FeedKey(forged, key: key) == nil)
    }
    #expect(FeedKey(text, key: Array(repeating: 8, count: 32)) == nil)
  }
}
