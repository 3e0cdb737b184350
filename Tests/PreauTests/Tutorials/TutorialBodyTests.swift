import HTML
import Sanitizer
import Testing

@testable import Preau

@Suite struct `The text of a tutorial` {
  private func body(_ source: String, hosts: [String] = ["tube.exemple.fr"]) throws -> TutorialBody
  {
    TutorialBody(try TutorialText.render(source), filmHosts: hosts)
  }

  @Test func `has a section for each heading, with an anchor of its own`() throws {
    let sections = try body("# Un\n\nmots\n\n#### Profond\n\n## Un\n\n> ## Cité").sections
    #expect(
      sections == [
        TutorialSection(level: 2, title: "Un", anchor: "partie-un"),
        TutorialSection(level: 3, title: "Profond", anchor: "partie-profond"),
        TutorialSection(level: 2, title: "Un", anchor: "partie-un-2"),
      ])
  }

  @Test(arguments: [
    "Un paragraphe.\n\n- a\n- b\n\n1. un\n2. deux\n\n> cité\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "<div>dehors <b>gras</b></div> et <i>texte</i>\n\n<details><summary>s</summary>\n\nx\n\n</details>",
    "```\n<code>\n```\n\n![rien](/fichiers/x)\n\n## Titre *gras*", "", "&lt;p&gt; & <hr> <br>",
  ])
  func `is cut between its blocks, and nothing is lost`(source: String) throws {
    let html = try TutorialText.render(source)
    #expect(html.blocks.flatMap(\.utf8) == html.utf8)
    for block in html.blocks {
      // Each is well nested by itself: sanitised again, it is the same.
      #expect(try SanitizedHTML(sanitizing: block.utf8, scope: "t") == block)
    }
  }

  @Test(arguments: [
    ("> **Attention** : courant !", TutorialBody.Remark.warning, true),
    ("> **Astuce**\n> Un mot.", .tip, true), ("> **À retenir.** Un mot.", .important, true),
    ("> [!NOTE]\n> Un mot.", .note, false), ("> [!WARNING] Un mot.", .warning, false),
  ])
  func `knows a remark by its first words`(
    source: String, remark: TutorialBody.Remark, isNamed: Bool
  ) throws {
    let parts = try body(source).parts
    guard case .remark(let found, let named, let html) = parts.first else {
      Issue.record("no remark in \(parts)")
      return
    }
    #expect(found == remark)
    #expect(named == isNamed)
    #expect(!html.plainText.contains("[!"))
  }

  @Test(arguments: ["> Attention, sans gras.", "> **Mot** quelconque", "Attention"])
  func `leaves other quotations alone`(source: String) throws {
    for case .remark in try body(source).parts { Issue.record("\(source) is a remark") }
  }

  @Test func `shows a caption below a picture of ours, and of no other`() throws {
    let key = "demo-consignation-txtA"
    let parts = try body("![un mot](/fichiers/\(key) \"La <légende> & \\\"elle\\\"\")").parts
    guard case .picture(let picture) = parts.first else {
      Issue.record("no picture in \(parts)")
      return
    }
    #expect(picture.key == key)
    #expect(picture.words == "un mot")
    #expect(picture.caption == "La <légende> & \"elle\"")
    for source in [
      "![a](https://ailleurs.exemple/x.png \"b\")", "![a](/fichiers/\(key))",
      "![a](/fichiers/\(key) \"b\") et des mots",
    ] {
      for case .picture in try body(source).parts { Issue.record("\(source) has a caption") }
    }
  }

  @Test(arguments: [
    ("https://tube.exemple.fr/w/abcdefgh1234", "https://tube.exemple.fr/videos/embed/abcdefgh1234"),
    (
      "[Le geste](https://tube.exemple.fr/videos/watch/0e5a-11-22-33)",
      "https://tube.exemple.fr/videos/embed/0e5a-11-22-33"
    ),
    ("https://tube.exemple.fr/autre/page", nil),
  ])
  func `makes a card of a film on a host that the site allows`(
    source: String, frame: String?
  ) throws {
    guard case .film(let film) = try body(source).parts.first else {
      Issue.record("no film in \(source)")
      return
    }
    #expect(film.frame == frame)
    #expect(try body(source).filmHosts == (frame == nil ? [] : ["tube.exemple.fr"]))
  }

  @Test(arguments: [
    "https://ailleurs.exemple/w/abcdefgh1234", "http://tube.exemple.fr/w/abcdefgh1234",
    "Voir https://tube.exemple.fr/w/abcdefgh1234", "https://tube.exemple.fr.mal.fr/w/abcdefgh1234",
    "https://tube.exemple.fr@mal.fr/w/abcdefgh1234",
  ])
  func `makes none of another link`(source: String) throws {
    for case .film in try body(source).parts { Issue.record("\(source) is a film") }
  }

  @Test func `never frames what a name could hold`() throws {
    let film = try body("[x](https://tube.exemple.fr/w/%22onload=alert)").parts
    guard case .film(let found) = film.first else { return }
    #expect(found.frame == nil)
  }

  @Test func `says where a passage stands`() throws {
    let numbers = try body("[passage 2]\n\nmots [passage 3]\n\n[passage x]").parts.compactMap {
      if case .passage(let number) = $0 { number } else { nil }
    }
    #expect(numbers == [2])
  }
}
