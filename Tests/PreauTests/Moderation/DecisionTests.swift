import SQLite
import Testing

@testable import Preau

@Suite struct `A decision on a report` {
  typealias Person = Community.Person
  private let queue: Queue
  private var community: Community { queue.community }

  init() throws { queue = try Queue() }

  private func thread(as person: Person) throws -> String {
    try community.get("/fils/1-un-fil-ses-mots", as: person).text
  }

  private func count(_ sql: StaticString) throws -> Int64 { try queue.value(sql) }

  @Test(arguments: [Decision.dismiss, .warn])
  func `leaves the post where nothing is to be taken away`(decision: Decision) throws {
    try queue.rule(1, decision)
    #expect(try count("SELECT count(*) FROM post WHERE removed IS NOT NULL") == 0)
    #expect(try queue.waiting(for: .referent)?.count == 2)
    #expect(try count("SELECT count(*) FROM report WHERE settled IS NOT NULL") == 1)
  }

  @Test(arguments: [Decision.hide, .remove])
  func `takes the post from all readers`(decision: Decision) throws {
    try queue.rule(1, decision)
    for person in [Person.visitor, .insider] {
      #expect(try community.get("/fils/1-un-fil-ses-mots", as: person).status == 410)
    }
    #expect(try count("SELECT count(*) FROM search_document WHERE reference = 1") == 0)
  }

  @Test func `on what is hidden is undone by any référent but the author`() throws {
    try queue.appoint(.learner, in: 1)
    try queue.rule(1, .hide)
    #expect(try community.post("/messages/1/retablissement", as: .learner).status == 403)
    #expect(try community.post("/messages/1/retablissement", as: .administrator).status == 303)
    #expect(try count("SELECT count(*) FROM post WHERE removed IS NOT NULL") == 0)
  }

  @Test func `on what is removed is undone by nobody's button`() throws {
    try queue.rule(1, .remove)
    #expect(try community.post("/messages/1/retablissement", as: .administrator).status == 403)
    #expect(try !thread(as: .referent).contains("retablissement"))
  }

  @Test func `takes what its author withdrew out of the author's hands`() throws {
    #expect(try community.post("/messages/1/retrait", as: .learner).status == 303)
    try queue.rule(1, .hide)
    #expect(try community.post("/messages/1/retablissement", as: .learner).status == 403)
    let contest = try queue.contest(1)
    try queue.rule(contest, .cancel, as: .administrator)
    #expect(try count("SELECT count(*) FROM post WHERE removed IS NOT NULL") == 1)
    #expect(try community.post("/messages/1/retablissement", as: .learner).status == 303)
  }

  @Test func `to edit changes the text and shows how in the history`() throws {
    try queue.rule(1, .edit, [("texte", "Bonjour à tous.")])
    #expect(try thread(as: .insider).contains("Bonjour à tous."))
    let history = try community.get("/messages/1/historique", as: .learner).text
    #expect(history.contains("Élodie referent"))
    #expect(
      try community.get("/mon-preau/decisions", as: .learner).text.contains("a modifié votre"))
  }

  @Test func `needs what it asks for, and gives back what was typed`() throws {
    _ = try queue.take(1, as: .referent)
    let wrong: [[(String, String)]] = [
      [("motif", "hurtful")], [("decision", "warn")], [("decision", "cancel")],
      [("decision", "silence"), ("motif", "hurtful"), ("jours", "0")],
      [("decision", "edit"), ("motif", "hurtful"), ("texte", " ")],
    ]
    for fields in wrong {
      let answer = try community.post(
        "/signalements/1/decision", fields + [("mot", "Un mot gardé")], as: .referent)
      #expect(answer.status == 422)
      #expect(answer.text.contains("Un mot gardé"))
    }
    #expect(try count("SELECT count(*) FROM moderation_case WHERE decided IS NOT NULL") == 0)
  }

  @Test func `is told to the author and to who reported, each in plain words`() throws {
    try queue.rule(1, .hide)
    let author = try community.get("/mon-preau/decisions", as: .learner).text
    #expect(author.contains("a masqué votre message"))
    #expect(author.contains("Propos blessants"))
    #expect(author.contains("Un mot pour vous"))
    #expect(!author.contains("Élodie insider"))
    #expect(!author.contains("Élodie referent"))
    let reporter = try community.get("/mon-preau/decisions", as: .insider).text
    #expect(reporter.contains("plus visible"))
    #expect(!reporter.contains("Un mot pour vous"))
    #expect(!reporter.contains("Élodie learner"))
    #expect(try community.get("/mon-preau", as: .learner).text.contains("1 nouvelle"))
    #expect(try community.post("/mon-preau/decisions", as: .learner).status == 303)
    #expect(try !community.get("/mon-preau", as: .learner).text.contains("1 nouvelle"))
  }

  @Test func `that nothing is wrong stands among the author's, who is not called for it`() throws {
    try queue.rule(1, .dismiss)
    let author = try community.get("/mon-preau/decisions", as: .learner).text
    #expect(author.contains("rien à vous reprocher"))
    #expect(!author.contains("Élodie insider"))
    #expect(!author.contains("Contester"))
    #expect(try !community.get("/mon-preau", as: .learner).text.contains("1 nouvelle"))
    #expect(try count("SELECT count(*) FROM notification WHERE kind = 'ruling'") == 0)
    #expect(try community.get("/mon-preau/decisions", as: .insider).text.contains("reste comme il"))
  }

  @Test func `gives the author the text back`() throws {
    try queue.rule(1, .remove)
    let text = try community.get("/mon-preau/decisions/1", as: .learner).text
    #expect(text.contains("Bonjour @learner"))
    #expect(try community.get("/mon-preau/decisions/1", as: .insider).status == 404)
  }

  @Test func `stands in the journal`() throws {
    try queue.rule(1, .hide)
    #expect(
      try queue.text("SELECT detail FROM journal WHERE action = 'case-decided'") == "hide hurtful")
    let journal = try community.get("/espaces/public/journal", as: .referent).text
    #expect(journal.contains("Masquer · Propos blessants"))
  }
}

