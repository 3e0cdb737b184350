extension ResourceStrings {
  static let french = ResourceStrings(
    title: "Ressources",
    advice:
      "Ce qui a servi à quelqu’un, avec ce qui s’est passé. Entrez par ce que vous voulez "
      + "faire, pas par l’outil.",
    add: "Ajouter une ressource",
    collections: "Collections",
    empty: "Aucune ressource pour l’instant. La première servira à toutes et tous.",
    nothingFound:
      "Rien ici pour l’instant. Retirez un filtre, ou ajoutez ce que vous connaissez.",
    orderLabel: "Dans quel ordre",
    orderName: {
      switch $0 {
      case .newest: "Récentes"
      case .evidence: "Les plus éprouvées"
      }
    },
    evidenceHint:
      "Ce que beaucoup ont utilisé et referaient vient d’abord. Un seul avis favorable "
      + "pèse peu. Rien n’est caché.",
    kindsLabel: "De quel genre",
    allKinds: "Tout",
    kindTab: {
      switch $0 {
      case .tutorial: "Tutoriels"
      case .file: "Fichiers"
      case .link: "Liens"
      }
    },
    kind: {
      switch $0 {
      case .tutorial: "tutoriel"
      case .file: "fichier"
      case .link: "lien"
      }
    },
    linkTo: { "lien vers \($0)" },
    dropFilter: "retirer",
    start: "Retour au début",
    more: "La suite",
    uses: {
      $0.all == 0
        ? "pas encore de retour"
        : $0.all == 1
          ? "1 utilisation"
          : "\($0.all) utilisations, \($0.wouldAgain) "
            + ($0.wouldAgain < 2 ? "referait" : "referaient")
    },
    summary: { counts, pair in
      if counts.all == 0 { return "Personne n’a encore raconté." }
      let uses = counts.all == 1 ? "1 utilisation" : "\(counts.all) utilisations"
      let again =
        counts.wouldAgain < 2 ? "\(counts.wouldAgain) referait" : "\(counts.wouldAgain) referaient"
      let changes = counts.changes == 0 ? "" : " (dont \(counts.changes) avec des changements)"
      let place = pair.map { "\u{202F}; \($0.1) (\($0.0))\u{00A0}: \($0.2)" } ?? ""
      return "\(uses), \(again)\(changes)\(place)"
    },
    minutes: {
      $0 < 120 ? "\($0) min" : "\($0 / 60) h \($0 % 60 == 0 ? "" : "\($0 % 60)")".trimmed
    },
    phone: "sur téléphone",
    onPhone: {
      switch $0 {
      case true?: "Marche sur un téléphone"
      case false?: "Pas prévu pour un téléphone"
      case nil: "On ne sait pas si cela marche sur un téléphone"
      }
    },
    connection: {
      switch $0 {
      case .needed: "Il faut une connexion"
      case .download: "Une connexion pour télécharger, puis sans"
      case .none: "Sans connexion"
      }
    },
    language: {
      [
        "fr": "français", "en": "anglais", "es": "espagnol", "de": "allemand", "it": "italien",
        "pt": "portugais", "ar": "arabe", "br": "breton", "eu": "basque", "oc": "occitan",
        "co": "corse",
      ][$0] ?? $0
    },
    inLanguage: { "En \($0)" },
    addedOn: "ajoutée",
    addedBy: "par",
    authorsAre: { "De\u{00A0}: \($0)" },
    about: "À propos de cette ressource",
    practical: "En pratique",
    actions: "Cette fiche",
    readTutorial: "Lire le tutoriel",
    openFile: { "Ouvrir \($0)" },
    goTo: { "Aller sur \($0)" },
    leavesSite: "Ce lien mène hors du site.",
    adaptation: "Ce qu’on peut changer",
    adaptationHint:
      "Pour une élève qui lit difficilement, pour un groupe pressé, pour un atelier sans "
      + "réseau… La ressource est décrite, jamais une personne.",
    accessibility: "Accessibilité",
    accessKind: {
      switch $0 {
      case .mode: "Par où cela passe"
      case .feature: "Ce qui aide"
      case .hazard: "À quoi faire attention"
      case .device: "Où cela marche"
      }
    },
    trust: {
      switch $0 {
      case .unchecked: "Personne n’a encore vérifié."
      case .author: "Déclaré par qui l’a ajoutée\u{00A0}:"
      case .peer: "Vérifié par\u{00A0}:"
      case .problem: "Un problème est signalé par\u{00A0}:"
      }
    },
    noAccess: "Rien n’a encore été dit de son accessibilité.",
    vouch: "J’ai vérifié, ou j’ai rencontré un problème",
    vouchTitle: { "Accessibilité de «\u{00A0}\($0)\u{00A0}»" },
    vouchAdvice:
      "Voici ce que dit la fiche. Dites-vous la même chose, après l’avoir essayée\u{202F}?",
    opinion: "Ce que j’ai constaté",
    opinionRight: "C’est juste\u{00A0}: j’ai vérifié",
    opinionProblem: "Il y a un problème",
    opinionWords: "Précisez",
    opinionWordsHint: "Avec quel appareil, à quel endroit.",
    opinionMissing: "Choisissez ce que vous avez constaté.",
    problemWordsMissing: "Dites en un mot où est le problème.",
    notOwnCard: "Vous avez écrit cette fiche\u{00A0}: quelqu’un d’autre doit la vérifier.",
    removedNotice: "Cette ressource est retirée\u{00A0}: elle n’est plus dans le catalogue.",
    restore: "Rétablir",
    reportOfCard: "Signalement de cette fiche",
    reportOfUse: "Signalement d’un retour",
    settle: "Classer le signalement",
    edit: "Modifier",
    remove: "Retirer",
    removeTitle: "Retirer cette ressource",
    removeAdvice: { "«\u{00A0}\($0)\u{00A0}» quitte le catalogue. On peut revenir en arrière." },
    removeUseTitle: "Retirer ce retour",
    reason: "La raison",
    reasonHint: "La personne qui l’a écrite la lira.",
    reasonMissing: "Donnez une raison.",
    removedWords: { "«\u{00A0}\($0)\u{00A0}» est retirée du catalogue\u{00A0}: \($1)" },
    useRemovedWords: { "Votre retour sur «\u{00A0}\($0)\u{00A0}» est retiré\u{00A0}: \($1)" },
    reportedWords: { "Un signalement sur «\u{00A0}\($0)\u{00A0}» attend vos yeux." },
    report: "Signaler",
    reportTitle: "Signaler cette ressource",
    reportUseTitle: "Signaler ce retour",
    reportAdvice: {
      "Les référents de l’espace liront ce que vous écrivez de «\u{00A0}\($0)\u{00A0}», et sauront que cela vient de vous."
    },
    reportWords: "Que se passe-t-il\u{202F}?",
    wordsMissing: "Écrivez ce qui se passe.",
    send: "Envoyer",
    save: "Enregistrer",
    publish: "Publier",
    publishAnyway: "Publier quand même",
    addTitle: "Ajouter une ressource",
    addAdvice: "Qu’est-ce que c’est\u{202F}?",
    addDoor: {
      switch $0 {
      case .tutorial: "J’ai écrit un tutoriel"
      case .file: "Un fichier"
      case .link: "Un lien"
      }
    },
    addDoorHint: {
      switch $0 {
      case .tutorial: "Un tutoriel publié ici entre de lui-même dans le catalogue."
      case .file: "Un document, une image, une vidéo que vous avez le droit de partager."
      case .link: "Une page ou un site ailleurs."
      }
    },
    editTitle: { "Modifier la fiche «\u{00A0}\($0)\u{00A0}»" },
    tutorialCardAdvice:
      "Le titre, le résumé, la licence et les étiquettes se changent dans le tutoriel.",
    alikeTitle: "Cela existe peut-être déjà",
    alikeAdvice:
      "Voici ce qui y ressemble dans le catalogue. Si c’est la même chose, racontez plutôt "
      + "votre usage sur sa fiche.",
    alikeTaken:
      "Cet espace a déjà une fiche pour cette adresse\u{00A0}: racontez-y votre usage.",
    url: "Adresse du lien",
    urlHint: "Par exemple https://exemple.fr/page",
    cardTitle: "Titre",
    description: "Description",
    descriptionHint: "Ce qu’on peut faire avec, pour qui, et ce qu’on n’y trouvera pas.",
    authors: "Auteurs",
    authorsHint:
      "Une personne, un établissement, un organisme\u{202F}; jamais le nom d’un élève.",
    licenceHint: "Ce que ses auteurs permettent. Si vous ne savez pas, dites-le.",
    contentLanguage: "Langue",
    spaceHint: "Qui lit cet espace lira la fiche.",
    file: "Le fichier",
    otherFile: "Un autre fichier à la place",
    fileHint: "Un document (PDF, OpenDocument, Office), une image ou une vidéo.",
    fileIsHere: "Fichier reçu\u{00A0}:",
    duration: "Durée en minutes",
    durationHint: "Le temps qu’il faut pour s’en servir.",
    connectionLabel: "Connexion",
    notSaid: "Ne pas préciser",
    tagsHint: "Des mots à vous, séparés par des virgules.",
    cover: "Image de couverture",
    coverHint: "Elle décore la fiche\u{00A0}: elle ne doit rien dire que le texte ne dise.",
    dropCover: "Retirer l’image de couverture",
    accessHint:
      "Dites seulement ce que vous avez vu. Chaque phrase cochée aide quelqu’un à choisir.",
    otherTerms: "Autres précisions",
    usesTitle: "Retours d’usage",
    seeCard: "Voir la fiche\u{00A0}: accessibilité, collections, retours",
    broken: {
      "Ce lien ne répond plus depuis le \($0). Connaissez-vous sa nouvelle adresse\u{202F}?"
    },
    brokenWords: {
      "Le lien de «\u{00A0}\($0)\u{00A0}» ne répond plus. Pouvez-vous le corriger\u{202F}?"
    },
    tellUse: "Raconter mon usage",
    changeUse: "Modifier mon retour",
    logInToTell:
      "Vous l’avez utilisée\u{202F}? Connectez-vous pour raconter\u{00A0}: enseignants, "
      + "élèves, familles, AESH, professionnels.",
    byContext: "Qui l’a utilisée, et où",
    usesAbout: { "Retours\u{00A0}: \($0)." },
    allUses: "Voir tous les retours",
    edited: "modifié",
    useRemoved: { "Ce retour est retiré\u{00A0}: \($0)" },
    withdraw: "Retirer mon retour",
    again: {
      switch $0 {
      case .yes: "à refaire"
      case .changes: "à refaire, avec des changements"
      case .no: "à ne pas refaire"
      }
    },
    againQuestion: "Le referiez-vous\u{202F}?",
    againAnswer: {
      switch $0 {
      case .yes: "Oui"
      case .changes: "Avec des changements"
      case .no: "Non"
      }
    },
    useAdvice: {
      "Vous avez utilisé «\u{00A0}\($0)\u{00A0}». Ce qui n’a pas marché sert autant que le reste. Ne nommez aucun élève."
    },
    speaksAs: "En tant que",
    speaksAsHint: "Par exemple\u{00A0}: AESH en CAP, mère d’élève, cheffe de cuisine.",
    level: "Niveau ou diplôme",
    track: "Filière",
    modality: "Modalité",
    sought: "Ce que je cherchais",
    soughtHint: "Le bénéfice attendu.",
    happened: "Ce qui s’est passé",
    happenedHint: "Ce que vous avez vu, même si c’est peu.",
    changed: "Ce que j’ai changé",
    changedHint: "Ce que vous avez enlevé, ajouté, fait autrement.",
    problems: .french)
}

