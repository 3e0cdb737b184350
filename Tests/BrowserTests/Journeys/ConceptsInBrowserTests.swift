import TestSupport
import Testing

@Suite(.browser) struct `Words of the vocabularies, in a browser` {
  @Test func `are proposed while a tag is typed, and what stands before stays`() throws {
    let community = try Community()
    _ = try community.member("marc")
    let browser = try community.server.browser()
    try browser.logIn("marc")
    try browser.open("/fils/nouveau")
    try browser.find("#etiquettes").type("brouillon, dysl")
    let proposed = "return [...document.querySelectorAll('datalist option')].map(o => o.value)"
    try browser.wait("no proposal") {
      try browser.executeScript(proposed).array.contains(.string("brouillon, Dyslexie"))
    }
    #expect(try browser.problemsHere() == [])
  }
}
