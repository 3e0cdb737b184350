import SQLite

/// The history of moderation of the demo: one decision that stands, one that is contested, reports
/// that wait; and a question without a name.
enum DemoModeration {
  private static let space = "devoirs-faits"
  private static let day: Int64 = 86_400

  /// Makes it, in the transaction that gives everybody a password, with the acts that people have.
  static func make(at now: Instant, _ db: Writer) throws {
    guard let space = try DemoStore.space(space, db) else { return }
    let asker = try member("kev", db)
    var draft = ThreadDraft()
    draft.title = "Contrôle de mardi\u{00A0}: c’est quoi le programme\u{202F}?"
    draft.body = "J’étais en stage toute la semaine, je n’ai pas les chapitres."
    let thread = try ThreadStore.start(
      draft.checked(in: space).get(), submission: Crypto.randomBytes(16), by: asker.id,
      at: now + -6 * day, db
    ).thread

    let number = try reply(
      "Demande à Hugo, c’est lui le délégué\u{00A0}: 06 39 98 00 00.", to: thread, by: "timeo",
      at: now + -6 * day + 3_600, db)
    try report(
      number, "prive", "C’est son numéro à lui.", by: "ines", at: now + -6 * day + 7_200, db)
    try rule(
      on: number, by: "julien", .edit, .privacy,
      words:
        "On ne donne pas le numéro de quelqu’un d’autre. Le reste de ta réponse aide\u{00A0}: merci.",
      text: "Demande à Hugo, c’est lui le délégué.", at: now + -5 * day, db)

    let mockery = try reply(
      "Tout le monde le sait sauf toi, comme d’habitude.", to: thread, by: "enzo",
      at: now + -3 * day, db)
    try report(mockery, "blessant", "", by: "ines", at: now + -3 * day + 1_200, db)
    try report(
      mockery, "blessant", "Il fait ça à chaque fois.", by: "kev", at: now + -3 * day + 4_000, db)
    try rule(
      on: mockery, by: "isabelle", .hide, .hurtful,
      words: "Kev revient de stage. Réponds-lui, ou passe ton chemin.", at: now + -2 * day, db)
    try contest(
      mockery, by: "enzo", "C’était pour rire, on est amis.", at: now + -1 * day, db)

    let sale = try reply(
      "Je vends mes fiches de révision, 5 € le chapitre.", to: thread, by: "noa",
      at: now + -20_000, db)
    try report(sale, "publicite", "", by: "timeo", at: now + -18_000, db)
    try report(
      sale, "publicite", "On n’est pas là pour ça.", by: "lina", at: now + -9_000, db)
    try askWithoutName(in: space, at: now + -2 * day, db)
    try RecordStore.toggle(space, by: member("julien", db).id, at: now + -4 * day, db)
  }

  private static func askWithoutName(
    in space: Space.ID, at moment: Instant, _ db: Writer
  ) throws {
    try MaskStore.toggle(space, by: member("julien", db).id, at: moment + -3 * day, db)
    var draft = ThreadDraft()
    draft.title = "Je ne sais toujours pas poser une division"
    draft.body =
      "Je suis en seconde et j’ai honte de demander en cours. On commence par où\u{202F}?"
    draft.isMasked = true
    let asker = try member("scarabee", db)
    let thread = try ThreadStore.start(
      draft.checked(in: space).get(), submission: Crypto.randomBytes(16), by: asker.id,
      at: moment, db
    ).thread
    _ = try reply(
      "Par un petit diviseur. Écris la table de 7 à côté, et essaie 91 ÷ 7. Dis-moi où tu coinces.",
      to: thread, by: "julien", at: moment + 5_000, db)
    _ = try reply(
      "13, et il ne reste rien. Je croyais que c’était plus dur.", to: thread, by: "scarabee",
      at: moment + 9_000, db)
  }

  private static func member(_ login: String, _ db: Reader) throws -> Member {
    guard let member = try MemberStore.member(login: login, db) else { throw Refusal.notFound }
    return member
  }

  private static func reply(
    _ text: String, to thread: Thread.ID, by login: String, at moment: Instant, _ db: Writer
  ) throws -> Post.ID {
    let number = try PostStore.reply(
      PostDraft(body: text).checked(), to: thread, answers: nil,
      submission: Crypto.randomBytes(16), by: member(login, db).id, at: moment, db)
    return try DemoStore.post(number, of: thread, db)
  }

  private static func report(
    _ post: Post.ID, _ reason: String, _ comment: String, by login: String, at moment: Instant,
    _ db: Writer
  ) throws {
    try ReportStore.report(
      post, reason: reason, comment: comment, by: member(login, db).id, at: moment, db)
  }

  private static func rule(
    on post: Post.ID, by login: String, _ decision: Decision, _ reason: RulingReason,
    words: String, text: String = "", at moment: Instant, _ db: Writer
  ) throws {
    let referent = Viewer(member: try member(login, db), session: nil)
    let judge = try member(login, db).id
    let item = try CaseStore.item(DemoStore.lastCase(of: post, db), for: referent, db)
    try RulingStore.take(item, by: judge, at: moment + -600, db)
    let place = try PostStore.place(post, db).orNotFound()
    let draft = RulingDraft(
      decision: decision.rawValue, reason: reason.rawValue, words: words, text: text)
    try RulingStore.decide(
      draft.checked(among: item.decisions, of: place.source), on: item, place, by: judge,
      at: moment, db)
  }

  private static func contest(
    _ post: Post.ID, by login: String, _ plea: String, at moment: Instant, _ db: Writer
  ) throws {
    let author = try member(login, db).id
    let item = try DemoStore.lastCase(of: post, db)
    let message = try ModerationMessageStore.toAuthor(of: item, author, db).orNotFound()
    try RulingStore.contest(message, plea: plea, by: author, at: moment, db)
  }
}
