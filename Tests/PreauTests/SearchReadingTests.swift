import Testing

@testable import Preau

/// Claire (1) belongs to the private space; Karim (2) is only a member; 0 is a visitor.
@Suite struct `A search shows only what its reader may read` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.shared()
  }

  @Test(
    arguments: [
      ("zygomatique", 1, [14]), ("zygomatique", 2, []), ("zygomatique", 0, []),
      ("visioconférence", 2, [13]), ("visioconférence", 0, []),
      ("tablettes", 1, [14, 11]), ("tablettes", 2, [11]), ("budget", 0, []),
      ("espace:equipe budget", 1, [14]), ("espace:equipe budget", 2, []),
      ("espace:equipe", 2, []), ("budg*", 2, []), ("\"mot rare\"", 2, []),
    ] as [(String, Int64, [Int64])])
  func `threads of other spaces are absent`(
    query: String, reader: Int64, threads: [Int64]
  ) throws {
    let found = try corpus.find(query, reader: reader)
    #expect(found.results.map(\.thread) == threads)
    #expect(found.total == threads.count)
  }

  @Test func `what may not be read takes no place from what may`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(
        .init(id: 400, title: "Ouvert", age: 60, posts: ["Un hippocampe."]), db)
      let posts = (0...SearchStore.mostCandidates).map { "Un hippocampe secret \($0)." }
      try SearchCorpus.add(.init(id: 401, space: 4, title: "Secret", posts: posts), db)
    }
    #expect(try corpus.threads("hippocampe", reader: 2) == [400])
    #expect(try corpus.threads("hippocampe secret", reader: 2) == [400])
  }

  @Test func `corrections come from readable posts only`() throws {
    #expect(try corpus.find("zygomatiqe", reader: 1).suggestion == "zygomatique")
    #expect(try corpus.find("zygomatiqe", reader: 2).suggestion == nil)
    // Known, but not to him: as good as unknown.
    #expect(try corpus.find("visioconferense", reader: 0).suggestion == nil)
    #expect(try corpus.find("visioconferense", reader: 2).suggestion == "visioconférence")
  }

  @Test func `a word of a closed space is as good as unknown among others`() throws {
    let corpus = try SearchCorpus.filled()
    let words = (1...6).map { "mot\($0)qqq" }
    try corpus.database.write { db in
      for (index, word) in words.enumerated() {
        let thread = SearchCorpus.NewThread(
          id: 700 + Int64(index), title: "Sujet", posts: ["Ici \(word)."])
        try SearchCorpus.add(thread, db)
      }
      try SearchCorpus.add(.init(id: 710, space: 4, title: "Secret", posts: ["Durandal."]), db)
      try SearchCorpus.add(.init(id: 711, title: "Ôté", posts: ["Roncevaux."]), db)
      try db.run("UPDATE thread SET removed = 1 WHERE id = 711")
    }
    for count in 1...words.count {
      for reader in [0, 2] as [Int64] {
        let known = words.prefix(count).joined(separator: " ")
        let unknown = try corpus.find(known + " inexistant", reader: reader)
        #expect(unknown.total > 0)
        #expect(try corpus.find(known + " durandal", reader: reader) == unknown)
        #expect(try corpus.find(known + " roncevaux", reader: reader) == unknown)
        #expect(try corpus.find("durandal " + known, reader: reader).total == unknown.total)
      }
    }
    let similar = { (title: String, reader: Int64) in
      try corpus.database.read { db in
        try SearchStore.similar(
          title: title, body: "", reader: reader, limit: 20, now: SearchCorpus.now, db)
      }
    }
    let known = words.joined(separator: " ")
    #expect(try similar(known + " durandal", 2) == similar(known + " inexistant", 2))
    #expect(try similar("durandal", 1).map(\.id) == [710])
  }

  @Test func `words of a closed space push no correction aside`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(.init(id: 700, title: "Sujet", posts: ["Le bupontel."]), db)
      // Nearer by its first letter, and many in the order of the alphabet before what is public.
      try SearchCorpus.add(.init(id: 710, space: 4, title: "Secret", posts: ["Dupontel."]), db)
      let near = "abcdefghijklmnopqrs".map { "horiz\($0)nx" }.joined(separator: " ")
      try SearchCorpus.add(.init(id: 711, space: 4, title: "Secret", posts: [near]), db)
      try SearchCorpus.add(.init(id: 701, title: "Sujet", posts: ["Un horiztnx."]), db)
    }
    #expect(try corpus.find("dupontell", reader: 2).suggestion == "bupontel")
    #expect(try corpus.find("horiz9nx", reader: 2).suggestion == "horiztnx")
  }

  @Test func `many words of a closed space push no correction aside either`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(.init(id: 700, title: "Sujet", posts: ["Le zupontel."]), db)
      // As if seventy thousand words stood in spaces that he may not read, all before that one.
      try db.run(
        """
        WITH RECURSIVE number (value) AS (
          SELECT 0 UNION ALL SELECT value + 1 FROM number WHERE value < 69999)
        INSERT OR IGNORE INTO search_word (word)
        SELECT 'aaa' || char(97 + value / 17576 % 26, 97 + value / 676 % 26,
                             97 + value / 26 % 26, 97 + value % 26, 97)
          FROM number
        """)
    }
    #expect(try corpus.find("dupontel", reader: 2).suggestion == "zupontel")
  }

  @Test(
    arguments: [
      ("upontel", "dupontel"), ("udpontel", "dupontel"), ("xdupontel", "dupontel"),
      ("bupontel", "dupontel"), ("dupontle", "dupontel"), ("kestionnaire", "questionnaire"),
    ])
  func `a mistake in the first letter is corrected`(typed: String, meant: String) throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(
        .init(id: 700, title: "Sujet", posts: ["Le dupontel, un questionnaire."]), db)
    }
    #expect(try corpus.find(typed, reader: 2).suggestion == meant)
  }

  @Test func `a removed post or thread is absent, and comes back when restored`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in try SearchIndex.remove(post: 4002, db) }
    #expect(try corpus.threads("lampe remplacer").first != 4)
    try corpus.database.write { db in
      try SearchIndex.index(
        post: 4002, title: "Vidéo-projecteur en panne : ne s'allume pas",
        text: "C’était la lampe.", db)
      try db.run("UPDATE thread SET removed = 1 WHERE id = 7")
    }
    #expect(try corpus.threads("vidéoprojecteur lampe") == [4])
    #expect(try corpus.threads("quiz") == [6, 8])
    #expect(try corpus.threads("statut:ouvert quiz") == [6, 8])
    #expect(try corpus.find("dernière séance").results.isEmpty)
  }

  @Test func `a thread that moves is read where it is`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in try db.run("UPDATE thread SET space = 4 WHERE id = 11") }
    #expect(try corpus.threads("tablette", reader: 2) == [])
    #expect(try corpus.threads("tablette", reader: 1).contains(11))
  }

  @Test(
    arguments: [
      ("auteur:claire", 2), ("auteur:Évrard", 2), ("auteur:\"claire evrard\"", 0),
    ] as [(String, Int64)])
  func `posts are found by their author's name`(query: String, reader: Int64) throws {
    #expect(try corpus.threads(query + " quiz", reader: reader) == [7, 6, 8])
    #expect(try !corpus.threads(query, reader: reader).isEmpty)
  }

  @Test func `a visitor finds no learner without a public name`() throws {
    #expect(try corpus.threads("auteur:léa", reader: 2) == [15])
    #expect(try corpus.threads("auteur:léa", reader: 0) == [])
    #expect(try corpus.threads("auteur:fontaine photosynthèse", reader: 0) == [])
    #expect(try corpus.threads("auteur:noé", reader: 0).contains(16))
    // What she wrote is public all the same.
    #expect(try corpus.threads("photosynthèse", reader: 0) == [16, 15])
  }

  @Test func `who is called in a post is neither found nor shown`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      let text = "Merci (@lea.b_2) et @Karim. Écrivez à aide@ecole.test, cher hippocampe @"
      try SearchCorpus.add(.init(id: 600, title: "Appel", posts: [text]), db)
    }
    #expect(try corpus.threads("karim").isEmpty)
    #expect(try !corpus.threads("lea").contains(600))
    #expect(try corpus.threads("ecole.test") == [600])
    let found = try #require(try corpus.find("hippocampe", reader: 0).results.first)
    #expect(
      found.snippet.map(\.text).joined()
        == "Merci (@…) et @…. Écrivez à aide@ecole.test, cher hippocampe @")
  }

  @Test(arguments: ["lea", "léa", "leaxyz", "xyz"])
  func `nor is who is called in a title, in an address, or with accents`(word: String) throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      let text = "Hippocampe de @léaxyz : https://exemple.test/@leaxyz?de=@leaxyz et **@leaxyz**."
      try SearchCorpus.add(
        .init(id: 600, title: "Merci @leaxyz pour l’hippocampe", posts: [text, "Oui."]), db)
      try SearchIndex.retitle(thread: 600, to: "Merci @leaxyz pour l’hippocampe", db)
    }
    #expect(try !corpus.threads(word, reader: 0).contains(600))
    #expect(try corpus.find("leaxya", reader: 0).suggestion == nil)
    let found = try #require(try corpus.find("hippocampe", reader: 0).results.first)
    #expect(found.thread == 600)
    #expect(!(found.title + found.snippet).map(\.text).joined().contains("xyz"))
    #expect(found.title.map(\.text).joined() == "Merci @… pour l’hippocampe")
    let member = try #require(try corpus.find("hippocampe", reader: 2).results.first)
    #expect(member.title.map(\.text).joined() == "Merci @leaxyz pour l’hippocampe")
  }

  @Test func `a tag that calls somebody does not exist for a visitor`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try db.run("INSERT INTO tag (id, slug, label) VALUES (9, 'lea-b', '@lea.b')")
      try SearchCorpus.add(.init(id: 800, title: "Ici", tags: [9], posts: ["Là."]), db)
    }
    for query in ["tag:lea-b", "tag:@lea.b"] {
      #expect(try corpus.threads(query, reader: 0).isEmpty)
      #expect(try corpus.threads(query, reader: 2) == [800])
    }
  }

  @Test func `names used to log in are no names for visitors`() throws {
    #expect(try corpus.threads("auteur:lea", reader: 2) == [15])
    #expect(try corpus.threads("auteur:noe", reader: 0).contains(16))
    #expect(try corpus.threads("auteur:parti", reader: 1) == [])
  }
}

