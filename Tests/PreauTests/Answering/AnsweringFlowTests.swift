import HTTP
import SQLite
import Testing

@testable import Preau

/// Questions and the tutorials that may answer them, over the routes.
@Suite struct `A question that a tutorial may answer` {
  private let community: Community

  init() throws { community = try Community() }

  private func publish(_ title: String, in space: String = "public") throws -> Int64 {
    let answer = try community.post(
      "/tutoriels/nouveau",
      [
        ("titre", title), ("resume", "En deux gestes."), ("texte", "## Le geste\n\nCouper."),
        ("licence", Licence.by.uri), ("langue-du-texte", "fr"), ("etiquettes", "habilitation"),
        ("espace", space), ("action", "publier"), ("envoi", title),
      ], as: .insider)
    let parts = (answer["Location"] ?? "").split(separator: "/")
    let id = try #require(parts.count > 1 ? Int64(parts[1]) : nil)
    #expect(try community.post("/tutoriels/\(id)/publication", as: .insider).status == 303)
    return id
  }

  private func draft(_ title: String, seen: Bool = false) -> [(String, String)] {
    [
      ("espace", "public"), ("genre", "question"), ("titre", title),
      ("texte", "Par où commencer ?"),
      ("etiquettes", "habilitation"), ("formulaire", "public"), ("action", "publier"),
      ("envoi", title),
    ] + (seen ? [("vu", "oui")] : [])
  }

  private func ask(_ title: String) throws -> String {
    let answer = try community.post(
      "/fils/nouveau", draft(title, seen: true), as: .learner)
    #expect(answer.status == 303, "\(answer.text)")
    return answer["Location"] ?? ""
  }

  private func validate(_ tutorial: Int64, _ seal: ReviewSeal) throws {
    try community.site.database.write { db in
      try db.run(
        """
        INSERT INTO review (tutorial, version, seal, reviewer, reserved, state, decided)
        VALUES (?, 1, ?, ?, 1, 'accepted', 2)
        """, tutorial, seal, Community.Person.referent.id)
    }
  }

  @Test func `says so before it is asked, and the text is kept`() throws {
    let id = try publish("Consigner une armoire électrique")
    let asked = try community.post(
      "/fils/nouveau", draft("Comment consigner une armoire ?"), as: .learner)
    #expect(asked.status == 200)
    #expect(asked.text.contains("/tutoriels/\(id)-consigner-une-armoire-electrique"))
    #expect(asked.text.contains("Par où commencer"))
    #expect(asked.text.contains("name=\"vu\""))
    let typed = try community.get(
      "/fils/semblables?titre=consigner+une+armoire", as: .learner)
    #expect(typed.text.contains("/tutoriels/\(id)-"))
    let other = try community.get("/fils/semblables?titre=le+four+est+froid", as: .learner)
    #expect(!other.text.contains("/tutoriels/"))
  }

  @Test func `shows it to who reads the question, the validated one first`() throws {
    let first = try publish("Consigner une armoire électrique")
    let second = try publish("Consigner une armoire de commande")
    let thread = try ask("Consigner une armoire")
    try validate(second, .trade)
    let page = try community.get(thread).text
    let places = [second, first].map { page.firstRange(of: "/tutoriels/\($0)-")?.lowerBound }
    let one = try #require(places[0])
    let other = try #require(places[1])
    #expect(one < other)
    #expect(page.contains(AnsweringStrings.french.title(true)))
    #expect(page.contains(ReviewStrings.french.validatedFor(.trade)))
    #expect(page.contains(TutorialStrings.french.minutes(1)))
    #expect(try community.get(thread, as: .learner).text.contains("/tutoriels/\(second)-"))
  }

  @Test func `never shows what the reader may not read, or what was taken away`() throws {
    let closed = try publish("Consigner une armoire entre nous", in: "private")
    let open = try publish("Consigner une armoire électrique")
    let thread = try ask("Consigner une armoire")
    for person in [Community.Person.visitor, .outsider, .learner] {
      let page = try community.get(thread, as: person).text
      #expect(!page.contains("entre nous"), "\(person)")
      #expect(page.contains("/tutoriels/\(open)-"))
    }
    #expect(try community.get(thread, as: .insider).text.contains("/tutoriels/\(closed)-"))
    try community.site.database.write { db in
      try db.run("UPDATE tutorial SET removed = 1 WHERE id = ?", open)
    }
    #expect(try !community.get(thread).text.contains("/tutoriels/"))
    #expect(try !community.get(thread, as: .learner).text.contains("/tutoriels/"))
  }

  @Test func `has none when it is no question`() throws {
    _ = try publish("Consigner une armoire électrique")
    let thread = try ask("Consigner une armoire")
    #expect(try community.get(thread).text.contains("/tutoriels/"))
    try community.site.database.write { db in
      try db.run("UPDATE thread SET kind = 'experience'")
    }
    #expect(try !community.get(thread).text.contains("/tutoriels/"))
  }
}
