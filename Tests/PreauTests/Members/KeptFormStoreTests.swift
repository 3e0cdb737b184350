import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `Kept forms in the store` {
  @Test func `a member has five at most, and the oldest goes first`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    let tokens = (1...7).map { _ in Token.random() }
    let other = Token.random()
    func keep(_ token: Token, of member: Member.ID) throws {
      try room.database.write { db in
        try KeptFormStore.keep(
          path: "/fils/1", fields: Parameters([("texte", "Un mot.")]), of: member,
          token: token.hash, at: room.now, db)
      }
    }
    try keep(other, of: sami)
    for token in tokens { try keep(token, of: lea) }
    let isThere = try tokens.map { token in
      try room.database.write {
        try KeptFormStore.take(token: token.hash, for: lea, at: room.now, $0) != nil
      }
    }
    #expect(isThere == [false, false, true, true, true, true, true])
    #expect(try room.count("SELECT count(*) FROM kept_form WHERE member = ?", sami) == 1)
  }

  @Test func `a kept form is for its author, once, for an hour`() throws {
    let room = try MemberRoom()
    let lea = try room.add("lea")
    let sami = try room.add("sami")
    let token = Token.random()
    func keep() throws {
      try room.database.write {
        try KeptFormStore.keep(
          path: "/fils/1/reponses", fields: .init([(name: "texte", value: "été & co=1\n2")]),
          of: lea, token: token.hash, at: room.now, $0)
      }
    }
    func take(_ member: Member.ID, after seconds: Int64 = 0) throws -> KeptForm? {
      try room.database.write {
        try KeptFormStore.take(token: token.hash, for: member, at: room.now + seconds, $0)
      }
    }
    try keep()
    #expect(try take(sami) == nil)
    #expect(try take(lea)?.fields["texte"] == "été & co=1\n2")
    #expect(try take(lea) == nil)
    try keep()
    #expect(try take(lea, after: 3_601) == nil)
  }
}
