import SQLite
import Testing

@testable import Preau

/// The request of the question that the learner asked in the public space, thread 1.
@Suite struct `A request for help` {
  private let community: Community
  private let thread = Thread.ID(1)
  private let referent = Community.Person.referent.id
  private let now = Community.noon + 60

  init() throws { community = try Community() }

  private func write(_ body: (Writer) throws -> Void) throws {
    try community.site.database.write(body)
  }

  private func request() throws -> HelpRequest {
    try community.site.database.read { db in
      try HelpDeskStore.request(of: thread, viewer: .visitor, db).orNotFound().request
    }
  }

  private func take() throws {
    let viewer = try community.viewer(.referent)
    try write { try HelpDeskStore.take(thread, by: viewer, at: now, $0) }
  }

  @discardableResult
  private func reply(_ person: Community.Person) throws -> Post.ID {
    try community.site.database.write { db in
      _ = try PostStore.reply(
        PostDraft(body: "Voici.").checked(), to: thread, answers: nil,
        submission: Crypto.randomBytes(16), by: person.id, at: now, db)
      return try db.value("SELECT max(id) FROM post").orNotFound()
    }
  }

  @Test func `begins with its question, which nobody has taken`() throws {
    #expect(try request().state == .new)
    #expect(try request().asked == Community.noon)
  }

  @Test func `does not begin with a discussion`() throws {
    try write { db in
      try db.run("UPDATE thread SET kind = 'discussion' WHERE id = 2")
      try db.run("DELETE FROM help_request")
      try db.run(
        """
        INSERT INTO thread (space, author, kind, title, slug, created, last_activity)
        VALUES (1, 2, 'discussion', 'Un avis', 'un-avis', 1, 1)
        """)
      #expect(try db.value("SELECT count(*) FROM help_request") == 0)
    }
  }

  @Test func `is taken once, by the first who asks`() throws {
    try take()
    #expect(try request().owner?.id == referent)
    try take()
    let other = try community.viewer(.administrator)
    #expect(throws: HelpRefusal.self) {
      try write { try HelpDeskStore.take(thread, by: other, at: now, $0) }
    }
    #expect(try request().owner?.id == referent)
  }

  @Test func `is resolved by an accepted answer, and given back when there is none any more`()
    throws
  {
    let answer = try reply(.referent)
    try write { try ThreadStore.accept(answer, in: thread, $0) }
    #expect(try request().state == .resolved)
    try write { try ThreadStore.accept(nil, in: thread, $0) }
    #expect(try request().state == .new)
    try take()
    try write { try ThreadStore.accept(answer, in: thread, $0) }
    try write { try ThreadStore.accept(nil, in: thread, $0) }
    #expect(try request().state == .taken)
  }

  @Test func `loses its answer with the post`() throws {
    let answer = try reply(.referent)
    try write { db in
      try ThreadStore.accept(answer, in: thread, db)
      let place = try PostStore.place(answer, db).orNotFound()
      try PostStore.remove(place, by: referent, at: now, db)
    }
    #expect(try request().state == .new)
  }

  @Test func `is closed and opened again with its thread`() throws {
    try take()
    try write { try ThreadStore.set(.closed, of: thread, $0) }
    #expect(try request().state == .closed)
    try write { try ThreadStore.set(.open, of: thread, $0) }
    #expect(try request().state == .taken)
  }

  @Test func `keeps its outcome when its thread is closed`() throws {
    try write { try HelpDeskStore.perform(.giveUp, on: thread, by: referent, at: now, $0) }
    try write { try ThreadStore.set(.closed, of: thread, $0) }
    #expect(try request().state == .unresolved)
  }

  @Test func `goes back to its owner when the asker replies, and only then`() throws {
    try take()
    try write { try HelpDeskStore.perform(.wait, on: thread, by: referent, at: now, $0) }
    try reply(.outsider)
    #expect(try request().state == .waiting)
    try reply(.learner)
    #expect(try request().state == .taken)
    #expect(try request().owner?.id == referent)
  }

  @Test func `is nobody's again when its owner's account is deleted`() throws {
    try take()
    try write { db in
      let insider = Community.Person.insider.id
      try MembershipStore.appoint(insider, in: Space.ID(3), at: now, db)
      try DeletionStore.delete(referent, at: now, db)
    }
    #expect(try request().state == .new)
    #expect(try request().owner == nil)
  }

  @Test func `is nobody's again when its owner leaves the space`() throws {
    try take()
    try write { try $0.run("DELETE FROM space_member WHERE space = 1 AND member = ?", referent) }
    #expect(try request().state == .new)
  }

  @Test func `moves with its thread to another desk`() throws {
    try take()
    try write { try ThreadStore.move(thread, to: Space.ID(2), $0) }
    #expect(try request().space == Space.ID(2))
    #expect(try request().state == .new)
  }

  @Test func `leaves the board with a removed thread, and comes back`() throws {
    let open = { () throws -> Int in
      try community.site.database.read { db in
        try HelpBoardStore.counts(
          of: Space.ID(1), latestDue: now, viewer: .visitor, at: now, db
        ).open
      }
    }
    let viewer = try community.viewer(.referent)
    let first = try community.site.database.read { try PostStore.place(Post.ID(1), $0) }
    let place = try first.orNotFound()
    try write { try PostStore.remove(place, by: referent, at: now, $0) }
    #expect(try open() == 0)
    #expect(throws: HelpRefusal.self) {
      try write { try HelpDeskStore.take(thread, by: viewer, at: now, $0) }
    }
    try write { try PostStore.restore(place, $0) }
    #expect(try open() == 1)
  }

  @Test func `is taken up again without its answer, in a thread that takes replies`() throws {
    let answer = try reply(.referent)
    try write { db in
      try ThreadStore.accept(answer, in: thread, db)
      try ThreadStore.set(.closed, of: thread, db)
      try HelpDeskStore.perform(.reopen, on: thread, by: referent, at: now, db)
    }
    #expect(try request().state == .taken)
    let viewer = try community.viewer(.referent)
    let view = try community.site.database.read { try ThreadStore.view(thread, for: viewer, $0) }
    #expect(view?.thread.isSolved == false)
    #expect(view?.thread.state == .open)
  }

  @Test func `is made for questions that were there before`() throws {
    let rows = try community.site.database.write { db in
      try db.run("DELETE FROM help_request")
      try db.run("UPDATE thread SET accepted = 2 WHERE id = 2")
      try db.run("UPDATE thread SET state = 'closed' WHERE id = 3")
      try HelpDeskSchema.makeMissing(db)
      try HelpDeskSchema.makeMissing(db)
      return try db.rows("SELECT state FROM help_request ORDER BY thread") {
        try $0.next(String.self)
      }
    }
    #expect(rows == ["new", "resolved", "closed"])
  }

  @Test func `is found along one index, however many there are`() throws {
    let plans = try community.site.database.read { db in
      try db.rows(
        """
        EXPLAIN QUERY PLAN
        SELECT count(*), sum(state = 'new'), sum(owner IS 2), sum(asked <= 5 AND owner IS NULL)
          FROM help_request
         WHERE space = 1 AND removed = 0 AND state IN ('new', 'taken', 'waiting')
        """
      ) { row -> String in
        for _ in 0..<3 { _ = try row.next(Int.self) }
        return try row.next()
      }
    }
    #expect(plans.contains { $0.contains("COVERING INDEX help_request_open") }, "\(plans)")
  }
}
