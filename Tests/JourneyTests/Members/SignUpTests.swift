import TestSupport
import Testing

@Suite struct `Sign-up as configured` {
  @Test(arguments: ["invitation", "closed"])
  func `nobody makes an account where that is not open`(mode: String) throws {
    let server = try ServerProcess(["--sign-up", mode])
    let visitor = server.visitor()
    let page = try visitor.get("/inscription")
    #expect(page.status == 200)
    #expect(!page.page.has("main form"))
    let token = try visitor.get("/connexion").page.form(to: "/connexion")["jeton"] ?? ""
    let sent = try visitor.post(
      "/inscription",
      form: [
        ("jeton", token), ("nom", "Léa"), ("identifiant", "lea"), ("mot_de_passe", password),
      ])
    #expect(sent.status == 403)
    #expect(try visitor.logIn("lea").status == 422)
  }

  @Test func `an invitation opens a site that asks for one`() throws {
    let server = try ServerProcess(["--sign-up", "invitation"])
    let boss = try server.administrator()
    let form = try boss.get("/invitations").page.form(to: "/invitations")
    let link = try #require(try boss.submit(form).page.first(".secret code")?.text)
    let visitor = server.visitor()
    let invited = try visitor.get(link).page.form(with: "identifiant")
    let typed = ["nom": "Léa", "identifiant": "lea", "mot_de_passe": password]
    #expect(try visitor.submit(invited, changing: typed).status == 303)
  }
}
