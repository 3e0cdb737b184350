import Foundation
import TestSupport
import Testing

@Suite(.browser) struct `A file in a browser` {
  /// Puts a picture into `files` of a page's script.
  private static let picture =
    "const files = new DataTransfer(); files.items.add(new File([new Uint8Array("
    + "\(PNGPicture.bytes(width: 8, height: 6)))], 'capture.png', {type: 'image/png'}));"

  @Test(arguments: [
    "area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: files, bubbles: true}))",
    "area.dispatchEvent(new DragEvent('drop', {dataTransfer: files, bubbles: true}))",
  ])
  func `that is pasted or dropped waits in the form, and its description is asked for`(
    gesture: String
  ) throws {
    let community = try Community()
    let thread = try community.member("marc").ask("Un fil")
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("Voici.")
    try browser.executeScript(
      "\(Self.picture) const area = document.querySelector('#texte'); \(gesture)")
    #expect(try browser.focused.attribute("id") == "fichier-description")
    #expect(try browser.find("#fichier").isDisplayed)
    #expect(try browser.problemsHere() == [])
    try browser.focused.type("Une capture")
    try browser.button("Publier la réponse").click()
    try browser.wait("not published") { try browser.path.hasSuffix("#message-2") }
    #expect(try browser.find("#message-2 .prose img").attribute("alt") == "Une capture")
    #expect(try browser.consoleErrors() == [])
  }

  @Test func `that is copied with words leaves the words to be pasted`() throws {
    let community = try Community()
    let thread = try community.member("marc").ask("Un fil")
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open(thread)
    let isLeft = try browser.executeScript(
      """
      \(Self.picture) files.setData('text/plain', 'mots');
      const paste = new ClipboardEvent('paste', {clipboardData: files, bubbles: true, cancelable: true});
      document.querySelector('#texte').dispatchEvent(paste);
      return !paste.defaultPrevented && document.querySelector('#fichier').files.length === 0
      """)
    #expect(isLeft == .bool(true))
  }

  @Test func `that is too heavy is said to be so before it is sent`() throws {
    let community = try Community(arguments: ["--longest-upload", "1048576"])
    let thread = try community.member("marc").ask("Un fil")
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("Voici.")
    let said = try browser.executeScript(
      """
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(1500000)], 'a.png', {type: 'image/png'}));
      const field = document.querySelector('#fichier');
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
      return field.validationMessage
      """)
    #expect("\(said)".contains("trop lourd"), "\(said)")
    try browser.button("Publier la réponse").click()
    #expect(try browser.path == thread)
    #expect(try browser.find("#texte").value == "Voici.")
  }

  @Test func `is chosen and sent without scripts`() throws {
    let community = try Community()
    let thread = try community.member("marc").ask("Un fil")
    let folder = try TemporaryFolder()
    let path = folder.file("pompe.png")
    try Data(PNGPicture.bytes()).write(to: URL(fileURLWithPath: path))
    let browser = try community.server.browser(scripts: false)
    try browser.logIn("marc")
    try browser.open(thread)
    try browser.find("#texte").type("Voici.")
    try browser.find(".picture summary").click()
    try browser.find("#fichier").type(path)
    try browser.button("Publier la réponse").click()
    try browser.wait("not asked") { try browser.has(".problems") }
    #expect(try browser.find("#texte").value == "Voici.")
    try browser.find("#fichier-description").type("La pompe")
    try browser.button("Publier la réponse").click()
    try browser.wait("not published") { try browser.path.hasSuffix("#message-2") }
    #expect(try browser.find("#message-2 .prose img").attribute("alt") == "La pompe")
  }
}
