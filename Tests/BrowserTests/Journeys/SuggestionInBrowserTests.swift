import TestSupport
import Testing

@Suite(.browser) struct `What readers say of a tutorial, in a browser` {
  private let community: Community
  private let marc: Person
  private let rose: Person

  init() throws {
    community = try Community()
    marc = try community.member("marc")
    rose = try community.member("rose")
  }

  private func check(_ browser: Browser, _ scripts: Bool) throws {
    if scripts { #expect(try browser.problemsHere() == []) }
  }

  private func publish(_ browser: Browser) throws {
    try browser.adopt(marc.web.cookies)
    try browser.open("/tutoriels/nouveau")
    try browser.find("#titre").type("Consigner une installation")
    try browser.find("#texte").type(
      "## Le besoin\n\nOuvrir l’armoire sans risque.\n\n## Le geste\n\n1. Couper\n2. Cadenasser")
    try browser.button("Enregistrer le brouillon").click()
    try browser.wait("no workshop") { try browser.path == "/tutoriels/1/atelier" }
    try browser.button("Publier").click()
    try browser.wait("not published") { try !browser.has("[formaction$=\"publication\"]") }
  }

  private static let address = "/tutoriels/1-consigner-une-installation"

  @Test(arguments: [true, false])
  func `from a correction to the name of who made it`(scripts: Bool) throws {
    let browser = try community.server.browser(scripts: scripts)
    try publish(browser)
    try browser.adopt(rose.web.cookies)
    try browser.open(Self.address)
    try check(browser, scripts)
    try browser.find("a[href*=\"corriger\"][href*=\"partie-le-geste\"]").click()
    try check(browser, scripts)
    try browser.find("#texte").type("\n3. Vérifier")
    try browser.button("Envoyer aux auteurs").click()
    try browser.wait("no problem") { try browser.text.contains("Dites en une phrase pourquoi") }
    #expect(try browser.find("#texte").value.contains("3. Vérifier"))
    try check(browser, scripts)
    try browser.find("#raison").type("Sans vérifier, on ne sait rien.")
    try browser.button("Envoyer aux auteurs").click()
    try browser.wait("not sent") { try browser.path == "/tutoriels/1/corrections/1" }
    try check(browser, scripts)

    try browser.adopt(marc.web.cookies)
    try browser.open("/notifications")
    try browser.find("main a[href=\"/tutoriels/1/corrections/1\"]").click()
    try browser.wait("no suggestion") { try browser.path == "/tutoriels/1/corrections/1" }
    #expect(try browser.find(".difference ins").text.contains("Vérifier"))
    try check(browser, scripts)
    try browser.button("Accepter la correction").click()
    try browser.wait("not accepted") { try browser.path == "/tutoriels/1/corrections" }
    try check(browser, scripts)
    try browser.open("/tutoriels/1/atelier")
    try browser.button("Publier").click()
    try browser.wait("not published") { try !browser.has("[formaction$=\"publication\"]") }
    try browser.adopt(rose.web.cookies)
    try browser.open(Self.address)
    #expect(try browser.text.contains("Avec l’aide de"))
    #expect(try browser.find(".tutorial__text").text.contains("Vérifier"))
    #expect(try browser.consoleErrors() == [])
  }

  @Test(arguments: [true, false])
  func `from a remark on a section and one on a passage to their answers`(scripts: Bool) throws {
    let browser = try community.server.browser(scripts: scripts)
    try publish(browser)
    try browser.adopt(rose.web.cookies)
    try browser.open(Self.address)
    try browser.find("a[href*=\"remarquer\"][href*=\"partie-le-geste\"]").click()
    try check(browser, scripts)
    try browser.find("#texte").type("Avec quel cadenas ?")
    try browser.button("Envoyer").click()
    try browser.wait("not sent") { try browser.path.hasPrefix(Self.address) }
    #expect(try browser.text.contains("Avec quel cadenas ?"))
    try browser.link("Citer un passage").click()
    try browser.find("#passage").type("l'armoire")
    try browser.find("#texte").type("Laquelle ?")
    try check(browser, scripts)
    try browser.button("Envoyer").click()
    try browser.wait("not sent") { try browser.path.hasPrefix(Self.address) }
    #expect(try browser.find(".annotations .words__quote").text == "l’armoire")
    try check(browser, scripts)

    try browser.adopt(marc.web.cookies)
    try browser.open("/remarques/2")
    try browser.find("a[href*=\"repond=2\"]").click()
    try check(browser, scripts)
    try browser.find("#texte").type("Celle du fond.")
    try browser.button("Envoyer").click()
    try browser.wait("not answered") { try browser.path.hasPrefix(Self.address) }
    try browser.find("[formaction=\"/remarques/2/reglee\"]").click()
    try browser.wait("not settled") { try browser.find(".annotations").text.contains("Réglé") }
    #expect(try browser.find(".annotations").text.contains("Celle du fond."))
    try check(browser, scripts)
    #expect(try browser.consoleErrors() == [])
  }
}
