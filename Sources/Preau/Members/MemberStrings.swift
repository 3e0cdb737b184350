/// What members are told about their accounts.
struct MemberStrings: Sendable {
  let aLearner: String
  let deletedMember: String
  let role: @Sendable (Member.Role) -> String
  let signUp: SignUpStrings
  let logIn: LogInStrings
  let invitations: InvitationStrings
  let home: HomeStrings

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
    home: .french)

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
    home: .english)
}
