extension ModerationStrings {
  static let english = ModerationStrings(
    title: "Reports",
    advice: "What members reported in the spaces that you look after. The author of the post does "
      + "not know who reported it: keep it to yourself.",
    reportsTitle: "Reports received",
    empty: "No report is waiting.",
    reports: { $0 == 1 ? "1 report" : "\($0) reports" },
    removed: "Post already removed.",
    seePost: "See the post",
    next: "More reports",
    first: "Back to the beginning",
    contestMark: "Contested decision",
    free: "Nobody looks at it yet",
    heldBy: "Taken by",
    heldByYou: "You look at it",
    take: "I take it",
    takeOver: "Take it over",
    release: "Leave it to others",
    look: "Look at it",
    waitingSince: "waiting since",
    caseTitle: { "Report: \($0)" },
    message: "The post",
    said: "What was reported",
    notes: "Notes among référents",
    noNotes: "No note. Only those who look after the space read them.",
    noteLabel: "Add a note",
    noteHint: "Read by those who look after the space, never by the author nor by who reported.",
    keepNote: "Keep the note",
    takeFirst: "To decide, take this report first: the others will see that you look at it.",
    heldByOther: { "\($0) looks at it and will decide." },
    othersAnswer:
      "You made the decision that is contested: another person will answer. If there is "
      + "no other référent, an administrator does.",
    plea: "What the author says",
    firstDecision: "Contested decision",
    decided: "Decision",
    decide: "Decide",
    decisionLabel: "What is to be done?",
    reasonLabel: "Reason",
    chooseReason: "Choose a reason",
    daysLabel: "Silence: for how many days?",
    daysHint: "From 1 to 90. Only for “Silence”.",
    textLabel: "Edit: the post as it should read",
    textHint: "Only for “Edit”. The history of the post shows what changes.",
    wordsLabel: "A word to the author",
    wordsHint:
      "The author gets the decision and its reason anyway. Say what can be done about it. Do "
      + "not say who reported.",
    confirm: "Decide and tell them",
    decision: {
      switch $0 {
      case .dismiss: "Nothing is wrong"
      case .warn: "Warn"
      case .edit: "Edit"
      case .hide: "Hide"
      case .silence: "Silence"
      case .remove: "Remove"
      case .uphold: "Uphold the decision"
      case .cancel: "Cancel the decision"
      }
    },
    decisionHint: {
      switch $0 {
      case .dismiss: "The post stays. Its author can read so among decisions, and is not disturbed."
      case .warn: "The post stays, the author is warned."
      case .edit: "You correct the post, the author is told."
      case .hide: "The post is not read any more. A référent can bring it back."
      case .silence: "The author reads, but does not write in the space for some days."
      case .remove: "The post is not read any more; it comes back only if the author contests."
      case .uphold: "Nothing changes, the author is told."
      case .cancel: "What was decided is undone, the author is told."
      }
    },
    reason: {
      switch $0 {
      case .hurtful: "Hurtful or mocking words"
      case .harassment: "Harassment"
      case .discrimination: "Discriminating words"
      case .privacy: "Somebody’s private life"
      case .falsehood: "False information"
      case .danger: "Danger for oneself or others"
      case .advertising: "Advertising"
      case .rights: "Copyright"
      case .offTopic: "Off topic"
      case .repetition: "Said elsewhere already"
      case .nothingWrong: "Nothing is wrong"
      case .other: "Another reason"
      }
    },
    problem: { problem, threads in
      switch problem {
      case .decisionMissing: "Choose what is to be done."
      case .reasonMissing: "Choose a reason."
      case .daysMissing: "Give a number of days, from 1 to 90."
      case .wordsTooLong: "The word to the author is too long: 2,000 characters at most."
      case .textUnchanged: "The corrected post is the same as before."
      case .text(let problem): threads.say(problem)
      }
    },
    refusal: {
      switch $0 {
      case .taken: "Somebody else has just taken this report."
      case .decided: "Somebody has just decided: nothing was changed by you."
      case .notTaken: "This report is not yours any more: take it to decide."
      case .ownDecision: "You made the first decision: another person answers."
      case .notContestable: "This decision was contested already."
      }
    },
    messages: "Decisions that concern me",
    messagesAdvice: "What référents decided about your posts, or about those that you reported.",
    noMessages: "No decision concerns you.",
    unread: {
      switch $0 {
      case 0: "Decisions that concern me"
      case 1: "Decisions that concern me: 1 new"
      default: "Decisions that concern me: \($0) new"
      }
    },
    haveRead: "I have read them",
    new: "New",
    toAuthor: {
      switch $0 {
      case .hide: "A référent has hidden your post."
      case .edit: "A référent has changed your post. Its history shows what was changed."
      case .warn: "A référent warns you about your post. The post stays."
      case .silence: "Because of this post, you cannot write in the space for a time."
      case .remove: "A référent has removed your post."
      case .dismiss:
        "Your post had been reported. A référent has read it and finds nothing wrong: it stays as it "
          + "is, you need do nothing."
      case .uphold: "Another person has looked at the decision that you contest, and upholds it."
      case .cancel:
        "Another person has looked at the decision that you contest, and cancels it. What "
          + "was done is undone."
      }
    },
    toReporter: {
      switch $0 {
      case .hide, .remove: "The post that you reported is not visible any more. Thank you."
      case .edit: "The post that you reported was changed. Thank you."
      case .warn, .silence:
        "A référent has spoken to the author of the post that you reported. Thank "
          + "you."
      case .dismiss:
        "A référent has looked at the post that you reported: it stays as it is. Thank "
          + "you for telling us."
      case .uphold: "The decision on the post that you reported is upheld."
      case .cancel: "The decision on the post that you reported was looked at again and cancelled."
      }
    },
    because: { "Reason: \($0)" },
    until: { "Until \($0)." },
    referentSays: "The référent writes to you",
    contest: "Contest",
    contested: "You have contested this decision.",
    contestTitle: "Contest a decision",
    contestAdvice:
      "Another person than the one who decided will read you and answer. One can contest "
      + "only once.",
    yourText: "Your post",
    yourTextHint: "As it is kept: you can copy it.",
    contestLabel: "Why should this decision be looked at again?",
    contestHint: "A few sentences are enough.",
    contestMissing: "Write why you contest.",
    sendContest: "Send",
    record: "Record of moderation",
    recordOf: { "Record of moderation: \($0)" },
    recordAdvice: "What the référents decided in this space, and why. Without any name.",
    recordEmpty: "Nothing has been decided here yet.",
    recordShown: "Those who read the space read this page too.",
    recordKept: "For now, only those who look after the space read this page.",
    showRecord: "Show it to those who read the space",
    keepRecord: "Keep it among référents")
}
