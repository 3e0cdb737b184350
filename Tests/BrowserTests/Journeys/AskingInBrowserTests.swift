import TestSupport
import Testing

extension Browser {
  func logIn(_ login: String, password: String = Community.password) throws {
    try open("/connexion")
    try find("#identifiant").type(login)
    try find("#mot_de_passe").type(password)
    try button("Se connecter").click()
    try wait("no log-in of \(login)") { try path.hasPrefix("/mon-preau") }
  }

  func logOut() throws {
    try open("/deconnexion")
    try button("Se déconnecter").click()
    try wait("no log-out") { try path == "/" }
  }
}

@Suite(.browser) struct `From a question to its answer, in a browser` {
  @Test(arguments: [true, false])
  func `signing up, asking, answering, accepting and finding`(scripts: Bool) throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try marc.ask("Le vidéoprojecteur ne s’allume pas", "La lampe clignote.")
    let browser = try community.server.browser(scripts: scripts)

    try browser.open("/inscription")
    try browser.field("Nom affiché").type("Lina Petit")
    try browser.field("Identifiant").type("lina")
    try browser.field("Mot de passe").type(Community.password)
    try browser.button("Créer mon compte").click()
    try browser.wait("no welcome") { try browser.path == "/mon-preau" }
    #expect(try browser.find(".notice").text.contains("Bienvenue"))

    try browser.open("/fils/nouveau")
    try browser.find("#espace").choose("Accueil")
    try browser.find("#titre").type("Vidéoprojecteur : voyant rouge, ne s’allume pas")
    try browser.find("#texte").type("Le **voyant** reste rouge.")
    try browser.button("Aperçu").click()
    #expect(try browser.find(".preview .prose strong").text == "voyant")
    // What was asked for is where the keyboard now is.
    #expect(try browser.focused.attribute("id") == "apercu")
    if scripts { #expect(try browser.problemsHere() == []) }

    try browser.button("Publier").click()
    try browser.wait("no similar thread") {
      try browser.text.contains("La lampe")
        || browser.text.contains("D’autres ont peut-être déjà répondu")
    }
    #expect(try browser.find("#texte").value == "Le **voyant** reste rouge.")
    if scripts { #expect(try browser.problemsHere() == []) }
    try browser.button("Publier mon fil").click()
    try browser.wait("not published") { try browser.path.hasPrefix("/fils/2-") }
    let thread = try browser.path
    try browser.logOut()

    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("Tenez le bouton dix secondes.")
    try browser.button("Publier la réponse").click()
    try browser.wait("no place of one's own") { try browser.path == "\(thread)#message-2" }
    try browser.logOut()

    try browser.logIn("lina")
    try browser.open(thread)
    try browser.button("C’est la bonne réponse").click()
    #expect(try browser.find("#message-2.post--accepted").text.contains("Réponse acceptée"))
    try browser.logOut()

    try browser.find("input[name=\"q\"]").type("projecteur bouton")
    try browser.find("input[name=\"q\"]").submit()
    try browser.wait("no results") { try browser.path.hasPrefix("/recherche?q=") }
    try browser.find("main a[href^=\"\(thread)\"]").click()
    try browser.wait("not found again") { try browser.path.hasPrefix(thread) }
    #expect(try browser.find("#message-2").text.contains("dix secondes"))
    // To a visitor, she is a learner.
    #expect(try !browser.source.contains("Lina"))
    #expect(try browser.consoleErrors() == [])
    #expect(try browser.foreignRequests() == [])
  }

  @Test func `mistakes are told where one stands, and axe agrees`() throws {
    let community = try Community()
    _ = try community.member("marc")
    let browser = try community.server.browser()
    try browser.open("/inscription")
    try browser.executeScript("document.querySelector('form.form').noValidate = true")
    try browser.button("Créer mon compte").click()
    try browser.wait("no list of mistakes") { try browser.title.hasPrefix("Erreur") }
    #expect(try browser.focused.role == "alert")
    #expect(try browser.find("#nom").attribute("aria-invalid") == "true")
    #expect(try browser.problemsHere() == [])

    try browser.logIn("marc")
    try browser.open("/fils/nouveau")
    try browser.button("Publier").click()
    try browser.wait("no list of mistakes") { try browser.title.hasPrefix("Erreur") }
    #expect(try browser.focused.role == "alert")
    #expect(try browser.problemsHere() == [])
    try browser.find(".problems a").click()
    #expect(
      try browser.focused.attribute("id") == "titre" || browser.focused.attribute("id") == "texte")
  }
}
