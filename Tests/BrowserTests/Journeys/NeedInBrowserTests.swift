import TestSupport
import Testing

@Suite(.browser) struct `What somebody needs, in a browser` {
  /// A helper of pupils looks for what works on a telephone, narrows it twice, tells what happened
  /// with it, and asks to be told of what comes.
  @Test(arguments: [true, false])
  func `is found by choices, used, and asked for once more`(scripts: Bool) throws {
    let server = try ServerProcess(["--demo"])
    let odile = Person("odile", server.visitor(keepsAlive: true))
    try odile.logIn(password: "preau-demo")
    let browser = try server.browser(scripts: scripts)
    try browser.adopt(odile.web.cookies)
    func check() throws {
      if scripts { #expect(try browser.problemsHere() == []) }
    }
    func title() throws -> String { try browser.find(".search__outcome h2").text }

    try browser.open("/recherche")
    try check()
    try browser.find("#besoin option[value=\"appareils/telephone\"]").click()
    try browser.button("Voir ce qui existe").click()
    try browser.wait("nothing found") { try browser.has(".search__outcome .threads") }

    // A facet promises how many it leaves, and keeps its word.
    let promised = try browser.find(".facets li:has(> a[href*=\"genre=lien\"])").text
    try browser.find(".facets a[href*=\"genre=lien\"]").click()
    try browser.wait("not narrowed") { try browser.all(".filters li").count == 2 }
    #expect(try title().filter(\.isNumber) == promised.filter(\.isNumber))
    try browser.find(".facets a[href*=\"genre=tutoriel\"]").click()
    try browser.wait("not widened") { try browser.all(".filters li").count == 3 }
    try check()
    // Toggled once more, the second kind is gone; what else was chosen stays.
    try browser.find(".facets a[aria-current]:not([href*=\"genre=tutoriel\"])").click()
    try browser.wait("not taken back") { try browser.all(".filters li").count == 2 }
    let search = try browser.path

    try browser.link("Garder cette recherche et être prévenu des nouveautés").click()
    try check()
    try browser.find("#nom").fill("Sur un téléphone")
    try browser.button("Garder").click()
    try browser.wait("not kept") { try browser.path.hasPrefix("/recherches") }
    #expect(try browser.text.contains("Sur un téléphone"))
    try check()

    try browser.open(search)
    try browser.find(".threads h3 a").click()
    try browser.link("Raconter mon usage").click()
    try browser.find("#arrive").type("L’élève a suivi sur son téléphone, sans m’appeler.")
    try browser.find("#referait").click()
    try browser.button("Publier").click()
    try browser.wait("not told") { try browser.text.contains("sans m’appeler") }
    try check()
    #expect(try browser.consoleErrors() == [])
    #expect(try browser.foreignRequests() == [])
  }
}
