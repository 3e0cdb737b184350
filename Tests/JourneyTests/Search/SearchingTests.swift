import TestSupport
import Testing

@Suite struct `Searching as a visitor` {
  @Test func `what is not wanted alone asks for a word, in one's language`() throws {
    let community = try Community()
    _ = try community.member("marc").ask("Un quiz", "Avec Moodle.")
    let visitor = community.server.visitor()
    let reply = try visitor.get("/recherche?q=-moodle")
    #expect(reply.status == 200)
    #expect(
      reply.page.first("main .notice")?.text.hasPrefix("Ajoutez un mot à chercher") == true)
    #expect(!reply.page.links.contains { $0.address.hasPrefix("/fils/1") })
    #expect(reply.page.problems == [])
    #expect(try visitor.get("/recherche?q=quiz&avant=x").status == 404)
    #expect(try visitor.get("/recherche?q=quiz&avant=1").status == 200)
  }

  @Test func `a word with a typing error shows what was meant, and says so`() throws {
    let community = try Community()
    _ = try community.member("marc").ask("Un vidéoprojecteur en panne", "Rien ne s’allume.")
    let visitor = community.server.visitor()
    let reply = try visitor.get("/recherche?q=videoprojektteur")
    #expect(reply.page.links.contains { $0.address.hasPrefix("/fils/1") })
    let notice = try #require(reply.page.first("main .notice"))
    #expect(notice.text.contains("videoprojektteur"), "what was typed")
    #expect(notice.text.contains("vidéoprojecteur"), "what was looked for")
    #expect(reply.page.problems == [])
  }

  @Test func `nobody called in a title or a tag is named`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    _ = try marc.web.submit(
      form,
      changing: [
        "espace": "accueil", "titre": "Merci @lina.xyz pour le quiz", "texte": "Bravo.",
        "etiquettes": "@lina.xyz, bravos",
      ], pressing: "publier")
    let visitor = community.server.visitor()
    for path in [
      "/recherche?q=quiz", "/recherche?q=bravo", "/etiquettes", "/etiquettes?ordre=usage",
      "/etiquettes/bravos", "/fils", "/fils/1/atom",
    ] {
      let reply = try visitor.get(path)
      #expect(reply.status == 200)
      #expect(!reply.body.contains("xyz"), "\(path)")
    }
    #expect(try !visitor.get("/fils/1", follow: true).body.contains("xyz"))
    #expect(try visitor.get("/etiquettes/lina-xyz").status == 404)
    #expect(try visitor.get("/etiquettes/lina-xyz/atom").status == 404)
    #expect(try marc.web.get("/etiquettes/lina-xyz").status == 200)
    #expect(try marc.web.get("/recherche?q=quiz").body.contains("lina.xyz"))
  }
}
