import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `The order of two threads in one` {
  private func item(_ thread: Int64, _ number: Int, at seconds: Int64) -> MergeItem {
    MergeItem(
      thread: Thread.ID(thread), number: number, created: Instant(seconds: seconds),
      post: Post.ID(thread * 100 + Int64(number)))
  }

  @Test func `is that of time, behind the first post of the one that stays`() {
    let stays = [item(1, 1, at: 50), item(1, 2, at: 60), item(1, 4, at: 90)]
    let goes = [item(2, 1, at: 10), item(2, 2, at: 60), item(2, 3, at: 70)]
    let order = MergeItem.joined(stays, goes).map { "\($0.thread.value).\($0.number)" }
    #expect(order == ["1.1", "2.1", "1.2", "2.2", "2.3", "1.4"])
  }

  @Test func `keeps that of each thread, whatever their clocks said`() {
    let stays = [item(1, 1, at: 50), item(1, 2, at: 40), item(1, 3, at: 45)]
    let goes = [item(2, 1, at: 42), item(2, 2, at: 30)]
    let order = MergeItem.joined(stays, goes).map { "\($0.thread.value).\($0.number)" }
    #expect(order == ["1.1", "1.2", "2.1", "2.2", "1.3"])
  }
}

@Suite struct `Joining two threads` {
  typealias Person = Community.Person
  private let community: Community
  private var database: Database { community.site.database }
  /// The one that goes, and the one that stays.
  private let source: Int64
  private let target: Int64

  init() throws {
    community = try Community()
    (source, target) = try community.site.database.write { db in
      let noon = Community.noon
      let stays = try Self.start("Le son a disparu", by: .insider, at: noon + 100, db)
      let goes = try Self.start("Plus de son depuis hier", by: .outsider, at: noon + 200, db)
      try Self.reply("Réponse deux.", to: stays, by: .referent, at: noon + 300, db)
      try Self.reply("Autre réponse deux.", to: goes, by: .learner, at: noon + 400, db)
      try Self.reply("Réponse trois.", to: stays, by: .insider, at: noon + 500, db)
      return (goes.value, stays.value)
    }
  }

  private static func start(
    _ title: String, in space: Int64 = 1, by person: Person, at moment: Instant, _ db: Writer
  ) throws -> Preau.Thread.ID {
    var draft = ThreadDraft()
    (draft.title, draft.body) = (title, "Le texte de \(title).")
    return try ThreadStore.start(
      draft.checked(in: Space.ID(space)).get(), submission: Crypto.randomBytes(16), by: person.id,
      at: moment, db
    ).thread
  }

  private static func reply(
    _ text: String, to thread: Preau.Thread.ID, by person: Person, at moment: Instant, _ db: Writer
  ) throws {
    _ = try PostStore.reply(
      PostDraft(body: text).checked(), to: thread, answers: 1,
      submission: Crypto.randomBytes(16), by: person.id, at: moment, db)
  }

  private func join(words: String = "Même panne.", as person: Person = .referent) throws
    -> Response
  {
    try community.post(
      "/fils/\(source)/reunion", [("avec", "\(target)"), ("mot", words)], as: person)
  }

  private func part() throws -> Response {
    try community.post("/fils/\(target)/separation", [("fil", "\(source)")], as: .referent)
  }

  private func rows(_ sql: StaticString) throws -> [String] {
    try database.read { db in try db.rows(sql) { try $0.next(String.self) } }
  }

  private func page(_ person: Person = .insider) throws -> String {
    try community.get("/fils/\(target)-le-son-a-disparu", as: person).text
  }

  /// All that a merge changes and parting restores.
  private func state() throws -> [String] {
    try rows(
      """
      SELECT 'post ' || thread || ' ' || number || ' ' || id FROM post
      UNION ALL SELECT 'thread ' || id || ' ' || post_count || ' ' || last_number || ' '
        || last_activity || ' ' || me_too_count || ' ' || ifnull(removed, '-') || ' '
        || ifnull(accepted, '-') FROM thread
      UNION ALL SELECT 'follow ' || thread || ' ' || member FROM thread_follow
      UNION ALL SELECT 'me-too ' || thread || ' ' || member FROM me_too
      UNION ALL SELECT 'read ' || thread || ' ' || member || ' ' || number FROM thread_reading
      UNION ALL SELECT 'desk ' || thread || ' ' || state || ' ' || removed || ' ' || changed
        || ifnull(owner, '-') FROM help_request
      UNION ALL SELECT 'space ' || id || ' ' || thread_count FROM space
      UNION ALL SELECT 'held ' || id || ' ' || thread || ' ' || number FROM held_post
      UNION ALL SELECT 'found ' || whole || ' ' || number || ' ' || reference FROM search_document
      UNION ALL SELECT 'words ' || id || ' ' || title || body FROM search_text
      ORDER BY 1
      """)
  }

