/// What is said of licences.
struct LicenceStrings: Sendable {
  let title: String
  let name: @Sendable (Licence) -> String
  let mayShare: String
  let mayNotShare: String
  let mayAdapt: String
  let mayNotAdapt: String
  let mayNotSell: String
  let mustAttribute: String
  let mustShareAlike: String
  let notKnown: String
  let allRightsReserved: [String]
  let unknown: [String]
  let refusal: @Sendable (Licence.AdaptingRefusal) -> String

  /// What one may do with it, a sentence each.
  func permissions(_ licence: Licence) -> [String] {
    guard let may = licence.permissions else { return [notKnown] }
    return [
      may.mayShare ? mayShare : mayNotShare, may.mayAdapt ? mayAdapt : mayNotAdapt,
      may.mayShare && !may.maySell ? mayNotSell : "", may.mustAttribute ? mustAttribute : "",
      may.mustShareAlike ? mustShareAlike : "",
    ].filter { !$0.isEmpty }
  }

  static let french = LicenceStrings(
    title: "Licence",
    name: { name($0, .french) },
    mayShare: "On peut la copier et la partager.",
    mayNotShare: "On peut la lire ici\u{202F}; pour la copier, il faut l’accord de ses auteurs.",
    mayAdapt: "On peut l’adapter.",
    mayNotAdapt: "On ne peut pas l’adapter.",
    mayNotSell: "Pas d’usage commercial.",
    mustAttribute: "Il faut citer ses auteurs.",
    mustShareAlike: "Ce qu’on en fait se partage sous la même licence.",
    notKnown:
      "On ne sait pas ce qui est permis\u{00A0}: demandez aux auteurs avant de la reprendre.",
    allRightsReserved: [
      "L’œuvre peut être lue ici. Tout autre usage (la copier, la projeter, l’adapter, la publier "
        + "ailleurs) demande l’accord de ses auteurs, hors exceptions de la loi.",
      "Les auteurs peuvent choisir à tout moment une licence plus ouverte.",
    ],
    unknown: [
      "Personne n’a dit sous quelle licence cette œuvre peut être reprise. Par prudence, on ne la "
        + "copie ni ne l’adapte avant d’avoir demandé à ses auteurs.",
      "Si vous en êtes l’auteur, indiquez une licence\u{00A0}: cela se fait en modifiant la page.",
    ],
    refusal: {
      switch $0 {
      case .noDerivatives:
        "La licence de l’original interdit les adaptations (ND). Demandez à ses auteurs d’en "
          + "choisir une autre, ou faites un lien."
      case .allRightsReserved:
        "L’original est sous «\u{00A0}tous droits réservés\u{00A0}»\u{00A0}: il faut l’accord de ses "
          + "auteurs."
      case .unknown:
        "La licence de l’original est inconnue\u{00A0}: demandez à ses auteurs d’en choisir une."
      case .mustShareAlike:
        "L’original demande le partage à l’identique (SA)\u{00A0}: gardez la même licence, dans la "
          + "même version ou une version plus récente."
      case .mustStayNonCommercial:
        "L’original interdit l’usage commercial (NC)\u{00A0}: votre licence doit l’interdire aussi."
      case .mustStayAttributed:
        "L’original demande que ses auteurs soient cités\u{00A0}: choisissez une licence qui le "
          + "demande aussi."
      case .targetUnknown: "Choisissez une licence."
      }
    })

  static let english = LicenceStrings(
    title: "Licence",
    name: { name($0, .english) },
    mayShare: "You may copy and share it.",
    mayNotShare: "You may read it here; to copy it, ask its authors.",
    mayAdapt: "You may adapt it.",
    mayNotAdapt: "You may not adapt it.",
    mayNotSell: "No commercial use.",
    mustAttribute: "You must name its authors.",
    mustShareAlike: "What you make of it is shared under the same licence.",
    notKnown: "Nobody knows what is allowed: ask the authors before you use it.",
    allRightsReserved: [
      "The work can be read here. Any other use (copying, showing, adapting, publishing it "
        + "elsewhere) needs the consent of its authors, but for what the law allows.",
      "The authors can choose a more open licence at any time.",
    ],
    unknown: [
      "Nobody has said under which licence this work can be used. To be safe, do not copy or "
        + "adapt it before you have asked its authors.",
      "If you are its author, say which licence it has: edit the page.",
    ],
    refusal: {
      switch $0 {
      case .noDerivatives:
        "The licence of the original forbids adaptations (ND). Ask its authors for another one, or "
          + "link to it."
      case .allRightsReserved:
        "All rights of the original are reserved: its authors must agree."
      case .unknown: "The licence of the original is unknown: ask its authors to choose one."
      case .mustShareAlike:
        "The original asks to share alike (SA): keep the same licence, in the same version or a "
          + "later one."
      case .mustStayNonCommercial:
        "The original forbids commercial use (NC): your licence must forbid it too."
      case .mustStayAttributed:
        "The original asks that its authors be named: choose a licence that asks for it too."
      case .targetUnknown: "Choose a licence."
      }
    })

  private static func name(_ licence: Licence, _ language: Language) -> String {
    let isFrench = language == .french
    switch licence.terms {
    case .creativeCommons(let found):
      let version =
        found.version.map { " " + $0 } ?? (isFrench ? ", version inconnue" : ", version unknown")
      let country = found.country.map { " " + $0.uppercased() } ?? ""
      return "CC \(found.code.uppercased())\(version)\(country)"
    case .zero: return "CC0 1.0"
    case .publicDomain: return isFrench ? "Domaine public" : "Public domain"
    case .etalab: return "Licence Ouverte 2.0 (Etalab)"
    case .freeDocumentation(let version): return "GNU FDL" + (version.map { " " + $0 } ?? "")
    case .allRightsReserved: return isFrench ? "Tous droits réservés" : "All rights reserved"
    case .unknown: return isFrench ? "Licence inconnue" : "Unknown licence"
    }
  }
}
