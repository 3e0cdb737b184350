import Testing

@testable import Preau

@Suite struct `Understanding a query` {
  private func words(_ terms: [SearchQuery.Term]) -> [[String]] {
    terms.map { $0.words.map(\.form) }
  }

  @Test func `operators, phrases, exclusions and beginnings are told apart`() {
    let query = SearchQuery(
      parsing: #"élève auteur:Claire espace:"École inclusive" étiquette:moodle tag:pdf "#
        + #"statut:résolu "en panne" -chat -"très long" péd*"#)
    #expect(words(query.terms) == [["eleve"], ["en", "panne"], ["ped"]])
    #expect(words(query.excluded) == [["chat"], ["tres", "long"]])
    #expect(query.authors == ["Claire"])
    #expect(query.spaces == ["École inclusive"])
    #expect(query.tags == ["moodle", "pdf"])
    #expect(query.state == .solved)
  }

  @Test(
    arguments: [
      ("statut:résolu", .solved), ("statut:OUVERT", .open), ("statut:fermé", .closed),
      ("statut:sans-réponse", .unanswered), ("statut:\"sans réponse\"", .unanswered),
      ("statut:bleu", nil), ("statut:", nil),
    ] as [(String, SearchQuery.State?)])
  func `states are known by their French names`(typed: String, state: SearchQuery.State?) {
    #expect(SearchQuery(parsing: typed).state == state)
  }

  @Test(arguments: [
    ("statut:bleu", ["statut", "bleu"]), ("auteur:", ["auteur"]),
    ("panne : rien", ["panne", "rien"]),
    ("\"jamais fermé", ["jamais", "ferme"]), ("-", []), ("--", []), ("--mot", ["mot"]),
    ("https://exemple.fr", ["https", "exemple", "fr"]),
    ("a AND (b OR c)", ["a", "and", "b", "or", "c"]),
    ("NEAR(x y, 2)", ["near", "x", "y", "2"]), ("title:mot", ["title", "mot"]), ("^mot", ["mot"]),
    ("*", []), ("()", []), ("auteur:\"\"", ["auteur"]), ("''", []),
  ])
  func `what is malformed is read as words`(typed: String, expected: [String]) {
    let query = SearchQuery(parsing: typed)
    #expect(query.terms.flatMap { $0.words.map(\.form) } == expected)
    #expect(!query.hasFilters)
    #expect(query.excluded.isEmpty)
  }

  @Test func `what is not wanted is never looked for`() {
    for typed in ["-exclu", "-exclu -\"mot de passe\""] {
      let query = SearchQuery(parsing: typed)
      #expect(query.isEmpty)
      #expect(words(query.excluded).first == ["exclu"])
    }
    #expect(!SearchQuery(parsing: "-exclu statut:ouvert").isEmpty)
  }

  @Test func `short beginnings, and more than one, are words`() {
    let query = SearchQuery(parsing: "a* pé* péd* fich* -ab* -abc*")
    #expect(query.terms.map(isBeginning) == [false, false, true, false])
    #expect(query.excluded.map(isBeginning) == [false, false])
  }

  @Test func `more than a few phrases are words`() {
    let query = SearchQuery(parsing: #""a b" "c d" "e f" "g h" "i j""#)
    let expected = [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"], ["i"], ["j"]]
    #expect(words(query.terms) == expected)
  }

  private func isBeginning(_ term: SearchQuery.Term) -> Bool {
    if case .prefix = term { true } else { false }
  }

  @Test func `a query is bounded`() {
    let many = SearchQuery(parsing: (0..<200).map { "m\($0)" }.joined(separator: " "))
    #expect(many.terms.count == SearchQuery.mostTerms)
    let long = SearchQuery(parsing: String(repeating: "a ", count: 400) + "fin")
    #expect(!words(long.terms).contains(["fin"]))
    let accents = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(words(SearchQuery(parsing: accents).terms) == [["e"]])
    let filters = SearchQuery(parsing: String(repeating: "tag:x ", count: 50))
    #expect(filters.tags.count == SearchQuery.mostFilters)
  }
}
