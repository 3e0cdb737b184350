import TestSupport
import Testing

@Suite struct `Drafts` {
  @Test func `a preview keeps one, found on another device, forgotten once published`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    _ = try marc.web.submit(
      form,
      changing: [
        "espace": "accueil", "titre": "À moitié", "texte": "Le début", "genre": "experience",
      ],
      pressing: "apercu")

    let elsewhere = try community.person("marc")
    #expect(try elsewhere.web.get("/brouillons").page.text.contains("À moitié"))
    let found = try elsewhere.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    #expect(found["titre"] == "À moitié")
    #expect(found["texte"] == "Le début")
    #expect(found["genre"] == "experience")

    let published = try elsewhere.web.submit(found, pressing: "publier")
    #expect(published.status == 303)
    #expect(try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")["texte"] == "")
    #expect(try !marc.web.get("/brouillons").page.text.contains("À moitié"))
  }

  @Test func `the step that shows similar threads keeps one, as it says`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try marc.ask("Le vidéoprojecteur ne s’allume pas", "La lampe clignote.")
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let similar = try marc.web.submit(
      form,
      changing: [
        "espace": "accueil", "titre": "Vidéoprojecteur : ne s’allume pas", "texte": "Il est neuf.",
      ], pressing: "publier")
    #expect(similar.page.has(".similar a"))
    let drafts = try marc.web.get("/brouillons").page.text
    #expect(drafts.contains("Vidéoprojecteur : ne s’allume pas"))
    #expect(drafts.contains("Il est neuf."))
    let published = try marc.web.submit(
      similar.page.form(to: "/fils/nouveau"), pressing: "publier")
    #expect(published.status == 303)
    #expect(try !marc.web.get("/brouillons").page.text.contains("Il est neuf."))
  }

  @Test func `a reply and an edit have each their own`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil", "Le texte")
    let reply = try marc.web.submit(
      marc.web.get(thread).page.form(with: "texte"), changing: ["texte": "Presque"],
      pressing: "apercu")
    #expect(reply.page.first(".preview .prose")?.text == "Presque")
    let edit = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    _ = try marc.web.submit(edit, changing: ["texte": "Le texte, mieux"], pressing: "apercu")

    #expect(try marc.web.get(thread).page.form(with: "texte")["texte"] == "Presque")
    let again = try marc.web.get("/messages/1/modifier").page
    #expect(try again.form(to: "/messages/1/modifier")["texte"] == "Le texte, mieux")
    #expect(try marc.web.get("/brouillons").page.all("article").count == 2)

    try marc.press("Jeter le brouillon", on: "/messages/1/modifier")
    let clean = try marc.web.get("/messages/1/modifier").page
    #expect(try clean.form(to: "/messages/1/modifier")["texte"] == "Le texte")
    try marc.reply("Presque fini", to: thread)
    #expect(try marc.web.get(thread).page.form(with: "texte")["texte"] == "")
    #expect(try marc.web.get("/brouillons").page.all("article").isEmpty)
  }

  @Test func `of a thread that closes is given back there, whole, and in the list`() throws {
    let community = try Community()
    let rose = try community.referent("rose", of: .open)
    let thread = try rose.ask("Un fil", "Le texte")
    let marc = try community.member("marc")
    let text = String(repeating: "Presque fini. ", count: 100) + "Fin."
    let form = try marc.web.get(thread).page.form(with: "texte")
    _ = try marc.web.submit(form, changing: ["texte": text], pressing: "apercu")
    try rose.press("Fermer le fil", on: thread)

    let closed = try marc.web.get(thread)
    #expect(closed.page.first("textarea")?.exactText == text)
    #expect(closed.page.problems == [])
    let list = try marc.web.get("/brouillons")
    #expect(list.page.first("article h2")?.text == "Un fil")
    #expect(list.page.first("article textarea")?.exactText == text)
    #expect(list.page.problems == [])

    try rose.removeThread(thread)
    let gone = try marc.web.get("/brouillons").page
    #expect(gone.first("article h2")?.text == "Réponse")
    #expect(gone.first("article textarea")?.exactText == text)
    #expect(!gone.has("article a"))
    try marc.press("Jeter le brouillon", on: "/brouillons")
    #expect(try !marc.web.get("/brouillons").page.has("article"))
  }

  @Test func `nobody else sees one`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    _ = try marc.web.submit(form, changing: ["texte": "Intime"], pressing: "apercu")
    let rose = try community.member("rose")
    for path in ["/brouillons", "/fils/nouveau", "/fils"] {
      #expect(try !rose.web.get(path).body.contains("Intime"))
    }
    #expect(try community.server.visitor().get("/brouillons").status == 303)
  }
}
