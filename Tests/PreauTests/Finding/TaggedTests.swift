import HTTP
import SQLite
import Testing

@testable import Preau

/// The pages of words: everything that bears them.
@Suite struct `The page of a word` {
  private let community: Community

  init() throws {
    community = try Community()
    var file = SKOSFile()
    file.add("hygiene", "Hygiène")
    let document = try file.read().document
    try community.site.database.write {
      _ = try VocabularyStore.load(document, at: Community.noon, $0)
    }
  }

  private func concept() throws -> Concept {
    try #require(
      try community.site.database.read { db in
        try TagMeaning.concept(labelled: "Hygiène", db).flatMap {
          try ConceptStore.concepts([$0], db).first
        }
      })
  }

  private func publish(_ title: String, tags: String, in space: String = "public") throws {
    let answer = try community.post(
      "/tutoriels/nouveau",
      [
        ("titre", title), ("texte", "## Le geste\n\nLaver."), ("licence", Licence.by.uri),
        ("langue-du-texte", "fr"), ("etiquettes", tags), ("espace", space), ("action", "publier"),
        ("envoi", title),
      ], as: .insider)
    let parts = (answer["Location"] ?? "").split(separator: "/")
    #expect(
      try community.post("/tutoriels/\(parts[1])/publication", as: .insider).status == 303)
  }

  private func add(
    _ title: String, tags: String, about concept: Concept? = nil, in space: String = "public"
  ) throws {
    let answer = try community.post(
      "/ressources/ajouter",
      [
        ("genre", "lien"), ("adresse", "https://exemple.fr/\(Slug.make(from: title))"),
        ("titre", title), ("description", "Trois gestes."), ("licence", Licence.unknown.uri),
        ("langue-du-contenu", "fr"), ("espace", space), ("etiquettes", tags), ("envoi", title),
        ("confirmer", "oui"), ("concept", concept.map { String($0.id.value) } ?? ""),
      ], as: .insider)
    #expect(answer.status == 303, "\(answer.text)")
  }

  private func headings(_ page: String) -> [String] {
    page.split(separator: "<h2", omittingEmptySubsequences: false).dropFirst().map { rest in
      String(rest.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
  }

  @Test(arguments: ["/etiquettes/lavage", "concept"])
  func `lists tutorials, resources and threads, each with its count`(page: String) throws {
    let isTag = page != "concept"
    let word = isTag ? "Lavage" : "Hygiène"
    try publish("Se laver les mains", tags: word)
    try publish("Entre nous", tags: word, in: "private")
    for number in 1...6 {
      try add("Une affiche \(number)", tags: word, about: isTag ? nil : concept())
    }
    try community.site.database.write { db in
      try ThreadStore.setTags(TagLabels(word).tags, of: Thread.ID(1), db)
    }
    let address = try isTag ? page : concept().address.text
    let shown = try community.get(address).text
    #expect(
      headings(shown).filter { $0.hasSuffix(")") } == [
        "Tutoriels (1)", "Ressources (6)", "Fils d’entraide (1)",
      ])
    #expect(shown.contains("/tutoriels/1-se-laver-les-mains"))
    #expect(!shown.contains("Entre nous"))
    #expect(shown.contains("Une affiche 6") && !shown.contains("Une affiche 1<"))
    let narrowed = try #require(
      shown.firstMatch(of: /href="(\/recherche\?[^"]*genre=lien[^"]*)"/)?.1)
    let all = try community.get(String(narrowed).replacing("&amp;", with: "&")).text
    #expect(all.contains("Une affiche 1<") && !all.contains("Se laver"))
    let known = try community.get(address, as: .insider).text
    #expect(known.contains("Tutoriels (2)") && known.contains("Entre nous"))
    let feed = try community.get(address + "/atom").text
    #expect(feed.contains("Se laver les mains") && feed.contains("Une affiche 6"))
    #expect(feed.contains("Un &lt;fil&gt;"))
    #expect(!feed.contains("Entre nous"))
  }

  @Test func `is there for a word that no thread has`() throws {
    try add("Une affiche", tags: "Savon")
    let page = try community.get("/etiquettes/savon")
    #expect(page.status == 200)
    #expect(page.text.contains("Ressources (1)") && !page.text.contains("Fils d’entraide ("))
    #expect(try community.get("/etiquettes").text.contains("/etiquettes/savon"))
    #expect(try community.get("/etiquettes?ordre=usage").text.contains("/etiquettes/savon"))
    #expect(try community.get("/recherche?etiquette=savon").text.contains("Une affiche"))
    #expect(try !community.get("/recherche?etiquette=aucune").text.contains("Une affiche"))
  }

  @Test func `of a private space is not there for others`() throws {
    try add("Une affiche", tags: "Savon", in: "private")
    #expect(try community.get("/etiquettes/savon").status == 404)
    #expect(try community.get("/etiquettes/savon", as: .insider).status == 200)
    #expect(try !community.get("/recherche?etiquette=savon").text.contains("Une affiche"))
  }

  @Test func `says that nothing bears it`() throws {
    let page = try community.get(concept().address.text).text
    #expect(page.contains(VocabularyStrings.french.nothingTagged))
    #expect(!page.contains("Tutoriels ("))
  }

  @Test func `goes with its tutorials when the tag is joined with another`() throws {
    try publish("Se laver les mains", tags: "Lavage")
    let answer = try community.post(
      "/etiquettes/lavage/fusion", [("vers", "commun")], as: .administrator)
    #expect(answer.status == 303)
    #expect(try community.get("/etiquettes/commun").text.contains("Se laver les mains"))
    #expect(try community.get("/tutoriels?etiquette=commun").text.contains("Se laver les mains"))
  }
}
