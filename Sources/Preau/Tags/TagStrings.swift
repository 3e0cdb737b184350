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
  let feed: String

  static let french = TagStrings(
    title: "Étiquettes",
    advice: "Les mots par lesquels on retrouve ensemble des fils d’espaces différents.",
    empty: "Aucun fil ne porte encore d’étiquette.",
    orders: "Ordre des étiquettes",
    alphabetical: "De A à Z",
    mostUsed: "Les plus utilisées",
    more: "Étiquettes suivantes",
    first: "Revenir au début",
    tagTitle: { "Fils étiquetés «\u{00A0}\($0)\u{00A0}»" },
    feed: "Flux Atom de l’étiquette")

  static let english = TagStrings(
    title: "Tags",
    advice: "The words by which threads of different spaces are found together.",
    empty: "No thread has a tag yet.",
    orders: "Order of the tags",
    alphabetical: "From A to Z",
    mostUsed: "Most used",
    more: "More tags",
    first: "Back to the beginning",
    tagTitle: { "Threads tagged “\($0)”" },
    feed: "Atom feed of the tag")
}
