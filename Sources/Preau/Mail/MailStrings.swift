/// What is said of mails, and in them.
struct MailStrings: Sendable {
  let title: String
  let introduction: @Sendable (String) -> String
  let personal: String
  let followed: String
  let quiet: String
  let quietHint: String
  let dailyDigest: String
  let dailyHint: String
  let weeklyDigest: String
  let weeklyHint: String
  let exceptions: String
  let exceptionsHint: String
  let name: @Sendable (OfferedChoice) -> String
  let level: @Sendable (MailLevel) -> String
  let asUsual: String
  let refused: @Sendable (String, String) -> String
  let otherAddress: String
  let tryAgain: String
  let threadTitle: String
  let allChoices: String
  let stopTitle: String
  let askStop: @Sendable (MailChoice) -> String
  let doStop: String
  let stoppedTitle: String
  let stopped: @Sendable (MailChoice) -> String
  let digest: @Sendable (WaitingMail.Kind, String) -> String
  let hello: @Sendable (String) -> String
  let readOnSite: String
  let why: @Sendable (String) -> String
  let change: String
  let changeLink: String
  let stop: @Sendable (MailChoice) -> String
  let stopLink: @Sendable (MailChoice) -> String

  static let french = MailStrings(
    title: "Courriels",
    introduction: { "À \($0), et seulement si vous le voulez." },
    personal: "Ce qui s’adresse à vous\u{00A0}: réponses, appels à votre nom, décisions",
    followed: "La suite des fils que vous suivez",
    quiet: "Rien le soir, le week-end ni pendant les vacances",
    quietHint: "Les courriels attendent alors le matin d’un jour de classe, à partir de "
      + "8\u{00A0}h. Ici, rien n’attend\u{00A0}: vos notifications sont à jour à toute heure.",
    dailyDigest: "Résumé du jour",
    dailyHint: "Un seul courriel, à 17\u{00A0}h, s’il y a du nouveau.",
    weeklyDigest: "Résumé de la semaine",
    weeklyHint: "Un seul courriel, le lundi à 8\u{00A0}h, s’il y a du nouveau.",
    exceptions: "Exceptions",
    exceptionsHint: "Pour un espace ou une étiquette, un choix fait aussi annoncer les nouveaux "
      + "fils. Celui d’un fil l’emporte sur tous les autres.",
    name: { offer in
      switch offer.choice {
      case .space: "Espace «\u{00A0}\(offer.name)\u{00A0}»"
      case .tag: "Étiquette «\u{00A0}\(offer.name)\u{00A0}»"
      case .thread: "Fil «\u{00A0}\(offer.name)\u{00A0}»"
      case .personal, .followed, .digest: offer.name
      }
    },
    level: {
      switch $0 {
      case .now: "Tout de suite"
      case .daily: "Dans le résumé du jour"
      case .weekly: "Dans le résumé de la semaine"
      case .never: "Jamais"
      }
    },
    asUsual: "Comme d’habitude",
    refused: { address, day in
      "Le \(day), le serveur de courriel a refusé votre adresse \(address). Rien ne lui est plus "
        + "envoyé. Voici sa réponse\u{00A0}:"
    },
    otherAddress: "Donner une autre adresse",
    tryAgain: "Mon adresse marche\u{00A0}: réessayer",
    threadTitle: "Courriels de ce fil",
    allChoices: "Tous mes choix de courriels",
    stopTitle: "Ne plus recevoir ces courriels",
    askStop: { choice in
      switch choice {
      case .thread:
        "Vous ne recevrez plus aucun courriel de ce fil. Vos autres choix ne "
          + "changent pas."
      case .digest(.daily):
        "Vous ne recevrez plus le résumé du jour. Vos autres choix ne "
          + "changent pas."
      case .digest(.weekly):
        "Vous ne recevrez plus le résumé de la semaine. Vos autres choix ne "
          + "changent pas."
      default:
        "Vous ne recevrez plus de courriels de cette sorte. Vos autres choix ne changent "
          + "pas."
      }
    },
    doStop: "Ne plus les recevoir",
    stoppedTitle: "C’est fait",
    stopped: { choice in
      switch choice {
      case .thread: "Vous ne recevrez plus de courriels de ce fil."
      case .digest(.daily): "Vous ne recevrez plus le résumé du jour."
      case .digest(.weekly): "Vous ne recevrez plus le résumé de la semaine."
      default: "Vous ne recevrez plus ces courriels."
      }
    },
    digest: { kind, day in
      kind == .weekly ? "Le résumé de la semaine, \(day)" : "Le résumé du \(day)"
    },
    hello: { "Bonjour \($0)," },
    readOnSite: "Lire et répondre sur le site",
    why: { "Vous recevez ce courriel parce que vous êtes membre de \($0)." },
    change: "Choisir ce que vous recevez\u{00A0}:",
    changeLink: "Choisir ce que vous recevez",
    stop: { choice in
      switch choice {
      case .thread: "Ne plus recevoir de courriels de ce fil\u{00A0}:"
      case .digest: "Ne plus recevoir ce résumé\u{00A0}:"
      default: "Ne plus recevoir de courriels de cette sorte\u{00A0}:"
      }
    },
    stopLink: { choice in
      switch choice {
      case .thread: "Ne plus recevoir de courriels de ce fil"
      case .digest: "Ne plus recevoir ce résumé"
      default: "Ne plus recevoir de courriels de cette sorte"
      }
    })

