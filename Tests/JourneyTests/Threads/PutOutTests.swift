import TestSupport
import Testing

@Suite struct `Someone put out of a space while writing` {
  @Test(arguments: ["publier", "apercu"])
  func `is given the text back`(button: String) throws {
    let community = try Community([.open, .closed])
    let rose = try community.referent("rose", of: .closed)
    let marc = try community.member("marc")
    try rose.admit(marc, to: .closed)
    let thread = try rose.ask("Entre nous", in: .closed)
    let form = try marc.web.get(thread).page.form(with: "texte")
    try rose.press("Retirer", in: "main", on: "/espaces/atelier/membres")
    let reply = try marc.web.submit(form, changing: ["texte": "Un long texte"], pressing: button)
    #expect(reply.status == 404)
    #expect(reply.page.all("textarea").map(\.exactText) == ["Un long texte"])
    #expect(!reply.page.text.contains("Entre nous"))
    #expect(try marc.web.get("/brouillons").page.all("article").isEmpty)
  }
}
