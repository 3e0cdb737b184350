/// What threads say.
struct ThreadStrings: Sendable {
  // Lists
  let title: String
  let all: String
  let unanswered: String
  let mine: String
  let followed: String
  let unread: String
  let lists: String
  let new: String
  let pinned: String
  let solved: String
  let closedState: String
  let unansweredState: String
  let openState: String
  let newest: String
  let older: String
  let kind: @Sendable (Thread.Kind) -> String
  let kindHint: @Sendable (Thread.Kind) -> String
  let replies: @Sendable (Int) -> String
  let emptyAll: String
  let emptyUnanswered: String
  let emptyMine: String
  let emptyFollowed: String
  let emptyUnread: String
  let start: String

  // A thread
  let trail: String
  let by: @Sendable (String) -> String
  let seeAccepted: String
  let acceptedBy: String
  let accept: String
  let unaccept: String
  let meToo: @Sendable (Int) -> String
  let meTooSaid: @Sendable (Int) -> String
  let thanks: @Sendable (Int) -> String
  let thanked: @Sendable (Int) -> String
  let quote: String
  let edit: String
  let remove: String
  let removeThread: String
  let removePost: String
  let removesThread: String
  let removesPost: String
  let removalIsMine: String
  let removalIsOthers: String
  let restore: String
  let report: String
  let removedByAuthor: String
  let removedByReferent: String
  let editedMark: String
  let editedByReferent: String
  let history: String
  let inReplyTo: @Sendable (Int) -> String
  let numberMark: String
  let follow: String
  let unfollow: String
  let following: String
  let pin: String
  let unpin: String
  let close: String
  let reopen: String
  let move: String
  let moveTo: String
  let threadTools: String
  let aboutThread: String
  let feed: String
  let page: @Sendable (Int) -> String
  let closedNotice: String
  let spaceClosedNotice: String
  let removedNotice: String
  let logInToReply: String
  let joinToReply: String
  let firstUnread: String
  let mentions: String
  let noMentions: String
  /// In place of a name that a visitor may not see.
  let someone: String

  // Writing
  let newTitle: String
  let newAdvice: String
  let space: String
  let kindLabel: String
  let threadTitle: String
  let threadTitleHint: String
  let body: String
  let bodyHint: String
  let tags: String
  let tagsHint: String
  let reply: String
  let replyLabel: String
  let publishReply: String
  let publish: String
  let publishAnyway: String
  let preview: String
  let previewTitle: String
  let nothingToPreview: String
  let similarTitle: String
  let similarAdvice: String
  let draftRestored: @Sendable (String) -> String
  let forgetDraft: String
  let drafts: String
  let noDrafts: String
  let draftsFull: String
  let draftOutOfReach: String
  let wholeDraft: String
  let staleEdit: String
  let presentText: String
  let draftOfNew: String
  let draftOfReply: String
  let draftOfEdit: String
  let draftOfTutorial: String
  let resume: String
  let editTitle: String
  let saveEdit: String
  let writingHelp: String
  let writingHelpLines: [(String, String)]
  let toolbar: ToolbarStrings

  // History
  let historyTitle: String
  let historyVersion: @Sendable (Int) -> String
  let historyCurrent: String
  let historyNone: String
  let historyOlder: String
  let historyNewer: String
  let added: String
  let deleted: String

  // Reports
  let reportTitle: String
  let reportAdvice: String
  let reportReason: String
  let reportReasons: [(value: String, label: String)]
  let reportComment: String
  let sendReport: String
  let revealName: String

  // Problems
  let titleMissing: String
  let titleTooLong: @Sendable (Int) -> String
  let bodyMissing: String
  let bodyTooLong: @Sendable (Int) -> String
  let answerProblem: @Sendable (QuestionField.Problem, _ label: String) -> String
  let bodyRefused: String
  let spaceMissing: String
  let tooManyTags: String
  let tagTooLong: String
  let say: @Sendable (PostingRefusal) -> String

  struct ToolbarStrings: Sendable {
    let label: String
    let bold: String
    let italic: String
    let link: String
    let list: String
    let numbered: String
    let quote: String
    let code: String
    let saved: String
    let saving: String
    let unsaved: String
  }
}

