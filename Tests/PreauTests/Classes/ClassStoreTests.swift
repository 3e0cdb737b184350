import SQLite
import Testing

@testable import Preau

/// A class of the referent of `Community`, who is a teacher, with two learners.
struct ClassRoom {
  let community: Community
  let id: Space.ID
  let lea: Member.ID
  let sami: Member.ID

  init() throws {
    community = try Community()
    let teacher = Community.Person.referent.id
    id = try community.site.database.write { db in
      let id = try ClassStore.create(
        name: "2de B", year: SchoolYear(first: 2026), about: "", by: teacher, at: .now, db)
      let learners = try ["Léa B.", "Sami C."].map {
        ClassRollStore.NewLearner(name: try DisplayName(typed: $0), passwordHash: "old")
      }
      #expect(
        try ClassRollStore.add(learners, to: id, by: teacher, at: .now, db) == [0, 1])
      return id
    }
    let space = id
    let learners = try community.site.database.read {
      try ClassRollStore.learners(of: space, $0).map(\.author.id)
    }
    (lea, sami) = (learners[0], learners[1])
  }

  @discardableResult
  func write<T>(_ body: (Writer) throws -> T) throws -> T {
    try community.site.database.write(body)
  }

  func read<T>(_ body: (Reader) throws -> T) throws -> T { try community.site.database.read(body) }

  func reset(
    _ member: Member.ID, by teacher: Community.Person = .referent, in space: Space.ID? = nil
  ) throws -> String? {
    try write { db in
      try ClassRollStore.setSecret(
        "new", of: member, in: space ?? id, by: teacher.id, at: .now, db)
    }
  }

  /// Another class, of a teacher who may be the same.
  func another(
    of teacher: Community.Person, after previous: Space.ID? = nil
  ) throws -> Space.ID {
    try write { db in
      try ClassStore.create(
        name: "1re A", year: SchoolYear(first: 2026), about: "", after: previous, by: teacher.id,
        at: .now, db)
    }
  }

  /// How a learner who types the code of a class is answered.
  func ask(_ member: Member.ID, to enter: Space.ID) throws -> ClassRollStore.Entry {
    let member = try #require(try read { try MemberStore.member(member, $0) })
    return try write { try ClassRollStore.ask(member, to: enter, at: .now, $0) }
  }

  func password(_ member: Member.ID) throws -> String? {
    try read { try AccountStore.credentials(of: member, $0)?.passwordHash }
  }
}

@Suite struct `A secret in a teacher's hands` {
  private let room: ClassRoom

  init() throws { room = try ClassRoom() }

  @Test func `is replaced by the teacher of the class, and sessions end`() throws {
    try room.write { db in
      try SessionStore.open(
        tokenHash: Token.random().hash, for: room.lea, device: "", at: .now, db)
    }
    #expect(try room.reset(room.lea) == "Léa B.")
    #expect(try room.password(room.lea) == "new")
    #expect(try room.read { try SessionStore.all(of: room.lea, $0).isEmpty })
    let last = try room.read { db in
      try db.value("SELECT action FROM journal ORDER BY id DESC LIMIT 1", as: JournalAction.self)
    }
    #expect(last == .secretReset)
  }

  @Test(arguments: [Community.Person.outsider, .administrator, .insider, .learner])
  func `is nobody else's to replace`(person: Community.Person) throws {
    #expect(try room.reset(room.lea, by: person) == nil)
    try room.write { db in try MembershipStore.admit(person.id, to: room.id, at: .now, db) }
    #expect(try room.reset(room.lea, by: person) == nil)
    #expect(try room.password(room.lea) == "old")
  }

  @Test func `is not replaced by a référent who does not teach any more`() throws {
    try room.write { db in
      try DirectoryStore.setRole(.family, of: Community.Person.referent.id, db)
    }
    #expect(try room.reset(room.lea) == nil)
  }

  @Test func `is not replaced from another class`() throws {
    let other = try room.write { db in
      try ClassStore.create(
        name: "1re A", year: SchoolYear(first: 2026), about: "",
        by: Community.Person.outsider.id, at: .now, db)
    }
    #expect(try room.reset(room.lea, by: .outsider, in: other) == nil)
    #expect(try room.reset(room.lea, by: .outsider) == nil)
    #expect(try room.password(room.lea) == "old")
  }

