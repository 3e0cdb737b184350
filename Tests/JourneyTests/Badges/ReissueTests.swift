import TestSupport
import Testing

/// A badge of somebody who had no address, on a site that sends mails.
@Suite struct `A badge for an address added later` {
  @Test func `is issued anew once a code has shown whose it is`() throws {
    let (site, mail) = (try FreePort.find(), try FreePort.find())
    let office = try MailServerProcess(port: mail)
    let community = try Community(
      arguments: [
        "--base-url", "http://127.0.0.1:\(site)", "--smtp-url", "smtp://127.0.0.1:\(mail)",
        "--mail-from", "L’école <preau@example.org>", "--mail-delay", "0",
      ], port: site)
    let admin = try community.person("admin")
    let lina = try community.newcomer("lina.b", name: "Lina Petit")
    let made = try admin.web.submit(
      admin.web.get("/badges/nouveau").page.form(to: "/badges/nouveau"),
      changing: ["nom": "Ose", "description": "Ose demander.", "criteres": "Une question."])
    try admin.press("Ouvrir", on: try #require(made.location))
    let giving = "/badges/1/attribuer"
    let preview = try admin.web.submit(
      admin.web.get(giving).page.form(to: giving), changing: ["personnes": "lina.b;Bravo."],
      pressing: "Relire avant d’attribuer")
    _ = try admin.web.submit(preview.page.form(to: giving), pressing: "Attribuer le badge")
    let web = lina.web
    _ = try web.submit(
      web.get("/mes-badges/1").page.form(to: "/mes-badges/1/reponse"),
      pressing: "Prendre ce badge")
    _ = try web.submit(
      web.get("/mes-badges/1").page.form(to: "/mes-badges/1/liens"), changing: ["nom": "Lina"])
    let link = try #require(
      web.get("/mes-badges/1").page.links.first { $0.address.hasPrefix("/b/") }?.address)

    let page = "/mes-badges/1/adresse"
    #expect(try web.get(page).page.text.contains("Ajouter une adresse"))
    let profile = "/mon-preau/profil"
    _ = try web.submit(
      web.get(profile).page.form(to: profile), changing: ["courriel": "lina@example.org"])
    try lina.press("Envoyer le code", on: page)
    let letter = try office.mail(to: "lina@example.org") { $0.subject.contains("code") }
    #expect(letter.defects.isEmpty)
    let code = try #require(
      letter.text.split(separator: "\n").first { $0.count == 14 && $0.contains("-") })
    let form = try web.get(page).page.form(to: page)
    #expect(try web.submit(form, changing: ["code": "0000-0000-0000"]).status == 422)
    let done = try web.submit(form, changing: ["code": String(code)])
    #expect(done.status == 303 && done.location == "/mes-badges/2")
    let assertion = try JSON(parsing: web.get("/mes-badges/2/fichiers/ob2").body)
    #expect(assertion["recipient"]?["type"] == "email")
    #expect(try web.get("/mes-badges/2").page.text.contains("Bravo."))
    #expect(try web.get("/mes-badges/1").page.text.contains("un nouveau badge le remplace"))
    #expect(try community.server.visitor().get(link).page.text.contains("Gagné par Lina."))
    #expect(try web.submit(form, changing: ["code": String(code)]).status == 404)
    #expect(try !admin.web.get("/badges/1-ose").page.text.contains("lina@example.org"))
  }
}
