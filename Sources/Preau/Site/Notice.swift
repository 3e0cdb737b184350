import HTTP

/// A word on the page that follows a change. It travels in a cookie for one page.
enum Notice: String, CaseIterable {
  case loggedIn = "connecte"
  case loggedOut = "deconnecte"
  case welcome = "bienvenue"
  case saved = "enregistre"
  case reported = "signale"
  case keptFormLost = "texte-perime"

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
    }
  }
}
