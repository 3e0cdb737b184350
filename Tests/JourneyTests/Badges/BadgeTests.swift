import Foundation
import TestSupport
import Testing

/// A badge from its making to its end, over HTTP.
@Suite struct `A badge` {
  private struct School {
    let community: Community
    let admin: Person
    let lina: Person
    let badge: String
  }

  private func school() throws -> School {
    let port = try FreePort.find()
    let community = try Community(
      arguments: ["--base-url", "http://127.0.0.1:\(port)"], port: port)
    let admin = try community.person("admin")
    let lina = try community.newcomer("lina.b", name: "Lina Petit")
    let form = try admin.web.get("/badges/nouveau").page.form(to: "/badges/nouveau")
    let made = try admin.web.submit(
      form,
      changing: [
        "nom": "Répond avec patience", "description": "Aide sans se moquer.",
        "criteres": "Trois **réponses**.", "mois": "24",
      ])
    #expect(made.status == 303)
    let badge = try #require(made.location)
    return School(community: community, admin: admin, lina: lina, badge: badge)
  }

  private func number(_ address: String) -> String {
    String(address.split(separator: "/").last?.prefix { $0.isNumber } ?? "")
  }

  private func give(_ school: School, words: String = "Elle a aidé.") throws {
    try school.admin.press("Ouvrir", on: school.badge)
    let path = "/badges/\(number(school.badge))/attribuer"
    let form = try school.admin.web.get(path).page.form(to: path)
    let preview = try school.admin.web.submit(
      form, changing: ["personnes": "lina.b;\(words)"], pressing: "Relire avant d’attribuer")
    #expect(preview.page.text.contains("Lina Petit"))
    let given = try school.admin.web.submit(
      preview.page.form(to: path), pressing: "Attribuer le badge")
    #expect(given.status == 303)
  }

