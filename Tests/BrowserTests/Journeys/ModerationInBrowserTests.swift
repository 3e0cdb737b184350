import TestSupport
import Testing

@Suite(.browser) struct `Looking after a space, in a browser` {
  private let community: Community
  private let yann: Person
  private let marc: Person

  init() throws {
    community = try Community()
    yann = try community.referent("yann", of: .open)
    marc = try community.member("marc")
  }

  private func check(_ browser: Browser, _ scripts: Bool) throws {
    if scripts { #expect(try browser.problemsHere() == []) }
  }

  @Test(arguments: [true, false])
  func `from a report to a decision that is contested`(scripts: Bool) throws {
    let rose = try community.member("rose")
    let thread = try marc.ask("Une question", "Un mot de trop.")
    let browser = try community.server.browser(scripts: scripts)
    try browser.adopt(rose.web.cookies)
    try browser.open(thread)
    try browser.link("Signaler").click()
    try check(browser, scripts)
    try browser.button("Signaler aux référents").click()
    try browser.wait("not reported") { try browser.path.hasPrefix(thread) }

    try browser.adopt(yann.web.cookies)
    try browser.open("/signalements")
    try check(browser, scripts)
    try browser.find("[formaction$=\"/prise\"]").click()
    try browser.wait("not taken") { try browser.text.contains("Vous vous en occupez") }
    if try !browser.has("[name=\"decision\"]") {
      try browser.find("main a[href^=\"/signalements/\"]").click()
    }
    try browser.find("[name=\"decision\"][value=\"hide\"]").click()
    try browser.find("#motif").choose("Propos blessants ou moqueurs")
    try check(browser, scripts)
    try browser.button("Décider et prévenir").click()
    try browser.wait("not decided") { try !browser.has("[name=\"decision\"]") }

    try browser.adopt(rose.web.cookies)
    try browser.open("/mon-preau/decisions")
    #expect(try browser.text.contains("n’est plus visible"))
    try browser.adopt(marc.web.cookies)
    try browser.open("/mon-preau/decisions")
    #expect(try browser.text.contains("Un référent a masqué votre message."))
    try check(browser, scripts)
    try browser.find("a[href^=\"/mon-preau/decisions/\"]").click()
    try browser.find("#texte").type("Je parlais de moi.")
    try browser.button("Envoyer").click()
    try browser.wait("not contested") { try browser.text.contains("Vous avez contesté") }

    try browser.adopt(try community.person("admin").web.cookies)
    try browser.open("/signalements")
    #expect(try browser.text.contains("Décision contestée"))
    #expect(try browser.consoleErrors() == [])
  }

  @Test(arguments: [true, false])
  func `from a question without a name to the name that a référent looks at`(scripts: Bool) throws {
    try yann.press("Permettre", on: "/espaces/accueil/moderation")
    let browser = try community.server.browser(scripts: scripts)
    try browser.adopt(marc.web.cookies)
    try browser.open("/fils/nouveau")
    try browser.find("#espace").choose("Accueil")
    try browser.find("#titre").type("Je n’ose pas demander")
    try browser.find("#texte").type("Comment recharge-t-on la carte ?")
    try browser.find("#sans-nom").click()
    try browser.button("Publier").click()
    try browser.wait("not published") { try browser.path.hasPrefix("/fils/1-") }
    let thread = try browser.path
    #expect(try browser.text.contains("vous écrivez sans votre nom"))

    try browser.adopt(yann.web.cookies)
    try browser.open(thread)
    #expect(try !browser.find("article.post").text.contains("marc"))
    #expect(try browser.find("article.post").text.contains("Auteur"))
    try browser.find("[formaction$=\"/nom\"]").click()
    try browser.wait("no name") { try browser.text.contains("marc") }
    try check(browser, scripts)
    try browser.open("/espaces/accueil/journal")
    #expect(try browser.text.contains("Nom d’un auteur regardé"))
    #expect(try browser.consoleErrors() == [])
  }

  @Test(arguments: [true, false])
  func `from a post that waits to one that is published`(scripts: Bool) throws {
    let choice = try yann.web.get("/espaces/accueil/relecture").page
    _ = try yann.web.submit(
      choice.form(to: "/espaces/accueil/relecture"), changing: ["relecture": "everything"])
    let browser = try community.server.browser(scripts: scripts)
    try browser.adopt(marc.web.cookies)
    try browser.open("/fils/nouveau")
    try browser.find("#espace").choose("Accueil")
    try browser.find("#titre").type("Une question qui attend")
    try browser.find("#texte").type("Mon texte.")
    try browser.button("Publier").click()
    try browser.wait("not held") { try browser.text.contains("En attente de relecture") }
    try check(browser, scripts)

    try browser.adopt(yann.web.cookies)
    try browser.open("/signalements")
    #expect(try browser.text.contains("Une question qui attend"))
    try browser.find("[formaction$=\"/publication\"]").click()
    try browser.wait("not published") { try !browser.text.contains("Mon texte.") }

    try browser.adopt(marc.web.cookies)
    try browser.open("/notifications")
    #expect(try browser.text.contains("Votre message est publié"))
    try browser.find("main a[href^=\"/fils/\"]").click()
    try browser.wait("not read") { try browser.path.hasPrefix("/fils/") }
    #expect(try browser.text.contains("Mon texte."))
    #expect(try browser.consoleErrors() == [])
  }
}
