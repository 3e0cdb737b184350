import TestSupport
import Testing

@Suite struct `Making an account and using it` {
  let server: ServerProcess

  init() throws { server = try ServerProcess() }

  @Test func `without an e-mail address, out and in again`() throws {
    let lea = server.visitor()
    let welcome = try lea.follow(try lea.signUp("léa.martin", ["nom": "Léa"]))
    #expect(welcome.page.h1 == "Bonjour, Léa")
    #expect(welcome.notice.hasPrefix("Bienvenue"))
    let out = try lea.submit(try welcome.page.form(to: "/deconnexion"))
    #expect(out.location == "/")
    #expect(try lea.get("/mon-preau").location == "/connexion?retour=%2Fmon-preau")
    let back = try lea.logIn(" LÉA.Martin", at: "/connexion?retour=%2Fmon-preau%2Fprofil")
    #expect(back.location == "/mon-preau/profil")
  }

  @Test func `mistakes are listed, text comes back, passwords never do`() throws {
    let reply = try server.visitor().signUp(
      "léa martin", ["nom": "<Léa> & \"co\"", "mot_de_passe": "court99", "courriel": "léa"])
    #expect(reply.status == 422)
    #expect(reply.page.title.hasPrefix("Erreur"))
    #expect(reply.problems.count == 3)
    let form = try reply.page.form(to: "/inscription")
    #expect(form["nom"] == "<Léa> & \"co\"")
    #expect(form["identifiant"] == "léa martin")
    #expect(form["mot_de_passe"] == "")
    #expect(!reply.body.contains("court99"))
    #expect(reply.page.problems == [])
  }

  @Test func `a taken name is said, with one that is free`() throws {
    try server.visitor().signUp("lea")
    let second = try server.visitor().signUp("LEA")
    #expect(second.status == 422)
    let free = try #require(second.problems.first?.split(separator: " ").last.map(String.init))
    #expect(try server.visitor().signUp(free).status == 303)
  }

  @Test func `open sign-up gives no role that others vouch for`() throws {
    let visitor = server.visitor()
    var form = try visitor.get("/inscription").page.form(to: "/inscription")
    form.remove("role")
    let request = form.entries(pressing: nil).map { ($0.name, $0.value) }
    let typed = [
      ("nom", "Léa"), ("identifiant", "lea"), ("mot_de_passe", password),
      ("role", "administrator"),
    ]
    let token = request.filter { $0.0 == "jeton" }
    #expect(try visitor.post("/inscription", form: token + typed).status == 422)
    #expect(try server.visitor().logIn("lea").status == 422)
  }

