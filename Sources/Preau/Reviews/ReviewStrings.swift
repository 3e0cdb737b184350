/// What reviews say.
struct ReviewStrings: Sendable {
  let title: String
  let mine: String
  let queueOf: @Sendable (String) -> String
  let reviewsOf: @Sendable (String) -> String
  let reviewing: @Sendable (String) -> String
  let link: String
  let seal: @Sendable (ReviewSeal) -> String
  let sealOf: @Sendable (ReviewSeal, Int) -> String
  let asked: @Sendable (Set<ReviewSeal>) -> String
  let nothingWaits: String
  let nothingWaitsForYou: String
  let noneMine: String
  let noVersion: String
  let waitingTitle: String
  let waitingIn: @Sendable (String, Int, String) -> String
  /// For the member's own front page, with how long the oldest has waited.
  let waiting: @Sendable (Int, String) -> String
  let waits: String
  let waitsSince: String
  let underWay: String
  let done: String
  let accepted: String
  let returned: String
  let reserved: String
  let over: String
  let until: @Sendable (String) -> String
  let reservedUntil: @Sendable (String) -> String
  let versions: String
  let free: String
  let givenByWhom: String
  let reservedBy: String
  let goOn: String
  let reserve: @Sendable (ReviewSeal) -> String
  let giveUp: String
  let toGrid: String
  let textOf: @Sendable (Int) -> String
  let readVersion: @Sendable (Int) -> String
  let grid: String
  let bySection: String
  let openSections: String
  let conclusion: String
  let words: String
  let wordsHint: String
  let putAside: String
  let giveBack: String
  let giveSeal: @Sendable (ReviewSeal) -> String
  let question: @Sendable (ReviewPoint) -> String
  let short: @Sendable (ReviewPoint) -> String
  let remark: @Sendable (ReviewPoint) -> String
  let answer: @Sendable (ReviewAnswer) -> String
  let validatedFor: @Sendable (ReviewSeal) -> String
  let validatedBefore: @Sendable (ReviewSeal, Int) -> String
  /// From a version and a day.
  let validated: @Sendable (Int, String) -> String
  let changedSince: String
  let settings: String
  let settingsOf: @Sendable (String) -> String
  let settingsAdvice: String
  let asks: @Sendable (ReviewSeal) -> String
  let givenBy: @Sendable (ReviewSeal) -> String
  let named: String
  let namedAdvice: String
  let noneNamed: String
  let name: @Sendable (String) -> String
  let dismiss: @Sendable (String) -> String
  let noSeal: String
  let problems: ReviewProblemStrings

