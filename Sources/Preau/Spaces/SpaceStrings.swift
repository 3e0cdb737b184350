/// What spaces say.
struct SpaceStrings: Sendable {
  // The list
  let title: String
  let advice: String
  let mine: String
  let others: String
  let all: String
  let empty: String
  let emptySubject: String
  let subjects: String
  let allSubjects: String
  let closedNotice: String
  let classLink: String
  let closedTitle: String
  let closedAdvice: String
  let create: String
  let more: String
  let first: String

  // A space
  let visibility: @Sendable (Space.Visibility) -> String
  let visibilityHint: @Sendable (Space.Visibility) -> String
  let threads: @Sendable (Int) -> String
  let members: @Sendable (Int) -> String
  let role: @Sendable (Space.Role) -> String
  let noThreads: String
  let noThreadsYet: String
  let newThread: String
  let join: String
  let leave: String
  let quit: String
  let logInToJoin: String
  let referents: String
  let noReferent: String
  let aboutSpace: String
  let care: String
  let edit: String
  let seeMembers: String
  let feed: String
  let threadList: String

  // Leaving a private space
  let quitTitle: @Sendable (String) -> String
  let quitAdvice: String
  let confirmQuit: String
  let lastReferent: String

  // Writing
  let newTitle: String
  let editTitle: @Sendable (String) -> String
  let name: String
  let nameHint: String
  let address: String
  let addressHint: String
  let subject: String
  let subjectHint: String
  let level: String
  let levelHint: String
  let levels: [String]
  let about: String
  let aboutHint: String
  let whoReads: String
  let confirmPrivate: String
  let staysPrivate: String
  let save: String
  let say: @Sendable (SpaceDraft.Problem) -> String

  // Members
  let membersTitle: @Sendable (String) -> String
  let search: String
  let searchHint: String
  let startSearch: String
  let found: @Sendable (String) -> String
  let foundNobody: @Sendable (String) -> String
  let appoint: @Sendable (String) -> String
  let dismiss: @Sendable (String) -> String
  let admit: @Sendable (String) -> String
  let remove: @Sendable (String) -> String
  let memberList: String
  let noMembers: String
  let closedMembers: String
  let joinedOn: @Sendable (String) -> String
  let appointAdvice: String
  let admitAdvice: String
  let refused: @Sendable (MembershipRefusal) -> String
}

