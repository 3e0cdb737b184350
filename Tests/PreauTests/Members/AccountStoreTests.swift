import SQLite
import Testing

@testable import Preau

@Suite struct `Accounts in the store` {
  let room: MemberRoom

  init() throws { room = try MemberRoom() }

  @Test func `a log-in name and an address belong to one member`() throws {
    try room.add("léa", email: "lea@x.fr")
    #expect(throws: AccountStore.Taken.login) { try room.add("LÉA") }
    #expect(throws: AccountStore.Taken.email) { try room.add("sami", email: "Lea@X.fr") }
  }

  @Test(arguments: ["LÉA", " léa ", "lea@x.fr", "Lea@X.FR"])
  func `one logs in by name or by address, in any case`(typed: String) throws {
    let lea = try room.add("léa", email: "lea@x.fr")
    try room.add("sami")
    let found = try room.database.read { try AccountStore.credentials(typed, $0) }
    #expect(found?.id == lea)
    #expect(found?.passwordHash == "hash of léa")
  }

  @Test func `the suggestion for a taken name is free`() throws {
    for name in ["lea", "lea2", "lea3"] { try room.add(name) }
    let free = try room.database.read {
      try AccountStore.freeName(near: LogInName(typed: "lea"), $0)
    }
    #expect(free == "lea4")
    let long = String(repeating: "a", count: 40)
    try room.add(long)
    let near = try room.database.read {
      try AccountStore.freeName(near: LogInName(typed: long), $0)
    }
    #expect(try LogInName(typed: #require(near)).text == near)
  }

  @Test func `ending one session leaves the others, and nobody ends another’s`() throws {
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    let (here, there) = try room.database.write { db in
      let open = { (byte: UInt8, id: Member.ID) in
        try SessionStore.open(tokenHash: [byte], for: id, device: "", at: room.now, db)
      }
      let here = try open(1, lea)
      let there = try open(2, lea)
      _ = try open(3, sami)
      try SessionStore.close(here, of: sami, db)
      return (here, there)
    }
    try room.database.write { try SessionStore.close(there, of: lea, $0) }
    let left = try room.database.read { try SessionStore.all(of: lea, $0) }
    #expect(left.map(\.id) == [here])
    try room.database.write { try SessionStore.closeAll(of: lea, except: nil, $0) }
    #expect(try room.database.read { try SessionStore.all(of: lea, $0) }.isEmpty)
    #expect(try room.database.read { try SessionStore.all(of: sami, $0) }.count == 1)
  }
}
