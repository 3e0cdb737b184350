/// What is said to someone who makes an account: perhaps thirteen years old, alone, on a telephone.
struct SignUpStrings: Sendable {
  let title: String
  let introduction: String
  let name: String
  let nameHint: String
  let login: String
  let loginHint: String
  let password: String
  let passwordHint: String
  let email: String
  let emailHint: String
  let role: String
  let roleHint: @Sendable (Member.Role) -> String
  let roleChoice: @Sendable (Member.Role) -> String
  let submit: String
  let young: String
  let hasAccount: String
  let byInvitation: SiteStrings.Words
  let closed: SiteStrings.Words
  let say: @Sendable (SignUpDraft.Problem) -> String

  static let french = SignUpStrings(
    title: "Créer un compte",
    introduction: "Il suffit de choisir un nom et un mot de passe. Pas besoin d’adresse e-mail.",
    name: "Nom affiché",
    nameHint: "Les autres membres le verront à côté de vos messages. Un pseudonyme convient"
      + "\u{00A0}: vous n’avez pas à donner votre vrai nom.",
    login: "Identifiant",
    loginHint: "Pour vous connecter. De 3 à 40 lettres, chiffres, points, tirets ou tirets bas, "
      + "sans espace. Par exemple\u{00A0}: lea.martin",
    password: "Mot de passe",
    passwordHint: "Au moins 8 caractères. Le plus sûr et le plus facile à retenir"
      + "\u{00A0}: trois ou quatre mots qui n’ont rien à voir entre eux.",
    email: "Adresse e-mail",
    emailHint: "Vous pouvez laisser cette case vide. Personne ne la verra\u{202F}; elle permet "
      + "seulement de se connecter sans se rappeler son identifiant.",
    role: "Vous êtes",
    roleHint: {
      $0 == .learner
        ? "Votre profil n’est visible que des membres connectés\u{202F}; pour les visiteurs, vos "
          + "messages sont signés «\u{00A0}un apprenant\u{00A0}»."
        : "Vous accompagnez un élève, chez vous ou en classe."
    },
    roleChoice: {
      switch $0 {
      case .learner: "Élève, apprenti, étudiant, stagiaire"
      case .teacher: "Enseignant, formateur"
      case .professional: "Professionnel d’un métier"
      case .family: "Parent, famille, AESH"
      case .administrator: "Administrateur du site"
      }
    },
    submit: "Créer mon compte",
    young: "Avant 15 ans, parlez-en d’abord avec la personne responsable de vous. Avec un code de "
      + "classe, il n’y a pas de compte à créer\u{00A0}: c’est le professeur qui l’a fait.",
    hasAccount: "Vous avez déjà un compte\u{202F}?",
    byInvitation: SiteStrings.Words(
      title: "On crée un compte ici avec une invitation",
      advice: "Demandez un lien d’invitation à votre établissement ou à un administrateur du site, "
        + "puis ouvrez-le."),
    closed: SiteStrings.Words(
      title: "On ne peut pas créer de compte ici",
      advice: "Les comptes sont créés par l’établissement. Demandez le vôtre à un administrateur."),
    say: { $0.inFrench })

  static let english = SignUpStrings(
    title: "Create an account",
    introduction: "Choose a name and a password: that is all. No e-mail address is needed.",
    name: "Display name",
    nameHint: "Other members see it beside your posts. A pseudonym is fine: you do not have to "
      + "give your real name.",
    login: "Log-in name",
    loginHint: "To log in with. From 3 to 40 letters, digits, full stops, hyphens or underscores, "
      + "without spaces. For example: lea.martin",
    password: "Password",
    passwordHint: "At least 8 characters. Safest and easiest to remember: three or four words that "
      + "have nothing to do with each other.",
    email: "E-mail address",
    emailHint: "You can leave this empty. Nobody will see it; it only lets you log in without "
      + "remembering your log-in name.",
    role: "You are",
    roleHint: {
      $0 == .learner
        ? "Only members who are logged in can see your profile; for visitors, your posts are "
          + "signed “a learner”."
        : "You accompany a learner, at home or in class."
    },
    roleChoice: {
      switch $0 {
      case .learner: "A pupil, an apprentice, a student, a trainee"
      case .teacher: "A teacher, a trainer"
      case .professional: "A professional of a trade"
      case .family: "A parent, family, AESH"
      case .administrator: "An administrator of the site"
      }
    },
    submit: "Create my account",
    young: "Before you are 15, talk about it first with the person who is responsible for you. "
      + "With "
      + "a class code there is no account to make: your teacher has made it.",
    hasAccount: "You have an account already?",
    byInvitation: SiteStrings.Words(
      title: "Accounts are made with an invitation here",
      advice: "Ask your school or an administrator of the site for an invitation link, then open "
        + "it."),
    closed: SiteStrings.Words(
      title: "Accounts cannot be made here",
      advice: "The school makes them. Ask an administrator for yours."),
    say: { $0.inEnglish })
}

