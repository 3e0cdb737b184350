import TestSupport
import Testing

@Suite struct `Two edits of one post at once` {
  private let community: Community
  private let marc: Person
  private let rose: Person
  private let form: Form

  /// Marc opens the form; meanwhile Rose saves hers.
  init() throws {
    community = try Community()
    marc = try community.member("marc")
    rose = try community.referent("rose", of: .open)
    _ = try marc.ask("Un fil", "Un chat")
    form = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    let other = try rose.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    let saved = try rose.web.submit(
      other, changing: ["texte": "Un chat noir"], pressing: "publier")
    #expect(saved.status == 303)
  }

  private func save(_ text: String, with form: Form) throws -> Reply {
    try marc.web.submit(form, changing: ["texte": text], pressing: "publier")
  }

  private func text() throws -> String? {
    try marc.web.get("/fils/1-un-fil").page.first("#message-1 .prose")?.text
  }

  @Test func `the second one is shown both texts, and decides`() throws {
    let stale = try save("Un chat blanc", with: form)
    #expect(stale.status == 409)
    #expect(stale.page.title.hasPrefix("Erreur"))
    #expect(stale.page.problems == [])
    #expect(stale.page.all("textarea").map(\.exactText) == ["Un chat noir", "Un chat blanc"])
    #expect(try text() == "Un chat noir")
    let again = try stale.page.form(to: "/messages/1/modifier")
    #expect(try save("Un chat noir et blanc", with: again).status == 303)
    #expect(try text() == "Un chat noir et blanc")
  }

  @Test func `one that changes the title alone is asked too`() throws {
    let stale = try marc.web.submit(form, changing: ["titre": "Autre"], pressing: "publier")
    #expect(stale.status == 409)
    #expect(try marc.web.get("/fils/1-un-fil").status == 200)
  }

  @Test func `the same words are not asked for twice`() throws {
    #expect(try save("Un chat noir", with: form).status == 303)
    #expect(try text() == "Un chat noir")
  }

  @Test func `a preview and a draft do not hide what was saved meanwhile`() throws {
    let preview = try marc.web.submit(
      form, changing: ["texte": "Un chat blanc"], pressing: "apercu")
    let again = try preview.page.form(to: "/messages/1/modifier")
    #expect(try save("Un chat blanc", with: again).status == 409)
    let draft = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    #expect(draft["texte"] == "Un chat blanc")
    #expect(try save("Un chat blanc", with: draft).status == 409)
  }

  @Test func `a form without a version is taken as before`() throws {
    let reply = try marc.web.post(
      "/messages/1/modifier",
      form: [
        ("jeton", form["jeton"] ?? ""), ("titre", "Un fil"), ("texte", "Sans rien"),
        ("action", "publier"),
      ], headers: ["Origin": marc.web.origin])
    #expect(reply.status == 303)
    #expect(try text() == "Sans rien")
  }
}
