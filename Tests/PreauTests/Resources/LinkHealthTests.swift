import SQLite
import Testing

@testable import Preau

@Suite struct `A link inside a tutorial` {
  private let day: Int64 = 86_400
  private let community: Community
  private var database: Database { community.site.database }

  init() throws { community = try Community() }

  private func write(_ text: String, at path: String, _ more: (String, String)...) throws {
    let answer = try community.post(
      path,
      [
        ("titre", "Consigner"), ("texte", text), ("licence", Licence.by.uri),
        ("langue-du-texte", "fr"), ("action", "publier"),
      ] + more, as: .referent)
    #expect(answer.status == 303)
    #expect(try community.post("/tutoriels/1/publication", as: .referent).status == 303)
  }

  private func visit(_ finding: LinkHealth.Finding, at moment: Instant) throws -> [String] {
    let due = try database.read { try TutorialLinkStore.due(at: moment, limit: 10, $0) }
    for link in due { try TutorialLinkCheck.note(finding, of: link, at: moment, database) }
    return due.map(\.url).sorted()
  }

  private func read() throws {
    #expect(try TutorialLinkCheck.readNext(database, base: "http://preau.test"))
    #expect(try !TutorialLinkCheck.readNext(database, base: "http://preau.test"))
  }

  @Test func `is said to be broken to the authors, once, until it is corrected`() throws {
    try write(
      """
      Voir [là](https://exemple.fr/a?b=1&c=2#partie), [encore](https://exemple.fr/a?b=1&c=2),
      [ici](http://preau.test/fils) et [ailleurs](/fils). Et <https://exemple.fr/b>.
      """, at: "/tutoriels/nouveau", ("espace", "public"), ("envoi", "un"))
    try read()
    let both = ["https://exemple.fr/a?b=1&c=2", "https://exemple.fr/b"]
    let now = Instant.now
    #expect(try visit(.fails, at: now) == both)
    #expect(try visit(.fails, at: now) == [])
    #expect(try visit(.fails, at: now + 2 * day) == both)
    let workshop = try community.get("/tutoriels/1/atelier", as: .referent).text
    #expect(workshop.contains("https://exemple.fr/b</code>"))
    let told = try database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = 'message'") {
        try $0.next(Int64.self)
      }
    }
    #expect(told == [Community.Person.referent.rawValue])

    try write("Voir <https://exemple.fr/c>.", at: "/tutoriels/1/modifier", ("version", "1"))
    try read()
    #expect(try visit(.answers, at: now + 2 * day) == ["https://exemple.fr/c"])
    #expect(
      try !community.get("/tutoriels/1/atelier", as: .referent).text.contains("ne répondent plus"))
  }
}

@Suite struct `A link of a card` {
  private let noon = Instant(seconds: 1_750_000_000)
  private let day: Int64 = 86_400

  @Test func `is broken after two failures, a day apart`() {
    let first = LinkHealth().after(.fails, at: noon)
    #expect(first.broken == nil && first.failures == 1)
    #expect(first.nextVisit(after: noon) - noon > day)
    #expect(first.nextVisit(after: noon) - noon < 2 * day)
    let soon = first.after(.fails, at: noon + 3_600)
    #expect(soon.broken == nil)
    let later = soon.after(.fails, at: noon + day)
    #expect(later.broken == noon + day)
    #expect(later.after(.fails, at: noon + 8 * day).broken == noon + day)
    #expect(later.nextVisit(after: noon) - noon == 7 * day)
    #expect(later.after(.answers, at: noon + 9 * day) == LinkHealth())
  }

  @Test(arguments: [
    (200, true), (206, true), (301, true), (401, true), (403, true), (405, true), (429, true),
    (404, false), (410, false), (500, false), (503, false),
  ])
  func `answers unless nothing is there`(status: Int, answers: Bool) {
    #expect((LinkHealth.Finding(status: status) == .answers) == answers)
  }

  @Test func `is said to be broken on its card, and once to who added it`() throws {
    let community = try Community()
    let database = community.site.database
    _ = try community.post(
      "/ressources/ajouter",
      [
        ("genre", "lien"), ("adresse", "https://exemple.fr/parti"), ("titre", "Parti sans laisser"),
        ("description", "Plus rien."), ("licence", Licence.unknown.uri), ("espace", "public"),
        ("confirmer", "oui"),
      ], as: .insider)
    func visit(_ finding: LinkHealth.Finding, at moment: Instant) throws {
      let due = try database.read { try LinkStore.due(at: moment, limit: 10, $0) }
      let link = try #require(due.first)
      try LinkCheck.note(finding, of: link, at: moment, database)
    }
    let now = Instant.now
    try visit(.fails, at: now)
    #expect(try database.read { try LinkStore.due(at: now, limit: 10, $0) }.isEmpty)
    let page = "/ressources/1-parti-sans-laisser"
    #expect(try !community.get(page).text.contains("ne répond plus"))
    try visit(.fails, at: now + 2 * day)
    #expect(try community.get(page).text.contains("ne répond plus"))
    try visit(.fails, at: now + 12 * day)
    let told = try database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = 'message'") {
        try $0.next(Int64.self)
      }
    }
    #expect(told == [Community.Person.insider.rawValue])
    try visit(.answers, at: now + 22 * day)
    #expect(try !community.get(page).text.contains("ne répond plus"))
  }
}
