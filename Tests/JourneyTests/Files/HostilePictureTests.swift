import Glibc
import TestSupport
import Testing

@Suite struct `A file that is no honest picture` {
  static let refused: [(String, [UInt8], String)] = [
    ("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "savons reconnaître"),
    ("a PDF without an end", Array("%PDF-1.4\n<script>alert(1)</script>".utf8), "abîmé"),
    (
      "half a ZIP file", Array([0x50, 0x4B, 3, 4] + ZIPSample.plain().dropFirst(4).prefix(40)),
      "abîmé"
    ),
    ("a ZIP file that unfolds without end", ZIPSample.bomb(), "dangereux"),
    ("a ZIP file whose parts lie over each other", ZIPSample.overlapping(), "dangereux"),
    ("a ZIP file that climbs", ZIPSample.stored([("../../x", "x")]), "dangereux"),
    (
      "a document with a program",
      ZIPSample.stored([("[Content_Types].xml", "x"), ("word/vbaProject.bin", "x")]), "macros"
    ),
    ("script behind the sign of GIF", Array("GIF89a/*".utf8), "abîmé"),
    ("half a picture", Array(PNGPicture.bytes().prefix(900)), "abîmé"),
    ("a bomb", PNGPicture.claiming(width: 60_000, height: 60_000), "trop grande"),
    ("a long strip", PNGPicture.claiming(width: 2_000_000_000, height: 1), "trop grande"),
  ]

  @Test(arguments: refused)
  func `is refused with the text given back`(what: String, bytes: [UInt8], why: String) throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let file = Form.File(name: "photo.png", type: "image/png", bytes: bytes)
    let reply = try marc.send("Mon texte.", file, "Une photo", to: thread)
    #expect(reply.status == 422, "\(what)")
    #expect(reply.page.first(".problems")?.text.contains(why) == true, "\(what)")
    let form = try reply.page.form(with: "texte")
    #expect(form["texte"] == "Mon texte.")
    #expect(form["fichier-description"] == "Une photo")
    #expect(reply.page.problems == [])
    #expect(try marc.web.get(thread).page.all("article.post").count == 1)
  }

  @Test func `keeps nothing of the file but its pixels`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let file = Form.File(
      name: "photo.html", type: "text/html",
      bytes: PNGPicture.bytes(words: "48.8566 N") + Array("<script>alert(1)</script>".utf8))
    _ = try marc.send("Voici.", file, "Une photo", to: thread)
    let address = try #require(try marc.web.get(thread).page.first("#message-2 .prose a")?["href"])
    for path in [address, address + "/vignette"] {
      let sent = try marc.web.get(path).body
      #expect(!sent.contains("48.8566"))
      #expect(!sent.contains("<script>"))
    }
  }

  @Test(arguments: ["x", "../preau.db", "AAAAAAAAAAAAAAAAAAAAAA", "..%2F..%2Fsite.key"])
  func `is not to be had at an address that was made up`(key: String) throws {
    let community = try Community()
    for path in ["/fichiers/\(key)", "/fichiers/\(key)/vignette"] {
      // 400 where the address climbs.
      let status = try community.server.visitor().get(path).status
      #expect(status == 404 || status == 400 && key.contains(".."))
    }
  }
}

@Suite struct `Room for pictures` {
  @Test func `ends for a member with a clear word, and the text is there`() throws {
    let community = try Community(arguments: ["--member-files", "0"])
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let reply = try marc.send("Mon texte.", picture(), "Une photo", to: thread)
    #expect(reply.status == 422)
    #expect(reply.page.first(".problems")?.text.contains("plus de place") == true)
    #expect(try reply.page.form(with: "texte")["texte"] == "Mon texte.")
  }

  @Test func `ends for a space in the same way`() throws {
    let community = try Community(arguments: ["--space-files", "0"])
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let reply = try marc.send("Mon texte.", picture(), "Une photo", to: thread)
    #expect(reply.status == 422)
    #expect(reply.page.first(".problems")?.text.contains("plus de place") == true)
    #expect(try reply.page.form(with: "texte")["texte"]?.hasPrefix("Mon texte.") == true)
    #expect(try marc.web.get(thread).page.all("article.post").count == 1)
  }

  @Test func `a photo of several megabytes is taken, a longer form is refused`() throws {
    let community = try Community(arguments: ["--longest-upload", "4000000"])
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let large = Form.File(
      name: "a.png", type: "image/png", bytes: PNGPicture.bytes(width: 1_100, height: 1_000))
    #expect(try marc.send("Grande.", large, "Une photo", to: thread).status == 303)
    let larger = Form.File(
      name: "a.png", type: "image/png", bytes: PNGPicture.bytes(width: 1_500, height: 1_000))
    let reply = try marc.send("Trop.", larger, "Une photo", to: thread)
    #expect(reply.status == 422)
    #expect(reply.page.first(".problems")?.text.contains("trop lourd") == true)
    #expect(try reply.page.form(with: "texte")["texte"] == "Trop.")
    #expect(try namesIn(community.server.data.path).filter { $0.hasPrefix(".upload") } == [])
  }

  @Test func `is kept in order: the check finds what is missing or changed`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    _ = try marc.send("Voici.", picture(), "Une photo", to: thread)
    let data = community.server.data.path
    #expect(try PreauCommand.run(["check", "--data", data]).status == 0)
    let folder = try #require(try namesIn(data + "/files").first)
    let name = try #require(try namesIn("\(data)/files/\(folder)").first)
    let path = "\(data)/files/\(folder)/\(name)"
    let descriptor = open(path, O_WRONLY | O_APPEND)
    #expect(write(descriptor, "x", 1) == 1)
    close(descriptor)
    let damaged = try PreauCommand.run(["check", "--data", data])
    #expect(damaged.status == 1)
    #expect(damaged.stdout.contains("is damaged"))
    #expect(unlink(path) == 0)
    #expect(try PreauCommand.run(["check", "--data", data]).stdout.contains("is missing"))
  }
}

/// The names in a folder, dots aside.
func namesIn(_ path: String) throws -> [String] {
  let folder = try #require(opendir(path))
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}
