/// What feeds say.
struct AtomStrings: Sendable {
  let latest: String
  let latestCards: String
  let inSpace: @Sendable (String) -> String
  /// The latest of a word.
  let tagged: @Sendable (String) -> String
  /// The title of an answer, from its thread's title and its number.
  let answer: @Sendable (String, Int) -> String

  static let french = AtomStrings(
    latest: "Derniers messages, tutoriels et ressources",
    latestCards: "Derniers tutoriels et ressources",
    inSpace: { "Derniers messages, tutoriels et ressources de l’espace «\u{00A0}\($0)\u{00A0}»" },
    tagged: { "Derniers messages, tutoriels et ressources, «\u{00A0}\($0)\u{00A0}»" },
    answer: { "\($0) (nº\u{00A0}\($1))" })

  static let english = AtomStrings(
    latest: "Latest posts, tutorials and resources",
    latestCards: "Latest tutorials and resources",
    inSpace: { "Latest posts, tutorials and resources of the space “\($0)”" },
    tagged: { "Latest posts, tutorials and resources, “\($0)”" },
    answer: { "\($0) (no. \($1))" })
}