  static let english = MailStrings(
    title: "Mails",
    introduction: { "To \($0), and only if you want them." },
    personal: "What is said to you: replies, posts that call you by name, decisions",
    followed: "What follows in the threads that you follow",
    quiet: "Nothing in the evening, at week-ends and in holidays",
    quietHint: "Mails then wait for the morning of a school day, from 8 a.m. Nothing waits here: "
      + "your notifications are up to date at any hour.",
    dailyDigest: "Digest of the day",
    dailyHint: "One mail, at 5 p.m., if there is news.",
    weeklyDigest: "Digest of the week",
    weeklyHint: "One mail, on Monday at 8 a.m., if there is news.",
    exceptions: "Exceptions",
    exceptionsHint: "A choice for a space or a tag also announces new threads. That of a thread "
      + "wins over all others.",
    name: { offer in
      switch offer.choice {
      case .space: "Space “\(offer.name)”"
      case .tag: "Tag “\(offer.name)”"
      case .thread: "Thread “\(offer.name)”"
      case .personal, .followed, .digest: offer.name
      }
    },
    level: {
      switch $0 {
      case .now: "At once"
      case .daily: "In the digest of the day"
      case .weekly: "In the digest of the week"
      case .never: "Never"
      }
    },
    asUsual: "As usual",
    refused: { address, day in
      "On \(day), the mail server refused your address \(address). Nothing is sent to it any more. "
        + "It answered:"
    },
    otherAddress: "Give another address",
    tryAgain: "My address works: try again",
    threadTitle: "Mails of this thread",
    allChoices: "All my choices of mails",
    stopTitle: "Stop these mails",
    askStop: { choice in
      switch choice {
      case .thread: "No more mails of this thread. Your other choices stay."
      case .digest(.daily): "No more digest of the day. Your other choices stay."
      case .digest(.weekly): "No more digest of the week. Your other choices stay."
      default: "No more mails of this kind. Your other choices stay."
      }
    },
    doStop: "Stop them",
    stoppedTitle: "Done",
    stopped: { choice in
      switch choice {
      case .thread: "You will get no more mails of this thread."
      case .digest(.daily): "You will get no more digest of the day."
      case .digest(.weekly): "You will get no more digest of the week."
      default: "You will get no more such mails."
      }
    },
    digest: { kind, day in
      kind == .weekly ? "Digest of the week, \(day)" : "Digest of \(day)"
    },
    hello: { "Hello \($0)," },
    readOnSite: "Read and reply on the site",
    why: { "You get this mail because you are a member of \($0)." },
    change: "Choose what you get:",
    changeLink: "Choose what you get",
    stop: { choice in
      switch choice {
      case .thread: "No more mails of this thread:"
      case .digest: "No more digest:"
      default: "No more mails of this kind:"
      }
    },
    stopLink: { choice in
      switch choice {
      case .thread: "No more mails of this thread"
      case .digest: "No more digest"
      default: "No more mails of this kind"
      }
    })
}
