extension ReviewStrings {
  static let english = ReviewStrings(
    title: "Reviews",
    mine: "My reviews",
    queueOf: { "Reviews: \($0)" },
    reviewsOf: { "Reviews of “\($0)”" },
    reviewing: { "Review “\($0)”" },
    link: "Reviews and seals",
    seal: { $0 == .teaching ? "Teaching" : "Trade" },
    sealOf: { "Seal “\($0 == .teaching ? "teaching" : "trade")”, version \($1)" },
    asked: { seals in
      switch (seals.contains(.teaching), seals.contains(.trade)) {
      case (true, true):
        "A tutorial is published here once it has both seals, teaching and trade, from two people."
      case (true, false): "A tutorial is published here once it has the seal “teaching”."
      case (false, true): "A tutorial is published here once it has the seal “trade”."
      case (false, false): "This space asks for no seal before publication; a review adds one."
      }
    },
    nothingWaits: "Nothing waits for a review here.",
    nothingWaitsForYou: "Nothing waits for you to review it.",
    noneMine: "You have reviewed nothing yet.",
    noVersion: "There is no version to review.",
    waitingTitle: "To review",
    waitingIn: { space, count, age in
      count == 1
        ? "\(space): 1 tutorial, \(age)" : "\(space): \(count) tutorials, the oldest \(age)"
    },
    waiting: { count, age in
      switch count {
      case 0: "My reviews"
      case 1: "My reviews: 1 tutorial waits, \(age)"
      default: "My reviews: \(count) tutorials wait, the oldest \(age)"
      }
    },
    waits: "Under review",
    waitsSince: "waiting,",
    underWay: "Under way",
    done: "Finished reviews",
    accepted: "Validated",
    returned: "Sent back",
    reserved: "Reserved",
    over: "Reservation over",
    until: { "until \($0)" },
    reservedUntil: { "This review is yours until \($0)." },
    versions: "To review",
    free: "nobody has reserved it yet",
    givenByWhom: "given by",
    reservedBy: "reserved by",
    goOn: "Go on with my review",
    reserve: { "Reserve: \($0 == .teaching ? "teaching" : "trade")" },
    giveUp: "Leave it to somebody else",
    toGrid: "Go to the grid",
    textOf: { "The text of version \($0)" },
    readVersion: { "Read version \($0)" },
    grid: "The grid",
    bySection: "By section",
    openSections: "Say something about a section of the text",
    conclusion: "To finish",
    words: "A word to the authors",
    wordsHint:
      "You need one to send the tutorial back: what should be changed. If you validate it, your word "
      + "will be shown with your seal.",
    putAside: "Keep for later",
    giveBack: "Send back to the authors",
    giveSeal: { "Give the seal “\($0 == .teaching ? "teaching" : "trade")”" },
    question: {
      switch $0 {
      case .exactness: "What is written is exact."
      case .instructions: "The instructions are understood without help."
      case .accessibility: "Everybody can use it: pictures described, colours, films."
      case .rights: "The rights are clear: licence, pictures, people."
      case .phone: "It can be followed on a phone."
      case .safety: "Safety is spoken of where it must be."
      case .gestures: "The gestures are those of the trade."
      }
    },
    short: {
      switch $0 {
      case .exactness: "Exactness"
      case .instructions: "Instructions"
      case .accessibility: "Accessibility"
      case .rights: "Rights"
      case .phone: "Phone"
      case .safety: "Safety"
      case .gestures: "Gestures"
      }
    },
    remark: {
      switch $0 {
      case .exactness: "Remark on exactness"
      case .instructions: "Remark on the instructions"
      case .accessibility: "Remark on accessibility"
      case .rights: "Remark on the rights"
      case .phone: "Remark on phones"
      case .safety: "Remark on safety"
      case .gestures: "Remark on the gestures"
      }
    },
    answer: {
      switch $0 {
      case .yes: "Yes"
      case .revise: "To be revised"
      case .irrelevant: "Does not apply"
      }
    },
    validatedFor: { $0 == .teaching ? "Teaching validated" : "Trade validated" },
    validatedBefore: { seal, version in
      seal == .teaching
        ? "Teaching validated, version \(version)" : "Trade validated, version \(version)"
    },
    validated: { "validated (version \($0), \($1))" },
    changedSince: "The text has changed since.",
    settings: "Seals asked for",
    settingsOf: { "Seals asked for: \($0)" },
    settingsAdvice:
      "What a tutorial needs before it is published in this space. Each seal comes from another "
      + "person, and never from an author.",
    asks: { $0 == .teaching ? "Ask for the seal “teaching”" : "Ask for the seal “trade”" },
    givenBy: {
      $0 == .teaching
        ? "A teacher, a référent of the space or an administrator gives it."
        : "A professional of the trade gives it, or somebody named below."
    },
    named: "Named for the trade",
    namedAdvice:
      "Professionals can give the seal “trade”. Name other adults here who know the trade, such as a "
      + "workshop teacher.",
    noneNamed: "Nobody is named for now.",
    name: { "Name \($0)" },
    dismiss: { "No longer name \($0)" },
    noSeal: "none",
    problems: .english)
}

extension ReviewProblemStrings {
  static let english = ReviewProblemStrings(
    unanswered: { "\($0): answer yes, to be revised, or does not apply." },
    toRevise: { "\($0): to be revised. Send the tutorial back, or answer yes with a remark." },
    remarkTooLong: { "\($0): the remark is \($1) characters too long." },
    commentTooLong: { "What you say of section \($0) is \($1) characters too long." },
    wordsMissing: "Tell the authors what should be changed.",
    wordsTooLong: { "The word to the authors is \($0) characters too long." },
    notAllowed: "You cannot give this seal in this space.",
    ownWork: "You wrote or signed this tutorial, or it quotes you: others will review it.",
    otherSeal:
      "You have the other seal of this version already: this one comes from somebody else.",
    sealGiven: "This version has this seal already.",
    taken: { "\($0) has just reserved this review, until \($1)." },
    notWaiting:
      "This version is no longer to be reviewed: its authors have taken it back, or another one is "
      + "there. Your words are still on this page.",
    lapsed:
      "Your reservation is over. What you wrote is kept: reserve it again to find it.")
}
