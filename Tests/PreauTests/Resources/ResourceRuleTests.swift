import Testing

@testable import Preau

@Suite struct `An address of a resource` {
  @Test(arguments: [
    ("https://www.exemple.fr/", "exemple.fr"),
    ("http://exemple.fr", "exemple.fr"),
    ("HTTPS://Exemple.FR:443/Page/?utm_source=x&b=2&a=1#haut", "exemple.fr/Page?a=1&b=2"),
    ("http://exemple.fr:80/page?fbclid=9", "exemple.fr/page"),
    ("http://exemple.fr:8080/page", "exemple.fr:8080/page"),
    ("exemple.fr/caf%c3%a9/%7eun", "exemple.fr/caf%C3%A9/~un"),
    ("https://exemple.fr/dossier/index.html", "exemple.fr/dossier"),
    ("https://exemple.fr./a//", "exemple.fr/a"),
    ("https://exemple.fr/a?Utm_Medium=mail", "exemple.fr/a"),
  ])
  func `is known by what leads elsewhere`(typed: String, key: String) {
    #expect(ResourceAddress(typed)?.key == key)
  }

  @Test func `keeps what tells pages apart`() {
    let pages = [
      "https://exemple.fr/a", "https://exemple.fr/A", "https://exemple.fr/a?id=1",
      "https://exemple.fr/a?id=2", "https://autre.exemple.fr/a", "https://exemple.fr:8443/a",
    ]
    #expect(Set(pages.compactMap { ResourceAddress($0)?.key }).count == pages.count)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "data:text/html,x", "ftp://exemple.fr/", "https://", "https:///a",
    "https://moi@exemple.fr/", "https://exemple.fr/a b", "//exemple.fr/", "un mot",
    "https://exemple.fr/\u{1}", "https://:80/",
  ])
  func `is none of what cannot be followed`(typed: String) {
    #expect(ResourceAddress(typed) == nil)
  }

  @Test func `is followed as it was typed, but for capitals of the host`() {
    #expect(
      ResourceAddress(" HTTP://WWW.Exemple.fr/A?utm_x=1#b ")?.text
        == "http://www.exemple.fr/A?utm_x=1#b")
    #expect(ResourceAddress("exemple.fr/A")?.text == "https://exemple.fr/A")
    #expect(ResourceAddress.shownHost(of: "https://www.exemple.fr/a?b") == "exemple.fr")
  }
}

@Suite struct `Titles that say nearly the same` {
  private func isNear(_ one: String, _ other: String) -> Bool {
    TitleLikeness.isNear(TitleLikeness.key(one), TitleLikeness.key(other))
  }

  @Test func `are known whatever their order, accents and small words`() {
    #expect(isNear("Le lavage des mains en cuisine", "En cuisine : lavage de mains"))
    #expect(isNear("Éduscol", "EDUSCOL"))
    #expect(isNear("Consigner avant d’intervenir", "Consigner avant d'intervenir !"))
    #expect(isNear("Documentation de Moodle", "Documentation de Moodel"))
  }

  @Test func `are not known by one common word`() {
    #expect(!isNear("Fiche d’hygiène en cuisine", "Fiche de sécurité en atelier"))
    #expect(!isNear("Tableur", "Traceur"))
    #expect(!isNear("Lire un plan de menuiserie", "Lire un plan de plomberie"))
  }
}

@Suite struct `What uses say together` {
  @Test func `weighs few happy users less than many mostly happy ones`() {
    #expect(UseCounts().evidence == 0)
    #expect(UseCounts(all: 1, again: 1).evidence == 206_543)
    #expect(UseCounts(all: 25, again: 20).evidence == 608_687)
    #expect(UseCounts(all: 25, again: 20).evidence > UseCounts(all: 1, again: 1).evidence)
    #expect(
      UseCounts(all: 10, again: 5, changes: 2).evidence > UseCounts(all: 10, again: 5).evidence)
    #expect(UseCounts(all: 10, again: 7).evidence > UseCounts(all: 10, changes: 7).evidence)
    #expect(UseCounts(all: 9).evidence == 0)
  }

  @Test func `grows with each happy user and falls with each unhappy one`() {
    for count in 1...60 {
      for again in 0...count {
        let now = UseCounts(all: count, again: again).evidence
        #expect(UseCounts(all: count + 1, again: again + 1).evidence > now)
        #expect(UseCounts(all: count + 1, again: again).evidence <= now)
      }
    }
  }

  /// Each concept counted one by one, by walking up from each report anew.
  private func slowly(
    _ places: [UseSummary.Place], _ broader: [Concept.ID: [Concept.ID]], _ concepts: [Concept.ID]
  ) -> [Concept.ID: Int] {
    func isBelow(_ one: Concept.ID, _ other: Concept.ID, _ steps: Int) -> Bool {
      one == other
        || steps > 0 && (broader[one] ?? []).contains { isBelow($0, other, steps - 1) }
    }
    var found: [Concept.ID: Int] = [:]
    for concept in concepts {
      let count = places.filter { place in place.concepts.contains { isBelow($0, concept, 14) } }
        .count
      if count > 0 { found[concept] = count }
    }
    return found
  }

  @Test(arguments: 0..<200)
  func `is what a slow count finds, on any data`(seed: UInt64) {
    var random = Numbers(state: seed)
    let concepts = (1...12).map { Concept.ID(Int64($0)) }
    var broader: [Concept.ID: [Concept.ID]] = [:]
    // Upwards only, and one circle: files may make one together.
    for concept in concepts.dropFirst() where random.next(3) > 0 {
      broader[concept] = [concepts[random.next(Int(concept.value) - 1)]]
    }
    if seed % 3 == 0 { broader[concepts[0]] = [concepts[5]] }
    func any() -> Concept.ID? { random.next(3) == 0 ? nil : concepts[random.next(12)] }
    let places = (0..<random.next(30)).map { _ in
      UseSummary.Place(
        level: any(), track: any(), modality: any(),
        again: UseReport.Again.allCases[random.next(3)])
    }
    let summary = UseSummary(places, broader: broader)
    #expect(summary.byConcept == slowly(places, broader, concepts))
    #expect(summary.counts.all == places.count)
    #expect(summary.counts.again == places.filter { $0.again == .yes }.count)
    #expect(summary.counts.wouldAgain == places.filter { $0.again != .no }.count)
    var most = 0
    for level in concepts {
      for track in concepts {
        most = max(most, places.filter { $0.level == level && $0.track == track }.count)
      }
    }
    #expect((summary.commonest?.count ?? 0) == most)
    if let pair = summary.commonest {
      #expect(places.filter { $0.level == pair.level && $0.track == pair.track }.count == most)
    }
  }
}

