extension HeldStrings {
  static let english = HeldStrings(
    state: {
      switch $0 {
      case .waiting: "Waiting to be read"
      case .refused: "Not published"
      case .published: "Published"
      }
    },
    mine: "My posts that wait",
    mineCount: { $0 == 0 ? "My posts that wait" : "My posts that wait: \($0)" },
    mineAdvice: "You alone see them, with the référents of the space. You will be told when they "
      + "appear.",
    noneMine: "None of your posts is waiting.",
    waitingAdvice: "The others do not see this post yet. It will appear in this place as soon as a "
      + "référent has read it, and you will be told.",
    refusedAdvice: "This post was not published. Your text is kept: you can change it and offer it "
      + "again.",
    edit: "Edit",
    editTitle: "Edit a post that waits",
    saveEdit: "Save and offer",
    takeBack: "Take my text back",
    takeBackHint: "The post waits no longer; the text returns to your drafts.",
    publishedMeanwhile: "This post has just been published: edit it where it is.",
    yours: "You alone and the référents see this post.",
    queue: "Posts to read before they are published",
    queueAdvice: "Nobody sees them yet but their author. The oldest comes first.",
    queueEmpty: "No post is waiting to be read.",
    waiting: { count, oldest in
      switch count {
      case 0: "Posts to read"
      case 1: "Posts to read: 1 is waiting (since \(oldest))"
      default: "Posts to read: \(count) are waiting (the oldest since \(oldest))"
      }
    },
    ofHelpDesk: {
      $0 == 1
        ? "1 post of this space is waiting to be read"
        : "\($0) posts of this space are waiting to be read"
    },
    newThread: {
      switch $0 {
      case .question: "New question"
      case .discussion: "New discussion"
      case .experience: "New story"
      }
    },
    reply: "Reply",
    replyTo: { "Reply to “\($0)”" },
    publish: "Publish",
    look: "Read",
    refuse: "Refuse…",
    refuseTitle: "Do not publish",
    refuseAdvice: "The author is told the reason and your words, and gets the text back.",
    sendRefusal: "Refuse and tell the author",
    tags: "Tags",
    refusal: {
      switch $0 {
      case .decided: "Somebody has just decided, or the author has taken the text back."
      case .changed: "The author has just changed the text: read it again, then decide."
      case .reasonMissing: "Choose a reason."
      case .wordsTooLong: "The words to the author are too long: 2,000 characters at most."
      case .threadRemoved: "The thread was removed: this post has no place in it any more."
      case .spaceClosed: "This space is closed: nothing more is published in it."
      }
    },
    choiceTitle: "Reading before publication",
    choiceTitleOf: { "Reading before publication: \($0)" },
    choiceAdvice: "A held post is seen by its author and the référents alone, until one of them "
      + "publishes it. Those of référents are never held.",
    choiceLabel: "What is read first?",
    holding: {
      switch $0 {
      case .nothing: "Nothing"
      case .first: "Everybody’s first posts"
      case .questions: "Questions"
      case .everything: "Everything"
      }
    },
    holdingHint: {
      switch $0 {
      case .nothing: "Each post appears at once."
      case .first: "After that, a member’s posts appear at once."
      case .questions: "Replies and discussions appear at once."
      case .everything: "Each thread and each reply."
      }
    },
    firstLabel: "How many first posts?",
    firstHint: "From 1 to 20: those that were published count.",
    firstProblem: "Give a number from 1 to 20.",
    change: "Change what is read first")
}