extension ThreadStrings {
  static let french = ThreadStrings(
    title: "Fils d’entraide",
    all: "Tous",
    unanswered: "Sans réponse",
    mine: "Mes fils",
    followed: "Suivis",
    unread: "Non lus",
    lists: "Listes de fils",
    new: "Nouveau",
    pinned: "Épinglé",
    solved: "Résolu",
    closedState: "Fermé",
    unansweredState: "Sans réponse",
    openState: "En cours",
    newest: "Les plus récents",
    older: "Plus anciens",
    kind: {
      switch $0 {
      case .question: "Question"
      case .discussion: "Discussion"
      case .experience: "Retour d’expérience"
      }
    },
    kindHint: {
      switch $0 {
      case .question: "J’ai besoin d’aide\u{00A0}: une réponse pourra être acceptée."
      case .discussion: "Je veux en parler avec d’autres."
      case .experience: "J’ai essayé quelque chose, je raconte ce que cela a donné."
      }
    },
    replies: { $0 < 2 ? "\($0) réponse" : "\($0) réponses" },
    emptyAll: "Aucun fil pour l’instant. Le premier peut être le vôtre.",
    emptyUnanswered: "Toutes les questions ont reçu une réponse.",
    emptyMine: "Vous n’avez encore ouvert aucun fil.",
    emptyFollowed:
      "Vous ne suivez aucun fil. Le bouton «\u{00A0}Suivre\u{00A0}» est sur chaque fil.",
    emptyUnread: "Vous avez tout lu.",
    start: "Ouvrir un fil",
    trail: "Fil d’Ariane",
    by: { "par \($0)" },
    seeAccepted: "Voir la réponse acceptée",
    acceptedBy: "Réponse acceptée",
    accept: "C’est la bonne réponse",
    unaccept: "Ne plus l’accepter",
    meToo: { $0 == 0 ? "Moi aussi" : "Moi aussi · \($0)" },
    meTooSaid: { "✓ Moi aussi · \($0)" },
    thanks: { $0 == 0 ? "Merci" : "Merci · \($0)" },
    thanked: { "✓ Merci · \($0)" },
    quote: "Citer",
    edit: "Modifier",
    remove: "Retirer",
    removeThread: "Retirer le fil",
    removePost: "Retirer le message",
    removesThread: "C’est le premier message\u{00A0}: le fil entier disparaîtra des listes, avec "
      + "les réponses qu’il a reçues.",
    removesPost: "Il n’en restera qu’une ligne, qui dit qu’il a été retiré.",
    removalIsMine: "Vous pourrez le rétablir, et les référents aussi.",
    removalIsOthers: "L’auteur apprend pourquoi et peut contester\u{202F}; les référents peuvent "
      + "le rétablir.",
    restore: "Rétablir",
    report: "Signaler",
    removedByAuthor: "Message retiré par son auteur.",
    removedByReferent: "Message retiré par un référent.",
    editedMark: "modifié",
    editedByReferent: "modifié par un référent",
    history: "Historique",
    inReplyTo: { "en réponse au nº\u{00A0}\($0)" },
    numberMark: "nº\u{00A0}",
    follow: "Suivre ce fil",
    unfollow: "Ne plus suivre",
    following: "Vous suivez ce fil.",
    pin: "Épingler",
    unpin: "Désépingler",
    close: "Fermer le fil",
    reopen: "Rouvrir le fil",
    move: "Déplacer",
    moveTo: "Déplacer vers",
    threadTools: "Gérer ce fil",
    aboutThread: "À propos de ce fil",
    feed: "Flux Atom",
    page: { "Page \($0)" },
    closedNotice: "Ce fil est fermé\u{00A0}: on peut le lire, mais plus y répondre.",
    spaceClosedNotice:
      "La classe ou l’espace est fermé\u{00A0}: on peut encore le lire, plus y écrire.",
    removedNotice: "Ce fil a été retiré. Il n’apparaît plus dans les listes.",
    logInToReply: "Se connecter pour répondre",
    joinToReply: "Cet espace est réservé à ses membres.",
    firstUnread: "Premier message non lu",
    mentions: "Où l’on vous a appelé",
    noMentions: "Personne ne vous a encore appelé par votre nom de membre, avec @.",
    someone: "quelqu’un",
    newTitle: "Ouvrir un fil",
    newAdvice: "Aucune question n’est bête. Dites ce que vous voulez faire, avec quel matériel, et "
      + "ce que vous avez déjà essayé.",
    space: "Espace",
    kindLabel: "Ce que je veux faire",
    threadTitle: "Titre",
    threadTitleHint: "Le besoin en une phrase, comme vous le diriez à un collègue.",
    body: "Votre message",
    bodyHint: "On peut mettre en forme\u{00A0}: **gras**, listes, liens, tableaux. "
      + "Le brouillon est gardé.",
    tags: "Étiquettes",
    tagsHint:
      "Cinq au plus, séparées par des virgules. Par exemple\u{00A0}: moodle, téléphone. Un mot de nos "
      + "vocabulaires mène à sa page.",
    reply: "Répondre",
    replyLabel: "Votre réponse",
    publishReply: "Publier la réponse",
    publish: "Publier",
    publishAnyway: "Publier mon fil",
    preview: "Aperçu",
    previewTitle: "Aperçu",
    nothingToPreview: "Il n’y a encore rien à montrer.",
    similarTitle: "D’autres ont peut-être déjà répondu",
    similarAdvice: "Voici des fils qui ressemblent au vôtre. Si aucun ne répond, publiez\u{00A0}: "
      + "votre texte est gardé.",
    draftRestored: { "Brouillon retrouvé, gardé \($0)." },
    forgetDraft: "Jeter le brouillon",
    drafts: "Mes brouillons",
    noDrafts: "Aucun brouillon. Ce que vous commencez à écrire est gardé ici.",
    draftsFull: "Vous avez déjà \(DraftStore.most) brouillons\u{00A0}: celui-ci n’est pas gardé. "
      + "Jetez-en un dont vous n’avez plus besoin.",
    draftOutOfReach: "L’endroit où vous l’écriviez ne vous est plus ouvert, ou n’existe plus.",
    wholeDraft: "Tout le texte",
    staleEdit: "Ce message a été modifié depuis que vous avez ouvert cette page. Rien n’est "
      + "enregistré\u{00A0}: comparez les deux textes, reprenez ce qui manque au vôtre, et "
      + "enregistrez de nouveau.",
    presentText: "Le message, tel qu’il est maintenant",
    draftOfNew: "Nouveau fil",
    draftOfReply: "Réponse",
    draftOfEdit: "Modification",
    draftOfTutorial: "Tutoriel",
    resume: "Reprendre",
    editTitle: "Modifier le message",
    saveEdit: "Enregistrer la modification",
    writingHelp: "Aide à la mise en forme",
    writingHelpLines: [
      ("**gras**", "gras"), ("*italique*", "italique"), ("[texte](https://adresse)", "un lien"),
      ("- un\n- deux", "une liste"), ("1. un\n2. deux", "une liste numérotée"),
      ("> texte", "une citation"), ("`code`", "du code"), ("~~barré~~", "barré"),
      ("| A | B |\n|---|---|\n| 1 | 2 |", "un tableau"), ("- [ ] à faire", "une case à cocher"),
      ("@camille", "appeler quelqu’un par son nom de membre"),
    ],
    toolbar: ToolbarStrings(
      label: "Mise en forme", bold: "Gras", italic: "Italique", link: "Lien", list: "Liste",
      numbered: "Liste numérotée", quote: "Citation", code: "Code",
      saved: "Brouillon enregistré", saving: "Enregistrement du brouillon…",
      unsaved: "Le brouillon n’est pas enregistré\u{00A0}: la connexion manque. Gardez cette page "
        + "ouverte, votre texte y est encore."),
    historyTitle: "Historique du message",
    historyVersion: { "Version \($0)" },
    historyCurrent: "Version actuelle",
    historyNone: "Ce message n’a jamais été modifié.",
    historyOlder: "Version précédente",
    historyNewer: "Version suivante",
    added: "ajouté",
    deleted: "supprimé",
    reportTitle: "Signaler un message",
    reportAdvice: "Les référents de l’espace le liront. L’auteur ne saura pas qui a signalé.",
    reportReason: "Pourquoi",
    reportReasons: [
      ("blessant", "Blessant, moqueur ou menaçant"),
      ("prive", "Dévoile la vie privée de quelqu’un"),
      ("faux", "Faux ou dangereux"), ("publicite", "Publicité"),
      ("hors-sujet", "Sans rapport avec le fil"), ("autre", "Autre chose"),
    ],
    reportComment: "Ce que le référent doit savoir",
    sendReport: "Signaler aux référents",
    revealName: MaskStrings.french.reveal,
    titleMissing: "Donnez un titre.",
    titleTooLong: { "Le titre est trop long de \($0) \($0 < 2 ? "caractère" : "caractères")." },
    bodyMissing: "Écrivez votre message.",
    bodyTooLong: {
      "Le message est trop long de \($0) \($0 < 2 ? "caractère" : "caractères")."
    },
    answerProblem: QuestionStrings.french.problem,
    bodyRefused: "La mise en forme de ce message est trop compliquée pour être affichée. "
      + "Simplifiez les tableaux ou les listes imbriquées.",
    spaceMissing: "Choisissez un espace où vous pouvez écrire.",
    tooManyTags: "Cinq étiquettes au plus.",
    tagTooLong: "Une étiquette ne dépasse pas 40 caractères.",
    say: {
      switch $0 {
      case .notAllowed: "Vous ne pouvez pas écrire dans cet espace."
      case .closed: "Ce fil vient d’être fermé\u{00A0}: votre réponse n’est pas publiée."
      case .spaceClosed:
        "La classe ou l’espace est fermé\u{00A0}: on peut encore le lire, plus y écrire. Rien n’est "
          + "publié\u{202F}; voici votre texte."
      case .removed: "Ce fil a été retiré\u{00A0}: votre réponse n’est pas publiée."
      case .spaceFull:
        "Cet espace n’a plus de place pour des fichiers. Publiez votre texte sans fichier, et "
          + "dites-le à son référent."
      case .documentBehindMask:
        "Un document peut contenir votre nom sans que cela se voie. Sans votre nom, montrez plutôt "
          + "une image, par exemple une capture d’écran du document, et retirez le lien du texte."
      case .tooSoon(let left):
        "Vous venez de publier. Attendez \(left)\u{00A0}\(left < 2 ? "seconde" : "secondes") "
          + "et publiez de nouveau."
      case .tooManyThreads(let minutes):
        "C’est beaucoup de fils pour une première heure. Vous pourrez en ouvrir d’autres dans "
          + "\(minutes)\u{00A0}\(minutes < 2 ? "minute" : "minutes")."
      case .tooManyPosts(let minutes):
        "C’est beaucoup de messages pour une première heure. Vous pourrez en publier d’autres "
          + "dans \(minutes)\u{00A0}\(minutes < 2 ? "minute" : "minutes")."
      case .masksNotAllowed:
        "Dans cet espace, chacun signe de son nom. Enlevez la coche «\u{00A0}Sans mon nom\u{00A0}», "
          + "ou choisissez un autre espace."
      case .alreadyNamed:
        "Vous avez déjà écrit sous votre nom dans ce fil\u{00A0}: on vous reconnaîtrait. Rien n’est "
          + "publié."
      case .repeated:
        "Vous avez publié ce même texte il y a peu. Un seul endroit suffit\u{00A0}: dites où vous "
          + "l’avez écrit, ou changez-le."
      case .tooFast(let minutes):
        "C’est beaucoup de messages en quelques minutes. Vous pourrez en publier d’autres dans "
          + "\(minutes)\u{00A0}\(minutes < 2 ? "minute" : "minutes")."
      case .silenced(let until):
        "Un référent a décidé que vous ne pouvez pas écrire dans cet espace jusqu’au "
          + "\(DateStrings.french.full(until)). Votre texte est toujours ici\u{00A0}: copiez-le si "
          + "vous voulez le garder."
      }
    })
}
