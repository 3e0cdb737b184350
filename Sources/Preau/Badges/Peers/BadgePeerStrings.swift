/// What recognition by peers says.
struct BadgePeerStrings: Sendable {
  let link: String
  let advice: String
  let howMany: String
  let howManyHint: String
  let leastWrong: String
  let notByPeers: String
  let underWay: String
  let nothingYet: String
  let given: String
  let swap: String
  let ask: String
  let askMore: String
  let together: String
  let togetherHint: String
  let whom: String
  let others: String
  let othersHint: String
  let open: String
  let openHint: String
  let giveUp: String
  let listTitle: String
  let listAdvice: String
  let nobodyAsks: String
  let asksYou: String
  let isOver: String
  let yourWords: String
  let takeBack: String
  let saw: String
  let sawHint: String
  let sawMissing: String
  let testify: String
  let decline: String
  let wordsMissing: String
  let nobody: String
  let tooMany: String
  let unknown: @Sendable (String) -> String
  let tooLong: @Sendable (Int) -> String
  let title: @Sendable (String) -> String
  let askTitle: @Sendable (String) -> String
  let sentence: @Sendable (Int) -> String
  let progress: @Sendable (Int, _ of: Int) -> String
  let forWhat: @Sendable (_ badge: String, _ name: String) -> String
  let saysOf: @Sendable (_ name: String) -> String
  let state: @Sendable (BadgePeer.State) -> String
  let waiting: @Sendable (Int) -> String
  /// What the badge says to whom it is shown.
  let narrative: @Sendable (Int) -> String
  let testimony: @Sendable (Int) -> String

  func say(_ problem: BadgeRecognitionDraft.Problem) -> String {
    switch problem {
    case .wordsMissing: wordsMissing
    case .tooLong(let over): tooLong(over)
    case .nobody: nobody
    case .tooMany: tooMany
    case .unknown(let name): unknown(name)
    }
  }
}

extension Strings {
  var badgePeers: BadgePeerStrings { language == .french ? .french : .english }
}

extension BadgePeerStrings {
  static let french = BadgePeerStrings(
    link: "Par les pairs",
    advice:
      "Des membres qui ont travaillé avec la personne disent ce qu’ils ont vu. Quand ils sont "
      + "assez nombreux, le badge lui est proposé avec leurs mots, sans leurs noms.",
    howMany: "Combien de témoignages",
    howManyHint: "De 2 à 10. Vide\u{00A0}: ce badge ne passe pas par les pairs.",
    leastWrong: "Écrivez un nombre de 2 à 10, ou laissez vide.",
    notByPeers: "Ce badge ne passe pas par les pairs.",
    underWay: "Qui demande, et qui témoigne",
    nothingYet: "Personne n’a encore demandé.",
    given: "Badge proposé",
    swap: "Témoignent l’un pour l’autre",
    ask: "Demander à ceux qui m’ont vu faire",
    askMore: "Demander à d’autres",
    together: "Ce que vous avez fait ensemble",
    togetherHint: "Ceux à qui vous demandez le lisent.",
    whom: "À qui demander",
    others: "D’autres personnes",
    othersHint:
      "Leur nom ou leur identifiant, un par ligne\u{00A0}: des membres d’un espace où vous êtes "
      + "aussi.",
    open: "Ceux de mes classes peuvent aussi témoigner",
    openHint: "Ils verront que vous demandez ce badge.",
    giveUp: "Ne plus demander",
    listTitle: "Dire ce que l’on a vu",
    listAdvice:
      "Vos mots accompagneront le badge sans votre nom, si la personne choisit de les montrer.",
    nobodyAsks: "Personne ne vous le demande pour l’instant.",
    asksYou: "Vous le demande",
    isOver: "Cette demande est terminée. Merci.",
    yourWords: "Ce que vous avez écrit",
    takeBack: "Reprendre mon témoignage",
    saw: "Ce que vous avez vu",
    sawHint:
      "Quelques mots suffisent. Tant que le badge n’est pas donné, vous pouvez les reprendre. "
      + "Votre nom ne sera pas sur le badge\u{202F}; ceux qui donnent le badge le voient.",
    sawMissing: "Écrivez ce que vous avez vu.",
    testify: "Témoigner",
    decline: "Je ne peux pas témoigner",
    wordsMissing: "Dites ce que vous avez fait ensemble.",
    nobody: "Choisissez à qui demander.",
    tooMany: "20 personnes au plus.",
    unknown: { "Personne de ce nom n’est dans un espace avec vous\u{00A0}: \($0)" },
    tooLong: { "C’est trop long de \($0) caractères." },
    title: { "Par les pairs\u{00A0}: \($0)" },
    askTitle: { "Être reconnu\u{00A0}: \($0)" },
    sentence: {
      "Ce badge est proposé quand \($0) membres qui ont travaillé avec vous ont dit ce qu’ils ont "
        + "vu."
    },
    progress: {
      $0 < 2 ? "\($0) témoignage sur \($1)" : "\($0) témoignages sur \($1)"
    },
    forWhat: { "«\u{00A0}\($0)\u{00A0}» pour \($1)" },
    saysOf: { "Ce que dit \($0)" },
    state: {
      switch $0 {
      case .asked: "n’a pas encore répondu"
      case .written: "a témoigné"
      case .declined: "ne témoigne pas"
      }
    },
    waiting: {
      $0 < 2 ? "\($0) personne attend vos mots" : "\($0) personnes attendent vos mots"
    },
    narrative: { "Reconnu par \($0) membres qui ont travaillé avec la personne." },
    testimony: { "Témoignage \($0)" })

