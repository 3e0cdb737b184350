import Testing

@testable import Preau

@Suite struct `Two changes of one text` {
  private static let base = """
    ## Peser

    Poser le bol sur la balance, puis appuyer sur tare avant de verser la farine doucement.

    Noter la masse.

    ## Ranger

    Laver le bol.
    """

  private func changed(_ pairs: (String, String)...) -> String {
    pairs.reduce(Self.base) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func `come together where they touch different lines`() {
    let one = changed(("Noter la masse.", "Noter la masse et l’heure."))
    let other = changed(("Laver le bol.", "Laver et sécher le bol."))
    #expect(
      TextMerge.merge(one, other, over: Self.base)
        == changed(
          ("Noter la masse.", "Noter la masse et l’heure."),
          ("Laver le bol.", "Laver et sécher le bol.")))
  }

  @Test func `come together in one line where some words stand between them`() {
    let one = changed(("Poser le bol", "Poser un saladier"))
    let other = changed(("farine doucement", "farine tamisée doucement"))
    let both = changed(
      ("Poser le bol", "Poser un saladier"), ("farine doucement", "farine tamisée doucement"))
    #expect(TextMerge.merge(one, other, over: Self.base) == both)
    #expect(TextMerge.merge(other, one, over: Self.base) == both)
  }

  @Test(arguments: [
    ("Noter 200 g.", "Noter 250 g.", "Noter 200 kg."),
    ("Laver le bol.", "Laver le plat.", "Laver le verre."),
    ("a\nb\nc", "a\nc", "a\nB\nc"), ("a\nc", "a\nb\nc", "a\nd\nc"), ("", "a", "b"),
  ])
  func `are not put together by guessing`(base: String, one: String, other: String) {
    #expect(TextMerge.merge(one, other, over: base) == nil)
    #expect(TextMerge.merge(other, one, over: base) == nil)
  }

  @Test(arguments: [
    ("a\nb", "a\nB", "a\nB", "a\nB"), ("a", "a", "b", "b"), ("a", "b", "a", "b"),
    ("a\nb\nc", "a\nc", "a\nc", "a\nc"), ("a", "a\n", "a", "a\n"), ("", "", "a\nb", "a\nb"),
    ("a\nb\nc", "x\na\nb\nc", "a\nb\nc\ny", "x\na\nb\nc\ny"),
  ])
  func `that say the same, or of which one says nothing, are one`(
    base: String, one: String, other: String, both: String
  ) {
    #expect(TextMerge.merge(one, other, over: base) == both)
  }

  /// A text of paragraphs, no two of which are alike, and edits of one part of them.
  private struct Paragraphs {
    var all: [String]
    var next = 0

    init(_ count: Int) {
      all = (0..<count).map { "Paragraphe \($0) du texte, avec ses mots à lui : m\($0)." }
    }

    var text: String { all.joined(separator: "\n\n") }

    mutating func edit(_ range: Range<Int>, _ random: inout SeededGenerator) -> Int {
      let index = Int.random(in: range, using: &random)
      next += 1
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        all.insert("Ajout \(next) \(random.next()).", at: index)
        return 1
      case 1 where range.count > 1:
        all.remove(at: index)
        return -1
      case 2:
        all[index] += " Suite \(random.next())."
        return 0
      default:
        all[index] = "Autre \(next) \(random.next())."
        return 0
      }
    }
  }

  @Test(arguments: 0..<300)
  func `give what one would have by doing the second after the first, where they are apart`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed)
    let base = Paragraphs(12)
    let isFirst = Bool.random(using: &random)
    // One paragraph between the two is touched by neither.
    let (mine, others) = isFirst ? (0..<5, 6..<12) : (7..<12, 0..<6)
    var draft = base
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      _ = draft.edit(others.lowerBound..<(others.lowerBound + 3), &random)
    }
    let shift = others.lowerBound < mine.lowerBound ? draft.all.count - base.all.count : 0
    var wanted = base
    var after = draft
    var same = random
    _ = wanted.edit(mine, &random)
    _ = after.edit((mine.lowerBound + shift)..<(mine.upperBound + shift), &same)
    let hunks = TextHunk.hunks(from: base.text, to: wanted.text)
    #expect(TextHunk.apply(hunks, to: base.text) == wanted.text)
    guard case .clean(let made) = Rebase(hunks, from: base.text, onto: draft.text) else {
      Issue.record("seed \(seed): no result")
      return
    }
    // Both number what they add from where they stand.
    #expect(Self.plain(made) == Self.plain(after.text), "seed \(seed)")
  }

  private static func plain(_ text: String) -> String {
    text.replacing(#/(Ajout|Autre) \d+ /#) { "\($0.output.1) " }
  }

  @Test(arguments: 0..<100)
  func `never trap, whatever the texts are`(seed: UInt64) {
    var random = SeededGenerator(seed)
    func text() -> String {
      (0..<Int.random(in: 0..<8, using: &random)).map { _ in
        ["a", "b", "a b", "", " ", "c d e"].randomElement(using: &random) ?? ""
      }.joined(separator: "\n")
    }
    let (base, one, other) = (text(), text(), text())
    #expect(TextHunk.apply(TextHunk.hunks(from: base, to: one), to: base) == one)
    #expect(TextMerge.merge(one, base, over: base) == one)
    #expect(TextMerge.merge(base, one, over: base) == one)
    _ = TextMerge.merge(one, other, over: base)
  }

  @Test func `take bounded time`() {
    let base = (0..<20_000).map { "l\($0)" }.joined(separator: "\n")
    let one = (0..<20_000).map { "m\($0)" }.joined(separator: "\n")
    let other = base.replacing("l19999", with: "fin")
    #expect(TextMerge.merge(one, other, over: base) == nil)
  }
}

