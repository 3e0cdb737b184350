import TestSupport
import Testing

@Suite struct `What is kept of drafts` {
  @Test func `is never more than could be published, even by a preview`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let reply = try marc.web.submit(
      form, changing: ["texte": String(repeating: "a", count: 130_000)], pressing: "apercu")
    #expect(reply.status == 200)
    #expect(reply.page.first("#texte")?.exactText.count == 130_000)
    #expect(try marc.web.get("/brouillons").page.all("article").isEmpty)
    _ = try marc.web.submit(form, changing: ["texte": "Court"], pressing: "apercu")
    #expect(try marc.web.get("/brouillons").page.all("article").count == 1)
  }

  @Test func `is a hundred of a member, and none goes for a new one`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let page = try marc.web.get("/fils/nouveau").page
    let token = try #require(page.first("#gestes [name=\"jeton\"]")?["value"])
    func keep(_ place: String, _ text: String) throws -> Reply {
      try marc.web.post(
        "/brouillons/\(place)", form: [("jeton", token), ("texte", text)],
        headers: ["Origin": marc.web.origin])
    }
    for number in 1...100 { #expect(try keep("fil-\(number)", "Texte \(number)").status == 204) }
    let refused = try keep("fil-101", "Un de trop")
    #expect(refused.status == 409)
    #expect(refused.page.text.contains("Vous avez déjà 100 brouillons"))
    #expect(refused.page.first("textarea")?.exactText == "Un de trop")
    #expect(try keep("fil-1", "Texte 1, mieux").status == 204)

    let form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let preview = try marc.web.submit(
      form, changing: ["texte": "Un de trop"], pressing: "apercu")
    #expect(preview.page.text.contains("celui-ci n’est pas gardé"))
    let kept = try marc.web.get("/brouillons").page
    #expect(kept.all("article").count == 100)
    #expect(kept.text.contains("Texte 1, mieux"))
    #expect(!kept.text.contains("Un de trop"))
  }
}
