import TestSupport
import Testing

@Suite(.browser) struct `A tutorial in a browser` {
  @Test(arguments: [true, false])
  func `from the first words to its readers, its film and its versions`(scripts: Bool) throws {
    let community = try Community(arguments: ["--video-hosts", "tube.exemple.invalid"])
    _ = try community.member("marc")
    let browser = try community.server.browser(scripts: scripts)
    try browser.logIn("marc")
    try browser.open("/tutoriels/nouveau")
    try browser.find("#titre").type("Consigner une installation")
    try browser.find("#texte").type(
      "## Le geste\n\n1. Couper\n2. Cadenasser\n\n> **Attention** : vérifier.\n\n"
        + "https://tube.exemple.invalid/w/abcdefgh1234\n\n## La suite\n\nFin.")
    try browser.button("Aperçu").click()
    #expect(try browser.find(".preview .remark--warning").text.contains("vérifier"))
    #expect(try browser.focused.attribute("id") == "apercu")
    if scripts { #expect(try browser.problemsHere() == []) }
    try browser.button("Enregistrer le brouillon").click()
    try browser.wait("no workshop") { try browser.path == "/tutoriels/1/atelier" }
    if scripts { #expect(try browser.problemsHere() == []) }
    try browser.button("Publier").click()
    try browser.wait("not published") { try !browser.has("[formaction$=\"publication\"]") }
    try browser.open("/tutoriels/1-consigner-une-installation")
    #expect(
      try browser.all(".contents a").map { try $0.text } == ["Le geste", "La suite"])
    try browser.link("La suite").click()
    #expect(try browser.path.hasSuffix("#partie-la-suite"))
    #expect(try browser.has(".film-card a[href^=\"https://tube.exemple.invalid/\"]"))
    #expect(try !browser.has("iframe"))
    #expect(try browser.foreignRequests() == [])
    if scripts {
      #expect(try browser.problemsHere() == [])
      try browser.button("Lire la vidéo ici").click()
      let frame = try browser.find(".film-card iframe")
      #expect(
        try frame.attribute("src")
          == "https://tube.exemple.invalid/videos/embed/abcdefgh1234?autoplay=1")
    }
    try browser.open("/tutoriels/1/modifier")
    try browser.find("#changements").type("Un mot de plus")
    try browser.find("#texte").type("\n\nVoilà.")
    try browser.button("Enregistrer le brouillon").click()
    try browser.wait("not saved") { try browser.path == "/tutoriels/1/atelier" }
    try browser.open("/tutoriels/1/versions")
    #expect(try browser.find(".difference ins").text.contains("Voilà"))
    if scripts {
      // The film was asked for, and nothing else.
      let others = try browser.problemsHere().filter { !$0.contains("tube.exemple.invalid") }
      #expect(others == [])
    }
    try browser.logOut()
    try browser.open("/tutoriels/1-consigner-une-installation")
    #expect(try !browser.source.contains("Voilà"))
  }
}
