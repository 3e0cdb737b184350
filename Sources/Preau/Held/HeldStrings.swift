/// What is said about posts that are read before they are published.
struct HeldStrings: Sendable {
  // To the author
  let state: @Sendable (HeldPost.State) -> String
  let mine: String
  let mineCount: @Sendable (Int) -> String
  let mineAdvice: String
  let noneMine: String
  let waitingAdvice: String
  let refusedAdvice: String
  let edit: String
  let editTitle: String
  let saveEdit: String
  let takeBack: String
  let takeBackHint: String
  let publishedMeanwhile: String
  let yours: String

  // To those who read it first
  let queue: String
  let queueAdvice: String
  let queueEmpty: String
  /// How many posts wait, and since when the oldest does.
  let waiting: @Sendable (_ count: Int, _ oldest: String) -> String
  let ofHelpDesk: @Sendable (_ count: Int) -> String
  let newThread: @Sendable (Thread.Kind) -> String
  let reply: String
  let replyTo: @Sendable (_ title: String) -> String
  let publish: String
  let look: String
  let refuse: String
  let refuseTitle: String
  let refuseAdvice: String
  let sendRefusal: String
  let tags: String
  let refusal: @Sendable (HeldRefusal) -> String

  // The choice of a space
  let choiceTitle: String
  let choiceTitleOf: @Sendable (_ space: String) -> String
  let choiceAdvice: String
  let choiceLabel: String
  let holding: @Sendable (Holding) -> String
  let holdingHint: @Sendable (Holding) -> String
  let firstLabel: String
  let firstHint: String
  let firstProblem: String
  let change: String

  static let french = HeldStrings(
    state: {
      switch $0 {
      case .waiting: "En attente de relecture"
      case .refused: "Non publié"
      case .published: "Publié"
      }
    },
    mine: "Mes messages en attente",
    mineCount: {
      switch $0 {
      case 0: "Mes messages en attente"
      case 1: "Mes messages en attente\u{00A0}: 1"
      default: "Mes messages en attente\u{00A0}: \($0)"
      }
    },
    mineAdvice:
      "Vous êtes seul à les voir, avec les référents de l’espace. Vous serez prévenu quand "
      + "ils paraîtront.",
    noneMine: "Aucun de vos messages n’attend.",
    waitingAdvice:
      "Les autres ne voient pas encore ce message. Il paraîtra à cette place dès qu’un "
      + "référent l’aura relu, et vous serez prévenu.",
    refusedAdvice: "Ce message n’a pas été publié. Votre texte est gardé\u{00A0}: vous pouvez le "
      + "changer et le proposer de nouveau.",
    edit: "Modifier",
    editTitle: "Modifier un message en attente",
    saveEdit: "Enregistrer et proposer",
    takeBack: "Reprendre mon texte",
    takeBackHint: "Le message n’attend plus, le texte revient dans vos brouillons.",
    publishedMeanwhile: "Ce message vient d’être publié\u{00A0}: modifiez-le là où il est.",
    yours: "Vous seul et les référents voyez ce message.",
    queue: "Messages à relire avant publication",
    queueAdvice: "Personne ne les voit encore, sauf leur auteur. Le plus ancien vient d’abord.",
    queueEmpty: "Aucun message n’attend d’être relu.",
    waiting: { count, oldest in
      switch count {
      case 0: "Messages à relire"
      case 1: "Messages à relire\u{00A0}: 1 attend (depuis \(oldest))"
      default: "Messages à relire\u{00A0}: \(count) attendent (le plus ancien depuis \(oldest))"
      }
    },
    ofHelpDesk: {
      $0 < 2
        ? "1 message de cet espace attend d’être relu"
        : "\($0) messages de cet espace attendent d’être relus"
    },
    newThread: {
      switch $0 {
      case .question: "Nouvelle question"
      case .discussion: "Nouvelle discussion"
      case .experience: "Nouveau retour d’expérience"
      }
    },
    reply: "Réponse",
    replyTo: { "Réponse à «\u{00A0}\($0)\u{00A0}»" },
    publish: "Publier",
    look: "Relire",
    refuse: "Refuser…",
    refuseTitle: "Ne pas publier",
    refuseAdvice: "L’auteur reçoit le motif et votre mot, et retrouve son texte.",
    sendRefusal: "Refuser et prévenir l’auteur",
    tags: "Étiquettes",
    refusal: {
      switch $0 {
      case .decided: "Quelqu’un vient de décider, ou l’auteur a repris son texte."
      case .changed: "L’auteur vient de changer son texte\u{00A0}: relisez-le, puis décidez."
      case .reasonMissing: "Choisissez un motif."
      case .wordsTooLong: "Le mot à l’auteur est trop long\u{00A0}: 2 000 caractères au plus."
      case .threadRemoved: "Le fil a été retiré\u{00A0}: ce message n’y a plus de place."
      case .spaceClosed: "Cet espace est fermé\u{00A0}: on n’y publie plus rien."
      }
    },
    choiceTitle: "Relecture avant publication",
    choiceTitleOf: { "Relecture avant publication\u{00A0}: \($0)" },
    choiceAdvice:
      "Un message retenu n’est vu que de son auteur et des référents, jusqu’à ce que l’un "
      + "d’eux le publie. Ceux des référents ne sont jamais retenus.",
    choiceLabel: "Que relire d’abord\u{202F}?",
    holding: {
      switch $0 {
      case .nothing: "Rien"
      case .first: "Les premiers messages de chacun"
      case .questions: "Les questions"
      case .everything: "Tout"
      }
    },
    holdingHint: {
      switch $0 {
      case .nothing: "Chaque message paraît aussitôt."
      case .first: "Ensuite, ses messages paraissent aussitôt."
      case .questions: "Les réponses et les discussions paraissent aussitôt."
      case .everything: "Chaque fil et chaque réponse."
      }
    },
    firstLabel: "Combien de premiers messages\u{202F}?",
    firstHint: "De 1 à 20\u{00A0}: ceux qui ont été publiés comptent.",
    firstProblem: "Donnez un nombre de 1 à 20.",
    change: "Changer la relecture")
}
