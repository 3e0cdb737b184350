import SQLite
import Testing

@testable import Preau

@Suite struct `What is asked again and again` {
  private func questions(_ titles: String...) -> [HelpThemeStore.Question] {
    titles.enumerated().map {
      HelpThemeStore.Question(
        thread: Number(Int64($0.offset + 1)), slug: "x", title: $0.element, isResolved: false)
    }
  }

  @Test func `is grouped by the words that three questions share, whatever their form`() {
    let themes = HelpTheme.all(
      in: questions(
        "L’imprimante ne répond plus", "Deux imprimantes en panne", "Imprimante en panne",
        "Un quiz dans Moodle", "Des quiz qui ne s’enregistrent pas"))
    #expect(themes.map(\.words) == [["imprimante"]])
    #expect(themes.first?.threads.map(\.thread.value) == [1, 2, 3])
  }

  @Test func `is said once where words always come together`() {
    let themes = HelpTheme.all(
      in: questions("Carte à puce bloquée", "Ma carte à puce", "Carte à puce perdue"))
    #expect(themes.count == 1)
    #expect(Set(themes.first?.words ?? []) == ["carte", "puce"])
  }

  @Test func `leaves out figures and words that mean nothing alone`() {
    let themes = HelpTheme.all(
      in: questions("Comment faire pour 2026", "Pour 2026", "Comment faire 2026"))
    #expect(themes.isEmpty)
  }
}

@Suite struct `What is looked for in vain` {
  private let community: Community
  private let now = Instant.now

  init() throws { community = try Community() }

  private func look(for words: String, as person: Community.Person) throws {
    _ = try community.get("/recherche?q=" + words, as: person)
    let misses = community.site.searchMisses.take()
    try community.site.database.write { db in
      for miss in misses { try SearchMissStore.keep(miss, at: now, db) }
    }
  }

  private func wanted(after seconds: Int64 = 0) throws -> [String] {
    try community.site.database.read {
      try SearchMissStore.wanted(at: now + seconds, $0).map(\.words)
    }
  }

  @Test func `is shown once three members did, and without them`() throws {
    for person in [Community.Person.learner, .insider, .learner, .learner] {
      try look(for: "Xylophone", as: person)
    }
    #expect(try wanted() == [])
    try look(for: "xylophone", as: .outsider)
    #expect(try wanted() == ["xylophone"])
    #expect(
      try community.get("/espaces/public/bureau/themes", as: .referent).text
        .contains("xylophone"))
    #expect(try wanted(after: 91 * 86_400) == [])
    let hashes = try community.site.database.read { db in
      try db.rows("SELECT DISTINCT who FROM search_miss") { try $0.next([UInt8].self) }
    }
    #expect(hashes.count == 3)
    try look(for: "glockenspiel", as: .learner)
    let others = try community.site.database.read { db in
      try db.rows("SELECT who FROM search_miss WHERE words = 'glockenspiel'") {
        try $0.next([UInt8].self)
      }
    }
    #expect(!hashes.contains(others[0]), "one member is another one for other words")
  }

  @Test func `is nothing of visitors, of what was found, or of names`() throws {
    try look(for: "xylophone", as: .visitor)
    try look(for: "auteur:xylophone", as: .learner)
    try look(for: "-xylophone", as: .learner)
    let kept = try community.site.database.read {
      try $0.value("SELECT count(*) FROM search_miss", as: Int64.self)
    }
    #expect(kept == 0)
  }
}
