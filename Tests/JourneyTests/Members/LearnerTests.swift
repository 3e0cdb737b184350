import Foundation
import TestSupport
import Testing

/// Outside log-in a learner is « un apprenant », wherever one looks.
@Suite struct `Learners before visitors` {
  private struct Learner {
    let name: String
    let login: String
  }

  /// The demo community, and the learners in it who chose no public name.
  private static func demo() throws -> (server: ServerProcess, learners: [Learner]) {
    let server = try ServerProcess(["--demo"])
    let file = server.data.file("export.jsonl")
    let export = try PreauCommand.run(["export", "--data", server.data.path, file])
    #expect(export.status == 0, "\(export.stderr)")
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let learners = try lines.compactMap { line -> Learner? in
      let record = try JSON(parsing: String(line))
      guard record["type"] == "user", record["public_name"] != true,
        [nil, .null, "learner"].contains(record["role"]),
        let name = record["name"]?.string, let login = record["login"]?.string
      else { return nil }
      return Learner(name: name, login: login)
    }
    return (server, learners)
  }

  /// Whether `text` holds `word` with nothing of a word around it.
  private static func holds(_ text: String, _ word: String) -> Bool {
    var rest = text[...]
    while let found = rest.range(of: word) {
      let before =
        found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
      if !before.isLetter, !after.isLetter { return true }
      rest = text[found.upperBound...]
    }
    return false
  }

  @Test func `no page or feed that a visitor reaches names one`() throws {
    let (server, learners) = try Self.demo()
    #expect(learners.count >= 8)
    let visitor = server.visitor(keepsAlive: true)
    let crawl = try Crawl(visitor, limit: 600, kind: Crawl.fewConcepts)
    #expect(crawl.broken == [])
    #expect(crawl.pages.count > 100)
    var texts = crawl.pages.map { ($0.address, $0.body) }
    let feeds = crawl.pages.flatMap {
      $0.page.all("link[rel=\"alternate\"]").compactMap { $0["href"] }
    }
    #expect(feeds.count > 50)
    for feed in Set(feeds) { texts.append((feed, try visitor.get(feed, follow: true).body)) }
    for (address, text) in texts {
      for learner in learners {
        #expect(!Self.holds(text, learner.name), "\(learner.name) on \(address)")
        #expect(!Self.holds(text, learner.login), "\(learner.login) on \(address)")
      }
    }
    let signed = crawl.pages.flatMap { $0.page.all("article.post") }.filter {
      $0.first("h2")?.text.hasPrefix("un apprenant") == true
    }
    #expect(signed.count > 10)
    for post in signed {
      #expect(post.first("svg.face")?.text == "")
      #expect(post.first(".author") == nil)
    }
  }

  @Test func `no search finds or shows one`() throws {
    let (server, learners) = try Self.demo()
    let visitor = server.visitor(keepsAlive: true)
    let member = Person("camille", server.visitor())
    try member.logIn(password: "preau-demo")
    var found = 0
    for learner in learners {
      let author = try visitor.get("/recherche?q=auteur%3A\(learner.login)")
      #expect(
        !author.page.links.contains {
          $0.address.hasPrefix("/fils/") && $0.address != "/fils/nouveau"
        }, "\(learner.login)")
      found += try member.web.get("/recherche?q=auteur%3A\(learner.login)").page.links
        .count { $0.address.hasPrefix("/fils/") }
      let name = learner.name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      for result in try visitor.get("/recherche?q=\(name)").page.all("main li") {
        #expect(!Self.holds(result.text, learner.name), "\(learner.name)")
      }
    }
    // The same search works for members: it is not simply broken.
    #expect(found > 10)
  }

  @Test func `a mention is nobody's name for them, a public name is one's choice`() throws {
    let community = try Community()
    let lina = try community.newcomer("lina.p", name: "Lina Petit")
    let marc = try community.member("marc")
    let thread = try lina.ask("Une question")
    try marc.reply("Bonjour @lina.p, et encore @lina.p.", to: thread)
    let visitor = community.server.visitor()
    for path in [thread, "/fils", "/fils/1/atom", "/recherche?q=bonjour", "/espaces/accueil", "/"] {
      let body = try visitor.get(path).body
      #expect(!body.contains("Lina") && !body.contains("lina.p"), "\(path)")
      #expect(!body.contains("/membres/"), "\(path)")
    }
    #expect(
      try visitor.get(thread).page.first("#message-1 h2")?.text.hasPrefix("un apprenant") == true)
    #expect(try marc.web.get(thread).page.first("#message-1 .author")?.text == "Lina Petit")

    let profile = try lina.web.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    _ = try lina.web.submit(profile, changing: ["nom_public": "oui"])
    #expect(
      try visitor.get(thread).page.first("#message-1 h2")?.text.hasPrefix("Lina Petit") == true)
  }
}
