import Foundation
import TestSupport
import Testing

/// What a reader of JSON-LD that is not ours makes of our pages.
@Suite struct `A resource, for machines` {
  /// Takes the data out of a page, and its triples out of the data. The context is at hand: nothing is
  /// fetched.
  private static let script = """
    import sys, json, html.parser, rdflib
    class Blocks(html.parser.HTMLParser):
        def __init__(self):
            super().__init__(); self.blocks = []; self.inside = False
        def handle_starttag(self, tag, attributes):
            self.inside = tag == "script" and dict(attributes).get("type") == "application/ld+json"
            if self.inside: self.blocks.append("")
        def handle_endtag(self, tag): self.inside = False
        def handle_data(self, data):
            if self.inside: self.blocks[-1] += data
    page = Blocks(); page.feed(open(sys.argv[1]).read())
    schema = "https://schema.org/"
    address = {"@type": "@id"}
    context = {"@vocab": schema, "license": address, "url": address, "isBasedOn": address,
               "mainEntityOfPage": address, "contentUrl": address, "targetUrl": address}
    graph = rdflib.Graph()
    for block in page.blocks:
        data = json.loads(block)
        assert data["@context"] == "https://schema.org"
        data["@context"] = context
        graph.parse(data=json.dumps(data), format="json-ld")
    S = rdflib.Namespace(schema)
    for resource in graph.subjects(rdflib.RDF.type, S.LearningResource):
        for p, o in sorted(graph.predicate_objects(resource)):
            print(str(p).replace(schema, ""), o.n3())
    """

  /// What a library that gathers such data from the web takes for resources: a line for each of their
  /// plain facts.
  private static let gathering = """
    import sys, extruct
    found = extruct.extract(open(sys.argv[1]).read(), base_url="https://exemple.fr/",
                            syntaxes=["json-ld"], errors="strict")
    for thing in found["json-ld"]:
        if "LearningResource" in thing["@type"]:
            for key in ("name", "inLanguage", "license", "url"): print(key, thing[key])
    """

  private static func read(
    _ page: Reply, in folder: TemporaryFolder, by script: String = script
  ) throws -> [String] {
    let file = folder.file("page")
    try Data(page.bytes).write(to: URL(fileURLWithPath: file))
    let reader = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python", ["-c", script, file])
    #expect(try reader.waitForEnd() == .exited(0), "\(reader.text(of: .errors))")
    return reader.text(of: .output).split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["/tutoriels", "/ressources?genre=lien"])
  func `is what those take who gather resources from the web`(list: String) throws {
    let server = try ServerProcess(["--demo"])
    let visitor = server.visitor()
    let first = try visitor.get(list).page.first(".threads h2 a, .threads h3 a")
    let page = try visitor.get(try #require(first?["href"]), follow: true)
    let lines = try Self.read(page, in: server.data, by: Self.gathering)
    #expect(lines.first == "name " + page.page.h1)
    #expect(lines.dropFirst().first == "inLanguage fr")
    #expect(lines.contains { $0.hasPrefix("license http") })
    #expect(lines.last?.hasPrefix("url http") == true)
    #expect(lines.count == 4, "one resource a page")
  }

  @Test func `says what its page says, licence and language always, names of learners never`()
    throws
  {
    let community = try Community()
    let person = try community.newcomer("lina", name: "Lina Petit")
    let choose = try person.web.get("/ressources/ajouter?genre=lien").page
    let cap = try #require(
      choose.all("label.concepts__box").first { $0.text.contains("CAP") })
    let concept = try #require(cap.first("input")?["value"])
    let hostile = "Fin </script><b>\u{2028}« & » \"guillemets\""
    let reply = try person.web.submit(
      choose.form(to: "/ressources/ajouter"),
      changing: [
        "adresse": "https://exemple.fr/cap", "titre": hostile, "description": "Pour débuter.",
        "auteurs": "Lina Petit", "duree": "30", "espace": "accueil", "concept": concept,
        "acces": "mode-textual",
      ], follow: true)
    #expect(reply.status == 200)
    let page = try community.server.visitor().get("/ressources/1", follow: true)
    #expect(page.page.problems == [])
    let lines = try Self.read(page, in: community.server.data)
    let base = community.server.origin
    #expect(lines.contains { $0.hasPrefix("name ") && $0.contains("</script><b>") })
    #expect(lines.contains("inLanguage \"fr\""))
    #expect(lines.contains("license <\(base)/licences/inconnue>"))
    #expect(lines.contains("url <https://exemple.fr/cap>"))
    #expect(lines.contains("timeRequired \"PT30M\""))
    #expect(lines.contains("accessMode \"textual\""))
    #expect(lines.contains { $0.hasPrefix("educationalAlignment ") })
    #expect(!lines.contains { $0.contains("Lina") })
    #expect(!lines.contains { $0.hasPrefix("author ") })
  }
}
