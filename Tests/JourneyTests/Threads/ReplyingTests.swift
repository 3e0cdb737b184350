import TestSupport
import Testing

@Suite struct `Replying` {
  @Test func `one lands on the page and at the place of one's own post`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un long fil")
    for number in 2...25 {
      #expect(try marc.reply("Message \(number)", to: thread) == "\(thread)#message-\(number)")
    }
    // The form stands on every page: this one is sent from the first.
    #expect(try marc.reply("Message 26", to: thread) == "\(thread)?page=2#message-26")
    let second = try marc.web.get("\(thread)?page=2").page
    #expect(second.all("article.post").map { $0["id"] } == ["message-26"])
    #expect(second.problems == [])
    #expect(try marc.reply("Message 27", to: "\(thread)?page=2") == "\(thread)?page=2#message-27")
    #expect(try marc.web.get(thread).page.all("article.post").count == 25)
    #expect(try marc.web.get("\(thread)?page=3").status == 404)
  }

  @Test func `a post's lasting address leads to its place, an old title to the new one`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Premier titre")
    try marc.reply("Une réponse.", to: thread)
    #expect(try marc.web.get("/messages/2").location == "\(thread)#message-2")
    let form = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    let saved = try marc.web.submit(
      form, changing: ["titre": "Second titre"], pressing: "publier")
    #expect(saved.location == "/fils/1-second-titre#message-1")
    let old = try marc.web.get(thread)
    #expect(old.status == 301)
    #expect(old.location == "/fils/1-second-titre")
    #expect(try marc.web.get("/fils/1").location == "/fils/1-second-titre")
  }

  @Test func `a quotation answers that post, and puts no name into the text`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let rose = try community.member("rose")
    let thread = try marc.ask("Citer", "Un **début**.\n\nUne fin.")
    let quoting = try rose.web.open(link: "Citer", on: rose.web.get(thread))
    let form = try quoting.page.form(with: "texte")
    #expect(form["texte"]?.contains("> Un **début**.\n> \n> Une fin.") == true)
    let text = (form["texte"] ?? "") + "D’accord."
    let reply = try rose.web.submit(form, changing: ["texte": text], pressing: "publier")
    let page = try rose.web.follow(reply).page
    let name = try #require(page.first("#message-1 .author")?.text)
    #expect(page.first("#message-2 blockquote strong")?.text == "début")
    #expect(page.first("#message-2 .post__body")?.text.contains(name) == false)
    #expect(page.first("#message-2 .post__body")?.text.hasSuffix("D’accord.") == true)
  }

  @Test func `a quoted learner is not named to visitors`() throws {
    let community = try Community()
    let lina = try community.newcomer("lina", name: "Lina Petit")
    let marc = try community.member("marc")
    let thread = try lina.ask("Citer", "Mon texte.")
    let form = try marc.web.get("\(thread)?citer=1").page.form(with: "texte")
    _ = try marc.web.submit(form, pressing: "publier")
    let seen = try community.server.visitor().get(thread)
    #expect(seen.page.has("#message-2 blockquote"))
    #expect(!seen.body.contains("Lina"))
  }

  @Test func `a mention leads to the member, for those who are logged in`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try community.newcomer("lina", name: "Lina Petit")
    let thread = try marc.ask("Appeler", "Bonjour @lina, et code `@lina`.")
    #expect(try marc.web.get(thread).page.all("#message-1 .prose a").map(\.text) == ["@lina"])
  }

  @Test func `the same form sent twice makes one post`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Deux fois")
    let form = try marc.web.get(thread).page.form(with: "texte")
    let first = try marc.web.submit(form, changing: ["texte": "Une fois."], pressing: "publier")
    let second = try marc.web.submit(form, changing: ["texte": "Une fois."], pressing: "publier")
    #expect(first.location == "\(thread)#message-2")
    #expect(second.location == first.location)
    let other = try marc.web.submit(form, changing: ["texte": "Autre chose."], pressing: "publier")
    #expect(other.location == "\(thread)#message-3")
  }

  @Test func `the same form sent eight times at once makes one post and one thread`() async throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("À la fois")
    let reply = try marc.web.get(thread).page.form(with: "texte")
    let places = try await atOnce(marc, reply, ["texte": "Une fois."])
    #expect(places == ["\(thread)#message-2"])
    let asking = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let threads = try await atOnce(
      marc, asking, ["espace": "accueil", "titre": "Nappe phréatique", "texte": "Quoi ?"])
    #expect(threads.count == 1, "\(threads)")
    #expect(try marc.web.get("/fils").page.all(".threads > li").count == 2)
  }

  /// Where eight copies of one form lead.
  private func atOnce(
    _ person: Person, _ form: Form, _ changes: [String: String]
  ) async throws -> Set<String> {
    let cookies = person.web.cookies
    let origin = person.web.origin
    return try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let copy = HTTPClient(origin: origin)
          copy.cookies = cookies
          let reply = try copy.submit(form, changing: changes, pressing: "publier")
          return reply.location ?? "status \(reply.status)"
        }
      }
      return try await group.reduce(into: []) { $0.insert($1) }
    }
  }

  @Test func `a newcomer waits a moment between two posts, and the text comes back`() throws {
    let community = try Community(environment: ["PREAU_POSTING_LIMITS": "on"])
    let lina = try community.newcomer("lina")
    let thread = try lina.ask("Trop vite")
    let reply = try lina.web.submit(
      lina.web.get(thread).page.form(with: "texte"), changing: ["texte": "Aussitôt."],
      pressing: "publier")
    #expect(reply.status == 429)
    #expect(try reply.page.form(with: "texte")["texte"] == "Aussitôt.")
    #expect(reply.page.problems == [])
  }
}
