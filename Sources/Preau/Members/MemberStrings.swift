/// What members are told about their accounts.
struct MemberStrings: Sendable {
  let aLearner: String
  let deletedMember: String
  let role: @Sendable (Member.Role) -> String
  let signUp: SignUpStrings
  let logIn: LogInStrings
  let invitations: InvitationStrings
  let home: HomeStrings
  let sessions: SessionStrings
  let passwords: PasswordStrings
  let profile: ProfileStrings
  let comfort: ComfortStrings
  let feeds: FeedStrings
  let deletion: DeletionStrings
  let directory: DirectoryStrings
  /// The name of the list of pages above a page.
  let trail: String

  static let french = MemberStrings(
    aLearner: "un apprenant",
    deletedMember: "compte supprimé",
    role: {
      switch $0 {
      case .learner: "apprenant"
      case .teacher: "enseignant"
      case .professional: "professionnel"
      case .family: "famille ou AESH"
      case .administrator: "administration"
      }
    },
    signUp: .french,
    logIn: .french,
    invitations: .french,
    home: .french,
    sessions: .french,
    passwords: .french,
    profile: .french,
    comfort: .french,
    feeds: .french,
    deletion: .french,
    directory: .french,
    trail: "Fil d’Ariane")

  static let english = MemberStrings(
    aLearner: "a learner",
    deletedMember: "deleted account",
    role: {
      switch $0 {
      case .learner: "learner"
      case .teacher: "teacher"
      case .professional: "professional"
      case .family: "family or AESH"
      case .administrator: "administration"
      }
    },
    signUp: .english,
    logIn: .english,
    invitations: .english,
    home: .english,
    sessions: .english,
    passwords: .english,
    profile: .english,
    comfort: .english,
    feeds: .english,
    deletion: .english,
    directory: .english,
    trail: "Breadcrumb")
}
