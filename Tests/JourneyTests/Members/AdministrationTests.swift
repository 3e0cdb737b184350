import TestSupport
import Testing

@Suite struct `Looking after members` {
  let server: ServerProcess
  let boss: HTTPClient

  init() throws {
    server = try ServerProcess()
    boss = try server.administrator()
  }

  @Test func `a lost password is replaced with a code, once`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let profile = try boss.get("/membres/2")
    let issued = try boss.submit(try profile.page.form(to: "/membres/2/code"))
    let code = try #require(issued.page.first(".secret code")?.text)
    #expect(issued.header("Cache-Control") == "no-store")

    let elsewhere = server.visitor()
    let form = try elsewhere.get("/mot-de-passe-perdu").page.form(to: "/mot-de-passe-perdu")
    let typed = [
      "identifiant": "Lea", "code": code.lowercased(), "mot_de_passe": "tout autre chose",
    ]
    let wrong = try elsewhere.submit(
      form, changing: typed.merging(["identifiant": "boss"]) { $1 })
    #expect(wrong.status == 422)
    #expect(!wrong.body.contains(code.lowercased()))
    #expect(try elsewhere.submit(form, changing: typed).location == "/mon-preau")
    #expect(try server.visitor().submit(form, changing: typed).status == 422)
    #expect(try lea.get("/mon-preau").status == 303)
    #expect(try server.visitor().logIn("lea", "tout autre chose").status == 303)
  }

  @Test func `nobody else may do any of it`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    #expect(try lea.get("/membres").status == 403)
    #expect(try lea.get("/invitations").status == 403)
    #expect(try !lea.get("/membres/1").page.has("form[action='/membres/1/role']"))
    #expect(try server.visitor().get("/membres").location == "/connexion?retour=%2Fmembres")
  }

  @Test func `a role changes what one may do, and the last administrator stays`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let form = try boss.get("/membres/2").page.form(to: "/membres/2/role")
    let asked = try boss.submit(form, changing: ["role": "administrator"])
    #expect(asked.status == 200)
    #expect(try lea.get("/membres").status == 403, "not before it is confirmed")
    #expect(try boss.submit(try asked.page.form(to: "/membres/2/role")).status == 303)
    #expect(try lea.get("/membres?q=bo").page.links.contains { $0.address == "/membres/1" })
    let own = try boss.get("/membres/1").page.form(to: "/membres/1/role")
    #expect(try boss.submit(own, changing: ["role": "teacher"]).status == 303)
    let last = try lea.get("/membres/2").page.form(to: "/membres/2/role")
    #expect(try lea.submit(last, changing: ["role": "learner"]).status == 422)
    #expect(try lea.get("/membres").status == 200)
  }

  @Test func `a suspended account is shut everywhere, and says why to its own member alone`() throws
  {
    let lea = server.visitor()
    try lea.signUp("lea")
    let asked = try boss.get("/membres/2/suspension")
    #expect(try boss.submit(try asked.page.form(to: "/membres/2/suspension")).status == 303)
    #expect(try lea.get("/mon-preau").status == 303)
    #expect(try server.visitor().logIn("lea", "n’importe quoi").status == 422)
    let told = try server.visitor().logIn("lea", password)
    #expect(told.status == 403)
    #expect(told.page.text.contains("suspendu"))
    let back = try boss.get("/membres/2").page.form(to: "/membres/2/retablissement")
    #expect(try boss.submit(back).status == 303)
    #expect(try server.visitor().logIn("lea", password).status == 303)
    #expect(try boss.get("/membres/1/suspension").status == 422)
  }

  @Test func `an invitation gives the role that it names, and no more often than said`() throws {
    let form = try boss.get("/invitations").page.form(to: "/invitations")
    let made = try boss.submit(form, changing: ["role": "professional", "utilisations": "1"])
    let link = try #require(made.page.first(".secret code")?.text)
    let paul = server.visitor()
    // Looking at it changes nothing.
    _ = try paul.get(link)
    let invited = try paul.get(link).page.form(with: "identifiant")
    let typed = ["nom": "Paul", "identifiant": "paul", "mot_de_passe": password]
    #expect(try paul.submit(invited, changing: typed).status == 303)
    #expect(try paul.get("/membres/2").page.text.contains("professionnel"))
    #expect(try server.visitor().get(link).status == 410)
  }

  @Test func `an invitation that was withdrawn lets nobody in`() throws {
    let form = try boss.get("/invitations").page.form(to: "/invitations")
    let link = try #require(try boss.submit(form).page.first(".secret code")?.text)
    let visitor = server.visitor()
    let invited = try visitor.get(link).page.form(with: "identifiant")
    let list = try boss.get("/invitations").page
    _ = try boss.submit(try list.form(to: "/invitations/1/retrait"))
    let typed = ["nom": "Paul", "identifiant": "paul", "mot_de_passe": password]
    #expect(try visitor.submit(invited, changing: typed).status == 410)
    #expect(try server.visitor().logIn("paul").status == 422)
  }

  @Test func `visitors learn nothing about learners from their profiles`() throws {
    try server.visitor().signUp("lea")
    let visitor = server.visitor()
    #expect(try visitor.get("/membres/1").status == 200)
    for number in [2, 3, 999] {
      let reply = try visitor.get("/membres/\(number)")
      #expect(reply.status == 303)
      #expect(reply.location == "/connexion?retour=%2Fmembres%2F\(number)")
    }
    #expect(try !visitor.get("/membres/1").body.contains("boss@"))
  }

  @Test func `every page of an administrator is sound markup`() throws {
    for path in ["/membres", "/membres?q=zzz", "/membres/1", "/invitations"] {
      let reply = try boss.get(path)
      #expect(reply.status == 200)
      #expect(reply.page.problems == [], "\(path)")
    }
  }
}
