import TestSupport
import Testing

@Suite struct `A picture in a post that waits` {
  @Test func `is seen by its author and who publishes it, then by all`() throws {
    let community = try Community()
    let referent = try community.referent("ines", of: .open)
    let choice = try referent.web.get("/espaces/accueil/relecture").page
    let chosen = try referent.web.submit(
      choice.form(to: "/espaces/accueil/relecture"), changing: ["relecture": "everything"])
    #expect(chosen.status == 303)
    let thread = try referent.ask("Le montage")
    let marc = try community.member("marc")
    let rose = try community.member("rose")
    #expect(try marc.send("Voici.", picture(), "La pompe", to: thread).status == 303)
    #expect(try !rose.web.get(thread).page.text.contains("Voici."))
    let shown = try #require(try marc.web.get(thread).page.first(".prose img")?["src"])
    #expect(try marc.web.get(shown).status == 200)
    #expect(try referent.web.get(shown).status == 200)
    for reader in [rose.web, community.server.visitor()] {
      #expect(try reader.get(shown).status == 404)
    }

    var edit = try marc.web.get("/attente/1/modifier").page.form(with: "texte")
    try edit.attach(picture(seed: 1), to: "fichier")
    let asked = try marc.web.submit(edit, pressing: "publier")
    #expect(asked.status == 422, "the description is asked for")
    let described = try asked.page.form(with: "texte")
    let edited = try marc.web.submit(
      described, changing: ["fichier-description": "Le joint"], pressing: "publier")
    #expect(edited.status == 303)

    let waiting = try referent.web.get("/attente/1")
    #expect(waiting.page.all(".prose img").map { $0["alt"] } == ["La pompe", "Le joint"])
    #expect(try referent.press("Publier", on: waiting).status == 303)
    #expect(try rose.web.get(shown).status == 200)
    #expect(try rose.web.get(thread).page.first("#message-2 img")?["alt"] == "La pompe")
  }
}
