import Credentials

/// What the verification of badges says.
struct VerifyingStrings: Sendable {
  typealias Words = SiteStrings.Words

  // The form.
  let title: String
  let advice: String
  let privacy: String
  let file: String
  let fileHint: String
  let text: String
  let textHint: String
  let recipient: String
  let recipientHint: String
  let verify: String
  let another: String
  let problem: @Sendable (VerifyingDraft.Problem) -> String
  let wait: @Sendable (Int) -> String
  // The answer.
  let verdict: @Sendable (VerificationReport.State) -> Words
  /// Everything is right, and nobody here vouches for the issuer.
  let signedByUnknown: Words
  let hostedByUnknown: Words
  let says: String
  /// The same heading where nothing of it is known.
  let claims: String
  let issuer: String
  let issued: String
  let expires: String
  let forEver: String
  let criteria: String
  let narrative: String
  let evidence: String
  let tags: String
  let alignments: String
  let endorsements: String
  let endorsed: @Sendable (VerificationReport.State) -> String
  let form: @Sendable (BadgeForm) -> String
  let formLabel: String
  // How it was found.
  let steps: String
  let step: @Sendable (VerificationStep.Kind) -> String
  let outcome: @Sendable (VerificationStep.Outcome) -> String
  let passed: @Sendable (VerificationStep.Kind) -> String
  let reason: @Sendable (VerificationReason) -> String
  let source: String

  /// The answer in one line and one sentence.
  func verdict(on report: VerificationReport) -> Words {
    guard report.state == .valid, !report.isIssuerKnown else { return verdict(report.state) }
    return report.form == .ob2Hosted ? hostedByUnknown : signedByUnknown
  }

  /// One step in a sentence.
  func sentence(_ step: VerificationStep) -> String {
    switch step.outcome {
    case .passed: passed(step.kind)
    case .noted(let reason), .failed(let reason), .unknown(let reason): self.reason(reason)
    }
  }
}

