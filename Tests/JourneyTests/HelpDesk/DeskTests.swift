import TestSupport
import Testing

/// Zoé looks after the space, Bruno helps her, Marc asks.
@Suite struct `The help desk` {
  private let community: Community
  private let zoe: Person
  private let bruno: Person
  private let marc: Person

  init() throws {
    community = try Community()
    zoe = try community.referent("zoe", of: .open)
    bruno = try community.member("bruno")
    marc = try community.member("marc")
    try name("bruno")
  }

  private static let board = "/espaces/accueil/bureau"

  private func name(_ login: String) throws {
    let page = try zoe.web.get("\(Self.board)/reglages?cherche=\(login)")
    try zoe.press("Nommer", on: page)
  }

  private func titles(_ query: String = "", of person: Person? = nil) throws -> [String] {
    try (person ?? zoe).web.get(Self.board + query).page.all(".threads h3").map(\.text)
  }

  @Test func `is for référents and the volunteers whom they named`() throws {
    #expect(try zoe.web.get(Self.board).status == 200)
    #expect(try bruno.web.get(Self.board).status == 200)
    #expect(try marc.web.get(Self.board).status == 403)
    #expect(try bruno.web.get("\(Self.board)/reglages").status == 403)
    let visitor = community.server.visitor()
    #expect(try visitor.get(Self.board).location?.hasPrefix("/connexion") == true)
    try zoe.press("Retirer", on: "\(Self.board)/reglages")
    #expect(try bruno.web.get(Self.board).status == 403)
    let journal = try zoe.web.get("/espaces/accueil/journal").page.text
    #expect(journal.contains("Bénévole nommé"))
    #expect(journal.contains("Bénévole retiré"))
  }

  @Test func `follows a request from the question to its end`() throws {
    let thread = try marc.ask("Mon casque se tait")
    #expect(try marc.web.get(thread).page.text.contains("Personne ne s’occupe encore"))
    #expect(try titles() == ["Mon casque se tait"])
    try bruno.press("Prendre en charge", on: Self.board)
    #expect(try titles("?liste=miennes") == [])
    #expect(try titles("?liste=miennes", of: bruno) == ["Mon casque se tait"])
    #expect(try marc.web.get(thread).page.text.contains("bruno s’en occupe"))
    try bruno.press("Attendre", on: thread)
    #expect(try marc.web.get(thread).page.text.contains("bruno attend votre réponse"))
    try marc.reply("C’est un casque sans fil.", to: thread)
    #expect(try titles("?liste=prises") == ["Mon casque se tait"])
    try bruno.press("C’est résolu", on: thread)
    #expect(try titles() == [])
    #expect(try titles("?liste=resolues") == ["Mon casque se tait"])
    try zoe.press("Reprendre", on: thread)
    #expect(try titles("?liste=miennes") == ["Mon casque se tait"])
    try zoe.press("Sans solution", on: thread)
    #expect(try titles("?liste=sans-solution") == ["Mon casque se tait"])
  }

  @Test func `tells whoever comes second that somebody was faster`() throws {
    _ = try marc.ask("Une seule fois")
    let seen = try zoe.web.get(Self.board)
    try bruno.press("Prendre en charge", on: Self.board)
    let late = try zoe.send(gesture: "Prendre en charge", on: seen)
    #expect(late.status == 409)
    #expect(late.page.text.contains("bruno vient de prendre cette demande"))
    #expect(late.page.problems == [])
  }

  @Test func `gives a request that fifty take at once to one of them`() async throws {
    let thread = try marc.ask("Tous à la fois")
    let number = thread.split(separator: "/")[1].prefix { $0 != "-" }
    var takers: [Person] = []
    for index in 1...50 {
      let taker = try community.newcomer("aide\(index)", name: "Aide \(index)x")
      try name("aide\(index)")
      takers.append(taker)
    }
    let ready = try takers.map { taker in
      let page = try taker.web.get(thread).page
      return (
        taker.web.origin, taker.web.cookies, page.first("#gestes [name=\"jeton\"]")?["value"] ?? ""
      )
    }
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for (origin, cookies, token) in ready {
        group.addTask {
          let copy = HTTPClient(origin: origin)
          copy.cookies = cookies
          return try copy.post(
            "/fils/\(number)/prise-en-charge", form: [("jeton", token)],
            headers: ["Origin": origin]
          ).status
        }
      }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(statuses.filter { $0 == 303 }.count == 1)
    #expect(statuses.filter { $0 == 409 }.count == 49)
  }

