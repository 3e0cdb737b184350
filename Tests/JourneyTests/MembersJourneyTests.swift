import TestSupport
import Testing

private let password = "cheval agrafe"

extension HTTPClient {
  /// Makes an account with nothing but names and a password.
  @discardableResult
  fileprivate func signUp(_ login: String, _ changes: [String: String] = [:]) throws -> Reply {
    let form = try get("/inscription").page.form(to: "/inscription")
    let fields = ["nom": login.uppercased(), "identifiant": login, "mot_de_passe": password]
    return try submit(form, changing: fields.merging(changes) { $1 })
  }

  fileprivate func logIn(
    _ login: String, _ password: String = password, at page: String = "/connexion",
    headers: [String: String] = [:]
  ) throws -> Reply {
    let form = try get(page).page.form(to: "/connexion")
    return try submit(
      form, changing: ["identifiant": login, "mot_de_passe": password], headers: headers)
  }
}

extension Reply {
  fileprivate var problems: [String] { page.all(".problems li").map(\.text) }
  fileprivate var notice: String { page.first(".notice")?.text ?? "" }
}

extension ServerProcess {
  fileprivate func member(_ words: [String], _ password: String? = nil) throws {
    let result = try PreauCommand.run(
      ["member", words[0], "--data", data.path] + words.dropFirst()
        + (password == nil ? [] : ["--password-stdin"]), stdin: password ?? "")
    #expect(result.status == 0, "\(result.stderr)")
  }

  /// A browser in which an administrator is logged in.
  fileprivate func administrator() throws -> HTTPClient {
    try member(["add", "boss", "--role", "administrator"], password)
    let boss = visitor()
    #expect(try boss.logIn("boss").location == "/mon-preau")
    return boss
  }
}

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

@Suite struct `Logging in under attack` {
  let server: ServerProcess

  init() throws { server = try ServerProcess(["--trusted-proxy", "127.0.0.1"]) }

  func visitor(from address: String) -> HTTPClient {
    let visitor = server.visitor()
    visitor.headers["X-Forwarded-For"] = address
    return visitor
  }

  @Test func `the same words and status whether or not the member exists`() throws {
    try server.visitor().signUp("lea")
    let known = try visitor(from: "192.0.2.1").logIn("lea", "autre chose")
    let unknown = try visitor(from: "192.0.2.2").logIn("nobody", "autre chose")
    #expect(known.status == 422)
    #expect(unknown.status == known.status)
    #expect(unknown.problems == known.problems)
    let length = { (reply: Reply, name: String) in reply.body.utf8.count - name.utf8.count }
    #expect(length(known, "lea") == length(unknown, "nobody"))
  }