  static let english = BadgePeerStrings(
    link: "By peers",
    advice:
      "Members who worked with the person say what they saw. When there are enough of them, the "
      + "badge is offered with their words, without their names.",
    howMany: "How many testimonies",
    howManyHint: "From 2 to 10. Empty: this badge is not given by peers.",
    leastWrong: "Write a number from 2 to 10, or leave it empty.",
    notByPeers: "This badge is not given by peers.",
    underWay: "Who asks, and who testifies",
    nothingYet: "Nobody has asked yet.",
    given: "Badge offered",
    swap: "Testify for each other",
    ask: "Ask those who saw me do it",
    askMore: "Ask others",
    together: "What you did together",
    togetherHint: "Those whom you ask read it.",
    whom: "Whom to ask",
    others: "Other people",
    othersHint: "Their name or log-in, one a line: members of a space that you are in, too.",
    open: "Those of my classes may testify, too",
    openHint: "They will see that you ask for this badge.",
    giveUp: "Ask no more",
    listTitle: "Say what you saw",
    listAdvice:
      "Your words go with the badge without your name, if the person chooses to show them.",
    nobodyAsks: "Nobody asks you for now.",
    asksYou: "Asks you",
    isOver: "This request is over. Thank you.",
    yourWords: "What you wrote",
    takeBack: "Take my testimony back",
    saw: "What you saw",
    sawHint:
      "A few words are enough. Until the badge is given you can take them back. Your name will not "
      + "be on the badge; those who give the badge see it.",
    sawMissing: "Write what you saw.",
    testify: "Testify",
    decline: "I cannot testify",
    wordsMissing: "Say what you did together.",
    nobody: "Choose whom to ask.",
    tooMany: "20 people at most.",
    unknown: { "Nobody of this name is in a space with you: \($0)" },
    tooLong: { "That is \($0) characters too long." },
    title: { "By peers: \($0)" },
    askTitle: { "Being recognised: \($0)" },
    sentence: {
      "This badge is offered when \($0) members who worked with you have said what they saw."
    },
    progress: { $0 == 1 ? "1 testimony of \($1)" : "\($0) testimonies of \($1)" },
    forWhat: { "“\($0)” for \($1)" },
    saysOf: { "What \($0) says" },
    state: {
      switch $0 {
      case .asked: "has not answered yet"
      case .written: "has testified"
      case .declined: "does not testify"
      }
    },
    waiting: { $0 == 1 ? "1 person waits for your words" : "\($0) people wait for your words" },
    narrative: { "Recognised by \($0) members who worked with the person." },
    testimony: { "Testimony \($0)" })
}
