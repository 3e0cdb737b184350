/// What the rules that give badges say.
struct BadgeRuleStrings: Sendable {
  let link: String
  let advice: String
  let make: String
  let change: String
  let what: String
  let whatHint: String
  let howMany: String
  let place: String
  let placeHint: String
  let everywhere: String
  let rehearse: String
  let standing: String
  let running: String
  let paused: String
  let pause: String
  let resume: String
  let stop: String
  let notOpenYet: String
  let rehearsalTitle: String
  let confirmAdvice: String
  let confirm: String
  let haveIt: String
  let hadIt: String
  let byRule: String
  let leastWrong: String
  let spaceUnknown: String
  let factMissing: String
  let title: @Sendable (_ badge: String) -> String
  let name: @Sendable (BadgeFact) -> String
  let hint: @Sendable (BadgeFact) -> String
  let wouldGet: @Sendable (Int, _ orMore: Bool) -> String
  let andOthers: @Sendable (Int) -> String
  let progress: @Sendable (Int, _ of: Int) -> String
  /// "3 réponses acceptées".
  let counted: @Sendable (BadgeFact, Int) -> String
  /// What a rule asks, from what is counted, whether somewhere alone, and where that is if it may
  /// be said.
  let asks: @Sendable (_ counted: String, _ isOneSpace: Bool, _ space: String?) -> String
  /// What the badge says to whom it is shown.
  let says: @Sendable (_ counted: String, _ least: Int, _ space: String?) -> String

  /// - Parameter space: its name, where it may be said.
  func sentence(_ rule: BadgeRule, _ space: String?) -> String {
    asks(counted(rule.fact, rule.least), rule.space != nil, space)
  }

  func narrative(_ rule: BadgeRule, _ count: Int) -> String {
    says(counted(rule.fact, count), rule.least, rule.shownSpace)
  }

  func say(_ problem: BadgeRuleDraft.Problem) -> String {
    switch problem {
    case .factMissing: factMissing
    case .leastWrong: leastWrong
    case .spaceUnknown: spaceUnknown
    }
  }
}

extension Strings {
  var badgeRules: BadgeRuleStrings { language == .french ? .french : .english }
}

extension BadgeRuleStrings {
  static let french = BadgeRuleStrings(
    link: "Règle",
    advice:
      "Le site compte, et propose le badge dès que le compte y est. Vous voyez d’abord qui le "
      + "recevrait. Chacun le reçoit une seule fois, et choisit de le prendre ou non.",
    make: "Donner ce badge par une règle",
    change: "Changer la règle",
    what: "Ce que le site compte",
    whatHint: "Ce qui est écrit sans nom n’est jamais compté.",
    howMany: "À partir de combien",
    place: "Où",
    placeHint: "Un espace privé n’est nommé nulle part sur le badge.",
    everywhere: "Dans tous les espaces ouverts aux membres",
    rehearse: "Voir qui le recevrait",
    standing: "La règle",
    running: "En marche",
    paused: "En pause",
    pause: "Mettre en pause",
    resume: "Reprendre",
    stop: "Arrêter la règle",
    notOpenYet: "Ce badge n’est pas encore ouvert\u{00A0}: rien ne sera donné avant.",
    rehearsalTitle: "Qui recevrait ce badge",
    confirmAdvice:
      "Si vous confirmez, le badge leur est proposé, puis à d’autres à mesure que le compte y est.",
    confirm: "Confirmer la règle",
    haveIt: "Ont déjà ce badge",
    hadIt: "L’ont déjà eu, et ne le recevront pas à nouveau",
    byRule: "Par une règle",
    leastWrong: "Écrivez un nombre, de 1 à 1000.",
    spaceUnknown: "Choisissez un espace de la liste.",
    factMissing: "Choisissez ce que le site compte.",
    title: { "Règle\u{00A0}: \($0)" },
    name: { fact in
      switch fact {
      case .acceptedAnswers: "Ses réponses acceptées"
      case .sealedTutorials: "Ses tutoriels qui ont les deux sceaux"
      case .uses: "Les retours d’usage sur ce qu’il ou elle partage"
      case .usesTold: "Les retours d’usage qu’il ou elle raconte"
      case .corrections: "Ses corrections acceptées"
      case .reviews: "Les sceaux qu’il ou elle a donnés"
      }
    },
    hint: { fact in
      switch fact {
      case .acceptedAnswers: "À la question d’une autre personne."
      case .sealedTutorials: "Pédagogie et métier."
      case .uses: "Par d’autres, sur ses tutoriels et ses ressources."
      case .usesTold: "De ce que d’autres ont partagé."
      case .corrections: "Dans les tutoriels des autres."
      case .reviews: "En relisant les tutoriels des autres."
      }
    },
    wouldGet: { count, orMore in
      switch count {
      case 0: "Personne ne le recevrait pour l’instant."
      case 1: "1 personne le recevrait\u{00A0}:"
      default:
        orMore
          ? "\(count) personnes ou plus le recevraient\u{00A0}:"
          : "\(count) personnes le recevraient\u{00A0}:"
      }
    },
    andOthers: { $0 == 1 ? "Et une autre personne." : "Et \($0) autres personnes." },
    progress: { "Vous en êtes à \($0) sur \($1)." },
    counted: { fact, count in
      let isOne = count < 2
      return switch fact {
      case .acceptedAnswers: isOne ? "\(count) réponse acceptée" : "\(count) réponses acceptées"
      case .sealedTutorials:
        isOne
          ? "\(count) tutoriel qui a les deux sceaux, pédagogie et métier"
          : "\(count) tutoriels qui ont les deux sceaux, pédagogie et métier"
      case .uses:
        isOne ? "\(count) retour d’usage reçu" : "\(count) retours d’usage reçus"
      case .usesTold:
        isOne ? "\(count) retour d’usage raconté" : "\(count) retours d’usage racontés"
      case .corrections:
        isOne
          ? "\(count) correction acceptée dans un tutoriel"
          : "\(count) corrections acceptées dans des tutoriels"
      case .reviews:
        isOne
          ? "\(count) sceau donné à un tutoriel relu"
          : "\(count) sceaux donnés à des tutoriels relus"
      }
    },
    asks: { counted, isOneSpace, space in
      if let space { return "Proposé à partir de \(counted), dans «\u{00A0}\(space)\u{00A0}»." }
      return isOneSpace
        ? "Proposé à partir de \(counted), dans un espace."
        : "Proposé à partir de \(counted), dans les espaces ouverts aux membres."
    },
    says: { counted, least, space in
      let place = space.map { ", dans «\u{00A0}\($0)\u{00A0}»" } ?? ""
      return "Le site a compté \(counted)\(place). Il en faut au moins \(least)."
    })

