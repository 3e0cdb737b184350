import Testing

@testable import Preau

@Suite struct `The label of a tag` {
  private let community: Community

  init() throws { community = try Community() }

  private func space(_ visibility: Space.Visibility) throws -> Space.ID {
    let index = try #require(Space.Visibility.allCases.firstIndex(of: visibility))
    return Space.ID(Int64(index + 1))
  }

  /// Starts a thread with that tag, and says how the tag is written then.
  @discardableResult
  private func label(writing label: String, in visibility: Space.Visibility) throws -> String? {
    var draft = ThreadDraft()
    draft.title = "Un fil"
    draft.body = "Son texte."
    draft.tags = label
    let new = try draft.checked(in: space(visibility)).get()
    return try community.site.database.write { db in
      _ = try ThreadStore.start(
        new, submission: Crypto.randomBytes(16), by: Community.Person.learner.id,
        at: Community.noon, db)
      return try db.value("SELECT label FROM tag WHERE slug = 'orni-thorynque'", as: String.self)
    }
  }

  @Test func `written in a private space does not show outside it`() throws {
    #expect(try label(writing: "Orni-Thorynque!", in: .private) == "Orni-Thorynque!")
    #expect(try label(writing: "Orni-thorynque", in: .members) == "Orni-thorynque")
    #expect(try label(writing: "orni thorynque", in: .public) == "orni thorynque")
    let tags = try community.get("/etiquettes").text
    #expect(tags.contains(">orni thorynque<"))
    #expect(!tags.contains("Orni-Thorynque!"))
  }

  @Test(arguments: Space.Visibility.allCases)
  func `stays as it was first written where as many may read it`(
    other: Space.Visibility
  ) throws {
    try label(writing: "orni thorynque", in: .public)
    #expect(try label(writing: "ORNI thorynque", in: other) == "orni thorynque")
  }

  @Test func `that only a thread without it has left behind gives way`() throws {
    try label(writing: "Orni-Thorynque!", in: .private)
    try community.site.database.write { db in
      let thread = try #require(
        try db.value("SELECT max(id) FROM thread", as: Thread.ID.self))
      try ThreadStore.setTags([], of: thread, db)
    }
    #expect(try label(writing: "orni thorynque", in: .public) == "orni thorynque")
  }
}
