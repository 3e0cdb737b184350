import TestSupport
import Testing

@Suite struct `A space, from its making to its feed` {
  private let server: ServerProcess
  private let password = "sous-le-grand-tilleul"

  init() throws {
    server = try ServerProcess()
    for (name, role) in [("chef", "administrator"), ("prof", "teacher"), ("autre", "teacher")] {
      let result = try PreauCommand.run(
        ["member", "add", "--data", server.data.path, name, "--role", role, "--password-stdin"],
        stdin: password + "\n")
      try #require(result.status == 0, "\(result.stderr)")
    }
  }

  private func logIn(_ name: String) throws -> HTTPClient {
    let visitor = server.visitor()
    visitor.headers["Accept-Language"] = "fr"
    let form = try visitor.get("/connexion").page.form(with: "mot_de_passe")
    let reply = try visitor.submit(
      form, changing: ["identifiant": name, "mot_de_passe": password], follow: true)
    try #require(reply.status == 200)
    return visitor
  }

  /// Presses a button of a page, and gives the page that follows.
  private func press(_ label: String, on page: Reply, _ visitor: HTTPClient) throws -> Reply {
    let reply = try visitor.submit(
      page.page.form(with: "jeton", button: label), pressing: label, follow: true)
    #expect(reply.page.problems == [])
    return reply
  }

  @Test func `a private space is made, filled, followed and left`() throws {
    let chef = try logIn("chef")
    let form = try chef.get("/espaces/nouveau")
    #expect(form.page.problems == [])
    let wrong = try chef.submit(
      form.page.form(with: "lecture"), changing: ["nom": "", "description": "Entre nous."])
    #expect(wrong.status == 422)
    #expect(wrong.page.problems == [])
    #expect(wrong.page.title.hasPrefix("Erreur"))
    #expect(try wrong.page.form(with: "lecture")["description"] == "Entre nous.")
    let made = try chef.submit(
      wrong.page.form(with: "lecture"), changing: ["nom": "Salle des profs", "lecture": "private"],
      follow: true)
    #expect(made.address.hasSuffix("/espaces/salle-des-profs/membres"))
    #expect(made.page.problems == [])
    let found = try chef.submit(made.page.form(with: "cherche"), changing: ["cherche": "prof"])
    _ = try press("Nommer référent prof", on: found, chef)
    #expect(try chef.get("/espaces/salle-des-profs").status == 404)

    let prof = try logIn("prof")
    let members = try prof.get("/espaces/salle-des-profs/membres")
    let others = try prof.submit(
      members.page.form(with: "cherche"), changing: ["cherche": "autre"])
    let admitted = try press("Admettre autre", on: others, prof)
    #expect(admitted.page.text.contains("autre"))

    let autre = try logIn("autre")
    let space = try autre.get("/espaces/salle-des-profs")
    #expect(space.page.problems == [])
    #expect(space.page.h1 == "Salle des profs")
    let feeds = try autre.get("/mon-preau/flux")
    let feed = try #require(feeds.page.links.first { $0.address.contains("/atom?cle=") })
    let reader = server.visitor()
    let atom = try reader.get(feed.address)
    #expect(atom.status == 200)
    let tag = try #require(atom.header("ETag"))
    #expect(try reader.get(feed.address, headers: ["If-None-Match": tag]).status == 304)

    let question = try autre.open(link: "Quitter cet espace", on: space)
    #expect(question.page.problems == [])
    _ = try press("Quitter l’espace", on: question, autre)
    #expect(try autre.get("/espaces/salle-des-profs").status == 404)
    #expect(try reader.get(feed.address).status == 404)
  }

  @Test(arguments: ["/espaces", "/etiquettes", "/etiquettes?ordre=usage", "/signalements"])
  func `its pages are whole when there is nothing to show`(path: String) throws {
    let reply = try logIn("chef").get(path)
    #expect(reply.status == 200)
    #expect(reply.page.problems == [])
  }
}

extension Page {
  /// The form that holds a button, by what the button reads.
  fileprivate func form(with field: String, button: String) throws -> Form {
    let found = forms.first { form in
      form.fields.contains { $0.name == field } && form.buttons.contains { $0.text == button }
    }
    return try #require(found, "no button \(button) on « \(h1) »")
  }
}
