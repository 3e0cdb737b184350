import TestSupport
import Testing

@Suite struct `A name in what visitors read` {
  @Test func `stands in no title, no address, no text and no feed`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try community.newcomer("kevin")
    let thread = try marc.ask("Merci @kevin pour tout", "Oui, «@kevin» et `@kevin`.")
    #expect(thread == "/fils/1-merci-pour-tout")
    let visitor = community.server.visitor()
    for path in [thread, "/", "/fils", "/espaces/accueil", "/fils/atom", "/fils/1/atom"] {
      let reply = try visitor.get(path)
      #expect(reply.status == 200, "\(path)")
      #expect(!reply.body.contains("kevin"), "\(path)")
    }
    #expect(try visitor.get(thread).page.h1 == "Merci @quelqu’un pour tout")
    #expect(try marc.web.get(thread).page.h1 == "Merci @kevin pour tout")
    #expect(try marc.web.get(thread).page.all(".prose a").map(\.text) == ["@kevin"])
  }
}
