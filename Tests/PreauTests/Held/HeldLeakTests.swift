import HTTP
import SQLite
import Testing

@testable import Preau

/// A thread, its tag and a reply wait to be published; then everything that others can read is read.
@Suite struct `No output gives away a post that is held` {
  typealias Person = Community.Person
  private let community: Community

  private static let secrets = [
    "sarabande", "Sarabande", "gaillarde", "passacaille", "\"/attente/", "#attente-",
  ]

  init() throws {
    community = try Community()
    let all = [("relecture", "everything"), ("premiers", "2")]
    _ = try community.post("/espaces/public/relecture", all, as: .referent)
    // Somebody who looks after another space is nobody here.
    try community.site.database.write { db in
      try MembershipStore.appoint(Person.outsider.id, in: Space.ID(2), at: Community.noon, db)
    }
    let asked = try community.post(
      "/fils/nouveau",
      [
        ("espace", "public"), ("genre", "question"), ("titre", "Une sarabande"),
        ("texte", "Qui danse la gaillarde, @insider @outsider ?"), ("etiquettes", "passacaille"),
        ("vu", "oui"), ("action", "publier"),
      ], as: .learner)
    #expect(asked["Location"] == "/attente/1")
    let replied = try community.post(
      "/fils/1/reponses", [("texte", "La gaillarde, @insider."), ("action", "publier")],
      as: .learner)
    #expect(replied.status == 303)
    // The end of the thread moves on, and the reply stays in the middle of it.
    _ = try community.post(
      "/fils/1/reponses", [("texte", "Un mot public."), ("action", "publier")], as: .referent)
  }

  private static let start = [
    "/", "/fils", "/fils?liste=sans-reponse", "/fils?liste=suivis", "/fils?liste=non-lus",
    "/fils/atom", "/espaces", "/espaces/public", "/espaces/public/atom", "/espaces/public/bureau",
    "/espaces/public/moderation", "/espaces/public/journal", "/etiquettes", "/fils/nouveau",
    "/etiquettes/passacaille", "/etiquettes/passacaille/atom", "/mon-preau", "/mon-preau/appels",
    "/mon-preau/attente", "/mon-preau/decisions", "/mon-preau/flux", "/signalements",
    "/notifications", "/recherche?q=une", "/recherche?q=danse",
    "/fils/semblables?titre=Une+danse", "/fils/1", "/fils/1?citer=2", "/fils/1?page=2",
    "/fils/4", "/messages/4", "/messages/5", "/membres/5", "/attente/1", "/attente/2",
    "/attente/1/modifier", "/espaces/public/relecture",
  ]

  /// The address that somebody asked for is repeated: of a tag, or of where a log-in leads.
  private func says(_ secret: String, _ answer: Response, _ address: String) -> Bool {
    !address.contains(secret) && !address.hasPrefix("/connexion") && answer.text.contains(secret)
  }

  @Test(arguments: [Person.visitor, .insider, .outsider])
  func `on any page, feed, list or fragment`(person: Person) throws {
    let answers = try community.walk(from: Self.start, as: person, skipping: "retour=")
    #expect(answers.count > 40)
    #expect(answers.values.contains { $0.text.contains("Un mot public.") })
    for (address, answer) in answers {
      let heads = answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
      for secret in Self.secrets where !address.hasPrefix("/attente/") {
        #expect(!says(secret, answer, address), "\(secret) on \(address)")
        #expect(!heads.contains(secret) || address.contains(secret), "head of \(address)")
      }
      if address.hasPrefix("/attente/") {
        #expect(answer.status == 404 || answer.status == 303, "\(address)")
        #expect(!answer.text.contains("arabande") && !answer.text.contains("gaillarde"))
      }
    }
  }

  @Test(arguments: ["sarabande", "gaillarde", "passacaille", "auteur%3A5", "gaillard"])
  func `nor to who searches for it`(word: String) throws {
    for person in [Person.visitor, .insider, .outsider, .learner] {
      let text = try community.get("/recherche?q=\(word)", as: person).text
      #expect(!text.contains("Une sarabande"))
      #expect(!text.contains("/attente/"))
    }
  }

  @Test func `nor in the counts, the unread marks or what is told`() throws {
    let page = try community.get("/fils?liste=non-lus", as: .insider).text
    #expect(page.contains("1 réponse"))
    #expect(!page.contains("2 réponses"))
    let told = try community.site.database.read { db in
      try db.value("SELECT count(*) FROM notification WHERE member IN (3, 4)", as: Int.self)
    }
    #expect(told == 0)
  }

  @Test func `for it stands in no table but its own`() throws {
    let names = try community.site.database.read { db in
      try db.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'") {
        try $0.next(String.self)
      }
    }
    #expect(names.contains("held_post"))
    let holding = try community.site.database.read { db in
      try db.rows(
        """
        SELECT 'post' FROM post WHERE source LIKE '%gaillarde%'
        UNION ALL SELECT 'thread' FROM thread WHERE title LIKE '%sarabande%'
        UNION ALL SELECT 'tag' FROM tag WHERE label LIKE '%passacaille%'
        UNION ALL SELECT 'draft' FROM draft WHERE fields LIKE '%gaillarde%'
        UNION ALL SELECT 'held_post' FROM held_post WHERE source LIKE '%gaillarde%'
        """
      ) { try $0.next(String.self) }
    }
    #expect(holding == ["held_post", "held_post"])
  }
}