  @Test(arguments: ["lea", "nobody"])
  func `after five failures one is told how long to wait`(login: String) throws {
    try server.visitor().signUp("lea")
    let attacker = visitor(from: "192.0.2.1")
    for _ in 1...5 { #expect(try attacker.logIn(login, "autre chose").status == 422) }
    let refused = try attacker.logIn(login, password)
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
    #expect(refused.problems.first?.contains("secondes") == true)
    // From elsewhere, the member is not held up.
    #expect(try visitor(from: "198.51.100.7").logIn("lea").status == 303)
  }

  @Test func `a classmate behind the same address cannot lock a member out`() throws {
    let lea = visitor(from: "192.0.2.1")
    try lea.signUp("lea")
    let home = try lea.get("/mon-preau")
    _ = try lea.submit(try home.page.form(to: "/deconnexion"))
    let classmate = visitor(from: "192.0.2.1")
    for _ in 1...5 { _ = try classmate.logIn("lea", "autre chose") }
    #expect(try classmate.logIn("lea").status == 429)
    #expect(try lea.logIn("lea").status == 303)
  }

  @Test func `a class of thirty logs in at once from one address, typos included`() async throws {
    for number in 1...30 { try visitor(from: "192.0.2.1").signUp("eleve\(number)") }
    let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
      for number in 1...30 {
        group.addTask {
          let pupil = visitor(from: "192.0.2.1")
          return try [
            pupil.logIn("eleve\(number)", "une faute").status,
            pupil.logIn("eleve\(number)", "deux fautes").status,
            pupil.logIn("eleve\(number)").status,
          ]
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.allSatisfy { $0 == [422, 422, 303] }, "\(statuses)")
  }
}

@Suite struct `A school behind one address` {
  let server: ServerProcess

  /// A small budget of wrong passwords, spent by one pupil on names that nobody has.
  init() throws {
    server = try ServerProcess([
      "--log-in-failures-per-address", "3", "--log-in-seconds-per-failure", "3600",
      "--sign-ups-per-hour", "4",
    ])
    try server.visitor().signUp("lea")
    for number in 1...6 { _ = try server.visitor().logIn("personne\(number)", "autre chose") }
  }

  @Test func `a right password is taken whatever one pupil typed`() throws {
    #expect(try server.visitor().logIn("lea").status == 303)
    #expect(try server.visitor().signUp("sami").status == 303)
  }

  @Test(arguments: ["lea", "nobody"])
  func `a wrong one makes that name wait, known or not, and no other`(login: String) throws {
    #expect(try server.visitor().logIn(login, "autre chose").status == 422)
    let refused = try server.visitor().logIn(login)
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
    #expect(refused.problems.first?.contains("seconde") == true)
    #expect(try server.visitor().logIn("personne7", "autre chose").status == 422)
  }

  @Test func `accounts have a budget of their own`() throws {
    for number in 1...3 { #expect(try server.visitor().signUp("eleve\(number)").status == 303) }
    let refused = try server.visitor().signUp("eleve4")
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After") != nil)
    #expect(try server.visitor().logIn("lea").status == 303)
  }
}

@Suite struct `Other members' addresses` {
  @Test func `cannot be tried one after the other`() throws {
    let server = try ServerProcess()
    try server.visitor().signUp("sami", ["courriel": "sami@x.fr"])
    let lea = server.visitor()
    try lea.signUp("lea", ["courriel": "lea@x.fr"])
    let form = try lea.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    func save(_ email: String) throws -> Reply {
      try lea.submit(form, changing: ["courriel": email])
    }
    for _ in 1...5 { #expect(try save("sami@x.fr").status == 422) }
    let taken = try save("sami@x.fr")
    #expect(taken.status == 429)
    #expect(taken.header("Retry-After") != nil)
    // The same for an address that nobody has; one's own profile is not held up.
    #expect(try save("personne@x.fr").status == 429)
    #expect(try save("lea@x.fr").status == 303)
    #expect(try save("").status == 303)
  }
}

@Suite struct `Writing when the session has ended` {
  let server: ServerProcess
  let lea: HTTPClient

  init() throws {
    server = try ServerProcess()
    lea = server.visitor()
    try lea.signUp("lea")
  }

  /// Léa writes; meanwhile her session ends; she sends what she wrote.
  func sendTooLate(
    _ typed: [String: String], at path: String = "/mon-preau/profil"
  ) throws -> Reply {
    let form = try lea.get(path).page.form(to: path)
    try server.member(["password", "lea"], password)
    return try lea.submit(form, changing: typed)
  }

  @Test func `the text is published when the same member is back`() throws {
    let late = try sendTooLate(["presentation": "Une longue réponse."])
    let address = try #require(late.location)
    #expect(address.hasPrefix("/connexion?garde="))
    #expect(try lea.get(address).notice.contains("gardé"))
    let back = try lea.logIn("lea", at: address)
    #expect(back.location == "/mon-preau/profil")
    #expect(try lea.get("/membres/1").page.text.contains("Une longue réponse."))
  }

  @Test func `what cannot be published comes back with its reason`() throws {
    let late = try sendTooLate(["nom": "", "presentation": "Une longue réponse."])
    let back = try lea.logIn("lea", at: try #require(late.location))
    #expect(back.status == 422)
    #expect(try back.page.form(to: "/mon-preau/profil")["presentation"] == "Une longue réponse.")
    #expect(try lea.get("/mon-preau").status == 200)
  }

  @Test func `nobody else ever sees it`() throws {
    let late = try sendTooLate(["presentation": "Rien que pour moi."])
    let address = try #require(late.location)
    let sami = server.visitor()
    try sami.signUp("sami")
    let back = try sami.follow(try sami.logIn("sami", at: address))
    #expect(!back.body.contains("Rien que pour moi."))
    #expect(try sami.get("/membres/1").status == 200)
    #expect(try !sami.get("/membres/1").body.contains("Rien que pour moi."))
    // It still waits for the one who wrote it.
    #expect(try lea.logIn("lea", at: address).location == "/mon-preau/profil")
    #expect(try lea.get("/membres/1").body.contains("Rien que pour moi."))
  }

  @Test func `what anyone may do is done without asking to log in`() throws {
    let home = try lea.get("/mon-preau").page
    try server.member(["password", "lea"], password)
    let english = try lea.submit(try home.form(to: "/langue"), pressing: "langue", follow: true)
    #expect(english.page.first("html")?["lang"] == "en")
    #expect(try lea.submit(try home.form(to: "/deconnexion")).location == "/")
  }

  @Test func `more than any post needs is given back, not kept`() throws {
    let text = String(repeating: "mot ", count: 40_000)
    let form = try lea.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    try server.member(["password", "lea"], password)
    let reply = try lea.post(
      "/mon-preau/profil",
      form: [("jeton", form["jeton"] ?? ""), ("nom", "Léa"), ("texte", text)],
      headers: ["Origin": lea.origin])
    #expect(reply.status == 413)
    #expect(reply.page.first("textarea")?.exactText.contains(text) == true)
  }

  @Test func `a password is never kept`() throws {
    let late = try sendTooLate(
      ["mot_de_passe": password, "nouveau_mot_de_passe": "tout autre chose"],
      at: "/mon-preau/mot-de-passe")
    #expect(late.location == "/connexion?retour=%2Fmon-preau%2Fmot-de-passe")
    #expect(try lea.logIn("lea", password).status == 303)
  }
}

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
    #expect(try boss.submit(form, changing: ["role": "administrator"]).status == 303)
    #expect(try lea.get("/membres?q=bo").page.links.contains { $0.address == "/membres/1" })
    let own = try boss.get("/membres/1").page.form(to: "/membres/1/role")
    #expect(try boss.submit(own, changing: ["role": "teacher"]).status == 303)
    let last = try lea.get("/membres/2").page.form(to: "/membres/2/role")
    #expect(try lea.submit(last, changing: ["role": "learner"]).status == 422)
    #expect(try lea.get("/membres").status == 200)
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
