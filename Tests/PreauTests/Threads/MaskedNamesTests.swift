import HTML
import Testing

@testable import Preau

@Suite struct `Names that visitors do not see` {
  private func shown(
    _ source: String, mentioning members: [String: Member.ID] = [:]
  ) throws -> String {
    let body = try PostBody.render(source, for: Number(3), mentioning: members)
    return String(decoding: body.withoutMentions("@quelqu’un").utf8, as: UTF8.self)
  }

  @Test(arguments: [
    "**@kev**", "*@kev*", "_@kev_", "«@kev»", "\"@kev\"", "`@kev`", "bonjour,@kev", ".@kev",
    "-@kev",
    "    @kev", "```\n@kev\n```", "@**kev**", "@kev@kev", "[@kev](https://exemple.invalid/)",
    "@Kev", "\u{FF20}kev", "\u{FE6B}kev", "@\u{200B}kev", "@\u{AD}kev", "@k\u{200D}ev",
    "a\u{2060}@kev", "@k**e**v", "@**k**ev", "@_k_**ev**", "@ke~~v~~", "`@`kev",
    "# @kev", "| @kev |\n|---|\n| @kev |", "![@kev](https://exemple.invalid/i.png)",
    "[ici](https://exemple.invalid/ \"@kev\")", "&#64;kev", "<b>@kev</b>", "> @kev", "- [ ] @kev",
  ])
  func `are masked wherever they stand`(source: String) throws {
    for members in [[:], ["kev": Member.ID(9)]] {
      let shown = try shown(source, mentioning: members)
      #expect(!shown.lowercased().contains("kev"), "\(shown)")
      #expect(!shown.contains("href=\"/membres/"))
    }
  }

  @Test(arguments: ["@léa.test", "@le\u{301}a.test", "@иван", "@李雷x"])
  func `are masked in any alphabet`(name: String) throws {
    #expect(try shown("Merci \(name) !") == "<p>Merci @quelqu’un !</p>\n")
  }

  @Test func `addresses, markup and other bodies stay as they are`() throws {
    #expect(try shown("a.b@exemple.invalid").contains("a.b@exemple.invalid"))
    #expect(
      try shown("[un](https://exemple.invalid/@kev \"un > deux\") < @ > deux").contains(
        "https://exemple.invalid/@kev"))
    #expect(try shown("Un *texte* & « rien »") == "<p>Un <em>texte</em> &amp; « rien »</p>\n")
    #expect(try shown("fin @kev.") == "<p>fin @quelqu’un.</p>\n")
    #expect(
      try shown("@sami et @kev", mentioning: ["sami": Number(2)])
        == "<p>@quelqu’un et @quelqu’un</p>\n")
  }

  @Test(arguments: [
    "\u{FF20}kev", "@\u{200B}kev", "@\u{AD}kev", "@k\u{AD}ev", "@\u{2060}\u{200C}kev",
  ])
  func `are masked in titles, whatever is not seen in them`(name: String) {
    let shown = MaskedNames.text("Merci \(name) !", as: "@quelqu’un")
    #expect(shown == "Merci @quelqu’un !")
    #expect(Thread.slug(of: "Merci \(name) !") == "merci")
  }

  @Test func `leave markup whole, and what follows them`() throws {
    #expect(
      try shown("@k**e**v et **@kev** ici")
        == "<p>@quelqu’un<strong></strong> et <strong>@quelqu’un</strong> ici</p>\n")
  }

  @Test func `do not stand in the address of a thread`() {
    #expect(Thread.slug(of: "Merci @kev.d pour l’aide") == "merci-pour-l-aide")
    #expect(Thread.slug(of: "@léa") == "sans-titre")
    #expect(Thread.slug(of: "Écrire à nom@exemple") == "ecrire-a-nom-exemple")
  }

  @Test(arguments: [
    ("**@kev** et «@noa»", ["kev", "noa"]), ("bonjour,@ines", ["ines"]),
    ("@Léa.test", ["léa.test"]), ("@le\u{301}a", ["léa"]), ("\"@lina\"", ["lina"]),
    ("https://exemple.invalid/@kev", []), ("https://exemple.invalid/?de=@kev", []),
    ("[texte](/a:@kev)", []), ("\\@kev", []), ("[@kev](https://exemple.invalid)", []),
  ])
  func `are called after any mark, in any alphabet, never inside an address`(
    source: String, names: [String]
  ) {
    #expect(Mentions.names(in: source) == names)
  }

  @Test func `are linked with their accents`() {
    #expect(
      Mentions.linked("Merci **@Léa**.", to: ["léa": Number(7)])
        == "Merci **[@Léa](/membres/7)**.")
  }
}
