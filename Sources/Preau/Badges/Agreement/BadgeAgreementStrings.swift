/// What agreements say.
struct BadgeAgreementStrings: Sendable {
  let title: String
  let advice: String
  let isNeeded: String
  let isNeededHint: String
  let nothingWaits: String
  let whatIsShown: String
  let what: String
  let noName: String
  let words: String
  let wordsHint: String
  let wordsMissing: String
  let agree: String
  let decline: String
  let waiting: @Sendable (Int) -> String
  let wantsToShow: @Sendable (_ name: String, _ badge: String) -> String
  let decided: @Sendable (BadgeAgreement.State) -> String
  let toLearner: @Sendable (BadgeAgreement.State?) -> String

  static let french = BadgeAgreementStrings(
    title: "Accords pour montrer un badge",
    advice: "Des élèves voudraient montrer un badge hors du site. Dites-leur oui, ou pourquoi non.",
    isNeeded: "Un élève a besoin d’un accord pour montrer un badge",
    isNeededHint:
      "Pour les apprenants d’une classe ou sans adresse électronique\u{00A0}: leurs liens "
      + "attendent l’accord d’un professeur de leur classe, ou d’un référent de l’espace qui donne "
      + "le badge. Ce qui est déjà montré le reste.",
    nothingWaits: "Personne n’attend d’accord.",
    whatIsShown: "Voici ce que verra la personne qui reçoit le lien.",
    what: "Ce qui sera montré",
    noName: "aucun nom",
    words: "Un mot",
    wordsHint: "L’élève le lit. Il en faut un pour dire non.",
    wordsMissing: "Dites pourquoi\u{00A0}: l’élève le lira.",
    agree: "D’accord",
    decline: "Pas d’accord",
    waiting: { $0 < 2 ? "\($0) accord attendu" : "\($0) accords attendus" },
    wantsToShow: { "\($0) voudrait montrer «\u{00A0}\($1)\u{00A0}»" },
    decided: {
      $0 == .agreed
        ? "L’accord est donné. Vous pouvez encore changer d’avis."
        : "L’accord n’est pas donné. Vous pouvez encore changer d’avis."
    },
    toLearner: {
      switch $0 {
      case .waiting: "Vos liens attendent l’accord d’un adulte. Vous serez prévenu de la réponse."
      case .declined: "On n’a pas donné d’accord pour montrer ce badge, avec ces mots\u{00A0}:"
      case .agreed, nil:
        "Pour montrer ce badge, il faut l’accord d’un adulte\u{00A0}: il lui est demandé quand vous "
          + "créez un lien."
      }
    })

  static let english = BadgeAgreementStrings(
    title: "Agreements to show a badge",
    advice: "Pupils would like to show a badge outside the site. Say yes, or why not.",
    isNeeded: "A pupil needs an agreement to show a badge",
    isNeededHint:
      "For learners in a class or without an e-mail address: their links wait until a teacher of "
      + "their class, or a référent of the space that gives the badge, agrees. What is shown "
      + "already stays shown.",
    nothingWaits: "Nobody waits for an agreement.",
    whatIsShown: "This is what the person who gets the link will see.",
    what: "What will be shown",
    noName: "no name",
    words: "A word",
    wordsHint: "The pupil reads it. It is needed to say no.",
    wordsMissing: "Say why: the pupil will read it.",
    agree: "I agree",
    decline: "I do not agree",
    waiting: { $0 == 1 ? "1 agreement awaited" : "\($0) agreements awaited" },
    wantsToShow: { "\($0) would like to show “\($1)”" },
    decided: {
      $0 == .agreed
        ? "The agreement is given. You can still change your mind."
        : "The agreement is not given. You can still change your mind."
    },
    toLearner: {
      switch $0 {
      case .waiting: "Your links wait until an adult agrees. You will be told of the answer."
      case .declined: "It was not agreed that this badge is shown, with these words:"
      case .agreed, nil:
        "To show this badge takes the agreement of an adult: it is asked for when you make a link."
      }
    })
}

extension Strings {
  var badgeAgreements: BadgeAgreementStrings { language == .french ? .french : .english }
}
