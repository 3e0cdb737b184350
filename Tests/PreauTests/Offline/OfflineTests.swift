import HTTP
import SQLite
import Testing

@testable import Preau

/// What the site gives to be kept, and what it has forgotten.
@Suite struct `What a device keeps` {
  private let community: Community

  init() throws {
    community = try Community()
    let answer = try community.post(
      "/tutoriels/nouveau",
      [
        ("titre", "Consigner"), ("texte", "## Le geste\n\nCouper."), ("licence", Licence.by.uri),
        ("langue-du-texte", "fr"), ("espace", "public"), ("action", "publier"), ("envoi", "un"),
      ], as: .insider)
    #expect(answer.status == 303)
    _ = try community.post("/tutoriels/1/publication", as: .insider)
  }

  @Test func `is a page without account, form or token`() throws {
    let copy = try community.get("/tutoriels/1?copie=oui", as: .insider)
    #expect(copy.status == 200)
    #expect(copy.text.contains("Couper.") && copy.text.contains("data-version=\"1\""))
    for part in ["<form", "<button", "jeton", "/mon-preau"] {
      #expect(!copy.text.contains(part), "\(part)")
    }
    #expect(
      copy.text.contains("rel=\"canonical\" href=\"http://preau.test/tutoriels/1-consigner\""))
    #expect(copy.text.contains("noindex"))
    for face in ["oui", "absente"] {
      let page = try community.get("/hors-ligne?copie=\(face)", as: .insider)
      #expect(page.status == 200)
      #expect(!page.text.contains("<form") && !page.text.contains("/mon-preau"))
    }
  }

  @Test func `is offered to members, on what is published`() throws {
    let page = "/tutoriels/1-consigner"
    #expect(try community.get(page, as: .learner).text.contains("data-keep=\"1\""))
    #expect(try !community.get(page).text.contains("data-keep"))
    #expect(try community.get("/hors-ligne").status == 303)
    #expect(try community.get("/mon-preau", as: .learner).text.contains("\"/hors-ligne\""))
    #expect(try community.get("/tutoriels/1?copie=oui", as: .learner).status == 200)
  }

  @Test func `is only what its reader may read`() throws {
    try community.site.database.write { db in
      try db.run("UPDATE tutorial SET space = 3 WHERE id = 1")
    }
    #expect(try community.get("/tutoriels/1?copie=oui", as: .insider).status == 200)
    #expect(try community.get("/tutoriels/1?copie=oui", as: .outsider).status == 404)
    #expect(try community.get("/tutoriels/1?copie=oui").status == 404)
  }

  @Test func `has a guardian at the top of the site, the same for all and never kept long`() throws
  {
    let guardian = try community.get("/gardien.js")
    #expect(guardian.status == 200)
    #expect(guardian["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(guardian["Cache-Control"] == "no-cache")
    #expect(guardian["Content-Security-Policy"]?.contains("script-src 'self'") == true)
    #expect(try community.get("/gardien.js", as: .learner).body == guardian.body)
  }

  @Test func `is not for who comes after a session that ended from elsewhere`() throws {
    #expect(try community.get("/connexion")["Clear-Site-Data"] == "\"storage\"")
    #expect(try community.get("/connexion?garde=x", as: .learner)["Clear-Site-Data"] == nil)
    #expect(try community.get("/tutoriels")["Clear-Site-Data"] == nil)
  }

  @Test(arguments: ["/deconnexion", "/mon-preau/sessions/fermeture"])
  func `is forgotten with the end of the session`(path: String) throws {
    let answer = try community.post(path, as: .learner)
    #expect(answer.status == 303)
    #expect(answer["Clear-Site-Data"] == "\"cache\", \"storage\"")
  }
}
