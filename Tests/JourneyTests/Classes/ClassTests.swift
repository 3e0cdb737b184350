import Foundation
import TestSupport
import Testing

@Suite struct `A class` {
  private let community: Community

  init() throws { community = try Community([.open]) }

  @Test func `takes thirty pasted names, shows what it will make, and makes it`() throws {
    let names =
      (1...30).map { "\($0).\tELEVE\($0 < 10 ? "A" : "B") Prénom\(letters($0))\t2B\n" }
      .joined() + "\n\nELEVEA Prénom\(letters(1)) 1\n"
    let room = try ClassRoom(community, names: "")
    let paste = try room.teacher.web.get(room.address + "/noms").page.form(with: "noms")
    let review = try room.teacher.web.submit(paste, changing: ["noms": names])
    #expect(review.status == 200)
    #expect(review.page.text.contains("30 comptes seront créés."))
    #expect(review.page.text.contains("1 ligne répétait un nom."))
    #expect(review.page.problems == [])
    // Nothing is made before the review is sent.
    #expect(try room.teacher.web.get(room.address).page.text.contains("0 élève"))
    let form = try review.page.form(to: room.address + "/eleves")
    let made = try room.teacher.web.submit(form)
    let slips = ClassRoom.slips(made.page)
    #expect(made.status == 200 && slips.count == 30)
    #expect(Set(slips.map(\.secret)).count == 30)
    #expect(made.page.problems == [])
    #expect(made.header("Cache-Control") == "no-store")
    #expect(try room.teacher.web.get(room.address).page.text.contains("30 élèves"))
    // The same form again makes nobody, and shows no secret.
    let again = try room.teacher.web.submit(form)
    #expect(ClassRoom.slips(again.page).isEmpty)
    #expect(try room.teacher.web.get(room.address).page.text.contains("30 élèves"))
  }

  private func letters(_ number: Int) -> String {
    let letters = Array("abcdefghij")
    return String(String(number).map { letters[$0.wholeNumberValue ?? 0] })
  }

  @Test func `opens to code, name and secret, however they are typed`() throws {
    let room = try ClassRoom(community)
    let lea = try #require(room.slips.first { $0.name == "Léa M." })
    for (code, name, secret) in [
      (room.code, lea.name, lea.secret),
      (
        room.code.lowercased().replacingOccurrences(of: "-", with: " "), " LEA m ",
        lea.secret.uppercased().replacingOccurrences(of: "-", with: " ")
      ),
    ] {
      let web = community.server.visitor()
      let form = try web.get("/classe").page.form(with: "secret")
      let reply = try web.submit(
        form, changing: ["code": code, "nom": name, "secret": secret], follow: true)
      #expect(reply.status == 200 && reply.page.h1.hasPrefix("2de B"))
    }
  }

  @Test func `stays shut to a wrong code, name or secret, in the same words`() throws {
    let room = try ClassRoom(community)
    let lea = room.slips[0]
    let answers = try [
      ("CDF-CDF", lea.name, lea.secret), (room.code, "Zoé", lea.secret),
      (room.code, lea.name, "tigre-lune-sapin-0000"), (room.code, room.slips[1].name, lea.secret),
      ("???", lea.name, lea.secret),
    ].map { code, name, secret in
      let web = community.server.visitor()
      let form = try web.get("/classe").page.form(with: "secret")
      let reply = try web.submit(form, changing: ["code": code, "nom": name, "secret": secret])
      #expect(reply.status == 422)
      return reply.page.first(".problems")?.text ?? ""
    }
    #expect(Set(answers).count == 1 && answers[0].contains("ne vont pas ensemble"))
  }

