import SQLite
import Testing

@testable import Preau

@Suite struct `Recovery codes in the store` {
  let room: MemberRoom
  let boss: Member.ID
  let lea: Member.ID

  init() throws {
    room = try MemberRoom()
    boss = try room.add("boss", .administrator)
    lea = try room.add("lea")
  }

  func issue(for member: Member.ID) throws -> WrittenCode? {
    let code = WrittenCode.random()
    let isIssued = try room.database.write {
      try ResetCodeStore.issue(code, for: member, by: boss, at: room.now, $0)
    }
    return isIssued ? code : nil
  }

  func use(_ code: WrittenCode, of member: Member.ID, after seconds: Int64 = 0) throws -> Bool {
    try room.database.write {
      try ResetCodeStore.use(code, of: member, at: room.now + seconds, $0)
    }
  }

  @Test func `a code serves once, for its member`() throws {
    let sami = try room.add("sami")
    let code = try #require(try issue(for: lea))
    #expect(try !use(code, of: sami))
    #expect(try use(code, of: lea))
    #expect(try !use(code, of: lea))
  }

  @Test func `a code ends after a day`() throws {
    let code = try #require(try issue(for: lea))
    #expect(try !use(code, of: lea, after: 24 * 3_600))
  }

  @Test func `a new code ends the earlier one`() throws {
    let first = try #require(try issue(for: lea))
    let second = try #require(try issue(for: lea))
    #expect(try !use(first, of: lea))
    #expect(try use(second, of: lea))
  }

  @Test func `nobody gets a code for an administrator, even made before the promotion`() throws {
    #expect(try issue(for: boss) == nil)
    let code = try #require(try issue(for: lea))
    try room.database.write { try DirectoryStore.setRole(.administrator, of: lea, $0) }
    #expect(try !use(code, of: lea))
  }

  @Test func `codes are not in the database`() throws {
    let code = try #require(try issue(for: lea))
    let stored = try room.database.read {
      try $0.rows("SELECT code_hash FROM reset_code") { try $0.next([UInt8].self) }
    }
    #expect(stored == [code.hash])
    #expect(!stored.contains(Array(code.characters.utf8)))
  }
}