  /// - Returns: the learner's page of the badge, once taken.
  private func take(_ school: School, online: Bool) throws -> String {
    let list = try school.lina.web.get("/mes-badges")
    let own = try #require(
      list.page.links.first {
        $0.address.hasPrefix("/mes-badges/") && $0.address.last?.isNumber == true
      }?
      .address)
    let form = try school.lina.web.get(own).page.form(to: own + "/reponse")
    let taken = try school.lina.web.submit(
      form, changing: online ? ["en-ligne": "oui"] : [:], pressing: "Prendre ce badge")
    #expect(taken.status == 303)
    return own
  }

  @Test func `that is a draft is nobody's but its keepers'`() throws {
    let school = try school()
    let visitor = school.community.server.visitor()
    #expect(try visitor.get(school.badge).status == 404)
    #expect(try school.lina.web.get(school.badge).status == 404)
    #expect(try !visitor.get("/badges").body.contains("patience"))
    try school.admin.press("Ouvrir", on: school.badge)
    let seen = try visitor.get(school.badge)
    #expect(seen.status == 200 && seen.page.problems == [])
    #expect(try visitor.get("/badges").body.contains("Répond avec patience"))
    #expect(try school.lina.web.get(school.badge + "/modifier").status == 404)
    #expect(
      try school.lina.web.get("/badges/\(number(school.badge))/modifier").status == 403)
    #expect(
      try school.lina.web.get("/badges/\(number(school.badge))/attribuer").status == 403)
  }

  @Test func `with mistakes in its form gives everything back`() throws {
    let school = try school()
    let form = try school.admin.web.get("/badges/nouveau").page.form(to: "/badges/nouveau")
    let reply = try school.admin.web.submit(
      form, changing: ["nom": "Un nom", "mois": "mille", "notions": "https://ailleurs.example/x"])
    #expect(reply.status == 422)
    #expect(reply.page.first("#nom")?["value"] == "Un nom")
    #expect(reply.page.first("#mois")?["value"] == "mille")
    #expect(reply.page.all(".problem").count == 4)
  }

  @Test func `is its learner's alone until the learner shows it`() throws {
    let school = try school()
    try give(school)
    let visitor = school.community.server.visitor()
    let other = try school.community.newcomer("sami")
    let own = try take(school, online: false)
    #expect(try other.web.get(own).status == 404)
    #expect(try school.admin.web.get(own).status == 404)
    #expect(try other.web.get("/mes-badges").body.contains("Vous n’avez pas encore de badge"))
    #expect(try !other.web.get(school.badge).body.contains("Lina"))
    let file = try school.lina.web.get(own + "/fichiers/ob2")
    let assertion = try JSON(parsing: file.body)["id"]?.string ?? ""
    let path = String(assertion.dropFirst(school.community.server.origin.count))
    #expect(try visitor.get(path).status == 404, "no address answers before its learner agrees")
    try school.lina.press("Le rendre vérifiable en ligne", on: own)
    let hosted = try visitor.get(path, headers: ["Accept": "application/json"])
    #expect(hosted.status == 200 && hosted.header("content-type") == "application/json")
    #expect(hosted.header("access-control-allow-origin") == "*")
    #expect(!hosted.body.contains("Lina") && !hosted.body.contains("lina"))
    try school.lina.press("Ne plus le rendre vérifiable", on: own)
    #expect(try visitor.get(path).status == 404)
  }

  @Test func `is shown by a link that can be withdrawn`() throws {
    let school = try school()
    try give(school)
    let own = try take(school, online: false)
    let form = try school.lina.web.get(own).page.form(to: own + "/liens")
    #expect(try school.lina.web.submit(form, changing: ["nom": "Lina P."]).status == 303)
    let page = try school.lina.web.get(own)
    let link = try #require(page.page.links.first { $0.address.hasPrefix("/b/") }?.address)
    let visitor = school.community.server.visitor()
    let shown = try visitor.get(link)
    #expect(shown.status == 200 && shown.page.problems == [])
    #expect(shown.header("x-robots-tag") == "noindex")
    #expect(shown.headers(named: "referrer-policy") == ["no-referrer"])
    #expect(shown.page.text.contains("Gagné par Lina P."))
    #expect(shown.page.text.contains("Elle a aidé."))
    #expect(!shown.body.contains("Petit") && !shown.body.contains("lina.b"))
    try school.lina.press("Retirer ce lien", on: own)
    #expect(try visitor.get(link).status == 410)
  }

  @Test func `that is taken back says so to its learner and to programs`() throws {
    let school = try school()
    try give(school)
    let own = try take(school, online: true)
    let assertion = try JSON(parsing: school.lina.web.get(own + "/fichiers/ob2").body)["id"]
    let path = String((assertion?.string ?? "").dropFirst(school.community.server.origin.count))
    let page = try school.admin.web.get(school.badge)
    let revocation = try #require(
      page.page.links.first { $0.address.hasSuffix("/revocation") }?.address)
    let form = try school.admin.web.get(revocation).page.form(to: revocation)
    #expect(try school.admin.web.submit(form).status == 422, "without a reason")
    #expect(
      try school.admin.web.submit(form, changing: ["motif": "Une erreur de notre part."]).status
        == 303)
    let visitor = school.community.server.visitor()
    let gone = try visitor.get(path)
    #expect(gone.status == 410)
    #expect(try JSON(parsing: gone.body)["revoked"]?.bool == true)
    #expect(!gone.body.contains("badge\""))
    #expect(try school.lina.web.get(own).page.text.contains("Une erreur de notre part."))
    #expect(
      try school.lina.web.get("/notifications").page.text.contains("Un de vos badges est révoqué"))
    try school.admin.press("Annuler la révocation", on: school.badge)
    #expect(try visitor.get(path).status == 200)
  }

  @Test func `is asked for, sent back with words, completed and accepted`() throws {
    let school = try school()
    try school.admin.press("Ouvrir", on: school.badge)
    let path = "/badges/\(number(school.badge))/demander"
    let web = school.lina.web
    let empty = try web.submit(
      web.get(path).page.form(to: path), changing: ["preuves": "n’importe quoi"])
    #expect(empty.status == 422 && empty.page.first("#preuves")?.text == "n’importe quoi")
    _ = try web.submit(
      web.get(path).page.form(to: path), changing: ["mots": "J’ai aidé.", "preuves": "/fils/1"])
    #expect(try web.get(school.badge).page.text.contains("attend une réponse"))
    func decide(_ verdict: String, _ words: String) throws {
      let queue = try school.admin.web.get("/badges/demandes")
      let request = try #require(
        queue.page.links.first {
          $0.address.hasPrefix("/badges/demandes/")
        }?.address)
      #expect(try web.get(request).status == 403, "nobody assesses what one asks for")
      let form = try school.admin.web.get(request).page.form(to: request)
      #expect(try school.admin.web.submit(form, changing: ["avis": verdict]).status == 422)
      let done = try school.admin.web.submit(form, changing: ["avis": verdict, "mots": words])
      #expect(done.status == 303)
    }
    try decide("rendre", "Il en faut trois.")
    let again = try web.get(path)
    #expect(again.page.text.contains("Il en faut trois."))
    #expect(again.page.first("#mots")?.text == "J’ai aidé.")
    _ = try web.submit(again.page.form(to: path), changing: ["mots": "J’en ai aidé trois."])
    try decide("accepter", "Bravo.")
    let own = try take(school, online: false)
    #expect(try web.get(own).page.text.contains("Bravo."))
    #expect(try school.admin.web.get("/badges/demandes").page.text.contains("Aucune demande"))
  }

  @Test func `keeps what it said when its class is changed`() throws {
    let school = try school()
    try give(school)
    let own = try take(school, online: true)
    let path = "/badges/\(number(school.badge))/modifier"
    let form = try school.admin.web.get(path).page.form(to: path)
    #expect(
      try school.admin.web.submit(form, changing: ["nom": "Répond très vite"]).status == 303)
    #expect(try school.lina.web.get(own).page.h1 == "Répond avec patience")
    let list = try school.community.server.visitor().get("/badges")
    #expect(list.body.contains("Répond très vite"))
    let token = try school.lina.web.get(own + "/fichiers/ob3-json")
    #expect(try JSON(parsing: token.body)["name"] == "Répond avec patience")
  }

  @Test func `goes with its learner, in every form, and for good`() throws {
    let school = try school()
    try give(school)
    let own = try take(school, online: true)
    for name in [
      "ob2", "ob2-signed", "ob3-jwt", "ob3-json", "ob3-jwt.png", "ob2.png", "ob3-jwt.svg",
      "ob2.svg",
    ] {
      let file = try school.lina.web.get(own + "/fichiers/\(name)")
      #expect(file.status == 200 && file.header("content-disposition") != nil, "\(name)")
    }
    #expect(try school.lina.web.get(own + "/fichiers/ob9").status == 404)
    let all = try school.lina.web.get("/mes-badges/tout")
    #expect(all.status == 200 && all.header("content-type") == "application/zip")
    let assertion = try JSON(parsing: school.lina.web.get(own + "/fichiers/ob2").body)["id"]
    let hosted = String((assertion?.string ?? "").dropFirst(school.community.server.origin.count))
    let path = own + "/suppression"
    let form = try school.lina.web.get(path).page.form(to: path)
    #expect(try school.lina.web.submit(form).status == 303)
    #expect(try school.lina.web.get(own).status == 404)
    #expect(try school.community.server.visitor().get(hosted).status == 410)
  }

  @Test func `that is a test says so in every form, and is taken back when it is removed`() throws {
    let school = try school()
    let path = "/badges/\(number(school.badge))/attribuer"
    let form = try school.admin.web.get(path).page.form(to: path)
    let preview = try school.admin.web.submit(
      form, changing: ["personnes": "lina.b", "essai": "oui"],
      pressing: "Relire avant d’attribuer")
    _ = try school.admin.web.submit(
      preview.page.form(to: path), pressing: "Attribuer le badge")
    let own = try take(school, online: true)
    let hosted = try JSON(parsing: school.lina.web.get(own + "/fichiers/ob2").body)
    let credential = try JSON(parsing: school.lina.web.get(own + "/fichiers/ob3-json").body)
    #expect(hosted["narrative"]?.string?.contains("This is a test") == true)
    #expect(credential["name"] == "Essai / Test\u{00A0}: Répond avec patience")
    let visitor = school.community.server.visitor()
    func get(_ address: JSON?) throws -> Reply {
      try visitor.get(
        String((address?.string ?? "").dropFirst(school.community.server.origin.count)))
    }
    let badge = try get(hosted["badge"])
    #expect(try badge.status == 200 && JSON(parsing: badge.body)["name"] == credential["name"])
    try school.admin.press("Retirer l’essai", on: school.badge)
    #expect(try get(hosted["id"]).status == 410)
    let profile = try JSON(parsing: get(JSON(parsing: badge.body)["issuer"]).body)
    let revoked = try get(profile["revocationList"]).body
    #expect(revoked.contains(credential["id"]?.string ?? "-"))
  }

  @Test func `is assessed as it was read, once, and no words are lost`() throws {
    let school = try school()
    try school.admin.press("Ouvrir", on: school.badge)
    let path = "/badges/\(number(school.badge))/demander"
    func ask(_ words: String) throws {
      let form = try school.lina.web.get(path).page.form(to: path)
      #expect(try school.lina.web.submit(form, changing: ["mots": words]).status == 303)
    }
    try ask("J’ai aidé.")
    let admin = school.admin.web
    let request = try #require(
      admin.get("/badges/demandes").page.links.first {
        $0.address.hasPrefix("/badges/demandes/")
      }?.address)
    let answer = ["avis": "accepter", "mots": "Bravo Lina."]
    let read = try admin.get(request).page.form(to: request)
    try ask("J’ai dit non.")
    let changed = try admin.submit(read, changing: answer)
    #expect(changed.status == 422 && changed.page.text.contains("changée entre-temps"))
    #expect(changed.page.text.contains("J’ai dit non."))
    #expect(changed.page.first("#mots")?.text == "Bravo Lina.")
    let again = try changed.page.form(to: request)
    #expect(try admin.submit(again, changing: ["avis": "rendre"]).status == 303)
    let second = try admin.submit(again, changing: answer)
    #expect(second.status == 409 && second.page.text.contains("Bravo Lina."))
    #expect(second.page.text.contains("a déjà sa réponse"))
  }

  @Test func `whose form is sent twice is made once`() throws {
    let school = try school()
    let form = try school.admin.web.get("/badges/nouveau").page.form(to: "/badges/nouveau")
    let words = ["nom": "Deux fois", "description": "A.", "criteres": "B."]
    let first = try school.admin.web.submit(form, changing: words)
    let second = try school.admin.web.submit(form, changing: words)
    #expect(first.status == 303 && first.location == second.location)
  }

  @Test func `is given line by line, with what is wrong in each`() throws {
    let school = try school()
    try school.admin.press("Ouvrir", on: school.badge)
    let path = "/badges/\(number(school.badge))/attribuer"
    let form = try school.admin.web.get(path).page.form(to: path)
    let reply = try school.admin.web.submit(
      form, changing: ["personnes": "lina.b;bien\npersonne\nadmin\nLina Petit"])
    #expect(reply.status == 422)
    #expect(
      reply.page.all(".problem").map(\.text).joined().contains("Ligne 2")
        || reply.page.text.contains("Ligne 2"))
    for words in ["personne n’a ce nom", "c’est vous", "est écrit deux fois"] {
      #expect(reply.page.text.contains(words), "\(words)")
    }
    #expect(reply.page.first("#personnes")?.text.contains("lina.b;bien") == true)
  }
}
