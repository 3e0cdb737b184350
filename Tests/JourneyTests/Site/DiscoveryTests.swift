import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite struct `What programs find of the site` {
  private func addresses(_ reply: Reply) -> [String] {
    reply.body.split(separator: "<loc>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }

  @Test func `is all that a visitor may read, and nothing else`() throws {
    let community = try Community([.open, .team, .closed])
    let marc = try community.referent("marc", of: .closed)
    let open = try marc.ask("Un fil ouvert")
    let members = try marc.ask("Entre nous", in: .team)
    let hidden = try marc.ask("Un secret", in: .closed)
    let removed = try marc.ask("À retirer")
    try marc.removeThread(removed)

    let written = try marc.web.submit(
      try marc.web.get("/tutoriels/nouveau").page.form(to: "/tutoriels/nouveau"),
      changing: ["titre": "Un tutoriel", "texte": "Un texte.", "espace": "accueil"],
      pressing: "publier")
    try marc.press("Publier", on: written.location ?? "")

    let visitor = community.server.visitor()
    let base = visitor.origin
    let robots = try visitor.get("/robots.txt").body
    #expect(robots.contains("Sitemap: \(base)/sitemap.xml"))
    let index = try visitor.get("/sitemap.xml")
    #expect(index.header("Content-Type") == "application/xml; charset=utf-8")
    var found: [String] = []
    for file in addresses(index) {
      let path = file.replacing(base, with: "")
      let part = try visitor.get(path)
      #expect(part.status == 200, "\(path)")
      #expect(XMLParser(data: Data(part.body.utf8)).parse(), "\(path)")
      found += addresses(part)
    }
    #expect(found.contains(base + open))
    let words = ["/vocabulaires/appareils", "/vocabulaires/appareils/telephone"]
    for path in ["/tutoriels/1-un-tutoriel"] + words {
      let isThere = found.contains(base + path)
      #expect(isThere, "\(path)")
    }
    for path in [members, hidden, removed] {
      #expect(!found.contains(base + path), "\(path)")
    }
    for address in found {
      let path = address.replacing(base, with: "")
      #expect(try visitor.get(path).status == 200, "\(path)")
    }
    #expect(try visitor.get("/plan/fils-x.xml").status == 404)
  }

  @Test func `tells a browser how to search`() throws {
    let community = try Community()
    let visitor = community.server.visitor()
    let link = try #require(try visitor.get("/").page.first("link[rel=\"search\"]"))
    let reply = try visitor.get(try #require(link["href"]))
    #expect(reply.header("Content-Type")?.hasPrefix(link["type"] ?? "?") == true)
    #expect(XMLParser(data: Data(reply.body.utf8)).parse())
    #expect(reply.body.contains("/recherche?q={searchTerms}"))
  }

  @Test func `says what an address leads to, where it is public`() throws {
    let community = try Community([.open, .team])
    let marc = try community.member("marc")
    let open = try marc.ask("Un fil «\u{A0}ouvert\u{A0}» & utile")
    let members = try marc.ask("Entre nous", in: .team)
    let title = try community.server.visitor().get(open).page
      .first("meta[property=\"og:title\"]")
    #expect(title?["content"]?.hasPrefix("Un fil «\u{A0}ouvert\u{A0}» & utile") == true)
    #expect(!(try marc.web.get(members).page.has("meta[property=\"og:title\"]")))
  }
}
