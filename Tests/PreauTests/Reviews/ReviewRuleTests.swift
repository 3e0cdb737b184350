import Testing

@testable import Preau

@Suite struct `Who reviews a tutorial` {
  private static let now = Instant(seconds: 1_800_000_000)
  private static let me = Member.ID(1)

  private func author(_ id: Int64) -> Author {
    Author(id: Number(id), name: "N", role: .teacher, hasPublicName: false, isDeleted: false)
  }

  private func actor(
    _ role: Member.Role? = .teacher, isReferent: Bool = false, isNamed: Bool = false
  ) -> ReviewActor {
    let rights = SpaceRights(
      role: isReferent ? .referent : nil, visibility: .members, isLoggedIn: role != nil,
      isAdministrator: role == .administrator)
    return ReviewActor(
      member: role == nil ? nil : Self.me, role: role, rights: rights, isNamedForTrade: isNamed)
  }

  private func claim(
    _ seal: ReviewSeal, by member: Int64, isGiven: Bool = false, age: Int64 = 0
  ) -> ReviewClaim {
    ReviewClaim(
      id: Number(1), seal: seal, reviewer: author(member), isGiven: isGiven,
      moment: Self.now + -age)
  }

  @Test(arguments: [
    (Member.Role.teacher, true, false), (.professional, false, true),
    (.administrator, true, false), (.family, false, false), (.learner, false, false),
  ])
  func `each seal is given by those who can tell`(
    role: Member.Role, teaching: Bool, trade: Bool
  ) {
    #expect(actor(role).mayGive(.teaching) == teaching)
    #expect(actor(role).mayGive(.trade) == trade)
    let isAdult = role != .learner
    #expect(actor(role, isReferent: true).mayGive(.teaching) == isAdult)
    #expect(actor(role, isReferent: true).mayGive(.trade) == trade)
    #expect(actor(role, isNamed: true).mayGive(.trade) == isAdult)
    #expect(actor(role, isNamed: true).mayGive(.teaching) == teaching)
    var late = actor(role, isReferent: true, isNamed: true)
    late.rights.isClosed = true
    #expect(!late.mayReview)
    #expect(!actor(nil, isNamed: true).mayReview)
  }

  /// A database is as slow as it is: all combinations in one transaction.
  @Test func `the view says the same as the rule, for every combination`() throws {
    let community = try Community()
    let person = Community.Person.outsider.id
    var count = 0
    try community.site.database.write { db in
      for role in Member.Role.allCases {
        try db.run("UPDATE member SET role = ? WHERE id = ?", role, person)
        for (index, visibility) in Space.Visibility.allCases.enumerated() {
          let space = Space.ID(Int64(index + 1))
          for inside in [nil, Space.Role.member, .referent] {
            try db.run("DELETE FROM space_member WHERE member = ?", person)
            if let inside {
              try db.run(
                "INSERT INTO space_member (space, member, role, joined) VALUES (?, ?, ?, 0)",
                space, person, inside)
            }
            for isNamed in [false, true] {
              try db.run("DELETE FROM trade_reviewer")
              if isNamed {
                try db.run(
                  "INSERT INTO trade_reviewer (space, member, since) VALUES (?, ?, 0)", space,
                  person)
              }
              for isClosed in [false, true] {
                try db.run(
                  "UPDATE space SET closed = ? WHERE id = ?", isClosed ? 1 as Int? : nil, space)
                var actor = actor(role, isNamed: isNamed)
                actor.rights = SpaceRights(
                  role: inside, visibility: visibility, isLoggedIn: true,
                  isAdministrator: role == .administrator, isClosed: isClosed)
                let seals = try db.rows(
                  "SELECT seal FROM reviewer WHERE space = ? AND member = ?", space, person
                ) { row in try row.next(ReviewSeal.self) }
                #expect(Set(seals) == Set(ReviewSeal.allCases.filter(actor.mayGive)))
                count += 1
              }
            }
          }
        }
      }
    }
    #expect(count == 5 * 3 * 3 * 2 * 2)
  }

