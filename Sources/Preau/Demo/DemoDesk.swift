import SQLite

/// The help desk of the demo: two référents, two volunteers and what a week has brought.
enum DemoDesk {
  private static let space = "entraide-numerique"
  private static let volunteers = ["camille", "karim"]

  private enum Place {
    case new
    case taken(by: String)
    case waiting(by: String)
    case unresolved(by: String)
    /// Answered and accepted; the asker is to be asked what became of it, or has said so.
    case resolved(by: String, use: HelpFollowUp.Answer?)
    /// Handed over by one to the other, with a line.
    case handedOver(from: String, to: String, saying: String)
  }

  private struct Question {
    let author: String
    let hoursAgo: Int64
    let title: String
    let text: String
    let tags: String
    let place: Place
  }

  private static let comments: [HelpFollowUp.Answer: String] = [
    .yes: "Adopté\u{00A0}: toute l’équipe s’en sert.",
    .partly: "Ça marche, mais il faut deux fois plus de temps que prévu.",
    .no: "Il faudrait du matériel que nous n’avons pas.",
  ]

  private static let questions = [
    Question(
      author: "nadia", hoursAgo: 190, title: "Le vidéoprojecteur de la salle 12 reste bleu",
      text: "J’ai changé le câble et redémarré l’ordinateur. Les autres salles marchent.",
      tags: "vidéoprojecteur, salle", place: .new),
    Question(
      author: "pauline", hoursAgo: 150, title: "Imprimer depuis une tablette de prêt",
      text: "Les tablettes du PIAL ne voient pas l’imprimante de la salle des professeurs.",
      tags: "tablette, imprimante", place: .waiting(by: "isabelle")),
    Question(
      author: "marc", hoursAgo: 120, title: "Retrouver un dossier partagé sur un nouveau poste",
      text: "Le raccourci est resté sur l’ancien ordinateur et je ne sais plus le chemin.",
      tags: "partage", place: .taken(by: "karim")),
    Question(
      author: "sophie", hoursAgo: 98, title: "Agrandir tout un document pour un élève malvoyant",
      text: "Le zoom coupe les lignes. Faut-il refaire la mise en page ?", tags: "accessibilité",
      place: .handedOver(
        from: "yann", to: "camille",
        saying: "J’ai demandé le format du document ; tu connais mieux que moi les styles.")),
    Question(
      author: "julien", hoursAgo: 80, title: "Un logiciel de géométrie sans installation",
      text: "Les postes du CDI sont verrouillés. Il me faut quelque chose dans le navigateur.",
      tags: "géométrie, navigateur", place: .taken(by: "yann")),
    Question(
      author: "odile", hoursAgo: 52, title: "Lire les devoirs sur un téléphone sans forfait",
      text: "À la maison nous n’avons que le wifi du voisin, le soir.", tags: "téléphone",
      place: .new),
    Question(
      author: "nadia", hoursAgo: 30, title: "Lier l’agenda de la classe à celui du stage",
      text: "Je recopie tout à la main chaque lundi.", tags: "agenda",
      place: .unresolved(by: "isabelle")),
    Question(
      author: "camille", hoursAgo: 5, title: "Le son sort par l’écran et plus par les enceintes",
      text: "Depuis ce matin, dans toutes les salles du deuxième étage.", tags: "son, salle",
      place: .new),
    Question(
      author: "camille", hoursAgo: 26 * 24,
      title: "Partager une carte mentale avec toute la classe",
      text: "Chacun doit pouvoir l’ouvrir sans compte.", tags: "carte mentale, partage",
      place: .resolved(by: "yann", use: nil)),
    Question(
      author: "marc", hoursAgo: 30 * 24, title: "Enregistrer une consigne à l’oral",
      text: "Pour ceux qui lisent mal, sans rien installer.", tags: "son, accessibilité",
      place: .resolved(by: "isabelle", use: .yes)),
    Question(
      author: "julien", hoursAgo: 33 * 24, title: "Un quiz que l’on imprime aussi",
      text: "Trois élèves n’ont pas de téléphone.", tags: "quiz, téléphone",
      place: .resolved(by: "karim", use: .partly)),
    Question(
      author: "sophie", hoursAgo: 35 * 24, title: "Prêter des casques sans y passer l’heure",
      text: "La liste papier se perd.", tags: "son", place: .resolved(by: "yann", use: .no)),
  ]

