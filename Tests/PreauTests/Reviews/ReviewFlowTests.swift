import HTTP
import SQLite
import Testing

@testable import Preau

/// Reviews over the routes, as pages would send them. The author is the insider, a teacher.
@Suite struct `A review` {
  private let community: Community

  init() throws {
    community = try Community()
    try community.site.database.write { db in
      try db.run("UPDATE member SET role = 'professional' WHERE id = ?", Self.trade.id)
    }
  }

  private static let teacher = Community.Person.referent
  private static let trade = Community.Person.outsider

  private func ask(_ seals: ReviewSeal...) throws {
    _ = try community.post(
      "/espaces/public/sceaux", seals.map { ($0.field.description, "oui") }, as: Self.teacher)
  }

  private func fields(_ text: String) -> [(String, String)] {
    [
      ("titre", "Consigner"), ("texte", "## Le geste\n\n\(text)"), ("licence", Licence.by.uri),
      ("langue-du-texte", "fr"), ("action", "publier"),
    ]
  }

  private func begin(as person: Community.Person = .insider) throws {
    let answer = try community.post(
      "/tutoriels/nouveau", fields("Couper.") + [("espace", "public"), ("envoi", "un")],
      as: person)
    #expect(answer.status == 303)
  }

  private func submit() throws {
    #expect(try community.post("/tutoriels/1/soumission", as: .insider).status == 303)
  }

  private func reserve(
    _ seal: ReviewSeal, _ version: Int = 1, as person: Community.Person
  ) throws -> Response {
    try community.post(
      "/tutoriels/1/reservation", [("sceau", "\(seal.rawValue).\(version)")], as: person)
  }

  private func conclude(
    _ review: Int, _ action: String, _ seal: ReviewSeal, words: String = "", comment: String = "",
    as person: Community.Person
  ) throws -> Response {
    try community.post(
      "/relectures/\(review)",
      ReviewPoint.grid(for: seal).map { ($0.field.description, "yes") }
        + [("mot", words), ("section-1", comment), ("action", action)], as: person)
  }

  private func pointers() throws -> TutorialPointers {
    let viewer = try community.viewer(.administrator)
    return try community.site.database.read { db in
      try #require(try TutorialStore.view(Number(1), for: viewer, db)).tutorial.pointers
    }
  }

  private func told(_ kind: Preau.Notification.Kind) throws -> [Int64] {
    try community.site.database.read { db in
      try db.rows("SELECT member FROM notification WHERE kind = ? ORDER BY id", kind) {
        try $0.next(Int64.self)
      }
    }
  }

  private func states() throws -> [Review.State] {
    try community.site.database.read { db in
      try db.rows("SELECT state FROM review ORDER BY id") { try $0.next(Review.State.self) }
    }
  }

  private func text(_ path: String, as person: Community.Person = .visitor) throws -> String {
    try community.get(path, as: person).text
  }

