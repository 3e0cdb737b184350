import TestSupport
import Testing

@Suite struct `Who reads what` {
  private let community: Community
  /// By the word that stands in the title and in the first post of its thread, and nowhere else.
  private let threads: [String: String]
  private let rose: Person

  /// Threads that are open to visitors, to members, and to those who were admitted.
  private static let words = ["zirconium", "béryllium", "vanadium"]

  init() throws {
    community = try Community([.open, .team, .closed])
    rose = try community.referent("rose", of: .closed)
    var threads: [String: String] = [:]
    for (word, space) in zip(Self.words, [Community.Space.open, .team, .closed]) {
      threads[word] = try rose.ask(
        "Le \(word) du jour", "Un mot sur le \(word).", in: space, tags: "commun, rayon \(word)")
    }
    self.threads = threads
  }

  /// A visitor, a member who was not admitted, and one who was, with the words that each reads.
  private func readers() throws -> [(who: String, web: HTTPClient, words: Set<String>)] {
    let lina = try community.newcomer("lina")
    let marc = try community.member("marc")
    try rose.admit(marc, to: .closed)
    return [
      ("a visitor", community.server.visitor(), ["zirconium"]),
      ("a member", lina.web, ["zirconium", "béryllium"]),
      ("an administrator", try community.person("admin").web, ["zirconium", "béryllium"]),
      ("one who was admitted", marc.web, Set(Self.words)),
    ]
  }

  @Test(arguments: [
    "/", "/fils", "/fils?liste=sans-reponse", "/etiquettes", "/etiquettes/commun",
    "/recherche?q=jour", "/recherche?q=mot", "/recherche?q=auteur%3Arose",
    "/fils/semblables?titre=Le+jour",
  ])
  func `a list shows each reader what is theirs to read`(path: String) throws {
    for (who, web, words) in try readers() {
      if path.hasPrefix("/fils/semblables"), who == "a visitor" { continue }
      let reply = try web.get(path)
      #expect(reply.status == 200, "\(path) for \(who)")
      let seen = Set(Self.words.filter { reply.body.contains($0) })
      // The front page may leave out what it has no room for, never show more.
      #expect(seen == words, "\(path) for \(who)")
    }
  }

  @Test func `a search finds each reader what is theirs to read, by any word`() throws {
    for (who, web, words) in try readers() {
      for word in Self.words {
        let found = try web.get("/recherche?q=\(word == "béryllium" ? "beryllium" : word)")
        let links = found.page.links.filter { $0.address.hasPrefix(threads[word] ?? "?") }
        #expect(links.isEmpty != words.contains(word), "\(word) for \(who)")
        // Half a word: no suggestion gives away what is not theirs.
        let near = try web.get(
          "/recherche?q=\(word.first == "b" ? "berylium" : word.replacing("ium", with: "um"))")
        let told = near.page.links.contains { $0.text.contains(word) }
        #expect(!told || words.contains(word), "\(word) is suggested to \(who)")
      }
    }
  }

  @Test func `a thread, its posts, its history and its feed open to the same people`() throws {
    for (who, web, words) in try readers() {
      for (number, word) in Self.words.enumerated() {
        let isOpen = words.contains(word)
        let thread = threads[word] ?? ""
        for path in [
          thread, "/fils/\(number + 1)", "/messages/\(number + 1)",
          "/messages/\(number + 1)/historique",
        ] {
          let reply = try web.get(path)
          let isThere = reply.status == 200 || reply.location?.hasPrefix(thread) == true
          if who == "a visitor", path.hasSuffix("historique") { continue }
          #expect(isThere == isOpen, "\(path) (\(word)) for \(who): \(reply.status)")
          // Its own address aside, which stands in the form that asks for another language.
          #expect(isOpen || !reply.page.text.contains(word))
        }
      }
    }
    // What is private looks like what does not exist.
    let visitor = community.server.visitor()
    #expect(try visitor.get(threads["vanadium"] ?? "").status == 404)
    #expect(try visitor.get("/espaces/atelier").status == 404)
    #expect(try visitor.get("/espaces/nulle-part").status == 404)
    #expect(try visitor.get("/espaces/atelier/atom").status == 404)
  }

  @Test func `feeds without a key hold what visitors read`() throws {
    let visitor = community.server.visitor()
    let all = try visitor.get("/fils/atom")
    #expect(all.header("Content-Type")?.hasPrefix("application/atom+xml") == true)
    #expect(Self.words.filter { all.body.contains($0) } == ["zirconium"])
    for path in [
      "/etiquettes/commun/atom", "/espaces/accueil/atom", "\(threads["zirconium"] ?? "")/atom",
    ] {
      let feed = try visitor.get(path, follow: true)
      #expect(feed.status == 200, "\(path)")
      #expect(Self.words.filter { feed.body.contains($0) } == ["zirconium"], "\(path)")
    }
    // Even with the cookie of someone who reads more: feed readers have none.
    #expect(try rose.web.get("/fils/atom").body == all.body)
  }

  @Test func `a private feed is its member's, until it is revoked`() throws {
    let page = try rose.web.get("/mon-preau/flux")
    let address = try #require(
      page.page.all("[value], a[href], code").lazy
        .flatMap { [$0["value"] ?? "", $0["href"] ?? "", $0.text] }
        .first { $0.contains("/espaces/atelier/atom?cle=") })
    let path = String(
      address.dropFirst(
        address.hasPrefix("http") ? page.address.count - "/mon-preau/flux".count : 0))
    let visitor = community.server.visitor()
    let feed = try visitor.get(path)
    #expect(feed.status == 200)
    #expect(feed.body.contains("vanadium"))
    #expect(try visitor.get(path + "x").status == 404)
    let form = try #require(
      page.page.forms.first { $0.method == "POST" && $0.target.contains("flux") })
    _ = try rose.web.submit(form)
    #expect(try visitor.get(path).status == 404)
  }

  @Test func `a tag counts what its reader reads`() throws {
    for (who, web, words) in try readers() {
      let page = try web.get("/etiquettes").page
      let line = page.all("main li").first { $0.text.hasPrefix("commun") }
      #expect(line?.text.contains("\(words.count)") == true, "\(line?.text ?? "none") for \(who)")
      let alone = try web.get("/etiquettes/rayon-vanadium")
      #expect((alone.status == 200) == words.contains("vanadium"), "\(who)")
    }
  }

  @Test func `someone put out of a space reads nothing of it any more`() throws {
    let marc = try community.member("marc")
    try rose.admit(marc, to: .closed)
    let thread = threads["vanadium"] ?? ""
    #expect(try marc.web.get(thread).status == 200)
    try rose.press("Retirer", in: "main", on: "/espaces/atelier/membres")
    for path in [thread, "/fils", "/recherche?q=vanadium", "/fils?liste=suivis", "/etiquettes"] {
      #expect(try !marc.web.get(path).page.text.contains("Le vanadium du jour"), "\(path)")
    }
  }
}
