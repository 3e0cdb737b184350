import Foundation
import TestSupport
import Testing

@Suite(.browser) struct `A browser in the tests` {
  private static let form = """
    <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Formulaire</title>
    <meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
    <body><main><h1>Écrire</h1>
    <form action="/recu.html"><label for="titre">Titre du fil</label><input id="titre" name="titre">
    <label>Espace <select name="espace"><option>Accueil</option><option>Inclusion</option></select>
    </label><button>Publier</button></form>
    <p><a href="/recu.html">Lire la suite</a></p><p id="script"></p><noscript><p id="sans">Sans
    script</p></noscript></main><script src="/script.js"></script></body></html>
    """
  private static let received = """
    <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Reçu</title><link rel="icon" href="data:,"></head>
    <body><main><h1>Merci</h1></main></body></html>
    """
  private static let style = """
    body { background: #fff; color: #222; } 
    @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } a { color: #9cf } }
    """

  private func site(_ more: [String: String] = [:]) throws -> StaticSite {
    let script = "document.getElementById('script').textContent = 'avec script';"
    let pages = [
      "form.html": Self.form, "recu.html": Self.received, "style.css": Self.style,
      "script.js": script,
    ]
    return try StaticSite(pages.merging(more) { $1 })
  }

  @Test(arguments: [true, false])
  func `a person fills in a form, with and without scripts`(scripts: Bool) throws {
    let site = try site()
    let browser = try Browser(origin: site.origin, scripts: scripts, keeping: site)
    try browser.open("/form.html")
    #expect(try browser.title == "Formulaire")
    #expect(try browser.find("#script").text == (scripts ? "avec script" : ""))
    #expect(try browser.has("#sans") == !scripts)

    try browser.field("Titre du fil").type("L’été")
    #expect(try browser.focused.attribute("name") == "titre")
    #expect(try browser.find("#titre").value == "L’été")
    #expect(try browser.find("#titre").accessibleName == "Titre du fil")
    try browser.field("Espace").choose("Inclusion")
    try browser.button("Publier").click()
    try browser.wait { try browser.title == "Reçu" }
    #expect(try browser.path == "/recu.html?titre=L%E2%80%99%C3%A9t%C3%A9&espace=Inclusion")
    #expect(try browser.page.h1 == "Merci")
  }

  @Test func `links, keys and going back`() throws {
    let site = try site()
    let browser = try Browser(origin: site.origin, keeping: site)
    try browser.open("/form.html")
    #expect(try browser.executeScript("return navigator.language").string == "fr")
    try browser.press(.tab)
    #expect(try browser.focused.tag == "input")
    try browser.press(.tab, holding: .shift)
    try browser.link("Lire la suite").click()
    try browser.wait { try browser.path == "/recu.html" }
    try browser.back()
    try browser.wait { try browser.path == "/form.html" }
  }

  @Test func `light and dark look different`() throws {
    let site = try site()
    let browser = try Browser(origin: site.origin, keeping: site)
    try browser.setColorScheme(.dark)
    try browser.open("/form.html")
    #expect(try browser.find("body").css("background-color") == "rgba(17, 17, 17, 1)")
    try browser.setColorScheme(.light)
    #expect(try browser.find("body").css("background-color") == "rgba(255, 255, 255, 1)")
  }

  @Test func `a phone's width is exact, and what does not fit is seen`() throws {
    let wide = Self.form.replacingOccurrences(
      of: "<h1>", with: "<div style=\"width:400px\">x</div><h1>")
    let site = try site(["wide.html": wide])
    for scripts in [true, false] {
      let browser = try Browser(origin: site.origin, scripts: scripts, keeping: site)
      try browser.setWindow(width: 320, height: 640)
      try browser.open("/form.html")
      #expect(try browser.executeScript("return innerWidth").int == 320)
      #expect(try !browser.scrollsSideways())
      try browser.open("/wide.html")
      #expect(try browser.scrollsSideways())
    }
  }

