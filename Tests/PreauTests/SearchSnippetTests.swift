import Testing

@testable import Preau

@Suite struct `Showing why a thread was found` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.shared()
  }

  private func marked(_ runs: [SearchRun]) -> [String] {
    runs.filter(\.isHighlighted).map(\.text)
  }

  @Test(
    arguments: [
      ("eleve empecher", 1, ["élève", "empêché"]), ("oeuvre", 3, ["œuvre"]),
      ("vidéoprojecteur", 4, ["Vidéo-projecteur"]), ("projecteur", 4, ["projecteur"]),
      ("vidéo projecteur", 5, ["vidéoprojecteur"]), ("\"en panne\"", 4, ["en panne"]),
      ("photo*", 16, ["Photosynthèse"]), ("rendez vous", 24, ["Rendez"]),
      ("évaluation", 22, ["évaluation"]), ("autoévaluation", 22, ["auto-évaluation"]),
    ] as [(String, Int64, [String])])
  func `titles mark the words as they are written`(
    query: String, thread: Int64, expected: [String]
  ) throws {
    let result = try #require(
      try corpus.find(query).results.first { $0.thread == thread })
    #expect(marked(result.title) == expected)
  }

  @Test func `snippets mark inflected and elided words`() throws {
    let result = try #require(try corpus.find("l'évènement annonce").results.first)
    #expect(marked(result.snippet) == ["annoncer", "événements"])
    let image = try #require(try corpus.find("image portable").results.first)
    #expect(marked(image.snippet) == ["image", "portable"])
    #expect(
      image.snippet.map(\.text).joined() == "L’image clignote dès que je branche mon portable.")
  }

  @Test func `a snippet is cut around the words, between words`() throws {
    let corpus = try SearchCorpus.filled()
    let filler = String(repeating: "Rien à voir avec le sujet. ", count: 200)
    try corpus.database.write { db in
      try SearchCorpus.add(
        .init(
          id: 500, title: "Long", posts: [filler + "Un\nhippocampe <b>nage</b> ici. " + filler]),
        db)
    }
    let result = try #require(try corpus.find("hippocampe nager").results.first)
    let text = result.snippet.map(\.text).joined()
    #expect(marked(result.snippet) == ["hippocampe", "nage"])
    #expect(text.hasPrefix("… "))
    #expect(text.hasSuffix(" …"))
    #expect(text.contains("Un hippocampe <b>nage</b> ici."))
    #expect(text.utf8.count < SearchSnippet.length + 20)
  }

  @Test func `any text can be cut`() throws {
    let stemmer = try #require(FrenchStemmer())
    let forms = SearchForms(SearchQuery(parsing: "mot fin"), stemmer)
    let snippet = SearchSnippet(highlighter: SearchHighlighter(forms, stemmer))
    for text in [
      "", "mot", String(repeating: "é", count: 1000), String(repeating: "👩‍🏫", count: 200),
      String(repeating: "x", count: 259) + "é mot", String(repeating: "日", count: 300) + " mot",
      String(repeating: "é", count: 500) + " mot " + String(repeating: "é", count: 500),
      String(repeating: "mot ", count: 100_000),
    ] {
      let cut = snippet.part(of: text).map(\.text).joined()
      #expect(cut.utf8.count <= SearchSnippet.length + 10)
      #expect(!cut.unicodeScalars.contains("\u{FFFD}"))
      #expect(snippet.whole(text).map(\.text).joined() == text)
    }
  }
}

@Suite struct `Correcting a query` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.shared()
  }

  @Test(arguments: [
    ("tablelte", "tablette"), ("fotosynthese", "photosynthèse"), ("evenemants", "événements"),
    ("qiuz", "quiz"), ("calandrier", "calendrier"), ("ouevre", "œuvre"), ("quizz", "quiz"),
    ("quii", "quiz"),
  ])
  func `an unknown word is corrected as it is written`(typed: String, corrected: String) throws {
    let suggestion = try #require(try corpus.find(typed).suggestion)
    #expect(suggestion == corrected)
    #expect(try !corpus.find(suggestion).results.isEmpty)
  }

  @Test func `the rest of the query stays`() throws {
    let found = try corpus.find("quizz \"moodle\" auteur:claire")
    #expect(found.suggestion == "quiz \"moodle\" auteur:claire")
    #expect(try corpus.find("quiz moodle").suggestion == nil)
    #expect(try corpus.find("xyzxyzxyz").suggestion == nil)
  }
}
