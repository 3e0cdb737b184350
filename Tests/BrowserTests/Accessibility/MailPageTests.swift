import TestSupport
import Testing

/// The demo sends no mails: these pages stand on a site that could.
@Suite(.browser, .serialized) struct `The pages about mails` {
  @Test func `are for everyone`() throws {
    let port = try FreePort.find()
    let community = try Community(
      arguments: [
        "--base-url", "http://127.0.0.1:\(port)", "--smtp-url", "smtp://127.0.0.1:9",
        "--mail-from", "preau@example.org",
      ], port: port)
    let anne = try community.member("anne")
    let profile = try anne.web.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    _ = try anne.web.submit(profile, changing: ["courriel": "anne@example.org"])
    let thread = try anne.ask("Une question", tags: "tablettes")
    let browser = try community.server.browser()
    try browser.adopt(anne.web.cookies)
    for address in ["/mon-preau/courriels", thread + "/courriels", "/notifications"] {
      #expect(try browser.problems(at: address) == [], "\(address)")
      #expect(try anne.web.get(address).status == 200)
    }
  }
}
