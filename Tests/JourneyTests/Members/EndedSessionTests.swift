import TestSupport
import Testing

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

  @Test func `what no browser says to come from here is given back, not kept`() throws {
    let form = try lea.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    try server.member(["password", "lea"], password)
    let fields = [("jeton", form["jeton"] ?? ""), ("nom", "Léa"), ("texte", "Forgé ?")]
    let bare = try lea.post("/mon-preau/profil", form: fields)
    #expect(bare.status == 403)
    #expect(bare.page.first("textarea")?.exactText == "Forgé ?")
    for (site, status) in [("same-site", 403), ("none", 403), ("same-origin", 303)] {
      let reply = try lea.post(
        "/mon-preau/profil", form: fields, headers: ["Sec-Fetch-Site": site])
      #expect(reply.status == status, "\(site)")
    }
  }

  @Test func `a password is never kept`() throws {
    let late = try sendTooLate(
      ["mot_de_passe": password, "nouveau_mot_de_passe": "tout autre chose"],
      at: "/mon-preau/mot-de-passe")
    #expect(late.location == "/connexion?retour=%2Fmon-preau%2Fmot-de-passe")
    #expect(try lea.logIn("lea", password).status == 303)
  }
}