  @Test func `each log-in has a new token, and ends the one before in that browser`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let first = try #require(lea.cookies["preau"])
    let form = try lea.get("/connexion?garde=x").page.form(to: "/connexion")
    let again = try lea.submit(
      form, changing: ["identifiant": "lea", "mot_de_passe": password])
    #expect(again.status == 303)
    #expect(lea.cookies["preau"] != first)
    let old = server.visitor()
    old.cookies["preau"] = first
    #expect(try old.get("/mon-preau").status == 303)
    #expect(try lea.get("/mon-preau").status == 200)
  }

  @Test func `every page about oneself is sound markup`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    for path in [
      "/mon-preau", "/mon-preau/profil", "/mon-preau/confort", "/mon-preau/mot-de-passe",
      "/mon-preau/sessions", "/mon-preau/flux", "/mon-preau/suppression", "/membres/1",
      "/deconnexion", "/mot-de-passe-perdu",
    ] {
      let reply = try lea.get(path)
      #expect(reply.status == 200, "\(path)")
      #expect(reply.page.problems == [], "\(path)")
    }
  }

  @Test(arguments: ["/mon-preau/mot-de-passe", "/mon-preau/suppression"])
  func `a form with a password tells password managers whose it is`(path: String) throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let page = try lea.get(path).page
    let field = try #require(page.first("form[action='\(path)'] [autocomplete='username']"))
    #expect(field["value"] == "lea")
    #expect(field["hidden"] != nil)
  }

  @Test func `sessions are listed and ended from afar`() throws {
    let here = server.visitor()
    try here.signUp("lea")
    let there = server.visitor()
    there.headers["User-Agent"] = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Firefox/130.0"
    _ = try there.logIn("lea")
    let list = try here.get("/mon-preau/sessions")
    #expect(list.page.text.contains("Firefox, Android"))
    let form = try #require(
      list.page.forms.first { $0.action.contains("/sessions/2/") })
    #expect(try here.submit(form).status == 303)
    #expect(try there.get("/mon-preau").status == 303)
    #expect(try here.get("/mon-preau").status == 200)
    let all = try here.get("/mon-preau/sessions").page.form(to: "/mon-preau/sessions/fermeture")
    #expect(try here.submit(all).location == "/connexion")
    #expect(try here.get("/mon-preau").status == 303)
  }

  @Test func `a new password ends the other sessions`() throws {
    let here = server.visitor()
    try here.signUp("lea")
    let there = server.visitor()
    _ = try there.logIn("lea")
    let form = try here.get("/mon-preau/mot-de-passe").page.form(to: "/mon-preau/mot-de-passe")
    let wrong = try here.submit(
      form, changing: ["mot_de_passe": "autre chose", "nouveau_mot_de_passe": "tout autre chose"])
    #expect(wrong.status == 422)
    let right = try here.submit(
      form, changing: ["mot_de_passe": password, "nouveau_mot_de_passe": "tout autre chose"])
    #expect(right.status == 303)
    #expect(try here.get("/mon-preau").status == 200)
    #expect(try there.get("/mon-preau").status == 303)
    #expect(try server.visitor().logIn("lea").status == 422)
    #expect(try server.visitor().logIn("lea", "tout autre chose").status == 303)
  }

  @Test func `reading comfort is tried out before it is kept`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let form = try lea.get("/mon-preau/confort").page.form(to: "/mon-preau/confort")
    let choice = ["taille": "larger", "caracteres": "dyslexic"]
    let trial = try lea.submit(form, changing: choice, pressing: "essai")
    #expect(trial.page.first("html")?["data-size"] == "larger")
    #expect(try lea.get("/mon-preau").page.first("html")?["data-size"] == nil)
    _ = try lea.submit(form, changing: choice)
    #expect(try lea.get("/mon-preau").page.first("html")?["data-typeface"] == "dyslexic")
  }

  @Test func `what one says of oneself is rendered, and harmless`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let form = try lea.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    _ = try lea.submit(
      form, changing: ["presentation": "**CAP** <script>alert(1)</script>", "courriel": "l@x.fr"])
    let profile = try lea.get("/membres/1")
    #expect(profile.page.first(".prose strong")?.text == "CAP")
    #expect(!profile.body.contains("<script>alert"))
    #expect(!profile.body.contains("l@x.fr"))
    #expect(try lea.get("/mon-preau/profil").page.form(with: "courriel")["courriel"] == "l@x.fr")
  }

  @Test func `an account is deleted with its password, and its name is free again`() throws {
    let lea = server.visitor()
    try lea.signUp("lea")
    let sami = server.visitor()
    try sami.signUp("sami")
    let page = try lea.get("/mon-preau/suppression").page
    let form = try page.form(to: "/mon-preau/suppression")
    #expect(try lea.submit(form, changing: ["mot_de_passe": "autre chose"]).status == 422)
    #expect(try lea.submit(form, changing: ["mot_de_passe": password]).location == "/")
    #expect(try lea.get("/mon-preau").status == 303)
    #expect(try sami.get("/membres/1").status == 404)
    #expect(try server.visitor().logIn("lea").status == 422)
    #expect(try server.visitor().signUp("lea").status == 303)
  }
}
