import Testing

@testable import Preau

@Suite struct `Finding a thread by its words` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.shared()
  }

  /// What is typed, and the threads that come first, in order.
  private static let expectations: [(query: String, first: [Int64])] = [
    // Accents, case, ligatures, apostrophes
    ("eleve empeche", [1]), ("élève", [1]), ("l'eleve", [1]), ("L’ÉLÈVE", [1]),
    ("empecher", [1]), ("empêchée", [1]), ("empêchés", [1]), ("l'élève a été empêché", [1]),
    ("evenement", [2]), ("événements", [2]), ("EVENEMENTS", [2]), ("l’événement", [2]),
    ("e\u{301}ve\u{301}nement", [2]),
    ("oeuvre", [3]), ("œuvre", [3]), ("oeuvres", [3]), ("ŒUVRE intégrale", [3]),
    ("strasse", [27]), ("straße", [27]), ("ubung", [27]), ("koln", [27]), ("full width", [27]),
    ("ｑｕｉｚ", [7, 6, 8]),
    // Elision
    ("d'agenda", [2]), ("qu’image", [21, 5]), ("jusqu'autorisation", [21]),
    ("quelqu'un", [22]), ("quelqu’un évaluation", [22]), ("aujourd'hui", [23]),
    ("aujourdhui grève", [23]),
    // Hyphens
    ("vidéoprojecteur allume plus", [4]), ("vidéo-projecteur", [5, 4]),
    ("vidéoprojecteur", [5, 4]), ("video projecteur", [4, 5]), ("projecteur", [4]),
    ("vidéoprojecteurs", [5, 4]), ("vidéo-projecteurs en panne", [4]),
    ("auto évaluation", [22]), ("autoévaluation", [22]), ("rendez-vous", [24]),
    ("rendezvous", [24]), ("pare feu", [13]), ("pare-feu", [13]), ("pare-feux", [13]),
    ("parefeux", [13]), ("pare feux", [13]), ("pique nique", [30]),
    // Inflected forms
    ("évaluations", [22, 19]), ("évaluer", [19, 22, 1]), ("journal", [21]), ("journaux", [21]),
    ("apprenti entreprise", [12]), ("accessibles", [9]), ("tableau", [10, 9]),
    ("remplacé", [4]), ("jeu", [8]), ("jeux", [8]), ("questionnaires", [6]),
    // The words that were typed before their other forms; titles before texts
    ("chats", [28, 29]), ("chat", [29, 28]), ("quiz", [7, 6, 8]), ("quiz moodle", [6]),
    ("lampe", [26, 25, 4]), ("exposé", [16]), ("photosynthese", [16, 15]),
    // Words of the title and of a reply, together
    ("vidéoprojecteur lampe", [4]), ("moodle aléatoires", [6]), ("aesh tableau blanc", [10]),
    // Sentences, with words that hold them together
    ("comment créer un quiz dans moodle ?", [6]), ("mon vidéoprojecteur ne s’allume plus", [4]),
    ("où trouver un mot de passe oublié", [20]), ("la tablette est partagée", [11]),
    ("Mots de passe oubliés", [20]),
    // Phrases, exclusions, beginnings
    ("\"mot de passe\"", [20]), ("« tableau blanc »", [10]), ("\"blanc tableau\"", []),
    ("\"vidéoprojecteur en panne\"", [4]), ("\"vidéo projecteur en panne\"", [4]),
    ("\"vidéo-projecteur clignote\"", [5]), ("\"a été empêché\"", [1]),
    ("\"chats\" cours", [28]), ("quiz -moodle", [7, 8]), ("quiz -\"dernière séance\"", [6, 8]),
    ("lampe -bureau -voyant -remplacer", []), ("photo*", [16, 15, 21]), ("clign*", [5]),
    ("vidéo*", [4, 5]),
  ]

  @Test(arguments: expectations)
  func `the expected threads come first`(query: String, first: [Int64]) throws {
    let found = try corpus.find(query)
    let threads = found.results.map(\.thread)
    #expect(Array(threads.prefix(first.count)) == first)
    if first.isEmpty { #expect(threads.isEmpty || !found.matchedAllWords) }
  }

  @Test func `a plural in -eux is found by its singular`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(.init(id: 900, title: "Réseau", posts: ["Deux pare-feux."]), db)
    }
    for query in ["pare-feu réseau", "parefeu réseau", "pare-feux réseau"] {
      let found = try corpus.find(query)
      #expect(found.results.first?.thread == 900)
      #expect(found.results.first?.snippet.contains { $0.text == "pare-feux" } == true)
    }
  }

  @Test func `there are enough expectations`() {
    #expect(Self.expectations.count >= 60)
  }

  @Test func `a thread appears once, with its best post`() throws {
    let found = try corpus.find("lampe voyant vidéo-projecteur remplacer")
    #expect(found.results.map(\.thread) == [4])
    let reply = try #require(try corpus.find("vidéoprojecteur lampe").results.first)
    #expect(reply.post == 2)
    #expect(reply.address.text == "/fils/4-fil#message-2")
  }

  @Test func `the address names the page of the post`() throws {
    let corpus = try SearchCorpus.filled()
    let posts = (1...60).map { $0 == 51 ? "Le mot est hippocampe." : "Message \($0)." }
    try corpus.database.write { db in
      try SearchCorpus.add(.init(id: 100, title: "Long fil", posts: posts), db)
    }
    let found = try #require(try corpus.find("hippocampe").results.first)
    #expect(found.address.text == "/fils/100-fil?page=3#message-51")
  }

  @Test func `when nothing holds all the words, those that hold most come`() throws {
    let found = try corpus.find("tablette partagée photosynthèse hippocampe")
    #expect(!found.matchedAllWords)
    #expect(found.results.first?.thread == 11)
    #expect(try corpus.find("tablette partagée").matchedAllWords)
  }

  @Test func `of posts that hold as many words, a title says more than a fresh text`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(
        .init(id: 700, title: "Fil", age: 1, posts: ["Un texte partagé par tous."]), db)
      try SearchCorpus.add(
        .init(
          id: 701, title: "Une ardoise pour trois", age: 300,
          posts: ["Comment s’organiser avec l’ardoise ?", "Merci à tous."]), db)
    }
    let other = try corpus.find("ardoises hippocampe")
    #expect(other.results.first?.thread == 701)
    #expect(other.results.first?.post == 1)
    let mixed = try corpus.find("ardoise tous-ensemble texte")
    #expect(mixed.results.first?.thread == 701)
  }

  @Test func `many words of which few are known still find something`() throws {
    let words = (1...12).map { "inconnu\($0)" }.joined(separator: " ")
    let found = try corpus.find(words + " photosynthèse exposé")
    #expect(found.results.first?.thread == 16)
    #expect(!found.matchedAllWords)
    let known = "tablette photosynthèse lampe chats quiz agenda exposé pause écran carnet"
    #expect(try !corpus.find(known).results.isEmpty)
  }

  @Test func `the last word may be unfinished while typing`() throws {
    #expect(try corpus.find("photosyn", isTyping: true).results.map(\.thread) == [16, 15])
    #expect(try corpus.find("photosyn ", isTyping: true).results.isEmpty)
    #expect(try corpus.find("photosyn").results.isEmpty)
  }

  @Test func `results are given 25 a page, without overlap`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      for id in Int64(200)..<260 {
        try SearchCorpus.add(.init(id: id, title: "Fil", posts: ["Un hippocampe."]), db)
      }
    }
    let pages = try (1...4).map { try corpus.find("hippocampe", page: $0) }
    #expect(pages.map(\.results.count) == [25, 25, 10, 0])
    #expect(Set(pages.flatMap { $0.results.map(\.thread) }).count == 60)
    #expect(pages[0].total == 60)
    #expect(pages[0].pageCount == 3)
    #expect(try corpus.find("hippocampe", page: .max).results.isEmpty)
    #expect(try corpus.find("hippocampe", page: .min).page == 1)
  }

  @Test func `beyond the limit, old titles and exact titles are still found`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      try SearchCorpus.add(.init(id: 300, title: "Hippocampe", age: 900, posts: ["Vieux."]), db)
      let posts = (0..<SearchStore.mostCandidates).map { "Encore un hippocampe, \($0)." }
      try SearchCorpus.add(.init(id: 301, title: "Fil", posts: posts), db)
    }
    let found = try corpus.find("hippocampe")
    #expect(found.results.map(\.thread) == [300, 301])
    #expect(found.isCutOff)
  }

  @Test func `older posts are found by going on, each once, down to the first`() throws {
    let corpus = try SearchCorpus.filled()
    let count = 3 * SearchStore.mostCandidates
    try corpus.database.write { db in
      try SearchCorpus.add(
        .init(id: 300, title: "Vieux", age: 900, posts: ["Un vieil hippocampe gris."]), db)
      for id in 0..<Int64(count) {
        try SearchCorpus.add(.init(id: 1000 + id, title: "Fil", posts: ["Un hippocampe."]), db)
      }
    }
    var threads: [Int64] = []
    var looks = 0
    var before: Int64?
    repeat {
      let first = try corpus.find("hippocampes", before: before)
      for page in 1...first.pageCount {
        threads += try corpus.find("hippocampes", page: page, before: before).results.map(\.thread)
      }
      #expect(first.isCutOff == (first.older != nil))
      before = first.older
      looks += 1
    } while before != nil && looks < 100
    #expect(looks > 1)
    #expect(threads.last == 300)
    #expect(threads.count == count + 1)
    #expect(Set(threads).count == count + 1)
  }

  @Test func `a look that holds everything says so`() throws {
    let corpus = try SearchCorpus.filled()
    try corpus.database.write { db in
      for id in 0..<Int64(SearchStore.postsPerLook) {
        try SearchCorpus.add(.init(id: 1000 + id, title: "Fil", posts: ["Un hippocampe."]), db)
      }
    }
    let found = try corpus.find("hippocampe")
    #expect(found.total == SearchStore.postsPerLook)
    #expect(!found.isCutOff)
    #expect(found.older == nil)
  }

  @Test(arguments: ["-quiz", "-quiz -\"mot de passe\"", " -quiz"])
  func `what is not wanted alone asks for a word`(query: String) throws {
    let found = try corpus.find(query)
    #expect(found.asksForWord)
    #expect(found.results.isEmpty)
    #expect(try !corpus.find("tag:materiel -clignote").asksForWord)
    #expect(try !corpus.find("").asksForWord)
  }
}
