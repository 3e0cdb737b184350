import HTTP

/// A word on the page that follows a change. It travels in a cookie for one page.
enum Notice: String, CaseIterable {
  case loggedIn = "connecte"
  case loggedOut = "deconnecte"
  case welcome = "bienvenue"
  case saved = "enregistre"
  case reported = "signale"
  case keptFormLost = "texte-perime"
  case sessionClosed = "session-fermee"
  case loggedOutEverywhere = "deconnecte-partout"
  case passwordChanged = "mot-de-passe-change"
  case accountDeleted = "compte-supprime"
  case feedsRevoked = "flux-renouveles"
  case invitationRevoked = "invitation-retiree"
  case classAsked = "classe-demandee"
  case held = "en-attente"
  case badgeAsked = "badge-demande"

  static let cookieName = "avis"

  func cookie(isSecure: Bool) -> SetCookie {
    SetCookie(
      Self.cookieName, rawValue, maxAge: 60, secure: isSecure, httpOnly: true, sameSite: .lax)
  }

  static func spentCookie(isSecure: Bool) -> SetCookie {
    SetCookie(cookieName, "", maxAge: 0, secure: isSecure, httpOnly: true, sameSite: .lax)
  }
}

extension SiteStrings {
  /// What a notice says.
  func say(_ notice: Notice) -> String {
    let isFrench = otherLanguageTag == "en"
    return switch notice {
    case .loggedIn: isFrench ? "Vous êtes connecté." : "You are logged in."
    case .loggedOut: isFrench ? "Vous êtes déconnecté." : "You are logged out."
    case .welcome: isFrench ? "Bienvenue sous le préau\u{202F}!" : "Welcome to Préau!"
    case .badgeAsked:
      isFrench
        ? "Votre demande est partie. Vous serez prévenu de la réponse."
        : "Your request is sent. You will be told of the answer."
    case .saved: isFrench ? "C’est enregistré." : "Saved."
    case .reported:
      isFrench
        ? "Merci. Les référents de l’espace ont été prévenus."
        : "Thank you. The référents of the space have been told."
    case .keptFormLost:
      isFrench
        ? "Vous êtes connecté. Le texte qui était gardé n’a pas été envoyé\u{00A0}: il vient d’un "
          + "autre compte, ou l’heure est passée."
        : "You are logged in. The text that was kept was not sent: it comes from another account, "
          + "or the hour has passed."
    case .sessionClosed: isFrench ? "La session est fermée." : "The session is closed."
    case .loggedOutEverywhere:
      isFrench ? "Vous êtes déconnecté de tous vos appareils." : "You are logged out everywhere."
    case .passwordChanged:
      isFrench ? "Le mot de passe est changé." : "The password has been changed."
    case .accountDeleted:
      isFrench ? "Votre compte est supprimé." : "Your account has been deleted."
    case .feedsRevoked:
      isFrench
        ? "Vos anciennes adresses de flux ne servent plus. Voici les nouvelles."
        : "Your old feed addresses are of no use any more. Here are the new ones."
    case .invitationRevoked:
      isFrench ? "L’invitation est retirée." : "The invitation has been withdrawn."
    case .classAsked:
      isFrench
        ? "C’est demandé. La classe apparaîtra ici quand le professeur aura dit oui."
        : "It has been asked. The class will appear here when the teacher has said yes."
    case .held:
      isFrench
        ? "C’est enregistré. Votre message paraîtra ici dès qu’un référent l’aura relu\u{202F}; vous "
          + "serez prévenu."
        : "Saved. Your post will appear here as soon as a référent has read it; you will be told."
    }
  }
}
