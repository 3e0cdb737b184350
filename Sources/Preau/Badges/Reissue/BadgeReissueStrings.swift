/// What issuing a badge anew says.
struct BadgeReissueStrings: Sendable {
  let title: String
  let advice: String
  let begin: String
  let addAddress: String
  let codeAdvice: String
  let sendCode: String
  let sendAgain: String
  let code: String
  let codeWrong: String
  let reissue: String
  /// What the old badge says to who checks it.
  let reason: String
  let mailSubject: String
  let mailCode: String
  let mailIgnore: String
  let whatHappens: @Sendable (_ email: String) -> String
  let codeStands: @Sendable (InvitationMail.State) -> String

  static let french = BadgeReissueStrings(
    title: "Le mettre à votre adresse",
    advice:
      "Ce badge est à un identifiant tiré au hasard, parce que vous n’aviez pas d’adresse. Si vous "
      + "en avez ajouté une à votre profil, il peut être refait pour elle\u{00A0}: d’autres sites "
      + "sauront alors que c’est le vôtre.",
    begin: "Le refaire pour mon adresse",
    addAddress: "Ajouter une adresse à mon profil",
    codeAdvice: "Pour montrer qu’elle est à vous, un code vous y sera envoyé.",
    sendCode: "Envoyer le code",
    sendAgain: "Envoyer un autre code",
    code: "Le code reçu",
    codeWrong: "Ce n’est pas le bon code, ou il est passé.",
    reissue: "Refaire le badge",
    reason:
      "Refait pour une autre adresse de la même personne\u{00A0}: un nouveau badge le remplace.",
    mailSubject: "Votre code pour vos badges",
    mailCode: "Sur la page de votre badge, tapez ce code\u{00A0}:",
    mailIgnore: "Si vous n’avez rien demandé, ne faites rien.",
    whatHappens: {
      "Un nouveau badge sera fait pour \($0), avec les mêmes mots et les mêmes dates. L’ancien ne "
        + "sera plus valable\u{00A0}: vos liens montreront le nouveau, mais les fichiers que vous "
        + "avez emportés sont à reprendre."
    },
    codeStands: {
      switch $0 {
      case .waiting: "Le code est en route."
      case .sent: "Le code est parti. Il sert pendant un jour."
      case .failed: "Le code n’a pas pu être remis. Vérifiez l’adresse dans votre profil."
      }
    })

  static let english = BadgeReissueStrings(
    title: "Have it issued to your address",
    advice:
      "This badge belongs to a random identifier, because you had no address. If you have added one "
      + "to your profile, it can be issued anew to it: other sites will know then that it is yours.",
    begin: "Issue it anew to my address",
    addAddress: "Add an address to my profile",
    codeAdvice: "To show that it is yours, a code will be sent to it.",
    sendCode: "Send the code",
    sendAgain: "Send another code",
    code: "The code that you got",
    codeWrong: "This is not the right code, or it has expired.",
    reissue: "Issue the badge anew",
    reason: "Issued anew to another address of the same person: a new badge replaces it.",
    mailSubject: "Your code for your badges",
    mailCode: "On the page of your badge, type this code:",
    mailIgnore: "If you asked for nothing, do nothing.",
    whatHappens: {
      "A new badge will be made for \($0), with the same words and the same dates. The old one will "
        + "be valid no more: your links will show the new one, but the files that you took along "
        + "are to be taken again."
    },
    codeStands: {
      switch $0 {
      case .waiting: "The code is on its way."
      case .sent: "The code has left. It serves for a day."
      case .failed: "The code could not be delivered. Check the address in your profile."
      }
    })
}

extension Strings {
  var badgeReissues: BadgeReissueStrings { language == .french ? .french : .english }
}
