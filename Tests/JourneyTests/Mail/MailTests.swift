import TestSupport
import Testing

/// A site that sends mails at once to whoever wants them at any hour.
private struct Post {
  let office: MailServerProcess
  let community: Community

  init(port: UInt16? = nil, isOpen: Bool = true) throws {
    let site = try FreePort.find()
    let mail = try port ?? FreePort.find()
    office = try MailServerProcess(port: mail)
    if !isOpen { try office.stop() }
    community = try Community(
      arguments: Self.options(site: site, mail: mail), port: site)
  }

  static func options(site: UInt16, mail: UInt16) -> [String] {
    [
      "--base-url", "http://127.0.0.1:\(site)", "--smtp-url", "smtp://127.0.0.1:\(mail)",
      "--mail-from", "L’école <preau@example.org>", "--mail-delay", "0", "--mail-retry", "1",
    ]
  }

  /// A teacher with an address, whose evenings are not quiet.
  func member(_ login: String, address: String? = nil) throws -> Person {
    let person = try community.member(login)
    let profile = try person.web.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    let saved = try person.web.submit(
      profile, changing: ["courriel": address ?? "\(login)@example.org"])
    #expect(saved.status == 303)
    try choose(["calme": ""], person)
    return person
  }

  func choose(_ changes: [String: String], _ person: Person) throws {
    let address = "/mon-preau/courriels"
    let form = try person.web.get(address).page.form(to: address)
    #expect(try person.web.submit(form, changing: changes).status == 303)
  }
}

@Suite struct `Mails of a real site` {
  @Test func `tell what was said, correctly, and lead back`() throws {
    let post = try Post()
    let anne = try post.member("anne")
    let marc = try post.member("marc")
    let thread = try anne.ask("Un « titre » <b>\u{1F9F0}</b> & l’été", "Ma question.")
    try marc.reply("Essayez [ceci](/aide). **Voilà** @anne.\n\n- [x] fait", to: thread)

    let mail = try post.office.mail(to: "anne@example.org")
    #expect(mail.defects.isEmpty)
    #expect(mail.isASCII && mail.longestLine <= 998)
    #expect(mail.subject == "[Préau] Un « titre » <b>\u{1F9F0}</b> & l’été")
    #expect(mail.header("from").contains("L’école"))
    #expect(mail.header("auto-submitted") == "auto-generated")
    #expect(mail.header("content-language") == "fr")
    #expect(mail.header("message-id").hasSuffix("@127.0.0.1>"))
    #expect(mail.header("in-reply-to") == mail.header("references"))
    #expect(mail.header("list-unsubscribe-post") == "List-Unsubscribe=One-Click")
    #expect(Set(mail.names).count == mail.names.count, "No header stands twice.")
    #expect(mail.text.contains("Essayez ceci. Voilà @anne."))
    #expect(mail.html.contains("<strong>Voilà</strong>"))
    #expect(mail.html.contains("&lt;b&gt;"))
    #expect(mail.html.contains("href=\"\(post.community.server.origin)/aide\""))
    #expect(!mail.html.contains("<img") && !mail.html.contains("<input"))
    #expect(mail.text.contains("\(post.community.server.origin)\(thread)#message-2"))
    #expect(!mail.html.contains("src="), "Nothing is fetched when it is opened.")
    #expect(try post.office.mails().count == 1, "Who wrote it gets none.")
  }

