import Foundation
import TestSupport
import Testing

/// Badges that somebody earned elsewhere, over HTTP.
@Suite struct `Badges from elsewhere` {
  private let community: Community
  private let member: Person

  init() throws {
    community = try Community()
    member = try community.newcomer("lea")
  }

  /// Signed by who is its own key: nobody need be asked.
  private static func stranger() throws -> [UInt8] {
    let path = Places.packageRoot + "/Seeds/imported/gestes-qui-sauvent.png"
    return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func bring(_ bytes: [UInt8], named name: String, by person: Person? = nil) throws -> Reply
  {
    let web = (person ?? member).web
    var form = try web.get("/mes-badges/apporter").page.form(to: "/mes-badges/apporter")
    try form.attach(
      Form.File(name: name, type: "application/octet-stream", bytes: bytes), to: "fichiers")
    return try web.submit(form)
  }

  @Test func `one is kept to the last byte, shown, verified again, and deleted`() throws {
    let bytes = try Self.stranger()
    let reply = try bring(bytes, named: "../Mon badge.png")
    #expect(reply.status == 303)
    let own = try #require(reply.location)
    let page = try member.web.get(own)
    #expect(page.page.problems == [] && page.page.h1 == "Gestes qui sauvent")
    #expect(page.page.first(".verdict")?["data-state"] == "valid")
    #expect(page.page.text.contains("émetteur inconnu de ce site"))
    let file = try member.web.get(own + "/fichier")
    #expect(file.bytes == bytes)
    #expect(file.header("content-disposition") == "attachment; filename=\"mon-badge.png\"")
    let picture = try member.web.get(own + "/image")
    #expect(picture.header("content-type") == "image/png" && picture.bytes != bytes)
    #expect(try member.web.get("/mes-badges").page.text.contains("Les Gestes utiles"))
    let again = try member.web.submit(page.page.form(to: own + "/verification"))
    #expect(again.status == 200 && again.page.problems == [])
    #expect(again.page.first(".steps")?.text.contains("signature est juste") == true)
    let twice = try bring(bytes, named: "copie.png")
    #expect(twice.status == 200 && twice.page.text.contains("Déjà là"))
    let all = try member.web.get("/mes-badges/tout")
    #expect(all.status == 200 && all.header("content-type") == "application/zip")
    let other = try community.newcomer("noa")
    for path in [own, own + "/fichier", own + "/image", own + "/suppression"] {
      #expect(try other.web.get(path).status == 404, "\(path)")
    }
    let form = try member.web.get(own + "/suppression").page.form(to: own + "/suppression")
    #expect(try member.web.submit(form).status == 303)
    #expect(try member.web.get(own).status == 404)
  }

  @Test func `many come in a ZIP, each with a word about what became of it`() throws {
    let bytes = try Self.stranger()
    let archive = ZIPSample.file([
      .init("lisez-moi.txt", Array("Bonjour.".utf8)), .init("a/badge.png", bytes),
      .init("b/le-meme.png", bytes),
      .init("c/piege.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".utf8)),
    ])
    let report = try bring(archive, named: "badges.zip")
    #expect(report.status == 200 && report.page.problems == [])
    #expect(report.page.h1 == "1 badge apporté")
    for words in ["Pris", "Déjà là", "ni une image", "programme"] {
      #expect(report.page.text.contains(words), "\(words)")
    }
  }

  @Test func `what would harm or fill the site is refused in a sentence, in less than a second`()
    throws
  {
    for (bytes, words) in [
      (ZIPSample.bomb(), "bien plus"), (ZIPSample.overlapping(), "bien plus"),
      (PNGPicture.bytes(), "badge"), (Array("<svg/>".utf8), "image"),
      ([UInt8](repeating: 0x20, count: (2 << 20) + 1), "2\u{00A0}Mo"),
    ] {
      let start = ContinuousClock.now
      let reply = try bring(bytes, named: "badge")
      #expect(ContinuousClock.now - start < .seconds(1), "\(words)")
      #expect(reply.status == 422 && reply.page.problems == [], "\(words)")
      #expect(reply.page.first(".problem")?.text.contains(words) == true, "\(words)")
    }
    let form = try member.web.get("/mes-badges/apporter").page.form(to: "/mes-badges/apporter")
    let inside = try member.web.submit(
      form, changing: ["texte": "http://169.254.169.254/latest/meta-data"])
    #expect(inside.status == 422 && inside.page.text.contains("internet public"))
    #expect(try inside.page.form(to: "/mes-badges/apporter")["texte"]?.contains("169.254") == true)
  }
}
