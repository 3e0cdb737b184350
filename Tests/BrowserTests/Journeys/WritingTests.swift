import TestSupport
import Testing

@Suite(.browser) struct `Writing in a browser` {
  private let community: Community
  private let thread: String

  init() throws {
    community = try Community()
    thread = try community.member("marc").ask("Un fil de Zanzibar", "Le texte.")
  }

  @Test(arguments: [true, false])
  func `a session that ends meanwhile costs a log-in, not the text`(scripts: Bool) throws {
    let browser = try community.server.browser(scripts: scripts)
    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("Écrit pendant une heure.")
    try browser.clearCookies()
    try browser.button("Publier la réponse").click()
    try browser.wait("not asked to log in") { try browser.path.hasPrefix("/connexion?garde=") }
    #expect(try browser.text.contains("gardé pendant une heure"))
    try browser.find("#identifiant").type("marc")
    try browser.find("#mot_de_passe").type(Community.password)
    try browser.button("Se connecter").click()
    try browser.wait("not published") { try browser.path.hasSuffix("#message-2") }
    #expect(try browser.find("#message-2 .prose").text == "Écrit pendant une heure.")
  }

  @Test func `the draft keeps itself, and is there again after a reload and elsewhere`() throws {
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open("/fils/nouveau")
    try browser.find("#titre").type("Commencé ici")
    try browser.find("#texte").type("Le début")
    try browser.wait("not saved") {
      try browser.find("[data-draft-state]").text == "Brouillon enregistré"
    }
    try browser.reload()
    #expect(try browser.find("#titre").value == "Commencé ici")
    #expect(try browser.find("#texte").value == "Le début")
    #expect(try browser.text.contains("Brouillon retrouvé"))
    #expect(try community.person("marc").web.get("/brouillons").page.text.contains("Commencé ici"))

    try browser.find("#texte").type(", la suite")
    try browser.button("Publier").click()
    try browser.wait("not published") { try browser.path.hasPrefix("/fils/2-") }
    try browser.open("/fils/nouveau")
    #expect(try browser.find("#texte").value == "")
    try browser.open("/brouillons")
    #expect(try !browser.has("article"))
    #expect(try browser.consoleErrors() == [])
  }

  @Test func `the draft of who writes without a name is still without one`() throws {
    let rose = try community.referent("rose", of: .open)
    try rose.press("Permettre", on: "/espaces/accueil/moderation")
    let browser = try community.server.browser()
    try browser.logIn("rose")
    for page in [thread, "/fils/nouveau"] {
      try browser.open(page)
      try browser.find("#texte").type("Je n’ose pas")
      try browser.find("#sans-nom").click()
      try browser.wait("not saved") {
        try browser.find("[data-draft-state]").text == "Brouillon enregistré"
      }
      try browser.reload()
      #expect(try browser.find("#texte").value == "Je n’ose pas")
      #expect(try browser.has("#sans-nom:checked"))
    }
  }

  @Test func `leaving the page in the middle of a word keeps it too`() throws {
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("Interromp")
    try browser.open("/espaces")
    try browser.wait("not kept") {
      try browser.open(thread)
      return try browser.find("#texte").value == "Interromp"
    }
  }

  @Test func `threads like one's own come while typing`() throws {
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open("/fils/nouveau")
    try browser.find("#titre").type("Partir à Zanzibar")
    #expect(try browser.find("[data-similar-list] a").text.contains("Un fil de Zanzibar"))
    #expect(try browser.find("#titre").value == "Partir à Zanzibar")
    #expect(try browser.problemsHere() == [])
  }

  @Test(arguments: [
    ("Gras", "**mot**"), ("Italique", "*mot*"), ("Citation", "> mot"), ("Liste", "- mot"),
    ("Code", "`mot`"),
  ])
  func `a tool of the bar marks what is selected`(tool: String, text: String) throws {
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("mot")
    try browser.executeScript("document.querySelector('#texte').select()")
    try browser.button(tool).click()
    #expect(try browser.find("#texte").value == text)
    #expect(try browser.focused.attribute("id") == "texte")
  }

  @Test func `a tool used twice takes its mark away, and the bar is one stop of the Tab key`()
    throws
  {
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open(thread)
    let text = try browser.find("#texte")
    try text.type("un mot ici")
    try browser.executeScript("document.querySelector('#texte').setSelectionRange(3, 6)")
    for marked in ["un **mot** ici", "un mot ici"] {
      try browser.button("Gras").click()
      #expect(try text.value == marked)
    }
    #expect(try browser.all("[data-tool][tabindex='0']").count == 1)
  }

  @Test func `without scripts there is no tool that does nothing`() throws {
    let browser = try community.server.browser(scripts: false)
    try browser.logIn("marc")
    try browser.open(thread)
    #expect(try browser.all("[data-tool]").allSatisfy { try !$0.isDisplayed })
    #expect(try browser.find("#texte").isDisplayed)
  }

  @Test func `the first Tab leads to the content`() throws {
    let browser = try community.server.browser()
    try browser.open(thread)
    try browser.press(.tab)
    #expect(try browser.focused.text == "Aller au contenu")
    #expect(try browser.focused.isDisplayed)
    try browser.press(.enter)
    try browser.wait("not at the content") { try browser.path.hasSuffix("#contenu") }
    try browser.press(.tab)
    let isInside = try browser.executeScript(
      "return document.querySelector('main').contains(document.activeElement)")
    #expect(isInside == true)
  }
}
