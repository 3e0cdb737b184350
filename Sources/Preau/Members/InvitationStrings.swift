/// What is said about invitations.
struct InvitationStrings: Sendable {
  let title: String
  /// From what the invitation makes of someone, and the day on which it ends.
  let purpose: @Sendable (_ role: String, _ until: String) -> String
  let spent: SiteStrings.Words
  let alreadyMember: SiteStrings.Words
  let listTitle: String
  let introduction: String
  let new: String
  let days: String
  let daysHint: String
  let uses: String
  let usesHint: String
  let note: String
  let noteHint: String
  let make: String
  let open: String
  let none: String
  /// From how many accounts it still allows, and until which day.
  let left: @Sendable (_ uses: Int, _ until: String) -> String
  let revoke: String
  let revokeThat: @Sendable (String) -> String
  let madeTitle: String
  let madeFor: @Sendable (_ role: String, _ uses: Int, _ until: String) -> String
  /// From the address where the code is typed.
  let orCode: @Sendable (_ address: String) -> String
  let madeAdvice: String
  let haveCode: String
  let codeIntroduction: String
  let code: String
  let codeHint: String
  let useCode: String
  let codeRefused: String
  /// From the name of a class.
  let classTitle: @Sendable (_ name: String) -> String
  let classIntroduction: String
  let classNoteHint: String
  let classLink: String
  let classPurpose: @Sendable (_ name: String, _ until: String) -> String
  let enterTitle: @Sendable (_ name: String) -> String
  let enterAdvice: @Sendable (_ member: String) -> String
  let enter: String
  let email: String
  let emailHint: String
  let sentTo: @Sendable (_ address: String) -> String
  let mailed: @Sendable (InvitationMail.Sent) -> String
  let mail: InvitationMailStrings
  let say: @Sendable (InvitationDraft.Problem) -> String

  static let french = InvitationStrings(
    title: "Invitation",
    purpose: { role, until in
      "Vous êtes invité à créer un compte\u{00A0}: \(role). Cette invitation est valable "
        + "jusqu’au \(until)."
    },
    spent: SiteStrings.Words(
      title: "Cette invitation ne sert plus",
      advice: "Elle a expiré, elle a déjà servi ou elle a été retirée. Demandez-en une nouvelle à "
        + "la personne qui vous l’a envoyée."),
    alreadyMember: SiteStrings.Words(
      title: "Vous avez déjà un compte",
      advice:
        "Cette invitation sert à créer un compte, et vous êtes connecté au vôtre. Pour changer "
        + "de rôle, demandez à un administrateur."),
    listTitle: "Invitations",
    introduction:
      "Un lien d’invitation permet de créer un compte avec le rôle que vous choisissez.",
    new: "Nouvelle invitation",
    days: "Durée, en jours",
    daysHint: "De 1 à 365.",
    uses: "Nombre de comptes",
    usesHint: "Combien de personnes peuvent se servir du lien, de 1 à 1\u{202F}000.",
    note: "Note",
    noteHint: "Pour qui c’est. Seuls les administrateurs la lisent.",
    make: "Créer le lien",
    open: "Invitations en cours",
    none: "Il n’y en a pas.",
    left: { uses, until in
      uses < 2
        ? "Encore \(uses)\u{00A0}compte, jusqu’au \(until)."
        : "Encore \(uses)\u{00A0}comptes, jusqu’au \(until)."
    },
    revoke: "Retirer",
    revokeThat: { "Retirer l’invitation\u{00A0}: \($0)" },
    madeTitle: "Le lien est prêt",
    madeFor: { role, uses, until in
      uses < 2
        ? "Pour un compte (\(role)), jusqu’au \(until)\u{00A0}:"
        : "Pour \(uses)\u{00A0}comptes (\(role)), jusqu’au \(until)\u{00A0}:"
    },
    orCode: { "Ou ce code, à taper sur \($0)\u{00A0}:" },
    madeAdvice: "Copiez-les maintenant\u{00A0}: ils ne seront plus affichés. Qui a l’un ou l’autre"
      + " peut s’en servir\u{202F}; ne les publiez pas.",
    haveCode: "J’ai un code d’invitation",
    codeIntroduction: "Le code est dans le message ou sur le papier que vous avez reçu.",
    code: "Code d’invitation",
    codeHint: "Douze lettres et chiffres, comme 7KQ4-W2MD-X9TB.",
    useCode: "Continuer",
    codeRefused:
      "Ce code n’ouvre rien\u{00A0}: vérifiez-le lettre par lettre. Il a peut-être expiré.",
    classTitle: { "Invitations\u{00A0}: \($0)" },
    classIntroduction:
      "Pour les familles et les AESH\u{00A0}: qui se sert du lien ou du code crée son compte, ou prend "
      + "le sien, et entre dans la classe pour lire et aider.",
    classNoteHint: "Pour qui c’est. Seuls les enseignants de la classe la lisent.",
    classLink: "Inviter une famille ou un AESH",
    classPurpose: { name, until in
      "Vous êtes invité à entrer dans «\u{00A0}\(name)\u{00A0}». Cette invitation est valable "
        + "jusqu’au \(until)."
    },
    enterTitle: { "Entrer dans «\u{00A0}\($0)\u{00A0}»" },
    enterAdvice: { "Vous entrerez sous votre nom, \($0), pour lire et aider." },
    enter: "Entrer dans la classe",
    email: "Envoyer par courriel à",
    emailHint:
      "Une adresse. Le courriel contient le lien et le code\u{202F}; pour une personne seule, laissez "
      + "le nombre de comptes à 1.",
    sentTo: { "Nous l’envoyons à \($0)." },
    mailed: { sent in
      switch sent.state {
      case .waiting: "En route vers \(sent.email)."
      case .sent: "Envoyée à \(sent.email)."
      case .failed: "N’a pas pu être remise à \(sent.email)."
      }
    },
    mail: .french,
    say: {
      switch $0 {
      case .role: "Choisissez un rôle."
      case .days: "La durée est un nombre de jours, de 1 à 365."
      case .uses: "Le nombre de comptes va de 1 à 1\u{202F}000."
      case .note: "La note est trop longue\u{00A0}: 200 caractères au plus."
      case .email: "Cette adresse n’en est pas une\u{00A0}: il manque peut-être le @."
      case .tooManyMails:
        "Vous avez envoyé beaucoup d’invitations aujourd’hui\u{00A0}: continuez demain, ou donnez le "
          + "code."
      }
    })

