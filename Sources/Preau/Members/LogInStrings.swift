/// What is said on the way in and out.
struct LogInStrings: Sendable {
  let title: String
  let name: String
  let nameHint: String
  let password: String
  let submit: String
  let kept: String
  let nameMissing: String
  let passwordMissing: String
  /// The same words whether or not there is such a member.
  let refused: String
  /// From seconds.
  let wait: @Sendable (Int) -> String
  let noAccount: String
  let lostPassword: String
  let logOut: String
  let logOutAdvice: String

  static let french = LogInStrings(
    title: "Se connecter",
    name: "Identifiant ou adresse e-mail",
    nameHint: "Celui que vous avez choisi en créant votre compte, ou qu’on vous a donné.",
    password: "Mot de passe",
    submit: "Se connecter",
    kept: "Votre session avait pris fin. Ce que vous veniez d’écrire est gardé pendant une heure"
      + "\u{00A0}: ce sera envoyé dès que vous serez de nouveau connecté avec le même compte.",
    nameMissing: "Écrivez votre identifiant ou votre adresse e-mail.",
    passwordMissing: "Écrivez votre mot de passe.",
    refused: "Cet identifiant et ce mot de passe ne vont pas ensemble. Vérifiez les deux"
      + "\u{00A0}: une majuscule de trop suffit.",
    wait: {
      "Il y a eu trop d’essais. Par sécurité, attendez \(french($0)) avant de réessayer."
    },
    noAccount: "Pas encore de compte\u{202F}?",
    lostPassword: "Mot de passe perdu\u{202F}?",
    logOut: "Se déconnecter",
    logOutAdvice: "Sur un appareil que d’autres utilisent, pensez toujours à vous déconnecter.")

  static let english = LogInStrings(
    title: "Log in",
    name: "Log-in name or e-mail address",
    nameHint: "The one that you chose when you made your account, or that you were given.",
    password: "Password",
    submit: "Log in",
    kept: "Your session had ended. What you had just written is kept for one hour: it will be "
      + "sent as soon as you are logged in again with the same account.",
    nameMissing: "Write your log-in name or your e-mail address.",
    passwordMissing: "Write your password.",
    refused: "This name and this password do not belong together. Check both: one capital letter "
      + "too many is enough.",
    wait: { "There were too many tries. For safety, wait \(english($0)) before you try again." },
    noAccount: "No account yet?",
    lostPassword: "Lost your password?",
    logOut: "Log out",
    logOutAdvice: "On a device that others use too, always remember to log out.")

  /// "15 secondes", "2 minutes"; minutes are rounded up, so that nobody comes back too early.
  private static func french(_ seconds: Int) -> String {
    if seconds < 2 { return "1\u{00A0}seconde" }
    if seconds < 60 { return "\(seconds)\u{00A0}secondes" }
    let minutes = (seconds + 59) / 60
    return minutes < 2 ? "1\u{00A0}minute" : "\(minutes)\u{00A0}minutes"
  }

  private static func english(_ seconds: Int) -> String {
    if seconds < 60 { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
    let minutes = (seconds + 59) / 60
    return minutes == 1 ? "1 minute" : "\(minutes) minutes"
  }
}