  static let french = ReviewStrings(
    title: "Relectures",
    mine: "Mes relectures",
    queueOf: { "Relectures\u{00A0}: \($0)" },
    reviewsOf: { "Relectures de «\u{00A0}\($0)\u{00A0}»" },
    reviewing: { "Relire «\u{00A0}\($0)\u{00A0}»" },
    link: "Relectures et sceaux",
    seal: { $0 == .teaching ? "Pédagogie" : "Métier" },
    sealOf: {
      $0 == .teaching
        ? "Sceau «\u{00A0}pédagogie\u{00A0}», version \($1)"
        : "Sceau «\u{00A0}métier\u{00A0}», version \($1)"
    },
    asked: { seals in
      switch (seals.contains(.teaching), seals.contains(.trade)) {
      case (true, true):
        "Un tutoriel paraît ici quand il a les deux sceaux, pédagogie et métier, de deux personnes."
      case (true, false): "Un tutoriel paraît ici quand il a le sceau «\u{00A0}pédagogie\u{00A0}»."
      case (false, true): "Un tutoriel paraît ici quand il a le sceau «\u{00A0}métier\u{00A0}»."
      case (false, false):
        "Cet espace ne demande pas de sceau pour publier\u{202F}; une relecture en ajoute un."
      }
    },
    nothingWaits: "Rien n’attend d’être relu ici.",
    nothingWaitsForYou: "Rien n’attend votre relecture.",
    noneMine: "Vous n’avez encore rien relu.",
    noVersion: "Aucune version n’est à relire.",
    waitingTitle: "À relire",
    waitingIn: { space, count, age in
      count < 2
        ? "\(space)\u{00A0}: 1 tutoriel, \(age)"
        : "\(space)\u{00A0}: \(count) tutoriels, le plus ancien \(age)"
    },
    waiting: { count, age in
      switch count {
      case 0: "Mes relectures"
      case 1: "Mes relectures\u{00A0}: 1 tutoriel attend, \(age)"
      default: "Mes relectures\u{00A0}: \(count) tutoriels attendent, le plus ancien \(age)"
      }
    },
    waits: "En relecture",
    waitsSince: "attend",
    underWay: "En cours",
    done: "Relectures terminées",
    accepted: "Validé",
    returned: "Rendu",
    reserved: "Réservé",
    over: "Réservation terminée",
    until: { "jusqu’au \($0)" },
    reservedUntil: { "Cette relecture est à vous jusqu’au \($0)." },
    versions: "À relire",
    free: "personne ne l’a encore réservé",
    givenByWhom: "donné par",
    reservedBy: "réservé par",
    goOn: "Continuer ma relecture",
    reserve: { "Réserver\u{00A0}: \($0 == .teaching ? "pédagogie" : "métier")" },
    giveUp: "Laisser à quelqu’un d’autre",
    toGrid: "Aller à la grille",
    textOf: { "Le texte de la version \($0)" },
    readVersion: { "Lire la version \($0)" },
    grid: "La grille",
    bySection: "Par partie",
    openSections: "Dire quelque chose d’une partie du texte",
    conclusion: "Pour finir",
    words: "Un mot aux auteurs",
    wordsHint:
      "Il en faut un pour rendre le tutoriel\u{00A0}: ce qui serait à changer. Si vous le validez, "
      + "il paraîtra avec votre sceau.",
    putAside: "Garder pour plus tard",
    giveBack: "Rendre aux auteurs",
    giveSeal: { "Donner le sceau «\u{00A0}\($0 == .teaching ? "pédagogie" : "métier")\u{00A0}»" },
    question: {
      switch $0 {
      case .exactness: "Ce qui est écrit est exact."
      case .instructions: "Les consignes se comprennent sans aide."
      case .accessibility: "Chacun peut s’en servir\u{00A0}: images décrites, couleurs, vidéos."
      case .rights: "Les droits sont clairs\u{00A0}: licence, images, personnes."
      case .phone: "On peut le suivre sur un téléphone."
      case .safety: "La sécurité est dite là où il faut."
      case .gestures: "Les gestes sont ceux du métier."
      }
    },
    short: {
      switch $0 {
      case .exactness: "Exactitude"
      case .instructions: "Consignes"
      case .accessibility: "Accessibilité"
      case .rights: "Droits"
      case .phone: "Téléphone"
      case .safety: "Sécurité"
      case .gestures: "Gestes"
      }
    },
    remark: {
      switch $0 {
      case .exactness: "Remarque sur l’exactitude"
      case .instructions: "Remarque sur les consignes"
      case .accessibility: "Remarque sur l’accessibilité"
      case .rights: "Remarque sur les droits"
      case .phone: "Remarque sur le téléphone"
      case .safety: "Remarque sur la sécurité"
      case .gestures: "Remarque sur les gestes"
      }
    },
    answer: {
      switch $0 {
      case .yes: "Oui"
      case .revise: "À revoir"
      case .irrelevant: "Sans objet"
      }
    },
    validatedFor: { $0 == .teaching ? "Pédagogie validée" : "Métier validé" },
    validatedBefore: { seal, version in
      seal == .teaching
        ? "Pédagogie validée, version \(version)" : "Métier validé, version \(version)"
    },
    validated: { "validé (version \($0), \($1))" },
    changedSince: "Le texte a changé depuis.",
    settings: "Sceaux demandés",
    settingsOf: { "Sceaux demandés\u{00A0}: \($0)" },
    settingsAdvice:
      "Ce qu’il faut à un tutoriel pour paraître dans cet espace. Chaque sceau vient d’une autre "
      + "personne, et jamais d’un auteur.",
    asks: {
      $0 == .teaching
        ? "Demander le sceau «\u{00A0}pédagogie\u{00A0}»"
        : "Demander le sceau «\u{00A0}métier\u{00A0}»"
    },
    givenBy: {
      $0 == .teaching
        ? "Un enseignant, un référent de l’espace ou un administrateur le donne."
        : "Un professionnel du métier le donne, ou une personne nommée plus bas."
    },
    named: "Nommés pour le métier",
    namedAdvice:
      "Les professionnels peuvent donner le sceau «\u{00A0}métier\u{00A0}». Nommez ici d’autres "
      + "adultes qui connaissent le métier, comme un professeur d’atelier.",
    noneNamed: "Personne n’est nommé pour l’instant.",
    name: { "Nommer \($0)" },
    dismiss: { "Ne plus nommer \($0)" },
    noSeal: "aucun",
    problems: .french)
}

