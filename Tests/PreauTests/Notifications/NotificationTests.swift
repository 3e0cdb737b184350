import SQLite
import Testing

@testable import Preau

@Suite struct `What members are told` {
  private let community: Community
  private let publicThread = Thread.ID(1)
  private let privateThread = Thread.ID(3)

  init() throws { community = try Community() }

  private func lines(of person: Community.Person) throws -> [NotificationLine] {
    try community.site.database.read {
      try NotificationStore.page(of: person.id, before: nil, $0).lines
    }
  }

  private func kinds(of person: Community.Person) throws -> [Notification.Kind] {
    try lines(of: person).flatMap { $0.told.map(\.kind) }
  }

  /// - Returns: the number of the post.
  @discardableResult
  private func reply(
    _ text: String, in thread: Thread.ID, answering number: Int? = nil, by person: Community.Person
  ) throws -> Int {
    let post = try PostDraft(body: text).checked()
    return try community.site.database.write { db in
      let number = try PostStore.reply(
        post, to: thread, answers: number, submission: Crypto.randomBytes(16), by: person.id,
        at: .now, db)
      try Notifications.tell(.posted(in: thread, number: number), at: .now, db)
      return number
    }
  }

  private func post(_ number: Int, in thread: Thread.ID) throws -> Post.ID {
    try community.site.database.read {
      try #require(try NotificationStore.post(number, of: thread, $0))
    }
  }

  private func unreadCount(of person: Community.Person) throws -> Int {
    let page = try community.get("/mon-preau", as: person).text
    guard let start = page.firstRange(of: "bell__count\">") else { return 0 }
    let digits = page[start.upperBound...].prefix { $0.isNumber }
    return try #require(Int(digits))
  }

  @Test func `a reply reaches the author of what it answers, and not its own author`() throws {
    try reply("Essayez ceci.", in: publicThread, by: .referent)
    #expect(try kinds(of: .learner) == [.reply])
    #expect(try kinds(of: .referent).isEmpty)
  }

  @Test func `who is called, answered and following is told once, of the call`() throws {
    try reply("Essayez ceci, @learner.", in: publicThread, by: .referent)
    #expect(try kinds(of: .learner) == [.mention])
  }

  @Test func `a reply to another post is only something new for those who follow`() throws {
    let first = try reply("Moi, je fais ainsi.", in: publicThread, by: .outsider)
    try reply("Merci du conseil.", in: publicThread, answering: first, by: .referent)
    #expect(try kinds(of: .outsider) == [.reply])
    #expect(try kinds(of: .learner) == [.reply, .followed])
  }

  @Test func `ten replies make one line with a count`() throws {
    for _ in 1...10 { try reply("Une idée de plus.", in: publicThread, by: .referent) }
    #expect(try lines(of: .learner).count == 1)
    #expect(try unreadCount(of: .learner) == 1)
    let page = try community.get("/notifications", as: .learner).text
    #expect(page.contains("10 réponses à vos messages, d’Élodie referent"))
    #expect(page.contains("#message-2"), "The line leads to the first new post.")
  }

  @Test func `nothing is told of a space that the reader has left or never could read`() throws {
    try reply("Regarde, @insider et @outsider.", in: privateThread, by: .referent)
    #expect(try kinds(of: .insider) == [.mention])
    #expect(try kinds(of: .outsider).isEmpty)
    try community.site.database.write { db in
      try db.run("DELETE FROM space_member WHERE member = ?", Community.Person.insider.id)
    }
    #expect(try kinds(of: .insider).isEmpty)
    #expect(try unreadCount(of: .insider) == 0)
    #expect(try !community.get("/notifications", as: .insider).text.contains("Espace private"))
  }

  @Test func `a removed post leaves, and comes back with it`() throws {
    let number = try reply("Une bêtise.", in: publicThread, by: .outsider)
    let id = try post(number, in: publicThread)
    let place = try #require(try community.site.database.read { try PostStore.place(id, $0) })
    try community.site.database.write {
      try PostStore.remove(place, by: Community.Person.referent.id, at: .now, $0)
    }
    #expect(try lines(of: .learner).isEmpty)
    #expect(try unreadCount(of: .learner) == 0)
    try community.site.database.write { try PostStore.restore(place, $0) }
    #expect(try kinds(of: .learner) == [.reply])
  }

  @Test func `an edit tells those whom it calls now, and nobody twice`() throws {
    let number = try reply("Voyons, @outsider.", in: publicThread, by: .referent)
    let id = try post(number, in: publicThread)
    for _ in 1...2 {
      try community.site.database.write { db in
        try db.run(
          "INSERT INTO mention (post, member) VALUES (?, ?) ON CONFLICT DO NOTHING", id,
          Community.Person.insider.id)
        try Notifications.tell(.edited(id), at: .now, db)
      }
    }
    #expect(try kinds(of: .insider) == [.mention])
    #expect(try kinds(of: .outsider) == [.mention])
    #expect(try kinds(of: .learner) == [.reply])
  }

