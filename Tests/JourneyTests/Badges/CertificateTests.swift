import Foundation
import TestSupport
import Testing

/// The sheet of paper that stands alone, read by a program that nobody here wrote: pypdf.
@Suite struct `A certificate` {
  private let server: ServerProcess
  private let lina: Person

  init() throws {
    server = try ServerProcess(["--demo"])
    lina = Person("lina", server.visitor())
    try lina.logIn(password: "preau-demo")
  }

  private struct Read: Decodable {
    let pages: Int
    let text: String
    let title: String
    let language: String
    let links: [String]
    let files: [String: String]
  }

  /// What pypdf finds in a PDF, with the attachments in base 64.
  private static let reader = """
    import base64, io, json, sys
    from pypdf import PdfReader
    pdf = PdfReader(io.BytesIO(sys.stdin.buffer.read()), strict=True)
    page = pdf.pages[0]
    links = [a.get_object()["/A"]["/URI"] for a in page["/Annots"]]
    files = {n: base64.b64encode(c[0]).decode() for n, c in pdf.attachments.items()}
    print(json.dumps({
      "pages": len(pdf.pages), "text": page.extract_text(), "title": pdf.metadata.title,
      "language": str(pdf.trailer["/Root"]["/Lang"]), "links": [str(l) for l in links],
      "files": files}))
    """

  private func read(_ bytes: [UInt8]) throws -> Read {
    let process = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python", ["-c", Self.reader], stdin: bytes)
    guard try process.waitForEnd(within: 60) == .exited(0) else {
      throw BadgeJudges.Failure(description: process.text(of: .errors))
    }
    return try JSONDecoder().decode(Read.self, from: Data(process.text(of: .output).utf8))
  }

  @Test func `says who earned what, and holds the badge itself, which is valid`() throws {
    let page = try lina.web.get("/mes-badges").page.link("Répond avec patience")
    let form = try lina.web.get(page).page.form(to: page + "/liens")
    let made = try lina.web.submit(form, changing: ["nom": "Łina Été"])
    let tools = try lina.web.get(try #require(made.location))
    let link = try #require(tools.page.links.first { $0.address.hasPrefix("/b/") }?.address)
    let reply = try server.visitor().get(link + "/certificat.pdf")
    #expect(reply.status == 200 && reply.header("content-type") == "application/pdf")
    #expect(reply.bytes.count < 150_000)
    let found = try read(reply.bytes)
    let words = found.text.replacing("\n", with: " ")
    #expect(found.pages == 1 && found.language == "fr")
    #expect(found.title.contains("Łina Été"))
    let parts = ["Łina Été", "Répond avec patience", "Donné par", "Valable", "Elle a répondu"]
    for part in parts {
      #expect(words.contains(part), "\(part)")
    }
    #expect(Set(found.links).count == 1 && found.links[0].hasSuffix(link))
    #expect(found.files.keys.sorted() == ["badge.json", "badge.jwt"])
    let own = page + "/fichiers/ob3-jwt"
    let token = Data(base64Encoded: found.files["badge.jwt"] ?? "") ?? Data()
    #expect(try lina.web.get(own).bytes == [UInt8](token))

    let folder = try TemporaryFolder()
    for (name, text) in found.files {
      let path = folder.file(name)
      try #require(Data(base64Encoded: text)).write(to: URL(fileURLWithPath: path))
      let verdict = try PreauCommand.run(
        ["badge", "verify", "--data", server.data.path, path, "--json"])
      #expect(try JSON(parsing: verdict.stdout)["state"] == "valid", "\(name)")
    }
  }

  @Test func `is in what its learner takes away, under the learner's own name`() throws {
    let page = try lina.web.get("/mes-badges").page.link("Cherche et recoupe")
    let found = try read(try lina.web.get(page + "/certificat.pdf").bytes)
    #expect(found.text.contains("Lina"))
    #expect(found.links.allSatisfy { $0.contains("/badges/verifier") })
    let archive = try lina.web.get("/mes-badges/tout").bytes
    let text = String(decoding: archive, as: Unicode.ASCII.self)
    #expect(text.components(separatedBy: "/certificat.pdf").count > 4)
    #expect(try server.visitor().get(page + "/certificat.pdf").status == 303)
  }
}