  @Test(arguments: ReviewSeal.allCases)
  func `a seal is one person's, and a person's only seal of that version`(seal: ReviewSeal) throws {
    let other: ReviewSeal = seal == .teaching ? .trade : .teaching
    var both = actor(.teacher, isNamed: true)
    try both.admit(seal, amid: [], at: Self.now)
    try both.admit(seal, amid: [claim(seal, by: 1)], at: Self.now)
    try both.admit(seal, amid: [claim(other, by: 2, isGiven: true)], at: Self.now)
    #expect(throws: ReviewRefusal.taken(by: author(2), until: Self.now + 14 * 86_400)) {
      try both.admit(seal, amid: [claim(seal, by: 2)], at: Self.now)
    }
    #expect(throws: ReviewRefusal.sealGiven) {
      try both.admit(seal, amid: [claim(seal, by: 2, isGiven: true)], at: Self.now)
    }
    for isGiven in [true, false] {
      #expect(throws: ReviewRefusal.otherSeal) {
        try both.admit(seal, amid: [claim(other, by: 1, isGiven: isGiven)], at: Self.now)
      }
    }
    both.isInvolved = true
    #expect(throws: ReviewRefusal.ownWork) { try both.admit(seal, amid: [], at: Self.now) }
    #expect(throws: ReviewRefusal.notAllowed) {
      try actor(.learner, isNamed: true).admit(seal, amid: [], at: Self.now)
    }
  }

  @Test func `a reservation is over after fourteen days, a seal never is`() throws {
    let fortnight: Int64 = 14 * 86_400
    let teacher = actor()
    #expect(throws: ReviewRefusal.self) {
      try teacher.admit(
        .teaching, amid: [claim(.teaching, by: 2, age: fortnight - 1)], at: Self.now)
    }
    try teacher.admit(.teaching, amid: [claim(.teaching, by: 2, age: fortnight)], at: Self.now)
    #expect(throws: ReviewRefusal.sealGiven) {
      try teacher.admit(
        .teaching, amid: [claim(.teaching, by: 2, isGiven: true, age: 99 * fortnight)],
        at: Self.now)
    }
  }

  @Test func `what is returned waits no more, and what is published stays so`() {
    let pointers = TutorialPointers(draft: 3, underReview: 3, published: 2)
    #expect(pointers.returned(3) == TutorialPointers(draft: 3, published: 2))
    #expect(pointers.returned(2) == pointers)
    #expect((1...3).filter(pointers.isUpForReview) == [2, 3])
  }

  // MARK: The grid

  private func draft(_ seal: ReviewSeal, _ answer: ReviewAnswer) -> ReviewDraft {
    var draft = ReviewDraft(seal, [TutorialSection(level: 2, title: "Le geste", anchor: "a")])
    for point in ReviewPoint.grid(for: seal) { draft.answers[point] = answer }
    return draft
  }

  @Test func `the trade is also asked about safety and gestures`() {
    #expect(Set(ReviewPoint.grid(for: .trade)) == Set(ReviewPoint.allCases))
    #expect(ReviewPoint.grid(for: .teaching).count == 5)
  }

  @Test func `a seal asks for an answer to everything, and nothing to be revised`() throws {
    _ = try draft(.trade, .irrelevant).checked(for: .accepted)
    var open = draft(.trade, .yes)
    open.answers[.safety] = nil
    open.answers[.phone] = .revise
    #expect(
      throws: ReviewDraft.Problems(all: [.toRevise(.phone), .unanswered(.safety)])
    ) { try open.checked(for: .accepted) }
    open.words = "À voir."
    #expect(try open.checked(for: .returned).points.count == 6)
    _ = try open.checked(for: .kept)
  }

  @Test func `a return asks for a reason, and nothing is too long`() {
    var draft = draft(.teaching, .yes)
    draft.words = " \n"
    #expect(throws: ReviewDraft.Problems(all: [.wordsMissing])) {
      try draft.checked(for: .returned)
    }
    draft.words = String(repeating: "a", count: 1_001)
    draft.remarks[.rights] = String(repeating: "a", count: 302)
    draft.comments["a"] = String(repeating: "a", count: 1_003)
    #expect(
      throws: ReviewDraft.Problems(all: [
        .remarkTooLong(.rights, over: 2), .commentTooLong(1, over: 3), .wordsTooLong(over: 1),
      ])
    ) { try draft.checked(for: .kept) }
  }
}
