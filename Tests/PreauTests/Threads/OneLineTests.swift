import Testing

@testable import Preau

@Suite struct `One line of text` {
  @Test(arguments: [
    ("a\u{202E}b\u{2066}c\u{2069}", "abc"), ("\u{FEFF}Titre\u{200E}\u{200F}", "Titre"),
    ("un\u{0}\u{1B}[31m deux", "un[31m deux"), ("un\u{85}deux\u{9F}", "un deux"),
    ("un\u{FFFE}\u{FFFF}", "un"), ("un\tdeux\ntrois", "un deux trois"), ("\u{200F} \u{202A}", ""),
    ("👩‍👩‍👧‍👦 می‌خواهم", "👩‍👩‍👧‍👦 می‌خواهم"),
  ])
  func `holds nothing unseen that disturbs what is around it`(typed: String, kept: String) {
    #expect(typed.oneLine == kept)
  }

  @Test func `a title of marks alone is none`() {
    let problems = ThreadDraft(title: "\u{202E}\u{FEFF}", body: "Bonjour").checked(in: Number(1))
    guard case .failure(let found) = problems else {
      Issue.record("taken")
      return
    }
    #expect(found.all == [.titleMissing])
  }

  @Test func `a tag without a letter for its address is none`() throws {
    let draft = ThreadDraft(title: "Un", body: "Bonjour", tags: "🎒, moodle, \u{202E}, !!")
    #expect(try draft.checked(in: Number(1)).get().tags.map(\.slug) == ["moodle"])
  }
}
