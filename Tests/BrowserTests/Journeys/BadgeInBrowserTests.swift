import TestSupport
import Testing

@Suite(.browser) struct `A badge in a browser` {
  private let community: Community
  private let admin: Person
  private let lina: Person

  init() throws {
    community = try Community()
    admin = try community.person("admin")
    lina = try community.newcomer("lina", name: "Lina Petit")
  }

  private func check(_ browser: Browser, _ scripts: Bool) throws {
    if scripts { #expect(try browser.problemsHere() == []) }
  }

  /// The administrator writes and opens a kind of badge.
  private func make(_ browser: Browser) throws {
    try browser.adopt(admin.web.cookies)
    try browser.open("/badges/nouveau")
    try browser.find("#nom").type("Répond avec patience")
    try browser.find("#description").type("Aide sans se moquer.")
    try browser.find("#criteres").type("Trois réponses.")
    try browser.button("Enregistrer").click()
    try browser.wait("no badge") { try browser.path == "/badges/1-repond-avec-patience" }
    try browser.button("Ouvrir").click()
    try browser.wait("not open") { try !browser.has("[formaction$=\"ouvrir\"]") }
  }

  private func decide(_ browser: Browser, _ verdict: String, _ words: String) throws {
    try browser.adopt(admin.web.cookies)
    try browser.open("/badges/demandes")
    try browser.find("main a[href^=\"/badges/demandes/\"]").click()
    try browser.wait("no request") { try browser.has("input[value=\"\(verdict)\"]") }
    try browser.find("input[value=\"\(verdict)\"]").click()
    try browser.find("#mots").type(words)
    try browser.button("Envoyer").click()
    try browser.wait("not decided") { try browser.path == "/badges/demandes" }
    try browser.adopt(lina.web.cookies)
  }

  /// - Returns: the address of what is shown.
  private func share(_ browser: Browser, _ scripts: Bool) throws -> String {
    try browser.find("#nom").type("Lina P.")
    try browser.button("Créer un lien").click()
    try browser.wait("no link") { try browser.path.hasPrefix("/mes-badges/liens/") }
    try check(browser, scripts)
    try browser.link("Voir la page").click()
    try browser.wait("nothing shown") { try browser.path.hasPrefix("/b/") }
    return try browser.path
  }

  /// The pages of a collection, for its learner and for whoever has the link.
  private func lookAtCollection(_ browser: Browser) throws {
    try browser.open("/mes-badges/collections")
    try check(browser, true)
    try browser.find("#titre").type("Pour mon stage")
    try browser.button("Créer la collection").click()
    try browser.wait("no collection") { try browser.has("[name=\"badge\"]") }
    try browser.find("[name=\"badge\"]").click()
    try browser.button("Ajouter").click()
    try browser.wait("not added") { try browser.has(".badge-places") }
    try check(browser, true)
    try browser.button("Créer un lien").click()
    try browser.wait("no link") { try browser.path.hasPrefix("/mes-badges/collections/liens/") }
    try browser.link("Voir la page").click()
    try browser.wait("nothing shown") { try browser.path.hasPrefix("/c/") }
    try check(browser, true)
    try browser.setWindow(width: 320, height: 640)
    #expect(try !browser.scrollsSideways())
  }

  @Test(arguments: [true, false])
  func `from its making to the end of the link that showed it`(scripts: Bool) throws {
    let browser = try community.server.browser(scripts: scripts)
    try make(browser)
    try browser.adopt(lina.web.cookies)
    try browser.open("/badges/1-repond-avec-patience")
    try browser.link("Demander ce badge").click()
    try browser.find("#mots").type("J’ai aidé Enzo.")
    try browser.find("#preuves").type("/fils/1")
    try browser.button("Envoyer").click()
    try browser.wait("not asked") { try browser.text.contains("attend une réponse") }
    try decide(browser, "rendre", "Il en faut trois.")
    try browser.open("/badges/1/demander")
    #expect(try browser.text.contains("Il en faut trois."))
    try browser.find("#mots").type(" Puis Sami et Maya.")
    try browser.button("Envoyer").click()
    try browser.wait("not asked") { try browser.text.contains("attend une réponse") }
    try decide(browser, "accepter", "Elle attend que l’autre ait compris.")
    try browser.open("/mes-badges/1")
    try check(browser, scripts)
    try browser.button("Prendre ce badge").click()
    try browser.wait("not taken") { try browser.has("#liens") }
    try check(browser, scripts)
    let link = try share(browser, scripts)

    if scripts { try lookAtCollection(browser) }
    try browser.clearCookies()
    try browser.open(link)
    #expect(try !browser.scrollsSideways())
    #expect(try browser.text.contains("Gagné par Lina P."))
    try check(browser, scripts)
    try browser.link("Vérifier").click()
    try browser.wait("no verdict") { try browser.has(".verdict") }
    #expect(try browser.find(".verdict").attribute("data-state") == "valid")
    try check(browser, scripts)
    try browser.open(link + "/integrer")
    try check(browser, scripts)

    try browser.adopt(lina.web.cookies)
    try browser.open("/mes-badges/1")
    try browser.button("Retirer ce lien").click()
    try browser.wait("not withdrawn") { try browser.text.contains("Lien retiré") }
    try browser.clearCookies()
    try browser.open(link)
    #expect(try browser.text.contains("Ce lien ne montre plus rien"))
    #expect(try browser.foreignRequests() == [])
  }
}
