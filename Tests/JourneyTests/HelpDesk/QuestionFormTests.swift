import TestSupport
import Testing

@Suite struct `A question with the details that its space asks for` {
  @Test func `is asked without a script, answered, filtered and kept as a draft`() throws {
    let community = try Community([.open, .team])
    let referent = try community.referent("yann", of: .open)
    let lea = try community.newcomer("lea")
    let address = "/espaces/accueil/bureau/precisions"
    for (label, kind) in [("Votre équipement", "line"), ("Déjà essayé", "text")] {
      let page = try referent.web.get(address).page
      let added = try referent.web.submit(
        page.form(to: address),
        changing: ["demande": label, "genre": kind, "obligatoire": kind == "line" ? "oui" : ""])
      #expect(added.status == 303)
    }
    let listed = try referent.web.get(address).page
    #expect(listed.problems == [])
    #expect(listed.all(".rows > li").count == 2)

    // The other space is chosen first; the button brings the fields of the one that asks.
    let empty = try lea.web.get("/fils/nouveau?espace=equipe").page
    #expect(!empty.text.contains("Votre équipement"))
    let shown = try lea.web.submit(
      empty.form(to: "/fils/nouveau"),
      changing: ["espace": "accueil", "titre": "Le son", "texte": "Il est coupé."],
      pressing: "espace")
    #expect(shown.status == 200)
    #expect(shown.page.text.contains("Votre équipement"))
    #expect(shown.page.problems == [])
    let missing = try lea.web.submit(
      shown.page.form(to: "/fils/nouveau"), changing: ["champ-2": "Monter le volume."],
      pressing: "publier")
    #expect(missing.status == 422)
    #expect(missing.page.text.contains("Monter le volume."))
    #expect(missing.page.problems == [])
    let done = try lea.web.submit(
      missing.page.form(to: "/fils/nouveau"), changing: ["champ-1": "Une tablette"],
      pressing: "publier")
    #expect(done.status == 303)
    let thread = try lea.web.get(try #require(done.location)).page
    #expect(thread.first(".answers dd")?.text == "Une tablette")
    #expect(thread.problems == [])

    let board = try referent.web.get("/espaces/accueil/bureau?precision=1&contient=tablette").page
    #expect(board.text.contains("Le son"))
    let other = try referent.web.get("/espaces/accueil/bureau?precision=1&contient=portable").page
    #expect(!other.text.contains("Le son"))
  }
}
