/// What is said about where one is logged in.
struct SessionStrings: Sendable {
  let title: String
  let introduction: String
  let unknownDevice: String
  let thisOne: String
  /// From the day it was opened and the moment it was last seen.
  let times: @Sendable (_ opened: String, _ seen: String) -> String
  let close: String
  let closeThat: @Sendable (_ device: String) -> String
  let closeAll: String
  let closeAllHint: String

  static let french = SessionStrings(
    title: "Mes sessions",
    introduction: "Les appareils où vous êtes connecté. S’il y en a un que vous ne reconnaissez "
      + "pas, fermez sa session et changez de mot de passe.",
    unknownDevice: "Appareil inconnu",
    thisOne: "cet appareil",
    times: { "Ouverte le \($0), vue \($1)." },
    close: "Fermer",
    closeThat: { "Fermer la session de \($0)" },
    closeAll: "Se déconnecter partout",
    closeAllHint: "Les adresses de vos flux privés changeront aussi.")

  static let english = SessionStrings(
    title: "My sessions",
    introduction: "The devices on which you are logged in. If there is one that you do not "
      + "recognise, close its session and change your password.",
    unknownDevice: "Unknown device",
    thisOne: "this device",
    times: { "Opened on \($0), seen \($1)." },
    close: "Close",
    closeThat: { "Close the session of \($0)" },
    closeAll: "Log out everywhere",
    closeAllHint: "The addresses of your private feeds will change, too.")
}
