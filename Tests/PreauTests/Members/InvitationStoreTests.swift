import SQLite
import Testing

@testable import Preau

@Suite struct `Invitations in the store` {
  @Test func `the last use is taken by one person only`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let secrets = InvitationSecrets(seed: Crypto.randomBytes(32), key: Crypto.randomBytes(32))
    let (token, code) = (secrets.token, secrets.code)
    let invitation = try InvitationDraft(role: "teacher", days: "1", uses: "2").checked()
    let id = try room.database.write {
      try InvitationStore.add(invitation, secrets, to: nil, by: boss, at: room.now, $0)
    }
    for key in [.token(token), .code(code)] as [InvitationKey] {
      let open = try room.database.read { try InvitationStore.open(key, at: room.now, $0) }
      #expect(open?.id == id)
    }
    let uses = try (1...3).map { _ in
      try room.database.write { try InvitationStore.use(id, at: room.now, $0) }
    }
    #expect(uses == [true, true, false])
    for key in [.token(token), .code(code)] as [InvitationKey] {
      #expect(try room.database.read { try InvitationStore.open(key, at: room.now, $0) } == nil)
    }
  }

  @Test func `an invitation ends on its day, or when it is revoked`() throws {
    let room = try MemberRoom()
    let boss = try room.add("boss", .administrator)
    let secrets = InvitationSecrets(seed: Crypto.randomBytes(32), key: Crypto.randomBytes(32))
    let token = secrets.token
    let invitation = try InvitationDraft(days: "1", uses: "2").checked()
    _ = try room.database.write {
      try InvitationStore.add(invitation, secrets, to: nil, by: boss, at: room.now, $0)
    }
    let open = { (seconds: Int64) in
      try room.database.read { try InvitationStore.open(.token(token), at: room.now + seconds, $0) }
    }
    let before = try #require(try open(86_399))
    #expect(try open(86_400) == nil)
    #expect(try room.database.write { try InvitationStore.revoke(before.id, of: nil, $0) })
    #expect(try open(0) == nil)
  }
}
