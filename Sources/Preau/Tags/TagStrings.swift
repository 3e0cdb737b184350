/// What the pages of tags say.
struct TagStrings: Sendable {
  let title: String
  let advice: String
  let empty: String
  let orders: String
  let alphabetical: String
  let mostUsed: String
  let more: String
  let first: String
  let tagTitle: @Sendable (String) -> String
  let uses: @Sendable (Int) -> String
  let feed: String
  let toVocabularies: String
  let edit: String
  let editTitle: @Sendable (String) -> String
  let editAdvice: String
  let rename: String
  let newName: String
  let merge: String
  let mergeInto: String
  let mergeHint: String
  let promote: String
  let promoteTo: String
  let promoteHint: String
  let createConcept: String
  let nameMissing: String
  let nameTooLong: String
  let nameInUse: String
  let unknownTag: String
  let sameTag: String
  let unknownConcept: String

  static let french = TagStrings(
    title: "Étiquettes",
    advice: "Les mots par lesquels on retrouve ensemble des fils, des tutoriels et des ressources.",
    empty: "Rien ne porte encore d’étiquette.",
    orders: "Ordre des étiquettes",
    alphabetical: "De A à Z",
    mostUsed: "Les plus utilisées",
    more: "Étiquettes suivantes",
    first: "Revenir au début",
    tagTitle: { "Étiquette «\u{00A0}\($0)\u{00A0}»" },
    uses: { "\($0)\u{00A0}fois" },
    feed: "Flux Atom de l’étiquette",
    toVocabularies: "Voir les vocabulaires",
    edit: "Ranger cette étiquette",
    editTitle: { "Ranger l’étiquette «\u{00A0}\($0)\u{00A0}»" },
    editAdvice: "L’ancienne adresse mènera toujours à la nouvelle, et l’ancien mot, s’il est "
      + "encore écrit, voudra dire le nouveau.",
    rename: "Renommer",
    newName: "Nouveau nom",
    merge: "Réunir avec une autre",
    mergeInto: "Étiquette qui reste",
    mergeHint: "Tout ce qui porte celle-ci la portera.",
    promote: "En faire un mot de vocabulaire",
    promoteTo: "Mot du vocabulaire",
    promoteHint: "Tel qu’il s’y écrit\u{202F}; s’il est dans plusieurs vocabulaires, suivi du "
      + "nom de l’un d’eux entre parenthèses.",
    createConcept: "Créer ce mot parmi les «\u{00A0}Mots du site\u{00A0}»",
    nameMissing: "Écrivez un mot.",
    nameTooLong: "Ce nom est trop long.",
    nameInUse: "Une autre étiquette porte ce nom\u{00A0}: réunissez-les.",
    unknownTag: "Aucune étiquette ne porte ce nom.",
    sameTag: "C’est cette étiquette-ci\u{00A0}: choisissez-en une autre.",
    unknownConcept: "Aucun vocabulaire n’a ce mot, ou plusieurs l’ont. Précisez, ou créez-le.")

  static let english = TagStrings(
    title: "Tags",
    advice: "The words by which threads, tutorials and resources are found together.",
    empty: "Nothing has a tag yet.",
    orders: "Order of the tags",
    alphabetical: "From A to Z",
    mostUsed: "Most used",
    more: "More tags",
    first: "Back to the beginning",
    tagTitle: { "Tag “\($0)”" },
    uses: { $0 == 1 ? "once" : "\($0)\u{00A0}times" },
    feed: "Atom feed of the tag",
    toVocabularies: "See the vocabularies",
    edit: "Tidy this tag",
    editTitle: { "Tidy the tag “\($0)”" },
    editAdvice: "The old address will always lead to the new one, and the old word, if somebody "
      + "still types it, will mean the new one.",
    rename: "Rename",
    newName: "New name",
    merge: "Join with another one",
    mergeInto: "Tag that stays",
    mergeHint: "Everything that bears this one will bear it.",
    promote: "Make it a concept of a vocabulary",
    promoteTo: "Concept",
    promoteHint: "As it is written there; if several vocabularies have it, followed by the name "
      + "of one of them in brackets.",
    createConcept: "Add it to the “Words of this site”",
    nameMissing: "Write a word.",
    nameTooLong: "This name is too long.",
    nameInUse: "Another tag has this name: join them.",
    unknownTag: "No tag has this name.",
    sameTag: "That is this very tag: choose another one.",
    unknownConcept: "No vocabulary has this word, or several have it. Be more precise, or create "
      + "it.")
}
