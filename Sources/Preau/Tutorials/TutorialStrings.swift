/// What tutorials say.
struct TutorialStrings: Sendable {
  let one: String
  let title: String
  let mine: String
  let waiting: String
  let ofSpace: @Sendable (String) -> String
  let ofTag: @Sendable (String) -> String
  let all: String
  let lists: String
  let begin: String
  let emptyAll: String
  let emptyMine: String
  let emptyWaiting: String
  let seeAll: String
  let by: String
  let and: String
  let minutes: @Sendable (Int) -> String
  let written: String
  let publishedOn: String
  let about: String
  let contents: String
  let files: String
  let bornFrom: String
  let hasBecome: String
  let adaptations: String
  let notValidated: String
  let reviewBy: @Sendable (String) -> String
  let pastDue: @Sendable (String) -> String
  let fits: @Sendable (String) -> String
  let adaptedFrom: String
  let itselfAdaptedFrom: String
  let adaptedOn: @Sendable (String) -> String
  let originalIsNewer: String
  let removedNotice: String
  let seePublished: String
  let isDraft: String
  let isShared: String
  let isUnderReview: String
  let isFormer: String
  let playHere: String
  let filmOn: @Sendable (String) -> String
  let filmAdvice: @Sendable (String) -> String
  let passageGone: String
  let inThread: String
  let consentAsked: String
  let underReview: String
  let draftState: String
  let beta: String
  let betas: String
  let emptyBetas: String
  let published: String
  let toLookAgain: String
  let newTitle: String
  let editTitle: String
  let newAdvice: String
  let titleHint: String
  let summary: String
  let summaryHint: String
  let body: String
  let bodyHint: String
  let licenceHint: String
  let language: String
  let french: String
  let english: String
  let fitsLabel: String
  let fitsHint: String
  let reviewByLabel: String
  let reviewByHint: String
  let message: String
  let messageHint: String
  let save: String
  let conventions: String
  let dayInvalid: String
  let workshop: String
  let workshopOf: @Sendable (String) -> String
  let states: String
  let version: @Sendable (Int) -> String
  let edit: String
  let share: String
  let unshare: String
  let shareAdvice: String
  let publish: String
  let submit: String
  let withdraw: String
  let authors: String
  let notAnswered: String
  let takeBack: String
  let takeBackFrom: @Sendable (String) -> String
  let addAuthor: String
  let addAuthorHint: String
  let askToSign: String
  let nobody: String
  let several: String
  let askedTitle: String
  let askedAdvice: String
  let sign: String
  let doNotSign: String
  let leave: String
  let toRead: String
  let toReadAdvice: String
  let accept: @Sendable (Int) -> String
  let sendBack: String
  let sendBackWords: String
  let sendBackHint: String
  let wordsMissing: String
  let freshness: String
  let brokenLinks: String
  let brokenLinksAdvice: String
  /// Since which day a link does not answer.
  let brokenSince: @Sendable (String) -> String
  /// What authors are told, of which tutorial.
  let linksBroke: @Sendable (String) -> String
  let stillHolds: String
  let care: String
  let takeOver: String
  let orphanAdvice: String
  let remove: String
  let removeAdvice: String
  let restore: String
  let versions: String
  let allVersions: String
  let compared: @Sendable (Int, Int) -> String
  let compareFrom: String
  let compareTo: String
  let compare: String
  let adapt: String
  let adaptTitle: String
  let originalLicence: String
  let adaptAdvice: String
  let adaptLicenceHint: String
  let fromThread: String
  let fromThreadAdvice: String
  let postsToQuote: String
  let makeDraft: String
  let consentTitle: String
  let consentAdvice: String
  let passage: @Sendable (Int) -> String
  let agree: String
  let refuse: String
  let remark: @Sendable (TutorialBody.Remark) -> String
  let whyReview: @Sendable (Set<ReviewSeal>) -> String
  let consent: @Sendable (TutorialPassage.State) -> String
  let conventionLines: [(String, String)]
  /// The headings of a draft that is made from a thread: what was asked, what was answered.
  let threadHeadings: (question: String, answer: String)
  let problems: TutorialProblemStrings

