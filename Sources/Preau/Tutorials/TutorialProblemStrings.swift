/// What is said when a tutorial cannot be stored, or a pointer not moved.
struct TutorialProblemStrings: Sendable {
  let summaryTooLong: @Sendable (Int) -> String
  let bodyMissing: String
  let bodyTooLong: @Sendable (Int) -> String
  let licenceMissing: String
  let fitsTooLong: String
  let messageTooLong: String
  let notAllowed: String
  let removed: String
  let nothingNew: String
  let stale: String
  let lastAuthor: String
  let notOrphaned: String

  static let french = TutorialProblemStrings(
    summaryTooLong: { "La phrase est trop longue de \($0)\u{00A0}caractères." },
    bodyMissing: "Écrivez le texte du tutoriel.",
    bodyTooLong: { "Le texte est trop long de \($0)\u{00A0}caractères\u{00A0}: faites-en deux." },
    licenceMissing: "Choisissez une licence.",
    fitsTooLong: "Le nom du logiciel ou du programme est trop long.",
    messageTooLong: "La phrase sur ce qui change est trop longue.",
    notAllowed: "Vous ne pouvez pas faire cela ici.",
    removed: "Ce tutoriel est retiré\u{00A0}: il faut d’abord le rétablir.",
    nothingNew: "Tout est déjà publié.",
    stale: "Quelqu’un d’autre a changé ce tutoriel entre-temps. Regardez où il en est.",
    lastAuthor: "Vous en êtes le dernier auteur\u{00A0}: proposez d’abord à quelqu’un de signer.",
    notOrphaned: "Ses auteurs sont là\u{00A0}: demandez-leur.")

  static let english = TutorialProblemStrings(
    summaryTooLong: { "The sentence is \($0) characters too long." },
    bodyMissing: "Write the text of the tutorial.",
    bodyTooLong: { "The text is \($0) characters too long: make two of it." },
    licenceMissing: "Choose a licence.",
    fitsTooLong: "The name of the software or syllabus is too long.",
    messageTooLong: "The sentence about what changes is too long.",
    notAllowed: "You cannot do that here.",
    removed: "This tutorial has been removed: restore it first.",
    nothingNew: "All of it is published already.",
    stale: "Somebody else has changed this tutorial meanwhile. See where it stands.",
    lastAuthor: "You are its last author: ask somebody to sign first.",
    notOrphaned: "Its authors are here: ask them.")
}

extension TutorialStrings {
  func problem(_ problem: TutorialDraft.Problem, _ say: Strings) -> String {
    switch problem {
    case .spaceMissing: say.threads.say(.spaceMissing)
    case .titleMissing: say.threads.say(.titleMissing)
    case .titleTooLong(let over): say.threads.say(.titleTooLong(over: over))
    case .summaryTooLong(let over): problems.summaryTooLong(over)
    case .bodyEmpty: problems.bodyMissing
    case .bodyTooLong(let over): problems.bodyTooLong(over)
    case .bodyRefused: say.threads.bodyRefused
    case .tooManyTags: say.threads.say(.tooManyTags)
    case .tagTooLong: say.threads.say(.tagTooLong)
    case .licenceMissing: problems.licenceMissing
    case .licence(let refusal): say.licences.refusal(refusal)
    case .fitsTooLong: problems.fitsTooLong
    case .dayInvalid: dayInvalid
    case .messageTooLong: problems.messageTooLong
    }
  }

  func refusal(_ refusal: TutorialRefusal, _ say: Strings) -> String {
    switch refusal {
    case .notAllowed: problems.notAllowed
    case .spaceClosed: say.threads.say(.spaceClosed)
    case .removed: problems.removed
    case .nothingNew: problems.nothingNew
    case .needsReview: whyReview([])
    case .sealsMissing(let seals): whyReview(seals)
    case .stale: problems.stale
    case .lastAuthor: problems.lastAuthor
    case .notOrphaned: problems.notOrphaned
    case .silenced(let until): say.threads.say(.silenced(until: until))
    }
  }

  /// Which version one reads, where it is not the one that everybody reads.
  func state(of version: TutorialVersion, _ pointers: TutorialPointers) -> String {
    switch version.number {
    case pointers.shared: isShared
    case pointers.underReview: isUnderReview
    case pointers.draft: isDraft
    default: isFormer
    }
  }

  func title(of choice: TutorialListChoice) -> String {
    switch choice {
    case .all: title
    case .space(let space): ofSpace(space.name)
    case .tag(let tag): ofTag(tag.label)
    case .shared: betas
    case .mine: mine
    case .waiting: waiting
    }
  }

  func tab(_ choice: TutorialListChoice) -> String {
    if case .all = choice { all } else { title(of: choice) }
  }

  func empty(_ choice: TutorialListChoice) -> String {
    switch choice {
    case .all, .space, .tag: emptyAll
    case .shared: emptyBetas
    case .mine: emptyMine
    case .waiting: emptyWaiting
    }
  }

  /// What a draft that is made from a thread begins with: the passages in their order, each where a
  /// heading says what it is.
  func draft(of thread: Thread, _ passages: Int, _ tags: [String]) -> TutorialDraft {
    var draft = TutorialDraft()
    draft.title = thread.title
    draft.tags = tags.joined(separator: ", ")
    let marks = (1...max(1, passages)).map(TutorialPassage.mark)
    let first = passages > 0 ? marks[0] : thread.title
    let rest = passages > 1 ? marks.dropFirst().joined(separator: "\n\n") : "…"
    draft.body =
      "## \(threadHeadings.question)\n\n\(first)\n\n## \(threadHeadings.answer)\n\n\(rest)\n"
    return draft
  }
}
