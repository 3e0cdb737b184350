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

  @Test func `a key ends with the sessions of its member`() throws {
    let room = try MemberRoom()
    let (lea, sami) = (try room.add("lea"), try room.add("sami"))
    let keys = try [lea, sami].map { FeedKey(of: try room.member($0)).text(key: key) }
    try room.database.write { try SessionStore.closeAll(of: lea, except: nil, $0) }
    let found = try keys.map { text in
      try room.database.read { try FeedKey.member(of: text, key: key, $0)?.id }
    }
    #expect(found == [nil, sami])
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
