import TestSupport
import Testing

@Suite struct `A search that is narrowed` {
  private func community() throws -> (Community, Person) {
    let community = try Community([.open, .team, .closed])
    return (community, try community.referent("marc", of: .closed))
  }

  /// The number beside a value of a facet; nil when it is not offered.
  private func count(_ label: String, _ reply: Reply) -> String? {
    reply.page.all(".facets li").first { $0.first("a")?.text.hasSuffix(label) == true }?
      .first(".count")?.text
  }

  @Test func `counts what the reader may read, by its kind and by its words`() throws {
    let (community, marc) = try community()
    _ = try marc.ask("Le four est froid", tags: "Moodle")
    _ = try marc.ask("Le four est chaud", in: .team)
    _ = try marc.ask("Le four est secret", in: .closed)
    let visitor = community.server.visitor()

    let seen = try visitor.get("/recherche?affiner=oui&q=four")
    #expect(seen.page.first("h2")?.text.hasPrefix("1 ") == true)
    #expect(count("Fils d’entraide", seen) == "(1)")
    #expect(count("Accueil", seen) == "(1)")
    #expect(!seen.body.contains("secret") && !seen.body.contains("Atelier"))
    #expect(try visitor.get("/recherche?espace=atelier").body.contains("Rien ne répond"))

    let known = try marc.web.get("/recherche?affiner=oui&q=four")
    #expect(count("Fils d’entraide", known) == "(3)")
    #expect(count("Atelier fermé", known) == "(1)")
    let narrowed = try marc.web.get("/recherche?q=four&espace=atelier")
    #expect(narrowed.page.all(".threads h3").map(\.text) == ["Le four est secret"])
    #expect(count("Équipe", narrowed) == "(1)", "what one more click would give")
    #expect(narrowed.page.first(".filters a")?["href"]?.contains("espace") == false)
    #expect(narrowed.page.problems == [])
  }

  @Test func `follows what is moved, removed and restored`() throws {
    let (community, marc) = try community()
    let thread = try marc.ask("Un fil à suivre")
    let visitor = community.server.visitor()
    func titles() throws -> [String] {
      try visitor.get("/recherche?genre=fil").page.all(".threads h3").map(\.text)
    }
    #expect(try titles() == ["Un fil à suivre"])
    _ = try marc.ask("Un autre fil")
    #expect(try titles() == ["Un autre fil", "Un fil à suivre"])
    try marc.removeThread(thread)
    #expect(try titles() == ["Un autre fil"])
  }

  @Test func `knows the operators of the plain search`() throws {
    let (community, marc) = try community()
    let cold = try marc.ask("Le four est froid", tags: "Cuisson")
    _ = try marc.ask("Le four est chaud", tags: "Cuisson, Moodle")
    let nora = try community.member("nora")
    _ = try nora.ask("La plonge est pleine")
    try nora.reply("Le four aussi", to: cold)
    func titles(_ words: String) throws -> Set<String> {
      let reply = try nora.web.get("/recherche?affiner=oui&q=\(words)")
      return Set(reply.page.all(".threads h3").map(\.text))
    }
    #expect(try titles("%C3%A9tiquette:cuisson") == ["Le four est froid", "Le four est chaud"])
    #expect(try titles("%C3%A9tiquette:cuisson%20tag:moodle") == ["Le four est chaud"])
    #expect(try titles("auteur:nora") == ["La plonge est pleine", "Le four est froid"])
    #expect(try titles("four%20auteur:nora") == ["Le four est froid"])
    #expect(try titles("four%20statut:sans-r%C3%A9ponse") == ["Le four est chaud"])
    #expect(try titles("auteur:personne").isEmpty)
  }

  @Test func `is kept from its page, under a name of its own`() throws {
    let (_, marc) = try community()
    _ = try marc.ask("Le four est froid")
    for start in ["/recherche?q=four", "/recherche?affiner=oui&q=four&genre=fil"] {
      let form = try marc.web.open(
        link: "Garder cette recherche et être prévenu des nouveautés", on: marc.web.get(start))
      let kept = try marc.web.submit(form.page.form(to: "/recherches/nouvelle"))
      #expect(kept.location == "/recherches")
    }
    let list = try marc.web.get("/recherches")
    #expect(list.page.all(".rows h2").map(\.text) == ["four", "four, Fils d’entraide"])
    #expect(list.page.problems == [])
    let removed = try marc.press("Retirer", on: list)
    let undo = try marc.web.get(removed.location ?? "")
    #expect(undo.page.all(".rows h2").count == 1)
    try marc.press("Annuler", on: undo)
    #expect(try marc.web.get("/recherches").page.all(".rows h2").count == 2)
    #expect(try marc.web.get("/recherches/1").location?.contains("affiner=oui") == true)
  }

  @Test func `begins with a need, without a script`() throws {
    let (community, _) = try community()
    let visitor = community.server.visitor()
    for page in ["/", "/ressources"] {
      #expect(try visitor.get(page).page.all("a").contains { $0["href"] == "/recherche#besoin" })
    }
    let start = try visitor.get("/recherche")
    let form = try #require(try? start.page.form(with: "mot"))
    #expect(form["affiner"] == "oui")
    let options = start.page.all("select[name=\"mot\"] option").compactMap { $0["value"] }
    #expect(options.contains { $0.hasPrefix("publics/") })
    let word = try #require(options.first { $0.hasPrefix("appareils/") })
    let found = try visitor.get("/recherche?affiner=oui&mot=&mot=\(word)")
    #expect(found.status == 200)
    #expect(found.page.all(".filters li").count == 1)
    #expect(try visitor.get("/recherche?mot=rien/du-tout").body.contains("Rien ne répond"))
  }
}