  @Test func `puts all posts in the order of time, and says where they come from`() throws {
    #expect(try join()["Location"]?.hasSuffix("#message-2") == true)
    let order = try rows(
      "SELECT source FROM post WHERE thread = (SELECT target FROM thread_merge) ORDER BY number")
    #expect(
      order == [
        "Le texte de Le son a disparu.", "Le texte de Plus de son depuis hier.", "Réponse deux.",
        "Autre réponse deux.", "Réponse trois.",
      ])
    #expect(try page().contains("réuni avec celui-ci"))
    #expect(try page(.visitor).contains("Plus de son depuis hier"))
    #expect(try database.read { try CheckStore.wrong($0) } == [])
    for list in ["/fils", "/espaces/public", "/espaces/public/atom"] {
      #expect(try !community.get(list, as: .insider).text.contains("/fils/\(source)-"), "\(list)")
    }
    let found = try community.get("/recherche?q=hier", as: .insider).text
    #expect(found.contains("/fils/\(target)-") && !found.contains("/fils/\(source)-"))
  }

  @Test func `leads from every old address to the post that has moved`() throws {
    _ = try join()
    let there = "/fils/\(target)-le-son-a-disparu#message-2"
    for person in [Person.visitor, .outsider, .insider, .referent] {
      let old = try community.get("/fils/\(source)-plus-de-son-depuis-hier", as: person)
      #expect(old.status == 302 && old["Location"] == there, "\(person)")
      #expect(try community.get("/fils/\(source)", as: person)["Location"] == there)
    }
    let post = try rows("SELECT id || '' FROM post WHERE source = 'Autre réponse deux.'")[0]
    let permalink = try community.get("/messages/\(post)", as: .insider)
    #expect(permalink["Location"] == "/fils/\(target)-le-son-a-disparu#message-4")
    // A form that was still open answers where the thread is now.
    let late = [("texte", "Une réponse tardive."), ("action", "publier")]
    let sent = try community.post("/fils/\(source)/reponses", late, as: .learner)
    #expect(sent["Location"] == "/fils/\(target)-le-son-a-disparu#message-6")
  }

  @Test func `makes the followers of both follow, and tells the author once`() throws {
    _ = try join()
    let followers = try rows(
      """
      SELECT member || '' FROM thread_follow WHERE thread = (SELECT target FROM thread_merge)
       ORDER BY member
      """)
    #expect(followers == ["2", "3", "4", "5"])
    let told = try rows("SELECT member || ' ' || words FROM notification WHERE kind = 'merged'")
    #expect(told == ["4 Même panne."])
    let page = try community.get("/notifications", as: .outsider).text
    #expect(page.contains("rejoint une question semblable") && page.contains("Même panne."))
    #expect(try rows("SELECT action FROM journal WHERE action = 'thread-merged'").count == 1)
    // The one who asked has the other's question too.
    #expect(
      try rows("SELECT member || '' FROM me_too WHERE thread = (SELECT target FROM thread_merge)")
        == ["4"])
  }

  @Test func `goes back to what was new to a reader`() throws {
    _ = try join()
    let read = try rows(
      """
      SELECT member || ' ' || number FROM thread_reading
       WHERE thread = (SELECT target FROM thread_merge) ORDER BY member
      """)
    #expect(read == ["2 1", "3 1"])
  }

  @Test func `is undone exactly`() throws {
    _ = try community.post("/fils/\(source)/prise-en-charge", as: .referent)
    _ = try community.post("/fils/\(source)/moi-aussi", as: .insider)
    _ = try community.post(
      "/espaces/public/relecture", [("relecture", "everything"), ("premiers", "2")], as: .referent)
    for thread in [source, target] {
      let held = [("texte", "En attente \(thread)."), ("action", "publier")]
      _ = try community.post("/fils/\(thread)/reponses", held, as: .learner)
    }
    let before = try state()
    #expect(try join().status == 303)
    #expect(try state() != before)
    #expect(try database.read { try CheckStore.wrong($0) } == [])
    #expect(try part().status == 303)
    #expect(try state() == before)
    #expect(try database.read { try CheckStore.wrong($0) } == [])
    #expect(try rows("SELECT kind FROM notification WHERE kind = 'merged'") == [])
    #expect(
      try community.get("/fils/\(source)-plus-de-son-depuis-hier", as: .outsider).status == 200)
  }

  @Test func `keeps what was written since where it was written, when it is undone`() throws {
    _ = try join()
    let reply = [("texte", "Écrit après."), ("action", "publier"), ("repond", "2")]
    #expect(
      try community.post("/fils/\(target)/reponses", reply, as: .learner)["Location"]?
        .hasSuffix("#message-6") == true)
    #expect(try part().status == 303)
    let order = try rows(
      """
      SELECT number || ' ' || source FROM post
       WHERE thread = (SELECT target FROM thread_merge) ORDER BY number
      """)
    #expect(
      order == [
        "1 Le texte de Le son a disparu.", "2 Réponse deux.", "3 Réponse trois.", "4 Écrit après.",
      ])
    #expect(try database.read { try CheckStore.wrong($0) } == [])
    #expect(try join().status == 303)
    #expect(try database.read { try CheckStore.wrong($0) } == [])
  }

  @Test func `never shows what was written for few to more people`() throws {
    for (from, to) in [(3, 1), (2, 1), (3, 2), (1, 3)] {
      let answer = try community.post(
        "/fils/\(from)/reunion", [("avec", "\(to)")], as: .referent)
      #expect(answer.status == 422, "\(from) \(to)")
    }
    #expect(try rows("SELECT id || '' FROM thread_merge") == [])
    let narrower = try community.get("/fils/1/reunion?avec=2", as: .referent)
    #expect(narrower.status == 200)
    #expect(narrower.text.contains("Espace members"))
  }

  @Test func `works within a private space, which has the same readers`() throws {
    let (first, second) = try database.write { db in
      (
        try Self.start("Le four", in: 3, by: .insider, at: Community.noon, db).value,
        try Self.start("Le four froid", in: 3, by: .insider, at: Community.noon + 9, db).value
      )
    }
    let answer = try community.post(
      "/fils/\(second)/reunion", [("avec", "\(first)")], as: .referent)
    #expect(answer.status == 303)
    let page = try community.get("/fils/\(first)-le-four", as: .insider)
    #expect(page.text.contains("Le texte de Le four froid."))
    #expect(try community.get("/fils/\(first)-le-four", as: .outsider).status == 404)
  }

  @Test func `is for those who look after both, and for two threads`() throws {
    for person in [Person.insider, .outsider, .learner] {
      #expect(try join(as: person).status == 403)
    }
    for other in ["\(source)", "999", "", "/fils/abc"] {
      let answer = try community.post(
        "/fils/\(source)/reunion", [("avec", other)], as: .referent)
      #expect(answer.status == 422, "\(other)")
    }
    let found = try community.get("/fils/\(source)/reunion?cherche=disparu", as: .referent).text
    #expect(found.contains("avec=\(target)"))
    let address = "http://preau.test/fils/\(target)-le-son-a-disparu?page=1"
    let chosen = try community.get(
      "/fils/\(source)/reunion?avec=\(PercentEncoding.encode(query: address))", as: .referent)
    #expect(chosen.status == 200 && chosen.text.contains("1 message") == false)
    #expect(chosen.text.contains("2 messages"))
  }

  @Test func `is refused where somebody writes without a name`() throws {
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    let masked = [("texte", "Sans nom."), ("sans-nom", "oui"), ("action", "publier")]
    #expect(
      try community.post("/fils/\(target)/reponses", masked, as: .learner).status == 303)
    let answer = try join()
    #expect(answer.status == 422)
    #expect(answer.text.contains("sans son nom"))
  }

  @Test func `is not in the exchange file as a thread without posts`() throws {
    _ = try join()
    let folder = try ExchangeFolder()
    var file = try ExportFile(folder.path + "/from.jsonl")
    try database.read { db in try Export.write(db, to: &file) }
    try file.finish()
    let bytes = try #require(readFile(folder.path + "/from.jsonl"))
    _ = try folder.load(bytes: bytes)
    #expect(folder.remarks == [])
    #expect(try folder.value("SELECT count(*) FROM thread", as: Int.self) == 4)
    #expect(try folder.wrong() == [])
  }
}