@Suite struct `A contested decision` {
  private let queue: Queue
  private var community: Community { queue.community }

  init() throws { queue = try Queue() }

  @Test func `goes to another person, once`() throws {
    try queue.rule(1, .hide)
    let contest = try queue.contest(1)
    #expect(try queue.take(contest, as: .referent).status == 422)
    #expect(try queue.waiting(for: .referent)?.count == 2)
    #expect(try queue.waiting(for: .administrator)?.count == 2)
    let text = try community.get("/signalements/\(contest)", as: .administrator).text
    #expect(text.contains("Je ne parlais de personne."))
    let again = [("texte", "Encore.")]
    #expect(try community.post("/mon-preau/decisions/1", again, as: .learner).status == 422)
    #expect(try community.post("/mon-preau/decisions/1", again, as: .outsider).status == 404)
    try queue.rule(contest, .uphold, as: .administrator)
    #expect(
      try community.post("/mon-preau/decisions/\(contest)", again, as: .learner).status == 422)
  }

  @Test func `says why, or is not sent`() throws {
    try queue.rule(1, .hide)
    let answer = try community.post("/mon-preau/decisions/1", [("texte", " ")], as: .learner)
    #expect(answer.status == 422)
    #expect(try queue.value("SELECT count(*) FROM moderation_case") == 3)
  }

  @Test(arguments: [Decision.hide, .remove])
  func `that is cancelled brings the post back`(decision: Decision) throws {
    try queue.rule(1, decision)
    let contest = try queue.contest(1)
    try queue.rule(contest, .cancel, as: .administrator)
    #expect(try community.get("/fils/1-un-fil-ses-mots").status == 200)
    #expect(try community.get("/mon-preau/decisions", as: .learner).text.contains("l’annule"))
    #expect(try queue.database.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `that is cancelled gives the old text back, unless it was changed since`() throws {
    try queue.rule(1, .edit, [("texte", "Bonjour à tous.")])
    try queue.rule(2, .edit, [("texte", "Bonjour à tous, ici.")])
    _ = try community.post(
      "/messages/2/modifier", [("titre", "Un fil"), ("texte", "Le mien.")], as: .learner)
    for item in [1, 2] as [Int64] {
      try queue.rule(try queue.contest(item), .cancel, as: .administrator)
    }
    #expect(try queue.text("SELECT source FROM post WHERE id = 1").contains("@learner"))
    #expect(try queue.text("SELECT source FROM post WHERE id = 2") == "Le mien.")
  }

  @Test func `that is cancelled ends a silence`() throws {
    try queue.rule(1, .silence, [("jours", "5")])
    let contest = try queue.contest(1)
    try queue.rule(contest, .cancel, as: .administrator)
    #expect(try queue.value("SELECT count(*) FROM silence") == 0)
  }
}

@Suite struct `A silenced member` {
  private let queue: Queue
  private var community: Community { queue.community }

  init() throws {
    queue = try Queue()
    try queue.rule(1, .silence, [("jours", "5")])
  }

  private let reply = [("texte", "Un texte à ne pas perdre."), ("action", "publier")]

  @Test func `writes nothing in the space, keeps the text and is told until when`() throws {
    let question = [
      ("espace", "public"), ("genre", "question"), ("titre", "Autre sujet"), ("vu", "oui"),
      ("action", "publier"), ("texte", "Un texte à ne pas perdre."),
    ]
    let sent = [
      ("/fils/1/reponses", reply), ("/fils/nouveau", question),
      ("/messages/1/modifier", [("titre", "Un fil")] + reply),
    ]
    for (path, fields) in sent {
      let answer = try community.post(path, fields, as: .learner)
      #expect(answer.status == 422, "\(path)")
      #expect(answer.text.contains("Un texte à ne pas perdre."), "\(path)")
      #expect(answer.text.contains("jusqu’au"), "\(path)")
    }
    #expect(try queue.value("SELECT count(*) FROM post") == 3)
    #expect(try community.get("/mon-preau/decisions", as: .learner).text.contains("Jusqu’au"))
  }

  @Test func `writes elsewhere, and here when the time is over`() throws {
    #expect(try community.post("/fils/2/reponses", reply, as: .learner).status == 303)
    try queue.database.write { try $0.run("UPDATE silence SET until = ?", Instant.now) }
    #expect(
      try community.post("/fils/1/reponses", reply + [("envoi", "b")], as: .outsider).status == 303)
    let other = [("texte", "Un autre texte, assez long pour compter."), ("action", "publier")]
    #expect(try community.post("/fils/1/reponses", other, as: .learner).status == 303)
  }

  @Test func `is refused by the store, whoever asks it`() throws {
    #expect(throws: PostingRefusal.self) {
      try queue.database.write { db in
        try PostStore.reply(
          PostDraft(body: "Non").checked(), to: Thread.ID(1), answers: nil, submission: [1],
          by: Community.Person.learner.id, at: .now, db)
      }
    }
  }
}
