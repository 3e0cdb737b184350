import TestSupport
import Testing

@Suite(.browser) struct `A review in a browser` {
  @Test(arguments: [true, false])
  func `from the seals that a space asks for to a tutorial that has them`(scripts: Bool) throws {
    let community = try Community()
    let yann = try community.referent("yann", of: .open)
    let marc = try community.member("marc")
    let luc = try community.member("luc", role: "professional")
    let browser = try community.server.browser(scripts: scripts)
    func check() throws {
      if scripts { #expect(try browser.problemsHere() == []) }
    }

    try browser.adopt(yann.web.cookies)
    try browser.open("/espaces/accueil/sceaux")
    try browser.find("#sceau-pedagogie").click()
    try browser.find("#sceau-metier").click()
    try check()
    try browser.button("Enregistrer").click()
    try browser.wait("not chosen") { try browser.text.contains("C’est enregistré") }

    try browser.adopt(marc.web.cookies)
    try browser.open("/tutoriels/nouveau")
    try browser.find("#titre").type("Consigner une installation")
    try browser.find("#texte").type("## Le geste\n\n1. Couper\n2. Cadenasser\n\n## Après\n\nFin.")
    try browser.button("Enregistrer le brouillon").click()
    try browser.wait("no workshop") { try browser.path == "/tutoriels/1/atelier" }
    try browser.button("Demander la publication").click()
    try browser.wait("not submitted") { try browser.text.contains("Reprendre ma demande") }

    try browser.adopt(yann.web.cookies)
    try browser.open("/espaces/accueil/relectures")
    try check()
    try browser.find("[value=\"teaching.1\"]").click()
    try browser.wait("not reserved") { try browser.path == "/relectures/1" }
    try check()
    try browser.button("Rendre aux auteurs").click()
    try browser.wait("no problem shown") { try browser.has(".problems") }
    #expect(try browser.focused.attribute("class") == "problems")
    try check()
    try browser.find("#mot").type("Il manque la vérification.")
    try browser.button("Rendre aux auteurs").click()
    try browser.wait("not returned") { try browser.text.contains("Rendu") }
    try check()

    try browser.adopt(marc.web.cookies)
    try browser.open("/tutoriels/1/atelier")
    #expect(try browser.text.contains("Il manque la vérification."))
    try check()
    try browser.button("Demander la publication").click()
    try browser.wait("not submitted") { try browser.text.contains("Reprendre ma demande") }

    for (person, review, seal) in [(yann, 2, "teaching"), (luc, 3, "trade")] {
      try browser.adopt(person.web.cookies)
      try browser.open("/tutoriels/1/relectures")
      try check()
      try browser.find("[value=\"\(seal).1\"]").click()
      try browser.wait("not reserved") { try browser.path == "/relectures/\(review)" }
      for choice in try browser.all(".review-point input[value=\"yes\"]") { try choice.click() }
      try browser.find("[value=\"valider\"]").click()
      try browser.wait("not given") { try browser.text.contains("Validé") }
    }

    try browser.adopt(marc.web.cookies)
    try browser.open("/tutoriels/1-consigner-une-installation")
    #expect(try browser.find(".seals").text.contains("Pédagogie validée"))
    #expect(try browser.find(".seals").text.contains("Métier validé"))
    try check()
    try browser.open("/mon-preau/relectures")
    try check()
    #expect(try browser.consoleErrors() == [])
  }
}
