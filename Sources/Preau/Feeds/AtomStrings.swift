/// What feeds say.
struct AtomStrings: Sendable {
  let latest: String
  let inSpace: @Sendable (String) -> String
  let tagged: @Sendable (String) -> String
  /// The title of an answer, from its thread's title and its number.
  let answer: @Sendable (String, Int) -> String

  static let french = AtomStrings(
    latest: "Derniers messages",
    inSpace: { "Derniers messages de l’espace «\u{00A0}\($0)\u{00A0}»" },
    tagged: { "Derniers messages étiquetés «\u{00A0}\($0)\u{00A0}»" },
    answer: { "\($0) (nº\u{00A0}\($1))" })

  static let english = AtomStrings(
    latest: "Latest posts",
    inSpace: { "Latest posts of the space “\($0)”" },
    tagged: { "Latest posts tagged “\($0)”" },
    answer: { "\($0) (no. \($1))" })
}
