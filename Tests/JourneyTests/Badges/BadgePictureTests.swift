import TestSupport
import Testing

/// The picture that somebody sends for a badge, over HTTP.
@Suite struct `A picture of one's own for a badge` {
  private let community: Community
  private let admin: Person

  init() throws {
    community = try Community()
    admin = try community.person("admin")
  }

  private func send(
    _ picture: [UInt8], to path: String, name: String = "Entraide"
  ) throws -> Reply {
    var form = try admin.web.get(path).page.form(to: path)
    try form.attach(Form.File(name: "a.png", type: "image/png", bytes: picture), to: "image")
    return try admin.web.submit(
      form,
      changing: ["nom": name, "description": "Aide.", "criteres": "Avoir aidé trois personnes."])
  }

  @Test func `is drawn anew, shown in place of the drawing, and stays with its version`() throws {
    let sent = PNGPicture.bytes(width: 80, height: 40, words: "lieu secret")
    let made = try send(sent, to: "/badges/nouveau")
    #expect(made.status == 303)
    let badge = try #require(made.location)
    let visitor = community.server.visitor()
    #expect(try visitor.get("/badges/1/images/1").status == 404)
    try admin.press("Ouvrir", on: badge)
    let page = try visitor.get(badge)
    #expect(page.page.problems == [])
    #expect(page.page.first(".badge-picture img")?["src"] == "/badges/1/images/1")
    let first = try visitor.get("/badges/1/images/1")
    #expect(first.header("content-type") == "image/png" && !first.body.contains("lieu secret"))
    let lina = try community.newcomer("lina.b", name: "Lina Petit")
    let give = "/badges/1/attribuer"
    let preview = try admin.web.submit(
      admin.web.get(give).page.form(to: give), changing: ["personnes": "lina.b"],
      pressing: "Relire avant d’attribuer")
    _ = try admin.web.submit(preview.page.form(to: give), pressing: "Attribuer le badge")
    let own = "/mes-badges/1"
    _ = try lina.web.submit(
      lina.web.get(own).page.form(to: own + "/reponse"), pressing: "Prendre ce badge")
    let other = PNGPicture.bytes(width: 60, height: 60, seed: 3)
    #expect(try send(other, to: "/badges/1/modifier").status == 303)
    #expect(try visitor.get("/badges/1/images/1").bytes == first.bytes)
    #expect(try visitor.get("/badges/1/images/2").bytes != first.bytes)
    #expect(try visitor.get("/ob/1/images/1-1-1.png").bytes == first.bytes)
    let svg = try lina.web.get(own + "/fichiers/ob3-jwt.svg")
    #expect(svg.status == 200 && svg.body.contains("data:image/png;base64,"))
    #expect(try lina.web.get(own + "/fichiers/ob3-jwt.png").bytes.count > first.bytes.count)
    let back = try admin.web.get("/badges/1/modifier").page.form(to: "/badges/1/modifier")
    #expect(try admin.web.submit(back, changing: ["dessin": "oui"]).status == 303)
    #expect(try visitor.get(badge).page.first(".badge-picture svg") != nil)
  }

  @Test func `is refused in a sentence when it could act, or unfold without end`() throws {
    let script = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
    for (picture, words) in [
      (Array(script.utf8), "en PNG"), (Array("bonjour".utf8), "pas une image"),
      (PNGPicture.claiming(width: 60_000, height: 60_000), "trop grande"),
    ] {
      let reply = try send(picture, to: "/badges/nouveau")
      #expect(reply.status == 422 && reply.page.problems == [], "\(words)")
      #expect(reply.page.first("#image-erreur")?.text.contains(words) == true, "\(words)")
    }
  }
}
