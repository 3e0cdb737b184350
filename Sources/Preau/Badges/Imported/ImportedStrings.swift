import Credentials

/// What is said of badges from elsewhere.
struct ImportedStrings: Sendable {
  let bring: String
  let bringAdvice: String
  let files: String
  let filesHint: String
  let text: String
  let textHint: String
  let privacy: String
  let bringThem: String
  let bringMore: String
  let pasted: String
  let taken: String
  let here: String
  let own: String
  let notTaken: String
  let see: String
  let brought: String
  let fromElsewhere: String
  let whereFrom: String
  let broughtOn: String
  let takeAlong: String
  let verifyAgain: String
  let checkedOn: @Sendable (String) -> String
  let by: @Sendable (String) -> String
  let broughtTitle: @Sendable (Int) -> String
  let deleteAdvice: @Sendable (String) -> String
  let state: @Sendable (VerificationReport.State, _ isIssuerKnown: Bool) -> String
  let recipient: @Sendable (ImportedBadge.Recipient) -> String
  let draftProblem: @Sendable (ImportDraft.Problem) -> String
  let itemProblem: @Sendable (ImportProblem) -> String
  let fetchProblem: @Sendable (BadgeAsking.Failure) -> String

  func problem(_ problem: ImportDraft.Problem) -> String { draftProblem(problem) }

  /// Why something is not kept, in a sentence.
  func problem(_ problem: ImportProblem, _ say: Strings) -> String {
    switch problem {
    case .notBadge(let reason): say.verifying.reason(reason)
    case .address(let failure): fetchProblem(failure)
    default: itemProblem(problem)
    }
  }
}

extension ImportedStrings {
  static let french = ImportedStrings(
    bring: "Apporter des badges",
    bringAdvice:
      "Des badges gagnés ailleurs peuvent être rangés à côté de ceux d’ici\u{00A0}: ils sont "
      + "gardés tels quels, vérifiés, et vous les reprenez quand vous voulez.",
    files: "Fichiers",
    filesHint:
      "Des images PNG ou SVG qui contiennent un badge, des fichiers JSON ou JWT, ou un ZIP de tout "
      + "cela. Jusqu’à 20 fichiers, 2\u{00A0}Mo par badge, 16\u{00A0}Mo par ZIP.",
    text: "Ou leurs adresses, ou le contenu d’un badge",
    textHint: "Une adresse par ligne (https://…), ou le texte d’un seul badge.",
    privacy: "Vous seul verrez ces badges.",
    bringThem: "Apporter",
    bringMore: "En apporter d’autres",
    pasted: "Texte collé",
    taken: "Pris",
    here: "Déjà là",
    own: "Déjà parmi vos badges d’ici",
    notTaken: "Pas pris",
    see: "Le voir",
    brought: "Apportés d’ailleurs",
    fromElsewhere: "Apporté d’ailleurs",
    whereFrom: "D’où il vient",
    broughtOn: "Apporté le",
    takeAlong: "Reprendre le fichier tel quel",
    verifyAgain: "Vérifier de nouveau",
    checkedOn: { "vérifié le \($0)" },
    by: { "De \($0)" },
    broughtTitle: { count in
      switch count {
      case 0: "Aucun badge n’a été pris"
      case 1: "1 badge apporté"
      default: "\(count) badges apportés"
      }
    },
    deleteAdvice: {
      "«\u{00A0}\($0)\u{00A0}» disparaîtra d’ici pour toujours. Reprenez d’abord son fichier si vous "
        + "n’en avez pas d’autre."
    },
    state: { state, isIssuerKnown in
      switch state {
      case .valid: isIssuerKnown ? "Valable" : "Vérifié, émetteur inconnu d’ici"
      case .expired: "Expiré"
      case .revoked: "Révoqué"
      case .notYetValid: "Pas encore valable"
      case .wrongRecipient: "À quelqu’un d’autre"
      case .invalid: "Non valable"
      case .couldNotCheck: "Pas vérifiable pour l’instant"
      }
    },
    recipient: { recipient in
      switch recipient {
      case .same: "Il a bien été donné à votre adresse e-mail."
      case .other:
        "Il a été donné à une autre adresse que la vôtre ici. Si c’est une ancienne adresse à vous, "
          + "ce n’est pas grave\u{00A0}: le badge reste le vôtre."
      case .unsaid: "Il ne dit pas à quelle adresse il a été donné."
      case .unasked: ""
      }
    },
    draftProblem: { problem in
      switch problem {
      case .nothing: "Choisissez un fichier, ou collez une adresse ou le contenu d’un badge."
      case .tooManyFiles: "C’est trop de fichiers à la fois\u{00A0}: 20 au plus, ou un ZIP."
      case .tooManyAddresses: "C’est trop d’adresses à la fois\u{00A0}: 10 au plus."
      }
    },
    itemProblem: { problem in
      switch problem {
      case .tooLong: "C’est trop gros pour un badge\u{00A0}: 2\u{00A0}Mo au plus."
      case .archiveTooLong: "Ce ZIP est trop gros\u{00A0}: 16\u{00A0}Mo au plus."
      case .archiveDamaged: "Ce ZIP est abîmé, ou protégé d’une façon que nous ne lisons pas."
      case .archiveDangerous:
        "Ce ZIP se déplie en bien plus qu’il n’est\u{00A0}: il n’a pas été ouvert en entier, et rien "
          + "n’en a été gardé."
      case .archiveTooManyEntries: "Ce ZIP contient trop de fichiers\u{00A0}: 200 au plus."
      case .entryDamaged: "Ce fichier du ZIP est abîmé."
      case .locked: "Ce fichier du ZIP est protégé par un mot de passe."
      case .unreadable: "Ce fichier n’a pas pu être lu. Envoyez-le de nouveau."
      case .status(let status):
        "Cette adresse ne donne pas de badge (réponse \(status)). Essayez avec le fichier."
      case .full:
        "Vous avez déjà 300 badges d’ailleurs, ou 64\u{00A0}Mo\u{00A0}: supprimez-en avant d’en "
          + "apporter d’autres."
      case .outOfTime: "Le temps a manqué\u{00A0}: apportez-le de nouveau, seul."
      case .notBadge, .address: "Ce n’est pas un badge."
      }
    },
    fetchProblem: { failure in
      switch failure {
      case .notPublic: "Cette adresse n’est pas sur l’internet public."
      case .noSuchHost: "Ce site n’existe pas, ou plus."
      case .tooSlow: "Ce site a mis trop de temps à répondre."
      case .tooManyRedirects: "Cette adresse renvoie sans fin à d’autres."
      case .unreachable: "Ce site ne répond pas."
      case .addressInvalid: "Ce n’est pas une adresse."
      }
    })
}
