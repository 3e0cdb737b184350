import TestSupport
import Testing

/// Every form that changes something, found by walking through the site as different people.
@Suite struct `A form that another site forges` {
  private struct World {
    let community: Community
    let lina: Person
    let zoe: Person
    let admin: Person

    /// Enough threads, posts and memberships for every form to stand on some page.
    init() throws {
      community = try Community([.open, .team, .closed])
      lina = try community.newcomer("lina")
      zoe = try community.referent("zoe", of: .open)
      let thread = try lina.ask("Un fil", tags: "moodle")
      try zoe.reply("Une réponse.", to: thread)
      try lina.reply("Merci !", to: thread)
      let form = try lina.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
      _ = try lina.web.submit(form, changing: ["texte": "Mieux dit."], pressing: "publier")
      for person in [lina, zoe] {
        let form = try person.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
        _ = try person.web.submit(form, changing: ["texte": "Brouillon"], pressing: "apercu")
      }
      let tutorial = try zoe.web.get("/tutoriels/nouveau").page.form(to: "/tutoriels/nouveau")
      let made = try zoe.web.submit(
        tutorial, changing: ["titre": "Un tutoriel", "texte": "Un texte."], pressing: "publier")
      try zoe.press("Publier", on: made.location ?? "")
      admin = try community.person("admin")
    }

    func person(_ login: String) -> Person {
      login == "lina" ? lina : login == "zoe" ? zoe : admin
    }
  }

  private struct Request {
    let target: String
    let fields: [(String, String)]
  }

  @Test(arguments: ["lina", "zoe", "admin"])
  func `changes nothing, whoever is logged in`(login: String) throws {
    let world = try World()
    let person = world.person(login)
    let start = [
      "/", "/fils", "/espaces", "/mon-preau", "/fils/nouveau", "/brouillons", "/tutoriels",
    ]
    let crawl = try Crawl(person.web, from: start, limit: 150, kind: Crawl.template)
    let requests = try Self.requests(of: crawl)
    let targets = Set(requests.map { Crawl.template($0.target) ?? "" })
    #expect(targets.isSuperset(of: ["langue", "fils/nouveau", "fils/*/reponses", "fils/*/suivi"]))
    #expect(crawl.broken == [])

    let stranger = try world.community.newcomer("eve")
    let thread = try stranger.web.get("/fils/1-un-fil").page
    let strangersGesture = try #require(thread.first("#gestes [name=\"jeton\"]")?["value"])
    let strangersReply = try #require(try thread.form(with: "texte")["jeton"])
    let before = try DatabaseDump(of: world.community.server.data)
    for request in requests {
      let bare = request.fields.filter { $0.0 != "jeton" }
      let home = ["Origin": person.web.origin]
      let tries: [(String, [(String, String)], [String: String])] = [
        ("without a token", bare, home),
        ("with a made-up token", bare + [("jeton", "1.1.AAAAAAAAAAAAAAAAAAAAAA")], home),
        ("with a gesture's token of another", bare + [("jeton", strangersGesture)], home),
        ("with a reply's token of another", bare + [("jeton", strangersReply)], home),
        ("from another site", request.fields, ["Origin": "https://ailleurs.example"]),
        ("from a null origin", request.fields, ["Origin": "null"]),
        ("from a page of another site", request.fields, ["Sec-Fetch-Site": "cross-site"]),
      ]
      for (how, fields, headers) in tries {
        let reply = try person.web.post(request.target, form: fields, headers: headers)
        #expect((400..<500).contains(reply.status), "\(request.target) \(how): \(reply.status)")
      }
    }
    let after = try DatabaseDump(of: world.community.server.data)
    #expect(after.differences(from: before) == [])
  }

  /// What each form and each button of the shared form would send, once for each template.
  private static func requests(of crawl: Crawl) throws -> [Request] {
    var seen: Set<String> = []
    var requests: [Request] = []
    for form in crawl.pages.flatMap({ $0.page.forms }) where form.method == "POST" {
      for button in form.buttons {
        let target = button.action ?? form.target
        guard seen.insert("\(Crawl.template(target) ?? "") \(button.value)").inserted else {
          continue
        }
        requests.append(
          Request(
            target: target,
            fields: form.entries(pressing: button).map { ($0.name, $0.value) }))
      }
    }
    return requests
  }

  @Test func `is refused even with a token of the same member for another form`() throws {
    let world = try World()
    let token =
      try world.lina.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")["jeton"] ?? ""
    let before = try DatabaseDump(of: world.community.server.data)
    for path in ["/fils/1/reponses", "/messages/1/modifier", "/fils/1/suivi", "/langue"] {
      let reply = try world.lina.web.post(
        path, form: [("jeton", token), ("texte", "Forgé"), ("langue", "en")],
        headers: ["Origin": world.lina.web.origin])
      #expect(reply.status == 403, "\(path)")
    }
    #expect(try DatabaseDump(of: world.community.server.data).differences(from: before) == [])
  }

  @Test(arguments: ["/connexion", "/inscription", "/langue"])
  func `is refused to visitors too`(path: String) throws {
    let community = try Community()
    let visitor = community.server.visitor()
    let form = try visitor.get(path == "/langue" ? "/" : path).page.form(to: path)
    let fields = form.entries(pressing: form.buttons.first).map { ($0.name, $0.value) }
    let foreign = try visitor.post(
      path, form: fields, headers: ["Origin": "http://ailleurs.example"])
    #expect(foreign.status == 403)
    let bare = try visitor.post(
      path, form: fields.filter { $0.0 != "jeton" }, headers: ["Origin": visitor.origin])
    #expect(bare.status == 403)
  }
}
