extension RemarkStrings {
  static let english = RemarkStrings(
    fromReaders: "What readers say",
    write: "Write a remark",
    advice: "A question, a detail, what went wrong when doing it: the authors will be told.",
    count: { $0 == 1 ? "1 remark" : "\($0) remarks" },
    section: { $0.isEmpty ? "the whole text" : $0 },
    of: { "remark by \($0)" },
    words: "Your remark",
    wordsOn: { "Your remark on “\($0)”" },
    wordsHint: "In plain text.",
    whoReads: "Who will read it",
    choice: {
      switch $0 {
      case .members: "The members who read this tutorial"
      case .authors: "Its authors"
      case .onlyMe: "Only me"
      }
    },
    readers: {
      switch $0 {
      case .members: "members"
      case .authors: "for the authors"
      case .onlyMe: "for me"
      }
    },
    send: "Send",
    answer: "Answer",
    answerTitle: "Answer a remark",
    answerLabel: "Your answer",
    settled: "Settled",
    settle: "Mark as settled",
    unsettle: "No longer settled",
    delete: "Delete",
    hide: "Hide",
    hideTitle: "Hide this remark",
    hideAdvice: "Nobody will read it any more but its author, who will know why.",
    hideHint: "The person will read this word with your name.",
    hiddenBecause: { "A référent has hidden this remark: \($0)" },
    report: "Report",
    reportTitle: "Report this remark",
    reportAdvice: "The référents of the space will be told.",
    reason: "Why",
    reasonMissing: "Say why in a word.",
    passages: "Annotations",
    noPassage: "No passage is annotated for now.",
    quotePassage: "Quote a passage",
    passageAdvice: "Copy or type the words of the text, then say what you think of them.",
    passage: "The passage",
    passageHint: "A few words are enough. Punctuation and accents do not count.",
    annotate: "Annotate",
    seeInText: "See in the text",
    export: "Annotations as JSON-LD",
    gone: "Part gone",
    goneAdvice:
      "The text has changed: the passage or the section that is spoken of here is no longer in it. Only the authors, and who wrote it, see each of these remarks.",
    problem: {
      switch $0 {
      case .textMissing: "Write your remark."
      case .textTooLong(let over): "The remark is \(over) characters too long."
      case .passageMissing: "Copy or type the words of the text."
      case .passageTooLong: "The passage is too long: keep what matters most."
      case .passageNotFound: "These words are not in the text. Check them, or quote fewer."
      }
    },
    refusal: {
      switch $0 {
      case .notAllowed: "You cannot write here."
      case .spaceClosed: "This space is closed: one reads here, one writes no more."
      case .gone: "The remark that you answer is no longer there."
      }
    })
}
