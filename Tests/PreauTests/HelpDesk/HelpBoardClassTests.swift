import HTML
import SQLite
import Testing

@testable import Preau

@Suite struct `The board, for one class` {
  private let community: Community
  private let schoolClass: Space.ID
  private let title = "Un &lt;fil&gt; &amp; « ses » mots"

  /// The learner of thread 1 is in a class of the référent; a pupil of no class asks as well.
  init() throws {
    community = try Community()
    schoolClass = try community.site.database.write { db in
      let made = try ClassStore.create(
        name: "2de B", year: SchoolYear(of: Community.noon), about: "",
        by: Community.Person.referent.id, at: Community.noon, db)
      _ = try ClassRollStore.ask(
        MemberStore.member(Community.Person.learner.id, db).orNotFound(), to: made,
        at: Community.noon, db)
      _ = try ClassRollStore.admit(
        Community.Person.learner.id, to: made, asLearner: true, at: Community.noon, db)
      var draft = ThreadDraft()
      (draft.title, draft.body) = ("D’ailleurs", "Une question d’ailleurs.")
      _ = try ThreadStore.start(
        draft.checked(in: Space.ID(1)).get(), submission: [9], by: Community.Person.outsider.id,
        at: Community.noon, db)
      return made
    }
  }

  private func board(_ query: String, as person: Community.Person) throws -> String {
    try community.get("/espaces/public/bureau" + query, as: person).text
  }

  @Test func `shows what its learners ask, to their teacher`() throws {
    let whole = try board("", as: .referent)
    #expect(whole.contains(title) && whole.contains("D’ailleurs"))
    let own = try board("?classe=\(schoolClass.value)", as: .referent)
    #expect(own.contains(title) && !own.contains("D’ailleurs"))
  }

  @Test func `is no way for others to learn who is in it`() throws {
    try community.site.database.write { db in
      try MembershipStore.appoint(
        Community.Person.insider.id, in: Space.ID(1), at: Community.noon, db)
    }
    let text = try board("?classe=\(schoolClass.value)", as: .insider)
    #expect(text.contains(title) && text.contains("D’ailleurs"))
    #expect(!text.contains("2de B"))
  }
}