  static let english = BadgeRuleStrings(
    link: "Rule",
    advice:
      "The site counts, and offers the badge as soon as there is enough. You see first who would "
      + "get it. Each person gets it once, and chooses whether to take it.",
    make: "Give this badge by a rule",
    change: "Change the rule",
    what: "What the site counts",
    whatHint: "What is written without a name never counts.",
    howMany: "From how many",
    place: "Where",
    placeHint: "A private space is named nowhere on the badge.",
    everywhere: "In all spaces open to members",
    rehearse: "See who would get it",
    standing: "The rule",
    running: "Running",
    paused: "Paused",
    pause: "Pause",
    resume: "Go on",
    stop: "Stop the rule",
    notOpenYet: "This badge is not open yet: nothing is given before.",
    rehearsalTitle: "Who would get this badge",
    confirmAdvice:
      "If you confirm, the badge is offered to them, then to others as there is enough.",
    confirm: "Confirm the rule",
    haveIt: "Have this badge already",
    hadIt: "Had it before, and will not get it again",
    byRule: "By a rule",
    leastWrong: "Write a number, from 1 to 1000.",
    spaceUnknown: "Choose a space of the list.",
    factMissing: "Choose what the site counts.",
    title: { "Rule: \($0)" },
    name: { fact in
      switch fact {
      case .acceptedAnswers: "Their accepted answers"
      case .sealedTutorials: "Their tutorials that have both seals"
      case .uses: "Reports of use of what they share"
      case .usesTold: "Reports of use that they write"
      case .corrections: "Their accepted corrections"
      case .reviews: "The seals that they have given"
      }
    },
    hint: { fact in
      switch fact {
      case .acceptedAnswers: "To the question of somebody else."
      case .sealedTutorials: "Teaching and trade."
      case .uses: "By others, about their tutorials and resources."
      case .usesTold: "Of what others have shared."
      case .corrections: "In the tutorials of others."
      case .reviews: "For tutorials of others that they read."
      }
    },
    wouldGet: { count, orMore in
      switch count {
      case 0: "Nobody would get it for now."
      case 1: "1 person would get it:"
      default: orMore ? "\(count) people or more would get it:" : "\(count) people would get it:"
      }
    },
    andOthers: { $0 == 1 ? "And one other person." : "And \($0) other people." },
    progress: { "You have \($0) of \($1)." },
    counted: { fact, count in
      let isOne = count == 1
      return switch fact {
      case .acceptedAnswers: isOne ? "1 accepted answer" : "\(count) accepted answers"
      case .sealedTutorials:
        isOne
          ? "1 tutorial that has both seals, teaching and trade"
          : "\(count) tutorials that have both seals, teaching and trade"
      case .uses: isOne ? "1 report of use received" : "\(count) reports of use received"
      case .usesTold: isOne ? "1 report of use written" : "\(count) reports of use written"
      case .corrections:
        isOne ? "1 correction accepted in a tutorial" : "\(count) corrections accepted in tutorials"
      case .reviews:
        isOne ? "1 seal given to a tutorial" : "\(count) seals given to tutorials"
      }
    },
    asks: { counted, isOneSpace, space in
      if let space { return "Offered from \(counted), in “\(space)”." }
      return isOneSpace
        ? "Offered from \(counted), in one space."
        : "Offered from \(counted), in the spaces open to members."
    },
    says: { counted, least, space in
      let place = space.map { ", in “\($0)”" } ?? ""
      return "The site has counted \(counted)\(place). At least \(least) are needed."
    })
}
