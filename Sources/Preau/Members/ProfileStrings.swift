/// What is said around what members say of themselves.
struct ProfileStrings: Sendable {
  let title: String
  let roleSince: @Sendable (_ role: String, _ day: String) -> String
  let nothingSaid: String
  let edit: String
  let asOthersSee: String
  let about: String
  let aboutHint: String
  let publicName: String
  let publicNameHint: String
  let language: String
  let languageHint: String
  let browsersLanguage: String
  let say: @Sendable (ProfileDraft.Problem) -> String

  static let french = ProfileStrings(
    title: "Mon profil",
    roleSince: { "\($0), membre depuis le \($1)" },
    nothingSaid: "Aucune présentation pour l’instant.",
    edit: "Modifier mon profil",
    asOthersSee: "Voir mon profil comme les autres membres",
    about: "Présentation",
    aboutHint: "Ce que vous enseignez, apprenez ou savez faire, en quelques lignes. N’y mettez pas "
      + "d’adresse ni de téléphone.",
    publicName: "Signer mes messages de mon nom affiché, même pour les visiteurs",
    publicNameHint: "Sans cette case, une personne qui n’est pas connectée lit «\u{00A0}un "
      + "apprenant\u{00A0}» à la place de votre nom. Votre profil reste réservé aux membres dans "
      + "les deux cas.",
    language: "Langue du site",
    languageHint: "Les messages restent dans la langue où ils sont écrits.",
    browsersLanguage: "Celle de mon navigateur",
    say: {
      switch $0 {
      case .name(let problem): problem.inFrench
      case .aboutTooLong(let over):
        "La présentation est trop longue de \(over)\u{00A0}"
          + (over < 2 ? "caractère." : "caractères.")
      case .aboutRefused:
        "Cette présentation ne peut pas être affichée\u{00A0}: sa mise en forme est trop "
          + "compliquée."
      case .emailMalformed:
        "Cette adresse n’est pas complète. Corrigez-la, ou laissez la case vide."
      case .emailTaken: "Un autre compte a déjà cette adresse. Laissez la case vide."
      }
    })

  static let english = ProfileStrings(
    title: "My profile",
    roleSince: { "\($0), member since \($1)" },
    nothingSaid: "Nothing here yet.",
    edit: "Edit my profile",
    asOthersSee: "See my profile as other members do",
    about: "About you",
    aboutHint: "What you teach, learn or know how to do, in a few lines. Do not put an address or "
      + "a telephone number here.",
    publicName: "Sign my posts with my display name, for visitors too",
    publicNameHint: "Without this, someone who is not logged in reads “a learner” in place of your "
      + "name. Your profile is for members only in both cases.",
    language: "Language of the site",
    languageHint: "Posts stay in the language in which they were written.",
    browsersLanguage: "My browser’s",
    say: {
      switch $0 {
      case .name(let problem): problem.inEnglish
      case .aboutTooLong(let over):
        "This text is too long by \(over) " + (over == 1 ? "character." : "characters.")
      case .aboutRefused: "This text cannot be shown: its formatting is too complicated."
      case .emailMalformed: "This address is not complete. Correct it, or leave the field empty."
      case .emailTaken: "Another account has this address already. Leave the field empty."
      }
    })
}
