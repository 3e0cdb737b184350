import TestSupport
import Testing

@Suite struct `A removed thread` {
  @Test func `is gone by every address of its posts, but for its author and its référents`() throws
  {
    let community = try Community()
    let marc = try community.member("marc")
    let rose = try community.member("rose")
    let zoe = try community.referent("zoe", of: .open)
    let thread = try marc.ask("Un secret", "Le texte")
    try rose.reply("Une réponse", to: thread)
    let seen = try rose.web.get(thread)
    try marc.press("Retirer", in: "#message-1", on: thread)
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