  /// Makes it, in the transaction that gives everybody a password.
  static func make(at now: Instant, _ db: Writer) throws {
    guard let space = try DemoStore.space(space, db) else { return }
    for login in volunteers {
      guard let member = try member(login, db) else { continue }
      _ = try HelpSettingsStore.name(volunteer: member, in: space, at: now + -20 * 86_400, db)
    }
    for question in questions { try add(question, to: space, now, db) }
    try lookInVain(now, db)
  }

  /// What several people looked for and nobody has written yet.
  private static func lookInVain(_ now: Instant, _ db: Writer) throws {
    let searches = [
      ("sous-titrer une vidéo", ["nadia", "odile", "camille", "sami"]),
      ("carnet de liaison", ["amelie", "mehdi", "thierry"]),
    ]
    // Of no use once they are made: nobody can be found again by these hashes.
    let key = Crypto.randomBytes(32)
    for (words, logins) in searches {
      for login in logins {
        guard let member = try member(login, db),
          let miss = SearchMiss(typed: words, by: member, key: key)
        else { continue }
        try SearchMissStore.keep(miss, at: now + -9 * 86_400, db)
      }
    }
  }

  private static func add(
    _ question: Question, to space: Space.ID, _ now: Instant, _ db: Writer
  ) throws {
    guard let author = try member(question.author, db) else { return }
    var draft = ThreadDraft()
    (draft.title, draft.body, draft.tags) = (question.title, question.text, question.tags)
    let asked = now + -question.hoursAgo * 3_600
    let thread = try ThreadStore.start(
      draft.checked(in: space).get(), submission: Crypto.randomBytes(16), by: author, at: asked, db
    ).thread
    try put(thread, question.place, asked + 7_200, db)
  }

  private static func put(
    _ thread: Thread.ID, _ place: Place, _ moment: Instant, _ db: Writer
  ) throws {
    switch place {
    case .new: return
    case .taken(let owner): try take(thread, owner, moment, db)
    case .waiting(let owner):
      guard let member = try member(owner, db) else { return }
      try answer(thread, "Quel est le modèle, et que dit l’écran exactement ?", member, moment, db)
      try HelpDeskStore.perform(.wait, on: thread, by: member, at: moment, db)
    case .unresolved(let owner):
      guard let member = try member(owner, db) else { return }
      try answer(
        thread, "Les deux outils ne se parlent pas. Je le note comme un besoin.", member, moment,
        db)
      try HelpDeskStore.perform(.giveUp, on: thread, by: member, at: moment, db)
    case .resolved(let owner, let use):
      guard let member = try member(owner, db) else { return }
      try take(thread, owner, moment, db)
      try answer(
        thread, "Voici comment je fais, en trois étapes, avec ce que nous avons déjà.", member,
        moment, db)
      try HelpDeskStore.perform(.resolve, on: thread, by: member, at: moment, db)
      guard let use else { return }
      _ = try HelpFollowUpStore.answer(
        thread, use, comments[use] ?? "", reopens: false, at: moment + 22 * 86_400, db)
    case .handedOver(let from, let heir, let text):
      try take(thread, from, moment, db)
      guard let from = try member(from, db), let heir = try member(heir, db) else { return }
      try HelpDeskStore.handOver(
        thread, to: heir, saying: text, by: from, at: moment + 3_600, db)
    }
  }

  private static func take(
    _ thread: Thread.ID, _ login: String, _ moment: Instant, _ db: Writer
  ) throws {
    guard let member = try MemberStore.member(login: login, db) else { return }
    try HelpDeskStore.take(
      thread, by: Viewer(member: member, session: nil), at: moment, db)
  }

  private static func answer(
    _ thread: Thread.ID, _ text: String, _ author: Member.ID, _ moment: Instant, _ db: Writer
  ) throws {
    _ = try PostStore.reply(
      PostDraft(body: text).checked(), to: thread, answers: nil,
      submission: Crypto.randomBytes(16), by: author, at: moment, db)
  }

  private static func member(_ login: String, _ db: Reader) throws -> Member.ID? {
    try MemberStore.member(login: login, db)?.id
  }
}
