import Glibc
import TestSupport
import Testing

@Suite struct `A document in a post` {
  private let community: Community
  private let marc: Person

  init() throws {
    community = try Community([.open, .closed])
    marc = try community.member("marc")
  }

  /// - Returns: the address of the document.
  private func address(in thread: String, as person: Person) throws -> String {
    try #require(try person.web.get(thread).page.first("#message-2 .prose a")?["href"])
  }

  @Test func `is named with its kind and weight, and offered to be saved`() throws {
    let thread = try marc.ask("Le devoir")
    #expect(try marc.send("Voici.", document(), "", to: thread).status == 303)
    let prose = try #require(try marc.web.get(thread).page.first("#message-2 .prose"))
    #expect(prose.text == "Voici. Été <1>.pdf (PDF, 1\u{00A0}ko)".replacing("<1>", with: "-1-"))
    let answer = try community.server.visitor().get(address(in: thread, as: marc))
    #expect(answer.status == 200)
    #expect(answer.bytes == document().bytes)
    #expect(answer.header("Content-Type") == "application/pdf")
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(
      answer.header("Content-Disposition")
        == "attachment; filename=\"_t_ -1-.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20-1-.pdf")
    #expect(answer.headers(named: "Content-Security-Policy").contains { $0.contains("sandbox") })
  }

  @Test func `bears the words that were said of it`() throws {
    let thread = try marc.ask("Le devoir")
    _ = try marc.send("Voici.", document(), "La fiche [à lire]", to: thread)
    let page = try marc.web.get(thread).page
    #expect(page.first("#message-2 .prose a")?.text == "La fiche [à lire]")
  }

  @Test(arguments: [
    ("page.html", Array("<!DOCTYPE html><script>alert(1)</script>".utf8), "text/plain"),
    (
      "photo.jpg", Array("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".utf8),
      "text/plain"
    ),
    ("a.html", Array("%PDF-1.4\n<script>alert(1)</script>\n%%EOF".utf8), "application/pdf"),
    ("a.jpg", ZIPSample.plain(), "application/zip"),
  ])
  func `is never what its name or another reading of it says`(
    name: String, bytes: [UInt8], type: String
  ) throws {
    let thread = try marc.ask("Le devoir")
    let file = Form.File(name: name, type: "image/svg+xml", bytes: bytes)
    #expect(try marc.send("Voici.", file, "Une fiche", to: thread).status == 303)
    let path = try address(in: thread, as: marc)
    let answer = try marc.web.get(path)
    #expect(answer.header("Content-Type") == type)
    #expect(answer.header("Content-Disposition")?.hasPrefix("attachment;") == true)
    #expect(answer.header("Content-Disposition")?.contains(".html\"") == false)
    #expect(answer.headers(named: "Content-Security-Policy").contains { $0.contains("sandbox") })
    #expect(try marc.web.get(path + "/vignette").status == 404)
  }

  @Test func `of a private space is offered to nobody else`() throws {
    let referent = try community.referent("ines", of: .closed)
    try referent.admit(marc, to: .closed)
    let secret = try marc.ask("Entre nous", in: .closed)
    _ = try marc.send("Voici.", document(), "", to: secret)
    let path = try address(in: secret, as: marc)
    #expect(try referent.web.get(path).status == 200)
    #expect(try community.server.visitor().get(path).status == 404)
    #expect(try community.member("rose").web.get(path).status == 404)
  }

  @Test func `is refused to who writes without a name, and the text comes back`() throws {
    let referent = try community.referent("ines", of: .open)
    try referent.press("Permettre", on: "/espaces/accueil/moderation")
    let thread = try referent.ask("Le devoir")
    var form = try marc.web.get(thread).page.form(with: "texte")
    try form.attach(document(), to: "fichier")
    let refused = try marc.web.submit(
      form, changing: ["texte": "Voici.", "sans-nom": "oui"], pressing: "publier")
    #expect(refused.status == 422)
    #expect(refused.page.first(".problems")?.text.contains("contenir votre nom") == true)
    #expect(try refused.page.form(with: "texte")["texte"]?.hasPrefix("Voici.") == true)
    #expect(try marc.web.get(thread).page.all("article.post").count == 1)
  }
}

@Suite struct `A file that is too large` {
  @Test(arguments: [2_000_000, 6_000_000, 30_000_000])
  func `gets a clear answer, and the words come back`(bytes: Int) throws {
    let community = try Community(
      arguments: ["--longest-upload", "1048576", "--longest-film", "1048576"])
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let file = Form.File(
      name: "a.mp4", type: "video/mp4", bytes: [UInt8](repeating: 7, count: bytes))
    let reply = try marc.send("Un texte\nde deux lignes.", file, "Une photo", to: thread)
    #expect(reply.status == 413)
    #expect(reply.page.text.contains("trop lourd"))
    #expect(reply.page.all("textarea").contains { $0.exactText.contains("de deux lignes.") })
    #expect(reply.page.problems == [])
    #expect(try marc.reply("Sans le fichier.", to: thread).contains("#message-2"))
  }
}

@Suite struct `A server that is killed while files come` {
  @Test func `serves nothing half written, and keeps what it has acknowledged`() throws {
    let data: TemporaryFolder
    var thread = ""
    var shown: [String] = []
    do {
      let community = try Community()
      data = community.server.data
      let marc = try community.member("marc")
      thread = try marc.ask("Un fil")
      _ = try marc.send("Voici.", picture(), "Une photo", to: thread)
      let page = try marc.web.get(thread).page
      shown = page.all(".prose a").compactMap { $0["href"] }
      // One half of a form, longer than what waits in memory.
      let form = try page.form(with: "texte")
      let socket = try community.server.rawSocket()
      let head =
        "POST \(form.action) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n"
        + "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
      try socket.send(Array(head.utf8) + [UInt8](repeating: 0x61, count: 3_000_000))
      try waitUntil("the form waits on the disk") {
        try community.server.openFiles().contains { $0.contains(".upload-") }
      }
      try community.server.kill()
    }
    #expect(try namesIn(data.path).filter { $0.hasPrefix(".") } == [])
    #expect(try PreauCommand.run(["check", "--data", data.path]).status == 0)
    let server = try ServerProcess(data: data)
    #expect(!shown.isEmpty)
    for path in shown { #expect(try server.visitor().get(path).status == 200) }
  }

  @Test func `finds what a crash left over, and says so`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try marc.send("Voici.", picture(), "Une photo", to: try marc.ask("Un fil"))
    let left = community.server.data.path + "/files/new-abc"
    let descriptor = open(left, O_WRONLY | O_CREAT, 0o600)
    #expect(write(descriptor, "x", 1) == 1)
    close(descriptor)
    let check = try PreauCommand.run(["check", "--data", community.server.data.path])
    #expect(check.status == 0)
    #expect(check.stderr.contains("1 files in"))
    let export = try PreauCommand.run(
      ["export", "--data", community.server.data.path, "-"])
    #expect(export.stderr.contains("1 pictures, of which posts keep the address"))
  }
}

/// A small PDF with a name that no computer takes whole.
func document() -> Form.File {
  Form.File(
    name: "Été \u{202E}<1>.pdf", type: "text/html",
    bytes: Array("%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n".utf8))
}