  @Test func `by two people gives both seals, and the last one publishes`() throws {
    try ask(.teaching, .trade)
    try begin()
    try submit()
    #expect(try told(.tutorialToRead) == [Self.teacher.rawValue])
    #expect(try text("/espaces/public/relectures", as: Self.trade).contains("Consigner"))
    let first = try reserve(.teaching, as: Self.teacher)
    #expect(first["Location"] == "/relectures/1")
    #expect(try reserve(.trade, as: Self.trade)["Location"] == "/relectures/2")
    #expect(try text("/relectures/1", as: Self.teacher).contains("Couper."))
    let open = try community.post("/relectures/1", [("action", "valider")], as: Self.teacher)
    #expect(open.status == 422)
    #expect(open.text.contains("répondez oui, à revoir ou sans objet"))
    #expect(
      try conclude(1, "valider", .teaching, words: "Clair.", as: Self.teacher).status == 303)
    #expect(try pointers() == TutorialPointers(draft: 1, underReview: 1))
    #expect(try told(.tutorialSealed) == [Community.Person.insider.rawValue])
    #expect(try !text("/recherche?valide=metier").contains("Consigner"))
    #expect(try conclude(2, "valider", .trade, as: Self.trade).status == 303)
    #expect(try pointers() == TutorialPointers(draft: 1, published: 1))
    #expect(try text("/recherche?valide=metier").contains("Consigner"))
    #expect(try text("/recherche?genre=tutoriel").contains("Sceau métier"))
    #expect(try told(.tutorialPublished) == [Community.Person.insider.rawValue])
    let page = try text("/tutoriels/1-consigner")
    #expect(page.contains("Pédagogie validée") && page.contains("Métier validé"))
    #expect(page.contains("validé (version 1") && page.contains("Clair."))
    #expect(page.contains("Élodie referent") && !page.contains("a changé depuis"))
    #expect(try text("/tutoriels").contains("Métier validé"))
    let journal = try text("/espaces/public/journal", as: Self.teacher)
    #expect(journal.contains("Sceau donné à un tutoriel") && journal.contains("Métier"))
  }

  @Test func `gives one seal a person, whoever the person is`() throws {
    try ask(.teaching, .trade)
    try begin()
    try submit()
    let named = [("membre", String(Community.Person.administrator.rawValue))]
    #expect(
      try community.post("/espaces/public/sceaux/metier", named, as: Self.trade).status == 403)
    _ = try community.post("/espaces/public/sceaux/metier", named, as: Self.teacher)
    #expect(try reserve(.trade, as: .administrator).status == 303)
    let other = try reserve(.teaching, as: .administrator)
    #expect(other.status == 422 && other.text.contains("déjà l’autre sceau"))
    _ = try conclude(1, "valider", .trade, as: .administrator)
    #expect(try reserve(.teaching, as: .administrator).status == 422)
    #expect(try reserve(.teaching, as: Self.trade).status == 422)
    let late = try reserve(.trade, as: Self.trade)
    #expect(late.status == 422 && late.text.contains("a déjà ce sceau"))
  }

  @Test func `tells who comes second who was faster`() throws {
    try ask(.teaching)
    try begin()
    try submit()
    #expect(try reserve(.teaching, as: Self.teacher).status == 303)
    let second = try reserve(.teaching, as: .administrator)
    #expect(second.status == 422)
    #expect(second.text.contains("Élodie referent vient de réserver cette relecture"))
    #expect(try community.get("/relectures/1", as: .administrator).status == 404)
    #expect(try community.post("/relectures/1/abandon", as: .administrator).status == 404)
    #expect(try community.post("/relectures/1/abandon", as: Self.teacher).status == 303)
    #expect(try reserve(.teaching, as: .administrator).status == 303)
  }

  @Test func `returns a version with its reasons, which a new one keeps in sight`() throws {
    try ask(.teaching, .trade)
    try begin()
    try submit()
    _ = try reserve(.teaching, as: Self.teacher)
    _ = try reserve(.trade, as: Self.trade)
    #expect(try conclude(1, "rendre", .teaching, as: Self.teacher).status == 422)
    let returned = try conclude(
      1, "rendre", .teaching, words: "Il manque la vérification.", comment: "L’étape 2 d’abord.",
      as: Self.teacher)
    #expect(returned.status == 303)
    #expect(try pointers() == TutorialPointers(draft: 1))
    #expect(try states() == [.returned, .released])
    #expect(try told(.reviewReleased) == [Self.trade.rawValue])
    #expect(try text("/notifications", as: .insider).contains("Il manque la vérification."))
    func isInSight() throws -> Bool {
      let workshop = try text("/tutoriels/1/atelier", as: .insider)
      return workshop.contains("Il manque la vérification.")
        && workshop.contains("L’étape 2 d’abord.") && workshop.contains("#partie-le-geste")
    }
    #expect(try isInSight())
    _ = try community.post(
      "/tutoriels/1/modifier", fields("Vérifier.") + [("version", "1")], as: .insider)
    try submit()
    #expect(try isInSight())
    let reviews = try text("/tutoriels/1/relectures", as: Self.teacher)
    #expect(reviews.contains("Il manque la vérification."))
    let old = try reserve(.teaching, 1, as: Self.teacher)
    #expect(old.status == 422 && old.text.contains("n’est plus à relire"))
    #expect(try reserve(.teaching, 2, as: Self.teacher).status == 303)
  }

  @Test func `is of nobody who wrote, signed once, or is asked to`() throws {
    try ask(.teaching)
    try begin()
    try submit()
    #expect(try reserve(.teaching, as: .insider).text.contains("d’autres le reliront"))
    _ = try community.post("/tutoriels/1/coauteurs", [("nom", "administrator")], as: .insider)
    #expect(try reserve(.teaching, as: .administrator).status == 422)
    _ = try community.post("/tutoriels/1/signature", as: .administrator)
    _ = try community.post("/tutoriels/1/depart", as: .administrator)
    #expect(try reserve(.teaching, as: .administrator).status == 422)
    _ = try reserve(.teaching, as: Self.teacher)
    _ = try community.post("/tutoriels/1/coauteurs", [("nom", "referent")], as: .insider)
    #expect(try conclude(1, "valider", .teaching, as: Self.teacher).status == 422)
    #expect(try pointers().published == nil)
  }

  @Test func `is closed to learners and visitors`() throws {
    try ask(.teaching)
    try begin()
    try submit()
    #expect(try community.get("/espaces/public/relectures", as: .learner).status == 403)
    #expect(try community.get("/tutoriels/1/relectures", as: .learner).status == 404)
    #expect(try community.get("/tutoriels/1/versions/1", as: .learner).status == 404)
    #expect(try community.get("/tutoriels/1/versions/1", as: Self.trade).status == 200)
    #expect(try reserve(.teaching, as: .learner).status == 404)
    #expect(try community.get("/espaces/public/sceaux", as: .insider).status == 403)
  }

  @Test func `that has lapsed is anybody's, and its words are kept`() throws {
    try ask(.teaching)
    try begin()
    try submit()
    _ = try reserve(.teaching, as: Self.teacher)
    try community.site.database.write { db in
      try db.run("UPDATE review SET reserved = reserved - 14 * 86400 - 1")
    }
    let late = try conclude(1, "valider", .teaching, words: "Mes mots.", as: Self.teacher)
    #expect(late.status == 422)
    #expect(late.text.contains("Votre réservation est terminée") && late.text.contains("Mes mots."))
    #expect(try community.get("/relectures/1", as: Self.teacher).status == 303)
    #expect(try reserve(.teaching, as: Self.teacher)["Location"] == "/relectures/1")
    #expect(try text("/relectures/1", as: Self.teacher).contains("Mes mots."))
    try community.site.database.write { db in
      try db.run("UPDATE review SET reserved = reserved - 14 * 86400 - 1")
    }
    #expect(try reserve(.teaching, as: .administrator).status == 303)
    #expect(try states() == [.released, .reserved])
    #expect(try conclude(1, "valider", .teaching, as: Self.teacher).status == 422)
  }

  @Test func `is free again once the authors take their version back`() throws {
    try ask(.teaching)
    try begin()
    try submit()
    _ = try reserve(.teaching, as: Self.teacher)
    try submit()
    #expect(try pointers().underReview == nil)
    #expect(try states() == [.released])
    #expect(try told(.reviewReleased) == [Self.teacher.rawValue])
    let late = try conclude(1, "valider", .teaching, words: "Mes mots.", as: Self.teacher)
    #expect(late.status == 422)
    #expect(late.text.contains("n’est plus à relire") && late.text.contains("Mes mots."))
    #expect(try !text("/espaces/public/relectures", as: Self.teacher).contains("Consigner"))
  }

  @Test func `adds a seal to what is published already, which an older version keeps`() throws {
    try begin()
    _ = try community.post("/tutoriels/1/publication", as: .insider)
    #expect(try text("/tutoriels/1-consigner").contains("Personne ne l’a encore validé"))
    #expect(try reserve(.teaching, as: Self.teacher).status == 303)
    #expect(try conclude(1, "valider", .teaching, as: Self.teacher).status == 303)
    #expect(try text("/tutoriels/1-consigner").contains("Pédagogie validée"))
    #expect(try reserve(.trade, as: Self.trade).status == 303)
    _ = try community.post(
      "/tutoriels/1/modifier", fields("Vérifier.") + [("version", "1")], as: .insider)
    _ = try community.post("/tutoriels/1/publication", as: .insider)
    #expect(try states() == [.accepted, .released])
    let page = try text("/tutoriels/1-consigner")
    #expect(page.contains("Pédagogie validée, version 1") && page.contains("a changé depuis"))
    #expect(try text("/tutoriels").contains("Pédagogie validée, version 1"))
    #expect(try !text("/tutoriels/1/versions/1").contains("a changé depuis"))
    #expect(try reserve(.teaching, 2, as: Self.teacher).status == 303)
    let back = try conclude(3, "rendre", .teaching, words: "À revoir.", as: Self.teacher)
    #expect(back.status == 303)
    #expect(try pointers() == TutorialPointers(draft: 2, published: 2))
  }

  @Test func `publishes when its space asks for less by then`() throws {
    try ask(.teaching, .trade)
    try begin()
    try submit()
    _ = try reserve(.teaching, as: Self.teacher)
    _ = try conclude(1, "valider", .teaching, as: Self.teacher)
    #expect(try pointers().published == nil)
    try ask(.teaching)
    #expect(try pointers().published == 1)
    let journal = try text("/espaces/public/journal", as: Self.teacher)
    #expect(journal.contains("Sceaux demandés avant publication"))
  }

  @Test func `waits on the page of those who may give its seal`() throws {
    try ask(.trade)
    try begin()
    try submit()
    #expect(try text("/mon-preau", as: Self.trade).contains("Mes relectures"))
    #expect(try !text("/mon-preau", as: Self.trade).contains("1 tutoriel attend"))
    _ = try community.post("/espaces/public/adhesion", as: Self.trade)
    #expect(try text("/mon-preau", as: Self.trade).contains("1 tutoriel attend"))
    #expect(try !text("/mon-preau", as: Self.teacher).contains("1 tutoriel attend"))
    #expect(try !text("/mon-preau", as: .learner).contains("Mes relectures"))
    _ = try reserve(.trade, as: Self.trade)
    #expect(try !text("/mon-preau", as: Self.trade).contains("1 tutoriel attend"))
    #expect(try text("/mon-preau/relectures", as: Self.trade).contains("/relectures/1"))
    _ = try conclude(1, "garder", .trade, words: "Plus tard.", as: Self.trade)
    #expect(try states() == [.reserved])
    #expect(try text("/relectures/1", as: Self.trade).contains("Plus tard."))
  }

  @Test func `is announced to professionals who have joined, for the seal of their trade`() throws {
    try ask(.teaching)
    _ = try community.post("/espaces/public/adhesion", as: Self.trade)
    try begin()
    try submit()
    #expect(try !told(.tutorialToRead).contains(Self.trade.rawValue))
    _ = try community.post("/tutoriels/1/soumission", as: .insider)
    try ask(.teaching, .trade)
    _ = try community.post("/tutoriels/1/soumission", as: .insider)
    #expect(try told(.tutorialToRead).contains(Self.trade.rawValue))
  }

  @Test func `of somebody who leaves the site goes on, without the name`() throws {
    try begin()
    _ = try community.post("/tutoriels/1/publication", as: .insider)
    _ = try reserve(.trade, as: Self.trade)
    _ = try conclude(1, "valider", .trade, as: Self.trade)
    _ = try reserve(.teaching, as: .administrator)
    try community.site.database.write { db in
      try DeletionStore.delete(Self.trade.id, at: .now, db)
    }
    let page = try text("/tutoriels/1-consigner")
    #expect(page.contains("Métier validé") && page.contains("compte supprimé"))
    #expect(!page.contains("Élodie outsider"))
  }

  @Test func `is reserved by one of twenty who ask at once`() async throws {
    try ask(.teaching)
    try begin()
    try submit()
    let database = community.site.database
    let viewers = try database.write { db in
      try (100..<120).map { number in
        try db.run(
          """
          INSERT INTO member (id, login, name, role, joined) VALUES (?, ?, ?, 'teacher', ?)
          """, number, "r\(number)", "R\(number)", Community.noon)
        let member = try MemberStore.member(Member.ID(Int64(number)), db)
        return Viewer(member: member, session: nil)
      }
    }
    let outcomes = await withTaskGroup(of: Bool?.self) { group in
      for viewer in viewers {
        group.addTask {
          do {
            try database.write { db in
              guard let view = try TutorialStore.view(Number(1), for: viewer, db) else { return }
              let actor = try ReviewReadingStore.actor(for: viewer, view, db)
              _ = try ReviewStore.reserve(
                .teaching, of: 1, view, for: actor, at: Community.noon, db)
            }
            return true
          } catch ReviewRefusal.taken {
            return false
          } catch {
            return nil
          }
        }
      }
      return await group.reduce(into: [Bool?]()) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 == true }.count == 1)
    #expect(outcomes.filter { $0 == false }.count == 19)
    #expect(try states() == [.reserved])
  }

  @Test func `cannot be doubled behind the rules`() throws {
    try begin()
    let teacher = Self.teacher.id
    try community.site.database.write { db in
      for person in [teacher, Self.trade.id] {
        try ReviewStore.record(
          .teaching, for: 1, of: Number(1), by: person, words: "", at: .now, db)
      }
      try ReviewStore.record(.trade, for: 1, of: Number(1), by: teacher, words: "", at: .now, db)
    }
    #expect(try states() == [.accepted])
  }
}
