import SQLite
import Testing

@testable import Preau

@Suite struct `The teacher of a class` {
  private let room: ClassRoom
  private let teacher = Community.Person.referent.id

  init() throws { room = try ClassRoom() }

  private func role(in space: Space.ID) throws -> Space.Role? {
    try room.read { db in
      try db.value(
        "SELECT role FROM space_member WHERE space = ? AND member = ?", space, teacher)
    }
  }

  private func slug() throws -> String {
    try room.read { try $0.value("SELECT slug FROM space WHERE id = ?", room.id).orNotFound() }
  }

  @Test func `loses it with the role of a teacher, and no other space`() throws {
    try room.write { try DirectoryStore.setRole(.administrator, of: teacher, $0) }
    #expect(try role(in: room.id) == .referent)
    try room.write { try DirectoryStore.setRole(.family, of: teacher, $0) }
    #expect(try role(in: room.id) == .member)
    #expect(try role(in: Space.ID(3)) == .referent)
    #expect(throws: MembershipRefusal.notTeacher) {
      try room.write { try MembershipStore.appoint(teacher, in: room.id, at: .now, $0) }
    }
    #expect(try room.community.get("/classes/\(room.id.value)/noms", as: .referent).status == 403)
  }

  @Test func `is not replaced by an administrator's own appointment`() throws {
    try room.write { try DirectoryStore.setRole(.family, of: teacher, $0) }
    let address = "/espaces/\(try slug())/referents"
    let administrator = Community.Person.administrator
    let oneself = try room.community.post(
      address, [("membre", "\(administrator.rawValue)")], as: administrator)
    #expect(oneself.status == 422)
    #expect(try room.community.get("/espaces/\(slug())", as: administrator).status == 404)
    let other = try room.community.post(
      address, [("membre", "\(Community.Person.outsider.rawValue)")], as: administrator)
    #expect(other.status == 303)
    #expect(try room.community.get("/classes/\(room.id.value)", as: .outsider).status == 200)
  }

  @Test func `deletes no account before the class has another teacher or is closed`() throws {
    #expect(throws: DeletionStore.LastReferent.self) {
      try room.write { try DeletionStore.delete(teacher, at: .now, $0) }
    }
    let closing = "/classes/\(room.id.value)/fermeture"
    let page = try room.community.get("/mon-preau/suppression", as: .referent)
    #expect(page.status == 200 && page.text.contains(closing))
    #expect(page.text.contains("/espaces/private\"") && !page.text.contains("mot_de_passe"))
    let insider = Community.Person.insider.id
    try room.write { db in
      try MembershipStore.appoint(insider, in: Space.ID(3), at: .now, db)
    }
    #expect(try room.community.post(closing, as: .referent).status == 303)
    let after = try room.community.get("/mon-preau/suppression", as: .referent)
    #expect(after.text.contains("mot_de_passe"))
    try room.write { try DeletionStore.delete(teacher, at: .now, $0) }
    #expect(try room.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `is asked for whom, and may mean everybody`() throws {
    let address = "/classes/\(room.id.value)/billets"
    let nobody = try room.community.post(address, as: .referent)
    #expect(nobody.status == 422 && nobody.text.contains("Cochez au moins un élève."))
    #expect(try room.password(room.lea) == "old")
    let all = try room.community.post(address, [("tous", "oui")], as: .referent)
    #expect(all.status == 200 && all.text.contains("Léa B.") && all.text.contains("Sami C."))
    for learner in [room.lea, room.sami] { #expect(try room.password(learner) != "old") }
  }

  @Test func `is asked before a learner is put out`() throws {
    let address = "/classes/\(room.id.value)/eleves/\(room.lea.value)"
    let page = try room.community.get(address, as: .referent).text
    #expect(page.contains("href=\"\(address)/retrait\""))
    #expect(!page.contains("action=\"\(address)/retrait\""))
    let asked = try room.community.get(address + "/retrait", as: .referent)
    #expect(asked.status == 200 && asked.text.contains("action=\"\(address)/retrait\""))
    #expect(try room.community.get(address + "/retrait", as: .outsider).status == 404)
    #expect(try room.read { try ClassRollStore.isLearner(room.lea, in: room.id, $0) })
    #expect(try room.community.post(address + "/retrait", as: .referent).status == 303)
    #expect(try room.read { try !ClassRollStore.isLearner(room.lea, in: room.id, $0) })
  }

  @Test func `changes nothing of a closed class`() throws {
    let learner = Community.Person.learner
    try room.write { db in
      _ = try MembershipStore.admit(learner.id, to: room.id, at: .now, db)
    }
    let thread = try room.write { db in
      var draft = ThreadDraft()
      draft.title = "Une question"
      draft.body = "Un texte."
      return try ThreadStore.start(
        draft.checked(in: room.id).get(), submission: Crypto.randomBytes(16), by: learner.id,
        at: .now, db
      ).thread
    }
    let post = try room.read { db in
      try db.value("SELECT id FROM post WHERE thread = ?", thread, as: Post.ID.self).orNotFound()
    }
    let outsider = try #require(try room.community.viewer(.outsider).member)
    _ = try room.write { try ClassRollStore.ask(outsider, to: room.id, at: .now, $0) }
    let address = "/classes/\(room.id.value)"
    let (lea, waiting) = ("\(room.lea.value)", "\(outsider.id.value)")
    let changes: [(String, [(String, String)], Community.Person)] = [
      (address + "/billets", [("eleve", lea)], .referent),
      (address + "/eleves/\(lea)/nom", [("nom", "Autre Nom")], .referent),
      (address + "/admission", [("membre", waiting)], .referent),
      ("/fils/\(thread.value)/epingle", [], .referent),
      ("/fils/\(thread.value)/fermeture", [], .referent),
      ("/messages/\(post.value)/retrait", [], learner),
    ]
    _ = try room.write { try ClassStore.setClosed(true, room.id, at: .now, $0) }
    for (target, fields, person) in changes {
      #expect(try room.community.post(target, fields, as: person).status == 403, "\(target)")
    }
    let admitted = try room.community.post(
      "/espaces/\(slug())/membres", [("membre", waiting)], as: .referent)
    #expect(admitted.status == 422)
    #expect(try room.reset(room.lea) == nil)
    #expect(try room.password(room.lea) == "old")
    #expect(try room.community.get(address, as: .referent).status == 200)
    #expect(try room.community.get(address + "/eleves/\(lea)", as: .referent).status == 200)
    _ = try room.write { try ClassStore.setClosed(false, room.id, at: .now, $0) }
    // The author's own removal, while it is open and then closed again.
    #expect(try room.community.post("/messages/\(post.value)/retrait", as: learner).status == 303)
    _ = try room.write { try ClassStore.setClosed(true, room.id, at: .now, $0) }
    let back = try room.community.post("/messages/\(post.value)/retablissement", as: learner)
    #expect(back.status != 303)
  }
}