extension ResourceProblemStrings {
  static let french = ResourceProblemStrings(
    tooLong: { "Le texte est trop long de \($0) \($0 < 2 ? "caractère" : "caractères")." },
    hazardsContradict: "Vous dites qu’il y a un danger, et qu’il n’y en a pas\u{00A0}: gardez l’un "
      + "ou l’autre.",
    urlMissing: "Écrivez l’adresse du lien.",
    urlInvalid:
      "Ce n’est pas une adresse que l’on peut suivre\u{00A0}: elle commence par https:// "
      + "ou http://.",
    fileMissing: "Choisissez un fichier.",
    coverNoPicture: "La couverture doit être une image (JPEG, PNG, WebP).",
    descriptionMissing: "Décrivez la ressource en une phrase ou deux.",
    authorsTooLong: "La liste des auteurs est trop longue.",
    licenceMissing: "Choisissez une licence.",
    minutesInvalid: "Donnez la durée en minutes, avec des chiffres.",
    held:
      "Dans cet espace, ce que vous écrivez est d’abord relu. Proposez cette ressource "
      + "dans un fil\u{00A0}: un référent l’ajoutera.",
    happenedMissing: "Dites ce qui s’est passé, même en quelques mots.",
    againMissing: "Dites si vous le referiez.",
    speaksAsTooLong: "«\u{00A0}En tant que\u{00A0}» tient en 80 caractères.",
    textTooLong: "Ce texte est trop long (2 000 caractères au plus).")
}
