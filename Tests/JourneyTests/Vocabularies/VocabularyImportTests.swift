import Foundation
import TestSupport
import Testing

@Suite struct `Importing a vocabulary` {
  private let community: Community
  private let admin: Person

  init() throws {
    community = try Community()
    admin = try community.person("admin")
  }

  private static func file(_ body: String) -> String {
    """
    <?xml version="1.0"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dcterms="http://purl.org/dc/terms/">
    <skos:ConceptScheme rdf:about="http://v/gestes"><dcterms:title xml:lang="fr">Gestes</dcterms:title>
    </skos:ConceptScheme>\(body)</rdf:RDF>
    """
  }

  private static func concept(_ name: String, _ label: String, _ more: String = "") -> String {
    """
    <skos:Concept rdf:about="http://v/gestes/\(name)">\
    <skos:prefLabel xml:lang="fr">\(label)</skos:prefLabel>\(more)</skos:Concept>
    """
  }

  private func send(_ text: String) throws -> Reply {
    var form = try admin.web.get("/vocabulaires/importation").page
      .form(to: "/vocabulaires/importation")
    try form.attach(
      Form.File(name: "gestes.rdf", type: "application/rdf+xml", bytes: Array(text.utf8)),
      to: "fichier")
    return try admin.web.submit(form, follow: true)
  }

  private func confirm(_ preview: Reply, pressing button: String) throws -> Reply {
    try admin.web.submit(
      preview.page.form(to: "/vocabulaires/importation/confirmation"), pressing: button,
      follow: true)
  }

  @Test func `is looked at first, then done, and done again without losing a tag`() throws {
    let first = Self.file(
      Self.concept("brider", "Brider une volaille") + Self.concept("ciseler", "Ciseler")
        + Self.concept("parer", "Parer", "<skos:broader rdf:resource=\"http://v/gestes/absent\"/>"))
    let preview = try send(first)
    #expect(preview.status == 200 && preview.page.problems == [])
    #expect(preview.page.text.contains("Mots nouveaux\u{00A0}: 3"))
    #expect(preview.page.text.contains("http://v/gestes/absent"))
    // Nothing is there yet.
    #expect(try admin.web.get("/vocabulaires/gestes").status == 404)
    let page = try confirm(preview, pressing: "Importer")
    #expect(page.page.h1 == "Gestes")
    let thread = try admin.ask("Comment tenir le couteau", tags: "ciseler")
    let second = Self.file(
      Self.concept("brider", "Brider") + Self.concept("ciseler", "Ciseler finement"))
    let again = try send(second)
    #expect(again.page.text.contains("Changés\u{00A0}: 2"))
    #expect(again.page.text.contains("1 mot n’y est plus"))
    _ = try confirm(again, pressing: "Importer")
    #expect(try admin.web.get(thread).page.text.contains("Ciseler finement"))
    #expect(try admin.web.get("/vocabulaires/gestes/parer").page.text.contains("plus à employer"))
    #expect(try !admin.web.get("/vocabulaires/gestes").page.text.contains("Parer"))
  }

  @Test func `can be given up`() throws {
    let preview = try send(Self.file(Self.concept("a", "A")))
    let page = try confirm(preview, pressing: "Ne pas importer").page
    #expect(!page.has("#apercu"))
    #expect(try admin.web.get("/vocabulaires/gestes").status == 404)
  }

  /// What is no vocabulary, by name: some of it is long.
  private static let hostile: [String: String] = [
    "many laughs": "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><a>&b;</a>",
    "a file of ours": "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><a>&a;</a>",
    "depth": file(String(repeating: "<skos:T><skos:p>", count: 1_000)),
    "a huge attribute": "<a b=\"\(String(repeating: "x", count: 100_000))\"/>",
    "words": "Ceci n’est pas du XML",
    "a page": "<html/>",
    "nothing": file(""),
    "a container": file("<rdf:Bag/>"),
  ]

  @Test(arguments: [
    ("many laughs", "ses propres entités"), ("a file of ours", "ses propres entités"),
    ("depth", "les uns dans les autres"), ("a huge attribute", "est trop longue"),
    ("words", "bien formé"), ("a page", "aucun mot"), ("nothing", "aucun mot"),
    ("a container", "conteneurs"),
  ])
  func `of what is no vocabulary is refused in words`(name: String, words: String) throws {
    let reply = try send(#require(Self.hostile[name]))
    #expect(reply.status == 422)
    #expect(reply.page.first(".problems")?.text.contains(words) == true, "\(reply.page.text)")
    #expect(reply.page.problems == [])
  }

  @Test func `is for administrators, by the browser and from the command line`() throws {
    let marc = try community.member("marc")
    #expect(try marc.web.get("/vocabulaires/importation").status == 403)
    #expect(try !marc.web.get("/vocabulaires").page.text.contains("Importer"))
    let folder = try TemporaryFolder()
    let path = folder.file("gestes.rdf")
    try Data(Self.file(Self.concept("a", "Un geste")).utf8)
      .write(to: URL(fileURLWithPath: path))
    let data = ["--data", community.server.data.path]
    let result = try PreauCommand.run(["vocabulary", "import"] + data + [path])
    #expect(result.status == 0)
    #expect(result.stdout == "Gestes: 1 new, 0 changed, 0 gone, 0 as before\n")
    let list = try PreauCommand.run(["vocabulary", "list"] + data)
    #expect(list.stdout.contains("gestes  1  Gestes\n"))
    #expect(list.stdout.split(separator: "\n").count == 11)
    #expect(try marc.web.get("/vocabulaires/gestes/a").status == 200)
    let broken = try PreauCommand.run(
      ["vocabulary", "import"] + data + ["-"], stdin: "<a>&b;</a>")
    #expect(broken.status == 1 && broken.stderr.contains("entities"))
  }
}
