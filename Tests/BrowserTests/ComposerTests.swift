import TestSupport
import Testing

@Suite(.browser) struct `Writing with the comfort of scripts` {
  /// A browser in which a teacher of the demo community has logged in.
  private func teacher() throws -> Browser {
    let server = try ServerProcess(["--demo"], environment: ["PREAU_POSTING_LIMITS": "off"])
    let browser = try server.browser()
    try browser.open("/connexion?retour=/fils/nouveau")
    try browser.find("[name=identifiant]").type("yann")
    try browser.find("[name=mot_de_passe]").type("preau-demo")
    try browser.find("main .button--main").click()
    try browser.wait("the form for a thread") { try browser.has("form[data-draft=nouveau]") }
    return browser
  }

  @Test func `a draft keeps itself and is found again until it is published`() throws {
    let browser = try teacher()
    try browser.find("[name=titre]").type("Une perceuse qui fume")
    try browser.find("[name=texte]").type("Elle fume")
    let state = try browser.find("[data-draft-state]")
    let saved = try state.attribute("data-saved")
    try browser.wait("the draft was kept") { try state.text == saved }

    try browser.open("/fils")
    try browser.open("/fils/nouveau")
    #expect(try browser.find("[name=texte]").value == "Elle fume")
    // Published at once: what was typed last is on its way when the form is sent.
    try browser.find("[name=texte]").type(" depuis ce matin.")
    try browser.executeScript(
      "document.querySelector('form[data-draft] .button--main').click()")
    try browser.wait("the thread or the ones like it") {
      try browser.path != "/fils/nouveau" || browser.has("section.similar")
    }
    if try browser.path == "/fils/nouveau" {
      try browser.find("form[data-draft] .button--main").click()
    }
    try browser.wait("the new thread") { try browser.has("#message-1") }
    #expect(try browser.text.contains("Elle fume depuis ce matin."))
    try browser.open("/brouillons")
    #expect(try !browser.has("article"))
  }

  @Test func `threads like the one being written are shown while its title is typed`() throws {
    let browser = try teacher()
    try browser.find("[name=titre]").type("Le vidéo-projecteur s’éteint tout seul")
    try browser.wait("similar threads") { try browser.has("[data-similar-list] .threads a") }
    #expect(try browser.focused.attribute("name") == "titre")
    #expect(try Axe.violations(in: browser) == [])
  }

  @Test func `the toolbar marks what is chosen and is one stop of the Tab key`() throws {
    let browser = try teacher()
    let text = try browser.find("[name=texte]")
    try text.type("un mot ici")
    try browser.executeScript("document.querySelector('[name=texte]').setSelectionRange(3, 6)")
    try browser.find("[data-tool=bold]").click()
    #expect(try text.value == "un **mot** ici")
    try browser.find("[data-tool=bold]").click()
    #expect(try text.value == "un mot ici")
    #expect(try browser.all("[data-tool][tabindex='0']").count == 1)
  }
}
