import Credentials
import SQLite
import Testing

@testable import Preau

/// Badges of a private space, in the store.
@Suite struct `Badges in the store` {
  private let room: MemberRoom
  private let site: BadgeSite
  private let lina: Member.ID
  private let issuer: BadgeIssuer

  init() throws {
    let room = try MemberRoom()
    self.room = room
    site = BadgeSite(key: try SiteKey.load(in: room.folder), base: "https://ecole.example")
    lina = try room.add("lina")
    let found = try room.database.write { db in
      try db.run(
        "INSERT INTO space (slug, name, visibility, created) VALUES ('la', 'Là', 'private', 0)")
      try db.run(
        """
        INSERT INTO badge_issuer (space, name, email, created)
        SELECT id, 'Là', 'badges@ecole.example', 0 FROM space WHERE slug = 'la'
        """)
      return try BadgeClassStore.issuers(db).first { $0.space != nil }
    }
    issuer = try #require(found)
  }

  private func badge(months: Int? = nil, _ db: Writer) throws -> BadgeClass {
    var new = NewBadgeClass(name: "Entraide", description: "Aide.", criteria: "Aider.")
    new.months = months
    let id = try BadgeClassStore.make(new, for: issuer.id, by: nil, at: room.now, db)
    try BadgeClassStore.set(.active, id, db)
    return try #require(try BadgeClassStore.badge(id, db))
  }

  private func offer(
    _ badge: BadgeClass, isTest: Bool = false, _ db: Writer
  ) throws -> BadgeAward {
    var new = BadgeAwardStore.New(badge: badge, member: lina, by: nil)
    new.isTest = isTest
    let id = try BadgeAwardStore.offer(new, in: site, at: room.now, db)
    return try #require(try BadgeReadingStore.award(id, db))
  }

