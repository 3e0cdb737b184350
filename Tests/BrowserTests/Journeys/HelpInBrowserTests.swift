import TestSupport
import Testing

@Suite(.browser) struct `A request for help, in a browser` {
  @Test(arguments: [true, false])
  func `is claimed, handed over, resolved and read about`(scripts: Bool) throws {
    let community = try Community()
    let zoe = try community.referent("zoe", of: .open)
    let yann = try community.referent("yann", of: .open)
    let marc = try community.member("marc")
    let thread = try marc.ask("Mon casque se tait")
    let browser = try community.server.browser(scripts: scripts)
    func check() throws {
      if scripts { #expect(try browser.problemsHere() == []) }
    }

    try browser.adopt(zoe.web.cookies)
    try browser.open("/espaces/accueil/bureau")
    try check()
    try browser.find("[formaction$=\"/prise-en-charge\"]").click()
    try browser.wait("not claimed") { try browser.path.hasPrefix(thread) }
    try browser.find("a[href$=\"/relais\"]").click()
    try check()
    try browser.find("#a").choose("yann")
    try browser.find("#texte").type("Modèle demandé.")
    try browser.button("Passer la main").click()
    try browser.wait("not handed over") { try browser.text.contains("suivie par yann") }

    try browser.adopt(yann.web.cookies)
    try browser.open("/espaces/accueil/bureau?liste=miennes")
    try browser.link("Mon casque se tait").click()
    #expect(try browser.text.contains("Modèle demandé."))
    try browser.find("#texte").type("Coupez puis remettez le Bluetooth.")
    try browser.button("Publier la réponse").click()
    try browser.wait("no reply") { try browser.text.contains("remettez le Bluetooth") }
    try browser.find("[formaction$=\"/resolution\"]").click()
    try browser.wait("not resolved") { try !browser.has("[formaction$=\"/resolution\"]") }

    try browser.adopt(marc.web.cookies)
    try browser.open("/notifications")
    try check()
    #expect(try browser.text.contains("Votre demande est notée comme résolue"))
    try browser.button("Tout marquer comme lu").click()
    try browser.wait("not read") { try browser.text.contains("Tout est marqué comme lu") }
    try browser.open(thread)
    #expect(try !browser.text.contains("Modèle demandé."))
    #expect(try browser.consoleErrors() == [])
    #expect(try browser.foreignRequests() == [])
  }

  /// Asked weeks later: the demo has questions that are old enough.
  @Test(arguments: [true, false])
  func `is told about when it was put into practice, or not`(scripts: Bool) throws {
    let server = try ServerProcess(["--demo"])
    let browser = try server.browser(scripts: scripts)
    try browser.logIn("camille", password: "preau-demo")
    try browser.find("a[href$=\"/usage\"]").click()
    try browser.wait("no question") { try browser.has("[name=\"usage\"]") }
    if scripts { #expect(try browser.problemsHere() == []) }
    try browser.find("[name=\"usage\"][value=\"no\"]").click()
    try browser.find("#texte").type("Le wifi coupe.")
    try browser.button("Envoyer").click()
    try browser.wait("not thanked") { try !browser.has("[name=\"usage\"]") }
    let yann = Person("yann", server.visitor())
    try yann.logIn(password: "preau-demo")
    try browser.adopt(yann.web.cookies)
    try browser.open("/espaces/entraide-numerique/bureau/besoins")
    #expect(try browser.text.contains("Le wifi coupe."))
    #expect(try browser.consoleErrors() == [])
  }
}
