import SQLite
import Testing

@testable import Preau

@Suite struct `Who may read, join and look after a space` {
  let community: Community

  init() throws {
    community = try Community()
  }

  typealias Person = Community.Person

  /// Status of the space's page, of its thread's feed, and whether one may write there.
  static let reading: [(Person, Space.Visibility, status: Int, writes: Bool)] = [
    (.visitor, .public, 200, false), (.visitor, .members, 303, false),
    (.visitor, .private, 404, false),
    (.outsider, .public, 200, true), (.outsider, .members, 200, true),
    (.outsider, .private, 404, false),
    (.administrator, .public, 200, true), (.administrator, .members, 200, true),
    (.administrator, .private, 404, false),
    (.insider, .private, 200, true), (.referent, .private, 200, true),
  ]

  @Test(arguments: reading)
  func `a private space looks like none`(
    person: Person, visibility: Space.Visibility, status: Int, writes: Bool
  ) throws {
    let answer = try community.get("/espaces/\(visibility)", as: person)
    #expect(answer.status == status)
    let viewer = try community.viewer(person)
    try community.site.database.read { db in
      let found = try SpaceStore.space(slug: visibility.rawValue, viewer: viewer, db)
      #expect((found != nil) == (status == 200))
      #expect((found?.rights.mayWrite ?? false) == writes)
    }
  }

  @Test(arguments: Person.allCases)
  func `the rule and the view agree`(person: Person) throws {
    let viewer = try community.viewer(person)
    try community.site.database.read { db in
      for space in [1, 2, 3] as [Int64] {
        let isInView = try db.value(
          "SELECT 1 FROM readable_space WHERE reader = ? AND space = ?", viewer.reader, space,
          as: Int.self)
        let rights = try #require(
          try SpaceStore.rights(in: Space.ID(space), viewer: viewer, db))
        #expect(rights.mayRead == (isInView != nil))
      }
    }
  }

  @Test func `the list names no private space to others`() throws {
    #expect(try !community.get("/espaces", as: .outsider).text.contains("Espace private"))
    #expect(try community.get("/espaces", as: .insider).text.contains("Espace private"))
  }

  @Test func `joining twice counts once, leaving takes it back`() throws {
    for _ in 0..<2 {
      let answer = try community.post("/espaces/public/adhesion", as: .outsider)
      #expect(answer["Location"] == "/espaces/public")
    }
    #expect(try memberCount(1) == 2)
    _ = try community.post("/espaces/public/depart", as: .outsider)
    #expect(try memberCount(1) == 1)
  }

  @Test func `nobody joins a private space alone`() throws {
    #expect(try community.post("/espaces/private/adhesion", as: .outsider).status == 404)
    #expect(try memberCount(3) == 2)
  }

  @Test func `leaving a private space is asked about first`() throws {
    let page = try community.get("/espaces/private", as: .insider).text
    #expect(page.contains("href=\"/espaces/private/depart\""))
    #expect(!page.contains("formaction=\"/espaces/private/depart\""))
    _ = try community.post("/espaces/private/depart", as: .insider)
    #expect(try community.get("/espaces/private", as: .insider).status == 404)
  }

  @Test func `the last référent of a private space stays`() throws {
    #expect(try community.post("/espaces/private/depart", as: .referent).status == 422)
    let dismissed = try community.post(
      "/espaces/private/referents/retrait", [("membre", "2")], as: .administrator)
    #expect(dismissed.status == 422)
    #expect(dismissed.text.contains("<title>Erreur"))
    #expect(try community.get("/espaces/private", as: .referent).status == 200)
  }

  /// Who admits somebody to the private space, and what they are told.
  @Test(arguments: [
    (Person.referent, 303), (.insider, 404), (.outsider, 404), (.administrator, 422),
    (.visitor, 303),
  ])
  func `only a référent admits`(person: Person, status: Int) throws {
    let answer = try community.post("/espaces/private/membres", [("membre", "4")], as: person)
    let isIn = try community.get("/espaces/private", as: .outsider).status == 200
    #expect(isIn == (person == .referent))
    if person != .insider { #expect(answer.status == status) }
  }

  @Test func `an administrator appoints without reading, and not oneself`() throws {
    let appointed = try community.post(
      "/espaces/private/referents", [("membre", "4")], as: .administrator)
    #expect(appointed["Location"] == "/espaces/private/membres")
    #expect(try community.get("/espaces/private", as: .outsider).status == 200)
    let page = try community.get("/espaces/private/membres", as: .administrator).text
    #expect(!page.contains("Élodie insider"))
    #expect(
      try community.post("/espaces/private/referents", [("membre", "1")], as: .administrator)
        .status == 422)
  }

  @Test func `a member is found whatever the accents`() throws {
    let page = try community.get("/espaces/public/membres?cherche=ELODIE+out", as: .administrator)
    #expect(page.text.contains("Élodie outsider"))
    #expect(!page.text.contains("Élodie insider"))
    let other = try community.get("/espaces/public/membres?cherche=%25", as: .administrator)
    #expect(other.status == 200)
  }

  private func memberCount(_ space: Int64) throws -> Int? {
    try community.site.database.read { db in
      let kept = try db.value("SELECT member_count FROM space WHERE id = ?", space, as: Int.self)
      let counted = try db.value(
        "SELECT count(*) FROM space_member WHERE space = ?", space, as: Int.self)
      #expect(kept == counted)
      return kept
    }
  }
}