  @Test func `lets thirty in at the same time from one address`() async throws {
    let names = (10...39).map { "Camille \(letters($0))\n" }.joined()
    let room = try ClassRoom(community, names: names)
    #expect(room.slips.count == 30)
    let (server, code) = (community.server, room.code)
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for slip in room.slips {
        group.addTask {
          // A third of them mistype first.
          let web = server.visitor()
          if slip.secret.utf8.last.map({ $0 % 3 == 0 }) ?? false {
            _ = try ClassRoom.enter(web, code: code, name: slip.name, secret: "oups")
          }
          return try ClassRoom.enter(web, code: code, name: slip.name, secret: slip.secret).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [Int](repeating: 303, count: 30))
  }

  @Test func `counts wrong secrets for one name of one class, and no other`() throws {
    let room = try ClassRoom(community)
    let (lea, ines) = (room.slips[0], room.slips[1])
    let web = community.server.visitor()
    var status = 0
    for _ in 0..<6 {
      status = try ClassRoom.enter(web, code: room.code, name: lea.name, secret: "non").status
    }
    #expect(status == 429)
    let right = try ClassRoom.enter(
      community.server.visitor(), code: room.code, name: lea.name.uppercased(),
      secret: lea.secret)
    #expect(right.status == 429 && right.header("Retry-After") != nil)
    #expect(
      try ClassRoom.enter(web, code: room.code, name: ines.name, secret: ines.secret).status == 303)
    let other = try ClassRoom(community, names: "Léa Martin", teacher: "prof2")
    let sameName = other.slips[0]
    #expect(sameName.name == lea.name)
    #expect(
      try ClassRoom.enter(
        community.server.visitor(), code: other.code, name: sameName.name,
        secret: sameName.secret
      ).status == 303)
  }

  @Test func `gives a new secret in two clicks, and the old one opens nothing`() throws {
    let room = try ClassRoom(community)
    let lea = room.slips[0]
    let learner = try room.learner(lea)
    // One click…
    let page = try room.teacher.web.open(
      link: "Secret, nom\u{00A0}: \(lea.name)", on: room.teacher.web.get(room.address))
    // … and two.
    let answer = try room.teacher.web.submit(page.page.form(with: "eleve"))
    let new = ClassRoom.slips(answer.page)
    #expect(new.map(\.name) == [lea.name] && new[0].secret != lea.secret)
    #expect(try learner.web.get("/mon-preau").status == 303)
    let visitor = community.server.visitor()
    #expect(
      try ClassRoom.enter(visitor, code: room.code, name: lea.name, secret: lea.secret).status
        == 422)
    #expect(
      try ClassRoom.enter(visitor, code: room.code, name: lea.name, secret: new[0].secret).status
        == 303)
    let journal = try room.teacher.web.get(room.space() + "/journal").page.text
    #expect(journal.contains("Secret remplacé") && journal.contains(lea.name))
  }

  @Test func `replaces no secret of somebody with more rights, nor of another class`() throws {
    let room = try ClassRoom(community)
    let other = try ClassRoom(community, names: "Zoé Petit", teacher: "prof2")
    // In the order of their names, Inès comes first.
    let member = try room.teacher.web.get(room.address).page.links
      .first { $0.address.hasPrefix(room.address + "/eleves/") }
    let number = try #require(member?.address.split(separator: "/").last.map(String.init))
    let form = try room.teacher.web.get("\(room.address)/eleves/\(number)").page.form(with: "eleve")
    // Another teacher, by the other class and by this one.
    let forged = try other.teacher.web.get(other.address + "/billets").page
      .form(to: other.address + "/billets")
    let token = forged["jeton"] ?? ""
    let sent = try other.teacher.web.post(
      other.address + "/billets", form: [("jeton", token), ("eleve", number)],
      headers: ["Origin": other.teacher.web.origin])
    #expect(sent.status == 403)
    #expect(try other.teacher.web.get("\(room.address)/eleves/\(number)").status == 404)
    // The learner becomes a référent: the form that was open already is refused.
    let boss = try community.person("admin")
    let found = try boss.web.get("/espaces/accueil/membres?cherche=ines-b")
    try boss.press("Nommer", on: found)
    #expect(try room.teacher.web.submit(form).status == 403)
    #expect(
      try ClassRoom.enter(
        community.server.visitor(), code: room.code, name: room.slips[1].name,
        secret: room.slips[1].secret
      ).status == 303)
  }

  @Test func `shows no e-mail field to its learners, nor their names outside`() throws {
    let room = try ClassRoom(community)
    let learner = try room.learner(room.slips[0])
    let start = ["/", "/mon-preau", try room.space()]
    let crawl = try Crawl(learner.web, from: start, limit: 200, kind: Crawl.fewConcepts)
    #expect(crawl.broken == [] && crawl.pages.count > 12)
    for page in crawl.pages {
      #expect(!page.page.has("input[type=\"email\"]"), "\(page.address)")
      #expect(!page.page.has("[name=\"courriel\"]"), "\(page.address)")
      #expect(page.page.problems == [], "\(page.address)")
    }
    let profile = try learner.web.get("/mon-preau/profil").page
    #expect(!profile.has("[name=\"nom\"]") && !profile.has("[name=\"nom_public\"]"))
    // Sent all the same, they change nothing.
    let form = try profile.form(to: "/mon-preau/profil")
    let sent = try learner.web.post(
      "/mon-preau/profil",
      form: [
        ("jeton", form["jeton"] ?? ""), ("nom", "Autre"), ("nom_public", "oui"),
        ("courriel", "lea@exemple.invalid"), ("presentation", ""), ("langue", ""),
      ], headers: ["Origin": learner.web.origin])
    #expect(sent.status == 303)
    #expect(try learner.web.get("/mon-preau").page.h1.contains(room.slips[0].name))
    let thread = try learner.ask("Une question ouverte", in: .open)
    #expect(try !community.server.visitor().get(thread).body.contains(room.slips[0].name))
  }

  @Test func `is joined by code by those who have an account, once the teacher agrees`() throws {
    let room = try ClassRoom(community)
    try community.add("maman", role: "family")
    let family = try community.person("maman")
    let form = try family.web.get("/classe/\(room.code)").page.form(with: "code")
    let asked = try family.web.submit(form, follow: true)
    #expect(asked.page.text.contains("C’est demandé."))
    let space = try room.space()
    #expect(try family.web.get(space).status == 404)
    #expect(try room.teacher.web.get("/classes").page.text.contains("1 demande attend"))
    try room.teacher.press("Admettre pour lire et aider", on: room.address)
    #expect(try family.web.get(space).status == 200)
    #expect(try room.teacher.web.get(room.address).page.text.contains("Nom de maman") == false)
    let thread = try room.learner(room.slips[0]).ask(
      "Une question", in: Community.Space(String(space.dropFirst(9)), "", "private"))
    try family.reply("Une piste.", to: thread)
    // A learner whose account another teacher made waits, too.
    let other = try ClassRoom(community, names: "", teacher: "prof2")
    let learner = try room.learner(room.slips[0])
    let second = try learner.web.get("/classe/\(other.code)").page.form(with: "code")
    #expect(try learner.web.submit(second, follow: true).page.text.contains("C’est demandé."))
    try other.teacher.press("Admettre comme élève", on: other.address)
    #expect(try other.teacher.web.get(other.address).page.text.contains("1 élève"))
  }

  @Test func `is not for learners to make or look after`() throws {
    let room = try ClassRoom(community)
    let learner = try room.learner(room.slips[0])
    #expect(try learner.web.get("/classes/nouvelle").status == 403)
    #expect(try learner.web.get(room.address + "/noms").status == 403)
    #expect(try learner.web.get(room.address).location == (try room.space()))
    let stranger = try community.newcomer("kev")
    #expect(try stranger.web.get(room.address).status == 404)
    #expect(try community.server.visitor().get(room.address).status == 303)
  }

  @Test func `is not left by its learners`() throws {
    let room = try ClassRoom(community)
    let learner = try room.learner(room.slips[0])
    let leave = try learner.web.get(room.space() + "/depart").page.form(with: "jeton")
    #expect(try learner.web.submit(leave).status == 422)
    #expect(try learner.web.get(room.space()).status == 200)
  }
}
