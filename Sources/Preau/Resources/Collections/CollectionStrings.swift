/// What collections say.
struct CollectionStrings: Sendable {
  let title: String
  let advice: String
  let make: String
  let all: String
  let mine: String
  let empty: String
  let kind: @Sendable (Collection.Kind) -> String
  let kindHint: @Sendable (Collection.Kind) -> String
  let kindQuestion: String
  let count: @Sendable (Int) -> String
  let visibility: @Sendable (Space.Visibility) -> String
  let follow: String
  let remove: String
  let removedNotice: String
  let askedNotice: String
  let agree: String
  let decline: String
  let emptyCollection: String
  let contents: String
  let step: @Sendable (Int) -> String
  let up: String
  let down: String
  let takeOut: String
  let changeNote: String
  let note: String
  let noteHint: String
  let editors: String
  let editorsAdvice: String
  let notAnswered: String
  let dismiss: String
  let editorName: String
  let editorHint: String
  let askEditor: String
  let nobody: String
  let several: String
  let manyEditors: String
  let askedWords: @Sendable (String) -> String
  let makeTitle: String
  let changeTitle: String
  let words: String
  let wordsHint: String
  let whoReads: String
  let whoReadsHint: String
  let inCollections: String
  let addTo: String
  let noneYet: String
  let which: String
  let put: String
  let choiceMissing: String
  let full: String
  let tooLong: @Sendable (Int) -> String
  let titleMissing: String
}

extension CollectionStrings {
  func say(_ problem: CollectionDraft.Problem) -> String {
    switch problem {
    case .titleMissing: titleMissing
    case .titleTooLong(let over), .wordsTooLong(let over): tooLong(over)
    }
  }
}

extension CollectionStrings {
  static let french = CollectionStrings(
    title: "Collections",
    advice: "Des boîtes à outils où prendre, des parcours à suivre pas à pas.",
    make: "Créer une collection",
    all: "Toutes",
    mine: "Les miennes",
    empty: "Aucune collection pour l’instant.",
    kind: {
      switch $0 {
      case .toolbox: "boîte à outils"
      case .path: "parcours"
      }
    },
    kindHint: {
      switch $0 {
      case .toolbox: "On y prend ce dont on a besoin."
      case .path: "On le suit dans l’ordre."
      }
    },
    kindQuestion: "Qu’est-ce que c’est\u{202F}?",
    count: { $0 < 2 ? "\($0) ressource" : "\($0) ressources" },
    visibility: {
      switch $0 {
      case .public: "ouverte à toutes et tous"
      case .members: "pour les membres"
      case .private: "privée"
      }
    },
    follow: "Suivre (flux Atom)",
    remove: "Retirer la collection",
    removedNotice: "Cette collection est retirée.",
    askedNotice: "On vous demande de faire vivre cette collection avec son auteur.",
    agree: "Accepter",
    decline: "Refuser",
    emptyCollection:
      "Rien encore. Depuis la fiche d’une ressource, choisissez «\u{00A0}Ranger dans une "
      + "collection\u{00A0}».",
    contents: "Contenu",
    step: { "Étape \($0)" },
    up: "Monter",
    down: "Descendre",
    takeOut: "Sortir",
    changeNote: "Changer la note",
    note: "Note",
    noteHint: "Pourquoi elle est là, quand s’en servir.",
    editors: "Qui la fait vivre",
    editorsAdvice: "Les personnes que vous invitez peuvent ranger, annoter et modifier.",
    notAnswered: "(n’a pas encore répondu)",
    dismiss: "Retirer",
    editorName: "Inviter quelqu’un",
    editorHint: "Son nom, ou son identifiant.",
    askEditor: "Inviter",
    nobody: "Personne ne porte ce nom.",
    several: "Plusieurs personnes portent ce nom\u{00A0}: donnez l’identifiant.",
    manyEditors: "Il y a déjà vingt personnes.",
    askedWords: { "On vous invite à faire vivre la collection «\u{00A0}\($0)\u{00A0}»." },
    makeTitle: "Nouvelle collection",
    changeTitle: "Modifier la collection",
    words: "Quelques mots",
    wordsHint: "Pour qui, pour quoi, comment s’en servir.",
    whoReads: "Qui la lit",
    whoReadsHint: "Chacun n’y voit que les ressources qu’il peut lire.",
    inCollections: "Collections",
    addTo: "Ranger dans une collection",
    noneYet: "Vous n’avez pas encore de collection.",
    which: "Quelle collection",
    put: "Ranger",
    choiceMissing: "Choisissez une collection.",
    full: "Cette collection est pleine (100 ressources).",
    tooLong: { "Le texte est trop long de \($0) \($0 < 2 ? "caractère" : "caractères")." },
    titleMissing: "Donnez un titre.")
}
