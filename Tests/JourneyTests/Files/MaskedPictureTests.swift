import TestSupport
import Testing

@Suite struct `A picture of somebody who writes without their name` {
  private let community: Community
  private let referent: Person
  private let zebulonne: Person

  init() throws {
    community = try Community([.open, .team, .closed])
    referent = try community.referent("ines", of: .open)
    zebulonne = try community.member("zebulonne")
    try referent.press("Permettre", on: "/espaces/accueil/moderation")
  }

  private let file = Form.File(
    name: "zebulonne.png", type: "image/png", bytes: PNGPicture.bytes(words: "par Zebulonne"))

  /// - Returns: the address of the picture.
  private func sendMasked(_ file: Form.File, to thread: String) throws -> String {
    var form = try zebulonne.web.get(thread).page.form(with: "texte")
    try form.attach(file, to: "fichier")
    let sent = try zebulonne.web.submit(
      form, changing: ["texte": "Voici.", "fichier-description": "La pompe", "sans-nom": "oui"],
      pressing: "publier")
    #expect(sent.status == 303)
    return try #require(try zebulonne.web.get(thread).page.first("#message-2 .prose a")?["href"])
  }

  @Test func `says nothing of who sent it, by its address, its name or what it holds`() throws {
    let address = try sendMasked(file, to: try referent.ask("Le montage"))
    for path in [address, address + "/vignette"] {
      let answer = try community.server.visitor().get(path)
      #expect(answer.status == 200)
      #expect(!answer.body.lowercased().contains("zebulonne"))
      for header in answer.headers {
        #expect(!header.value.lowercased().contains("zebulonne"), "\(header.name)")
      }
    }
  }

  @Test func `has another address than the same one that is signed`() throws {
    let masked = try sendMasked(file, to: try referent.ask("Le montage"))
    let other = try referent.ask("Un autre fil")
    _ = try zebulonne.send("Voici.", file, "La pompe", to: other)
    let page = try zebulonne.web.get(other).page
    let signed = try #require(page.first("#message-2 .prose a")?["href"])
    #expect(signed != masked)
    for path in [masked, signed] {
      #expect(try community.server.visitor().get(path).status == 200)
    }
  }

  @Test func `is opened to nobody else when its sender copies it into a signed post`() throws {
    let lucie = try community.referent("lucie", of: .closed)
    try lucie.press("Permettre", on: "/espaces/atelier/moderation")
    try lucie.admit(zebulonne, to: .closed)
    let masked = try sendMasked(file, to: try lucie.ask("Entre nous", in: .closed))
    _ = try zebulonne.ask("Ailleurs", "![Vu](\(masked))")
    #expect(try community.server.visitor().get(masked).status == 404)
    // Just as when somebody else copies it.
    _ = try lucie.ask("Ailleurs aussi", "![Vu](\(masked))")
    #expect(try community.server.visitor().get(masked).status == 404)
    #expect(try lucie.web.get(masked).status == 200)
  }
}