  @Test func `hands over with a line that only those who help read`() throws {
    let thread = try marc.ask("À passer")
    try bruno.press("Prendre en charge", on: thread)
    let page = try bruno.web.get("/fils/1/relais").page
    #expect(page.problems == [])
    let form = try page.form(to: "/fils/1/relais")
    let empty = try bruno.web.submit(form, changing: ["texte": "  "])
    #expect(empty.status == 422)
    #expect(empty.page.title.hasPrefix("Erreur"))
    let done = try bruno.web.submit(form, changing: ["a": "zoe", "texte": "Modèle demandé."])
    #expect(done.status == 303)
    #expect(try zoe.web.get(thread).page.text.contains("Modèle demandé."))
    #expect(try !marc.web.get(thread).page.text.contains("Modèle demandé."))
    #expect(try titles("?liste=miennes") == ["À passer"])
    #expect(
      try zoe.web.get("/espaces/accueil/journal").page.text.contains("Demande d’aide confiée"))
    let back = try zoe.web.get("/fils/1/relais").page.form(to: "/fils/1/relais")
    _ = try zoe.web.submit(back, changing: ["a": "bureau", "texte": "Je pars en sortie."])
    #expect(try titles("?liste=nouvelles") == ["À passer"])
  }

  @Test(arguments: ["prise-en-charge", "attente", "resolution", "sans-solution", "reprise"])
  func `lets nobody else decide`(act: String) throws {
    let thread = try marc.ask("Pas pour moi")
    let token = try marc.web.get(thread).page.first("#gestes [name=\"jeton\"]")?["value"] ?? ""
    let before = try DatabaseDump(of: community.server.data)
    let reply = try marc.web.post(
      "/fils/1/\(act)", form: [("jeton", token)], headers: ["Origin": marc.web.origin])
    #expect(reply.status == 403)
    #expect(try marc.web.get("/fils/1/relais").status == 403)
    #expect(try DatabaseDump(of: community.server.data).differences(from: before) == [])
  }

  @Test func `changes several requests at once, and undoes it`() throws {
    for title in ["Orage", "Panne", "Routeur"] { _ = try marc.ask(title) }
    try bruno.press("Prendre en charge", on: "/fils/2-panne")
    func many(_ action: String, _ changes: [String: String] = [:]) throws -> Reply {
      var form = try zoe.web.get(Self.board).page.form(to: "\(Self.board)/lot")
      for box in ["1", "2"] { try form.set("fil", to: box) }
      let sent = try zoe.web.submit(form, changing: changes, pressing: action)
      #expect(sent.status == 303)
      return try zoe.web.get(sent.location ?? "")
    }
    let tagged = try many("etiqueter", ["nouvelle-etiquette": "Réseau"])
    #expect(tagged.page.text.contains("2 demandes étiquetées."))
    #expect(try titles("?etiquette=reseau") == ["Orage", "Panne"])
    #expect(try zoe.press("Annuler", on: tagged).status == 303)
    #expect(try titles("?etiquette=reseau") == [])

    let assigned = try many("confier", ["a": "bruno"])
    #expect(assigned.page.text.contains("1 demande confiée."))
    #expect(try titles("?liste=miennes", of: bruno) == ["Orage", "Panne"])
    try zoe.press("Annuler", on: assigned)
    #expect(try titles("?liste=miennes", of: bruno) == ["Panne"])

    let closed = try many("fermer")
    #expect(try titles() == ["Routeur"])
    #expect(try marc.web.get("/fils/1-orage").page.text.contains("Ce fil est fermé"))
    try zoe.press("Annuler", on: closed)
    #expect(try titles() == ["Orage", "Panne", "Routeur"])
    #expect(try titles("?liste=miennes", of: bruno) == ["Panne"])
    #expect(try !zoe.web.get("/espaces/accueil/journal").page.text.contains("Orage"))
  }

  @Test func `asks for a choice where there is none`() throws {
    _ = try marc.ask("Orage")
    let form = try zoe.web.get(Self.board).page.form(to: "\(Self.board)/lot")
    let reply = try zoe.web.submit(form, pressing: "fermer")
    #expect(reply.status == 422)
    #expect(reply.page.text.contains("Choisissez au moins une demande"))
    #expect(reply.page.problems == [])
  }

  @Test func `goes on page after page, each request once`() throws {
    for number in 1...27 { _ = try marc.ask("Demande numéro \(number)x", "Texte \(number)") }
    let first = try zoe.web.get(Self.board).page
    #expect(first.all(".threads > li").count == 25)
    let next = try #require(first.first(".pager [rel=\"next\"]")?["href"])
    let second = try zoe.web.get(next).page.all(".threads h3").map(\.text)
    #expect(second == ["Demande numéro 26x", "Demande numéro 27x"])
  }

  @Test func `waits as long as the space says, holidays aside`() throws {
    let settings = "\(Self.board)/reglages"
    let page = try zoe.web.get(settings).page
    #expect(page.problems == [])
    let delay = try page.form(to: "\(Self.board)/delai")
    #expect(try zoe.web.submit(delay, changing: ["delai": "72"]).status == 303)
    #expect(try zoe.web.get(Self.board).page.text.contains("72\u{00A0}h de jours de classe"))
    let holidays = try page.form(to: "\(Self.board)/vacances")
    let reversed = try zoe.web.submit(
      holidays, changing: ["nom": "Hiver", "du": "2026-02-28", "au": "2026-02-14"])
    #expect(reversed.status == 422)
    #expect(try reversed.page.form(to: "\(Self.board)/vacances")["nom"] == "Hiver")
    let right = try zoe.web.submit(
      holidays, changing: ["nom": "Hiver", "du": "2026-02-14", "au": "2026-02-28"])
    #expect(right.status == 303)
    #expect(try zoe.web.get(settings).page.text.contains("14\u{00A0}février 2026"))
    try zoe.press("Retirer Hiver", on: settings)
    #expect(try !zoe.web.get(settings).page.text.contains("février"))
  }

  @Test func `holds nothing of a private space for those outside`() throws {
    let atelier = Community.Space.closed
    try community.person("admin").open(atelier)
    let yann = try community.referent("yann", of: atelier)
    let thread = try yann.ask("Entre nous", in: atelier)
    #expect(try yann.web.get("/espaces/atelier/bureau").page.text.contains("Entre nous"))
    #expect(try zoe.web.get("/espaces/atelier/bureau").status == 404)
    #expect(try community.person("admin").web.get("/espaces/atelier/bureau").status == 404)
    #expect(try zoe.web.get("/fils/1/relais").status == 404)
    #expect(try zoe.web.get(thread).status == 404)
  }

  @Test func `greets those who help on their own page`() throws {
    _ = try marc.ask("Orage")
    let home = try bruno.web.get("/mon-preau").page.text
    #expect(home.contains("Bureau d’aide, Accueil\u{00A0}: 1 demande sans personne"))
    #expect(try !marc.web.get("/mon-preau").page.text.contains("Bureau d’aide"))
  }
}