  @Test func `are stopped by their link alone, one choice at a time`() throws {
    let post = try Post()
    let anne = try post.member("anne")
    let marc = try post.member("marc")
    let first = try anne.ask("Le premier fil")
    let second = try anne.ask("Le second fil")
    try marc.reply("Un.", to: first)
    let mail = try post.office.mail(to: "anne@example.org")
    let link = mail.header("list-unsubscribe").filter { !"<> ".contains($0) }
    let path = String(link.dropFirst(post.community.server.origin.count))
    let visitor = post.community.server.visitor()
    // What opens links before their reader does changes nothing.
    for _ in 1...3 { #expect(try visitor.get(path).status == 200) }
    #expect(try visitor.head(path).status == 200)
    try marc.reply("Deux.", to: first)
    _ = try post.office.mail(to: "anne@example.org") { $0.text.contains("Deux.") }

    let reply = try visitor.post(path, form: [("List-Unsubscribe", "One-Click")])
    #expect(reply.status == 200)
    try marc.reply("Trois.", to: first)
    try marc.reply("Quatre.", to: second)
    _ = try post.office.mail(to: "anne@example.org") { $0.text.contains("Quatre.") }
    #expect(try !post.office.mails().contains { $0.text.contains("Trois.") })
    #expect(try visitor.get(String(path.dropLast()) + "_").status == 404)
  }

  @Test func `wait for a server that is down, and leave once`() throws {
    let port = try FreePort.find()
    let post = try Post(port: port, isOpen: false)
    let anne = try post.member("anne")
    let marc = try post.member("marc")
    try marc.reply("Pendant la panne.", to: try anne.ask("Une question"))
    try waitUntil("the log tells of the server") {
      post.community.server.errors.contains("mail-server")
    }
    let office = try MailServerProcess(port: port)
    let mail = try office.mail(to: "anne@example.org")
    #expect(mail.text.contains("Pendant la panne."))
    // The next mail is the proof that the first does not leave again.
    try marc.reply("Après.", to: try anne.ask("Une autre"))
    _ = try office.mail(to: "anne@example.org") { $0.text.contains("Après.") }
    #expect(try office.mails().count { $0.text.contains("Pendant la panne.") } == 1)
  }

  @Test func `survive a kill of the site`() throws {
    let port = try FreePort.find()
    let post = try Post(port: port, isOpen: false)
    let anne = try post.member("anne")
    let marc = try post.member("marc")
    try marc.reply("Avant la coupure.", to: try anne.ask("Une question"))
    try waitUntil("the log tells of the server") {
      post.community.server.errors.contains("mail-server")
    }
    try post.community.server.kill()
    let office = try MailServerProcess(port: port)
    let site = try FreePort.find()
    let server = try ServerProcess(
      Post.options(site: site, mail: port), data: post.community.server.data, port: site)
    #expect(try office.mail(to: "anne@example.org").text.contains("Avant la coupure."))
    #expect(try server.terminate() == 0)
    let rest = try PreauCommand.run(
      ["mail", "--data", server.data.path, "--once"]
        + Post.options(site: site, mail: port))
    #expect(rest.status == 0 && rest.stdout == "0 mails sent\n", "\(rest.stderr)")
  }

  @Test func `end for an address that is refused, until its member says that it works`() throws {
    let post = try Post()
    let anne = try post.member("anne", address: "refused@example.org")
    let marc = try post.member("marc", address: "later@example.org")
    let thread = try anne.ask("Une question")
    try marc.reply("Perdu.", to: thread)
    let choices = "/mon-preau/courriels"
    try waitUntil("the refusal is shown") {
      try anne.web.get(choices).body.contains("No such user")
    }
    try anne.reply("Et toi, @marc\u{202F}?", to: thread)
    _ = try post.office.mail(to: "later@example.org")
    let form = try anne.web.get(choices).page.form(to: choices + "/adresse")
    #expect(try anne.web.submit(form).status == 303)
    #expect(try !anne.web.get(choices).body.contains("No such user"))
  }

  @Test func `say nothing that was read or removed meanwhile, and nothing at quiet hours`() throws {
    let post = try Post()
    let anne = try post.member("anne")
    let marc = try post.member("marc")
    // Digests wait, so there is time to change one's mind.
    try post.choose(["niveau-personal-0": "weekly"], anne)
    let thread = try anne.ask("Une question")
    let removed = try marc.reply("Un secret bientôt retiré.", to: thread)
    try marc.reply("Ce qui reste.", to: try anne.ask("Une autre question"))
    try marc.press("Retirer", in: "#message-2", on: try marc.web.get(removed))
    let folder = try TemporaryFolder()
    let written = try PreauCommand.run([
      "mail", "--data", post.community.server.data.path, "--to-folder", folder.path,
    ])
    #expect(written.stdout == "1 mails in \(folder.path)\n", "\(written.stderr)")
    #expect(try post.office.mails().isEmpty)
  }

  @Test func `leave no trace where there is no address`() throws {
    let post = try Post()
    let sami = try post.community.newcomer("sami")
    #expect(try sami.web.get("/mon-preau/courriels").status == 404)
    for path in ["/notifications", "/mon-preau"] {
      #expect(try !sami.web.get(path).body.contains("/courriels"))
    }
  }
}
