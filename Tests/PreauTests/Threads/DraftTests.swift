import Testing

@testable import Preau

@Suite struct `Checking what was typed` {
  func problem(_ body: String) -> PostDraft.Problem? {
    do {
      _ = try PostDraft(body: body).checked()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "   ", "\n\t\r\n", "\u{00A0}\u{202F}"])
  func `nothing but white space is no message`(body: String) {
    #expect(problem(body) == .empty)
  }

  @Test func `length counts what a reader sees`() {
    let family = "👩‍👩‍👧‍👦"
    #expect(problem(String(repeating: "é", count: 20_000)) == nil)
    #expect(problem(String(repeating: "é", count: 20_003)) == .tooLong(over: 3))
    #expect(problem(String(repeating: family, count: 3_000)) == nil)
  }

  @Test func `a table that would explode is refused, not published`() {
    let row = "|" + String(repeating: "-|", count: 2_000)
    let table = "|" + String(repeating: "a|", count: 2_000) + "\n" + row
    #expect(problem(table + String(repeating: "\n|", count: 4_000)) == .refused)
  }

  @Test func `line ends of browsers become ours`() throws {
    #expect(try PostDraft(body: "a\r\nb\rc\nd").checked().source == "a\nb\nc\nd")
  }

  @Test func `everything wrong with a thread is said at once`() {
    let draft = ThreadDraft(title: "  ", body: "", tags: "a,b,c,d,e,f")
    guard case .failure(let problems) = draft.checked(in: nil) else {
      Issue.record("an empty thread was taken")
      return
    }
    #expect(problems.all == [.spaceMissing, .titleMissing, .body(.empty), .tooManyTags])
  }

  @Test func `titles are one line and tags are told apart by their slug`() throws {
    let draft = ThreadDraft(
      title: " Un\n quiz   Moodle ", body: "Bonjour", tags: "Moodle, moodle,, #Télé phone")
    let new = try draft.checked(in: Number(1)).get()
    #expect(new.title == "Un quiz Moodle")
    #expect(new.tags.map(\.slug) == ["moodle", "tele-phone"])
  }
}

@Suite struct `Calling someone` {
  @Test(arguments: [
    ("Merci @camille !", ["camille"]),
    ("@Yann. et (@sami)", ["yann", "sami"]),
    ("nom@exemple.invalid", []),
    ("`@camille` et @odile", ["odile"]),
    ("```\n@camille\n```\n@nadia", ["nadia"]),
    ("    @camille", []),
    ("@a @a @a", ["a"]),
  ])
  func `names are found outside code`(source: String, names: [String]) {
    #expect(Mentions.names(in: source) == names)
  }

  @Test func `a known name becomes a link and an unknown one stays`() {
    let linked = Mentions.linked("@Camille et @personne", to: ["camille": Number(7)])
    #expect(linked == "[@Camille](/membres/7) et @personne")
  }

  @Test func `no more than ten are called`() {
    let source = (0..<30).map { "@m\($0)" }.joined(separator: " ")
    #expect(Mentions.names(in: source).count == Mentions.most)
  }

  @Test func `a visitor does not see the name`() throws {
    let body = try PostBody.render(
      "Merci @sami pour tout", for: Number(3), mentioning: ["sami": Number(9)])
    let shown = String(decoding: body.withoutMentions("@quelqu’un").utf8, as: UTF8.self)
    #expect(shown == "<p>Merci @quelqu’un pour tout</p>\n")
  }
}

@Suite struct `What changed between two texts` {
  func rebuilt(_ runs: [WordDifference.Run], without change: WordDifference.Change) -> String {
    runs.filter { $0.change != change }.map(\.text).joined()
  }

  @Test(arguments: [
    ("", ""), ("", "a b"), ("a b", ""), ("un deux trois", "un trois quatre"),
    ("a\n\nb  c", "a\nb c d"), ("mot", "mot"),
  ])
  func `both texts can be read from the runs`(old: String, new: String) {
    let runs = WordDifference.runs(from: old, to: new)
    #expect(rebuilt(runs, without: .added) == old)
    #expect(rebuilt(runs, without: .removed) == new)
  }

  @Test func `only the changed word is marked`() {
    let runs = WordDifference.runs(from: "le chat dort bien", to: "le chien dort bien")
    #expect(
      runs == [
        .init(change: .kept, text: "le "), .init(change: .removed, text: "chat"),
        .init(change: .added, text: "chien"), .init(change: .kept, text: " dort bien"),
      ])
  }
}

@Suite struct `Words of an address` {
  @Test(arguments: [
    ("Vidéo-projecteur : il s’éteint !", "video-projecteur-il-s-eteint"),
    ("Œuvre & cœur", "oeuvre-coeur"), ("ÇA ÉTÉ", "ca-ete"), ("🎒", "sans-titre"), ("", "sans-titre"),
    ("e\u{301}te\u{301}", "ete"), ("../../etc", "etc"),
  ])
  func `titles become plain words`(title: String, slug: String) {
    #expect(Slug.make(from: title) == slug)
  }

  @Test func `long titles are cut between words`() {
    let slug = Slug.make(from: String(repeating: "pédagogie ", count: 20))
    #expect(slug.count <= 80)
    #expect(slug.hasSuffix("pedagogie"))
  }
}

@Suite struct `Pages of a thread` {
  @Test(arguments: [(1, 1), (25, 1), (26, 2), (50, 2), (51, 3)])
  func `a post's page is its number's`(number: Int, page: Int) {
    #expect(Thread.page(of: number) == page)
  }

  @Test func `the address of a post names its page and its place`() {
    #expect(Thread.address(Number(3), "a-b", post: 26).text == "/fils/3-a-b?page=2#message-26")
    #expect(Thread.address(Number(3), "a-b", post: 2).text == "/fils/3-a-b#message-2")
  }

  @Test(arguments: ["", "x", "1-2", "2-1-1", "1-2-3-4"])
  func `a cursor that is not ours is the start`(text: String) {
    #expect(ThreadCursor(text) == .start)
  }

  @Test func `a cursor survives an address`() {
    let cursor = ThreadCursor(
      isPinned: true, lastActivity: Instant(seconds: 1_700_000_000), thread: Number(42))
    #expect(ThreadCursor(cursor.text) == cursor)
  }
}

@Suite struct `What is stored of a body` {
  @Test func `task lists are read as text`() throws {
    let body = try PostBody.render("- [x] fait\n- [ ] à faire")
    let html = String(decoding: body.utf8, as: UTF8.self)
    #expect(html.contains("☑ fait") && html.contains("☐ à faire"))
    #expect(!html.contains("<input"))
  }

  @Test func `a quotation names nobody`() {
    #expect(Quotation.text("un\n\ndeux") == "> un\n> \n> deux\n\n")
  }

  @Test func `no-break spaces of a title stay`() {
    #expect("Que\u{202F}? \n oui\u{00A0}:".oneLine == "Que\u{202F}? oui\u{00A0}:")
  }
}
