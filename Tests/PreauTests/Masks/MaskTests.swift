import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `Writing without one's name` {
  typealias Person = Community.Person
  private let community: Community
  private var database: Database { community.site.database }

  init() throws {
    community = try Community()
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
  }

  /// - Returns: the number of the thread.
  private func ask(as person: Person, in space: String = "public") throws -> (Response, Int64) {
    let answer = try community.post(
      "/fils/nouveau",
      [
        ("espace", space), ("genre", "question"), ("titre", "Je n’ose pas demander"),
        ("texte", "Comment fait-on une **pâte brisée** ?"), ("sans-nom", "oui"), ("vu", "oui"),
        ("action", "publier"),
      ], as: person)
    return (answer, try database.read { try $0.value("SELECT max(id) FROM thread") ?? 0 })
  }

  private func reply(
    _ text: String, to thread: Int64, as person: Person, isMasked: Bool = false
  ) throws -> Response {
    let mask = isMasked ? [("sans-nom", "oui")] : []
    return try community.post(
      "/fils/\(thread)/reponses", [("texte", text), ("action", "publier")] + mask, as: person)
  }

  private func page(_ thread: Int64, as person: Person) throws -> String {
    let address = try community.get("/fils/\(thread)", as: person)["Location"]
    return try community.get(address ?? "", as: person).text
  }

  private func value(_ sql: StaticString) throws -> Int64 {
    try database.read { try $0.value(sql, as: Int64.self) } ?? -1
  }

  @Test func `the author is « Auteur » to all, and oneself on one's own pages`() throws {
    let (answer, thread) = try ask(as: .learner)
    #expect(answer.status == 303)
    for person in [Person.visitor, .insider, .referent, .administrator, .learner] {
      let text = try page(thread, as: person)
      #expect(text.contains("Auteur"))
      #expect(!text.contains("Élodie learner"))
    }
    let own = try page(thread, as: .learner)
    #expect(own.contains("/modifier"))
    #expect(own.contains("vous écrivez sans votre nom"))
    let mine = try community.get("/fils?liste=miens", as: .learner).text
    #expect(mine.contains("Je n’ose pas demander"))
  }

  @Test func `who replies without a name is « Participant » where one is told of it`() throws {
    #expect(try reply("Beurre froid.", to: 1, as: .insider, isMasked: true).status == 303)
    let text = try community.get("/notifications", as: .learner).text
    #expect(text.contains("Participant\u{00A0}1"))
    #expect(!text.contains("compte supprimé"))
  }

  @Test func `the author is asked and told what concerns the request, without being named`() throws
  {
    let (_, thread) = try ask(as: .learner)
    _ = try community.post("/fils/\(thread)/prise-en-charge", as: .referent)
    _ = try community.post("/fils/\(thread)/resolution", as: .referent)
    let later = Instant.now + 400 * 86_400
    try database.write { _ = try HelpFollowUpStore.tellDue(at: later, $0) }
    let told = try database.read { db in
      try db.rows(
        "SELECT kind FROM notification WHERE member = ? AND thread = ? ORDER BY id",
        Person.learner.id, thread
      ) { try $0.next(String.self) }
    }
    #expect(told.contains("taken") && told.contains("followUp"))
    let due = try database.read {
      try HelpFollowUpStore.due(of: Person.learner.id, at: later, $0).map(\.thread.value)
    }
    #expect(due == [thread])
    #expect(try community.get("/fils/\(thread)/usage", as: .learner).status == 200)
    #expect(try community.get("/fils/\(thread)/usage", as: .insider).status == 404)
  }

  @Test func `every reply of the author in the thread is signed alike, and so are edits`() throws {
    let (_, thread) = try ask(as: .learner)
    #expect(try reply("J’ai oublié de dire.", to: thread, as: .learner).status == 303)
    let post = try value("SELECT max(id) FROM post")
    let edit = [("texte", "J’avais oublié de dire."), ("action", "publier")]
    #expect(try community.post("/messages/\(post)/modifier", edit, as: .learner).status == 303)
    let history = try community.get("/messages/\(post)/historique", as: .insider).text
    #expect(history.contains("Auteur"))
    #expect(!history.contains("Élodie learner"))
    #expect(try community.post("/messages/\(post)/merci", as: .learner).status == 403)
    #expect(try community.post("/messages/\(post)/retrait", as: .learner).status == 303)
    #expect(try community.post("/messages/\(post)/retablissement", as: .learner).status == 303)
    #expect(try value("SELECT count(*) FROM journal WHERE action LIKE 'post-%'") == 0)
  }

  @Test func `those who reply are « Participant 1 », « 2 »…, unless they signed already`() throws {
    let (_, thread) = try ask(as: .learner)
    #expect(try reply("Beurre froid.", to: thread, as: .insider, isMasked: true).status == 303)
    #expect(try reply("Et de l’eau.", to: thread, as: .outsider, isMasked: true).status == 303)
    let text = try page(thread, as: .referent)
    #expect(text.contains("Participant\u{00A0}1"))
    #expect(text.contains("Participant\u{00A0}2"))
    #expect(try reply("Signé.", to: 1, as: .outsider).status == 303)
    let late = try reply("Masqué.", to: 1, as: .outsider, isMasked: true)
    #expect(late.status == 422)
    #expect(late.text.contains("Masqué."))
  }

  @Test func `the first who does so in a thread that is signed is « Participant 1 »`() throws {
    #expect(try reply("Beurre froid.", to: 1, as: .insider, isMasked: true).status == 303)
    #expect(try page(1, as: .referent).contains("Participant\u{00A0}1"))
  }

  @Test func `it is refused where the space does not allow it, and the text comes back`() throws {
    let (answer, _) = try ask(as: .learner, in: "members")
    #expect(answer.status == 422)
    #expect(answer.text.contains("pâte brisée"))
    #expect(answer.text.contains("checked"))
    #expect(try value("SELECT count(*) FROM mask") == 0)
    #expect(try reply("Non.", to: 2, as: .insider, isMasked: true).status == 422)
    #expect(try community.post("/espaces/public/sans-nom", as: .insider).status == 403)
  }

  @Test func `a référent sees the name after an act that the journal keeps`() throws {
    let (_, thread) = try ask(as: .learner)
    let post = try value("SELECT max(id) FROM post")
    #expect(try page(thread, as: .referent).contains("Voir le nom"))
    #expect(try !page(thread, as: .insider).contains("Voir le nom"))
    #expect(try community.post("/messages/\(post)/nom", as: .insider).status == 403)
    #expect(try community.post("/messages/\(post)/nom", as: .visitor).status != 200)
    #expect(try value("SELECT count(*) FROM journal WHERE action = 'name-revealed'") == 0)
    let shown = try community.post("/messages/\(post)/nom", as: .referent)
    #expect(shown.status == 200)
    #expect(shown.text.contains("Élodie learner"))
    #expect(try value("SELECT count(*) FROM journal WHERE action = 'name-revealed'") == 1)
    #expect(try value("SELECT count(*) FROM journal WHERE member = 5") == 0)
    #expect(try !page(thread, as: .referent).contains("Élodie learner"))
    #expect(try !community.get("/espaces/public/journal", as: .referent).text.contains("learner"))
    // A post that is signed has no name to look for.
    #expect(try community.post("/messages/1/nom", as: .referent).status == 403)
  }

  @Test func `a decision reaches the person behind the face`() throws {
    let (_, thread) = try ask(as: .learner)
    let post = Post.ID(try value("SELECT max(id) FROM post"))
    try database.write { db in
      try MembershipStore.appoint(Person.learner.id, in: Space.ID(1), at: Community.noon, db)
      try ReportStore.report(
        post, reason: "faux", comment: "", by: Person.insider.id, at: Community.noon, db)
    }
    #expect(try community.get("/signalements/1", as: .learner).status == 404)
    #expect(try !community.get("/signalements", as: .learner).text.contains("pâte"))
    #expect(try community.post("/signalements/1/prise", as: .referent).status == 303)
    let ruling = [("decision", "silence"), ("motif", "other"), ("jours", "2")]
    #expect(try community.post("/signalements/1/decision", ruling, as: .referent).status == 303)
    let told = try community.get("/mon-preau/decisions", as: .learner).text
    #expect(told.contains("ne pouvez pas écrire"))
    #expect(try reply("Encore.", to: thread, as: .learner).status == 422)
    #expect(try reply("Ailleurs.", to: 1, as: .learner).status == 422)
    let plea = [("texte", "Ce n’est pas juste.")]
    #expect(try community.post("/mon-preau/decisions/1", plea, as: .learner).status == 303)
  }

  @Test func `who leaves leaves no way back from the face`() throws {
    let (_, thread) = try ask(as: .learner)
    try database.write { try DeletionStore.delete(Person.learner.id, at: .now, $0) }
    #expect(try value("SELECT count(*) FROM mask") == 0)
    #expect(try page(thread, as: .insider).contains("Auteur"))
    #expect(try database.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `a face counts with its person among posts that come too fast`() throws {
    let (_, thread) = try ask(as: .learner)
    for number in 2...PostingLimits().burstPosts {
      _ = try reply("Numéro \(number)", to: number.isMultiple(of: 2) ? thread : 1, as: .learner)
    }
    #expect(try reply("Un de trop", to: 1, as: .learner).status == 422)
    #expect(try reply("Un de trop", to: thread, as: .learner).status == 422)
  }
}