  @Test func `an accepted answer rejoices its author, until it is no longer accepted`() throws {
    let number = try reply("La réponse.", in: publicThread, by: .outsider)
    let address = "/messages/\(try post(number, in: publicThread).value)/acceptation"
    #expect(try community.post(address, as: .learner).status == 303)
    #expect(try kinds(of: .outsider) == [.accepted])
    #expect(try !kinds(of: .learner).contains(.solved), "The asker did it.")
    #expect(try community.post(address, as: .learner).status == 303)
    #expect(try kinds(of: .outsider).isEmpty)
  }

  @Test func `thanks are told quietly, with their number, and taken back`() throws {
    let number = try reply("Un conseil.", in: publicThread, by: .outsider)
    let address = "/messages/\(try post(number, in: publicThread).value)/merci"
    for person in [.learner, .referent] as [Community.Person] {
      #expect(try community.post(address, as: person).status == 303)
    }
    #expect(try unreadCount(of: .outsider) == 0)
    #expect(try community.get("/notifications", as: .outsider).text.contains("2 mercis"))
    for person in [.learner, .referent] as [Community.Person] {
      #expect(try community.post(address, as: person).status == 303)
    }
    #expect(try lines(of: .outsider).isEmpty)
  }

  @Test func `reading a thread reads what was told of the posts that were seen`() throws {
    try reply("Un.", in: publicThread, by: .referent)
    let second = try reply("Deux.", in: publicThread, by: .referent)
    try community.site.database.write { db in
      try NotificationStore.markRead(
        of: Community.Person.learner.id, in: publicThread, upTo: second - 1, at: .now, db)
    }
    #expect(try lines(of: .learner).first?.told.map(\.post) == [second])
    _ = try community.get("/fils/1", as: .learner)
    let place = try #require(try lines(of: .learner).first?.place)
    _ = try community.get("/fils/1-\(place.slug)", as: .learner)
    let mark = NotificationReadings.Mark(
      member: Community.Person.learner.id, thread: publicThread)
    #expect(community.site.notificationReadings.take()[mark]?.number == second)
  }

  @Test func `all can be marked as read, and that taken back`() throws {
    try reply("Un.", in: publicThread, by: .referent)
    let last = try #require(try lines(of: .learner).first?.last)
    let done = try community.post(
      "/notifications/lecture", [("derniere", "\(last.value)")], as: .learner)
    #expect(done.status == 303)
    #expect(try unreadCount(of: .learner) == 0)
    let target = try #require(done["Location"])
    let moment = try #require(target.split(separator: "=").last.map(String.init))
    #expect(try community.get(target, as: .learner).text.contains(moment))
    _ = try community.post("/notifications/non-lues", [("moment", moment)], as: .learner)
    #expect(try unreadCount(of: .learner) == 1)
  }

  @Test func `twenty-five lines make a page, and the rest follows`() throws {
    try community.site.database.write { db in
      for number in 1...30 {
        try Notifications.tell(
          .told(
            .message, to: [Community.Person.learner.id], about: .page("/mon-preau"),
            words: "Mot \(number)."), at: .now, db)
      }
    }
    let (first, next) = try community.site.database.read {
      try NotificationStore.page(of: Community.Person.learner.id, before: nil, $0)
    }
    let (second, end) = try community.site.database.read {
      try NotificationStore.page(of: Community.Person.learner.id, before: next, $0)
    }
    #expect(first.count == 25 && second.count == 5 && end == nil)
    #expect(Set((first + second).map(\.last)).count == 30)
    #expect(try unreadCount(of: .learner) == 30)
  }

  @Test func `nothing is left of what a member who has gone was told`() throws {
    try reply("Un.", in: publicThread, by: .referent)
    try community.site.database.write {
      try DeletionStore.delete(Community.Person.learner.id, at: .now, $0)
    }
    let left = try community.site.database.read {
      try $0.value(
        "SELECT count(*) FROM notification WHERE member = ?", Community.Person.learner.id,
        as: Int.self)
    }
    #expect(left == 0)
  }

  @Test func `old ones are forgotten`() throws {
    try reply("Un.", in: publicThread, by: .referent)
    try community.site.database.write { db in
      let later = Instant.now + NotificationStore.secondsKept + 60
      while try NotificationStore.forgetOld(now: later, db) {}
    }
    #expect(try lines(of: .learner).isEmpty)
  }
}
