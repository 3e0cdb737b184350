import Foundation
import TestSupport
import Testing

/// What lina, of the demo, shows of her badges, and what becomes of it.
@Suite struct `Badges that are shown` {
  private let server: ServerProcess
  private let lina: Person
  private let visitor: HTTPClient

  init() throws {
    server = try ServerProcess(["--demo"])
    lina = Person("lina", server.visitor())
    try lina.logIn(password: "preau-demo")
    visitor = server.visitor()
  }

  /// - Returns: her page of a badge.
  private func own(_ name: String) throws -> String {
    try lina.web.get("/mes-badges").page.link(name)
  }

  /// - Returns: the page on which a new link is used, and what it leads to.
  private func share(_ page: String, as name: String) throws -> (tools: Reply, link: String) {
    let form = try lina.web.get(page).page.form(to: page + "/liens")
    let made = try lina.web.submit(form, changing: ["nom": name])
    let tools = try lina.web.get(try #require(made.location))
    let link = try #require(
      tools.page.links.first {
        $0.address.hasPrefix("/b/") || $0.address.hasPrefix("/c/")
      }?.address)
    return (tools, link)
  }

  @Test func `are verified, embedded and put on paper without having been put online`() throws {
    let (tools, link) = try share(try own("Cherche et recoupe"), as: "Lina & Cie")
    #expect(tools.page.problems == [])
    #expect(tools.page.first("#adresse")?.text.hasSuffix(link) == true)
    let snippet = tools.page.first("#integrer")?.text ?? ""
    #expect(snippet.contains("<iframe src=") && snippet.contains(link + "/integrer"))
    #expect(!snippet.contains("script"))
    let linkedIn = try #require(
      tools.page.links.first { $0.address.hasPrefix("https://www.linkedin.com/") }?.address)
    #expect(linkedIn.contains("name=Cherche%20et%20recoupe") && linkedIn.contains("certUrl=http"))

    let shown = try visitor.get(link)
    #expect(shown.status == 200 && shown.page.problems == [])
    #expect(shown.page.text.contains("Gagné par Lina & Cie"))
    let picture = shown.page.first("meta[property=\"og:image\"]")?["content"] ?? ""
    #expect(picture.hasSuffix(link + "/carte.png"))
    let card = try visitor.get(link + "/carte.png")
    #expect(card.status == 200 && card.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))

    let verdict = try visitor.get(link + "/verification")
    #expect(verdict.page.problems == [])
    #expect(verdict.page.first(".verdict")?["data-state"] == "valid")
    #expect(verdict.page.all(".steps > li").count > 4)

    let embedded = try visitor.get(link + "/integrer")
    let policies = embedded.headers(named: "Content-Security-Policy")
    #expect(policies.count == 1 && policies[0].contains("frame-ancestors *"))
    #expect(!embedded.body.contains("<form") && !embedded.body.contains("<script"))
    #expect(try visitor.get(link).headers(named: "Content-Security-Policy")[0].contains("'self'"))

    let file = try visitor.get(link + "/fichiers/ob3-json")
    #expect(try JSON(parsing: file.body)["name"] == "Cherche et recoupe")
    #expect(try visitor.get(link + "/fichiers/ob2").status == 404, "it was not put online")
  }

  @Test func `are gone in every way once their link is withdrawn`() throws {
    let page = try own("Répond avec patience")
    let (tools, link) = try share(page, as: "")
    let ways = [
      "", "/verification", "/integrer", "/carte.png", "/certificat.pdf", "/fichiers/ob3-json",
    ]
    for way in ways { #expect(try visitor.get(link + way).status == 200, "\(way)") }
    try lina.press("Retirer ce lien", on: tools)
    for way in ways {
      let gone = try visitor.get(link + way)
      #expect(gone.status == 410, "\(way)")
      #expect(gone.body.contains("Ce lien ne montre plus rien"), "\(way)")
    }
    #expect(try visitor.get("/b/absent/verification").status == 404)
  }

  @Test func `stand together in a collection, each to be verified`() throws {
    let form = try lina.web.get("/mes-badges/collections").page.form(to: "/mes-badges/collections")
    let made = try lina.web.submit(form, changing: ["titre": "Pour mon stage"])
    let collection = try #require(made.location)
    let choice = try lina.web.get(collection)
    for badge in choice.page.all("[name=\"badge\"]").prefix(2) {
      _ = try lina.web.submit(
        choice.page.form(to: collection + "/badges"), changing: ["badge": badge["value"] ?? ""])
    }
    let (tools, link) = try share(collection, as: "Lina P.")
    #expect(tools.page.problems == [])
    let shown = try visitor.get(link)
    #expect(shown.status == 200 && shown.page.problems == [])
    #expect(shown.header("x-robots-tag") == "noindex")
    #expect(shown.page.text.contains("Les badges de Lina P."))
    let ways = shown.page.links.map(\.address).filter { $0.hasSuffix("/verification") }
    #expect(ways.count == 2)
    for way in ways {
      #expect(try visitor.get(way).page.first(".verdict")?["data-state"] == "valid")
      let one = try visitor.get(String(way.dropLast("/verification".count)))
      #expect(one.status == 200 && one.page.problems == [])
    }
    #expect(try visitor.get(link + "/integrer").body.contains("Pour mon stage"))
    #expect(try visitor.get(link + "/carte.png").status == 200)
    try lina.press("Retirer ce lien", on: tools)
    for way in [link, link + "/integrer"] + ways { #expect(try visitor.get(way).status == 410) }
  }
}
