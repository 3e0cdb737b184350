extension ModerationStrings {
  static let french = ModerationStrings(
    title: "Signalements",
    advice: "Ce que des membres ont signalé dans les espaces dont vous vous occupez. L’auteur du "
      + "message ne sait pas qui a signalé\u{00A0}: gardez-le pour vous.",
    reportsTitle: "Signalements reçus",
    empty: "Aucun signalement n’attend.",
    reports: { $0 < 2 ? "\($0) signalement" : "\($0) signalements" },
    removed: "Message déjà retiré.",
    seePost: "Voir le message",
    next: "Signalements suivants",
    first: "Revenir au début",
    contestMark: "Décision contestée",
    free: "Personne ne s’en occupe",
    heldBy: "Pris en charge par",
    heldByYou: "Vous vous en occupez",
    take: "Je m’en occupe",
    takeOver: "Reprendre",
    release: "Laisser à d’autres",
    look: "Examiner",
    waitingSince: "attend depuis",
    caseTitle: { "Signalement\u{00A0}: \($0)" },
    message: "Le message",
    said: "Ce qui a été signalé",
    notes: "Notes entre référents",
    noNotes: "Aucune note. Seuls ceux qui s’occupent de l’espace les lisent.",
    noteLabel: "Ajouter une note",
    noteHint: "Lue par ceux qui s’occupent de l’espace, jamais par l’auteur ni par qui a signalé.",
    keepNote: "Garder la note",
    takeFirst:
      "Pour décider, prenez d’abord ce signalement\u{00A0}: les autres verront que vous vous "
      + "en occupez.",
    heldByOther: { "\($0) s’en occupe et décidera." },
    othersAnswer:
      "Vous avez pris la décision qui est contestée\u{00A0}: une autre personne répondra. "
      + "S’il n’y a pas d’autre référent, ce sera un administrateur.",
    plea: "Ce que dit l’auteur",
    firstDecision: "Décision contestée",
    decided: "Décision",
    decide: "Décider",
    decisionLabel: "Que faire\u{202F}?",
    reasonLabel: "Motif",
    chooseReason: "Choisir un motif",
    daysLabel: "Silence\u{00A0}: combien de jours\u{202F}?",
    daysHint: "De 1 à 90. Seulement pour «\u{00A0}Silence\u{00A0}».",
    textLabel: "Modifier\u{00A0}: le message corrigé",
    textHint:
      "Seulement pour «\u{00A0}Modifier\u{00A0}». L’historique du message montre ce qui change.",
    wordsLabel: "Un mot à l’auteur",
    wordsHint:
      "L’auteur reçoit déjà la décision et le motif. Dites ce qu’il peut faire. Ne dites pas "
      + "qui a signalé.",
    confirm: "Décider et prévenir",
    decision: {
      switch $0 {
      case .dismiss: "Ne rien reprocher"
      case .warn: "Avertir"
      case .edit: "Modifier"
      case .hide: "Masquer"
      case .silence: "Silence"
      case .remove: "Retirer"
      case .uphold: "Maintenir la décision"
      case .cancel: "Annuler la décision"
      }
    },
    decisionHint: {
      switch $0 {
      case .dismiss:
        "Le message reste. Son auteur peut le lire dans ses décisions, sans être dérangé."
      case .warn: "Le message reste, l’auteur est averti."
      case .edit: "Vous corrigez le message, l’auteur est prévenu."
      case .hide: "Le message n’est plus lu. Un référent peut le rétablir."
      case .silence: "L’auteur lit mais n’écrit plus dans l’espace, pour quelques jours."
      case .remove: "Le message n’est plus lu et ne peut être rétabli que si l’auteur conteste."
      case .uphold: "Rien ne change, l’auteur est prévenu."
      case .cancel: "Ce qui avait été décidé est défait, l’auteur est prévenu."
      }
    },
    reason: {
      switch $0 {
      case .hurtful: "Propos blessants ou moqueurs"
      case .harassment: "Harcèlement"
      case .discrimination: "Propos discriminatoires"
      case .privacy: "Vie privée de quelqu’un"
      case .falsehood: "Fausse information"
      case .danger: "Danger pour soi ou pour d’autres"
      case .advertising: "Publicité"
      case .rights: "Droit d’auteur"
      case .offTopic: "Hors sujet"
      case .repetition: "Déjà dit ailleurs"
      case .nothingWrong: "Rien à reprocher"
      case .other: "Autre motif"
      }
    },
    problem: { problem, threads in
      switch problem {
      case .decisionMissing: "Choisissez ce qu’il faut faire."
      case .reasonMissing: "Choisissez un motif."
      case .daysMissing: "Donnez un nombre de jours, de 1 à 90."
      case .wordsTooLong: "Le mot à l’auteur est trop long\u{00A0}: 2 000 caractères au plus."
      case .textUnchanged: "Le message corrigé est le même qu’avant."
      case .text(let problem): threads.say(problem)
      }
    },
    refusal: {
      switch $0 {
      case .taken: "Quelqu’un d’autre vient de prendre ce signalement."
      case .decided: "Quelqu’un vient de décider\u{00A0}: rien n’a changé de votre côté."
      case .notTaken: "Ce signalement n’est plus à vous\u{00A0}: reprenez-le pour décider."
      case .ownDecision: "Vous avez pris la première décision\u{00A0}: une autre personne répond."
      case .notContestable: "Cette décision a déjà été contestée."
      }
    },
    messages: "Décisions qui me concernent",
    messagesAdvice: "Ce que les référents ont décidé de vos messages, ou de ceux que vous avez "
      + "signalés.",
    noMessages: "Aucune décision ne vous concerne.",
    unread: {
      switch $0 {
      case 0: "Décisions qui me concernent"
      case 1: "Décisions qui me concernent\u{00A0}: 1 nouvelle"
      default: "Décisions qui me concernent\u{00A0}: \($0) nouvelles"
      }
    },
    haveRead: "J’ai lu",
    new: "Nouveau",
    toAuthor: {
      switch $0 {
      case .hide: "Un référent a masqué votre message."
      case .edit: "Un référent a modifié votre message. Son historique montre ce qui a changé."
      case .warn: "Un référent vous avertit à propos de votre message. Le message reste."
      case .silence: "À cause de ce message, vous ne pouvez pas écrire dans l’espace pour un temps."
      case .remove: "Un référent a retiré votre message."
      case .dismiss:
        "Votre message avait été signalé. Un référent l’a lu et n’a rien à vous reprocher\u{00A0}: il "
          + "reste comme il est, vous n’avez rien à faire."
      case .uphold:
        "Une autre personne a regardé la décision que vous contestez\u{00A0}: elle la "
          + "maintient."
      case .cancel:
        "Une autre personne a regardé la décision que vous contestez\u{00A0}: elle "
          + "l’annule. Ce qui avait été fait est défait."
      }
    },
    toReporter: {
      switch $0 {
      case .hide, .remove: "Le message que vous avez signalé n’est plus visible. Merci."
      case .edit: "Le message que vous avez signalé a été modifié. Merci."
      case .warn, .silence:
        "Un référent a parlé à l’auteur du message que vous avez signalé. Merci."
      case .dismiss:
        "Un référent a regardé le message que vous avez signalé\u{00A0}: il reste comme il "
          + "est. Merci de l’avoir dit."
      case .uphold: "La décision sur le message que vous avez signalé est maintenue."
      case .cancel: "La décision sur le message que vous avez signalé a été revue et annulée."
      }
    },
    because: { "Motif\u{00A0}: \($0)" },
    until: { "Jusqu’au \($0)." },
    referentSays: "Le référent vous écrit",
    contest: "Contester",
    contested: "Vous avez contesté cette décision.",
    contestTitle: "Contester une décision",
    contestAdvice: "Une autre personne que celle qui a décidé vous lira et répondra. On ne peut "
      + "contester qu’une fois.",
    yourText: "Votre message",
    yourTextHint: "Tel qu’il est enregistré\u{00A0}: vous pouvez le copier.",
    contestLabel: "Pourquoi faut-il revoir cette décision\u{202F}?",
    contestHint: "Quelques phrases suffisent.",
    contestMissing: "Écrivez pourquoi vous contestez.",
    sendContest: "Envoyer",
    record: "Registre de modération",
    recordOf: { "Registre de modération\u{00A0}: \($0)" },
    recordAdvice: "Ce que les référents ont décidé dans cet espace, et pourquoi. Sans aucun nom.",
    recordEmpty: "Rien n’a encore été décidé ici.",
    recordShown: "Ceux qui lisent l’espace lisent aussi cette page.",
    recordKept: "Pour l’instant, seuls ceux qui s’occupent de l’espace lisent cette page.",
    showRecord: "La montrer à ceux qui lisent l’espace",
    keepRecord: "La garder entre référents")
}
