import TestSupport
import Testing

/// Visitors share pages: they must never be shared a moment too long.
@Suite struct `Pages that visitors share` {
  @Test func `a visitor sees a new post at once, zipped or not`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Partager une page", "Un premier message.")
    let visitor = community.server.visitor()
    #expect(!(try visitor.get(thread).body.contains("Une suite")))
    #expect(!(try visitor.get(thread, headers: ["Accept-Encoding": "gzip"]).status != 200))
    try marc.reply("Une suite", to: thread)
    #expect(try visitor.get(thread).body.contains("Une suite"))
    #expect(try visitor.head(thread).status == 200)
  }

  @Test func `what another process changes is seen`() throws {
    let community = try Community()
    let visitor = community.server.visitor()
    #expect(!(try visitor.get("/espaces").body.contains("Espace venu d’ailleurs")))
    let file = try community.server.data.write(
      """
      {"type":"category","id":1,"slug":"ailleurs","name":"Espace venu d’ailleurs","about":"Essai"}

      """, to: "venu.jsonl")
    let imported = try PreauCommand.run(["import", "--data", community.server.data.path, file])
    #expect(imported.status == 0)
    #expect(try visitor.get("/espaces").body.contains("Espace venu d’ailleurs"))
  }

  @Test func `a member's page is not given to a visitor, nor the other way round`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let visitor = community.server.visitor()
    #expect(try visitor.get("/fils").body.contains("/connexion"))
    #expect(try marc.web.get("/fils").body.contains("/mon-preau"))
    #expect(!(try visitor.get("/fils").body.contains("/mon-preau")))
  }
}