@Suite struct `Making and changing a space` {
  let community: Community

  init() throws {
    community = try Community()
  }

  private let fields = [
    ("nom", "Écoles d’été"), ("adresse", ""), ("sujet", ""), ("niveau", "académie"),
    ("description", "Pour « tous »."), ("lecture", "members"), ("confirmer", ""),
  ]

  private func with(_ name: String, _ value: String) -> [(String, String)] {
    fields.map { $0.0 == name ? (name, value) : $0 }
  }

  @Test func `an administrator makes one, and looks for its référents`() throws {
    let answer = try community.post("/espaces/nouveau", fields, as: .administrator)
    #expect(answer["Location"] == "/espaces/ecoles-d-ete/membres")
    #expect(try community.post("/espaces/nouveau", fields, as: .referent).status == 403)
  }

  @Test(arguments: [
    ("nom", " "), ("nom", String(repeating: "a", count: 81)), ("adresse", "Été"),
    ("adresse", "nouveau"), ("adresse", "public"), ("lecture", "tous"),
    ("niveau", String(repeating: "\u{301}", count: 100_000)),
  ])
  func `what is wrong is said, and the rest given back`(name: String, value: String) throws {
    let answer = try community.post(
      "/espaces/nouveau", with(name, value), as: .administrator)
    #expect(answer.status == 422)
    #expect(answer.text.contains("<title>Erreur\u{00A0}: "))
    #expect(answer.text.contains("href=\"#\(name)\""))
    #expect(answer.text.contains("Pour « tous »."))
  }

  @Test func `an old address leads to the space, and to no other`() throws {
    var fields = with("adresse", "ouvert")
    fields = fields.map { $0.0 == "lecture" ? ($0.0, "public") : $0 }
    _ = try community.post("/espaces/public/modifier", fields, as: .administrator)
    let old = try community.get("/espaces/public")
    #expect(old.status == 301)
    #expect(old["Location"] == "/espaces/ouvert")
    let taken = try community.post(
      "/espaces/nouveau", with("adresse", "public"), as: .administrator)
    #expect(taken.status == 422)
  }

  @Test func `a référent changes the description alone`() throws {
    _ = try community.post("/espaces/public/modifier", fields, as: .referent)
    let page = try community.get("/espaces/public").text
    #expect(page.contains("Pour « tous »."))
    #expect(!page.contains("Écoles d’été"))
    #expect(try community.post("/espaces/public/modifier", fields, as: .outsider).status == 403)
    #expect(try community.post("/espaces/private/modifier", fields, as: .outsider).status == 404)
  }

  @Test func `what was written in private stays private`() throws {
    var fields = with("lecture", "public")
    fields = fields.map { $0.0 == "adresse" ? ($0.0, "private") : $0 }
    let answer = try community.post("/espaces/private/modifier", fields, as: .administrator)
    #expect(answer.status == 422)
    #expect(try community.get("/espaces/private").status == 404)
  }

  @Test func `closing a space is confirmed`() throws {
    var fields = with("lecture", "private")
    fields = fields.map { $0.0 == "adresse" ? ($0.0, "public") : $0 }
    let asked = try community.post("/espaces/public/modifier", fields, as: .administrator)
    #expect(asked.status == 422)
    #expect(asked.text.contains("name=\"confirmer\""))
    fields = fields.map { $0.0 == "confirmer" ? ($0.0, "oui") : $0 }
    _ = try community.post("/espaces/public/modifier", fields, as: .administrator)
    #expect(try community.get("/espaces/public").status == 404)
  }
}

@Suite struct `Tags` {
  @Test func `a tag counts only what its reader may read`() throws {
    let community = try Community()
    func uses(_ person: Community.Person) throws -> [String: Int] {
      try community.site.database.read { db in
        let tags = try TagStore.alphabetical(after: "", reader: person.rawValue, db).tags
        let byUse = try TagStore.mostUsed(reader: person.rawValue, db)
        #expect(byUse.map(\.count) == byUse.map(\.count).sorted(by: >))
        #expect(Set(byUse.map(\.tag)) == Set(tags.map(\.tag)))
        return Dictionary(uniqueKeysWithValues: tags.map { ($0.tag.slug, $0.count) })
      }
    }
    #expect(try uses(.visitor) == ["commun": 1, "propre-1": 1])
    #expect(try uses(.outsider) == ["commun": 2, "propre-1": 1, "propre-2": 1])
    #expect(try uses(.insider)["commun"] == 3)
    #expect(try community.get("/etiquettes/propre-3", as: .outsider).status == 404)
    #expect(try community.get("/etiquettes/propre-3", as: .insider).status == 200)
  }
}
