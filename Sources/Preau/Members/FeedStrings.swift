/// What is said about private feeds.
struct FeedStrings: Sendable {
  let title: String
  let introduction: String
  let none: String
  let revoke: String
  let revokeHint: String

  static let french = FeedStrings(
    title: "Mes flux privés",
    introduction: "Pour suivre un espace réservé aux membres dans un lecteur de flux (Atom). Ces "
      + "adresses sont à vous seul\u{00A0}: qui les a lit ce que vous pouvez lire.",
    none: "Aucun des espaces que vous pouvez lire n’est réservé aux membres\u{00A0}: leurs flux "
      + "sont publics.",
    revoke: "Renouveler mes adresses",
    revokeHint: "Si quelqu’un a vu l’une de ces adresses, renouvelez-les\u{00A0}: les anciennes "
      + "cesseront aussitôt de fonctionner.")

  static let english = FeedStrings(
    title: "My private feeds",
    introduction:
      "To follow a space for members in a feed reader (Atom). These addresses are yours "
      + "alone: whoever has them reads what you may read.",
    none: "None of the spaces that you may read is for members only: their feeds are public.",
    revoke: "Renew my addresses",
    revokeHint: "If somebody has seen one of these addresses, renew them: the old ones stop "
      + "working at once.")
}
