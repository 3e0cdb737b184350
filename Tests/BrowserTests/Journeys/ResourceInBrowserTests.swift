import TestSupport
import Testing

@Suite(.browser) struct `A resource, in a browser` {
  @Test(arguments: [true, false])
  func `is added, used, put in order and found`(scripts: Bool) throws {
    let community = try Community()
    let zoe = try community.referent("zoe", of: .open)
    let browser = try community.server.browser(scripts: scripts)
    try browser.adopt(zoe.web.cookies)
    func check() throws {
      if !scripts { return }
      let found = try browser.problemsHere()
      let path = try browser.path
      #expect(found == [], "\(path): \(found)")
    }

    // Two links: the second is like the first, and said to be another all the same.
    for (title, address) in [
      ("Se laver les mains en cuisine", "https://exemple.fr/mains"),
      ("En cuisine, se laver les mains", "https://exemple.fr/autres-mains"),
    ] {
      try browser.open("/ressources/ajouter")
      try check()
      try browser.find("a[href$=\"genre=lien\"]").click()
      try browser.find("#adresse").type(address)
      try browser.find("#titre").type(title)
      try browser.button("Publier").click()
      // The description is missing: what was typed is still there.
      try browser.wait("no problem said") { try browser.has(".problems") }
      try check()
      #expect(try browser.find("#adresse").value == address)
      #expect(try browser.find("#titre").value == title)
      try browser.find("#description").type("Trois gestes, une lampe.")
      try browser.button("Publier").click()
      if title.hasPrefix("En") {
        try browser.wait("not compared") { try browser.has("#doublons") }
        try check()
        try browser.button("Publier quand même").click()
      }
      try browser.wait("not published") { try browser.has("#retours") }
      try check()
    }

    try browser.link("Raconter mon usage").click()
    try check()
    try browser.find("#arrive").type("Ils ont tous vu ce qui restait.")
    try browser.find("#referait").click()
    try browser.button("Publier").click()
    try browser.wait("not told") { try browser.text.contains("1 utilisation, 1 referait") }

    try browser.link("Ranger dans une collection").click()
    try browser.link("Créer une collection").click()
    try browser.find("#titre").type("Hygiène")
    try browser.button("Enregistrer").click()
    try browser.wait("no collection") { try browser.has(".collection") }
    try browser.open("/ressources/1")
    try browser.link("Ranger dans une collection").click()
    try browser.find("#note").type("Par où commencer.")
    try browser.button("Ranger").click()
    try browser.wait("not put") { try browser.text.contains("Par où commencer.") }
    try check()
    func titles() throws -> [String] { try browser.all(".collection h3").map { try $0.text } }
    #expect(try titles().first == "En cuisine, se laver les mains")
    try browser.find("[value=\"monter-1\"]").click()
    try browser.wait("not moved") { try titles().first == "Se laver les mains en cuisine" }

    try browser.open("/ressources?tri=preuves")
    try check()
    #expect(try browser.find(".threads h3").text == "En cuisine, se laver les mains")
    try browser.open("/recensement")
    try check()
    try browser.find("a[href^=\"/recensement/appel\"]").click()
    try check()
    try browser.button("Lancer l’appel").click()
    try browser.wait("no call") { try browser.has("[formaction$=\"/cloture\"]") }
    #expect(try browser.consoleErrors() == [])
    #expect(try browser.foreignRequests() == [])
  }
}
