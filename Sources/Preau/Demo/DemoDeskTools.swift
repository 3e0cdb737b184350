import SQLite

/// What the référents of the demo's help desk have prepared: answers that serve again, the days
/// without school, and two questions that were one.
enum DemoDeskTools {
  private static let answers = [
    (
      "Bien arrivé, je regarde",
      """
      Bonjour {prénom}, j’ai bien lu «\u{00A0}{titre}\u{00A0}». Je regarde cette semaine et je vous réponds ici.
      """
    ),
    (
      "Il me manque trois choses",
      """
      Bonjour {prénom}, pour vous répondre il me faut\u{00A0}:

      1. votre équipement (ordinateur, tablette, téléphone)\u{202F};
      2. le navigateur et sa version\u{202F};
      3. ce que dit l’écran, mot pour mot.

      Écrivez-le sous votre question\u{00A0}: {lien}
      """
    ),
    (
      "Le son sort du mauvais côté",
      """
      Bonjour {prénom}, c’est presque toujours le choix de la sortie.

      1. Cliquez sur le haut-parleur, en bas à droite.
      2. Choisissez les **enceintes** et non l’écran.
      3. Relancez la lecture.

      Si cela ne suffit pas, dites-le ici\u{00A0}: quelqu’un de «\u{00A0}{espace}\u{00A0}» passera.
      """
    ),
  ]

  /// Makes it, in the transaction that gives everybody a password.
  static func make(at now: Instant, _ db: Writer) throws {
    guard let space = try DemoStore.space("entraide-numerique", db),
      let referent = try MemberStore.member(login: "yann", db)
    else { return }
    for (name, body) in answers {
      try HelpAnswerStore.add(name, body, to: space, at: now + -12 * 86_400, db)
    }
    try addHolidays(now, db)
    try join(Viewer(member: referent, session: nil), in: space, now, db)
  }

  /// Two weeks from a Saturday to a Sunday, as every seven weeks of a French school year: some are
  /// over, and the next ones are not yet here, lest the demo sleep.
  private static func addHolidays(_ now: Instant, _ db: Writer) throws {
    let today = Day(now, offset: CalendarTime.offset(at: now))
    let saturday = today + (6 - (today.number + 4) % 7)
    for weeks in [-8, 4, 13] as [Int64] {
      let first = saturday + 7 * weeks
      try HelpSettingsStore.add(
        holiday: season(of: first), first...(first + 15), to: nil, db)
    }
  }

  private static func season(of day: Day) -> String {
    switch CalendarTime(day.noon).month {
    case 9...11: "Vacances d’automne"
    case 12, 1: "Vacances de fin d’année"
    case 2, 3: "Vacances d’hiver"
    case 4...6: "Vacances de printemps"
    default: "Vacances d’été"
    }
  }

  /// Somebody asked what a colleague had asked in the morning.
  private static func join(
    _ referent: Viewer, in space: Space.ID, _ now: Instant, _ db: Writer
  ) throws {
    guard let member = referent.member, let asker = try MemberStore.member(login: "julien", db),
      let target = try DemoStore.thread(
        titled: "Le son sort par l’écran et plus par les enceintes", db)
    else { return }
    var draft = ThreadDraft()
    draft.title = "Plus de son dans les salles du haut"
    draft.body = "Les enceintes sont allumées, rien ne sort. C’est pareil en salle 23 et 24."
    draft.tags = "son, salle"
    let source = try ThreadStore.start(
      draft.checked(in: space).get(), submission: Crypto.randomBytes(16), by: asker.id,
      at: now + -3 * 3_600, db
    ).thread
    try MergeStore.join(
      ThreadStore.view(source, for: referent, db).orNotFound(),
      into: ThreadStore.view(target, for: referent, db).orNotFound(),
      words: "C’est la même panne\u{00A0}: vous serez prévenus ensemble.", by: member.id,
      at: now + -2 * 3_600, db)
  }
}