/// Why a review is not stored, or not begun.
struct ReviewProblemStrings: Sendable {
  let unanswered: @Sendable (String) -> String
  let toRevise: @Sendable (String) -> String
  let remarkTooLong: @Sendable (String, Int) -> String
  let commentTooLong: @Sendable (Int, Int) -> String
  let wordsMissing: String
  let wordsTooLong: @Sendable (Int) -> String
  let notAllowed: String
  let ownWork: String
  let otherSeal: String
  let sealGiven: String
  let taken: @Sendable (String, String) -> String
  let notWaiting: String
  let lapsed: String

  static let french = ReviewProblemStrings(
    unanswered: { "\($0)\u{00A0}: répondez oui, à revoir ou sans objet." },
    toRevise: {
      "\($0)\u{00A0}: à revoir. Rendez le tutoriel, ou répondez oui avec une remarque."
    },
    remarkTooLong: { "\($0)\u{00A0}: la remarque est trop longue de \($1)\u{00A0}caractères." },
    commentTooLong: {
      "Ce que vous dites de la partie \($0) est trop long de \($1)\u{00A0}caractères."
    },
    wordsMissing: "Dites aux auteurs ce qui serait à changer.",
    wordsTooLong: { "Le mot aux auteurs est trop long de \($0)\u{00A0}caractères." },
    notAllowed: "Vous ne pouvez pas donner ce sceau dans cet espace.",
    ownWork: "Vous avez écrit ou signé ce tutoriel, ou il vous cite\u{00A0}: d’autres le reliront.",
    otherSeal:
      "Vous avez déjà l’autre sceau de cette version\u{00A0}: celui-ci vient de quelqu’un d’autre.",
    sealGiven: "Cette version a déjà ce sceau.",
    taken: { "\($0) vient de réserver cette relecture, jusqu’au \($1)." },
    notWaiting:
      "Cette version n’est plus à relire\u{00A0}: ses auteurs l’ont reprise, ou une autre est là. "
      + "Vos mots sont encore sur cette page.",
    lapsed:
      "Votre réservation est terminée. Ce que vous avez écrit est gardé\u{00A0}: réservez de nouveau "
      + "pour le retrouver.")
}

extension ReviewStrings {
  func say(_ problem: ReviewDraft.Problem) -> String {
    switch problem {
    case .unanswered(let point): problems.unanswered(short(point))
    case .toRevise(let point): problems.toRevise(short(point))
    case .remarkTooLong(let point, let over): problems.remarkTooLong(short(point), over)
    case .commentTooLong(let place, let over): problems.commentTooLong(place, over)
    case .wordsMissing: problems.wordsMissing
    case .wordsTooLong(let over): problems.wordsTooLong(over)
    }
  }

  func refusal(_ refusal: ReviewRefusal, _ visit: Visit) -> String {
    switch refusal {
    case .notAllowed: problems.notAllowed
    case .ownWork: problems.ownWork
    case .otherSeal: problems.otherSeal
    case .sealGiven: problems.sealGiven
    case .taken(let reviewer, let until):
      problems.taken(visit.name(of: reviewer), visit.say.dates.day(until))
    case .notWaiting: problems.notWaiting
    case .lapsed: problems.lapsed
    case .silenced(let until): visit.say.threads.say(.silenced(until: until))
    }
  }

  /// The seals that a line of the journal names.
  func seals(named names: String) -> String {
    let seals = names.split(separator: " ").compactMap { ReviewSeal(rawValue: String($0)) }
    return seals.isEmpty ? noSeal : seals.map(seal).joined(separator: ", ")
  }
}