  static let english = InvitationStrings(
    title: "Invitation",
    purpose: { role, until in
      "You are invited to create an account: \(role). This invitation is valid until \(until)."
    },
    spent: SiteStrings.Words(
      title: "This invitation is of no use any more",
      advice: "It has expired, was used already or was withdrawn. Ask the person who sent it for a "
        + "new one."),
    alreadyMember: SiteStrings.Words(
      title: "You have an account already",
      advice: "This invitation serves to create an account, and you are logged in to yours. To "
        + "change your role, ask an administrator."),
    listTitle: "Invitations",
    introduction: "With an invitation link, people make an account that has the role you choose.",
    new: "New invitation",
    days: "Duration, in days",
    daysHint: "From 1 to 365.",
    uses: "Number of accounts",
    usesHint: "How many people can use the link, from 1 to 1,000.",
    note: "Note",
    noteHint: "For whom it is. Only administrators read it.",
    make: "Make the link",
    open: "Open invitations",
    none: "There are none.",
    left: { uses, until in
      uses == 1 ? "1 account left, until \(until)." : "\(uses) accounts left, until \(until)."
    },
    revoke: "Withdraw",
    revokeThat: { "Withdraw the invitation: \($0)" },
    madeTitle: "The link is ready",
    madeFor: { role, uses, until in
      uses == 1
        ? "For one account (\(role)), until \(until):"
        : "For \(uses) accounts (\(role)), until \(until):"
    },
    orCode: { "Or this code, to be typed on \($0):" },
    madeAdvice: "Copy them now: they will not be shown again. Whoever has either can use it; do "
      + "not publish them.",
    haveCode: "I have an invitation code",
    codeIntroduction: "The code stands in the message or on the paper that you were given.",
    code: "Invitation code",
    codeHint: "Twelve letters and figures, such as 7KQ4-W2MD-X9TB.",
    useCode: "Go on",
    codeRefused: "This code opens nothing: check it letter by letter. It may have expired.",
    classTitle: { "Invitations: \($0)" },
    classIntroduction:
      "For families and AESH: whoever uses the link or the code makes an account, or takes their own, "
      + "and enters the class to read and help.",
    classNoteHint: "For whom it is. Only the teachers of the class read it.",
    classLink: "Invite a family or an AESH",
    classPurpose: { name, until in
      "You are invited to enter “\(name)”. This invitation is valid until \(until)."
    },
    enterTitle: { "Enter “\($0)”" },
    enterAdvice: { "You will enter under your name, \($0), to read and help." },
    enter: "Enter the class",
    email: "Send by e-mail to",
    emailHint:
      "One address. The mail holds the link and the code; for one person, leave the number of "
      + "accounts at 1.",
    sentTo: { "We are sending it to \($0)." },
    mailed: { sent in
      switch sent.state {
      case .waiting: "On its way to \(sent.email)."
      case .sent: "Sent to \(sent.email)."
      case .failed: "Could not be delivered to \(sent.email)."
      }
    },
    mail: .english,
    say: {
      switch $0 {
      case .role: "Choose a role."
      case .days: "The duration is a number of days, from 1 to 365."
      case .uses: "The number of accounts is from 1 to 1,000."
      case .note: "The note is too long: 200 characters at most."
      case .email: "This is no address: the @ is missing, perhaps."
      case .tooManyMails:
        "You have sent many invitations today: go on tomorrow, or hand the code over."
      }
    })
}
