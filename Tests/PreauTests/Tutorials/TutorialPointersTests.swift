import Testing

@testable import Preau

@Suite struct `The four pointers of a tutorial` {
  private let first = TutorialPointers(draft: 1)
  private static let open = SpaceRights(
    role: nil, visibility: .members, isLoggedIn: true, isAdministrator: false)

  private func actor(
    _ role: Member.Role? = .teacher, isAuthor: Bool = true, isReferent: Bool = false
  ) -> TutorialActor {
    let rights = SpaceRights(
      role: isReferent ? .referent : nil, visibility: .members, isLoggedIn: role != nil,
      isAdministrator: role == .administrator)
    return TutorialActor(isAuthor: isAuthor, role: role, rights: rights)
  }

  @Test func `leave what everybody reads alone while a newer draft lives`() throws {
    let published = try first.publishing(by: actor(), needing: [])
    #expect(published == TutorialPointers(draft: 1, published: 1))
    let saved = try published.saving(by: actor())
    #expect(saved == TutorialPointers(draft: 2, published: 1))
    let shared = try saved.sharing(by: actor())
    #expect(shared == TutorialPointers(draft: 2, shared: 2, published: 1))
    let submitted = try shared.submitting(by: actor())
    #expect(submitted == TutorialPointers(draft: 2, shared: 2, underReview: 2, published: 1))
    let next = try submitted.saving(by: actor())
    #expect(next == TutorialPointers(draft: 3, shared: 2, underReview: 2, published: 1))
    let accepted = try next.accepting(2, with: [], needing: [])
    #expect(accepted == TutorialPointers(draft: 3, published: 2))
  }

  @Test func `never go back`() throws {
    let pointers = TutorialPointers(draft: 3, underReview: 2, published: 2)
    #expect(throws: TutorialRefusal.stale) {
      try pointers.accepting(2, with: [], needing: [])
    }
    #expect(throws: TutorialRefusal.nothingNew) {
      try TutorialPointers(draft: 2, published: 2).publishing(by: actor(), needing: [])
    }
    #expect(throws: TutorialRefusal.nothingNew) {
      try TutorialPointers(draft: 2, published: 2).sharing(by: actor())
    }
  }

  @Test func `go to the very version that was read`() throws {
    let pointers = TutorialPointers(draft: 3, underReview: 3)
    #expect(throws: TutorialRefusal.stale) {
      try pointers.accepting(2, with: [.teaching, .trade], needing: [])
    }
    #expect(throws: TutorialRefusal.stale) {
      try TutorialPointers(draft: 3).accepting(3, with: [], needing: [])
    }
  }

  @Test func `ask for the seals of the space`() throws {
    let pointers = TutorialPointers(draft: 1, underReview: 1)
    #expect(throws: TutorialRefusal.sealsMissing([.trade])) {
      try pointers.accepting(1, with: [.teaching], needing: [.teaching, .trade])
    }
    let both: Set<ReviewSeal> = [.teaching, .trade]
    #expect(try pointers.accepting(1, with: both, needing: both).published == 1)
    #expect(throws: TutorialRefusal.sealsMissing([.teaching])) {
      try pointers.publishing(by: actor(.administrator), needing: [.teaching])
    }
  }

  @Test(arguments: [
    (Member.Role.teacher, true), (.professional, true), (.administrator, true),
    (.learner, false), (.family, false),
  ])
  func `are moved to the end by those who may publish alone`(role: Member.Role, mayPublish: Bool) {
    #expect(actor(role).publishesAlone(needing: []) == mayPublish)
    #expect(actor(role, isReferent: true).publishesAlone(needing: []))
    #expect(!actor(role, isAuthor: false).publishesAlone(needing: []))
    var held = actor(role)
    held.isHeld = true
    #expect(!held.publishesAlone(needing: []))
    if mayPublish { return }
    #expect(throws: TutorialRefusal.needsReview) {
      try first.publishing(by: actor(role), needing: [])
    }
  }

  @Test func `are moved by authors alone, while the space is open`() throws {
    let stranger = actor(isAuthor: false)
    #expect(throws: TutorialRefusal.notAllowed) { try first.saving(by: stranger) }
    #expect(throws: TutorialRefusal.notAllowed) { try first.sharing(by: stranger) }
    #expect(throws: TutorialRefusal.notAllowed) { try first.submitting(by: stranger) }
    #expect(throws: TutorialRefusal.notAllowed) { try first.returning(by: stranger) }
    #expect(throws: TutorialRefusal.notAllowed) {
      try first.publishing(by: stranger, needing: [])
    }
    var late = actor()
    late.rights.isClosed = true
    #expect(throws: TutorialRefusal.spaceClosed) { try first.saving(by: late) }
  }

  @Test func `nobody accepts what they wrote`() {
    #expect(actor(isAuthor: false, isReferent: true).mayAccept)
    #expect(!actor(isAuthor: true, isReferent: true).mayAccept)
    #expect(!actor(isAuthor: false).mayAccept)
  }

  @Test func `say who reads which version`() {
    let pointers = TutorialPointers(draft: 5, shared: 4, underReview: 3, published: 2)
    func read(_ actor: TutorialActor) -> [Int] {
      (1...5).filter { pointers.mayRead($0, wasPublished: $0 <= 2, actor) }
    }
    #expect(read(actor()) == [1, 2, 3, 4, 5])
    #expect(read(actor(isAuthor: false)) == [1, 2, 4])
    #expect(read(actor(isAuthor: false, isReferent: true)) == [1, 2, 3, 4])
    var visitor = actor(nil, isAuthor: false)
    #expect(read(visitor) == [])
    visitor.rights = SpaceRights(
      role: nil, visibility: .public, isLoggedIn: false, isAdministrator: false)
    #expect(read(visitor) == [1, 2])
  }

  @Test func `have nobody left when all authors are gone or silent`() {
    let now = Instant(seconds: 1_800_000_000)
    let long = TutorialOrphan.secondsOfSilence
    #expect(TutorialOrphan.isOne(lastSeen: [], at: now))
    #expect(TutorialOrphan.isOne(lastSeen: [now + -long + -1], at: now))
    #expect(!TutorialOrphan.isOne(lastSeen: [now + -long + -1, now + -60], at: now))
  }
}