extension VerifyingStrings {
  static let french = VerifyingStrings(
    title: "Vérifier un badge",
    advice:
      "Quelqu’un vous montre un badge numérique\u{202F}? Vérifiez ici qu’il a bien été donné par "
      + "l’organisme qu’il nomme, qu’il n’a pas été modifié et qu’il est toujours valable. Aucun "
      + "compte n’est nécessaire.",
    privacy: "Rien de ce que vous envoyez n’est conservé.",
    file: "Fichier du badge",
    fileHint: "Une image PNG ou SVG qui contient un badge, ou un fichier JSON ou JWT.",
    text: "Ou son adresse, ou son contenu",
    textHint: "Collez l’adresse du badge (https://…) ou le texte de son fichier.",
    recipient: "Adresse e-mail de la personne",
    recipientHint: "Pour savoir si le badge a bien été donné à cette personne.",
    verify: "Vérifier",
    another: "Vérifier un autre badge",
    problem: { problem in
      switch problem {
      case .nothing: "Choisissez un fichier, ou collez l’adresse ou le contenu d’un badge."
      case .fileTooLong: "Ce fichier est trop gros pour un badge\u{00A0}: 16\u{00A0}Mo au plus."
      case .fileUnreadable: "Ce fichier n’a pas pu être lu. Envoyez-le de nouveau."
      case .recipientTooLong: "Cette adresse e-mail est trop longue."
      }
    },
    wait: { seconds in
      "Beaucoup de badges viennent d’être vérifiés depuis votre connexion. Réessayez dans "
        + (seconds < 2 ? "une seconde." : "\(seconds) secondes.")
    },
    verdict: { state in
      switch state {
      case .valid:
        Words(
          title: "Ce badge est valable",
          advice:
            "Il vient de l’émetteur qu’il nomme, connu de ce site, et rien n’y a été changé.")
      case .expired:
        Words(
          title: "Ce badge a expiré",
          advice: "Il est authentique, mais la date jusqu’à laquelle il était valable est passée.")
      case .revoked:
        Words(
          title: "Ce badge a été révoqué",
          advice: "Celui qui l’avait donné l’a retiré depuis\u{00A0}: il ne vaut plus.")
      case .notYetValid:
        Words(
          title: "Ce badge n’est pas encore valable",
          advice: "Il est authentique, mais ne vaut qu’à partir d’une date à venir.")
      case .wrongRecipient:
        Words(
          title: "Ce badge est celui de quelqu’un d’autre",
          advice: "Il est authentique, mais n’a pas été donné à l’adresse que vous avez indiquée.")
      case .invalid:
        Words(
          title: "Ce badge n’est pas valable",
          advice:
            "Il a été modifié, ne vient pas de l’émetteur qu’il nomme, ou n’est pas un badge. "
            + "L’étape qui a échoué est expliquée plus bas.")
      case .couldNotCheck:
        Words(
          title: "Ce badge n’a pas pu être vérifié",
          advice:
            "Une réponse nécessaire manque\u{00A0}: on ne sait pas s’il est valable. Vous pouvez "
            + "réessayer plus tard.")
      }
    },
    signedByUnknown: Words(
      title: "Signature valable, émetteur inconnu de ce site",
      advice:
        "Le badge vient bien de l’adresse qu’il nomme et rien n’y a été changé. Ce site ne sait pas "
        + "qui se trouve derrière cette adresse\u{00A0}: à vous de juger si vous lui faites "
        + "confiance."),
    hostedByUnknown: Words(
      title: "Badge confirmé par son adresse, émetteur inconnu de ce site",
      advice:
        "L’adresse que le badge nomme répond qu’elle l’a bien donné. Ce site ne sait pas qui se "
        + "trouve derrière cette adresse\u{00A0}: à vous de juger si vous lui faites confiance."),
    says: "Ce que dit le badge",
    claims: "Ce que le badge dit de lui-même, sans vérification",
    issuer: "Donné par",
    issued: "Donné le",
    expires: "Valable jusqu’au",
    forEver: "Sans limite",
    criteria: "Ce qu’il fallait faire",
    narrative: "Ce que la personne a fait",
    evidence: "Preuves",
    tags: "Mots-clés",
    alignments: "Correspondances",
    endorsements: "Qui le recommande",
    endorsed: { state in
      switch state {
      case .valid: "recommandation vérifiée"
      case .couldNotCheck: "recommandation qui n’a pas pu être vérifiée"
      case .expired: "recommandation expirée"
      case .revoked: "recommandation retirée"
      default: "recommandation qui n’est pas valable"
      }
    },
    form: { form in
      switch form {
      case .ob2Hosted: "Open Badges 2.0, hébergé"
      case .ob2Signed: "Open Badges 2.0, signé"
      case .ob3JWT: "Open Badges 3.0, signé (JWT)"
      case .ob3Proof: "Open Badges 3.0, preuve intégrée"
      }
    },
    formLabel: "Format",
    steps: "La vérification, étape par étape",
    step: { kind in
      switch kind {
      case .found: "Trouver le badge"
      case .form: "Lire ce qu’il dit"
      case .original: "Le comparer à son adresse"
      case .issuer: "Chercher l’émetteur"
      case .key: "Trouver la clé de l’émetteur"
      case .signature: "Contrôler la signature"
      case .dates: "Regarder les dates"
      case .status: "Demander s’il a été retiré"
      case .recipient: "Comparer la personne"
      case .endorsement: "Lire une recommandation"
      }
    },
    outcome: { outcome in
      switch outcome {
      case .passed: "Réussi"
      case .noted: "À savoir"
      case .failed: "Échoué"
      case .unknown: "Inconnu"
      }
    },
    passed: { kind in
      switch kind {
      case .found: "Il y a un badge dans ce que vous avez donné."
      case .form: "Il dit tout ce qu’un badge doit dire."
      case .original: "Son adresse d’origine répond la même chose."
      case .issuer: "L’émetteur est connu de ce site."
      case .key: "L’émetteur déclare lui-même la clé qui a signé."
      case .signature: "La signature est juste\u{00A0}: rien n’a été changé depuis."
      case .dates: "Il est valable aujourd’hui."
      case .status: "Son émetteur ne l’a pas retiré."
      case .recipient: "Il a bien été donné à l’adresse que vous avez indiquée."
      case .endorsement: "Elle est authentique."
      }
    },
    reason: { VerifyingReasonStrings.say($0) },
    source: "Le badge tel qu’il a été lu")
}