  @Test func `is not replaced, nor the name, by the teacher of a class joined later`() throws {
    let other = try room.another(of: .outsider)
    _ = try room.ask(room.lea, to: other)
    let isIn = try room.write { db in
      try ClassRollStore.admit(room.lea, to: other, asLearner: true, at: .now, db)
    }
    #expect(isIn)
    let next = try room.another(of: .outsider, after: other)
    try room.write { db in
      _ = try ClassRollStore.carry([room.lea], from: other, to: next, at: .now, db)
    }
    let name = try DisplayName(typed: "Autre Nom")
    for space in [other, next] {
      let learners = try room.read { try ClassRollStore.learners(of: space, $0) }
      #expect(learners.map(\.isInCare) == [false])
      #expect(try room.reset(room.lea, by: .outsider, in: space) == nil)
      #expect(throws: ClassRollStore.RenameRefusal.notInCare) {
        try room.write { db in
          try ClassRollStore.rename(
            room.lea, to: name, in: space, by: Community.Person.outsider.id, db)
        }
      }
    }
    #expect(try room.password(room.lea) == "old")
  }

  @Test func `goes on to the teacher of the class that continues this one`() throws {
    let next = try room.another(of: .insider, after: room.id)
    let last = try room.another(of: .insider, after: next)
    try room.write { db in
      _ = try ClassRollStore.carry([room.lea], from: room.id, to: next, at: .now, db)
      _ = try ClassRollStore.carry([room.lea], from: next, to: last, at: .now, db)
    }
    for space in [next, last] {
      #expect(try room.reset(room.lea, by: .insider, in: space) == "Léa B.")
    }
    #expect(try room.reset(room.sami, by: .insider, in: next) == nil)
  }

  @Test(arguments: Member.Role.allCases.filter { $0 != .learner })
  func `is not replaced for an account with another role`(role: Member.Role) throws {
    try room.write { try DirectoryStore.setRole(role, of: room.lea, $0) }
    #expect(try room.reset(room.lea) == nil)
    #expect(try room.password(room.lea) == "old")
  }

  @Test func `is not replaced for a référent of any space`() throws {
    try room.write { db in
      _ = try MembershipStore.appoint(room.lea, in: Space.ID(1), at: .now, db)
    }
    #expect(try room.reset(room.lea) == nil)
    try room.write { try MembershipStore.dismiss(room.lea, in: Space.ID(1), $0) }
    #expect(try room.reset(room.lea) != nil)
  }

  @Test func `is not replaced for an account that somebody made alone`() throws {
    let learner = try #require(try room.community.viewer(.learner).member)
    let isAdmitted = try room.write { db in
      _ = try ClassRollStore.ask(learner, to: room.id, at: .now, db)
      return try ClassRollStore.admit(learner.id, to: room.id, asLearner: true, at: .now, db)
    }
    #expect(isAdmitted)
    #expect(try room.read { try ClassRollStore.isLearner(learner.id, in: room.id, $0) })
    #expect(try room.reset(learner.id) == nil)
  }

  @Test func `is not replaced for who left the class`() throws {
    try room.write { try MembershipStore.remove(room.lea, from: room.id, $0) }
    #expect(try room.reset(room.lea) == nil)
  }
}

@Suite struct `The roll of a class` {
  private let room: ClassRoom

  init() throws { room = try ClassRoom() }

  @Test func `takes a name once, in any spelling`() throws {
    let names = ["LÉA B", "Zoé", "zoe"].map { try? DisplayName(typed: $0) }.compactMap { $0 }
    let made = try room.write { db in
      try ClassRollStore.add(
        names.map { ClassRollStore.NewLearner(name: $0, passwordHash: "hash") }, to: room.id,
        by: Community.Person.referent.id, at: .now, db)
    }
    #expect(made == [1])
    #expect(try room.read { try ClassRollStore.learners(of: room.id, $0).count } == 3)
  }

  @Test func `never mixes up two classes with the same names`() throws {
    let other = try room.write { db in
      let other = try ClassStore.create(
        name: "1re A", year: SchoolYear(first: 2026), about: "",
        by: Community.Person.outsider.id, at: .now, db)
      _ = try ClassRollStore.add(
        [.init(name: try DisplayName(typed: "Léa B."), passwordHash: "other")], to: other,
        by: Community.Person.outsider.id, at: .now, db)
      return other
    }
    let codes = try [room.id, other].map { id in
      let code = try room.read { db in
        try db.value("SELECT code FROM class WHERE space = ?", id, as: ClassCode.self)
      }
      return try #require(code)
    }
    let found = try codes.map { code in
      try room.read { try ClassRollStore.credentials(code: code, called: "leab", $0) }
    }
    #expect(found.map { $0?.credentials.passwordHash } == ["old", "other"])
  }

  @Test func `lets in at once only those for whom a teacher answers`() throws {
    let other = try room.write { db in
      try ClassStore.create(
        name: "1re A", year: SchoolYear(first: 2026), about: "",
        by: Community.Person.outsider.id, at: .now, db)
    }
    for (member, entry) in [
      (room.lea, .waits), (Community.Person.learner.id, .waits),
      (Community.Person.insider.id, .waits),
    ] as [(Member.ID, ClassRollStore.Entry)] {
      #expect(try room.ask(member, to: other) == entry)
    }
    #expect(try room.read { try ClassRollStore.waiting(for: other, $0).count } == 3)
    // The same teacher has a second class.
    let second = try room.another(of: .referent)
    #expect(try room.ask(room.lea, to: second) == .entered)
    #expect(try room.ask(room.lea, to: second) == .inside)
  }

