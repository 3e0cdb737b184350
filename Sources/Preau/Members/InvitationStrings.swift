/// What is said about invitations.
struct InvitationStrings: Sendable {
  let title: String
  /// From what the invitation makes of someone, and the day on which it ends.
  let purpose: @Sendable (_ role: String, _ until: String) -> String
  let spent: SiteStrings.Words
  let alreadyMember: SiteStrings.Words

  static let french = InvitationStrings(
    title: "Invitation",
    purpose: { role, until in
      "Vous êtes invité à créer un compte\u{00A0}: \(role). Cette invitation est valable "
        + "jusqu’au \(until)."
    },
    spent: SiteStrings.Words(
      title: "Cette invitation ne sert plus",
      advice: "Elle a expiré, elle a déjà servi ou elle a été retirée. Demandez-en une nouvelle à "
        + "la personne qui vous l’a envoyée."),
    alreadyMember: SiteStrings.Words(
      title: "Vous avez déjà un compte",
      advice:
        "Cette invitation sert à créer un compte, et vous êtes connecté au vôtre. Pour changer "
        + "de rôle, demandez à un administrateur."))

  static let english = InvitationStrings(
    title: "Invitation",
    purpose: { role, until in
      "You are invited to create an account: \(role). This invitation is valid until \(until)."
    },
    spent: SiteStrings.Words(
      title: "This invitation is of no use any more",
      advice: "It has expired, was used already or was withdrawn. Ask the person who sent it for a "
        + "new one."),
    alreadyMember: SiteStrings.Words(
      title: "You have an account already",
      advice: "This invitation serves to create an account, and you are logged in to yours. To "
        + "change your role, ask an administrator."))
}