extension SpaceStrings {
  static let french = SpaceStrings(
    title: "Espaces",
    advice: "Chaque espace réunit les fils d’un même sujet ou d’un même groupe. "
      + "Suivez ceux qui vous concernent.",
    mine: "Mes espaces",
    others: "Les autres espaces",
    all: "Tous les espaces",
    empty: "Aucun espace ne vous est ouvert pour l’instant.",
    emptySubject: "Aucun espace sur ce sujet.",
    subjects: "Sujets",
    allSubjects: "Tous les sujets",
    closedNotice: "Cet espace est fermé\u{00A0}: on peut tout y lire, mais plus y écrire.",
    classLink: "Élèves, secrets et année",
    closedTitle: "Espaces privés à administrer",
    closedAdvice: "Vous pouvez en nommer les référents et les décrire, pas les lire.",
    create: "Créer un espace",
    more: "Espaces suivants",
    first: "Revenir au début",
    visibility: {
      switch $0 {
      case .public: "ouvert à tous"
      case .members: "réservé aux membres"
      case .private: "privé"
      }
    },
    visibilityHint: {
      switch $0 {
      case .public: "Ouvert à tous\u{00A0}: on lit sans compte, tout membre écrit"
      case .members: "Réservé aux membres\u{00A0}: il faut être connecté pour lire et écrire"
      case .private: "Privé\u{00A0}: seuls ceux que les référents ont admis lisent et écrivent"
      }
    },
    threads: { $0 < 2 ? "\($0) fil" : "\($0) fils" },
    members: { $0 < 2 ? "suivi par \($0) membre" : "suivi par \($0) membres" },
    role: {
      switch $0 {
      case .member: "vous en êtes membre"
      case .referent: "vous en êtes référent"
      }
    },
    noThreads: "Aucun fil ici pour l’instant.",
    noThreadsYet: "Aucun fil ici pour l’instant. Le premier peut être le vôtre.",
    newThread: "Ouvrir un fil ici",
    join: "Suivre cet espace",
    leave: "Ne plus suivre",
    quit: "Quitter cet espace",
    logInToJoin: "Se connecter pour suivre",
    referents: "Référents",
    noReferent: "Pas encore de référent.",
    aboutSpace: "À propos de cet espace",
    care: "Gérer cet espace",
    edit: "Modifier l’espace",
    seeMembers: "Membres et référents",
    feed: "Flux Atom de l’espace",
    threadList: "Fils de l’espace",
    quitTitle: { "Quitter l’espace «\u{00A0}\($0)\u{00A0}»" },
    quitAdvice: "Cet espace est privé. Une fois parti, vous n’y lirez plus rien, pas même vos "
      + "propres messages, et il faudra qu’un référent vous admette de nouveau.",
    confirmQuit: "Quitter l’espace",
    lastReferent: "Vous en êtes le seul référent\u{00A0}: personne ne pourrait plus admettre "
      + "quelqu’un. Demandez d’abord à l’administration d’en nommer un autre.",
    newTitle: "Créer un espace",
    editTitle: { "Modifier l’espace «\u{00A0}\($0)\u{00A0}»" },
    name: "Nom",
    nameHint: "Quelques mots. Par exemple\u{00A0}: Voie professionnelle.",
    address: "Adresse",
    addressHint: "Lettres minuscules, chiffres et traits d’union. Laissée vide, elle est tirée du "
      + "nom. Les anciennes adresses mènent toujours à l’espace.",
    subject: "Sujet",
    subjectHint: "Matière, métier ou thème. Par exemple\u{00A0}: inclusion.",
    level: "Niveau",
    levelHint: "À quelle échelle\u{00A0}: établissement, académie, national…",
    levels: ["établissement", "département", "académie", "région", "national", "international"],
    about: "Description",
    aboutHint: "À qui s’adresse l’espace et ce qu’on y cherche. Une ligne vide sépare deux "
      + "paragraphes.",
    whoReads: "Qui peut lire",
    confirmPrivate: "Je comprends que cet espace ne pourra plus être rouvert à d’autres lecteurs",
    staysPrivate: "Un espace privé où l’on a écrit reste privé\u{00A0}: ce qui s’y trouve était "
      + "destiné à ses seuls membres.",
    save: "Enregistrer l’espace",
    say: {
      switch $0 {
      case .nameMissing: "Donnez un nom à l’espace."
      case .nameTooLong(let over):
        "Le nom est trop long de \(over) \(over < 2 ? "caractère" : "caractères")."
      case .slugInvalid:
        "L’adresse ne contient que des lettres minuscules sans accent, des chiffres et des traits "
          + "d’union, 60 au plus."
      case .slugTaken: "Un autre espace a, ou a eu, cette adresse. Choisissez-en une autre."
      case .subjectTooLong(let over):
        "Le sujet est trop long de \(over) \(over < 2 ? "caractère" : "caractères")."
      case .levelTooLong(let over):
        "Le niveau est trop long de \(over) \(over < 2 ? "caractère" : "caractères")."
      case .aboutTooLong(let over):
        "La description est trop longue de \(over) \(over < 2 ? "caractère" : "caractères")."
      case .visibilityUnknown: "Choisissez qui peut lire."
      case .staysPrivate: "Un espace privé où l’on a écrit reste privé."
      case .privacyNotConfirmed:
        "Confirmez que l’espace devient privé\u{00A0}: on ne pourra plus revenir en arrière."
      }
    },
    membersTitle: { "Membres de l’espace «\u{00A0}\($0)\u{00A0}»" },
    search: "Chercher un membre du site",
    searchHint: "Nom affiché, en entier ou en partie, ou nom de connexion exact.",
    startSearch: "Chercher",
    found: { "Membres trouvés pour «\u{00A0}\($0)\u{00A0}»" },
    foundNobody: { "Personne ne porte le nom «\u{00A0}\($0)\u{00A0}»." },
    appoint: { "Nommer référent \($0)" },
    dismiss: { "Retirer à \($0) le rôle de référent" },
    admit: { "Admettre \($0)" },
    remove: { "Retirer \($0) de l’espace" },
    memberList: "Membres",
    noMembers: "Personne n’a encore rejoint cet espace.",
    closedMembers: "Cet espace est privé\u{00A0}: ses membres ne sont connus que de ses référents.",
    joinedOn: { "depuis le \($0)" },
    appointAdvice: "Un référent anime l’espace, traite les signalements et, si l’espace est privé, "
      + "y admet les membres.",
    admitAdvice: "Cherchez une personne inscrite sur le site, puis admettez-la.",
    refused: {
      switch $0 {
      case .notAllowed: "Ce changement ne vous est pas permis."
      case .noSuchMember: "Ce membre n’existe pas, ou n’est plus dans l’espace."
      case .lastReferent:
        "C’est le seul référent d’un espace privé\u{00A0}: nommez-en d’abord un autre."
      case .learnerOfClass:
        "Un élève ne quitte pas sa classe\u{00A0}: c’est le professeur qui l’en retire."
      case .notTeacher:
        "Seul un enseignant ou un administrateur peut être référent d’une classe."
      }
    })
}
