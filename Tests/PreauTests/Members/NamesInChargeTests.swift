import SQLite
import Testing

@testable import Preau

@Suite struct `The names of those in charge` {
  @Test func `are theirs, as long as they are in charge`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let rose = try room.add("rose", .teacher)
    let lea = try room.add("lea")
    try room.database.write { db in
      try db.script(
        "INSERT INTO space (id, slug, name, visibility, created) VALUES (1, 'a', 'A', 'public', 1)")
      try db.run("INSERT INTO space_member VALUES (1, ?, 'referent', 1)", rose)
      try db.run("INSERT INTO space_member VALUES (1, ?, 'member', 1)", lea)
    }
    func refusal(
      _ name: String, _ member: Member.ID?, _ role: Member.Role = .learner
    ) throws -> DisplayName.Problem? {
      let name = try DisplayName(typed: name)
      return try room.database.read { try name.refusal(for: member, role: role, $0) }
    }
    #expect(try refusal("Bоss", lea) == .ofSomeoneInCharge)
    #expect(try refusal("r o s é", nil) == .ofSomeoneInCharge)
    #expect(try refusal("Rose", rose, .teacher) == nil)
    #expect(try refusal("Lea", nil) == nil)
    #expect(try refusal("Admin", lea) == .reserved)
    #expect(try refusal("Admin", boss, .administrator) == nil)
    try room.database.write { try $0.run("DELETE FROM space_member WHERE member = ?", rose) }
    #expect(try refusal("Rose", lea) == nil)
  }
}
