import SQLite
import Testing

@testable import Preau

@Suite struct `Members from the command line` {
  @Test func `works while the site has the database open`() throws {
    let room = try MemberRoom()
    try MemberCommands.add(
      dataFolder: room.folder, login: "Boss", role: "administrator", email: "b@x.fr",
      password: "motdepasse")
    let boss = try #require(try room.database.read { try AccountStore.credentials("boss", $0) })
    #expect(Crypto.password("motdepasse", matches: try #require(boss.passwordHash)))
    try MemberCommands.password(dataFolder: room.folder, login: "BOSS", password: "autre chose")
    let hash = try #require(
      try room.database.read { try AccountStore.credentials(of: boss.id, $0)?.passwordHash })
    #expect(Crypto.password("autre chose", matches: hash))
  }

  @Test func `says in one line what is wrong`() throws {
    let room = try MemberRoom()
    func failure(_ body: () throws(StartFailure) -> Void) -> String? {
      do {
        try body()
        return nil
      } catch {
        return error.description
      }
    }
    func add(_ login: String, _ role: String = "administrator", _ password: String) -> String? {
      failure { () throws(StartFailure) in
        try MemberCommands.add(
          dataFolder: room.folder, login: login, role: role, email: nil, password: password)
      }
    }
    #expect(add("boss", "administrator", "cheval agrafe") == nil)
    #expect(add("BOSS", "learner", "cheval agrafe") == "there is already a member “boss”")
    #expect(add("sami", "boss", "cheval agrafe")?.contains("administrator") == true)
    #expect(add("sami", "learner", "court")?.contains("8") == true)
    #expect(add("s b", "learner", "cheval agrafe")?.contains("s b") == true)
    let role = failure { () throws(StartFailure) in
      try MemberCommands.role(dataFolder: room.folder, login: "boss", role: "learner")
    }
    #expect(role?.contains("last administrator") == true)
    let unknown = failure { () throws(StartFailure) in
      try MemberCommands.password(
        dataFolder: room.folder, login: "nobody", password: "cheval agrafe")
    }
    #expect(unknown == "there is no member “nobody”")
  }
}
