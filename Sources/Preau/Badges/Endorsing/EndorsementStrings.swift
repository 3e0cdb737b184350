/// What is said where people vouch for badges.
struct EndorsementStrings: Sendable {
  let endorsements: String
  let noneYet: String
  let endorse: String
  let endorseAdvice: String
  let strangerAdvice: String
  let invite: String
  let waiting: String
  let aboutPerson: String
  let confirm: String
  let remove: String
  let takeBack: String
  let name: String
  let job: String
  let jobHint: String
  let organisation: String
  let speaker: String
  let oneself: String
  let words: String
  let wordsHint: String
  let madeTitle: String
  let madeAdvice: String
  let back: String
  let somebody: String
  let ownAdvice: String
  let shown: String
  let hidden: String
  let show: String
  let hide: String
  let called: String
  let calledHint: String
  let askSomebody: String
  let mine: String
  let mineAdvice: String
  let noneWritten: String
  let endorseTitle: @Sendable (String) -> String
  let endorsePersonTitle: @Sendable (_ person: String, _ badge: String) -> String
  let confirmedBy: @Sendable (String) -> String
  let waitsFor: @Sendable (String) -> String
  let given: @Sendable (String) -> String
  let standing: @Sendable (BadgeEndorsement.State) -> String
  let problem: @Sendable (EndorsementDraft.Problem) -> String
}

extension EndorsementStrings {
  static let french = EndorsementStrings(
    endorsements: "Recommandations",
    noneYet: "Personne ne l’a encore recommandé.",
    endorse: "Recommander ce badge",
    endorseAdvice:
      "Dites ce que ce badge vaut à vos yeux\u{00A0}: vos mots l’accompagneront partout où il est "
      + "montré. Vous pourrez les retirer.",
    strangerAdvice:
      "Vous n’avez pas besoin de compte. Vos mots seront relus, puis accompagneront ce badge partout "
      + "où il est montré. Gardez ce lien\u{00A0}: il permet de les retirer.",
    invite: "Inviter quelqu’un du métier",
    waiting: "À confirmer",
    aboutPerson: "Au sujet du badge d’une personne, qui choisira de le montrer.",
    confirm: "Confirmer",
    remove: "Écarter",
    takeBack: "Retirer mes mots",
    name: "Votre nom",
    job: "Votre métier",
    jobHint: "Par exemple\u{00A0}: électricienne, chef de cuisine.",
    organisation: "Votre entreprise ou organisme",
    speaker: "Au nom de",
    oneself: "moi-même",
    words: "Vos mots",
    wordsHint: "Ce que vous avez vu, ou pourquoi ce badge compte dans votre métier.",
    madeTitle: "Un lien à transmettre",
    madeAdvice:
      "Envoyez cette adresse à la personne\u{00A0}: elle y écrira quelques mots, avec ou sans compte. "
      + "Elle sert une fois, pendant trente jours, et n’est montrée qu’ici.",
    back: "Revenir au badge",
    somebody: "cette personne",
    ownAdvice:
      "Demandez à quelqu’un qui vous a vu faire d’écrire quelques mots. Vous choisissez ensuite de "
      + "les montrer ou non.",
    shown: "Montrée",
    hidden: "Pas montrée",
    show: "Montrer avec le badge",
    hide: "Ne plus montrer",
    called: "Votre nom, tel que cette personne vous connaît",
    calledHint: "Il est écrit sur la page que le lien ouvre.",
    askSomebody: "Demander quelques mots à quelqu’un",
    mine: "Mes recommandations",
    mineAdvice: "Ce que vous avez écrit sur des badges. Vous pouvez le retirer à tout moment.",
    noneWritten: "Vous n’avez recommandé aucun badge.",
    endorseTitle: { "Recommander «\u{00A0}\($0)\u{00A0}»" },
    endorsePersonTitle: { "Recommander \($0) pour «\u{00A0}\($1)\u{00A0}»" },
    confirmedBy: { "confirmé par \($0)" },
    waitsFor: { "Quelqu’un recommande le badge «\u{00A0}\($0)\u{00A0}»\u{00A0}: à confirmer." },
    given: { "Quelqu’un vous recommande pour le badge «\u{00A0}\($0)\u{00A0}»." },
    standing: { state in
      switch state {
      case .asked: "Demandée"
      case .waiting: "Vos mots attendent d’être confirmés."
      case .given: "Vos mots accompagnent le badge."
      case .withdrawn: "Ces mots ont été retirés."
      }
    },
    problem: { problem in
      switch problem {
      case .nameMissing: "Écrivez votre nom."
      case .jobMissing: "Écrivez votre métier."
      case .wordsMissing: "Écrivez quelques mots."
      case .tooLong(let over): "C’est trop long de \(over) caractères."
      }
    })

  static let english = EndorsementStrings(
    endorsements: "Recommendations",
    noneYet: "Nobody has recommended it yet.",
    endorse: "Recommend this badge",
    endorseAdvice:
      "Say what this badge is worth to you: your words will go with it wherever it is shown. You can "
      + "take them back.",
    strangerAdvice:
      "You need no account. Your words will be read first, and then go with this badge wherever it is "
      + "shown. Keep this link: it lets you take them back.",
    invite: "Invite somebody of the trade",
    waiting: "To be confirmed",
    aboutPerson: "About one person’s badge, who will choose to show it.",
    confirm: "Confirm",
    remove: "Put aside",
    takeBack: "Take my words back",
    name: "Your name",
    job: "Your job",
    jobHint: "For example: electrician, head cook.",
    organisation: "Your company or organisation",
    speaker: "In the name of",
    oneself: "myself",
    words: "Your words",
    wordsHint: "What you have seen, or why this badge counts in your trade.",
    madeTitle: "A link to hand on",
    madeAdvice:
      "Send this address to the person, who will write a few words there, with or without an account. "
      + "It works once, for thirty days, and is shown only here.",
    back: "Back to the badge",
    somebody: "this person",
    ownAdvice:
      "Ask somebody who saw you at work to write a few words. You then choose whether to show them.",
    shown: "Shown",
    hidden: "Not shown",
    show: "Show with the badge",
    hide: "No longer show",
    called: "Your name, as this person knows you",
    calledHint: "It is written on the page that the link opens.",
    askSomebody: "Ask somebody for a few words",
    mine: "My recommendations",
    mineAdvice: "What you have written about badges. You can take it back at any time.",
    noneWritten: "You have recommended no badge.",
    endorseTitle: { "Recommend “\($0)”" },
    endorsePersonTitle: { "Recommend \($0) for “\($1)”" },
    confirmedBy: { "confirmed by \($0)" },
    waitsFor: { "Somebody recommends the badge “\($0)”: to be confirmed." },
    given: { "Somebody recommends you for the badge “\($0)”." },
    standing: { state in
      switch state {
      case .asked: "Asked for"
      case .waiting: "Your words wait to be confirmed."
      case .given: "Your words go with the badge."
      case .withdrawn: "These words were taken back."
      }
    },
    problem: { problem in
      switch problem {
      case .nameMissing: "Write your name."
      case .jobMissing: "Write your job."
      case .wordsMissing: "Write a few words."
      case .tooLong(let over): "This is too long by \(over) characters."
      }
    })
}
