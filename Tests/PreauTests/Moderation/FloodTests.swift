import Testing

@testable import Preau

@Suite struct `A flood of posts` {
  private let community: Community

  init() throws { community = try Community() }

  private func reply(_ text: String, as person: Community.Person) throws -> Int {
    try community.post(
      "/fils/1/reponses", [("texte", text), ("action", "publier"), ("envoi", text)], as: person
    ).status
  }

  @Test func `is stopped for one member and for nobody else behind the same address`() throws {
    let most = PostingLimits().burstPosts
    for number in 1...most { #expect(try reply("Numéro \(number)", as: .outsider) == 303) }
    let refused = try community.post(
      "/fils/1/reponses", [("texte", "Un de trop"), ("action", "publier")], as: .outsider)
    #expect(refused.status == 429)
    let wait = try #require(refused["Retry-After"].flatMap { Int64($0) })
    #expect((1...PostingLimits().burstSeconds).contains(wait))
    #expect(refused.text.contains("Un de trop"))
    #expect(try reply("Bonjour", as: .learner) == 303)
    #expect(try reply("Bonjour", as: .insider) == 303)
  }

  @Test func `of one text said again is stopped, but for short words and référents`() throws {
    let text = "Le même texte, assez long pour n’être dit qu’une fois en une heure."
    let again = [("texte", text), ("action", "publier"), ("envoi", "autre")]
    #expect(try reply(text, as: .outsider) == 303)
    let second = try community.post("/fils/2/reponses", again, as: .outsider)
    #expect(second.status == 422)
    #expect(second.text.contains(text))
    #expect(try reply(text, as: .learner) == 303)
    #expect(try reply("Merci !", as: .outsider) == 303)
    #expect(
      try community.post(
        "/fils/2/reponses", [("texte", "Merci !"), ("action", "publier")], as: .outsider
      ).status
        == 303)
    #expect(try reply(text, as: .referent) == 303)
    #expect(try community.post("/fils/2/reponses", again, as: .referent).status == 303)
  }
}
