import HTTP
import Testing

@testable import Preau

@Suite struct `A place that has spent its budget of failures` {
  private let community: Community
  private let now = Instant.now

  init() throws {
    community = try Community()
    // As much as comes back in an hour.
    community.site.logInBudget.spend(
      "127.0.0.1", PlaceBudget.Allowance(most: 1, secondsEach: 3_600), now: now)
  }

  private var secondsLeft: Int {
    community.site.logInBudget.secondsLeft(
      for: "127.0.0.1", community.site.configuration.logIn.perAddress, now: now)
  }

  @Test(arguments: [
    ("/connexion", ["identifiant": "personne", "mot_de_passe": "autre chose"]),
    ("/connexion", ["identifiant": "learner", "mot_de_passe": "autre chose"]),
    ("/classe", ["code": "ABC-DEF", "nom": "Léa", "secret": "autre chose"]),
  ])
  func `refuses who has never come in from there, whose tries then cost it nothing`(
    path: String, fields: [String: String]
  ) throws {
    let before = secondsLeft
    #expect(before > 0)
    let refused = try community.post(path, fields.map { ($0.key, $0.value) }, as: .visitor)
    #expect(refused.status == 429)
    #expect(refused["Retry-After"] == "10")
    #expect(secondsLeft == before)
  }

  @Test func `still notes the failures of those who have`() throws {
    community.site.familiarMembers.note(Community.Person.learner.id, at: "127.0.0.1")
    let before = secondsLeft
    let fields = [("identifiant", "learner"), ("mot_de_passe", "autre chose")]
    let refused = try community.post("/connexion", fields, as: .visitor)
    #expect(refused.status == 429)
    #expect(refused["Retry-After"] == "10")
    #expect(secondsLeft != before)
  }
}