  @Test func `a screenshot shows the whole page`() throws {
    let site = try site()
    let browser = try Browser(origin: site.origin, keeping: site)
    try browser.setWindow(width: 360, height: 100)
    try browser.open("/form.html")
    let folder = try TemporaryFolder()
    try browser.screenshot(to: folder.file("page.png"))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.file("page.png"))))
    #expect(bytes.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    // The width and the height stand in the first chunk, from byte 16.
    #expect(Int(bytes[18]) * 256 + Int(bytes[19]) == 360)
    #expect(Int(bytes[22]) * 256 + Int(bytes[23]) > 100)
  }

  @Test func `axe finds nothing on a good page and names what is wrong on a bad one`() throws {
    let bad = Self.form.replacingOccurrences(
      of: "<label for=\"titre\">Titre du fil</label>", with: "")
    let site = try site(["bad.html": bad])
    let browser = try Browser(origin: site.origin, keeping: site)
    for scheme in Browser.ColorScheme.allCases {
      try browser.setColorScheme(scheme)
      try browser.open("/form.html")
      #expect(try Axe.violations(in: browser) == [])
    }
    try browser.open("/bad.html")
    let violations = try Axe.violations(in: browser)
    #expect(violations.count == 1)
    #expect(violations.first?.hasPrefix("label (critical)") == true, "\(violations)")
  }

  @Test func `axe runs under a strict content policy, which the console shows when broken`() throws
  {
    let policy =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; img-src data:\">"
    let strict = Self.form.replacingOccurrences(of: "<title>", with: policy + "<title>")
    let broken = strict.replacingOccurrences(of: "<h1>", with: "<h1 style=\"color:red\">")
    let site = try site(["strict.html": strict, "broken.html": broken])
    let browser = try Browser(origin: site.origin, keeping: site)
    try browser.open("/strict.html")
    #expect(try Axe.violations(in: browser) == [])
    #expect(try browser.consoleErrors() == [])
    try browser.open("/broken.html")
    #expect(try browser.consoleErrors().count == 1)
  }

  @Test func `an inspection of a page says all that is wrong`() throws {
    let bad = Self.form.replacingOccurrences(
      of: "<h1>",
      with: "<div class=\"wide\">Trop large</div><img src=\"http://127.0.0.1:1/x.png\"><h1>")
    let style =
      Self.style + " .wide { inline-size: 340px }"
      + " @media (prefers-color-scheme: dark) { .wide { color: #222 } }"
    let site = try site(["bad.html": bad, "style.css": style])
    let browser = try Browser(origin: site.origin, keeping: site)
    let problems = try browser.problems(at: "/bad.html")
    #expect(problems.contains("/bad.html: scrolls sideways at 320 px"))
    #expect(problems.contains { $0.contains("1280 px, light: image-alt (critical)") })
    #expect(problems.contains { $0.contains("360 px, dark: color-contrast (serious)") })
    #expect(problems.contains { $0.contains("another site: http://127.0.0.1:1/x.png") })
    #expect(problems.contains { $0.contains("console: ") })
    #expect(try browser.problems(at: "/form.html") == [])
  }

  @Test func `a browser takes over the cookies of a visitor`() throws {
    let site = try site()
    var jar = CookieJar()
    jar["seance"] = "abc"
    let browser = try Browser(origin: site.origin, keeping: site)
    try browser.adopt(jar)
    #expect(try browser.cookies == ["seance": "abc"])
    try browser.clearCookies()
    #expect(try browser.cookies == [:])
  }

  @Test func `requests to other sites and errors are seen`() throws {
    let foreign = Self.form.replacingOccurrences(
      of: "</main>",
      with: "<img src=\"http://127.0.0.1:1/x.png\" alt=\"\"></main><script>throw 'oh'</script>")
    let site = try site(["foreign.html": foreign])
    let browser = try Browser(origin: site.origin, keeping: site)
    try browser.open("/form.html")
    #expect(try browser.foreignRequests() == [])
    #expect(try browser.requestedURLs().contains("\(site.origin)/style.css"))
    #expect(try browser.consoleErrors() == [])
    try browser.open("/absent.html")
    #expect(try browser.consoleErrors() == [])
    try browser.open("/foreign.html")
    #expect(try browser.foreignRequests() == ["http://127.0.0.1:1/x.png"])
    let errors = try browser.consoleErrors()
    #expect(errors.count == 2, "\(errors)")
  }
}
