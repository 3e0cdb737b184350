import SQLite
import Testing

@testable import Preau

@Suite struct `Administrators in the store` {
  let room: MemberRoom

  init() throws { room = try MemberRoom() }

  func list(_ search: DirectoryStore.Search) throws -> [String] {
    try room.database.read { try DirectoryStore.entries(search, $0) }.map(\.login)
  }

  @Test func `members are found by any part of a name, and a wild card is only a character`() throws
  {
    for login in ["élodie", "sami_b", "samib"] { try room.add(login) }
    #expect(try list(.init(words: "élo")) == ["élodie"])
    #expect(try list(.init(words: "É")) == ["élodie"])
    #expect(try list(.init(words: "i_b")) == ["sami_b"])
    #expect(try list(.init(words: "%")) == [])
    #expect(try list(.init(words: "\\")) == [])
    #expect(try list(.init(role: .teacher)) == [])
  }

  @Test func `the list goes on after the last name of a page`() throws {
    for number in 10..<40 { try room.add("eleve\(number)") }
    let first = try list(.init()).prefix(DirectoryStore.perPage)
    #expect(try list(.init()).count == DirectoryStore.perPage + 1)
    let second = try list(.init(after: #require(first.last)))
    #expect(first + second == (10..<40).map { "eleve\($0)" })
  }

  @Test func `the last administrator stays one`() throws {
    let boss = try room.add("boss", .administrator)
    #expect(throws: DirectoryStore.LastAdministrator.self) {
      try room.database.write { try DirectoryStore.setRole(.teacher, of: boss, $0) }
    }
    #expect(throws: DirectoryStore.LastAdministrator.self) {
      try room.database.write { try DeletionStore.delete(boss, at: room.now, $0) }
    }
    let other = try room.add("other")
    try room.database.write { try DirectoryStore.setRole(.administrator, of: other, $0) }
    try room.database.write { try DirectoryStore.setRole(.teacher, of: boss, $0) }
    #expect(try room.member(boss).role == .teacher)
  }
}
