import TestSupport
import Testing

/// What somebody with several badges does with them: lina, of the demo.
@Suite struct `Badges of one's own` {
  private let server: ServerProcess
  private let lina: Person

  init() throws {
    server = try ServerProcess(["--demo"])
    lina = Person("lina", server.visitor())
    try lina.logIn(password: "preau-demo")
  }

  private func names(_ reply: Reply, _ places: String = ".badges h2") -> [String] {
    reply.page.all(places).map(\.text)
  }

  @Test func `are found by a word, by their state and by who gave them`() throws {
    let all = try lina.web.get("/mes-badges")
    #expect(all.page.problems == [] && names(all).count == 4)
    #expect(names(try lina.web.get("/mes-badges?q=patience")) == ["Répond avec patience"])
    #expect(names(try lina.web.get("/mes-badges?etat=valable")).count == 4)
    let none = try lina.web.get("/mes-badges?etat=revoque")
    #expect(names(none).isEmpty && none.page.text.contains("Aucun de vos badges ne correspond"))
    #expect(none.page.first("#etat option[selected]")?["value"] == "revoque")
    let issuers = all.page.all("#par option").map { $0["value"] ?? "" }
    #expect(issuers.count == 3)
    let form = try all.page.form(with: "par")
    let found = try lina.web.submit(form, changing: ["par": issuers[2]])
    #expect((1...3).contains(names(found).count))
  }

  @Test func `stand in a collection in their learner's order`() throws {
    let list = try lina.web.get("/mes-badges/collections")
    let form = try list.page.form(to: "/mes-badges/collections")
    let wrong = try lina.web.submit(form, changing: ["titre": " ", "mots": "Gardés."])
    #expect(wrong.status == 422 && wrong.page.first("#mots")?.text == "Gardés.")
    let made = try lina.web.submit(
      form, changing: ["titre": "Pour mon stage", "mots": "Ce que j’ai appris."])
    let address = try #require(made.location)
    let page = try lina.web.get(address)
    #expect(page.page.problems == [])
    let choice = try page.page.form(to: address + "/badges")
    let numbers = page.page.all("[name=\"badge\"]").map { $0["value"] ?? "" }
    #expect(numbers.count == 4)
    for number in numbers.prefix(3) {
      _ = try lina.web.submit(choice, changing: ["badge": number])
    }
    let filled = try lina.web.get(address)
    #expect(filled.page.problems == [])
    let places = ".badge-places h2"
    let order = names(filled, places)
    #expect(order.count == 3 && filled.page.all("[name=\"badge\"]").count == 1)
    try lina.press("Descendre", on: filled)
    #expect(names(try lina.web.get(address), places) == [order[1], order[0], order[2]])
    try lina.press("Enlever", on: address)
    #expect(names(try lina.web.get(address), places) == [order[0], order[2]])

    let other = Person("enzo", server.visitor())
    try other.logIn(password: "preau-demo")
    #expect(try other.web.get(address).status == 404)
    let action = try #require(
      filled.page.all("button").compactMap { $0["formaction"] }.first { $0.hasSuffix("descendre") })
    let token = try other.web.get("/badges/1", follow: true).page.first("#gestes [name=\"jeton\"]")
    let moved = try other.web.post(
      action, form: [("jeton", token?["value"] ?? "")], headers: ["Origin": other.web.origin])
    #expect(moved.status == 404, "nobody moves another's badges")
    let changing = try lina.web.get(address + "/modifier").page.form(to: address + "/modifier")
    _ = try lina.web.submit(changing, changing: ["titre": "Pour mon métier"])
    #expect(try lina.web.get(address).page.h1 == "Pour mon métier")
    let end = try lina.web.get(address + "/suppression").page.form(to: address + "/suppression")
    #expect(try lina.web.submit(end).status == 303)
    #expect(try lina.web.get(address).status == 404)
    #expect(names(try lina.web.get("/mes-badges")).count == 4)
  }

  @Test func `begin as those that one aims at`() throws {
    let list = try lina.web.get("/badges")
    let badge = try list.page.link("Ose demander")
    try lina.press("Viser ce badge", on: badge)
    let aims = try lina.web.get("/mes-badges")
    #expect(aims.page.problems == [])
    #expect(aims.page.first("#vises")?.text.contains("Il reste à le demander") == true)
    let way = try #require(aims.page.links.first { $0.address.hasSuffix("/demander") }?.address)
    _ = try lina.web.submit(
      lina.web.get(way).page.form(with: "mots"), changing: ["mots": "J’ai posé la question."])
    let waiting = try lina.web.get("/mes-badges").page.first("#vises")?.text ?? ""
    #expect(waiting.contains("attend une réponse"))
    try lina.press("Ne plus viser", on: badge)
    #expect(try !lina.web.get("/mes-badges").page.has("#vises"))
  }
}
