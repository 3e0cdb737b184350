import SQLite
import Testing

@testable import Preau

@Suite struct `Keeping the index` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.filled()
  }

  /// FTS5 compares its index with the texts that it should hold.
  private func check() throws {
    try corpus.database.write { db in
      try db.run("INSERT INTO search_post (search_post, rank) VALUES ('integrity-check', 1)")
    }
  }

  @Test func `an edited post is found by its new words only`() throws {
    try corpus.database.write { db in
      try SearchIndex.index(post: 7001, title: "Quiz", text: "Un dragon.", db)
    }
    #expect(try corpus.threads("dragon") == [7])
    #expect(try !corpus.threads("dernière séance").contains(7))
    #expect(try corpus.threads("quiz").first == 7)
    try check()
  }

  @Test func `a thread is found by its new title, from any of its posts`() throws {
    try corpus.database.write { db in
      try SearchIndex.retitle(thread: 6, to: "Dragons et licornes", db)
      try db.run("UPDATE thread SET title = 'Dragons et licornes' WHERE id = 6")
    }
    #expect(try corpus.threads("dragon questionnaire") == [6])
    #expect(try corpus.find("licorne aléatoires").results.first?.post == 3)
    #expect(try !corpus.threads("moodle").contains(6))
    #expect(try corpus.threads("dragons et licornes") == [6])
    try check()
  }

  @Test func `removing twice, or what was never there, changes nothing`() throws {
    try corpus.database.write { db in
      try SearchIndex.remove(post: 7001, db)
      try SearchIndex.remove(post: 7001, db)
      try SearchIndex.remove(post: 999_999, db)
      try SearchIndex.index(post: 999_999, title: "Rien", text: "Rien", db)
    }
    #expect(try corpus.threads("quiz") == [6, 8])
    try check()
  }

  @Test func `a change that is undone leaves the index as it was`() throws {
    struct Undone: Error {}
    #expect(throws: Undone.self) {
      try corpus.database.write { db in
        try SearchIndex.index(post: 7001, title: "Quiz", text: "Un dragon.", db)
        throw Undone()
      }
    }
    #expect(try corpus.threads("dragon") == [])
    #expect(try corpus.threads("dernière séance") == [7])
    try check()
  }

  @Test func `an emptied index is filled again`() throws {
    try corpus.database.write { db in try SearchIndex.empty(db) }
    #expect(try corpus.threads("quiz") == [])
    try corpus.database.write { db in
      try SearchIndex.index(post: 7001, title: "Quiz", text: "Bonjour.", db)
    }
    #expect(try corpus.threads("quiz") == [7])
    try check()
  }

  @Test func `the whole index is made again from what is stored`() throws {
    try corpus.database.write { db in
      try db.run("UPDATE post SET html = CAST('<p>Un <b>dragon</b>.</p>' AS BLOB) WHERE id = 7001")
      try db.run("UPDATE post SET removed = 1 WHERE id = 8001")
    }
    try SearchIndex.rebuild(in: corpus.database)
    #expect(try corpus.threads("dragon") == [7])
    #expect(try corpus.threads("quiz") == [7, 6])
    try check()
  }

  @Test func `a scattered index becomes one part, step by step, and finds the same`() throws {
    func parts() throws -> Int {
      try corpus.database.read { db in try SearchIndexStore.partCount(db) }
    }
    // Each transaction adds a part, until FTS5 joins some.
    var number = Int64(2000)
    while try parts() <= SearchIndex.mostParts {
      try corpus.database.write { db in
        try SearchCorpus.add(.init(id: number, title: "Fil", posts: ["Un hippocampe."]), db)
      }
      number += 1
    }
    let found = try corpus.find("hippocampe")
    var steps = 0
    while try SearchIndex.tidy(corpus.database) { steps += 1 }
    #expect(steps > 0)
    #expect(try parts() < SearchIndex.mostParts)
    #expect(try corpus.find("hippocampe") == found)
    #expect(try !SearchIndex.tidy(corpus.database))
    try check()
  }

  @Test func `megabytes in one post are indexed`() throws {
    let texts = [
      String(repeating: "a", count: 1_000_000), String(repeating: "mot-", count: 250_000),
      String(repeating: "\u{301}", count: 500_000), "avant\0après",
    ]
    try corpus.database.write { db in
      for (index, text) in texts.enumerated() {
        try SearchIndex.index(post: 1001 + Int64(index % 2), title: "T", text: text + " fin", db)
      }
    }
    #expect(try corpus.threads("après").contains(1))
    try check()
  }
}

@Suite struct `Threads similar to a draft` {
  private func similar(
    _ corpus: SearchCorpus, _ title: String, body: String = "", reader: Int64 = 1
  ) throws -> [Int64] {
    try corpus.database.read { db in
      try SearchStore.similar(
        title: title, body: body, reader: reader, now: SearchCorpus.now, db
      ).map(\.id)
    }
  }

  @Test(arguments: [
    ("Mon vidéoprojecteur ne marche plus", "Le voyant est rouge.", 4),
    ("Faire un quiz noté", "Dans Moodle, avec des questions au hasard", 6),
    ("Élève empêché d’écrire", "", 1), ("Apprentis et cours à distance", "", 12),
    ("Photos dans le journal", "droit à l'image des élèves", 21),
    ("Organisation des tablettes partagées", "", 11),
  ])
  func `the nearest comes first`(title: String, body: String, thread: Int64) throws {
    #expect(try similar(SearchCorpus.shared(), title, body: body).first == thread)
  }

  @Test func `it works from the first thread on`() throws {
    let corpus = try SearchCorpus()
    #expect(try similar(corpus, "Créer un quiz") == [])
    try corpus.database.write { db in
      try SearchCorpus.add(SearchCorpus.threads[5], db)
    }
    #expect(try similar(corpus, "Comment créer un quiz noté ?") == [6])
    #expect(try similar(corpus, "Autre chose") == [])
  }

  @Test func `what the writer may not read is not shown`() throws {
    let corpus = try SearchCorpus.shared()
    #expect(try similar(corpus, "Budget des tablettes confidentiel", reader: 1).first == 14)
    #expect(try !similar(corpus, "Budget des tablettes confidentiel", reader: 2).contains(14))
    #expect(try !similar(corpus, "zygomatique", body: "zygomatique", reader: 2).contains(14))
  }

  @Test func `it says what became of the question`() throws {
    let corpus = try SearchCorpus.shared()
    let found = try corpus.database.read { db in
      try SearchStore.similar(
        title: "Vidéoprojecteur en panne", body: "", reader: 1, now: SearchCorpus.now, db)
    }
    let first = try #require(found.first)
    #expect(first.id == 4)
    #expect(first.isSolved && first.isAnswered && !first.isClosed)
    #expect(first.address == "/fils/4-fil")
    #expect(found.count <= 5)
  }
}
