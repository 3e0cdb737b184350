/// What collections of badges say, and the ways to find one's own badges.
struct BadgeCollectionStrings: Sendable {
  let title: String
  let advice: String
  let noneYet: String
  let make: String
  let makeNow: String
  let titleLabel: String
  let titleHint: String
  let titleMissing: String
  let words: String
  let wordsHint: String
  let tooLong: @Sendable (Int) -> String
  let count: @Sendable (Int) -> String
  let nothingInIt: String
  let add: String
  let addNow: String
  let up: String
  let down: String
  let remove: String
  let change: String
  let changeTitle: String
  let delete: String
  let deleteTitle: String
  let deleteNow: String
  let deleteAdvice: @Sendable (String) -> String
  // Finding one's own.
  let find: String
  let word: String
  let state: String
  let anyState: String
  let standing: @Sendable (OwnBadgeFilter.Standing) -> String
  let issuer: String
  let anyIssuer: String
  let narrow: String
  let all: String
  let nothingFound: String
}

extension BadgeCollectionStrings {
  static let french = BadgeCollectionStrings(
    title: "Mes collections",
    advice:
      "Rassemblez des badges dans l’ordre que vous voulez, avec vos mots\u{00A0}: pour un stage, "
      + "une candidature, un livret. Une collection n’est qu’à vous tant que vous ne la montrez "
      + "pas.",
    noneYet: "Vous n’avez pas encore de collection.",
    make: "Une nouvelle collection",
    makeNow: "Créer la collection",
    titleLabel: "Titre",
    titleHint: "Par exemple «\u{00A0}Pour mon stage d’électricien\u{00A0}».",
    titleMissing: "Donnez-lui un titre.",
    words: "Vos mots",
    wordsHint: "Ce que ces badges disent de vous, ensemble.",
    tooLong: { "C’est trop long de \($0) caractères." },
    count: { $0 < 2 ? "\($0) badge" : "\($0) badges" },
    nothingInIt: "Cette collection est vide. Ajoutez-y des badges que vous avez pris.",
    add: "Ajouter des badges",
    addNow: "Ajouter",
    up: "Monter",
    down: "Descendre",
    remove: "Enlever",
    change: "Changer le titre ou les mots",
    changeTitle: "Modifier la collection",
    delete: "Supprimer la collection",
    deleteTitle: "Supprimer cette collection",
    deleteNow: "Supprimer la collection",
    deleteAdvice: {
      "«\u{00A0}\($0)\u{00A0}» disparaîtra. Vos badges restent dans «\u{00A0}Mes badges\u{00A0}»."
    },
    find: "Chercher dans mes badges",
    word: "Mot",
    state: "État",
    anyState: "tous",
    standing: { standing in
      switch standing {
      case .offered: "proposés"
      case .valid: "valables"
      case .expired: "expirés"
      case .revoked: "révoqués"
      case .refused: "non pris"
      }
    },
    issuer: "Donnés par",
    anyIssuer: "tout le monde",
    narrow: "Chercher",
    all: "Tout voir",
    nothingFound: "Aucun de vos badges ne correspond.")

  static let english = BadgeCollectionStrings(
    title: "My collections",
    advice:
      "Put badges together in the order you like, with your own words: for a work placement, an "
      + "application, a portfolio. A collection is yours alone until you show it.",
    noneYet: "You have no collection yet.",
    make: "A new collection",
    makeNow: "Make the collection",
    titleLabel: "Title",
    titleHint: "For instance “For my work placement as an electrician”.",
    titleMissing: "Give it a title.",
    words: "Your words",
    wordsHint: "What these badges say of you, together.",
    tooLong: { $0 == 1 ? "1 character too long." : "\($0) characters too long." },
    count: { $0 == 1 ? "1 badge" : "\($0) badges" },
    nothingInIt: "This collection is empty. Add badges that you have taken.",
    add: "Add badges",
    addNow: "Add",
    up: "Move up",
    down: "Move down",
    remove: "Take out",
    change: "Change the title or the words",
    changeTitle: "Change the collection",
    delete: "Delete the collection",
    deleteTitle: "Delete this collection",
    deleteNow: "Delete the collection",
    deleteAdvice: { "“\($0)” will be gone. Your badges stay in “My badges”." },
    find: "Search my badges",
    word: "Word",
    state: "State",
    anyState: "all",
    standing: { standing in
      switch standing {
      case .offered: "offered"
      case .valid: "valid"
      case .expired: "expired"
      case .revoked: "revoked"
      case .refused: "not taken"
      }
    },
    issuer: "Given by",
    anyIssuer: "anybody",
    narrow: "Search",
    all: "See all",
    nothingFound: "None of your badges match.")
}
