import TestSupport
import Testing

@Suite struct `From a question to its answer` {
  @Test func `a newcomer asks, is answered, accepts, and others find it`() throws {
    let community = try Community()
    let lina = try community.newcomer("lina", name: "Lina Petit")
    let marc = try community.member("marc")
    let earlier = try marc.ask("Le vidéoprojecteur ne s’allume pas", "La lampe clignote.")

    let form = try lina.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let typed = [
      "espace": "accueil", "titre": "Vidéoprojecteur éteint : ne s’allume pas",
      "texte": "Le **voyant** reste rouge.", "etiquettes": "matériel, salle 12",
    ]
    let preview = try lina.web.submit(form, changing: typed, pressing: "apercu")
    #expect(preview.status == 200)
    #expect(preview.page.first(".preview .prose strong")?.text == "voyant")

    let similar = try lina.web.submit(
      preview.page.form(to: "/fils/nouveau"), pressing: "publier")
    #expect(similar.status == 200)
    #expect(similar.page.all(".similar a").contains { $0["href"]?.hasPrefix(earlier) == true })
    let again = try similar.page.form(to: "/fils/nouveau")
    #expect(again["texte"] == "Le **voyant** reste rouge.")
    #expect(again["etiquettes"] == "matériel, salle 12")

    let published = try lina.web.submit(again, pressing: "publier")
    let thread = try #require(published.location)
    #expect(thread.hasSuffix("-videoprojecteur-eteint-ne-s-allume-pas"))

    let place = try marc.reply("Tenez le bouton *dix* secondes.", to: thread)
    #expect(place == "\(thread)#message-2")
    #expect(try marc.web.get(thread).page.first("#message-2 em")?.text == "dix")

    try lina.press("C’est la bonne réponse", in: "#message-2", on: thread)
    let solved = try community.server.visitor().get(thread)
    #expect(solved.page.has("#message-2.post--accepted"))
    #expect(solved.page.problems == [])

    let found = try community.server.visitor().get("/recherche?q=videoprojecteur+bouton")
    #expect(found.status == 200)
    #expect(found.page.links.contains { $0.address.hasPrefix(thread) })
  }

  @Test func `nothing similar, no step`() throws {
    let community = try Community()
    let lina = try community.newcomer("lina")
    let form = try lina.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let reply = try lina.web.submit(
      form, changing: ["espace": "accueil", "titre": "Une tablette", "texte": "Partagée."],
      pressing: "publier")
    #expect(reply.status == 303)
  }

  @Test func `a similar thread that the asker may not read is not named`() throws {
    let community = try Community([.open, .closed])
    let referent = try community.referent("rose", of: .closed)
    _ = try referent.ask("Réunion secrète du mercredi", "Ordre du jour.", in: .closed)
    let lina = try community.newcomer("lina")
    let form = try lina.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let reply = try lina.web.submit(
      form,
      changing: ["espace": "accueil", "titre": "Réunion secrète du mercredi", "texte": "Où ?"],
      pressing: "publier")
    #expect(reply.status == 303)
    let typing = try lina.web.get("/fils/semblables?titre=R%C3%A9union+secr%C3%A8te+du+mercredi")
    #expect(typing.status == 200)
    #expect(!typing.body.contains("/fils/1-"))
  }

  @Test(arguments: ["question", "discussion", "experience"])
  func `each kind of thread says what it is`(kind: String) throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un premier fil", kind: kind, tags: "un, deux")
    let page = try marc.web.get(thread).page
    #expect(page.h1 == "Un premier fil")
    #expect(page.all(".head .tag").map(\.text) == ["deux", "un"])
    let rose = try community.member("rose")
    try rose.reply("Une réponse.", to: thread)
    let mayAccept = try marc.web.get(thread).page.all("#message-2 button").contains {
      $0.text == "C’est la bonne réponse"
    }
    #expect(mayAccept == (kind == "question"))
  }

  @Test func `only the asker and référents accept an answer`() throws {
    let community = try Community()
    let lina = try community.newcomer("lina")
    let marc = try community.member("marc")
    let rose = try community.referent("rose", of: .open)
    let thread = try lina.ask("Comment imprimer ?")
    try marc.reply("Par le réseau.", to: thread)
    let page = try marc.web.get(thread)
    #expect(throws: FormError.self) {
      try marc.press("C’est la bonne réponse", in: "#message-2", on: page)
    }
    // The same request without the button.
    let token = page.page.first("#gestes [name=\"jeton\"]")?["value"] ?? ""
    let forced = try marc.web.post(
      "/messages/2/acceptation", form: [("jeton", token)], headers: ["Origin": marc.web.origin])
    #expect(forced.status == 403)
    try rose.press("C’est la bonne réponse", in: "#message-2", on: thread)
    #expect(try marc.web.get(thread).page.has("#message-2.post--accepted"))
    try lina.press("Ne plus l’accepter", in: "#message-2", on: thread)
    #expect(try !marc.web.get(thread).page.has(".post--accepted"))
  }
}
