import SQLite
import Testing

@testable import Preau

@Suite struct `Who is asked what became of an answer` {
  private let community: Community
  private let thread = Thread.ID(1)
  private let asked = Community.noon
  private let weeks: Int64 = 21 * 86_400

  init() throws {
    community = try Community()
    try perform(.resolve)
  }

  private func write(_ body: (Writer) throws -> Void) throws {
    try community.site.database.write(body)
  }

  private func perform(_ act: HelpRequest.Act) throws {
    try write {
      try HelpDeskStore.perform(
        act, on: thread, by: Community.Person.referent.id, at: asked, $0)
    }
  }

  private func due(after seconds: Int64) throws -> [Member.ID] {
    try community.site.database.read {
      try HelpFollowUpStore.due(at: asked + seconds, limit: 10, $0).map(\.asker)
    }
  }

  @Test func `is the asker, after the delay of the space`() throws {
    #expect(try due(after: weeks - 1) == [])
    #expect(try due(after: weeks) == [Community.Person.learner.id])
    try write {
      try HelpSettingsStore.set(delay: 48, followUp: 7, of: Space.ID(1), $0)
    }
    try perform(.reopen)
    try perform(.resolve)
    #expect(try due(after: 7 * 86_400) == [Community.Person.learner.id])
  }

  @Test func `is nobody once the request is taken up again`() throws {
    try perform(.reopen)
    #expect(try due(after: weeks) == [])
  }

  @Test func `is nobody whose account was deleted`() throws {
    try write { try DeletionStore.delete(Community.Person.learner.id, at: asked, $0) }
    #expect(try due(after: weeks) == [])
  }

  @Test func `is nobody for a removed thread`() throws {
    let place = try community.site.database.read { try PostStore.place(Post.ID(1), $0) }
    try write {
      try PostStore.remove(
        place.orNotFound(), by: Community.Person.referent.id, at: asked, $0)
    }
    #expect(try due(after: weeks) == [])
  }

  @Test func `is the same person three times at most`() throws {
    for times in 1...3 {
      #expect(try due(after: Int64(times) * weeks) == [Community.Person.learner.id])
      try write { try HelpFollowUpStore.delay(thread, at: asked + Int64(times) * weeks, $0) }
      #expect(try due(after: Int64(times) * weeks) == [])
    }
    #expect(try due(after: 100 * weeks) == [])
  }

  private func told() throws -> Int64 {
    try community.site.database.read {
      try $0.value(
        "SELECT count(*) FROM notification WHERE kind = 'followUp' AND member = ?",
        Community.Person.learner.id, as: Int64.self)
    } ?? 0
  }

  @Test func `is told once, and again after a delay`() throws {
    func tell(after seconds: Int64) throws {
      try write { _ = try HelpFollowUpStore.tellDue(at: asked + seconds, $0) }
    }
    try tell(after: weeks - 1)
    #expect(try told() == 0)
    try tell(after: weeks)
    try tell(after: weeks + 1)
    #expect(try told() == 1)
    try write { try HelpFollowUpStore.delay(thread, at: asked + weeks, $0) }
    try tell(after: weeks + 2)
    #expect(try told() == 1)
    try tell(after: 2 * weeks)
    #expect(try told() == 2)
  }

  @discardableResult
  private func answer(_ answer: HelpFollowUp.Answer) throws -> Bool {
    try community.site.database.write {
      try HelpFollowUpStore.answer(thread, answer, "", reopens: false, at: asked, $0)
    }
  }

  private func needs() throws -> [Thread.ID] {
    try community.site.database.read {
      try UnmetNeedStore.all(of: Space.ID(1), $0).map(\.thread)
    }
  }

  @Test func `answers once`() throws {
    #expect(try answer(.no))
    #expect(try !answer(.yes))
    let outcome = try community.site.database.read {
      try HelpFollowUpStore.outcome(of: Space.ID(1), $0)
    }
    #expect(outcome == HelpOutcome(no: 1))
    #expect(try needs() == [thread])
  }

  @Test func `leaves a need that was taken up again out of the register`() throws {
    try answer(.no)
    try perform(.reopen)
    #expect(try needs() == [])
    try perform(.giveUp)
    #expect(try needs() == [thread])
    try perform(.reopen)
    #expect(try needs() == [])
  }

  @Test(arguments: [
    ("Un mot", "\"Un mot\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("=1+1", "\"'=1+1\""),
    (" =1", "\"' =1\""), ("-2", "\"'-2\""), ("@a", "\"'@a\""), ("\t=1", "\"'\t=1\""),
    ("\u{FF1D}1", "\"'\u{FF1D}1\""), ("a;b\nc", "\"a;b\nc\""), ("", "\"\""),
  ])
  func `is written without a formula in a table`(cell: String, written: String) {
    #expect(CSVFile.quoted(cell) == written)
  }
}
