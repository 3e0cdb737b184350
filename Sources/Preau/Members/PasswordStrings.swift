/// What is said about passwords that are changed or lost.
struct PasswordStrings: Sendable {
  let changeTitle: String
  let changeIntroduction: String
  let old: String
  /// To learners who came with a slip.
  let oldIsSecret: String
  let new: String
  let change: String
  let wrongOld: String
  let lostTitle: String
  let lostIntroduction: String
  let haveCode: String
  let code: String
  let codeHint: String
  let codeMissing: String
  let codeRefused: String

  static let french = PasswordStrings(
    changeTitle: "Changer de mot de passe",
    changeIntroduction: "Vous resterez connecté ici\u{202F}; vos autres appareils seront "
      + "déconnectés, et les adresses de vos flux privés changeront.",
    old: "Mot de passe actuel",
    oldIsSecret: "C’est le secret du billet, tant que vous n’en avez pas changé.",
    new: "Nouveau mot de passe",
    change: "Changer le mot de passe",
    wrongOld: "Ce n’est pas votre mot de passe actuel.",
    lostTitle: "Mot de passe perdu",
    lostIntroduction:
      "Demandez un code à un administrateur du site\u{00A0}: dans un établissement, "
      + "c’est souvent le référent numérique. Il vous le donnera de vive voix ou par écrit. Le code "
      + "sert une seule fois, pendant 24\u{00A0}heures.",
    haveCode: "J’ai reçu un code",
    code: "Code reçu",
    codeHint: "Douze lettres et chiffres. Les tirets, les espaces et les majuscules ne comptent "
      + "pas.",
    codeMissing: "Écrivez le code que l’on vous a donné.",
    codeRefused: "Cet identifiant et ce code ne vont pas ensemble, ou le code a expiré. Vérifiez "
      + "les deux, ou demandez un nouveau code.")

  static let english = PasswordStrings(
    changeTitle: "Change my password",
    changeIntroduction: "You will stay logged in here; your other devices will be logged out, and "
      + "the addresses of your private feeds will change.",
    old: "Current password",
    oldIsSecret: "It is the secret of the slip, as long as you have not changed it.",
    new: "New password",
    change: "Change the password",
    wrongOld: "This is not your current password.",
    lostTitle: "Lost password",
    lostIntroduction: "Ask an administrator of the site for a code; in a school, that is often the "
      + "person in charge of digital matters. They will tell it to you or write it down. The code "
      + "serves once, for 24 hours.",
    haveCode: "I was given a code",
    code: "Code",
    codeHint: "Twelve letters and digits. Hyphens, spaces and capitals do not matter.",
    codeMissing: "Write the code that you were given.",
    codeRefused: "This name and this code do not belong together, or the code has expired. Check "
      + "both, or ask for a new code.")
}
