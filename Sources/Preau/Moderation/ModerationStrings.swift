/// What is said to those who look after spaces.
struct ModerationStrings: Sendable {
  let title: String
  let advice: String
  let empty: String
  let reports: @Sendable (Int) -> String
  let removed: String
  let seePost: String
  let settle: String
  let settleHint: String
  let next: String
  let first: String

  static let french = ModerationStrings(
    title: "Signalements",
    advice: "Ce que des membres ont signalé dans les espaces dont vous vous occupez. L’auteur du "
      + "message ne sait pas qui a signalé\u{00A0}: gardez-le pour vous.",
    empty: "Aucun signalement n’attend.",
    reports: { $0 < 2 ? "\($0) signalement" : "\($0) signalements" },
    removed: "Message déjà retiré.",
    seePost: "Voir le message",
    settle: "C’est réglé",
    settleHint: "Pour modifier ou retirer le message, allez sur sa page\u{202F}; une fois la chose "
      + "réglée, dites-le ici.",
    next: "Signalements suivants",
    first: "Revenir au début")

  static let english = ModerationStrings(
    title: "Reports",
    advice: "What members reported in the spaces that you look after. The author of the post does "
      + "not know who reported it: keep it to yourself.",
    empty: "No report is waiting.",
    reports: { $0 == 1 ? "1 report" : "\($0) reports" },
    removed: "Post already removed.",
    seePost: "See the post",
    settle: "This is settled",
    settleHint: "To edit or remove the post, go to its page; once the matter is settled, say so "
      + "here.",
    next: "More reports",
    first: "Back to the beginning")
}
