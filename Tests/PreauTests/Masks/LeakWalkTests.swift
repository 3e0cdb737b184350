import HTTP
import Mail
import SQLite
import Testing

@testable import Preau

/// Somebody with a name, a log-in name and a number that stand nowhere else asks without a name; then
/// everything that others can read is read.
@Suite struct `No output gives away who wrote without a name` {
  typealias Person = Community.Person
  private let community: Community
  private let thread: Int64
  private let posts: [Int64]

  private static let number: Int64 = 987_654_321
  private static let login = "zebulonne.q"
  private static let secrets = ["Quincampoix", "Zébulonne", login, "987654321", "987 654 321"]
  private static let member = Member.ID(number)

  init() throws {
    community = try Community()
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    _ = try community.post("/espaces/public/moderation", as: .referent)
    thread = try community.site.database.write { try Self.write($0) }
    posts = try community.site.database.read { db in
      try db.rows("SELECT id FROM post WHERE thread = (SELECT max(id) FROM thread)") { row in
        try row.next(Int64.self)
      }
    }
    try decide()
  }

  /// A question, a reply, an edit, a withdrawn reply, thanks, an accepted answer: all of hers.
  private static func write(_ db: Writer) throws -> Int64 {
    try db.run(
      """
      INSERT INTO member (id, login, name, role, joined, public_name)
      VALUES (?, ?, 'Zébulonne Quincampoix', 'teacher', ?, 1)
      """, number, login, Community.noon)
    var draft = ThreadDraft()
    (draft.title, draft.body) = ("Une question timide", "Un texte timide, @insider, à chercher.")
    (draft.tags, draft.isMasked) = ("timide", true)
    let made = try ThreadStore.start(
      draft.checked(in: Space.ID(1)).get(), submission: [1], by: member, at: .now, db)
    for text in ["Un mot oublié, timide.", "Un mot de trop, timide."] {
      _ = try PostStore.reply(
        PostDraft(body: text).checked(), to: made.thread, answers: 1,
        submission: Array(text.utf8), by: member, at: .now, db)
    }
    let answer = try PostStore.reply(
      PostDraft(body: "Voici une réponse.").checked(), to: made.thread, answers: 2,
      submission: [2], by: Person.insider.id, isMasked: true, at: .now, db)
    #expect(answer == 4)
    return made.thread.value
  }

  /// Edits and withdrawals go through the routes' own rules; a report is decided.
  private func decide() throws {
    let viewer = try community.site.database.read { db in
      Viewer(member: try MemberStore.member(Self.member, db), session: nil)
    }
    try community.site.database.write { db in
      for (index, text) in [(0, "Un texte plus timide."), (1, "Un mot, timide.")] {
        let place = try PostStore.place(Post.ID(posts[index]), db).orNotFound()
        let view = try ThreadStore.view(place.thread, for: viewer, db).orNotFound()
        let actor = view.relation.actor(on: place.post, Self.member)
        try PostStore.edit(
          place, to: PostDraft(body: text).checked(), oldTitle: nil, by: actor, at: .now, db)
      }
      let place = try PostStore.place(Post.ID(posts[2]), db).orNotFound()
      let view = try ThreadStore.view(place.thread, for: viewer, db).orNotFound()
      try PostStore.remove(
        place, by: view.relation.actor(on: place.post, Self.member), at: .now, db)
      try PostStore.toggleThanks(Post.ID(posts[3]), by: Self.member, db)
      try ThreadStore.accept(Post.ID(posts[3]), in: place.thread, db)
      for post in [posts[0], posts[1]] {
        try ReportStore.report(
          Post.ID(post), reason: "faux", comment: "", by: Person.outsider.id, at: .now, db)
      }
    }
    _ = try community.post("/signalements/1/prise", as: .referent)
    let ruling = [("decision", "warn"), ("motif", "other"), ("mot", "Doucement.")]
    let answer = try community.post("/signalements/1/decision", ruling, as: .referent)
    #expect(answer.status == 303)
  }

  private var start: [String] {
    let pages = [
      "/", "/fils", "/fils?liste=sans-reponse", "/fils?liste=suivis", "/fils?liste=non-lus",
      "/espaces", "/espaces/public", "/espaces/public/atom", "/espaces/public/moderation",
      "/espaces/public/journal", "/etiquettes", "/etiquettes/timide", "/etiquettes/timide/atom",
      "/mon-preau", "/mon-preau/appels", "/mon-preau/decisions", "/mon-preau/flux", "/signalements",
      "/signalements/1", "/signalements/2", "/recherche?q=timide", "/recherche?q=timide&tri=date",
      "/recherche?q=texte+timide", "/recherche?q=auteur%3Aauteur",
      "/recherche?q=auteur%3A%22%3F0%22",
      "/recherche?q=etiquette%3Atimide", "/recherche?q=r%C3%A9ponse", "/fils/nouveau",
      "/fils/semblables?titre=Une+question+timide", "/fils/\(thread)", "/fils/\(thread)?citer=1",
      "/membres/6", "/membres/\(faces[0])", "/espaces/public/membres", "/membres",
    ]
    let ofPosts = posts.flatMap { post in
      ["", "/historique", "/signalement", "/modifier"].map { "/messages/\(post)\($0)" }
    }
    return pages + ofPosts
  }

