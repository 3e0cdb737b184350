import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `A search that a member keeps` {
  typealias Person = Community.Person
  private let community: Community
  private var database: Database { community.site.database }
  private let day: Int64 = 86_400

  init() throws { community = try Community() }

  @discardableResult
  private func keep(
    _ words: String = "four", _ fields: [(String, String)] = [], name: String = "Les fours",
    as person: Person
  ) throws -> Response {
    try community.post(
      "/recherches/nouvelle", [("nom", name), ("q", words)] + fields, as: person)
  }

  /// - Parameter space: 1 is public, 2 for members, 3 private.
  private func write(
    _ title: String, in space: Int64 = 1, by person: Person = .referent, at moment: Instant,
    isMasked: Bool = false
  ) throws {
    var draft = ThreadDraft()
    draft.title = title
    draft.body = "Le texte de la question."
    draft.isMasked = isMasked
    try database.write { db in
      _ = try ThreadStore.start(
        draft.checked(in: Space.ID(space)).get(), submission: Crypto.randomBytes(16),
        by: person.id, at: moment, db)
    }
  }

  private func look(at moment: Instant) throws {
    #expect(try !SavedSearchLook.some(database, community.site.finding, at: moment))
  }

  /// What a member is told of searches and has not read.
  private func told(_ person: Person) throws -> [String] {
    try database.read { db in
      try db.rows(
        """
        SELECT words FROM notification
         WHERE kind = 'savedSearch' AND member = ? AND read IS NULL ORDER BY id
        """, person.id
      ) { try $0.next() }
    }
  }

  @Test func `tells once what is new and may be read`() throws {
    for person in [Person.insider, .outsider] {
      #expect(try keep(as: person).status == 303)
    }
    let now = Instant.now
    try write("Le four est froid", at: now + 60)
    try write("Le four est fermé", in: 3, at: now + 61)
    try write("La plonge", at: now + 62)
    try look(at: now + 120)
    #expect(try told(.insider) == [], "not before the next morning")
    try look(at: now + 2 * day)
    #expect(try told(.insider) == ["«\u{00A0}Les fours\u{00A0}»\u{00A0}: 2 nouveautés"])
    #expect(try told(.outsider) == ["«\u{00A0}Les fours\u{00A0}»\u{00A0}: 1 nouveauté"])
    try look(at: now + 4 * day)
    #expect(try told(.insider).count == 1, "what was told is not told again")

    let opened = try community.get("/recherches/1", as: .insider)["Location"] ?? ""
    #expect(opened.contains("depuis=") && opened.contains("tri=recent"))
    let page = try community.get(opened, as: .insider).text
    #expect(page.contains("2 nouveautés depuis"))
    #expect(try !community.get(opened, as: .outsider).text.contains("fermé"))
  }

  @Test func `joins what was told and not read, and begins anew after that`() throws {
    try keep(as: .insider)
    let now = Instant.now
    try write("Le four est froid", at: now + 60)
    try look(at: now + 2 * day)
    try write("Le four est chaud", at: now + 2 * day + 60)
    try look(at: now + 4 * day)
    #expect(try told(.insider) == ["«\u{00A0}Les fours\u{00A0}»\u{00A0}: 2 nouveautés"])
    try database.write { try $0.run("UPDATE notification SET read = 1") }
    try write("Le four est plein", at: now + 4 * day + 60)
    try look(at: now + 6 * day)
    #expect(try told(.insider) == ["«\u{00A0}Les fours\u{00A0}»\u{00A0}: 1 nouveauté"])
  }

  @Test func `says nothing of what its member wrote, also without a name`() throws {
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    for person in [Person.learner, .outsider] { try keep(as: person) }
    try keep("auteur:learner", name: "Le masque", as: .outsider)
    let now = Instant.now
    try write("Mon four", by: .learner, at: now + 60)
    try write("Mon four caché", by: .learner, at: now + 61, isMasked: true)
    try look(at: now + 2 * day)
    #expect(try told(.learner) == [])
    #expect(
      try told(.outsider) == [
        "«\u{00A0}Les fours\u{00A0}»\u{00A0}: 2 nouveautés",
        "«\u{00A0}Le masque\u{00A0}»\u{00A0}: 1 nouveauté",
      ], "no name leads behind a mask")
  }

  @Test func `rests during a pause, and leaves with its member`() throws {
    try keep(as: .insider)
    #expect(try community.post("/recherches/1/pause", as: .insider).status == 303)
    let now = Instant.now
    try write("Le four est froid", at: now + -5)
    try database.write { try $0.run("UPDATE saved_search SET looked = looked - 100") }
    try look(at: now + 2 * day)
    #expect(try told(.insider) == [])
    #expect(try community.post("/recherches/1/pause", as: .insider).status == 303)
    try look(at: now + 2 * day)
    #expect(try told(.insider) == [], "what was written during the pause is no news")
    try database.write { try SavedSearchStore.forget(Person.insider.id, $0) }
    #expect(try database.read { try SavedSearchStore.count(of: Person.insider.id, $0) } == 0)
  }

  @Test func `is renamed, removed and taken back by its member alone`() throws {
    try keep(as: .insider)
    #expect(try community.get("/recherches/1", as: .outsider).status == 404)
    #expect(try community.post("/recherches/1/retrait", as: .outsider).status == 404)
    #expect(
      try community.post("/recherches/1/modifier", [("nom", " ")], as: .insider).status == 422)
    _ = try community.post("/recherches/1/modifier", [("nom", "À  surveiller")], as: .insider)
    #expect(try community.get("/recherches", as: .insider).text.contains("À surveiller"))
    let removed = try community.post("/recherches/1/retrait", as: .insider)
    let list = try community.get(removed["Location"] ?? "", as: .insider).text
    #expect(list.contains("/recherches/1/retour") && !list.contains("/recherches/1/pause"))
    #expect(try community.get("/recherches/1", as: .insider).status == 410)
    _ = try community.post("/recherches/1/retour", as: .insider)
    #expect(try community.get("/recherches", as: .insider).text.contains("/recherches/1/pause"))
    _ = try community.post("/recherches/1/retrait", as: .insider)
    try database.write { try SavedSearchStore.forgetRemoved(at: .now + 2 * day, $0) }
    #expect(try community.post("/recherches/1/retour", as: .insider).status == 404)
  }

  @Test func `is kept once, asks for something, and there are twenty at most`() throws {
    #expect(try keep("", as: .insider).status == 422)
    #expect(try keep(name: "", as: .insider).status == 422)
    for number in 1...SavedSearchDraft.most {
      #expect(try keep("four \(number)", as: .insider).status == 303)
    }
    #expect(try keep("four 1", as: .insider).text.contains("gardez déjà cette recherche"))
    #expect(try keep("un de plus", as: .insider).text.contains("retirez-en une"))
  }

  @Test func `is followed by its member's secret address alone`() throws {
    try keep("mots", as: .insider)
    let page = try community.get("/mon-preau/flux", as: .insider).text
    let start = try #require(page.firstRange(of: "/recherches/1/atom?cle="))
    let address = page[start.lowerBound...].prefix { $0 != "\"" && $0 != "<" }
    let feed = try community.get(String(address))
    #expect(feed.status == 200 && feed.text.contains("<entry>"))
    #expect(try community.get("/recherches/1/atom").status == 404)
  }

  @Test(arguments: [
    (9_000, 18_000), (18_000, 18_000 + 86_400), (80_000, 18_000 + 86_400),
  ])
  func `is looked at in the morning`(now: Int64, next: Int64) {
    #expect(
      SavedSearch.nextLook(after: Instant(seconds: now), offset: 0) == Instant(seconds: next))
  }
}
