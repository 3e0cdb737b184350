/// What is said about classes.
struct ClassStrings: Sendable {
  let title: String
  let new: String
  let none: String
  let noneYet: String
  let joinByCode: String
  let manage: String
  let manageWaiting: @Sendable (Int) -> String
  let closed: String
  let newTitle: String
  let newAdvice: String
  let className: String
  let classNameHint: String
  let year: String
  let create: String
  let draftProblem: @Sendable (ClassDraft.Problem) -> String
  let spaceAbout: String
  let tools: String
  let closedForTeacher: String
  let threads: String
  let code: String
  let codeAdvice: @Sendable (_ address: String) -> String
  let renewCode: String
  let renewCodeTitle: @Sendable (String) -> String
  let renewCodeAdvice: String
  let waitingTitle: String
  let waitingAdvice: String
  let admitAsLearner: String
  let admitAsHelper: String
  let refuse: String
  let learners: @Sendable (Int) -> String
  let noLearners: String
  let lookAfter: String
  let newSlips: String
  let helpers: String
  let helpersAdvice: String
  let nameHelpers: String
  let yearTools: String
  let nextYear: String
  let archive: String
  let archiveAdvice: String
  let close: String
  let reopen: String
  let addNames: String
  let pasteAdvice: String
  let names: String
  let namesHint: String
  let nameOrder: String
  let nameOrders: @Sendable (NameList.Order) -> String
  let reviewNames: String
  let pasteProblem: @Sendable (PasteProblem) -> String
  let reviewTitle: String
  let reviewAdvice: String
  let reviewRefused: String
  let willBeMade: @Sendable (Int) -> String
  let repeated: @Sendable (Int) -> String
  let leftOut: @Sendable ([String]) -> String
  let nameShownFor: String
  let inClassAlready: String
  let rowProblem: @Sendable (NameRow.Problem, SignUpStrings) -> String
  let makeAccounts: String
  let makeAdvice: String
  let newSlipsAdvice: String
  let forWhom: String
  let makeSlips: String
  let makeAllSlips: @Sendable (Int) -> String
  let nobodyChosen: String
  let secret: String
  let secretAdvice: String
  let newSecret: String
  let changeName: String
  let nameShown: String
  let nameHint: String
  let notInCare: String
  let takeOut: String
  let takeOutTitle: @Sendable (String) -> String
  let takeOutAdvice: String
  let takeOutOf: @Sendable (String) -> String
  let slipsTitle: String
  let slipsAdvice: String
  let printAdvice: String
  let noSlips: String
  let backToClass: String
  let slipCode: String
  let slipName: String
  let slipSecret: String
  let qrLabel: String
  let doorTitle: String
  let doorAdvice: String
  let doorCode: String
  let doorCodeHint: String
  let doorName: String
  let doorNameHint: String
  let doorSecret: String
  let doorSecretHint: String
  let enter: String
  let lostSecret: String
  let lostSecretElsewhere: String
  let haveAccount: String
  let haveCode: String
  let codeMissing: String
  let nameMissing: String
  let secretMissing: String
  let doorRefused: String
  let askTitle: String
  let askAdvice: @Sendable (String) -> String
  let ask: String
  let notYou: String
  let noSuchClass: String
  let nameIsTeachers: String
  let closeTitle: @Sendable (String) -> String
  let closeAdvice: String
  let nextTitle: String
  let nextAdvice: String
  let whoContinues: String
  let whoHelpsOn: String
  let closeThis: @Sendable (String) -> String
  let makeNext: String
  let mine: String
  let archiveOf: @Sendable (_ day: String) -> String
  let archiveEmpty: String
  let archiveBack: String
}

