extension ResourceStrings {
  static let english = ResourceStrings(
    title: "Resources",
    advice:
      "What has served someone, with what happened. Enter by what you want to do, not by "
      + "the tool.",
    add: "Add a resource",
    collections: "Collections",
    empty: "No resource yet. The first one will serve everyone.",
    nothingFound: "Nothing here yet. Drop a filter, or add what you know.",
    orderLabel: "In which order",
    orderName: {
      switch $0 {
      case .newest: "Newest"
      case .evidence: "Best proven"
      }
    },
    evidenceHint:
      "What many have used and would do again comes first. One happy user weighs little. "
      + "Nothing is hidden.",
    kindsLabel: "Of which kind",
    allKinds: "All",
    kindTab: {
      switch $0 {
      case .tutorial: "Tutorials"
      case .file: "Files"
      case .link: "Links"
      }
    },
    kind: {
      switch $0 {
      case .tutorial: "tutorial"
      case .file: "file"
      case .link: "link"
      }
    },
    linkTo: { "link to \($0)" },
    dropFilter: "drop",
    start: "Back to the beginning",
    more: "More",
    uses: {
      $0.all == 0
        ? "no report yet"
        : $0.all == 1 ? "1 use" : "\($0.all) uses, \($0.wouldAgain) would do it again"
    },
    summary: { counts, pair in
      if counts.all == 0 { return "Nobody has told yet." }
      let uses = counts.all == 1 ? "1 use" : "\(counts.all) uses"
      let changes = counts.changes == 0 ? "" : " (\(counts.changes) of them with changes)"
      let place = pair.map { "; \($0.1) (\($0.0)): \($0.2)" } ?? ""
      return "\(uses), \(counts.wouldAgain) would do it again\(changes)\(place)"
    },
    minutes: {
      $0 < 120 ? "\($0) min" : "\($0 / 60) h \($0 % 60 == 0 ? "" : "\($0 % 60)")".trimmed
    },
    phone: "on a telephone",
    onPhone: {
      switch $0 {
      case true?: "Works on a telephone"
      case false?: "Not made for a telephone"
      case nil: "It is not known whether it works on a telephone"
      }
    },
    connection: {
      switch $0 {
      case .needed: "A connection is needed"
      case .download: "A connection to download, then none"
      case .none: "No connection needed"
      }
    },
    language: {
      [
        "fr": "French", "en": "English", "es": "Spanish", "de": "German", "it": "Italian",
        "pt": "Portuguese", "ar": "Arabic", "br": "Breton", "eu": "Basque", "oc": "Occitan",
        "co": "Corsican",
      ][$0] ?? $0
    },
    inLanguage: { "In \($0)" },
    addedOn: "added",
    addedBy: "by",
    authorsAre: { "By \($0)" },
    about: "About this resource",
    practical: "In practice",
    actions: "This card",
    readTutorial: "Read the tutorial",
    openFile: { "Open \($0)" },
    goTo: { "Go to \($0)" },
    leavesSite: "This link leaves the site.",
    adaptation: "What one can change",
    adaptationHint:
      "For a pupil who reads with difficulty, for a group in a hurry, for a workshop "
      + "without a network… It describes the resource, never a person.",
    accessibility: "Accessibility",
    accessKind: {
      switch $0 {
      case .mode: "How it reaches people"
      case .feature: "What helps"
      case .hazard: "What to be careful about"
      case .device: "Where it works"
      }
    },
    trust: {
      switch $0 {
      case .unchecked: "Nobody has checked yet."
      case .author: "Declared by who added it:"
      case .peer: "Checked by:"
      case .problem: "A problem is reported by:"
      }
    },
    noAccess: "Nothing has been said of its accessibility yet.",
    vouch: "I have checked it, or met a problem",
    vouchTitle: { "Accessibility of “\($0)”" },
    vouchAdvice: "This is what the card says. Do you say the same, after having tried it?",
    opinion: "What I found",
    opinionRight: "It is right: I have checked",
    opinionProblem: "There is a problem",
    opinionWords: "Tell more",
    opinionWordsHint: "With which device, at which place.",
    opinionMissing: "Choose what you found.",
    problemWordsMissing: "Say in a word where the problem is.",
    notOwnCard: "You wrote this card: somebody else has to check it.",
    removedNotice: "This resource has been removed: it is no longer in the catalogue.",
    restore: "Restore",
    reportOfCard: "Report on this card",
    reportOfUse: "Report on a testimony",
    settle: "Settle the report",
    edit: "Change",
    remove: "Remove",
    removeTitle: "Remove this resource",
    removeAdvice: { "“\($0)” leaves the catalogue. This can be undone." },
    removeUseTitle: "Remove this testimony",
    reason: "The reason",
    reasonHint: "Whoever wrote it will read it.",
    reasonMissing: "Give a reason.",
    removedWords: { "“\($0)” has been removed from the catalogue: \($1)" },
    useRemovedWords: { "Your testimony about “\($0)” has been removed: \($1)" },
    reportedWords: { "A report on “\($0)” waits for you." },
    report: "Report",
    reportTitle: "Report this resource",
    reportUseTitle: "Report this testimony",
    reportAdvice: {
      "The référents of the space will read what you write about “\($0)”, and will know that it comes from you."
    },
    reportWords: "What is the matter?",
    wordsMissing: "Write what is the matter.",
    send: "Send",
    save: "Save",
    publish: "Publish",
    publishAnyway: "Publish anyway",
    addTitle: "Add a resource",
    addAdvice: "What is it?",
    addDoor: {
      switch $0 {
      case .tutorial: "I have written a tutorial"
      case .file: "A file"
      case .link: "A link"
      }
    },
    addDoorHint: {
      switch $0 {
      case .tutorial: "A tutorial that is published here enters the catalogue by itself."
      case .file: "A document, a picture or a film that you may share."
      case .link: "A page or a site elsewhere."
      }
    },
    editTitle: { "Change the card “\($0)”" },
    tutorialCardAdvice: "Title, summary, licence and tags are changed in the tutorial.",
    alikeTitle: "It may be there already",
    alikeAdvice:
      "This is what looks like it in the catalogue. If it is the same, rather tell of your "
      + "use on its card.",
    alikeTaken: "This space already has a card for this address: tell of your use there.",
    url: "Address of the link",
    urlHint: "For example https://example.org/page",
    cardTitle: "Title",
    description: "Description",
    descriptionHint: "What one can do with it, for whom, and what it does not have.",
    authors: "Authors",
    authorsHint: "A person, a school, an institution; never the name of a pupil.",
    licenceHint: "What its authors allow. If you do not know, say so.",
    contentLanguage: "Language",
    spaceHint: "Who reads this space will read the card.",
    file: "The file",
    otherFile: "Another file instead",
    fileHint: "A document (PDF, OpenDocument, Office), a picture or a film.",
    fileIsHere: "File received:",
    duration: "Duration in minutes",
    durationHint: "The time one needs to use it.",
    connectionLabel: "Connection",
    notSaid: "Do not say",
    tagsHint: "Words of your own, with commas between them.",
    cover: "Cover picture",
    coverHint: "It decorates the card: it must say nothing that the text does not say.",
    dropCover: "Remove the cover picture",
    accessHint:
      "Say only what you have seen. Each sentence that is ticked helps someone choose.",
    otherTerms: "More",
    usesTitle: "What happened with it",
    seeCard: "See the card: accessibility, collections, testimonies",
    broken: { "This link has not answered since \($0). Do you know its new address?" },
    brokenWords: { "The link of “\($0)” does not answer any more. Can you correct it?" },
    tellUse: "Tell of my use",
    changeUse: "Change what I told",
    logInToTell:
      "You have used it? Log in to tell: teachers, pupils, families, assistants, "
      + "professionals.",
    byContext: "Who has used it, and where",
    usesAbout: { "Reports: \($0)." },
    allUses: "See all reports",
    edited: "changed",
    useRemoved: { "This report has been removed: \($0)" },
    withdraw: "Withdraw what I told",
    again: {
      switch $0 {
      case .yes: "would do it again"
      case .changes: "would do it again, with changes"
      case .no: "would not do it again"
      }
    },
    againQuestion: "Would you do it again?",
    againAnswer: {
      switch $0 {
      case .yes: "Yes"
      case .changes: "With changes"
      case .no: "No"
      }
    },
    useAdvice: {
      "You have used “\($0)”. What did not work is as useful as the rest. Name no pupil."
    },
    speaksAs: "As a",
    speaksAsHint: "For example: assistant in CAP, mother of a pupil, chef.",
    level: "Level or diploma",
    track: "Track",
    modality: "Modality",
    sought: "What I was looking for",
    soughtHint: "The benefit you expected.",
    happened: "What happened",
    happenedHint: "What you saw, even if it is little.",
    changed: "What I changed",
    changedHint: "What you left out, added, did otherwise.",
    problems: .english)
}

extension ResourceProblemStrings {
  static let english = ResourceProblemStrings(
    tooLong: { "The text is \($0) \($0 == 1 ? "character" : "characters") too long." },
    hazardsContradict: "You say that there is a hazard and that there is none: keep one of them.",
    urlMissing: "Write the address of the link.",
    urlInvalid: "This is no address that one can follow: it begins with https:// or http://.",
    fileMissing: "Choose a file.",
    coverNoPicture: "The cover has to be a picture (JPEG, PNG, WebP).",
    descriptionMissing: "Describe the resource in a sentence or two.",
    authorsTooLong: "The list of authors is too long.",
    licenceMissing: "Choose a licence.",
    minutesInvalid: "Give the duration in minutes, in figures.",
    held:
      "In this space, what you write is read first. Suggest this resource in a thread: a "
      + "référent will add it.",
    happenedMissing: "Say what happened, even in a few words.",
    againMissing: "Say whether you would do it again.",
    speaksAsTooLong: "“As a” has 80 characters at most.",
    textTooLong: "This text is too long (2,000 characters at most).")
}
