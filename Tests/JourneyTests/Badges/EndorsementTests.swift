import Foundation
import TestSupport
import Testing

/// Those who vouch for badges, over HTTP.
@Suite struct `Words that vouch for a badge` {
  private let community: Community
  private let admin: Person
  private let badge: String
  private var id: String {
    String(badge.split(separator: "/").last?.prefix { $0.isNumber } ?? "")
  }

  init() throws {
    let port = try FreePort.find()
    community = try Community(arguments: ["--base-url", "http://127.0.0.1:\(port)"], port: port)
    admin = try community.person("admin")
    let form = try admin.web.get("/badges/nouveau").page.form(to: "/badges/nouveau")
    let made = try admin.web.submit(
      form,
      changing: [
        "nom": "Consigne une installation", "description": "Dans le bon ordre.",
        "criteres": "Devant quelqu’un du métier.",
      ])
    badge = try #require(made.location)
    try admin.press("Ouvrir", on: badge)
  }

  private func json(_ address: String) throws -> JSON {
    let path = try #require(URL(string: address)).path
    return try JSON(parsing: community.server.visitor().get(path).body)
  }

  /// Gives the badge to somebody: its issuer has keys then.
  private func award() throws -> Person {
    let lina = try community.newcomer("lina.b", name: "Lina Petit")
    let give = "/badges/\(id)/attribuer"
    let preview = try admin.web.submit(
      admin.web.get(give).page.form(to: give), changing: ["personnes": "lina.b"],
      pressing: "Relire avant d’attribuer")
    _ = try admin.web.submit(preview.page.form(to: give), pressing: "Attribuer le badge")
    return lina
  }

  /// The link by which somebody is asked for words.
  private func link(_ reply: Reply) throws -> String {
    #expect(reply.status == 200 && reply.page.problems == [])
    let link = reply.page.links.first { $0.address.hasPrefix("/recommander/") }
    return try #require(link?.address)
  }

  private func state(of bytes: [UInt8]) throws -> (award: String?, text: String) {
    let visitor = community.server.visitor()
    var form = try visitor.get("/badges/verifier").page.form(to: "/badges/verifier")
    try form.attach(Form.File(name: "b", type: "text/plain", bytes: bytes), to: "fichier")
    let page = try visitor.submit(form).page
    return (page.first(".verdict")?["data-state"], page.text)
  }

  @Test func `in the name of a space are signed by it, and hosted beside the badge`() throws {
    _ = try award()
    let referent = try community.referent("yann", of: .open)
    try admin.press("Autoriser", on: "/badges/emetteurs")
    let path = "/badges/\(id)/recommander"
    let page = try referent.web.get(path)
    #expect(page.page.problems == [])
    let empty = try referent.web.submit(page.page.form(to: path))
    #expect(empty.status == 422 && empty.page.problems == [])
    let sent = try referent.web.submit(
      page.page.form(to: path),
      changing: ["au-nom-de": "2", "mots": "Nos entreprises le **demandent**."])
    #expect(sent.status == 303)
    let shown = try community.server.visitor().get(badge)
    #expect(shown.page.problems == [])
    #expect(shown.page.first(".endorsement")?.text.contains("Accueil") == true)
    #expect(shown.page.first(".endorsement strong")?.text == "demandent")
    let document = try json("http://x/ob/1/modeles/\(id)-1-1")
    let address = try #require(
      document["endorsement"]?.string ?? document["endorsement"]?[0]?.string)
    let endorsement = try json(address)
    #expect(endorsement["type"] == "Endorsement" && endorsement["id"]?.string == address)
    #expect(endorsement["claim"]?["id"] == document["id"])
    #expect(endorsement["issuer"] != document["issuer"])
    try admin.press("Écarter", on: badge)
    let path410 = try #require(URL(string: address)).path
    #expect(try community.server.visitor().get(path410).status == 410)
    #expect(try community.server.visitor().get(badge).page.first(".endorsement") == nil)
  }

  @Test func `of somebody without an account wait for a word, then go along until taken back`()
    throws
  {
    let lina = try award()
    let own = "/mes-badges/1"
    let offer = try lina.web.get(own).page.form(to: own + "/reponse")
    _ = try lina.web.submit(
      offer, changing: ["en-ligne": "oui"], pressing: "Prendre ce badge")
    let link = try link(
      lina.web.submit(
        lina.web.get(own).page.form(to: own + "/invitation"), changing: ["appele": "Lina"]))
    let luc = community.server.visitor()
    let page = try luc.get(link)
    #expect(page.page.problems == [] && page.page.h1.contains("Recommander Lina"))
    let sent = try luc.submit(
      page.page.form(to: link),
      changing: [
        "nom": "Luc Ferrand", "metier": "électricien", "mots": "Je l’ai vue faire, sans faute.",
      ])
    #expect(sent.status == 303)
    #expect(try luc.get(link).page.text.contains("attendent d’être confirmés"))
    #expect(try !lina.web.get(own).page.text.contains("Luc Ferrand"))
    try admin.press("Confirmer", on: badge)
    #expect(try lina.web.get(own).page.text.contains("Luc Ferrand, électricien"))
    let before = try lina.web.get(own + "/fichiers/ob3-jwt").bytes
    #expect(try !state(of: before).text.contains("sans faute"))
    try lina.press("Montrer avec le badge", on: own)
    for form in ["ob3-jwt", "ob3-json", "ob2", "ob2-signed"] {
      let found = try state(of: lina.web.get(own + "/fichiers/" + form).bytes)
      #expect(found.award == "valid" && found.text.contains("Je l’ai vue faire"), "\(form)")
    }
    let kept = try lina.web.get(own + "/fichiers/ob3-json").bytes
    let written = try luc.get(link).page
    #expect(try luc.submit(written.form(to: link + "/retrait")).status == 303)
    #expect(try !lina.web.get(own).page.text.contains("Luc Ferrand"))
    let after = try state(of: kept)
    #expect(after.award == "valid" && !after.text.contains("Je l’ai vue faire"))
  }
}
