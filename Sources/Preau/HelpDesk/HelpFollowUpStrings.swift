/// What is said about what became of an answer.
struct HelpFollowUpStrings: Sendable {
  let question: String
  let questionAbout: @Sendable (_ title: String) -> String
  let advice: String
  let answer: @Sendable (HelpFollowUp.Answer) -> String
  let notYet: String
  let comment: String
  let commentHint: String
  let reopen: String
  let send: String
  let answerMissing: String
  let tooLong: String
  let outcomes: String
  let noOutcome: String
  let share: @Sendable (HelpOutcome) -> String
  let byTag: String
  let worked: String
  let counts: @Sendable (HelpOutcome) -> String
  let latest: String
  let delay: String
  let delayHint: String
  let days: @Sendable (Int) -> String

  static let french = HelpFollowUpStrings(
    question: "L’avez-vous mis en pratique\u{202F}?",
    questionAbout: { "L’avez-vous mis en pratique\u{202F}? \($0)" },
    advice: "Votre réponse aide ceux qui vous ont aidé, et la personne suivante.",
    answer: { answer in
      switch answer {
      case .yes: "Oui"
      case .partly: "En partie"
      case .no: "Non, j’ai renoncé"
      }
    },
    notYet: "Pas encore",
    comment: "Ce qui s’est passé",
    commentHint: "Ce qui a marché ou non. Ceux qui aident le liront.",
    reopen: "J’ai encore besoin d’aide\u{00A0}: reprendre ma demande",
    send: "Envoyer",
    answerMissing: "Choisissez une réponse.",
    tooLong: "Ce texte est trop long\u{00A0}: 2\u{202F}000 caractères au plus.",
    outcomes: "Ce qui a marché",
    noOutcome: "Personne n’a encore dit ce que sont devenues les réponses.",
    share: {
      "\($0.share)\u{00A0}% des réponses ont servi, au moins en partie, sur \($0.count) "
        + "\($0.count < 2 ? "personne interrogée" : "personnes interrogées")."
    },
    byTag: "Par étiquette",
    worked: "Ont servi",
    counts: { "\($0.yes)\u{00A0}oui · \($0.partly)\u{00A0}en\u{00A0}partie · \($0.no)\u{00A0}non" },
    latest: "Dernières réponses",
    delay: "Demander des nouvelles après",
    delayHint: "Une fois la demande résolue, on demande au demandeur s’il a mis la réponse en "
      + "pratique.",
    days: { "\($0) jours" })

  static let english = HelpFollowUpStrings(
    question: "Did you put it into practice?",
    questionAbout: { "Did you put it into practice? \($0)" },
    advice: "Your answer helps those who helped you, and the next person.",
    answer: { answer in
      switch answer {
      case .yes: "Yes"
      case .partly: "In part"
      case .no: "No, I gave up"
      }
    },
    notYet: "Not yet",
    comment: "What happened",
    commentHint: "What worked or did not. Those who help will read it.",
    reopen: "I still need help: take my request up again",
    send: "Send",
    answerMissing: "Choose an answer.",
    tooLong: "This text is too long: 2,000 characters at most.",
    outcomes: "What worked",
    noOutcome: "Nobody has said yet what became of the answers.",
    share: {
      "\($0.share)\u{00A0}% of the answers were of use, at least in part, of \($0.count) "
        + "\($0.count == 1 ? "person asked" : "people asked")."
    },
    byTag: "By tag",
    worked: "Of use",
    counts: { "\($0.yes)\u{00A0}yes · \($0.partly)\u{00A0}in\u{00A0}part · \($0.no)\u{00A0}no" },
    latest: "Latest answers",
    delay: "Ask what became of it after",
    delayHint: "Once a request is resolved, the asker is asked whether the answer was put into "
      + "practice.",
    days: { "\($0) days" })
}
