import SQLite
import Testing

@testable import Preau

@Suite struct `A post that a référent takes away` {
  private let queue: Queue
  private var community: Community { queue.community }

  init() throws { queue = try Queue() }

  private func remove(
    _ post: Int, _ fields: [(String, String)], as person: Community.Person = .referent
  ) throws -> Int {
    try community.post("/messages/\(post)/retrait", fields, as: person).status
  }

  @Test func `goes for a reason, of which its author learns and which can be contested`() throws {
    let page = try community.get("/messages/1/retrait", as: .referent).text
    #expect(page.contains("name=\"motif\""))
    #expect(try remove(1, []) == 422)
    #expect(try remove(1, [("motif", "hurtful"), ("mot", "Relisez la charte.")]) == 303)
    #expect(try queue.value("SELECT count(*) FROM post WHERE id = 1 AND removed IS NULL") == 0)
    // What was reported of it is decided with it, and the reporter learns so.
    #expect(try queue.value("SELECT count(*) FROM moderation_case WHERE decision = 'hide'") == 1)
    #expect(try queue.waiting(for: .referent)?.count == 2)
    let decisions = try community.get("/mon-preau/decisions", as: .learner).text
    #expect(decisions.contains("Relisez la charte."))
    #expect(try community.get("/mon-preau/decisions/1", as: .learner).status == 200)
    #expect(try queue.contest(1) > 1)
    let journal = try queue.value(
      "SELECT count(*) FROM journal WHERE action = 'case-decided' AND detail LIKE '%hurtful%'")
    #expect(journal == 1)
  }

  @Test func `is refused to who may not, and given back when words are too many`() throws {
    #expect(try remove(1, [("motif", "hurtful")], as: .insider) == 403)
    let long = String(repeating: "long ", count: 600)
    let answer = try community.post(
      "/messages/1/retrait", [("motif", "hurtful"), ("mot", long)], as: .referent)
    #expect(answer.status == 422)
    #expect(answer.text.contains("long long long"))
  }

  @Test func `goes at once where it is one's own`() throws {
    #expect(try remove(1, [], as: .learner) == 303)
    #expect(try queue.value("SELECT count(*) FROM moderation_case WHERE decision IS NOT NULL") == 0)
  }

  @Test func `edited by somebody else says so`() throws {
    let edit = [("titre", "Un fil"), ("texte", "Adouci."), ("action", "publier")]
    #expect(try community.post("/messages/1/modifier", edit, as: .referent).status == 303)
    let text = try community.get("/fils/1-un-fil", as: .learner).text
    #expect(text.contains("modifié par un référent"))
  }
}
