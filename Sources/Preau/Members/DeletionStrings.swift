/// What is said to a member who leaves.
struct DeletionStrings: Sendable {
  let title: String
  let erased: String
  let kept: String
  let forGood: String
  let submit: String
  /// To the only référent of private spaces.
  let handOver: String

  static let french = DeletionStrings(
    title: "Supprimer mon compte",
    erased: "Seront effacés\u{00A0}: votre nom, votre identifiant, votre adresse, votre "
      + "présentation, vos brouillons, vos suivis et vos réglages.",
    kept: "Vos messages restent, pour ceux à qui ils servent\u{202F}; ils seront signés "
      + "«\u{00A0}compte supprimé\u{00A0}». Si l’un d’eux ne doit pas rester, supprimez-le avant.",
    forGood: "On ne peut pas revenir en arrière.",
    submit: "Supprimer mon compte pour toujours",
    handOver: "Vous êtes seul à vous occuper des espaces privés ci-dessous. Avant de partir, "
      + "demandez à un administrateur d’y nommer un autre référent, ou fermez vos classes. Vous "
      + "pourrez ensuite supprimer votre compte.")

  static let english = DeletionStrings(
    title: "Delete my account",
    erased: "These will be erased: your name, your log-in name, your address, what you said of "
      + "yourself, your drafts, what you follow and your settings.",
    kept: "Your posts stay, for those whom they help; they will be signed “deleted account”. If "
      + "one of them must not stay, delete it first.",
    forGood: "There is no way back.",
    submit: "Delete my account for good",
    handOver: "Nobody but you looks after the private spaces below. Before you leave, ask an "
      + "administrator to appoint another référent there, or close your classes. Then you can "
      + "delete your account.")
}
