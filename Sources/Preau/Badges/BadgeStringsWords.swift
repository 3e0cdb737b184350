/// Words for the cases of badges.
extension BadgeStrings {
  private var isFrench: Bool { forEver == BadgeStrings.french.forEver }

  func say(_ problem: BadgeDraft.Problem) -> String {
    switch problem {
    case .nameMissing: nameMissing
    case .descriptionMissing: descriptionMissing
    case .criteriaMissing: criteriaMissing
    case .tooLong(_, let over): tooLong(over)
    case .monthsWrong: monthsWrong
    case .conceptUnknown(let address): conceptUnknown(address)
    case .picture(let problem): say(problem)
    }
  }

  private func say(_ problem: BadgeUpload.Problem) -> String {
    switch problem {
    case .unknownType:
      isFrench
        ? "Ce n’est pas une image que nous lisons\u{00A0}: envoyez un PNG, un JPEG ou un WebP."
        : "This is no picture that we read: send a PNG, a JPEG or a WebP."
    case .svg:
      isFrench
        ? "Un SVG peut agir et appeler d’autres sites\u{00A0}: envoyez la même image en PNG."
        : "An SVG can act and call other sites: send the same picture as a PNG."
    case .tooLarge:
      isFrench ? "Cette image est trop grande ou trop lourde." : "This picture is too large."
    case .damaged:
      isFrench ? "Cette image est abîmée." : "This picture is damaged."
    }
  }

  var upload: String { isFrench ? "Ou votre propre image" : "Or a picture of your own" }
  var uploadHint: String {
    isFrench
      ? "Un PNG carré de préférence, d’au moins 512 pixels\u{00A0}: il remplace le dessin."
      : "A square PNG preferably, of at least 512 pixels: it takes the place of the drawing."
  }
  var backToDrawing: String { isFrench ? "Revenir au dessin" : "Go back to the drawing" }

  func state(_ state: BadgeClass.State) -> String {
    switch state {
    case .draft: isFrench ? "Brouillon" : "Draft"
    case .active: isFrench ? "Ouvert" : "Open"
    case .retired: isFrench ? "N’est plus donné" : "No longer given"
    }
  }

  /// What stands beside an award.
  func standing(_ award: BadgeAward, at now: Instant) -> String {
    if award.isTest { return isFrench ? "Essai" : "Test" }
    switch award.state {
    case .offered: return isFrench ? "Proposé" : "Offered"
    case .refused: return isFrench ? "Non pris" : "Not taken"
    case .revoked: return isFrench ? "Révoqué" : "Revoked"
    case .accepted:
      if award.isExpired(at: now) { return isFrench ? "Expiré" : "Expired" }
      return isFrench ? "Valable" : "Valid"
    }
  }

  func yours(_ state: BadgeAward.State) -> String {
    switch state {
    case .offered: isFrench ? "Ce badge vous est proposé." : "This badge is offered to you."
    case .accepted: isFrench ? "Vous avez ce badge." : "You have this badge."
    case .refused: isFrench ? "Vous n’avez pas pris ce badge." : "You did not take this badge."
    case .revoked:
      isFrench ? "Ce badge vous a été retiré." : "This badge was taken back from you."
    }
  }

  func lineProblem(
    _ number: Int, _ typed: String, _ problem: BadgeAwardDraft.Problem
  ) -> String {
    let what =
      switch problem {
      case .nobody: isFrench ? "personne n’a ce nom." : "nobody has this name."
      case .several:
        isFrench
          ? "plusieurs personnes ont ce nom, écrivez l’identifiant."
          : "several have this name, write the log-in."
      case .oneself: isFrench ? "c’est vous." : "that is you."
      case .already: isFrench ? "a déjà ce badge." : "has this badge already."
      case .twice: isFrench ? "est écrit deux fois." : "is written twice."
      case .tooLong: isFrench ? "les mots sont trop longs." : "the words are too long."
      case .tooMany:
        isFrench ? "200 personnes à la fois, pas plus." : "no more than 200 at once."
      }
    if number == 0 {
      return isFrench ? "«\u{00A0}\(typed)\u{00A0}»\u{00A0}: \(what)" : "“\(typed)”: \(what)"
    }
    return isFrench
      ? "Ligne \(number), «\u{00A0}\(typed)\u{00A0}»\u{00A0}: \(what)"
      : "Line \(number), “\(typed)”: \(what)"
  }

  func fileName(_ file: OwnBadgeFile) -> String {
    let version = file.file == .ob2 || file.file == .ob2Signed ? "2.0" : "3.0"
    if let picture = file.picture {
      let kind = picture == .png ? "PNG" : "SVG"
      return isFrench
        ? "Image \(kind) qui contient le badge (Open Badges \(version))"
        : "\(kind) picture that holds the badge (Open Badges \(version))"
    }
    let form =
      switch file.file {
      case .ob2: "JSON"
      case .ob2Signed: "JWS"
      case .ob3JWT: "JWT"
      case .ob3JSON: "JSON"
      }
    return isFrench
      ? "Fichier \(form) (Open Badges \(version))" : "\(form) file (Open Badges \(version))"
  }

  /// For who assesses a request while its author goes on writing.
  var requestChanged: String {
    isFrench
      ? "La demande a été changée entre-temps\u{00A0}: relisez-la. Votre réponse n’est pas perdue."
      : "The request was changed meanwhile: read it again. Your answer is not lost."
  }

  /// Above the words of who was second to answer.
  var unsentWords: String {
    isFrench
      ? "Quelqu’un a répondu avant vous. Vos mots n’ont pas été envoyés\u{00A0}:"
      : "Somebody has answered before you. Your words were not sent:"
  }

  func shapeName(_ shape: BadgeDrawing.Shape) -> String {
    switch shape {
    case .disc: isFrench ? "Disque" : "Disc"
    case .hexagon: isFrench ? "Hexagone" : "Hexagon"
    case .shield: isFrench ? "Écusson" : "Shield"
    case .rosette: isFrench ? "Rosace" : "Rosette"
    }
  }

  func colourName(_ colour: BadgeDrawing.Colour) -> String {
    switch colour {
    case .tile: isFrench ? "Tuile" : "Tile"
    case .pine: isFrench ? "Sapin" : "Pine"
    case .sea: isFrench ? "Mer" : "Sea"
    case .plum: isFrench ? "Prune" : "Plum"
    case .ochre: isFrench ? "Ocre" : "Ochre"
    case .ink: isFrench ? "Encre" : "Ink"
    }
  }

  func pictogramName(_ pictogram: BadgeDrawing.Pictogram) -> String {
    switch pictogram {
    case .star: isFrench ? "Étoile" : "Star"
    case .check: isFrench ? "Coche" : "Tick"
    case .heart: isFrench ? "Cœur" : "Heart"
    case .bubble: isFrench ? "Bulle" : "Bubble"
    case .book: isFrench ? "Livre" : "Book"
    case .bolt: isFrench ? "Éclair" : "Bolt"
    case .gear: isFrench ? "Rouage" : "Gear"
    case .leaf: isFrench ? "Feuille" : "Leaf"
    }
  }
}
