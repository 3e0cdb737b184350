/// What suggestions say.
struct SuggestionStrings: Sendable {
  let title: String
  let propose: String
  let advice: String
  /// The name of the text, from the words of its section; nil: what comes before them all, or all.
  let label: @Sendable (String?) -> String
  let textHint: String
  let reason: String
  let reasonHint: String
  let send: String
  let all: String
  let mine: String
  let none: String
  /// How many wait.
  let waiting: @Sendable (Int) -> String
  /// A section by its words; empty: what comes before them all.
  let section: @Sendable (String) -> String
  let one: @Sendable (String) -> String
  let madeOn: @Sendable (Int) -> String
  let change: String
  let willAppear: String
  let accepting: String
  let accept: String
  let rebased: String
  let done: String
  let conflict: String
  let conflictAdvice: String
  let proposed: String
  let present: String
  let sectionGone: String
  let retouch: String
  let byHand: String
  let wholeByHand: String
  let byHandHint: String
  let acceptByHand: String
  let refusing: String
  let refuse: String
  let words: String
  let wordsHint: String
  let contributors: String
  /// After which suggestion a version is as it is, before a name.
  let from: String
  /// What a version that holds one says has changed.
  let message: @Sendable (String) -> String
  let state: @Sendable (Suggestion.State) -> String
  let nothingChanged: String
  let textEmpty: String
  let reasonMissing: String
  let reasonTooLong: @Sendable (Int) -> String
  let refusal: @Sendable (SuggestionRefusal) -> String

  func problem(_ problem: SuggestionDraft.Problem, _ say: Strings) -> String {
    switch problem {
    case .nothingChanged: nothingChanged
    case .empty: textEmpty
    case .textTooLong(let over): say.tutorials.problem(.bodyTooLong(over: over), say)
    case .textRefused: say.threads.bodyRefused
    case .reasonMissing: reasonMissing
    case .reasonTooLong(let over): reasonTooLong(over)
    }
  }

  static let french = SuggestionStrings(
    title: "Proposer une correction",
    propose: "Proposer une correction",
    advice:
      "Changez ce qui doit l’être, et dites pourquoi. Les auteurs liront votre correction et répondront. Si elle est acceptée, votre nom paraîtra parmi les contributeurs.",
    label: { $0.map { "Le texte de «\u{00A0}\($0)\u{00A0}»" } ?? "Le texte" },
    textHint: "Changez seulement ce qu’il faut\u{00A0}: les auteurs verront les mots changés.",
    reason: "Pourquoi",
    reasonHint: "Une phrase\u{00A0}: une erreur, un oubli, ce que vous avez vu en faisant.",
    send: "Envoyer aux auteurs",
    all: "Corrections proposées",
    mine: "Mes corrections",
    none: "Pas de correction pour l’instant.",
    waiting: { $0 == 1 ? "1 correction attend" : "\($0) corrections attendent" },
    section: { $0.isEmpty ? "Début du texte" : $0 },
    one: {
      $0.isEmpty ? "Correction proposée" : "Correction proposée\u{00A0}: «\u{00A0}\($0)\u{00A0}»"
    },
    madeOn: { "faite sur la version \($0)" },
    change: "Ce qui changerait",
    willAppear: "Elle paraîtra avec la prochaine version publiée.",
    accepting: "Accepter",
    accept: "Accepter la correction",
    rebased:
      "Le texte a changé depuis, mais pas ce passage\u{00A0}: la correction est reportée dans votre brouillon.",
    done: "Votre brouillon dit déjà cela. En acceptant, vous citez qui l’a proposé.",
    conflict: "Ce passage a changé depuis",
    conflictAdvice:
      "La correction ne peut pas être reportée toute seule. Voici les deux textes\u{00A0}: mettez-les d’accord ci-dessous.",
    proposed: "Ce qui est proposé",
    present: "Votre brouillon",
    sectionGone: "Cette partie n’est plus dans le brouillon.",
    retouch: "Retoucher avant d’accepter",
    byHand: "Cette partie, comme vous la voulez",
    wholeByHand: "Le texte entier, comme vous le voulez",
    byHandHint: "Elle remplacera celle du brouillon. Qui l’a proposée sera cité.",
    acceptByHand: "Accepter ainsi",
    refusing: "Ne pas retenir",
    refuse: "Ne pas retenir",
    words: "Votre réponse",
    wordsHint: "La personne lira ce mot avec votre nom.",
    contributors: "Avec l’aide de",
    from: "d’après une correction de",
    message: {
      $0.isEmpty ? "Correction acceptée" : "Correction acceptée\u{00A0}: «\u{00A0}\($0)\u{00A0}»"
    },
    state: {
      switch $0 {
      case .waiting: "En attente"
      case .accepted: "Acceptée"
      case .refused: "Non retenue"
      }
    },
    nothingChanged: "Aucun mot n’a changé\u{00A0}: corrigez le texte, puis envoyez-le.",
    textEmpty: "Le texte est vide. Pour proposer d’enlever cette partie, dites-le en remarque.",
    reasonMissing: "Dites en une phrase pourquoi.",
    reasonTooLong: { "La raison est trop longue de \($0)\u{00A0}caractères." },
    refusal: {
      switch $0 {
      case .notAllowed: "Vous ne pouvez pas faire cela ici."
      case .spaceClosed: "Cet espace est fermé\u{00A0}: on y lit, on n’y écrit plus."
      case .decided: "Quelqu’un a déjà répondu à cette correction."
      case .conflict: "Ce passage a changé\u{00A0}: mettez les deux textes d’accord ci-dessous."
      case .stale:
        "Le brouillon a changé entre-temps. Voici la correction dans son texte actuel\u{00A0}: regardez encore une fois."
      case .nothingTaken:
        "Ce texte est déjà celui de votre brouillon\u{00A0}: reprenez-y ce qui est proposé, ou dites "
          + "pourquoi vous ne le gardez pas."
      case .wordsMissing: "Dites pourquoi en un mot\u{00A0}: la personne a pris le temps d’écrire."
      }
    })
}