  private var faces: [Int64] {
    let found = try? community.site.database.read { db in
      try db.rows("SELECT face FROM mask ORDER BY face") { row in try row.next(Int64.self) }
    }
    return found ?? [0]
  }

  @Test(arguments: [Person.visitor, .insider, .outsider, .learner, .referent])
  func `on any page, feed, list or fragment`(person: Person) throws {
    let answers = try community.walk(from: start, as: person)
    #expect(answers.count > 60)
    #expect(answers.values.count { $0.text.contains("timide") } > 12)
    for (address, answer) in answers {
      let heads = answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
      for secret in Self.secrets {
        #expect(!answer.text.contains(secret), "\(secret) on \(address)")
        #expect(!heads.contains(secret), "\(secret) in the head of \(address)")
      }
    }
  }

  @Test(arguments: [
    "auteur:\(login)", "auteur:Quincampoix", "auteur:\(login) timide", "auteur:987654321 timide",
  ])
  func `nor to who looks for them by name`(query: String) throws {
    let encoded = PercentEncoding.encode(query: query)
    let text = try community.get("/recherche?q=\(encoded)", as: .insider).text
    #expect(!text.contains("/fils/\(thread)-"))
    let profile = try community.get("/membres/\(Self.number)", as: .insider)
    #expect(profile.status == 200)
    #expect(!profile.text.contains("timide"))
  }

  @Test func `nor in the answer to what a peer sends`() throws {
    let sent: [(String, [(String, String)])] = [
      ("/fils/\(thread)/reponses", [("texte", "Un aperçu"), ("action", "apercu")]),
      ("/fils/\(thread)/reponses", [("texte", ""), ("action", "publier")]),
      ("/fils/\(thread)/moi-aussi", []), ("/fils/\(thread)/suivi", []),
      ("/messages/\(posts[0])/merci", []), ("/messages/\(posts[0])/nom", []),
      ("/messages/\(posts[0])/retrait", []), ("/messages/\(posts[2])/retablissement", []),
      (
        "/fils/nouveau",
        [
          ("espace", "public"), ("genre", "question"), ("titre", "Une question timide"),
          ("texte", "Un texte timide à chercher."), ("action", "publier"),
        ]
      ),
    ]
    for (path, fields) in sent {
      let answer = try community.post(path, fields, as: .insider)
      for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(secret) on \(path)") }
    }
  }

  /// Everybody but her follows the thread, at once or in a digest, and has an address.
  private func mails() throws -> [(to: String, MailMessage)] {
    let site = community.site
    try site.database.write { db in
      try db.run("UPDATE member SET email = 'm' || id || '@example.org' WHERE id < 100")
      try db.run(
        """
        INSERT INTO thread_follow (thread, member, since)
        SELECT ?, id, ? FROM member WHERE id < 100 ON CONFLICT DO NOTHING
        """, thread, Instant.now)
      for number in 1...4 {
        try Notifications.tell(.posted(in: Number(thread), number: number), at: .now, db)
      }
      try Notifications.tell(.edited(Post.ID(posts[0])), at: .now, db)
      try Notifications.tell(.thanked(Post.ID(posts[3])), at: .now, db)
      try Notifications.tell(
        .accepted(Post.ID(posts[3]), by: Self.member), at: .now, db)
    }
    let later = Instant.now + 60
    while try MailPlan.some(site.database, site.configuration.mail, now: later) {}
    let sender = try #require(Mailbox("preau@example.org"))
    let composer = MailComposer(
      siteName: "Préau", baseURL: "http://preau.test", sender: sender, key: site.key.bytes)
    return try site.database.read { db in
      try MailOutboxStore.waiting(db).compactMap { id in
        guard let mail = try MailOutboxStore.mail(id, db),
          let message = try composer.message(mail, later, db)
        else { return nil }
        return (mail.email, message)
      }
    }
  }

  @Test func `nor in any mail`() throws {
    let mails = try mails()
    #expect(Set(mails.map(\.to)).count > 3)
    #expect(mails.contains { $0.1.text.contains("timide") })
    for (to, mail) in mails {
      let whole: [String] = [
        mail.subject, mail.text, String(decoding: mail.html, as: UTF8.self), mail.unsubscribe ?? "",
        mail.conversation ?? "",
        String(decoding: mail.bytes, as: UTF8.self),
      ]
      for secret in Self.secrets {
        #expect(!whole.contains { $0.contains(secret) }, "\(secret) to \(to)")
      }
    }
  }
}
