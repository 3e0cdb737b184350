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

  @Test func `is the twenty newest of a member`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let page = try marc.web.get("/fils/nouveau").page
    let token = try #require(page.first("#gestes [name=\"jeton\"]")?["value"])
    for number in 1...23 {
      let reply = try marc.web.post(
        "/brouillons/fil-\(number)", form: [("jeton", token), ("texte", "Texte \(number)")],
        headers: ["Origin": marc.web.origin])
      #expect(reply.status == 204)
    }
    #expect(try marc.web.get("/brouillons").page.all("article").count == 20)
  }
}
