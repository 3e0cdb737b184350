import Testing

@testable import Preau

@Suite struct `Hostile queries` {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus.shared()
  }

  @Test func `no query is an error`() throws {
    for query in Self.hostile {
      for typing in [false, true] {
        _ = try corpus.find(query, isTyping: typing)
        _ = try corpus.find(query, reader: 0, page: 2)
      }
      _ = try corpus.database.read { db in
        try SearchStore.similar(
          title: query, body: query, reader: 1, now: SearchCorpus.now, db)
      }
    }
  }

  @Test func `an empty query finds nothing, quietly`() throws {
    for query in ["", " ", "\"\"", "!?", "🎉", "\0"] {
      let found = try corpus.find(query)
      #expect(found.results.isEmpty)
      #expect(found.matchedAllWords)
      #expect(found.suggestion == nil)
    }
  }

  @Test func `a query of function words alone still looks for them`() throws {
    #expect(try corpus.threads("sans les").contains(30) || !corpus.threads("sans").isEmpty)
    #expect(try corpus.threads("qui").contains(11))
  }

  @Test func `any mixture of signs and words is read`() throws {
    var random = SeededNumbers(state: 42)
    let parts = [
      "\"", "*", "(", ")", "NEAR", "AND", "OR", "NOT", "^", ":", "-", "+", "{", "}", "'", "’", ",",
      "\0", "🎉", "élève", "quiz", "auteur:", "espace:", "tag:", "statut:", "«", "»", "=", "\\", " ",
      " ", " ", "l'", "vidéo-projecteur", "\u{301}", "日本", "\u{202E}", "title", "body", "péd*",
    ]
    for _ in 0..<300 {
      let query = (0..<random.next(below: 14)).map { _ in parts[random.next(below: parts.count)] }
      _ = try corpus.find(query.joined())
    }
  }

  private static let hostile = [
    "\"", "\"\"\"", "*", "**", "(", ")", "((", "NEAR", "NEAR(", "NEAR(a b)", "AND", "OR", "NOT",
    "a AND", "AND a", "NOT a", "a NOT b", "^", "^a", "a^", ":", "a:", ":a", "title:", "body:quiz",
    "{title}", "{title body}: a", "-", "--", "-*", "-\"", "-\"\"", "+", "a + b", "\0", "a\0b", "'",
    "';--", "' OR 1=1 --", "\\", "%", "_", "=", "=elev", "\"=elev\"", "🎉", "👩‍🏫 élève",
    "\u{FEFF}", "\u{202E}abc", "«", "»", "« »", "“a", "auteur:\"", "auteur:-a", "-auteur:a",
    "espace:*", "tag:\"a", "statut:\"résolu", "a* b* c*", "*a", "\"a*\"", "\"a* b\"", "l'",
    "l'l'l'",
    "qu'", "a-b-c-d-e-f-g-h-i-j-k", "1.2.3", "日本語", "\n\t\r",
    String(repeating: "a", count: 10_000), String(repeating: "a ", count: 5_000),
    String(repeating: "\"", count: 10_000), String(repeating: "(", count: 10_000),
    String(repeating: "-a ", count: 3_000), String(repeating: "é", count: 10_000),
    String(repeating: "a-", count: 5_000), String(repeating: "auteur:a ", count: 1_000),
    String(repeating: "a* ", count: 3_000), "e" + String(repeating: "\u{301}", count: 10_000),
  ]
}

/// The same numbers each time (SplitMix64).
private struct SeededNumbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
