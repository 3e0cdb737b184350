extension ImportedStrings {
  static let english = ImportedStrings(
    bring: "Bring badges",
    bringAdvice:
      "Badges earned elsewhere can be kept beside those from here: they stay exactly as they are, "
      + "are verified, and you take them back whenever you want.",
    files: "Files",
    filesHint:
      "PNG or SVG pictures with a badge in them, JSON or JWT files, or a ZIP of all that. Up to 20 "
      + "files, 2\u{00A0}MB for a badge, 16\u{00A0}MB for a ZIP.",
    text: "Or their addresses, or the content of a badge",
    textHint: "One address a line (https://…), or the text of one badge.",
    privacy: "You alone will see these badges.",
    bringThem: "Bring",
    bringMore: "Bring others",
    pasted: "Pasted text",
    taken: "Taken",
    here: "Already here",
    own: "Already among your badges from here",
    notTaken: "Not taken",
    see: "See it",
    brought: "Brought from elsewhere",
    fromElsewhere: "Brought from elsewhere",
    whereFrom: "Where it comes from",
    broughtOn: "Brought on",
    takeAlong: "Take the file back as it was",
    verifyAgain: "Verify again",
    checkedOn: { "verified on \($0)" },
    by: { "From \($0)" },
    broughtTitle: { count in
      switch count {
      case 0: "No badge was taken"
      case 1: "1 badge brought"
      default: "\(count) badges brought"
      }
    },
    deleteAdvice: {
      "“\($0)” will disappear from here for good. Take its file back first if you have no other."
    },
    state: { state, isIssuerKnown in
      switch state {
      case .valid: isIssuerKnown ? "Valid" : "Verified, issuer unknown here"
      case .expired: "Expired"
      case .revoked: "Revoked"
      case .notYetValid: "Not valid yet"
      case .wrongRecipient: "Somebody else’s"
      case .invalid: "Not valid"
      case .couldNotCheck: "Cannot be verified for now"
      }
    },
    recipient: { recipient in
      switch recipient {
      case .same: "It was given to your e-mail address."
      case .other:
        "It was given to another address than yours here. If that is an older address of yours, no "
          + "matter: the badge stays yours."
      case .unsaid: "It does not say to which address it was given."
      case .unasked: ""
      }
    },
    draftProblem: { problem in
      switch problem {
      case .nothing: "Choose a file, or paste an address or the content of a badge."
      case .tooManyFiles: "These are too many files at once: at most 20, or a ZIP."
      case .tooManyAddresses: "These are too many addresses at once: at most 10."
      }
    },
    itemProblem: { problem in
      switch problem {
      case .tooLong: "This is too large for a badge: at most 2\u{00A0}MB."
      case .archiveTooLong: "This ZIP is too large: at most 16\u{00A0}MB."
      case .archiveDamaged: "This ZIP is damaged, or protected in a way that we do not read."
      case .archiveDangerous:
        "This ZIP unfolds into far more than it is: it was not opened to its end, and nothing of it "
          + "was kept."
      case .archiveTooManyEntries: "This ZIP holds too many files: at most 200."
      case .entryDamaged: "This file of the ZIP is damaged."
      case .locked: "This file of the ZIP is protected by a password."
      case .unreadable: "This file could not be read. Send it again."
      case .status(let status):
        "This address gives no badge (answer \(status)). Try with the file."
      case .full:
        "You already have 300 badges from elsewhere, or 64\u{00A0}MB: delete some before you bring "
          + "others."
      case .outOfTime: "There was not enough time: bring it again, alone."
      case .notBadge, .address: "This is no badge."
      }
    },
    fetchProblem: { failure in
      switch failure {
      case .notPublic: "This address is not on the public internet."
      case .noSuchHost: "This site does not exist, or no longer."
      case .tooSlow: "This site took too long to answer."
      case .tooManyRedirects: "This address leads on to others without end."
      case .unreachable: "This site does not answer."
      case .addressInvalid: "This is no address."
      }
    })
}
