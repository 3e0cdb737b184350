import TestSupport
import Testing

@Suite(.browser) struct `A tutorial that a device keeps` {
  private static func write(_ person: Person) throws {
    var form = try person.web.get("/tutoriels/nouveau").page.form(with: "resume")
    try form.attach(
      .init(
        name: "schema.png", type: "image/png", bytes: PNGPicture.bytes(width: 40, height: 30)),
      to: "fichier")
    let made = try person.web.submit(
      form,
      changing: [
        "titre": "Consigner", "texte": "## Le geste\n\nCouper.", "espace": "accueil",
        "fichier-description": "Le schéma",
      ], pressing: "publier")
    try publish(person, made)
  }

  private static func publish(_ person: Person, _ saved: Reply) throws {
    #expect(saved.status == 303)
    let workshop = try person.web.get("/tutoriels/1/atelier")
    try person.press("Publier", on: workshop)
  }

  /// What the page shows once its script has run.
  private static func said(_ browser: Browser) throws -> String {
    try browser.find("[data-said]").text
  }

  private static func caches(_ browser: Browser) throws -> JSON {
    try browser.executeAsyncScript("const [done] = arguments; caches.keys().then(done)")
  }

  @Test func `opens without the network, is renewed with it, and goes with its reader`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    try Self.write(marc)
    _ = try community.newcomer("lina")
    let browser = try community.server.browser()
    try browser.logIn("lina")
    let page = "/tutoriels/1-consigner"
    try browser.open(page)
    try browser.button("Garder hors ligne").click()
    try browser.wait("not kept") { try Self.said(browser).hasPrefix("Gardé sur cet appareil") }
    #expect(try browser.problemsHere() == [])
    try browser.executeAsyncScript(
      "const [done] = arguments; navigator.serviceWorker.ready.then(() => done())")

    // A newer version is kept as soon as somebody looks.
    var edit = try marc.web.get("/tutoriels/1/modifier").page.form(with: "resume")
    try edit.set("texte", to: edit["texte"].map { $0 + "\n\nEt vérifier." } ?? "")
    try Self.publish(marc, marc.web.submit(edit, pressing: "publier"))
    try browser.open("/hors-ligne")
    try browser.wait("not renewed") {
      try Self.said(browser).contains("version plus récente")
    }
    #expect(try browser.find("[data-items] h3").text == "Consigner")
    #expect(try browser.problemsHere() == [])

    let port = community.server.port
    try community.server.kill()
    try browser.open(page)
    #expect(try browser.find("[data-version]").text.contains("Copie gardée sur cet appareil"))
    #expect(try browser.text.contains("Et vérifier."))
    #expect(try !browser.has("form"))
    #expect(try Axe.violations(in: browser) == [])
    let picture = try browser.executeScript(
      "return [document.images[0].naturalWidth, document.styleSheets[0].cssRules.length > 0]")
    #expect(picture == [40, true])
    try browser.open("/fils")
    #expect(try browser.title.hasPrefix("Pas de réseau"))
    #expect(try Axe.violations(in: browser) == [])
    try browser.link("Consigner").click()
    #expect(try browser.text.contains("Couper."))
    try browser.open("/hors-ligne")
    try browser.wait("no size") { try browser.find("[data-total]").text.hasSuffix("ko") }

    let server = try ServerProcess(
      environment: ["PREAU_POSTING_LIMITS": "off"], data: community.server.data, port: port)
    try browser.logOut()
    #expect(try Self.caches(browser) == [])
    try browser.logIn("marc")
    try browser.open("/hors-ligne")
    #expect(try browser.find("[data-none]").isDisplayed)
    try server.kill()
    #expect(throws: BrowserError.self) { try browser.open(page) }
  }

  @Test func `is not offered without JavaScript`() throws {
    let community = try Community()
    try Self.write(community.member("marc"))
    let browser = try community.server.browser(scripts: false)
    try browser.logIn("marc")
    try browser.open("/tutoriels/1-consigner")
    #expect(try !browser.find("[data-do-keep]").isDisplayed)
    try browser.open("/hors-ligne")
    #expect(try browser.find("[data-impossible]").isDisplayed)
    #expect(try browser.find("[data-impossible]").text.contains("s’imprime"))
  }
}
