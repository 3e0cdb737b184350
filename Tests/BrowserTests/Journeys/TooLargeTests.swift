import TestSupport
import Testing

@Suite(.browser) struct `A text of more than a megabyte` {
  /// A photo pasted as text, perhaps.
  @Test(arguments: [true, false])
  func `is still in the form to which one goes back, as its refusal says`(scripts: Bool) throws {
    let community = try Community()
    let thread = try community.member("marc").ask("Un fil")
    let browser = try community.server.browser(scripts: scripts)
    try browser.logIn("marc")
    try browser.open(thread)
    let length = 1_200_000
    try browser.executeScript(
      "document.querySelector('#texte').value = 'Début ' + 'a'.repeat(\(length - 6))")
    try browser.button("Publier la réponse").click()
    try browser.wait("not refused") { try browser.text.contains("trop volumineux") }
    #expect(try browser.text.contains("Revenez en arrière"))
    try browser.back()
    try browser.wait("not back") { try browser.has("#texte") }
    let left = try browser.executeScript("return document.querySelector('#texte').value.length")
    #expect(left == .number(Double(length)), "\(left)")
  }
}
