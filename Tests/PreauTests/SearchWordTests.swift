import Testing

@testable import Preau

@Suite struct `Reading words` {
  @Test(arguments: [
    ("L’élève a été empêché", ["eleve", "a", "ete", "empeche"]),
    ("Œuvres, ÆTHER, Straße, İstanbul", ["oeuvres", "aether", "strasse", "istanbul"]),
    ("e\u{301}le\u{300}ve so\u{AD}uple zéro\u{200B}largeur", ["eleve", "souple", "zerolargeur"]),
    ("Ｆｕｌｌ　ｗｉｄｔｈ ﬁn m²", ["full", "width", "fin", "m2"]),
    ("jusqu'à lorsqu’il qu'elle d'ici n'est s'il", ["a", "il", "elle", "ici", "est", "il"]),
    ("l'auto-école", ["autoecole"]),
    ("quelqu'un quelqu’autre aujourd'hui", ["quelquun", "autre", "aujourdhui"]),
    ("c'est-à-dire O'Connor", ["estadire", "oconnor"]),
    ("fin- -début a--b l' 'x'", ["fin", "debut", "a", "b", "l", "x"]),
    ("Moodle 4.1, 6e B", ["moodle", "4", "1", "6e", "b"]),
    ("日本語 καλημέρα ПРИВЕТ", ["日", "本", "語", "καλημερα", "привет"]),
    ("🎉🏳️‍🌈 !?… «»", []), ("", []), ("\0\0mot\0", ["mot"]),
  ])
  func `words are folded and elisions dropped`(text: String, words: [String]) {
    #expect(SearchWord.folded(text) == words)
  }

  @Test func `a compound is one place with its parts`() {
    let words = SearchWord.all(in: "le vidéo-projecteur neuf")
    #expect(words.map(\.form) == ["le", "videoprojecteur", "neuf"])
    #expect(words[1].parts == ["video", "projecteur"])
    #expect(words[1].source == 3..<20)
  }

  @Test func `words and compounds have a greatest length`() {
    let long = SearchWord.all(in: String(repeating: "é", count: 100_000) + " fin")
    #expect(long.count == 2)
    #expect(long[0].form.utf8.count <= WordReader.longestWord)
    let chain = SearchWord.all(in: Array(repeating: "a", count: 1000).joined(separator: "-"))
    #expect(chain.count == 1000 / WordReader.mostParts)
    #expect(chain.allSatisfy { $0.parts.count == WordReader.mostParts })
  }

  @Test func `bytes that are not UTF-8 are read as blanks`() {
    var found: [String] = []
    var reader = WordReader()
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x63, 0xE2, 0x82, 0xF4, 0x90, 0x80, 0x80, 0xC3]
    bytes.withUnsafeBufferPointer { bytes in
      reader.read(bytes) { found.append(String(decoding: $0.folded, as: UTF8.self)) }
    }
    #expect(found == ["a", "b", "c"])
  }

  @Test func `time grows with the length of the text and no faster`() {
    func time(_ text: String) -> Duration {
      ContinuousClock().measure { _ = SearchWord.all(in: text).count }
    }
    for piece in ["a", "a-", "l'", "é", "a ", "\u{301}", "-", "日"] {
      let short = time(String(repeating: piece, count: 20_000))
      let long = time(String(repeating: piece, count: 200_000))
      #expect(long < short * 100 + .milliseconds(200), "repeating \(piece)")
    }
  }

  @Test(arguments: [
    ["empecher", "empeche", "empechee", "empechees", "empeches"], ["evenement", "evenements"],
    ["oeuvre", "oeuvres"], ["journal", "journaux"], ["jeu", "jeux"],
    ["evaluation", "evaluations", "evaluer"], ["heureux", "heureuse"],
  ])
  func `forms of a word have one stem`(forms: [String]) throws {
    let stemmer = try #require(FrenchStemmer())
    #expect(Set(forms.map { stemmer.token(for: $0) }).count == 1)
  }

  @Test func `articles, short words and numbers have no stem`() throws {
    let stemmer = try #require(FrenchStemmer())
    for word in ["le", "dans", "ab", "2026", "6e", "日本"] {
      #expect(stemmer.token(for: word) == nil)
    }
  }

  @Test(
    arguments: [
      ("tablette", "tablete", 1), ("lire", "lier", 1), ("chat", "chats", 1), ("abc", "abc", 0),
      ("photosynthese", "fotosynthese", 2), ("chien", "niche", nil), ("a", "abcd", nil),
    ] as [(String, String, Int?)])
  func `the distance of two words is bounded`(one: String, other: String, distance: Int?) {
    var from = EditDistance(from: one, limit: 2)
    let found = Array(other.utf8).withUnsafeBytes { from.to($0) }
    #expect(found == distance)
  }
}
