import Testing

@testable import Preau

@Suite struct `The words of an address` {
  @Test(arguments: [
    ("Comment faire un quiz ?", "comment-faire-un-quiz"),
    ("L’élève a été empêché", "l-eleve-a-ete-empeche"),
    ("Cœur, Æneas, garçon, Straße", "coeur-aeneas-garcon-strasse"),
    ("e\u{301}cole", "ecole"), ("Łódź, Øresund, Đà Nẵng", "lodz-oresund-da-nang"),
    ("ŒUVRE ﬁne — « 2ᵉ partie »", "oeuvre-fine-2-partie"),
    ("  --a--b--  ", "a-b"), ("100 % sûr", "100-sur"), ("soft\u{AD}hyphen", "softhyphen"),
    ("", "sans-titre"), ("???", "sans-titre"), ("日本語", "sans-titre"), ("🎉", "sans-titre"),
  ])
  func `are plain letters and hyphens`(title: String, slug: String) {
    #expect(Slug.make(from: title) == slug)
  }

  @Test func `end with a whole word`() {
    let slug = Slug.make(from: String(repeating: "pédagogie ", count: 20))
    #expect(slug == Array(repeating: "pedagogie", count: 8).joined(separator: "-"))
    #expect(slug.utf8.count <= 80)
  }

  @Test func `may fill all the room`() {
    let title = String(repeating: "a", count: 40) + " " + String(repeating: "b", count: 39)
    #expect(Slug.make(from: title + " c").utf8.count == 80)
  }

  @Test func `are cut inside a word that is too long`() {
    #expect(Slug.make(from: String(repeating: "a", count: 300)).utf8.count == 80)
  }
}
