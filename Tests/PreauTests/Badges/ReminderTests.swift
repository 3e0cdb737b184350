import SQLite
import Testing

@testable import Preau

@Suite struct `A badge that expires` {
  private static let day: Int64 = 86_400

  /// In days after the award.
  @Test(arguments: [(months: 12, tooEarly: 330, due: 340), (months: 1, tooEarly: 10, due: 20)])
  func `is told of a month before, or half of its time, once`(
    months: Int, tooEarly: Int64, due: Int64
  ) throws {
    let community = try Community()
    _ = try community.post(
      "/badges/nouveau",
      [
        ("nom", "Secours"), ("description", "Secourt."), ("criteres", "Un stage."),
        ("mois", String(months)),
      ], as: .administrator)
    _ = try community.post("/badges/1/ouvrir", as: .administrator)
    let start = Community.noon
    let told = try community.site.database.write { db in
      let badge = try BadgeClassStore.badge(Number(1), db).orNotFound()
      let id = try BadgeAwardStore.offer(
        BadgeAwardStore.New(
          badge: badge, member: Community.Person.learner.id,
          by: Community.Person.administrator.id), in: community.site.badges, at: start, db)
      #expect(try BadgeReminderStore.due(at: start + due * Self.day, limit: 1, db).isEmpty)
      let award = try BadgeReadingStore.award(id, db).orNotFound()
      try BadgeAwardStore.accept(award, publishing: false, shown: [], at: start, db)
      for days in [tooEarly, due, due + 1] {
        #expect(try BadgeReminderStore.tellDue(at: start + days * Self.day, db) == false)
      }
      return try db.rows(
        "SELECT created FROM notification WHERE kind = 'badgeExpiring' AND member = ?",
        Community.Person.learner.id
      ) { try $0.next(Instant.self) }
    }
    #expect(told == [start + due * Self.day])
  }
}
