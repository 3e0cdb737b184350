import TestSupport
import Testing

@Suite struct `The history of a post` {
  private func edit(_ text: String, by person: Person) throws -> Reply {
    let form = try person.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    return try person.web.submit(form, changing: ["texte": text], pressing: "publier")
  }

  @Test func `one edit is shown at a time, with the way to the others`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try marc.ask("Un fil", "Un chat")
    for text in ["Deux chats", "Trois chats", "Trois chiens"] {
      #expect(try edit(text, by: marc).status == 303)
    }
    let newest = try marc.web.get("/messages/1/historique")
    #expect(newest.page.all("del").map(\.text) == ["[supprimé] chats"])
    #expect(newest.page.all("section.card").count == 1)
    #expect(newest.page.problems == [])
    #expect(newest.page.links.allSatisfy { $0.text != "Version suivante" })
    let older = try marc.web.open(link: "Version précédente", on: newest)
    #expect(older.page.all("ins").map(\.text) == ["[ajouté] Trois"])
    #expect(older.page.first("section.card h2")?.text == "Version 3")
    let first = try marc.web.open(link: "Version précédente", on: older)
    #expect(first.page.all("del").map(\.text) == ["[supprimé] Un chat"])
    #expect(first.page.links.allSatisfy { $0.text != "Version précédente" })
    #expect(try marc.web.open(link: "Version suivante", on: first).page.text == older.page.text)
  }

  @Test(arguments: ["0", "1", "3", "-1", "x", "99999999999999999999"])
  func `a version that never was is not found`(version: String) throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try marc.ask("Un fil", "Un chat")
    #expect(try edit("Deux chats", by: marc).status == 303)
    #expect(try marc.web.get("/messages/1/historique?version=\(version)").status == 404)
  }

  @Test func `a newcomer does not edit faster than one posts, and keeps the text`() throws {
    let community = try Community(
      environment: ["PREAU_POSTING_LIMITS": "on", "PREAU_SECONDS_BETWEEN_POSTS": "5"])
    let lina = try community.newcomer("lina")
    _ = try lina.ask("Un fil", "Un chat")
    let reply = try edit("Deux chats", by: lina)
    #expect(reply.status == 429)
    #expect(reply.header("Retry-After").flatMap { Int($0) }.map { (1...5).contains($0) } == true)
    #expect(reply.page.first("textarea")?.exactText == "Deux chats")
    #expect(reply.page.problems == [])
    #expect(try lina.web.get("/messages/1/historique").page.text.contains("jamais été modifié"))
  }
}
