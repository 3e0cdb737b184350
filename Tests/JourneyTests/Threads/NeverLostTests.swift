import TestSupport
import Testing

/// Whatever happens between writing and publishing, the text comes back.
@Suite struct `What was written` {
  private let community: Community
  private let marc: Person
  private let rose: Person
  private let thread: String
  /// Hard to carry: line ends, markup, what HTML would take for its own.
  private let text = "\nDébut & fin <b>\n\n  </textarea> « été »"

  init() throws {
    community = try Community([.open, .closed])
    marc = try community.member("marc")
    rose = try community.referent("rose", of: .open)
    thread = try marc.ask("Un fil")
  }

  private func sent(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  /// What the page gives back, line ends aside, which browsers write as they like.
  private func givenBack(_ reply: Reply) -> [String] {
    reply.page.all("textarea").map { area in
      area.exactText.split(separator: "\r\n", omittingEmptySubsequences: false).joined(
        separator: "\n")
    }
  }

  @Test func `is given back with an error, in its form`() throws {
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let reply = try marc.web.submit(
      form, changing: ["titre": " ", "texte": text, "genre": "discussion"], pressing: "publier")
    #expect(reply.status == 422)
    #expect(reply.page.title.hasPrefix("Erreur"))
    #expect(givenBack(reply).contains(text))
    #expect(try reply.page.form(to: "/fils/nouveau")["genre"] == "discussion")
    #expect(reply.page.first("#titre")?["aria-invalid"] == "true")
    #expect(reply.page.problems == [])
  }

  @Test func `is given back when the thread was closed meanwhile`() throws {
    let form = try marc.web.get(thread).page.form(with: "texte")
    try rose.press("Fermer le fil", on: thread)
    let reply = try marc.web.submit(form, changing: ["texte": text], pressing: "publier")
    #expect(reply.status == 422)
    #expect(givenBack(reply).contains(text))
    #expect(reply.page.problems == [])
    #expect(try marc.web.get(thread).page.all("article.post").count == 1)
  }

  @Test(arguments: ["marc", "rose", "lina"])
  func `is given back when the thread was removed meanwhile`(login: String) throws {
    let writer = login == "marc" ? marc : login == "rose" ? rose : try community.newcomer(login)
    let form = try writer.web.get(thread).page.form(with: "texte")
    try marc.removeThread(thread)
    let reply = try writer.web.submit(form, changing: ["texte": text], pressing: "publier")
    #expect((400..<500).contains(reply.status))
    #expect(givenBack(reply).contains(text))
    #expect(reply.page.problems == [])
  }

  @Test func `is given back when the post being edited was removed meanwhile`() throws {
    try marc.reply("Une réponse.", to: thread)
    let form = try marc.web.get("/messages/2/modifier").page.form(to: "/messages/2/modifier")
    try rose.remove(post: 2)
    let reply = try marc.web.submit(form, changing: ["texte": text], pressing: "publier")
    #expect(reply.status == 410)
    #expect(givenBack(reply).contains(text))
  }

  @Test func `is given back to someone who was put out of the space meanwhile`() throws {
    let eve = try community.referent("eve", of: .closed)
    let lina = try community.newcomer("lina")
    try eve.admit(lina, to: .closed)
    let place = try eve.ask("Entre nous", in: .closed)
    let form = try lina.web.get(place).page.form(with: "texte")
    try eve.press("Retirer Nom de lina", on: "/espaces/atelier/membres")
    let reply = try lina.web.submit(form, changing: ["texte": text], pressing: "publier")
    #expect(reply.status == 404)
    #expect(givenBack(reply).contains(text))
    #expect(!reply.body.contains("Entre nous"))
  }

  @Test func `is given back with a form that is too old or of another page`() throws {
    var form = try marc.web.get(thread).page.form(with: "texte")
    try form.set("jeton", to: "1.1.abc")
    let reply = try marc.web.submit(form, changing: ["texte": text], pressing: "publier")
    #expect(reply.status == 403)
    #expect(givenBack(reply).contains(text))
    #expect(reply.page.problems == [])
  }

  @Test func `is published after log-in when the session had ended`() throws {
    let form = try marc.web.get(thread).page.form(with: "texte")
    marc.loseSession()
    let asked = try marc.web.submit(form, changing: ["texte": "Gardé."], pressing: "publier")
    #expect(asked.status == 303)
    let logIn = try marc.web.follow(asked)
    #expect(logIn.page.text.contains("gardé pendant une heure"))
    #expect(!logIn.body.contains("Gardé."))
    let wrong = try marc.web.submit(
      logIn.page.form(to: "/connexion"), changing: ["identifiant": "marc", "mot_de_passe": "non"])
    #expect(wrong.status == 422)
    let done = try marc.web.submit(
      wrong.page.form(to: "/connexion"),
      changing: ["identifiant": "marc", "mot_de_passe": Community.password])
    #expect(done.location == "\(thread)#message-2")
    #expect(try marc.web.follow(done).page.first("#message-2 .prose")?.text == "Gardé.")
  }

  @Test func `is kept for its writer alone, and for one log-in`() throws {
    let form = try marc.web.get(thread).page.form(with: "texte")
    marc.loseSession()
    let asked = try marc.web.submit(form, changing: ["texte": "Secret."], pressing: "publier")
    let logIn = try marc.web.follow(asked)
    // Someone else sits down at that computer.
    let other = try marc.web.submit(
      logIn.page.form(to: "/connexion"),
      changing: ["identifiant": "rose", "mot_de_passe": Community.password], follow: true)
    #expect(!other.body.contains("Secret."))
    #expect(other.page.text.contains("n’a pas été envoyé"))
    #expect(try rose.web.get(thread).page.all("article.post").count == 1)
    // It still waits for the one who wrote it, and then for nobody.
    for (posts, visitor) in [(2, community.server.visitor()), (2, community.server.visitor())] {
      let form = try visitor.get(asked.location ?? "").page.form(to: "/connexion")
      _ = try visitor.submit(
        form, changing: ["identifiant": "marc", "mot_de_passe": Community.password], follow: true)
      #expect(try rose.web.get(thread).page.all("article.post").count == posts)
    }
  }

  @Test(arguments: ["https://ailleurs.example", "null"])
  func `is not kept when it comes from another site`(origin: String) throws {
    let form = try marc.web.get(thread).page.form(with: "texte")
    marc.loseSession()
    let reply = try marc.web.submit(
      form, changing: ["texte": "Forgé."], pressing: "publier", headers: ["Origin": origin])
    #expect(reply.status == 403)
    #expect(try DatabaseDump(of: community.server.data, excluding: []).tables["kept_form"] == [])
  }

  @Test func `a thread that was written without session is published too`() throws {
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    marc.loseSession()
    let asked = try marc.web.submit(
      form, changing: ["espace": "accueil", "titre": "Orage", "texte": "Panne de courant."],
      pressing: "publier")
    let done = try marc.web.submit(
      marc.web.follow(asked).page.form(to: "/connexion"),
      changing: ["identifiant": "marc", "mot_de_passe": Community.password])
    #expect(done.location?.hasSuffix("-orage") == true)
  }
}