@Suite struct `What an accessibility card may say` {
  @Test func `is a sentence in both languages, once`() {
    let terms = AccessibilityTerm.all
    #expect(Set(terms.map(\.value)).count == terms.count)
    #expect(Set(terms.map(\.french)).count == terms.count)
    #expect(Set(terms.map(\.english)).count == terms.count)
    for term in terms {
      #expect(term.french.contains(" ") && term.english.contains(" "), "\(term.token)")
    }
    #expect(AccessibilityTerm.usual.allSatisfy { AccessibilityTerm.term(value: $0) != nil })
  }

  /// The W3C's list of 2026-05, as `resource-metadata` has it.
  @Test func `is the whole list of schema.org's words`() {
    func tokens(_ kind: AccessibilityTerm.Kind) -> Set<String> {
      Set(AccessibilityTerm.of(kind).map(\.token))
    }
    #expect(
      tokens(.mode) == [
        "auditory", "tactile", "textual", "visual", "chartOnVisual", "chemOnVisual",
        "colorDependent", "diagramOnVisual", "mathOnVisual", "musicOnVisual", "textOnVisual",
      ])
    #expect(
      tokens(.feature) == [
        "ARIA", "bookmarks", "index", "pageBreakMarkers", "pageNavigation", "readingOrder",
        "structuralNavigation", "tableOfContents", "taggedPDF", "alternativeText",
        "audioDescription", "captions", "closedCaptions", "openCaptions", "describedMath",
        "longDescription", "signLanguage", "transcript", "displayTransformability",
        "synchronizedAudioText", "timingControl", "unlocked", "ChemML", "latex", "MathML",
        "ttsMarkup", "highContrastAudio", "highContrastDisplay", "largePrint", "braille",
        "tactileGraphic", "tactileObject", "none", "unknown",
      ])
    #expect(
      tokens(.hazard) == [
        "flashing", "motionSimulation", "sound", "noFlashingHazard", "noMotionSimulationHazard",
        "noSoundHazard", "unknownFlashingHazard", "unknownMotionSimulationHazard",
        "unknownSoundHazard", "none", "unknown",
      ])
  }
}

/// Numbers that are the same each time (SplitMix64).
private struct Numbers {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return bound <= 0 ? 0 : Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

@Suite struct `Hazards of a resource` {
  private func terms(_ tokens: [String]) -> [AccessibilityTerm] {
    tokens.compactMap { AccessibilityTerm.term(.hazard, $0) }
  }

  @Test(arguments: [
    ["flashing", "none"], ["sound", "noSoundHazard"], ["sound", "flashing", "noFlashingHazard"],
  ])
  func `are not named and denied at once`(tokens: [String]) {
    #expect(terms(tokens).count == tokens.count)
    #expect(AccessibilityTerm.contradict(terms(tokens)))
  }

  @Test(arguments: [[], ["none"], ["flashing", "noSoundHazard"], ["unknown"]])
  func `stand beside what says nothing else`(tokens: [String]) {
    #expect(!AccessibilityTerm.contradict(terms(tokens)))
  }
}

@Suite struct `French before a name` {
  @Test(arguments: [
    ("Marc", "de Marc"), ("Odile", "d’Odile"), ("Élodie", "d’Élodie"), ("Hélène", "d’Hélène"),
    ("Yann", "de Yann"), ("Œdipe", "d’Œdipe"), ("7 B", "de 7 B"), ("", "de "),
  ])
  func `is elided where it is said so`(name: String, said: String) {
    #expect(FrenchElision.de(name) == said)
  }
}
