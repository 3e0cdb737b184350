/// What the help desk says.
struct HelpDeskStrings: Sendable {
  // The board
  let title: String
  let titleOf: @Sendable (_ space: String) -> String
  let lists: String
  let list: @Sendable (HelpBoardChoice.List) -> String
  let counted: @Sendable (_ list: String, Int) -> String
  let ages: @Sendable (HelpCounts) -> String
  let late: @Sendable (Int) -> String
  let delay: @Sendable (Int) -> String
  let empty: String
  let emptyDone: String
  let tag: String
  let ofClass: String
  let anyClass: String
  let showTag: String
  let onlyTag: @Sendable (String) -> String
  let allTags: String
  let settings: String
  let oldest: String
  let more: String

  // A request
  let state: @Sendable (HelpRequest.State) -> String
  let owner: @Sendable (_ name: String) -> String
  let asked: String
  let due: @Sendable (_ when: String) -> String
  let wasDue: @Sendable (_ when: String) -> String
  let lateMark: String
  let today: @Sendable (Int, Int) -> String
  let tomorrow: @Sendable (Int, Int) -> String

  // What helpers do
  let request: String
  let take: String
  let wait: String
  let resolve: String
  let giveUp: String
  let reopen: String
  let handOver: String
  let seeBoard: String
  let noteBy: @Sendable (_ name: String) -> String
  let handOverTitle: String
  let handOverAdvice: String
  let heir: String
  let desk: String
  let note: String
  let noteHint: String
  let notes: String
  let toWhom: @Sendable (_ author: String, _ heir: String) -> String
  let toDesk: @Sendable (_ author: String) -> String
  let tooLateTitle: String
  let takenBy: @Sendable (_ name: String) -> String
  let changedMeanwhile: String
  let seeThread: String
  let noteMissing: String
  let noteTooLong: String
  let noSuchHelper: String

  // Many at once
  let choose: String
  let manyTitle: String
  let addTag: String
  let assignTo: String
  let assign: String
  let close: String
  let nothingChosen: String
  let done: @Sendable (HelpBatch.Action, Int) -> String
  let undo: String
  let undone: String

  // What the asker reads
  let yourRequest: @Sendable (HelpRequest.State, _ owner: String) -> String
  let hopedBefore: @Sendable (_ when: String) -> String

  // How the desk is run
  let settingsTitle: @Sendable (_ space: String) -> String
  let delayLabel: String
  let delayHint: String
  let delayChoice: @Sendable (_ hours: Int) -> String
  let holidays: String
  let holidaysAdvice: String
  let noHolidays: String
  let holidayName: String
  let firstDay: String
  let lastDay: String
  let forAll: String
  let forAllMark: String
  let addHoliday: String
  let removeHoliday: @Sendable (_ name: String) -> String
  let fromTo: @Sendable (_ first: String, _ last: String) -> String
  let nameMissing: String
  let dayMissing: String
  let daysReversed: String
  let volunteers: String
  let volunteersAdvice: String
  let noVolunteers: String
  let nameVolunteer: @Sendable (_ name: String) -> String
  let dismissVolunteer: @Sendable (_ name: String) -> String

  let answers: HelpAnswerStrings
  let followUp: HelpFollowUpStrings
  let needs: UnmetNeedStrings
  let themes: HelpThemeStrings

  // On the member's own page
  let waiting: @Sendable (_ space: String, Int) -> String
}

extension HelpDeskStrings {
  func say(_ refusal: HelpRefusal, _ visit: Visit) -> String {
    switch refusal {
    case .taken(let owner): takenBy(visit.name(of: owner))
    case .changed: changedMeanwhile
    case .noteMissing: noteMissing
    case .noteTooLong: noteTooLong
    case .noSuchHelper: noSuchHelper
    }
  }

  func name(of act: HelpRequest.Act) -> String {
    switch act {
    case .wait: wait
    case .resolve: resolve
    case .giveUp: giveUp
    case .reopen: reopen
    }
  }