@Suite struct `The profile of a class account` {
  private let room: ClassRoom

  init() throws { room = try ClassRoom() }

  private func status(for person: Community.Person) throws -> Int {
    try room.community.get("/membres/\(room.lea.value)", as: person).status
  }

  @Test func `is for those who share its class or read its words`() throws {
    #expect(try status(for: .referent) == 200)
    #expect(try status(for: .administrator) == 200)
    for person in [.outsider, .insider, .learner] as [Community.Person] {
      #expect(try status(for: person) == 404, "\(person)")
    }
    #expect(try status(for: .visitor) == 303)
    // To follow a public space is not to be met there.
    try room.write { db in
      for member in [room.lea, Community.Person.outsider.id] {
        try MembershipStore.join(Space.ID(1), member, at: .now, db)
      }
    }
    #expect(try status(for: .outsider) == 404)
    try room.write { db in
      _ = try PostStore.reply(
        PostDraft(body: "Une réponse.").checked(), to: Thread.ID(1), answers: nil,
        submission: Crypto.randomBytes(16), by: room.lea, at: .now, db)
    }
    #expect(try status(for: .outsider) == 200)
  }
}

@Suite struct `Looking for members by name` {
  @Test func `finds the learners of a class for those alone who meet them`() throws {
    let room = try ClassRoom()
    let other = Community.Person.outsider.id
    try room.write { db in
      try db.run(
        "INSERT INTO space (slug, name, visibility, created) VALUES ('la', 'Là', 'private', 0)")
      _ = try MembershipStore.appoint(other, in: Space.ID(db.lastInsertedRow), at: .now, db)
    }
    let address = "/espaces/la/membres"
    for typed in ["Lea", "lea-b"] {
      let page = try room.community.get("\(address)?cherche=\(typed)", as: .outsider)
      #expect(page.status == 200)
      #expect(!page.text.contains("Léa B."), "\(typed)")
    }
    let admission = try room.community.post(
      address, [("membre", String(room.lea.value))], as: .outsider)
    #expect(admission.status == 404)
    #expect(try !room.community.get(address, as: .outsider).text.contains("Léa B."))
    let desk = "/espaces/la/bureau"
    let naming = try room.community.post(
      "\(desk)/benevoles", [("membre", String(room.lea.value))], as: .outsider)
    #expect(naming.status == 404)
    let settings = try room.community.get("\(desk)/reglages?cherche=Lea", as: .outsider)
    #expect(settings.status == 200 && !settings.text.contains("Léa B."))
    // Once they share a space, they have met.
    try room.write { _ = try MembershipStore.admit(other, to: room.id, at: .now, $0) }
    let found = try room.community.get("\(address)?cherche=Lea", as: .outsider)
    #expect(found.text.contains("Léa B."))
  }
}
