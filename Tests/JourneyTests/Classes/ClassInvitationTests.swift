import TestSupport
import Testing

@Suite struct `An invitation into a class` {
  private static func invite(
    _ room: ClassRoom, _ changes: [String: String] = [:]
  ) throws -> Reply {
    let address = room.address + "/invitations"
    let form = try room.teacher.web.get(address).page.form(to: address)
    return try room.teacher.web.submit(form, changing: changes)
  }

  private func secrets(_ made: Reply) throws -> (link: String, code: String) {
    let secrets = made.page.all(".secret code").map(\.text)
    return (try #require(secrets.first), try #require(secrets.last))
  }

  @Test func `lets a family in to read and help, and is not used up by looking`() throws {
    let room = try ClassRoom(Community([.open]))
    let made = try Self.invite(room)
    #expect(made.page.problems == [])
    let (link, code) = try secrets(made)
    let visitor = room.community.server.visitor()
    for _ in 0..<10 { #expect(try visitor.get(link).status == 200) }
    let page = try visitor.get("/invitation/" + code).page
    #expect(page.text.contains("2de B"))
    let form = try page.form(with: "identifiant")
    let entered = try visitor.submit(
      form, changing: ["nom": "Rosa", "identifiant": "rosa", "mot_de_passe": Community.password],
      follow: true)
    #expect(entered.page.h1.contains("2de B"))
    let helpers = try room.teacher.web.get(room.address).page
    #expect(helpers.text.contains("Rosa"))
    #expect(helpers.text.contains("famille ou AESH"))
    #expect(try room.community.server.visitor().get(link).status == 410)
    let journal = try room.teacher.web.get(room.space() + "/journal").page.text
    #expect(journal.contains("Invitation créée"))
    #expect(journal.contains("Membre admis"))
  }

  @Test func `lets in who has an account, once, by a button`() throws {
    let room = try ClassRoom(Community([.open]))
    let (link, _) = try secrets(try Self.invite(room, ["utilisations": "2"]))
    let rose = try room.community.member("rose")
    let space = try room.space()
    #expect(try rose.web.get(space).status == 404)
    let page = try rose.web.get(link).page
    #expect(page.problems == [])
    #expect(try rose.web.get(space).status == 404)
    let form = try #require(page.forms.first { $0.action.contains("/invitation/") })
    for _ in 1...2 { #expect(try rose.web.submit(form).status == 303) }
    #expect(try rose.web.get(space).status == 200)
    let left = try room.teacher.web.get(room.address + "/invitations").page.text
    #expect(left.contains("Encore 1\u{00A0}compte"))
  }

  @Test func `is made by the teachers of the class alone, and ends with it`() throws {
    let room = try ClassRoom(Community([.open]))
    let (link, _) = try secrets(try Self.invite(room))
    let learner = try room.learner(try #require(room.slips.first))
    #expect(try learner.web.get(room.address + "/invitations").status == 403)
    let other = try room.community.member("rose")
    #expect(try other.web.get(room.address + "/invitations").status == 404)
    let closing = room.address + "/fermeture"
    let close = try room.teacher.web.get(closing).page.form(to: closing)
    #expect(try room.teacher.web.submit(close).status == 303)
    #expect(try room.community.server.visitor().get(link).status == 410)
    #expect(try room.teacher.web.get(room.address + "/invitations").status == 403)
  }

  @Test func `is withdrawn by its teacher`() throws {
    let room = try ClassRoom(Community([.open]))
    let (link, _) = try secrets(try Self.invite(room))
    let page = try room.teacher.web.get(room.address + "/invitations").page
    let form = try #require(page.forms.first { $0.action.hasSuffix("/retrait") })
    #expect(try room.teacher.web.submit(form).status == 303)
    #expect(try room.community.server.visitor().get(link).status == 410)
  }

  @Test func `is sent by mail with its code, also when the server was away`() throws {
    let (site, port) = (try FreePort.find(), try FreePort.find())
    let office = try MailServerProcess(port: port)
    try office.stop()
    let room = try ClassRoom(
      Community(
        [.open],
        arguments: [
          "--base-url", "http://127.0.0.1:\(site)", "--smtp-url", "smtp://127.0.0.1:\(port)",
          "--mail-from", "preau@example.org", "--mail-retry", "1",
        ], port: site))
    #expect(try Self.invite(room, ["courriel": "rosa"]).status == 422)
    let made = try Self.invite(room, ["courriel": "rosa@example.org"])
    #expect(made.page.text.contains("rosa@example.org"))
    let (link, code) = try secrets(made)
    let opened = try MailServerProcess(port: port)
    let mail = try opened.mail(to: "rosa@example.org")
    #expect(mail.defects.isEmpty)
    #expect(mail.subject.contains("2de B"))
    #expect(mail.text.contains(link) && mail.text.contains(code))
    #expect(mail.html.contains(code))
    let address = room.address + "/invitations"
    try waitUntil("not noted as sent") {
      try room.teacher.web.get(address).page.text.contains("Envoyée à rosa@example.org")
    }
    let scanner = room.community.server.visitor()
    for _ in 0..<10 { #expect(try scanner.get(link).status == 200) }
    let stored = try DatabaseDump(of: room.community.server.data).tables.values.joined()
    #expect(!stored.contains { $0.contains(code) })
  }
}