extension ClassStrings {
  static let french = ClassStrings(
    title: "Mes classes",
    new: "Créer une classe",
    none: "Pas encore de classe.",
    noneYet:
      "Pas encore de classe. Une classe, c’est un espace privé, un code, et un compte pour "
      + "chaque élève, sans adresse e-mail.",
    joinByCode: "Entrer dans une classe avec son code",
    manage: "Gérer",
    manageWaiting: { $0 < 2 ? "Gérer · 1 demande attend" : "Gérer · \($0) demandes attendent" },
    closed: "fermée",
    newTitle: "Créer une classe",
    newAdvice:
      "La classe a son espace privé. Les élèves y entrent avec le code de la classe, leur "
      + "nom et un secret. Aucune adresse e-mail n’est demandée.",
    className: "Nom de la classe",
    classNameHint: "Par exemple\u{00A0}: 2de bac pro cuisine B.",
    year: "Année scolaire",
    create: "Créer la classe",
    draftProblem: {
      switch $0 {
      case .nameMissing: "Écrivez le nom de la classe."
      case .nameTooLong: "Ce nom est trop long\u{00A0}: 60 caractères au plus."
      case .yearUnknown: "Choisissez une année de la liste."
      }
    },
    spaceAbout:
      "L’espace privé de la classe\u{00A0}: ses élèves, ses professeurs et les personnes "
      + "qu’ils y admettent sont seuls à le lire.",
    tools: "La classe",
    closedForTeacher:
      "Cette classe est fermée. Tout le monde peut encore lire, plus personne ne peut y "
      + "écrire.",
    threads: "Les échanges de la classe",
    code: "Code de la classe",
    codeAdvice: {
      "À écrire au tableau, avec l’adresse\u{00A0}: \($0). Le code seul n’ouvre "
        + "rien\u{00A0}: il faut aussi un nom et un secret, ou votre accord."
    },
    renewCode: "Changer le code",
    renewCodeTitle: { "Remplacer le code \($0)\u{202F}?" },
    renewCodeAdvice:
      "À faire si le code circule hors de la classe. L’ancien ne servira plus\u{00A0}: les élèves "
      + "entreront avec le nouveau, leur nom et leur secret, qui ne changent pas. Les billets déjà "
      + "imprimés porteront l’ancien code. Qui est déjà connecté le reste.",
    waitingTitle: "Demandent à entrer",
    waitingAdvice:
      "Ils ont tapé le code de la classe. N’admettez que les personnes que vous "
      + "connaissez. Une personne admise lit toute la classe et peut y écrire.",
    admitAsLearner: "Admettre comme élève",
    admitAsHelper: "Admettre pour lire et aider",
    refuse: "Refuser",
    learners: { $0 < 2 ? "\($0) élève" : "\($0) élèves" },
    noLearners:
      "Personne encore. «\u{00A0}Ajouter des élèves\u{00A0}» prend une liste de noms "
      + "collée d’un tableur ou d’un message.",
    lookAfter: "Secret, nom",
    newSlips: "Nouveaux secrets à imprimer",
    helpers: "Lisent et aident",
    helpersAdvice:
      "AESH, familles, collègues, professionnels\u{00A0}: ils ont déjà un compte, tapent "
      + "le code de la classe, et vous les admettez. Vous pouvez aussi les nommer.",
    nameHelpers: "Nommer quelqu’un",
    yearTools: "Fin de l’année",
    nextYear: "Préparer l’année suivante",
    archive: "Télécharger l’archive",
    archiveAdvice:
      "Un fichier ZIP avec tous les fils de la classe, à lire sans connexion. Il contient "
      + "les noms que les élèves voient\u{00A0}: gardez-le comme un cahier de classe.",
    close: "Fermer la classe",
    reopen: "Rouvrir la classe",
    addNames: "Ajouter des élèves",
    pasteAdvice:
      "Collez la liste comme elle est. La page suivante montre ce qui sera créé, et vous "
      + "pouvez tout y corriger.",
    names: "Noms des élèves",
    namesHint:
      "Un par ligne, 40 au plus. Les titres de colonnes, les numéros, les dates, les lignes vides et "
      + "les doublons sont laissés de côté.",
    nameOrder: "Dans cette liste, on lit d’abord",
    nameOrders: {
      switch $0 {
      case .found: "je ne sais pas\u{00A0}: reconnaître tout seul"
      case .givenFirst: "le prénom (Léa Martin)"
      case .familyFirst: "le nom de famille (Martin Léa)"
      }
    },
    reviewNames: "Voir ce qui sera créé",
    pasteProblem: {
      switch $0 {
      case .nobody: "Il n’y a aucun nom dans ce texte."
      case .tooMany(let count):
        "Il y a \(count)\u{00A0}noms\u{00A0}: collez-en 40 au plus à la fois."
      }
    },
    reviewTitle: "Vérifier les noms",
    reviewAdvice:
      "D’abord ce que vous avez collé, puis le nom que la classe verra et que l’élève "
      + "tapera pour entrer. Le prénom et une initiale suffisent. Rien d’autre n’est gardé. "
      + "Videz une case pour laisser quelqu’un de côté.",
    reviewRefused: "Aucun compte n’est créé\u{00A0}: corrigez d’abord les noms signalés.",
    willBeMade: { $0 < 2 ? "\($0) compte sera créé." : "\($0) comptes seront créés." },
    repeated: { $0 < 2 ? "\($0) ligne répétait un nom." : "\($0) lignes répétaient un nom." },
    leftOut: { lines in
      "Laissé de côté\u{00A0}: "
        + lines.map { "«\u{00A0}\($0)\u{00A0}»" }.joined(separator: ", ") + "."
    },
    nameShownFor: "Nom affiché pour\u{00A0}: ",
    inClassAlready: "Déjà dans la classe\u{00A0}: rien ne sera créé sous ce nom.",
    rowProblem: { problem, signUp in
      switch problem {
      case .name(let problem): signUp.say(.name(problem))
      case .twice: "Un autre élève de la classe a ce nom\u{00A0}: ajoutez une lettre ou un chiffre."
      }
    },
    makeAccounts: "Créer les comptes et voir les billets",
    makeAdvice:
      "Les secrets ne seront montrés qu’une fois\u{00A0}: prévoyez d’imprimer tout de "
      + "suite.",
    newSlipsAdvice:
      "L’ancien secret ne servira plus et l’élève sera déconnecté partout. Le nouveau ne "
      + "sera montré qu’une fois.",
    forWhom: "Pour qui\u{202F}?",
    makeSlips: "Remplacer les secrets et voir les billets",
    makeAllSlips: { $0 == 1 ? "Remplacer le seul secret" : "Remplacer les \($0) secrets" },
    nobodyChosen: "Cochez au moins un élève.",
    secret: "Secret perdu",
    secretAdvice:
      "L’ancien secret ne servira plus et l’élève sera déconnecté partout. C’est noté dans "
      + "le journal de la classe.",
    newSecret: "Donner un nouveau secret",
    changeName: "Nom affiché",
    nameShown: "Nom que la classe voit",
    nameHint: "C’est aussi celui que l’élève tape pour entrer.",
    notInCare:
      "Cette personne a fait son compte elle-même, ou elle a d’autres responsabilités sur "
      + "le site\u{00A0}: son secret et son nom ne se changent pas ici.",
    takeOut: "Retirer de la classe",
    takeOutTitle: { "Retirer \($0) de la classe\u{202F}?" },
    takeOutAdvice: "L’élève ne lira plus la classe et n’y entrera plus, même avec le code, "
      + "sauf si vous l’admettez de nouveau. Ses messages restent.",
    takeOutOf: { "Retirer de «\u{00A0}\($0)\u{00A0}»" },
    slipsTitle: "Billets à imprimer",
    slipsAdvice:
      "Ces secrets ne seront plus jamais montrés. Imprimez cette page maintenant, ou "
      + "copiez-la. Un secret perdu se remplace en deux clics.",
    printAdvice:
      "Pour imprimer\u{00A0}: Ctrl+P, ou «\u{00A0}Imprimer\u{00A0}» dans le menu du "
      + "navigateur. Huit billets par page A4, à couper le long des pointillés.",
    noSlips: "Aucun compte n’a été créé\u{00A0}: ces noms sont déjà dans la classe.",
    backToClass: "Revenir à la classe",
    slipCode: "Code de la classe",
    slipName: "Nom",
    slipSecret: "Secret",
    qrLabel: "Code QR de la page d’entrée de la classe",
    doorTitle: "Entrer dans ma classe",
    doorAdvice: "Tout est écrit sur le billet donné par le professeur.",
    doorCode: "Code de la classe",
    doorCodeHint: "Six lettres et chiffres, comme CDF-HJK.",
    doorName: "Nom",
    doorNameHint: "Comme sur le billet. Les majuscules et les accents ne comptent pas.",
    doorSecret: "Secret",
    doorSecretHint: "Trois mots et un nombre. Les espaces et les tirets ne comptent pas.",
    enter: "Entrer",
    lostSecret: "Secret perdu\u{202F}? Le professeur peut en donner un nouveau tout de suite.",
    lostSecretElsewhere:
      "Pour qui entre avec le code d’une classe\u{00A0}: le professeur peut donner un nouveau secret "
      + "tout de suite.",
    haveAccount: "J’ai un compte à moi, avec un identifiant",
    haveCode: "J’ai un code de classe",
    codeMissing: "Il manque le code de la classe.",
    nameMissing: "Il manque le nom.",
    secretMissing: "Il manque le secret.",
    doorRefused:
      "Le code, le nom et le secret ne vont pas ensemble. Vérifier les trois, lettre par "
      + "lettre.",
    askTitle: "Entrer dans une classe",
    askAdvice: {
      "Connecté comme\u{00A0}: \($0). Le professeur de la classe verra la demande et y "
        + "répondra."
    },
    ask: "Demander à entrer",
    notYou: "Ce n’est pas le bon compte\u{202F}?",
    noSuchClass: "Aucune classe ouverte n’a ce code.",
    nameIsTeachers:
      "C’est le professeur qui a écrit ce nom\u{00A0}: lui demander pour en changer. Il "
      + "n’est jamais montré aux visiteurs.",
    closeTitle: { "Fermer la classe «\u{00A0}\($0)\u{00A0}»" },
    closeAdvice:
      "Les élèves et les autres membres pourront encore lire, mais plus écrire. Rien n’est "
      + "effacé, et la classe peut être rouverte.",
    nextTitle: "Préparer l’année suivante",
    nextAdvice:
      "Une nouvelle classe, avec un nouveau code. Ceux qui continuent gardent leur compte, "
      + "leur nom et leur secret.",
    whoContinues: "Élèves qui continuent",
    whoHelpsOn: "Personnes qui continuent d’aider",
    closeThis: { "Fermer «\u{00A0}\($0)\u{00A0}» en même temps" },
    makeNext: "Créer la classe suivante",
    mine: "Ma classe",
    archiveOf: { "Archive de la classe, faite le \($0)." },
    archiveEmpty: "Personne n’a écrit dans cette classe.",
    archiveBack: "Tous les fils")
}
