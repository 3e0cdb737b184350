import TestSupport
import Testing

@Suite struct `A référent` {
  private let community: Community
  private let marc: Person
  private let zoe: Person
  private let thread: String

  init() throws {
    community = try Community([.open, .team])
    marc = try community.member("marc")
    zoe = try community.referent("zoe", of: .open)
    thread = try marc.ask("Un fil")
  }

  @Test func `pins a thread above newer ones in its space`() throws {
    _ = try marc.ask("Orage")
    #expect(try marc.web.get("/espaces/accueil").page.first(".threads h3")?.text == "Orage")
    try zoe.press("Épingler", on: thread)
    let first = try community.server.visitor().get("/espaces/accueil").page.first(".threads > li")
    #expect(first?.text.contains("Un fil") == true)
    #expect(first?.text.contains("Épinglé") == true)
    try zoe.press("Désépingler", on: thread)
    #expect(try marc.web.get("/espaces/accueil").page.first(".threads h3")?.text == "Orage")
  }

  @Test func `closes a thread, which takes no reply until it is open again`() throws {
    try zoe.press("Fermer le fil", on: thread)
    let closed = try marc.web.get(thread).page
    #expect(closed.text.contains("Ce fil est fermé"))
    #expect(!closed.has("#repondre"))
    #expect(closed.problems == [])
    try zoe.press("Rouvrir", on: thread)
    try marc.reply("Me revoici.", to: thread)
  }

  @Test func `moves a thread, which takes its readers' rights with it`() throws {
    let form = try zoe.web.get(thread).page.form(to: "/fils/1/deplacement")
    #expect(try zoe.web.submit(form, changing: ["espace": "equipe"]).status == 303)
    #expect(try marc.web.get("/espaces/equipe").page.all(".threads > li").count == 1)
    #expect(try marc.web.get("/espaces/accueil").page.all(".threads > li").isEmpty)
    let visitor = community.server.visitor()
    #expect(try visitor.get(thread).location?.hasPrefix("/connexion") == true)
    #expect(try visitor.get("/fils").page.all(".threads > li").isEmpty)
  }

  @Test(arguments: [
    "/fils/1/epingle", "/fils/1/fermeture", "/fils/1/deplacement", "/messages/1/retrait",
    "/espaces/accueil/referents", "/espaces/accueil/membres",
  ])
  func `alone does what référents do`(path: String) throws {
    let rose = try community.member("rose")
    let page = try rose.web.get(thread).page
    #expect(!page.has(".tools"))
    // The shared form's token is good for every gesture: the rules must say no themselves.
    let token = page.first("#gestes [name=\"jeton\"]")?["value"] ?? ""
    let before = try DatabaseDump(of: community.server.data)
    let reply = try rose.web.post(
      path, form: [("jeton", token), ("espace", "equipe"), ("membre", "2")],
      headers: ["Origin": rose.web.origin])
    #expect(reply.status == 403)
    #expect(try DatabaseDump(of: community.server.data).differences(from: before) == [])
  }

  @Test func `of another space is nobody here`() throws {
    let yann = try community.referent("yann", of: .team)
    #expect(try !yann.web.get(thread).page.has(".tools"))
    #expect(try yann.web.get("/messages/1/modifier").status == 403)
  }
}