  @Test(arguments: [false, true])
  func `what was taken back stays so when it is deleted`(byLeaving: Bool) throws {
    try room.database.write { db in
      let badge = try badge(db)
      let award = try offer(badge, db)
      try BadgeAwardStore.accept(award, publishing: true, shown: [], at: room.now, db)
      try BadgeAwardStore.revoke(award, badge, reason: "Fraude.", by: nil, at: room.now, db)
      if byLeaving {
        try BadgeAwardStore.forget(lina, at: room.now, db)
      } else {
        try BadgeAwardStore.delete(award.id, at: room.now, db)
      }
      #expect(try BadgeReadingStore.award(award.id, db) == nil)
      let revoked = try BadgeReadingStore.revoked(by: award.key, db)
      #expect(revoked.map(\.uuid) == [award.uuid] && revoked.map(\.place) == [award.place])
      // What was said of somebody goes with them.
      let reason = byLeaving ? "" : "Fraude."
      #expect(revoked.map(\.reason) == [reason])
      #expect(
        try BadgeReadingStore.farewell(award.secret, at: award.base.id, db) == reason)
      #expect(try BadgeReadingStore.lastRevocation(by: award.key, db) == room.now)
    }
  }

  @Test func `a test is taken back with its removal, a badge that its learner deletes is not`()
    throws
  {
    try room.database.write { db in
      let trial = try offer(try badge(db), isTest: true, db)
      let real = try offer(try badge(db), db)
      for award in [trial, real] { try BadgeAwardStore.delete(award.id, at: room.now, db) }
      #expect(try BadgeReadingStore.revoked(by: trial.key, db).map(\.uuid) == [trial.uuid])
      #expect(try BadgeReadingStore.farewell(real.secret, at: real.base.id, db) == nil)
    }
  }

  @Test func `who took words about a badge back has not said them again when it is deleted`() throws
  {
    try room.database.write { db in
      let award = try offer(try badge(db), db)
      let badge = try #require(try BadgeClassStore.badge(award.classID, db))
      let subject = EndorsementStore.Subject(badge: badge, version: 1, award: award.id)
      let id = try EndorsementStore.make(subject, at: room.now, db)
      try db.run("UPDATE badge_endorsement SET state = 'waiting', kind = 'issuer' WHERE id = ?", id)
      try EndorsementStore.give(id, signer: issuer, in: site, at: room.now, db)
      try EndorsementStore.withdraw(id, db)
      let places = try EndorsementStore.withdrawn(by: award.key, db)
      try BadgeAwardStore.delete(award.id, at: room.now, db)
      #expect(try EndorsementStore.endorsement(id, db) == nil)
      let revoked = try BadgeReadingStore.revoked(by: award.key, db).map(\.place)
      #expect(places.count == 1 && revoked == places)
    }
  }

  @Test func `a full list ends the search for a place, and begins another`() throws {
    try room.database.write { db in
      let badge = try badge(db)
      let award = try offer(badge, db)
      let last = (award.place + 1) % StatusList.fewestBits
      try db.run(
        """
        INSERT INTO badge_tombstone (key, place, uuid, secret, base, class, version, published)
        WITH RECURSIVE number (n) AS (
          SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < ?6)
        SELECT ?1, n, 'urn:' || n, 's' || n, ?2, ?3, 1, 0 FROM number WHERE n NOT IN (?4, ?5)
        """, award.key, award.base.id, badge.id, award.place, last, StatusList.fewestBits - 1)
      let seat = try BadgeAwardStore.seat(of: issuer.id, site.key, at: room.now, db)
      #expect(seat.key == award.key && seat.place == last)
      try db.run(
        """
        INSERT INTO badge_tombstone (key, place, uuid, secret, base, class, version, published)
        VALUES (?, ?, 'urn:last', 'last', ?, ?, 1, 0)
        """, award.key, last, award.base.id, badge.id)
      #expect(try offer(try self.badge(db), db).key != award.key)
    }
  }

  @Test(arguments: [nil, 12])
  func `nobody gets a badge back who was given another meanwhile`(months: Int?) throws {
    try room.database.write { db in
      let badge = try badge(months: months, db)
      let award = try offer(badge, db)
      try BadgeAwardStore.revoke(award, badge, reason: "Erreur.", by: nil, at: room.now, db)
      let second = try offer(badge, db)
      let revoked = try #require(try BadgeReadingStore.award(award.id, db))
      #expect(throws: BadgeAwardStore.Refusal.already) {
        try BadgeAwardStore.restore(revoked, badge, by: nil, at: room.now, db)
      }
      try BadgeAwardStore.refuse(second.id, at: room.now, db)
      #expect(try BadgeAwardStore.restore(revoked, badge, by: nil, at: room.now, db))
    }
  }

  @Test func `what a private space gives is known once a learner shows it, for good`() throws {
    try room.database.write { db in
      let badge = try badge(db)
      let award = try offer(badge, db)
      let part = BadgeClassPart(badge.id, version: 1, key: award.key)
      let test = BadgeClassPart(badge.id, version: 1, key: award.key, isTest: true)
      func known() throws -> [Bool] {
        [
          try BadgeClassStore.isKnown(issuer, db),
          try BadgeClassStore.isKnown(part, of: badge, db),
          try BadgeClassStore.isKnown(test, of: badge, db),
        ]
      }
      #expect(try known() == [false, false, false])
      try BadgeAwardStore.accept(award, publishing: false, shown: [], at: room.now, db)
      #expect(try known() == [true, false, false])
      try BadgeAwardStore.publish(true, award.id, at: room.now, db)
      #expect(try known() == [true, true, true])
      try BadgeAwardStore.publish(false, award.id, at: room.now, db)
      try BadgeAwardStore.delete(award.id, at: room.now, db)
      #expect(try known() == [true, true, true])
      // Nor is it changed, now that copies of it may be anywhere.
      let new = NewBadgeClass(name: "Autre", description: "Aide.", criteria: "Aider.")
      try BadgeClassStore.change(badge.id, to: new, at: room.now, db)
      #expect(try BadgeClassStore.badge(badge.id, db)?.version.number == 2)
    }
  }
}
