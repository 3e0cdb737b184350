import TestSupport
import Testing

@Suite struct `A removed thread` {
  @Test func `goes after its author was told that it is the whole thread, and counts its replies`()
    throws
  {
    let community = try Community()
    let marc = try community.member("marc")
    let rose = try community.member("rose")
    let thread = try marc.ask("Un fil à retirer", "Le texte")
    for text in ["Une réponse", "Une autre"] { try rose.reply(text, to: thread) }
    let page = try marc.web.get(thread)
    #expect(throws: FormError.self) { try marc.press("Retirer", in: "#message-1", on: page) }
    let asked = try marc.web.open(link: "Retirer", on: page)
    #expect(asked.page.text.contains("le fil entier disparaîtra des listes"))
    #expect(asked.page.text.contains("Un fil à retirer"))
    #expect(asked.page.problems == [])
    #expect(try rose.web.get(thread).status == 200)
    #expect(try rose.web.get("/messages/1/retrait").status == 403)
    try marc.removeThread(thread)
    let removed = try marc.web.get(thread)
    #expect(removed.page.first(".head .meta")?.text.contains("2 réponses") == true)
    #expect(try rose.web.get("/messages/1/retrait").status == 410)
    #expect(try PreauCommand.run(["check", "--data", community.server.data.path]).status == 0)
    try marc.press("Rétablir", in: "#message-1", on: removed)
    let restored = try rose.web.get(thread).page
    #expect(restored.first(".head .meta")?.text.contains("2 réponses") == true)
  }

  @Test func `is gone by every address of its posts, but for its author and its référents`() throws
  {
    let community = try Community()
    let marc = try community.member("marc")
    let rose = try community.member("rose")
    let zoe = try community.referent("zoe", of: .open)
    let thread = try marc.ask("Un secret", "Le texte")
    try rose.reply("Une réponse", to: thread)
    let seen = try rose.web.get(thread)
    try marc.removeThread(thread)
    for web in [rose.web, community.server.visitor()] {
      for path in ["/fils/1", "/messages/1", "/messages/2"] {
        let reply = try web.get(path)
        #expect(reply.status == 410, "\(path)")
        #expect(reply.location == nil)
        #expect(!reply.body.contains("secret"), "\(path)")
      }
    }
    for path in ["/messages/2/historique", "/messages/2/modifier", "/messages/2/signalement"] {
      #expect(try rose.web.get(path).status == 410, "\(path)")
    }
    #expect(try rose.send(gesture: "Ne plus suivre", on: seen).status == 410)
    #expect(try marc.web.get("/messages/2").location == "\(thread)#message-2")
    #expect(try zoe.web.get("/messages/2").location == "\(thread)#message-2")
  }
}
