import Testing

@testable import Preau

/// Which tutorials may answer, by words alone.
@Suite struct `Tutorials that may answer` {
  private let stemmer: FrenchStemmer
  private let index: AnswerIndex

  private static let tutorials = [
    (
      1, "Consigner une installation électrique", "Avant de dépanner une armoire.", ["habilitation"]
    ),
    (2, "Rendre un devoir dans Moodle", "Depuis un téléphone.", ["moodle"]),
    (3, "Corriger un devoir dans Moodle", "Avec une grille.", ["moodle", "evaluation"]),
    (4, "Filmer un geste professionnel", "Avec un téléphone et un pied.", ["video"]),
    (5, "Lire un énoncé à voix haute", "Pour un élève dyslexique.", ["dyslexie"]),
  ]

  init() throws {
    stemmer = try #require(FrenchStemmer())
    index = AnswerIndex(
      Self.tutorials.map { id, title, summary, tags in
        AnswerIndex.Source(
          tutorial: Number(Int64(id)), title: title, summary: summary, tags: tags)
      }, stemmer)
  }

  private func found(_ title: String, body: String = "", tags: [String] = []) -> [Int64] {
    index.find(AskedWords(title: title, body: body, tags: tags), most: 3, stemmer).map(\.value)
  }

  @Test(arguments: [
    ("Comment consigner une armoire électrique ?", [1]),
    ("Mes élèves ne savent pas rendre leurs devoirs sur Moodle", [2, 3]),
    ("Comment filmer les gestes en atelier ?", [4]),
    ("Le four de la cuisine est froid", []),
    ("Quel téléphone acheter pour la classe de CAP coiffure ?", []),
    ("Comment faire ?", []), ("", []), ("🎉 ?!", []),
  ])
  func `share what the question is about, whatever the endings`(title: String, answers: [Int64]) {
    #expect(found(title) == answers)
  }

  @Test func `are not those with one word in common, unless the question has no other`() {
    #expect(found("Le téléphone de l’internat sonne la nuit") == [])
    #expect(found("Consigner ?") == [1])
  }

  @Test func `are found by the text and by the tags too`() {
    #expect(found("Un élève bloque sur les textes") == [])
    #expect(found("Un énoncé trop long", tags: ["dyslexie"]) == [5])
    #expect(
      found("Un énoncé trop long", body: "Mon élève est dyslexique, je lis à voix haute.") == [5])
  }

  @Test func `are few, and a long text takes no longer`() {
    let many = AnswerIndex(
      (1...50).map {
        AnswerIndex.Source(
          tutorial: Number($0), title: "Rendre un devoir \($0)", summary: "", tags: [])
      }, stemmer)
    let asked = AskedWords(
      title: "Rendre un devoir", body: String(repeating: "é", count: 200_000))
    #expect(many.find(asked, most: 3, stemmer).count == 3)
  }
}