extension SignUpDraft.Problem {
  /// The field that is to be corrected.
  var field: StaticString {
    switch self {
    case .name: "nom"
    case .login, .loginTaken: "identifiant"
    case .emailMalformed, .emailTaken: "courriel"
    case .role: "role"
    case .password: "mot_de_passe"
    }
  }

  fileprivate var inFrench: String {
    switch self {
    case .name(let problem): problem.inFrench
    case .login(let problem): problem.inFrench
    case .loginTaken(let suggestion):
      suggestion.map {
        "Cet identifiant est déjà pris. Celui-ci est libre\u{00A0}: \($0)"
      } ?? "Cet identifiant est déjà pris. Choisissez-en un autre."
    case .emailMalformed:
      "Cette adresse n’est pas complète. Corrigez-la, ou laissez la case vide."
    case .emailTaken:
      "Un compte a déjà cette adresse. Laissez la case vide, ou connectez-vous à ce compte."
    case .role: "Choisissez l’une des deux réponses."
    case .password(let problem): problem.inFrench
    }
  }

  fileprivate var inEnglish: String {
    switch self {
    case .name(let problem): problem.inEnglish
    case .login(let problem): problem.inEnglish
    case .loginTaken(let suggestion):
      suggestion.map { "This log-in name is taken already. This one is free: \($0)" }
        ?? "This log-in name is taken already. Choose another."
    case .emailMalformed: "This address is not complete. Correct it, or leave the field empty."
    case .emailTaken:
      "An account has this address already. Leave the field empty, or log in to that account."
    case .role: "Choose one of the two answers."
    case .password(let problem): problem.inEnglish
    }
  }
}

extension DisplayName.Problem {
  var inFrench: String {
    switch self {
    case .empty: "Écrivez le nom que les autres verront."
    case .tooLong: "Ce nom est trop long\u{00A0}: 60 caractères au plus."
    case .reserved: "Le site se sert lui-même de ce nom. Choisissez-en un autre."
    case .ofSomeoneInCharge:
      "Ce nom est celui d’une personne qui s’occupe du site ou d’un espace, ou lui ressemble trop. "
        + "Ajoutez-y ce qui vous distingue, par exemple votre métier."
    }
  }

  var inEnglish: String {
    switch self {
    case .empty: "Write the name that others will see."
    case .tooLong: "This name is too long: 60 characters at most."
    case .reserved: "The site itself uses this name. Choose another."
    case .ofSomeoneInCharge:
      "This is the name of somebody who looks after the site or a space, or too like it. Add what "
        + "sets you apart, such as your trade."
    }
  }
}

extension LogInName.Problem {
  var inFrench: String {
    switch self {
    case .empty: "Choisissez un identifiant."
    case .tooShort: "Cet identifiant est trop court\u{00A0}: 3 caractères au moins."
    case .tooLong: "Cet identifiant est trop long\u{00A0}: 40 caractères au plus."
    case .forbidden(" "): "Un identifiant n’a pas d’espace\u{00A0}: mettez un point ou un tiret."
    case .forbidden(let character):
      "Un identifiant ne peut pas contenir «\u{00A0}\(character)\u{00A0}»\u{00A0}: seulement des "
        + "lettres, des chiffres, des points, des tirets et des tirets bas."
    case .noLetter: "Un identifiant contient au moins une lettre ou un chiffre."
    }
  }

  var inEnglish: String {
    switch self {
    case .empty: "Choose a log-in name."
    case .tooShort: "This log-in name is too short: 3 characters at least."
    case .tooLong: "This log-in name is too long: 40 characters at most."
    case .forbidden(" "): "A log-in name has no space: put a full stop or a hyphen."
    case .forbidden(let character):
      "A log-in name cannot hold “\(character)”: only letters, digits, full stops, hyphens and "
        + "underscores."
    case .noLetter: "A log-in name holds a letter or a digit at least."
    }
  }
}

extension NewPassword.Problem {
  var inFrench: String {
    switch self {
    case .empty: "Choisissez un mot de passe."
    case .tooShort: "Ce mot de passe est trop court\u{00A0}: 8 caractères au moins."
    case .tooLong: "Ce mot de passe est trop long\u{00A0}: 128 caractères au plus."
    case .isLogInName:
      "Le mot de passe ne peut pas être l’identifiant\u{00A0}: tout le monde "
        + "l’essaierait."
    case .tooCommon:
      "Ce mot de passe est l’un des premiers que l’on essaie. Choisissez-en un que "
        + "vous êtes seul à connaître."
    }
  }

  var inEnglish: String {
    switch self {
    case .empty: "Choose a password."
    case .tooShort: "This password is too short: 8 characters at least."
    case .tooLong: "This password is too long: 128 characters at most."
    case .isLogInName: "The password cannot be the log-in name: everybody would try it."
    case .tooCommon:
      "This password is one of the first that anyone would try. Choose one that "
        + "only you know."
    }
  }
}
