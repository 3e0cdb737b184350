import TestSupport
import Testing

@Suite(.browser) struct `A class, in a browser` {
  @Test(arguments: [true, false])
  func `from a pasted list to a learner who asks`(scripts: Bool) throws {
    let community = try Community()
    _ = try community.member("prof")
    let browser = try community.server.browser(scripts: scripts)
    func check() throws {
      if scripts { #expect(try browser.problemsHere() == []) }
    }

    try browser.logIn("prof")
    try browser.open("/classes")
    try browser.link("Créer une classe").click()
    try browser.field("Nom de la classe").type("2de B")
    try browser.button("Créer la classe").click()
    try browser.wait("no class") { try browser.has(".class-code") }
    let code = try browser.find(".class-code").text
    let address = try browser.path
    try check()
    try browser.link("Inviter une famille ou un AESH").click()
    try check()
    try browser.button("Créer le lien").click()
    try browser.wait("no link") { try browser.all(".secret code").count == 2 }
    try check()
    try browser.open(address)

    try browser.link("Ajouter des élèves").click()
    try browser.find("#noms").type("MARTIN Léa\nBENALI Inès\nMARTIN Léa\n")
    try browser.button("Voir ce qui sera créé").click()
    try browser.wait("no review") { try browser.text.contains("2 comptes seront créés.") }
    try check()
    try browser.find("#nom-2").fill("Inès")
    try browser.button("Créer les comptes et voir les billets").click()
    try browser.wait("no slips") { try browser.all(".slip").count == 2 }
    try check()
    let secret = try browser.find(".slip:nth-child(2) dd:nth-of-type(3)").text
    try browser.logOut()

    // What the QR code opens.
    try browser.open("/classe/\(code)")
    try check()
    #expect(try browser.find("#code").value == code)
    try browser.field("Nom").type("INES")
    try browser.field("Secret").type(secret.split(separator: "-").joined(separator: " "))
    try browser.button("Entrer").click()
    try browser.wait("not in the class") { try browser.path.hasPrefix("/espaces/classe-") }
    try check()
    try browser.open("/")
    #expect(try browser.find("#classes").text == "Ma classe")
    try browser.open("/mon-preau/profil")
    #expect(try !browser.has("[type=email]"))
    #expect(try browser.consoleErrors() == [])
    #expect(try browser.foreignRequests() == [])
  }
}
