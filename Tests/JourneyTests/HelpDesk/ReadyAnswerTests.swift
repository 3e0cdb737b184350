import TestSupport
import Testing

@Suite struct `Ready answers` {
  private let community: Community
  private let zoe: Person
  private let marc: Person
  private static let list = "/espaces/accueil/bureau/reponses"

  init() throws {
    community = try Community([.open, .closed])
    zoe = try community.referent("zoe", of: .open)
    marc = try community.member("marc")
  }

  private func add(_ name: String, _ text: String) throws -> Reply {
    let form = try zoe.web.get(Self.list).page.form(to: Self.list)
    return try zoe.web.submit(form, changing: ["nom": name, "texte": text])
  }

  private func inserted(_ changes: [String: String], into thread: String) throws -> String? {
    let form = try zoe.web.get(thread).page.form(with: "voir")
    let reply = try zoe.web.submit(form, changing: changes)
    #expect(reply.page.problems == [])
    return try reply.page.form(to: "/fils/1/reponses")["texte"]
  }

  @Test func `are written once and put into replies`() throws {
    #expect(try add("Casque", "Bonjour {prénom}, voyez {espace}.").status == 303)
    let thread = try marc.ask("Mon casque se tait")
    #expect(
      try inserted(["reponse": "Casque"], into: thread) == "Bonjour marc, voyez Accueil.")
    let page = try zoe.web.get(Self.list).page
    #expect(page.problems == [])
    let edit = try zoe.web.get("\(Self.list)/1").page
    #expect(edit.problems == [])
    _ = try zoe.web.submit(
      edit.form(to: "\(Self.list)/1"), changing: ["nom": "Casque", "texte": "Autrement."])
    #expect(try inserted(["reponse": "Casque"], into: thread) == "Autrement.")
    try zoe.press("Retirer", on: Self.list)
    #expect(try !zoe.web.get(Self.list).page.text.contains("Autrement."))
  }

  @Test func `do not write the name of a learner where visitors read`() throws {
    _ = try add("Bonjour", "Bonjour {prénom}, voici.")
    let lina = try community.newcomer("lina", name: "Lina Petit")
    let thread = try lina.ask("Mon casque se tait")
    #expect(try inserted(["reponse": "Bonjour"], into: thread) == "Bonjour, voici.")
  }

  @Test func `point to another thread, but not to one that readers may not read`() throws {
    let thread = try marc.ask("Mon casque se tait")
    let other = try marc.ask("Le son du micro")
    #expect(
      try inserted(["voir": other], into: thread)
        == "Voyez ce fil\u{00A0}: [Le son du micro](\(other))")
    let atelier = Community.Space.closed
    let yann = try community.referent("yann", of: atelier)
    try yann.admit(zoe, to: atelier)
    let secret = try yann.ask("Entre nous", in: atelier)
    #expect(try zoe.web.get(secret).status == 200)
    #expect(try inserted(["voir": secret], into: thread) == "")
  }

  @Test func `give back what cannot be kept`() throws {
    let reply = try add("", "Un texte sans nom.")
    #expect(reply.status == 422)
    #expect(try reply.page.form(to: Self.list)["texte"] == "Un texte sans nom.")
    #expect(reply.page.problems == [])
  }

  @Test func `are for those who help`() throws {
    _ = try add("Casque", "Bonjour.")
    #expect(try marc.web.get(Self.list).status == 403)
    #expect(try marc.web.get("\(Self.list)/1").status == 403)
    let thread = try marc.ask("Mon casque se tait")
    let page = try marc.web.get(thread + "?reponse=1").page
    #expect(try page.form(to: "/fils/1/reponses")["texte"] == "")
  }
}
