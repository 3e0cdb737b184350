/// What is said of the searches that members keep.
struct SavedSearchStrings: Sendable {
  let title: String
  let advice: String
  let none: String
  let keepThis: String
  let keepTitle: String
  let keepAdvice: String
  let what: String
  let name: String
  let nameHint: String
  let save: String
  let rename: String
  let renameTitle: String
  let pause: String
  let resume: String
  let paused: String
  let remove: String
  let removed: @Sendable (String) -> String
  let takeBack: String
  let notBack: @Sendable (Int) -> String
  /// How much was new, and on which day that was told.
  let toldOn: @Sendable (Int, String) -> String
  let nothingYet: String
  /// What a notification says: the name of the search, and how much is new.
  let newsOf: @Sendable (String, Int) -> String
  let feeds: String
  let feedOf: @Sendable (String) -> String
  let say: @Sendable (SavedSearchDraft.Problem) -> String

  static let french = SavedSearchStrings(
    title: "Mes recherches",
    advice: "Les recherches que vous gardez. Quand quelque chose de nouveau y répond, vous êtes "
      + "prévenu, une fois par jour au plus pour chacune.",
    none: "Vous ne gardez aucune recherche. Cherchez quelque chose, affinez, puis choisissez "
      + "«\u{00A0}Garder cette recherche\u{00A0}».",
    keepThis: "Garder cette recherche et être prévenu des nouveautés",
    keepTitle: "Garder cette recherche",
    keepAdvice: "Vous serez prévenu de ce que d’autres écrivent et que vous pouvez lire, une fois "
      + "par jour au plus. Vous pourrez faire une pause ou la retirer à tout moment.",
    what: "Ce qui est cherché",
    name: "Nom de la recherche",
    nameHint: "Vous seul le voyez.",
    save: "Garder",
    rename: "Renommer",
    renameTitle: "Renommer la recherche",
    pause: "Mettre en pause",
    resume: "Reprendre",
    paused: "En pause",
    remove: "Retirer",
    removed: { "La recherche «\u{00A0}\($0)\u{00A0}» est retirée." },
    takeBack: "Annuler",
    notBack: {
      "La recherche n’est pas revenue\u{00A0}: vous en gardez déjà \($0), ou gardez la même."
    },
    toldOn: { count, day in
      count == 1 ? "1 nouveauté, le \(day)" : "\(count) nouveautés, le \(day)"
    },
    nothingYet: "Rien de nouveau pour l’instant",
    newsOf: { name, count in
      count == 1
        ? "«\u{00A0}\(name)\u{00A0}»\u{00A0}: 1 nouveauté"
        : "«\u{00A0}\(name)\u{00A0}»\u{00A0}: \(count) nouveautés"
    },
    feeds: "Les suivre dans un lecteur de flux",
    feedOf: { "Ce que trouve la recherche «\u{00A0}\($0)\u{00A0}»" },
    say: { problem in
      switch problem {
      case .nameMissing: "Donnez un nom à la recherche."
      case .nameTooLong(let over):
        over == 1
          ? "Le nom est trop long d’un caractère." : "Le nom est trop long de \(over) caractères."
      case .asksNothing: "Cette recherche ne demande rien\u{00A0}: ajoutez un mot ou un choix."
      case .tooMany:
        "Vous gardez déjà \(SavedSearchDraft.most) recherches\u{00A0}: retirez-en une d’abord."
      case .kept(let name):
        "Vous gardez déjà cette recherche, sous le nom «\u{00A0}\(name)\u{00A0}»."
      }
    })

  static let english = SavedSearchStrings(
    title: "My searches",
    advice: "The searches that you keep. When something new answers one, you are told, once a day "
      + "at most for each.",
    none: "You keep no search. Look for something, narrow it down, then choose “Keep this "
      + "search”.",
    keepThis: "Keep this search and be told what is new",
    keepTitle: "Keep this search",
    keepAdvice: "You will be told of what others write and you may read, once a day at most. You "
      + "can pause or remove it at any time.",
    what: "What is looked for",
    name: "Name of the search",
    nameHint: "Only you see it.",
    save: "Keep",
    rename: "Rename",
    renameTitle: "Rename the search",
    pause: "Pause",
    resume: "Resume",
    paused: "Paused",
    remove: "Remove",
    removed: { "The search “\($0)” is removed." },
    takeBack: "Undo",
    notBack: { "The search did not come back: you already keep \($0), or keep the same one." },
    toldOn: { count, day in
      count == 1 ? "1 new result, on \(day)" : "\(count) new results, on \(day)"
    },
    nothingYet: "Nothing new so far",
    newsOf: { name, count in
      count == 1 ? "“\(name)”: 1 new result" : "“\(name)”: \(count) new results"
    },
    feeds: "Follow them in a feed reader",
    feedOf: { "What the search “\($0)” finds" },
    say: { problem in
      switch problem {
      case .nameMissing: "Give the search a name."
      case .nameTooLong(let over):
        over == 1
          ? "The name is too long by one character."
          : "The name is too long by \(over) characters."
      case .asksNothing: "This search asks for nothing: add a word or a choice."
      case .tooMany: "You already keep \(SavedSearchDraft.most) searches: remove one first."
      case .kept(let name): "You already keep this search, under the name “\(name)”."
      }
    })
}
