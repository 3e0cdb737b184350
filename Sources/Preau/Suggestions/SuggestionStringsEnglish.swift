extension SuggestionStrings {
  static let english = SuggestionStrings(
    title: "Suggest a correction",
    propose: "Suggest a correction",
    advice:
      "Change what needs to be changed, and say why. The authors will read your correction and answer. If it is accepted, your name will stand among the contributors.",
    label: { $0.map { "The text of “\($0)”" } ?? "The text" },
    textHint: "Change only what is needed: the authors will see the words that changed.",
    reason: "Why",
    reasonHint: "One sentence: a mistake, something left out, what you saw when doing it.",
    send: "Send to the authors",
    all: "Suggested corrections",
    mine: "My corrections",
    none: "No correction for now.",
    waiting: { $0 == 1 ? "1 correction waits" : "\($0) corrections wait" },
    section: { $0.isEmpty ? "Beginning of the text" : $0 },
    one: { $0.isEmpty ? "Suggested correction" : "Suggested correction: “\($0)”" },
    madeOn: { "made on version \($0)" },
    change: "What would change",
    willAppear: "It will appear with the next version that is published.",
    accepting: "Accept",
    accept: "Accept the correction",
    rebased:
      "The text has changed since, but not this passage: the correction is carried over to your draft.",
    done: "Your draft says so already. By accepting, you credit who suggested it.",
    conflict: "This passage has changed since",
    conflictAdvice:
      "The correction cannot be carried over by itself. Here are both texts: bring them together below.",
    proposed: "What is suggested",
    present: "Your draft",
    sectionGone: "This part is no longer in the draft.",
    retouch: "Change it before you accept",
    byHand: "This part, as you want it",
    wholeByHand: "The whole text, as you want it",
    byHandHint: "It will replace the one of the draft. Who suggested it will be credited.",
    acceptByHand: "Accept like this",
    refusing: "Do not keep it",
    refuse: "Do not keep it",
    words: "Your answer",
    wordsHint: "The person will read this word with your name.",
    contributors: "With the help of",
    from: "after a correction by",
    message: { $0.isEmpty ? "Correction accepted" : "Correction accepted: “\($0)”" },
    state: {
      switch $0 {
      case .waiting: "Waiting"
      case .accepted: "Accepted"
      case .refused: "Not kept"
      }
    },
    nothingChanged: "Not a word has changed: correct the text, then send it.",
    textEmpty: "The text is empty. To suggest taking this part away, say so in a remark.",
    reasonMissing: "Say why in one sentence.",
    reasonTooLong: { "The reason is \($0) characters too long." },
    refusal: {
      switch $0 {
      case .notAllowed: "You cannot do that here."
      case .spaceClosed: "This space is closed: one reads here, one writes no more."
      case .decided: "Somebody has answered this correction already."
      case .conflict: "This passage has changed: bring both texts together below."
      case .stale:
        "The draft has changed meanwhile. Here is the correction in its present text: look once more."
      case .nothingTaken:
        "This text is already that of your draft: put into it what is proposed, or say why you do not "
          + "keep it."
      case .wordsMissing: "Say why in a word: the person took the time to write."
      }
    })
}
