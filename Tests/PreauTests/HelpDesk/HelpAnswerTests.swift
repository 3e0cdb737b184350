import Testing

@testable import Preau

@Suite struct `A ready answer` {
  private let words = HelpAnswerWords(
    firstName: "Marc", space: "Accueil", title: "Mon casque", link: "https://preau.test/fils/1")

  @Test(arguments: [
    ("Bonjour {prénom},", "Bonjour Marc,"),
    ("{Prénom} {espace} {titre} {lien}", "Marc Accueil Mon casque https://preau.test/fils/1"),
    ("{inconnu} {} { {prénom", "{inconnu} {} { {prénom"),
    ("{{prénom}}", "{Marc}"),
    ("", ""),
  ])
  func `has its variables replaced`(text: String, filled: String) {
    #expect(words.fill(text) == filled)
  }

  @Test func `reads well without a name`() {
    let words = HelpAnswerWords(firstName: "", space: "", title: "", link: "")
    #expect(words.fill("Bonjour {prénom}, voici.") == "Bonjour, voici.")
  }

  @Test func `does not replace what a title brings in`() {
    let words = HelpAnswerWords(firstName: "Marc", space: "", title: "{prénom}", link: "")
    #expect(words.fill("{titre}") == "{prénom}")
  }

  @Test(
    arguments: [
      ("12", 12), ("/fils/12-titre", 12), ("https://preau.test/fils/7-a?page=2", 7), ("fil", nil),
      ("", nil), ("/fils/", nil),
    ] as [(String, Int64?)])
  func `points to the thread that was named`(typed: String, number: Int64?) {
    #expect(HelpInsertion.number(in: typed)?.value == number)
  }

  @Test func `needs a name and a text`() {
    #expect(throws: HelpAnswerDraft.Problem.nameMissing) {
      try HelpAnswerDraft(name: " ", body: "Oui.").checked()
    }
    #expect(throws: HelpAnswerDraft.Problem.bodyMissing) {
      try HelpAnswerDraft(name: "Oui", body: "\n").checked()
    }
    #expect(throws: HelpAnswerDraft.Problem.bodyTooLong) {
      try HelpAnswerDraft(name: "Oui", body: String(repeating: "a", count: 5_001)).checked()
    }
  }
}
