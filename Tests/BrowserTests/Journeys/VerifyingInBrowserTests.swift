import TestSupport
import Testing

@Suite(.browser) struct `Verifying a badge in a browser` {
  @Test(arguments: [true, false])
  func `from nothing given to an answer with its steps`(scripts: Bool) throws {
    let server = try ServerProcess()
    let browser = try server.browser(scripts: scripts)
    func check() throws {
      if scripts { #expect(try browser.problemsHere() == []) }
    }
    try browser.open("/badges/verifier")
    try check()
    try browser.button("Vérifier").click()
    try browser.wait("no problem shown") { try browser.has(".problems") }
    #expect(try browser.focused.attribute("class") == "problems")
    try check()
    try browser.field("Ou son adresse, ou son contenu").type("http://192.168.1.1/badge")
    try browser.button("Vérifier").click()
    try browser.wait("no answer") { try browser.has(".verdict") }
    #expect(try browser.text.contains("Ce badge n’a pas pu être vérifié"))
    #expect(try browser.text.contains("n’est pas sur l’internet public"))
    #expect(try browser.find("#texte").property("value").string == "http://192.168.1.1/badge")
    try browser.setWindow(width: 320, height: 640)
    #expect(try !browser.scrollsSideways())
    try check()
    #expect(try browser.foreignRequests() == [])
  }
}