@Suite struct `A change asked of a later version` {
  private static let base = "Avant.\n\nCouper le courant.\n\nAprès.\n\nFin."

  private func hunks(_ old: String, _ new: String) -> [TextHunk] {
    TextHunk.hunks(from: Self.base, to: Self.base.replacing(old, with: new))
  }

  private let change = ("Couper le courant.", "Couper le courant et vérifier.")

  @Test func `is done where nothing stands in its way`() {
    let hunks = hunks(change.0, change.1)
    let later = Self.base.replacing("Fin.", with: "Fin du texte.")
    #expect(
      Rebase(hunks, from: Self.base, onto: later)
        == .clean(later.replacing(change.0, with: change.1)))
  }

  @Test func `follows its passage to another place`() {
    let rest = (1...12).map { "Ligne \($0)." }.joined(separator: "\n\n")
    let base = Self.base + "\n\n" + rest
    let later = rest + "\n\n" + Self.base
    let hunks = TextHunk.hunks(from: base, to: base.replacing(change.0, with: change.1))
    #expect(
      Rebase(hunks, from: base, onto: later)
        == .clean(later.replacing(change.0, with: change.1)))
    #expect(Rebase(hunks, from: base, onto: later + "\n\n" + Self.base) == .conflict)
    #expect(Rebase(hunks, from: "Fin.\n\n" + base, onto: later) == .conflict)
  }

  @Test func `is there already, or meets what has changed`() {
    let hunks = hunks(change.0, change.1)
    #expect(
      Rebase(hunks, from: Self.base, onto: Self.base.replacing(change.0, with: change.1)) == .done)
    #expect(
      Rebase(hunks, from: Self.base, onto: Self.base.replacing("Couper", with: "Fermer"))
        == .conflict)
    #expect(Rebase(hunks, from: Self.base, onto: "Avant.\n\nFin.") == .conflict)
  }
}

@Suite struct `The source of a tutorial` {
  private func sections(_ source: String) throws -> SourceSections {
    SourceSections(
      source, TutorialBody(try TutorialText.render(source), filmHosts: []).sections)
  }

  @Test func `is cut where its headings are`() throws {
    let source = """
      Un mot avant.

      ## Un

      ```
      ## pas un titre
      ```

      Deux
      ----

      > ## cité

      ### Un

      Fin.

      """
    let sections = try sections(source)
    #expect(
      sections.parts.map { $0.section?.anchor ?? "" }
        == ["", "partie-un", "partie-deux", "partie-un-2"])
    let second = try #require(sections.part("partie-deux"))
    #expect(sections.text(of: second) == "Deux\n----\n\n> ## cité")
    #expect(
      sections.replacing(second, with: "## Deux\r\n\r\nMieux.")
        == source.replacing("Deux\n----\n\n> ## cité", with: "## Deux\n\nMieux."))
    #expect(sections.replacing(second, with: sections.text(of: second)) == source)
    #expect(sections.part("partie-trois") == nil)
  }

  @Test(arguments: [
    "", "Sans titre.", "#\n\nx", "## A\n\n- liste\n\n  ## dedans\n\n## B\n", "---\n",
  ])
  func `is whole again when its parts are put together`(source: String) throws {
    let sections = try sections(source)
    for part in sections.parts + [sections.whole] {
      #expect(sections.replacing(part, with: sections.text(of: part)) == source)
    }
  }
}
