import SQLite
import Testing

@testable import Preau

/// A badge for a whole class, over the routes, as the pages would send it.
@Suite struct `A badge for a class` {
  private let community: Community
  private let group: String
  private let pupils: [String]

  init() throws {
    community = try Community()
    _ = try community.post(
      "/badges/nouveau",
      [("nom", "Ose"), ("description", "Ose demander."), ("criteres", "Une question.")],
      as: .administrator)
    _ = try community.post("/badges/1/ouvrir", as: .administrator)
    (group, pupils) = try community.site.database.write { db in
      let space = try ClassStore.create(
        name: "2de MELEC", year: SchoolYear(first: 2026), about: "",
        by: Community.Person.insider.id,
        at: Community.noon, db)
      let new = try ["Ana Roux", "Bilal Petit", "Chloé Blanc"].map {
        ClassRollStore.NewLearner(name: try DisplayName(typed: $0), passwordHash: "x")
      }
      _ = try ClassRollStore.add(
        new, to: space, by: Community.Person.insider.id, at: Community.noon, db)
      let learners = try ClassRollStore.learners(of: space, db).map { String($0.author.id.value) }
      return (String(space.value), learners)
    }
  }

  private func send(
    _ step: String, _ more: [(String, String)], as person: Community.Person = .insider
  ) throws -> (status: Int, text: String) {
    let answer = try community.post(
      "/badges/1/attribuer", [("personnes", ""), ("etape", step)] + more, as: person)
    return (answer.status, answer.text)
  }

  @Test func `is given to those who are ticked, with a word for each`() throws {
    #expect(
      try community.get("/badges/1/attribuer", as: .insider).text.contains("2de MELEC"))
    #expect(
      try !community.get("/badges/1/attribuer", as: .outsider).text.contains("2de MELEC"))
    let list = try send("relire", [("classe", group)])
    #expect(list.status == 200 && list.text.contains("Ce que Bilal Petit a fait"))
    #expect(list.text.split(separator: " checked").count == 4)
    let chosen = [
      ("classe", group), ("liste", group), ("eleve", pupils[0]), ("eleve", pupils[2]),
      ("mots-\(pupils[0])", "A posé la bonne question."),
    ]
    let preview = try send("relire", chosen).text
    #expect(preview.contains("Attribuer 2 badges") && preview.contains("la bonne question"))
    #expect(!preview.contains("Bilal"))
    #expect(try send("attribuer", chosen).status == 303)
    let awards = try community.site.database.read {
      try BadgeReadingStore.holders(of: Number(1), $0)
    }
    #expect(Set(awards.map { String($0.author.id.value) }) == [pupils[0], pupils[2]])
    #expect(Set(awards.map(\.award.narrative)) == ["", "A posé la bonne question."])
    #expect(try send("relire", [("classe", group)]).text.contains("a déjà ce badge"))
    #expect(try send("relire", chosen).status == 422)
    #expect(try send("relire", chosen, as: .outsider).status == 422, "teaches another class")
  }
}