  /// A moment to come in the shortest words that still say when.
  func coming(_ moment: Instant, _ dates: DateStrings, now: Instant) -> String {
    let (day, today) = (
      Day(moment, offset: CalendarTime.offset(at: moment)),
      Day(now, offset: CalendarTime.offset(at: now))
    )
    let time = CalendarTime(moment)
    switch day.number - today.number {
    case 0: return self.today(time.hour, time.minute)
    case 1: return tomorrow(time.hour, time.minute)
    case 2...6: return dates.weekdayAt(dates.weekdays[time.weekday], time.hour, time.minute)
    default: return dates.full(moment)
    }
  }

  static let french = HelpDeskStrings(
    title: "Bureau d’aide",
    titleOf: { "Bureau d’aide\u{00A0}: \($0)" },
    lists: "Listes de demandes",
    list: { list in
      switch list {
      case .open: "À traiter"
      case .forgotten: "En retard, sans personne"
      case .mine: "Les miennes"
      case .new: "Nouvelles"
      case .taken: "Prises en charge"
      case .waiting: "En attente du demandeur"
      case .resolved: "Résolues"
      case .unresolved: "Sans solution"
      case .closed: "Fermées"
      }
    },
    counted: { "\($0) (\($1))" },
    ages: {
      "Posées depuis moins d’un jour\u{00A0}: \($0.underOneDay)\u{202F}; moins d’une "
        + "semaine\u{00A0}: \($0.underOneWeek)\u{202F}; plus longtemps\u{00A0}: \($0.older)."
    },
    late: {
      switch $0 {
      case 0: "Aucune demande n’est en retard."
      case 1: "1 demande est en retard."
      default: "\($0) demandes sont en retard."
      }
    },
    delay: {
      "Délai de cet espace\u{00A0}: \($0)\u{00A0}h de jours de classe, sans les soirs, les "
        + "fins de semaine ni les vacances."
    },
    empty: "Rien n’attend ici.",
    emptyDone: "Aucune demande dans cette liste.",
    tag: "Étiquette",
    ofClass: "Élèves de la classe",
    anyClass: "Tout le monde",
    showTag: "Filtrer",
    onlyTag: { "Seulement #\($0)" },
    allTags: "Toutes les étiquettes",
    settings: "Réglages du bureau",
    oldest: "Revenir au début",
    more: "Suite",
    state: { state in
      switch state {
      case .new: "Nouvelle"
      case .taken: "Prise en charge"
      case .waiting: "En attente du demandeur"
      case .resolved: "Résolue"
      case .unresolved: "Sans solution"
      case .closed: "Fermée"
      }
    },
    owner: { "suivie par \($0)" },
    asked: "posée",
    due: { "à traiter avant\u{00A0}: \($0)" },
    wasDue: { "était attendue\u{00A0}: \($0)" },
    lateMark: "En retard",
    today: { "aujourd’hui à \($0)\u{00A0}h\u{00A0}\(twoDigits($1))" },
    tomorrow: { "demain à \($0)\u{00A0}h\u{00A0}\(twoDigits($1))" },
    request: "Demande d’aide",
    take: "Prendre en charge",
    wait: "Attendre le demandeur",
    resolve: "C’est résolu",
    giveUp: "Sans solution",
    reopen: "Reprendre la demande",
    handOver: "Passer la main",
    seeBoard: "Voir le bureau d’aide",
    noteBy: { "Mot " + FrenchElision.de($0) },
    handOverTitle: "Passer la main",
    handOverAdvice: "La personne choisie suivra la demande. Dites-lui en une ligne où vous en "
      + "êtes\u{00A0}: seuls ceux qui aident la liront.",
    heir: "À qui",
    desk: "Personne\u{00A0}: remettre sur le bureau",
    note: "Où en êtes-vous",
    noteHint: "Une ligne, par exemple\u{00A0}: «\u{00A0}J’ai demandé le modèle du "
      + "téléphone.\u{00A0}»",
    notes: "Mots échangés",
    toWhom: { "\($0) à \($1)" },
    toDesk: { "\($0), au bureau" },
    tooLateTitle: "Quelqu’un a été plus rapide",
    takenBy: { "\($0) vient de prendre cette demande en charge. Merci quand même\u{202F}!" },
    changedMeanwhile: "Cette demande a changé entre-temps\u{00A0}: rien n’a été modifié.",
    seeThread: "Voir le fil",
    noteMissing: "Dites en une ligne où vous en êtes.",
    noteTooLong: "Cette ligne est trop longue\u{00A0}: 500 caractères au plus.",
    noSuchHelper: "Choisissez une personne qui aide dans cet espace, et qui ne suit pas déjà la "
      + "demande.",
    choose: "Choisir",
    manyTitle: "Avec les demandes choisies",
    addTag: "Ajouter l’étiquette",
    assignTo: "À qui",
    assign: "Confier",
    close: "Fermer",
    nothingChosen: "Choisissez au moins une demande.",
    done: { action, count in
      let many = count > 1
      let subject = many ? "\(count) demandes" : "\(count) demande"
      return switch action {
      case .tag: "\(subject) \(many ? "étiquetées" : "étiquetée")."
      case .assign: "\(subject) \(many ? "confiées" : "confiée")."
      case .close: "\(subject) \(many ? "fermées" : "fermée")."
      }
    },
    undo: "Annuler",
    undone: "C’est annulé.",
    yourRequest: { state, owner in
      switch state {
      case .new: "Personne ne s’occupe encore de votre demande."
      case .taken: "\(owner) s’en occupe."
      case .waiting: "\(owner) attend votre réponse\u{00A0}: répondez ci-dessous."
      case .resolved: "Votre demande est résolue."
      case .unresolved: "Personne n’a trouvé de solution pour le moment."
      case .closed: "Votre demande est fermée."
      }
    },
    hopedBefore: { "Réponse espérée avant\u{00A0}: \($0)." },
    settingsTitle: { "Réglages du bureau d’aide\u{00A0}: \($0)" },
    delayLabel: "Délai pour répondre",
    delayHint: "En jours de classe\u{00A0}: 24\u{00A0}h font un jour. Les soirs, les fins de "
      + "semaine et les vacances ne comptent pas.",
    delayChoice: { hours in
      switch hours {
      case 12: "12\u{00A0}h (une demi-journée)"
      case 24: "24\u{00A0}h (un jour)"
      default: "\(hours)\u{00A0}h (\(hours / 24) jours)"
      }
    },
    holidays: "Vacances et jours sans classe",
    holidaysAdvice: "Ces jours-là, le délai ne court pas.",
    noHolidays: "Aucun jour sans classe n’est indiqué.",
    holidayName: "Nom",
    firstDay: "Premier jour",
    lastDay: "Dernier jour",
    forAll: "Pour tous les espaces du site",
    forAllMark: "pour tout le site",
    addHoliday: "Ajouter",
    removeHoliday: { "Retirer \($0)" },
    fromTo: { "du \($0) au \($1)" },
    nameMissing: "Donnez un nom, par exemple «\u{00A0}Vacances d’hiver\u{00A0}».",
    dayMissing: "Donnez une date, comme 2026-02-14.",
    daysReversed: "Le dernier jour vient avant le premier.",
    volunteers: "Bénévoles",
    volunteersAdvice: "Ils aident avec les référents\u{00A0}: ils voient le bureau et suivent des "
      + "demandes.",
    noVolunteers: "Personne n’a encore été nommé.",
    nameVolunteer: { "Nommer \($0)" },
    dismissVolunteer: { "Retirer \($0)" },
    answers: .french,
    followUp: .french,
    needs: .french,
    themes: .french,
    waiting: { space, count in
      switch count {
      case 0: "Bureau d’aide, \(space)"
      case 1: "Bureau d’aide, \(space)\u{00A0}: 1 demande sans personne"
      default: "Bureau d’aide, \(space)\u{00A0}: \(count) demandes sans personne"
      }
    })
}
