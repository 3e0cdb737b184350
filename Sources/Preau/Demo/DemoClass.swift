import SQLite

/// The class of the demo: a teacher with ten pupils who enter with a code, a name and a secret.
enum DemoClass {
  /// Everybody's, printed when the site starts.
  static let secret = "tigre-lune-sapin-4827"

  static let teacher = "nadia"
  /// An AESH who asks to enter.
  private static let helper = "odile"
  private static let name = "2de bac pro cuisine B"
  private static let pupils = [
    "Adam K.", "Chloé R.", "Hugo P.", "Inaya S.", "Jade L.", "Léa M.", "Mathis G.", "Nour B.",
    "Rayan D.", "Zoé T.",
  ]

  private struct Talk {
    let author: Int
    let hoursAgo: Int64
    let kind: Thread.Kind
    let title: String
    let text: String
    /// Who answers, nil for the teacher, and what.
    let replies: [(author: Int?, text: String)]
  }

  private static let talks = [
    Talk(
      author: 5, hoursAgo: 70, kind: .question, title: "La mayonnaise ne prend pas chez moi",
      text: "En cours ça marche, à la maison elle reste liquide. J’ai suivi la fiche pourtant.",
      replies: [
        (
          7,
          "Tes œufs sortent du frigo ? Moi j’attends qu’ils soient à la même température que "
            + "l’huile."
        ),
        (nil, "Nour a trouvé. Et l’huile en filet, sans s’arrêter de fouetter. On refait mardi."),
      ]),
    Talk(
      author: 2, hoursAgo: 45, kind: .question, title: "C’est quoi un tour de main, en vrai ?",
      text: "C’est dans la grille du stage et je ne sais pas quoi écrire.",
      replies: [
        (
          nil,
          "Un geste que tu fais sans y penser et qu’un débutant rate. Filme-toi trente secondes."
        )
      ]),
    Talk(
      author: 8, hoursAgo: 26, kind: .experience, title: "Mon premier service de vingt couverts",
      text: "J’ai eu peur, puis j’ai suivi la fiche posée au-dessus du piano. **Ça a marché.**",
      replies: [
        (1, "Bravo ! Tu peux nous montrer ta fiche ?")
      ]),
    Talk(
      author: 9, hoursAgo: 4, kind: .question, title: "Qui a noté les devoirs pour jeudi ?",
      text: "Je n’avais plus de batterie.", replies: []),
  ]

  /// Makes it, in the transaction that gives everybody a password.
  ///
  /// - Parameter hash: of ``secret``.
  static func make(_ hash: String, at now: Instant, _ db: Writer) throws {
    guard let teacher = try MemberStore.member(login: teacher, db)?.id else { return }
    let begun = now + -30 * 86_400
    let space = try ClassStore.create(
      name: name, year: SchoolYear(of: now), about: Strings.french.classes.spaceAbout,
      by: teacher, at: begun, db)
    let learners = try pupils.map {
      ClassRollStore.NewLearner(name: try DisplayName(typed: $0), passwordHash: hash)
    }
    _ = try ClassRollStore.add(learners, to: space, by: teacher, at: begun, db)
    let members = try ClassRollStore.learners(of: space, db).map(\.author)
    if let helper = try MemberStore.member(login: helper, db) {
      _ = try ClassRollStore.ask(helper, to: space, at: now + -20 * 3_600, db)
    }
    for talk in talks {
      var moment = now + -talk.hoursAgo * 3_600
      var draft = ThreadDraft()
      (draft.kind, draft.title, draft.body) = (talk.kind, talk.title, talk.text)
      let thread = try ThreadStore.start(
        draft.checked(in: space).get(), submission: Crypto.randomBytes(16),
        by: members[talk.author].id, at: moment, db
      ).thread
      for reply in talk.replies {
        moment = moment + 1_800
        _ = try PostStore.reply(
          PostDraft(body: reply.text).checked(), to: thread, answers: nil,
          submission: Crypto.randomBytes(16), by: reply.author.map { members[$0].id } ?? teacher,
          at: moment, db)
      }
    }
  }

  /// How to enter the classes of the demo; nothing where every secret was replaced.
  static func logIns(_ db: Reader) throws -> [String] {
    try DemoStore.classes(db).map {
      "at /classe, \($0.name): code \($0.code.shown), secret \(secret), names \($0.pupils)"
    }
  }
}