  static let french = TutorialStrings(
    one: "Tutoriel",
    title: "Tutoriels",
    mine: "Mes tutoriels",
    waiting: "À lire avant publication",
    ofSpace: { "Tutoriels\u{00A0}: \($0)" },
    ofTag: { "Tutoriels «\u{00A0}\($0)\u{00A0}»" },
    all: "Tous",
    lists: "Listes de tutoriels",
    begin: "Écrire un tutoriel",
    emptyAll: "Pas encore de tutoriel. Le premier peut être le vôtre.",
    emptyMine: "Vous n’avez pas encore écrit de tutoriel.",
    emptyWaiting: "Rien n’attend d’être lu.",
    seeAll: "Tous les tutoriels de l’espace",
    by: "par",
    and: " et ",
    minutes: { "\($0)\u{00A0}min de lecture" },
    written: "écrit\u{00A0}:",
    publishedOn: "publié\u{00A0}:",
    about: "Ce tutoriel",
    contents: "Sommaire",
    files: "Fichiers à télécharger",
    bornFrom: "Né du fil",
    hasBecome: "Ce fil est devenu un tutoriel\u{00A0}:",
    adaptations: "Adaptations",
    notValidated: "Personne ne l’a encore validé.",
    reviewBy: { "À relire avant le \($0)." },
    pastDue: {
      "Ce tutoriel devait être relu avant le \($0)\u{00A0}: vérifiez qu’il est encore juste."
    },
    fits: { "Il convient à\u{00A0}: \($0)." },
    adaptedFrom: "Adapté de",
    itselfAdaptedFrom: "Lui-même adapté de",
    adaptedOn: { "le \($0)." },
    originalIsNewer: "L’original a une version plus récente.",
    removedNotice: "Ce tutoriel est retiré.",
    seePublished: "Voir la version publiée",
    isDraft: "Voici un brouillon\u{00A0}: seuls ses auteurs le lisent.",
    isShared: "Voici une bêta\u{00A0}: les membres la lisent, elle peut encore changer.",
    isUnderReview: "Cette version attend d’être lue par ceux qui veillent sur l’espace.",
    isFormer: "Voici une version plus ancienne.",
    playHere: "Lire la vidéo ici",
    filmOn: { "Vidéo sur \($0)" },
    filmAdvice: { "Rien n’est demandé à \($0) avant que vous ne lanciez la vidéo." },
    passageGone: "Un passage cité ne peut plus être montré.",
    inThread: "dans le fil",
    consentAsked: "accord demandé",
    underReview: "En relecture",
    draftState: "Brouillon",
    beta: "Bêta",
    betas: "Bêtas",
    emptyBetas: "Aucun tutoriel n’est montré avant sa publication. Depuis l’atelier d’un tutoriel, "
      + "vous pouvez partager votre brouillon avec les membres.",
    published: "Publié",
    toLookAgain: "À relire",
    newTitle: "Écrire un tutoriel",
    editTitle: "Modifier le tutoriel",
    newAdvice:
      "Commencez par le besoin, puis les gestes un par un. Rien n’est publié avant que vous ne le demandiez.",
    titleHint:
      "Ce qu’on saura faire\u{00A0}: «\u{00A0}Consigner une installation électrique\u{00A0}».",
    summary: "En une phrase",
    summaryHint: "Pour qui, avec quoi, en combien de temps.",
    body: "Texte",
    bodyHint: "Des titres pour les parties (##), une liste numérotée pour les étapes.",
    licenceHint: "Ce que les autres pourront en faire.",
    language: "Langue du texte",
    french: "Français",
    english: "Anglais",
    fitsLabel: "Logiciel ou programme, et sa version",
    fitsHint: "Par exemple\u{00A0}: Moodle 4.5, référentiel CAP cuisine 2023.",
    reviewByLabel: "À relire avant le",
    reviewByHint: "Vous serez prévenu trente jours avant. Passé ce jour, la page le dira.",
    message: "Ce qui change",
    messageHint: "Une phrase pour ceux qui compareront les versions.",
    save: "Enregistrer le brouillon",
    conventions: "Remarques, légendes, vidéos",
    dayInvalid: "Cette date n’existe pas. Écrivez-la comme 2027-09-01.",
    workshop: "Atelier du tutoriel",
    workshopOf: { "Atelier\u{00A0}: \($0)" },
    states: "Qui lit quoi",
    version: { "Version \($0)" },
    edit: "Modifier",
    share: "Partager en bêta",
    unshare: "Ne plus partager la bêta",
    shareAdvice: "Les membres qui peuvent lire l’espace la trouvent à cette adresse\u{00A0}:",
    publish: "Publier",
    submit: "Demander la publication",
    withdraw: "Reprendre ma demande",
    authors: "Auteurs",
    notAnswered: "n’a pas encore répondu",
    takeBack: "Ne plus demander",
    takeBackFrom: { "Ne plus demander\u{00A0}: \($0)" },
    addAuthor: "Proposer à quelqu’un de signer",
    addAuthorHint:
      "Son nom en entier, ou son identifiant. La personne sera prévenue\u{202F}; elle signera si elle accepte.",
    askToSign: "Demander",
    nobody: "Personne ne porte ce nom parmi ceux qui peuvent lire cet espace.",
    several: "Plusieurs personnes portent ce nom\u{00A0}: indiquez l’identifiant.",
    askedTitle: "On vous propose de signer ce tutoriel",
    askedAdvice: "Votre nom paraîtra parmi les auteurs, et vous pourrez le modifier.",
    sign: "Signer",
    doNotSign: "Ne pas signer",
    leave: "Ne plus en être l’auteur",
    toRead: "À lire",
    toReadAdvice: "Lisez la version en relecture, puis publiez-la ou rendez-la avec un mot.",
    accept: { "Publier la version \($0)" },
    sendBack: "Rendre aux auteurs",
    sendBackWords: "Ce qu’il faudrait changer",
    sendBackHint: "Les auteurs liront ce mot avec votre nom.",
    wordsMissing: "Dites aux auteurs ce qu’il faudrait changer.",
    freshness: "Encore juste",
    brokenLinks: "Des liens ne répondent plus",
    brokenLinksAdvice: "Ils sont visités chaque semaine. Corrigez-les dans la prochaine version.",
    brokenSince: { "ne répond plus depuis le \($0)" },
    linksBroke: {
      "Un lien de «\u{00A0}\($0)\u{00A0}» ne répond plus\u{00A0}: l’atelier dit lequel."
    },
    stillHolds: "Il est encore juste, à relire avant le",
    care: "Autres gestes",
    takeOver: "Reprendre ce tutoriel",
    orphanAdvice:
      "Ses auteurs sont partis, ou silencieux depuis six mois. Vous pouvez le reprendre\u{00A0}: vous le signerez avec eux.",
    remove: "Retirer ce tutoriel",
    removeAdvice: "Plus personne ne le lira, mais rien n’est effacé.",
    restore: "Rétablir ce tutoriel",
    versions: "Versions",
    allVersions: "Toutes les versions",
    compared: { "De la version \($0) à la version \($1)" },
    compareFrom: "De",
    compareTo: "À",
    compare: "Comparer",
    adapt: "Adapter",
    adaptTitle: "Adapter ce tutoriel",
    originalLicence: "Licence de l’original\u{00A0}:",
    adaptAdvice:
      "Vous aurez un brouillon à vous. Le titre, les auteurs, la licence et la date de l’original resteront affichés avec lui.",
    adaptLicenceHint: "Celles que la licence de l’original permet.",
    fromThread: "En faire un tutoriel",
    fromThreadAdvice:
      "Choisissez les messages à citer. Leurs auteurs seront prévenus, et chaque passage dira que leur accord est demandé.",
    postsToQuote: "Messages à citer",
    makeDraft: "Ouvrir un brouillon",
    consentTitle: "Être cité dans un tutoriel",
    consentAdvice:
      "Vos mots paraîtront avec le nom sous lequel vous les avez écrits. Vous pouvez changer d’avis plus tard.",
    passage: { "Passage \($0)" },
    agree: "D’accord",
    refuse: "Ne pas me citer",
    remark: {
      switch $0 {
      case .note: "Note"
      case .tip: "Astuce"
      case .important: "Important"
      case .warning: "Attention"
      }
    },
    whyReview: { seals in
      switch (seals.contains(.teaching), seals.contains(.trade)) {
      case (true, true):
        "Cet espace demande deux sceaux avant publication\u{00A0}: pédagogie et métier."
      case (true, false):
        "Cet espace demande le sceau «\u{00A0}pédagogie\u{00A0}» avant publication."
      case (false, true): "Cet espace demande le sceau «\u{00A0}métier\u{00A0}» avant publication."
      case (false, false): "Ceux qui veillent sur l’espace le liront avant qu’il ne soit publié."
      }
    },
    consent: {
      switch $0 {
      case .asked: "votre accord est demandé"
      case .agreed: "vous êtes d’accord"
      case .refused: "vous ne souhaitez pas être cité"
      }
    },
    conventionLines: [
      ("> **Attention** …", "une remarque\u{00A0}: Attention, Note, Astuce ou Important"),
      ("![mots](/fichiers/… \"légende\")", "une image avec sa légende"),
      ("https://…", "seul sur sa ligne\u{00A0}: une vidéo, si le site connaît cet hébergeur"),
      ("[passage 1]", "seul sur sa ligne\u{00A0}: un message cité du fil"),
    ],
    threadHeadings: ("La question", "Ce qui a marché"),
    problems: .french)
}
