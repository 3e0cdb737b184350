import Testing

@testable import Preau

@Suite struct `A passage` {
  private func text(_ source: String) throws -> PassageText {
    PassageText(TutorialBody(try TutorialText.render(source), filmHosts: []))
  }

  private static let source = """
    ## Couper

    Couper l’arrivée d’eau, puis *vérifier* : « rien ne coule ».

    ## Vérifier

    Ouvrir le robinet. Attendre dix secondes. Ouvrir le robinet encore.
    """

  private func found(
    _ quote: PassageQuote, in source: String = Self.source, nearly: Bool = false
  ) throws -> String? {
    let text = try text(source)
    return (nearly ? text.findNearly(quote) : text.find(quote)).map { text.quote($0).exact }
  }

  @Test(arguments: [
    ("l'arrivee d'eau", "l’arrivée d’eau"),
    ("vérifier: \"rien ne coule\"", "vérifier : « rien ne coule"),
    ("COUPER L’ARRIVÉE", "Couper l’arrivée"), ("dix   secondes.\nOuvrir", "dix secondes. Ouvrir"),
  ])
  func `is found however it is typed`(typed: String, written: String) throws {
    #expect(try found(PassageQuote(exact: typed)) == written)
  }

  @Test(arguments: ["", "…", "l’arrivée de gaz", "eaux"])
  func `is not found where it is not`(typed: String) throws {
    #expect(try found(PassageQuote(exact: typed)) == nil)
  }

  @Test func `that stands twice is told by what stands around it`() throws {
    let text = try text(Self.source)
    let first = try #require(text.find(PassageQuote(exact: "Ouvrir le robinet")))
    let second = try #require(
      text.find(PassageQuote(exact: "Ouvrir le robinet", prefix: "dix secondes. ")))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.find(text.quote(second)) == second)
    #expect(text.section(at: second.lowerBound)?.anchor == "partie-verifier")
    #expect(text.quote(first).prefix.hasSuffix("Vérifier\n"))
  }

  @Test func `is found again where some of its letters have changed`() throws {
    let quote = PassageQuote(exact: "Attendre dix secondes avant d’ouvrir le robinet.")
    let later = "Un mot.\n\nAttendre douze secondes avant de rouvrir le robinet. Fin."
    #expect(try found(quote, in: later) == nil)
    #expect(
      try found(quote, in: later, nearly: true)?
        .hasPrefix("Attendre douze secondes avant de rouvrir le robinet") == true)
    #expect(try found(quote, in: "Tout autre chose est écrit ici.", nearly: true) == nil)
  }

  /// The nearest stretch by trying them all.
  private func slowly(_ wanted: [Character], _ text: [Character]) -> Int {
    var row = Array(0...wanted.count)
    var best = wanted.count
    for letter in text {
      var diagonal = 0
      for index in 1..<row.count {
        let cost = diagonal + (wanted[index - 1] == letter ? 0 : 1)
        diagonal = row[index]
        row[index] = min(cost, row[index] + 1, row[index - 1] + 1)
      }
      best = min(best, row[wanted.count])
    }
    return best
  }

  @Test(arguments: 0..<200)
  func `is found nearly exactly when a slow search finds it`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    func letters(_ count: Int) -> [Character] {
      (0..<count).map { _ in "abcd".randomElement(using: &random) ?? "a" }
    }
    var wanted = letters(Int.random(in: 5...30, using: &random))
    var hay = letters(60)
    if Bool.random(using: &random) {
      hay.insert(contentsOf: wanted, at: 30)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        wanted[Int.random(in: wanted.indices, using: &random)] = "e"
      }
    }
    let found = try text(String(hay)).findNearly(PassageQuote(exact: String(wanted)))
    let cost = slowly(wanted, hay)
    #expect((found != nil) == (cost <= wanted.count / 5), "seed \(seed)")
    guard let found else { return }
    #expect(
      slowly(wanted, Array(hay[found])) == cost, "seed \(seed): not the nearest")
  }

  @Test func `is searched in bounded time`() throws {
    let hay = String(repeating: "aaaa ", count: 8_000)
    let text = try text(hay)
    let quote = PassageQuote(exact: String(repeating: "aaab", count: 200))
    let clock = ContinuousClock()
    #expect(clock.measure { _ = text.findNearly(quote) } < .seconds(5))
  }
}

@Suite struct `The place of a section` {
  private let sections = [
    TutorialSection(level: 2, title: "Avant de commencer", anchor: "partie-avant-de-commencer"),
    TutorialSection(level: 2, title: "Peser", anchor: "partie-peser"),
    TutorialSection(level: 2, title: "Vérifier l’absence de tension", anchor: "partie-verifier"),
  ]

  @Test(arguments: [
    ("partie-peser", "Autre", "partie-peser"), ("", "", ""),
    ("partie-avant", "Avant de commencer", "partie-avant-de-commencer"),
    ("partie-x", "Vérifier qu’il n’y a pas de tension", "partie-verifier"),
    ("partie-x", "Vérifier l’absence de la tension", "partie-verifier"),
    ("partie-x", "Ranger", nil), ("partie-x", "Peser sans rien transporter", nil),
  ])
  func `is that of its anchor, its words, or words like them`(
    anchor: String, heading: String, found: String?
  ) {
    #expect(SectionPlace.anchor(of: anchor, heading, in: sections) == found)
  }
}
