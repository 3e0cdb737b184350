/// What is said about threads that join others.
struct MergeStrings: Sendable {
  let title: String
  let link: String
  let advice: String
  let search: String
  let address: String
  let addressHint: String
  let look: String
  let candidates: String
  let noCandidates: String
  let choose: @Sendable (_ title: String) -> String
  let confirmTitle: String
  let willMove: @Sendable (_ posts: Int, _ from: String, _ to: String) -> String
  let whoReads: @Sendable (_ space: String, _ readers: String) -> String
  let toldAndUndone: String
  let words: String
  let wordsHint: String
  let confirm: String
  let joined: @Sendable (_ title: String) -> String
  let undo: @Sendable (_ title: String) -> String
  let refusal: @Sendable (MergeRefusal) -> String

  static let french = MergeStrings(
    title: "Réunir avec un autre fil",
    link: "Réunir avec un autre fil…",
    advice: "Quand deux fils posent la même question\u{00A0}: les messages de celui-ci rejoignent "
      + "l’autre, dans l’ordre du temps, et son adresse y mène.",
    search: "Chercher un fil",
    address: "Ou son adresse",
    addressHint: "Par exemple\u{00A0}: /fils/12-le-son-ne-marche-plus",
    look: "Continuer",
    candidates: "Fils qui se ressemblent",
    noCandidates: "Aucun fil semblable parmi ceux que vous gérez. Donnez son adresse.",
    choose: { "Réunir avec «\u{00A0}\($0)\u{00A0}»" },
    confirmTitle: "Réunir ces deux fils\u{202F}?",
    willMove: { posts, from, to in
      posts < 2
        ? "1 message de «\u{00A0}\(from)\u{00A0}» rejoindra «\u{00A0}\(to)\u{00A0}»."
        : "\(posts) messages de «\u{00A0}\(from)\u{00A0}» rejoindront «\u{00A0}\(to)\u{00A0}»."
    },
    whoReads: { "Ils seront lus dans «\u{00A0}\($0)\u{00A0}»\u{00A0}: \($1)" },
    toldAndUndone: "L’auteur est prévenu, ceux qui suivent l’un ou l’autre suivent le tout. On "
      + "peut tout annuler.",
    words: "Un mot à l’auteur",
    wordsHint: "Pourquoi son fil en rejoint un autre.",
    confirm: "Réunir",
    joined: { "Ce message ouvrait le fil «\u{00A0}\($0)\u{00A0}», réuni avec celui-ci." },
    undo: { "Séparer de «\u{00A0}\($0)\u{00A0}»" },
    refusal: {
      switch $0 {
      case .noSuchThread: "On ne trouve pas ce fil."
      case .itself: "C’est le même fil."
      case .notYours: "Vous devez être référent de l’espace des deux fils."
      case .otherReaders:
        "Ces deux espaces n’ont pas les mêmes lecteurs\u{00A0}: ce qui a été écrit pour les uns "
          + "serait lu par d’autres."
      case .masks:
        "On écrit sans son nom dans l’un de ces fils\u{00A0}: ils restent séparés, pour que "
          + "personne ne soit reconnu."
      case .removed: "L’un de ces fils a été retiré."
      case .closedSpace: "L’un de ces espaces est fermé."
      case .tooLong: "Ces deux fils ont ensemble plus de 1\u{202F}000 messages."
      case .wordsTooLong: "Le mot est trop long\u{00A0}: 500 caractères au plus."
      case .laterMerge:
        "Un autre fil a été réuni depuis avec celui-ci\u{00A0}: séparez-le d’abord."
      }
    })

  static let english = MergeStrings(
    title: "Join with another thread",
    link: "Join with another thread…",
    advice: "When two threads ask the same: the posts of this one join the other, in the order of "
      + "time, and its address leads there.",
    search: "Look for a thread",
    address: "Or its address",
    addressHint: "For example: /fils/12-the-sound-is-gone",
    look: "Go on",
    candidates: "Threads that look alike",
    noCandidates: "No similar thread among those that you look after. Give its address.",
    choose: { "Join with “\($0)”" },
    confirmTitle: "Join these two threads?",
    willMove: { posts, from, to in
      (posts == 1 ? "1 post" : "\(posts) posts") + " of “\(from)” will join “\(to)”."
    },
    whoReads: { "They will be read in “\($0)”: \($1)" },
    toldAndUndone:
      "The author is told, and those who follow either follow the whole. All of it can "
      + "be undone.",
    words: "A word to the author",
    wordsHint: "Why the thread joins another.",
    confirm: "Join",
    joined: { "This post began the thread “\($0)”, which has joined this one." },
    undo: { "Part from “\($0)”" },
    refusal: {
      switch $0 {
      case .noSuchThread: "There is no such thread."
      case .itself: "It is the same thread."
      case .notYours: "You must be a référent of the space of both threads."
      case .otherReaders:
        "These two spaces have other readers: what was written for some would be read by others."
      case .masks:
        "Somebody writes without a name in one of these threads: they stay apart, so that nobody "
          + "is known again."
      case .removed: "One of these threads was removed."
      case .closedSpace: "One of these spaces is closed."
      case .tooLong: "These two threads have more than 1,000 posts together."
      case .wordsTooLong: "The words are too long: 500 characters at most."
      case .laterMerge: "Another thread has joined this one since: part from it first."
      }
    })
}
