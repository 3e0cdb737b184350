import Foundation
import TestSupport
import Testing

@Suite struct `The pages of vocabularies` {
  private let community: Community
  private let visitor: HTTPClient

  init() throws {
    community = try Community()
    visitor = community.server.visitor(keepsAlive: true)
  }

  private static let names = [
    "accessibilite", "appareils", "besoins-educatifs-particuliers", "crcn", "diplomes-niveaux",
    "dispositifs-inclusion", "filieres-professionnelles", "modalites", "publics",
    "types-de-ressource",
  ]

  @Test func `name the ten that come with a site, in the reader's language`() throws {
    let page = try visitor.get("/vocabulaires").page
    let links = page.links.map(\.address).filter { $0.hasPrefix("/vocabulaires/") }
    #expect(links.sorted() == Self.names.map { "/vocabulaires/\($0)" })
    #expect(page.text.contains("73 mots"))
    let english = try visitor.get("/vocabulaires", headers: ["Accept-Language": "en"]).page
    #expect(english.text.contains("Delivery modes"))
    #expect(page.problems == [] && english.problems == [])
  }

  @Test func `show a vocabulary as a tree, and each word with what is around it`() throws {
    let tree = try visitor.get("/vocabulaires/modalites").page
    #expect(tree.problems == [])
    let lists = tree.all(".concepts__branch > ul")
    #expect(lists.contains { $0.text.contains("Présentiel") && $0.text.contains("Hybride") })
    let word = try visitor.open(
      link: "Hybride", on: visitor.get("/vocabulaires/modalites"))
    #expect(word.status == 200 && word.page.problems == [])
    #expect(word.page.h1 == "Hybride")
    #expect(word.page.first(".trail")?.text.contains("Présence") == true)
    #expect(word.page.text.contains("Alternance de temps en présence et à distance"))
    #expect(word.page.text.contains("modalité mixte"))
    #expect(word.page.text.contains("scolomfr-voc-018-num-016"))
    let english = try visitor.get(
      "/vocabulaires/modalites/hybride", headers: ["Accept-Language": "en"])
    #expect(english.page.h1 == "Blended")
    #expect(try visitor.get("/vocabulaires/modalites/absent").status == 404)
    #expect(try visitor.get("/vocabulaires/absent").status == 404)
  }

  @Test(arguments: [
    ("/vocabulaires/crcn", "text/html,*/*;q=0.8", "text/html; charset=utf-8"),
    ("/vocabulaires/crcn", "application/rdf+xml", "application/rdf+xml"),
    ("/vocabulaires/crcn", "application/ld+json", "application/ld+json"),
    ("/vocabulaires/crcn.rdf", "text/html", "application/rdf+xml"),
    ("/vocabulaires/crcn.jsonld", "text/html", "application/ld+json"),
    ("/vocabulaires/modalites/hybride", "application/rdf+xml", "application/rdf+xml"),
    ("/vocabulaires/modalites/hybride.rdf", "*/*", "application/rdf+xml"),
    ("/vocabulaires/modalites/hybride.jsonld", "*/*", "application/ld+json"),
    ("/vocabulaires/modalites/hybride/atom", "*/*", "application/atom+xml; charset=utf-8"),
  ])
  func `come in the form that is asked for`(path: String, accept: String, type: String) throws {
    let reply = try visitor.get(path, headers: ["Accept": accept])
    #expect(reply.status == 200)
    #expect(reply.header("Content-Type") == type)
    if !path.hasSuffix("atom") {
      #expect(reply.headers(named: "Vary").joined(separator: ", ").contains("Accept"))
    }
  }

  @Test(arguments: names)
  func `say to others what the file said`(name: String) throws {
    let file = Places.packageRoot + "/Seeds/vocabularies/\(name).xml"
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for (ending, form) in [("rdf", "xml"), ("jsonld", "json-ld")] {
      let ours = try visitor.get("/vocabulaires/\(name).\(ending)").bytes
      let found = try RDFLib.compare(file, ours, as: form, in: folder)
      #expect(found.differences == [], "\(name).\(ending)")
      #expect(found.concepts == text.components(separatedBy: "<skos:Concept ").count - 1)
    }
  }

  @Test func `a thread is found under the word that it was tagged with`() throws {
    let marc = try community.member("marc")
    let thread = try marc.ask("Lire un énoncé autrement", tags: "Dyslexie, brouillon")
    let page = try visitor.open(link: "Dyslexie", on: visitor.get(thread))
    #expect(page.address.contains("/vocabulaires/besoins-educatifs-particuliers/"))
    #expect(page.page.text.contains("Lire un énoncé autrement"))
    let edit = try marc.web.open(link: "Modifier", on: marc.web.get(thread))
    #expect(try edit.page.form(with: "texte")["etiquettes"] == "brouillon, Dyslexie")
    let words = try marc.web.get("/vocabulaires/propositions?q=dysl").body
    #expect(words.contains("\"Dyslexie\""))
    #expect(try visitor.get("/vocabulaires/propositions?q=dysl").status != 200)
  }
}