@Suite struct `Narrowing a search` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.shared()
  }

  @Test(arguments: [
    ("espace:inclusion", [10, 9]), ("espace:\"école inclusive\" pdf", [9]),
    ("espace:inclusion espace:referents pare-feu", [13]), ("espace:nulle-part quiz", []),
    ("étiquette:moodle", [6]), ("tag:matériel lampe", [4]), ("étiquette:inconnue quiz", []),
    ("tag:accessibilite statut:résolu", [9, 1]), ("statut:fermé", [18]),
    ("statut:résolu panne", [4]), ("statut:ouvert salle", []),
    ("statut:sans-réponse quiz", [7, 8]),
    ("tag:materiel -clignote", [4]), ("tag:moodle tag:materiel", []),
  ])
  func `filters go together with words and with each other`(
    query: String, threads: [Int64]
  ) throws {
    #expect(try corpus.threads(query) == threads)
  }

  @Test func `a tag is found among many by its address, and among some by its label`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      for id in 10...(SearchScope.mostTagsCompared + 10) {
        try db.run("INSERT INTO tag (id, slug, label) VALUES (?, ?, ?)", id, "t-\(id)", "T \(id)")
      }
      try db.run(
        "INSERT INTO tag (id, slug, label) VALUES (5000, 'ecole-ouverte', 'École ouverte')")
      try db.run("UPDATE tag SET label = 'Équipement' WHERE id = 3")
      try SearchCorpus.add(.init(id: 800, title: "Ici", tags: [5000], posts: ["Là."]), db)
    }
    for query in ["tag:\"école ouverte\"", "tag:Ecole-Ouverte"] {
      #expect(try corpus.threads(query) == [800])
    }
    #expect(try corpus.threads("tag:équipement lampe") == [4])
    #expect(try corpus.threads("tag:inconnue").isEmpty)
  }
}
