/// What certificates say.
struct CertificateStrings: Sendable {
  let title: String
  let advice: String
  let pictureOf: @Sendable (String) -> String
  let codeTo: @Sendable (String) -> String
  /// Between the name and the badge; the name may be empty.
  let hasEarned: @Sendable (String) -> String
  let toCheck: String
  let toCheckAnywhere: String
  let attached: String

  static let french = CertificateStrings(
    title: "Certificat (PDF)",
    advice:
      "Une feuille à imprimer ou à envoyer\u{00A0}: elle contient aussi le badge lui-même, en pièce "
      + "jointe.",
    pictureOf: { "L’image du badge «\u{00A0}\($0)\u{00A0}»" },
    codeTo: { "Code QR qui mène à \($0)" },
    hasEarned: { $0.isEmpty ? "La personne qui montre ce document a gagné" : "a gagné" },
    toCheck: "Pour vérifier ce badge, sans compte, lisez le code ou ouvrez cette adresse\u{00A0}:",
    toCheckAnywhere:
      "Pour vérifier ce badge, sans compte, déposez l’un des fichiers joints à ce document à cette "
      + "adresse\u{00A0}:",
    attached:
      "Le badge lui-même est joint à ce document (Open Badges 3.0\u{00A0}: badge.json et badge.jwt). "
      + "Tout vérificateur d’Open Badges peut le lire.")

  static let english = CertificateStrings(
    title: "Certificate (PDF)",
    advice: "A sheet to print or to send: it also holds the badge itself, as an attachment.",
    pictureOf: { "The picture of the badge “\($0)”" },
    codeTo: { "QR code that leads to \($0)" },
    hasEarned: { $0.isEmpty ? "The person who shows this document has earned" : "has earned" },
    toCheck: "To verify this badge, without an account, scan the code or open this address:",
    toCheckAnywhere:
      "To verify this badge, without an account, give one of the files attached to this document to "
      + "this address:",
    attached:
      "The badge itself is attached to this document (Open Badges 3.0: badge.json and badge.jwt). Any "
      + "verifier of Open Badges can read it.")
}
