import TestSupport
import Testing

/// The follow-up comes weeks later: here the demo's clock is not moved, its questions are old enough.
@Suite struct `The follow-up of an answer` {
  private let server: ServerProcess
  private let camille: Person
  private let yann: Person
  private static let desk = "/espaces/entraide-numerique/bureau"

  init() throws {
    server = try ServerProcess(["--demo"])
    camille = Person("camille", server.visitor())
    yann = Person("yann", server.visitor())
    for person in [camille, yann] { try person.logIn(password: "preau-demo") }
  }

  private func question() throws -> String {
    let links = try camille.web.get("/mon-preau").page.all(".links a")
    let link = links.first { $0.text.hasPrefix("L’avez-vous mis en pratique") }
    return try #require(link?["href"])
  }

  private func answer(_ changes: [String: String]) throws -> Reply {
    let page = try camille.web.get(question()).page
    #expect(page.problems == [])
    return try camille.web.submit(page.form(with: "usage"), changing: changes)
  }

  private func isAsked() throws -> Bool {
    try camille.web.get("/mon-preau").page.text.contains("L’avez-vous mis en pratique")
  }

  @Test func `is asked of the asker alone, at home and on the thread`() throws {
    let address = try question()
    let thread = String(address.dropLast("/usage".count))
    let shown = try camille.web.get(thread).location.map { try camille.web.get($0) }
    #expect(shown?.page.text.contains("L’avez-vous mis en pratique") == true)
    #expect(try yann.web.get(address).status == 404)
    #expect(try !yann.web.get("/mon-preau").page.text.contains("L’avez-vous mis en pratique"))
  }

  @Test func `counts for those who help when it worked`() throws {
    let before = try yann.web.get("\(Self.desk)/bilan").page
    #expect(before.problems == [])
    #expect(before.text.contains("67\u{00A0}% des réponses ont servi"))
    #expect(try answer(["usage": "yes", "texte": "Tout le monde y arrive."]).status == 303)
    #expect(try !isAsked())
    let after = try yann.web.get("\(Self.desk)/bilan").page.text
    #expect(after.contains("75\u{00A0}% des réponses ont servi"))
    #expect(after.contains("Tout le monde y arrive."))
    #expect(try camille.web.get("\(Self.desk)/besoins").status == 403)
  }

  @Test func `enters the register of unmet needs when the asker gave up`() throws {
    _ = try answer(["usage": "no", "texte": "=HYPERLINK(\"a\")"])
    let register = try yann.web.get("\(Self.desk)/besoins").page
    #expect(register.problems == [])
    #expect(register.text.contains("Partager une carte mentale"))
    var form = try register.form(with: "theme")
    let boxes = register.all("input[name=\"besoin\"]").compactMap { $0["value"] }
    #expect(boxes.count == 3)
    for box in boxes { try form.set("besoin", to: box) }
    let grouped = try yann.web.submit(
      form, changing: ["theme": "Matériel", "texte": "Dix casques."], pressing: "regrouper")
    #expect(grouped.status == 303)
    let report = try yann.web.get("\(Self.desk)/besoins/rapport").page
    #expect(report.all("main h2").map(\.text) == ["Matériel"])
    #expect(report.text.contains("Dix casques."))
    #expect(!report.has("main form"))
    let csv = "\(Self.desk)/besoins/csv"
    let table = try yann.web.submit(yann.web.get("\(Self.desk)/besoins").page.form(to: csv))
    #expect(table.header("Content-Type") == "text/csv; charset=utf-8")
    #expect(try yann.web.get(csv).status == 405)
    #expect(table.body.contains("\"'=HYPERLINK(\"\"a\"\")\""))
    _ = try yann.web.submit(form, pressing: "transmettre")
    #expect(try yann.web.get("\(Self.desk)/besoins").page.text.contains("transmis le"))
    let journal = try yann.web.get("/espaces/entraide-numerique/journal").page.text
    #expect(journal.contains("Besoins non couverts transmis"))
    #expect(journal.contains("Tableau des besoins non couverts téléchargé"))
    #expect(!journal.contains("casques"))
  }

  @Test func `takes the request up again for who looked after it`() throws {
    _ = try answer(["usage": "no", "reprendre": "oui"])
    let mine = try yann.web.get("\(Self.desk)?liste=miennes").page.all(".threads h3").map(\.text)
    #expect(mine.contains { $0.hasPrefix("Partager une carte mentale") })
    #expect(try !yann.web.get("\(Self.desk)/besoins").page.text.contains("carte mentale"))
  }

  @Test func `is asked again later when it is too early`() throws {
    _ = try answer(["usage": "pas-encore"])
    #expect(try !isAsked())
    #expect(try yann.web.get("\(Self.desk)/bilan").page.text.contains("67\u{00A0}%"))
  }

  @Test func `needs an answer`() throws {
    let reply = try answer(["texte": "Je ne sais pas."])
    #expect(reply.status == 422)
    #expect(reply.page.problems == [])
    #expect(try reply.page.form(with: "usage")["texte"] == "Je ne sais pas.")
  }
}
