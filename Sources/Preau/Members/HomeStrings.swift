/// What a member's own front page says.
struct HomeStrings: Sendable {
  let title: String
  let greeting: @Sendable (String) -> String
  let mine: String
  let account: String
  let site: String
  let drafts: String
  let threads: String
  let followed: String
  let unread: String
  let mentions: String
  /// How many posts wait, and when the oldest was reported.
  let reports: @Sendable (_ count: Int, _ oldest: String) -> String
  let profile: String
  let comfort: String
  let password: String
  let sessions: String
  let feeds: String
  let deletion: String
  let members: String
  let invitations: String
  let spaces: String
  let journal: String
  let classes: String

  static let french = HomeStrings(
    title: "Mon préau",
    greeting: { "Bonjour, \($0)" },
    mine: "Mes échanges",
    account: "Mon compte",
    site: "Administration du site",
    drafts: "Mes brouillons",
    threads: "Mes fils",
    followed: "Les fils que je suis",
    unread: "Ce que je n’ai pas lu",
    mentions: "Où l’on m’a appelé par mon nom",
    reports: {
      switch $0 {
      case 0: "Signalements"
      case 1: "Signalements\u{00A0}: 1 message attend (signalé \($1))"
      default: "Signalements\u{00A0}: \($0) messages attendent (le plus ancien\u{00A0}: \($1))"
      }
    },
    profile: "Mon profil",
    comfort: "Confort de lecture",
    password: "Changer de mot de passe",
    sessions: "Mes sessions",
    feeds: "Mes flux privés",
    deletion: "Supprimer mon compte",
    members: "Membres",
    invitations: "Invitations",
    spaces: "Espaces",
    journal: "Journal",
    classes: "Mes classes")

  static let english = HomeStrings(
    title: "My Préau",
    greeting: { "Hello, \($0)" },
    mine: "My exchanges",
    account: "My account",
    site: "Administration of the site",
    drafts: "My drafts",
    threads: "My threads",
    followed: "The threads that I follow",
    unread: "What I have not read",
    mentions: "Where I was called by name",
    reports: {
      switch $0 {
      case 0: "Reports"
      case 1: "Reports: 1 post is waiting (reported \($1))"
      default: "Reports: \($0) posts are waiting (the oldest: \($1))"
      }
    },
    profile: "My profile",
    comfort: "Reading comfort",
    password: "Change my password",
    sessions: "My sessions",
    feeds: "My private feeds",
    deletion: "Delete my account",
    members: "Members",
    invitations: "Invitations",
    spaces: "Spaces",
    journal: "Journal",
    classes: "My classes")
}