  @Test func `lets back who was put out only when the teacher admits them`() throws {
    let second = try room.another(of: .referent)
    #expect(try room.ask(room.sami, to: second) == .entered)
    try room.write { db in
      try MembershipStore.remove(room.lea, from: room.id, db)
      try MembershipStore.remove(room.sami, from: second, db)
    }
    #expect(try room.ask(room.lea, to: room.id) == .waits)
    #expect(try room.ask(room.lea, to: second) == .waits)
    #expect(try room.ask(room.sami, to: second) == .waits)
    let isIn = try room.write { db in
      try ClassRollStore.admit(room.lea, to: room.id, asLearner: true, at: .now, db)
    }
    #expect(isIn)
    #expect(try room.ask(room.lea, to: room.id) == .inside)
    #expect(try room.reset(room.lea) != nil)
  }

  @Test func `forgets who deletes the account`() throws {
    try room.write { try DeletionStore.delete(room.lea, at: .now, $0) }
    let left = try room.read { try ClassRollStore.learners(of: room.id, $0).map(\.author.id) }
    #expect(left == [room.sami])
    #expect(try room.read { try ClassRollStore.called(in: room.id, $0) } == ["samic"])
    #expect(try room.read { try ClassRollStore.isClassAccount(room.lea, $0) } == false)
  }

  @Test func `stays in a private space, whoever edits it`() throws {
    let viewer = try room.community.viewer(.referent)
    let space = try room.read { try SpaceStore.space(room.id, viewer: viewer, $0)?.space }
    let found = try #require(space)
    let standing = try room.read { try SpaceEditStore.standing(of: found, $0) }
    var draft = SpaceDraft()
    draft.name = "2de B"
    draft.visibility = "public"
    #expect(throws: SpaceDraft.Problems.self) { try draft.checked(standing) }
  }
}

@Suite struct `A closed class` {
  private let room: ClassRoom

  init() throws { room = try ClassRoom() }

  private func newThread(_ title: String) throws -> NewThread {
    var draft = ThreadDraft()
    draft.title = title
    draft.body = "Un texte."
    return try draft.checked(in: room.id).get()
  }

  private func start(_ title: String) throws -> Preau.Thread.ID {
    let new = try newThread(title)
    return try room.write { db in
      try ThreadStore.start(
        new, submission: Crypto.randomBytes(16), by: room.lea, at: .now, db
      ).thread
    }
  }

  private func close(_ isClosed: Bool = true) throws -> Bool {
    try room.write { try ClassStore.setClosed(isClosed, room.id, at: .now, $0) }
  }

  @Test func `is closed and opened once`() throws {
    #expect(try close())
    #expect(try !close())
    #expect(try close(false))
    _ = try start("Une question")
  }

  @Test func `takes nothing, even when the rule was asked before`() throws {
    let thread = try start("Une question")
    #expect(try close())
    #expect(throws: PostingRefusal.spaceClosed) { try start("Une autre") }
    let post = try PostDraft(body: "Une réponse").checked()
    #expect(throws: PostingRefusal.closed) {
      try room.write { db in
        try PostStore.reply(
          post, to: thread, answers: nil, submission: Crypto.randomBytes(16), by: room.sami,
          at: .now, db)
      }
    }
    #expect(throws: PostingRefusal.spaceClosed) {
      try room.write { db in
        let first = try db.value("SELECT id FROM post WHERE thread = ?", thread, as: Post.ID.self)
        let place = try PostStore.place(first.orNotFound(), db).orNotFound()
        try PostStore.edit(place, to: post, oldTitle: nil, by: room.lea, at: .now, db)
      }
    }
    let counts = try room.read { db in
      try db.row(
        "SELECT post_count, (SELECT count(*) FROM post_version) FROM thread WHERE id = ?", thread
      ) { [try $0.next(Int.self), try $0.next(Int.self)] }
    }
    #expect(counts == [1, 0])
  }

  @Test func `is still read, and its owner may still leave`() throws {
    let thread = try start("Une question")
    #expect(try close())
    let viewer = Viewer(
      member: try room.read { try MemberStore.member(room.sami, $0) }, session: nil)
    let view = try #require(try room.read { try ThreadStore.view(thread, for: viewer, $0) })
    #expect(view.relation.rights.mayRead && !view.relation.rights.mayWrite)
    try room.write { try DeletionStore.delete(room.lea, at: .now, $0) }
    #expect(try room.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `keeps its threads, even from its teacher's other private spaces`() throws {
    let thread = try start("Une question")
    let page = try room.community.get("/fils/\(thread.value)-une-question", as: .referent)
    #expect(page.status == 200 && !page.text.contains("/deplacement"))
    let moved = try room.community.post(
      "/fils/\(thread.value)/deplacement", [("espace", "private")], as: .referent)
    #expect(moved.status == 403)
  }

  @Test func `is not among the places to write in`() throws {
    #expect(try places().contains(room.id))
    #expect(try close())
    #expect(try !places().contains(room.id))
  }

  private func places() throws -> [Space.ID] {
    try room.read { try SpaceStore.writable(for: room.lea, $0).map(\.id) }
  }
}
