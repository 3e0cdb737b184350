import Testing

@testable import Preau

@Suite struct `The record of a space` {
  private let queue: Queue
  private var community: Community { queue.community }

  init() throws {
    queue = try Queue()
    try queue.rule(1, .hide)
  }

  private func status(_ person: Community.Person) throws -> Int {
    try community.get("/espaces/public/moderation", as: person).status
  }

  @Test func `is for those who look after it, until one of them opens it`() throws {
    #expect(try status(.referent) == 200)
    #expect(try status(.insider) == 404)
    #expect(try status(.visitor) == 404)
    #expect(try community.post("/espaces/public/moderation", as: .insider).status == 403)
    #expect(try community.post("/espaces/public/moderation", as: .referent).status == 303)
    #expect(try status(.visitor) == 200)
    #expect(try community.post("/espaces/public/moderation", as: .referent).status == 303)
    #expect(try status(.visitor) == 404)
  }

  @Test func `names nobody and no post`() throws {
    _ = try community.post("/espaces/public/moderation", as: .referent)
    let text = try community.get("/espaces/public/moderation").text
    #expect(text.contains("Masquer · Propos blessants"))
    #expect(!text.contains("Élodie"))
    #expect(!text.contains("/messages/"))
    #expect(!text.contains("/membres/"))
    #expect(!text.contains("Un &lt;fil"))
  }
}
