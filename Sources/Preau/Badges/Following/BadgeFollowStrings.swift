/// What is said of badges that somebody aims at.
struct BadgeFollowStrings: Sendable {
  let title: String
  let follow: String
  let unfollow: String
  let waits: @Sendable (String) -> String
  let returned: String
  let canBeAskedFor: String
  let isGiven: String
  let isOver: String

  static let french = BadgeFollowStrings(
    title: "Ceux que je vise",
    follow: "Viser ce badge",
    unfollow: "Ne plus viser ce badge",
    waits: { "Votre demande du \($0) attend une réponse." },
    returned: "Votre demande vous a été rendue\u{00A0}: il reste à la compléter.",
    canBeAskedFor: "Il reste à le demander, en montrant ce que vous avez fait.",
    isGiven: "Il est donné par un enseignant ou un référent qui vous a vu faire.",
    isOver: "Il n’est plus donné.")

  static let english = BadgeFollowStrings(
    title: "Those I aim at",
    follow: "Aim at this badge",
    unfollow: "No longer aim at this badge",
    waits: { "Your request of \($0) waits for an answer." },
    returned: "Your request was sent back: it remains to be completed.",
    canBeAskedFor: "It remains to be asked for, with what shows what you did.",
    isGiven: "A teacher or référent gives it who has seen you at work.",
    isOver: "It is no longer given.")
}
