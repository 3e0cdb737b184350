/// What remarks say.
struct RemarkStrings: Sendable {
  let fromReaders: String
  let write: String
  let advice: String
  let count: @Sendable (Int) -> String
  /// A section by its words; empty: what comes before them all.
  let section: @Sendable (String) -> String
  /// Whose remark a button is about.
  let of: @Sendable (String) -> String
  let words: String
  let wordsOn: @Sendable (String) -> String
  let wordsHint: String
  let whoReads: String
  let choice: @Sendable (TutorialRemark.Visibility) -> String
  let readers: @Sendable (TutorialRemark.Visibility) -> String
  let send: String
  let answer: String
  let answerTitle: String
  let answerLabel: String
  let settled: String
  let settle: String
  let unsettle: String
  let delete: String
  let hide: String
  let hideTitle: String
  let hideAdvice: String
  let hideHint: String
  let hiddenBecause: @Sendable (String) -> String
  let report: String
  let reportTitle: String
  let reportAdvice: String
  let reason: String
  let reasonMissing: String
  let passages: String
  let noPassage: String
  let quotePassage: String
  let passageAdvice: String
  let passage: String
  let passageHint: String
  let annotate: String
  let seeInText: String
  let export: String
  let gone: String
  let goneAdvice: String
  let problem: @Sendable (RemarkDraft.Problem) -> String
  let refusal: @Sendable (RemarkRefusal) -> String

  static let french = RemarkStrings(
    fromReaders: "Ce que disent les lecteurs",
    write: "Écrire une remarque",
    advice:
      "Une question, une précision, ce qui a coincé en faisant\u{00A0}: les auteurs seront prévenus.",
    count: { $0 == 1 ? "1 remarque" : "\($0) remarques" },
    section: { $0.isEmpty ? "tout le texte" : $0 },
    of: { "remarque " + FrenchElision.de($0) },
    words: "Votre remarque",
    wordsOn: { "Votre remarque sur «\u{00A0}\($0)\u{00A0}»" },
    wordsHint: "En texte simple.",
    whoReads: "Qui la lira",
    choice: {
      switch $0 {
      case .members: "Les membres qui lisent ce tutoriel"
      case .authors: "Ses auteurs"
      case .onlyMe: "Moi seulement"
      }
    },
    readers: {
      switch $0 {
      case .members: "membres"
      case .authors: "pour les auteurs"
      case .onlyMe: "pour moi"
      }
    },
    send: "Envoyer",
    answer: "Répondre",
    answerTitle: "Répondre à une remarque",
    answerLabel: "Votre réponse",
    settled: "Réglé",
    settle: "Marquer comme réglé",
    unsettle: "N’est plus réglé",
    delete: "Effacer",
    hide: "Masquer",
    hideTitle: "Masquer cette remarque",
    hideAdvice: "Plus personne ne la lira, sauf son auteur, qui saura pourquoi.",
    hideHint: "La personne lira ce mot avec votre nom.",
    hiddenBecause: { "Un référent a masqué cette remarque\u{00A0}: \($0)" },
    report: "Signaler",
    reportTitle: "Signaler cette remarque",
    reportAdvice: "Les référents de l’espace seront prévenus.",
    reason: "Pourquoi",
    reasonMissing: "Dites pourquoi en un mot.",
    passages: "Annotations",
    noPassage: "Aucun passage n’est annoté pour l’instant.",
    quotePassage: "Citer un passage",
    passageAdvice: "Copiez ou recopiez les mots du texte, puis dites ce que vous en pensez.",
    passage: "Le passage",
    passageHint: "Quelques mots suffisent. La ponctuation et les accents ne comptent pas.",
    annotate: "Annoter",
    seeInText: "Voir dans le texte",
    export: "Annotations en JSON-LD",
    gone: "Partie disparue",
    goneAdvice:
      "Le texte a changé\u{00A0}: le passage ou la section dont on parle ici n’y est plus. Seuls les auteurs, et qui l’a écrite, voient chacune de ces remarques.",
    problem: {
      switch $0 {
      case .textMissing: "Écrivez votre remarque."
      case .textTooLong(let over): "La remarque est trop longue de \(over)\u{00A0}caractères."
      case .passageMissing: "Copiez ou recopiez les mots du texte."
      case .passageTooLong: "Le passage est trop long\u{00A0}: gardez-en le plus important."
      case .passageNotFound:
        "Ces mots ne sont pas dans le texte. Vérifiez-les, ou citez-en moins."
      }
    },
    refusal: {
      switch $0 {
      case .notAllowed: "Vous ne pouvez pas écrire ici."
      case .spaceClosed: "Cet espace est fermé\u{00A0}: on y lit, on n’y écrit plus."
      case .gone: "La remarque à laquelle vous répondez n’est plus là."
      }
    })
}
