extension ThreadStrings {
  static let english = ThreadStrings(
    title: "Mutual help threads",
    all: "All",
    unanswered: "Unanswered",
    mine: "My threads",
    followed: "Followed",
    unread: "Unread",
    lists: "Lists of threads",
    new: "New",
    pinned: "Pinned",
    solved: "Solved",
    closedState: "Closed",
    unansweredState: "Unanswered",
    openState: "Under way",
    newest: "Newest",
    older: "Older",
    kind: {
      switch $0 {
      case .question: "Question"
      case .discussion: "Discussion"
      case .experience: "Experience"
      }
    },
    kindHint: {
      switch $0 {
      case .question: "I need help: an answer can be accepted."
      case .discussion: "I want to talk about it with others."
      case .experience: "I tried something and tell what came of it."
      }
    },
    replies: { $0 == 1 ? "1 reply" : "\($0) replies" },
    emptyAll: "No thread yet. The first one can be yours.",
    emptyUnanswered: "Every question has an answer.",
    emptyMine: "You have not started a thread yet.",
    emptyFollowed: "You follow no thread. The “Follow” button is on each thread.",
    emptyUnread: "You have read everything.",
    start: "Start a thread",
    trail: "Breadcrumb",
    by: { "by \($0)" },
    seeAccepted: "See the accepted answer",
    acceptedBy: "Accepted answer",
    accept: "This is the right answer",
    unaccept: "Accept it no longer",
    meToo: { $0 == 0 ? "Me too" : "Me too · \($0)" },
    meTooSaid: { "✓ Me too · \($0)" },
    thanks: { $0 == 0 ? "Thanks" : "Thanks · \($0)" },
    thanked: { "✓ Thanks · \($0)" },
    quote: "Quote",
    edit: "Edit",
    remove: "Remove",
    removeThread: "Remove the thread",
    removePost: "Remove the post",
    removesThread: "This is the first post: the whole thread will disappear from the lists, with "
      + "the replies that it has.",
    removesPost: "Only a line will remain, which says that it was removed.",
    removalIsMine: "You can restore it, and so can the référents.",
    removalIsOthers: "Its author learns why and can contest; the référents can restore it.",
    restore: "Restore",
    report: "Report",
    removedByAuthor: "Removed by its author.",
    removedByReferent: "Removed by a référent.",
    editedMark: "edited",
    editedByReferent: "edited by a référent",
    history: "History",
    inReplyTo: { "in reply to no.\u{00A0}\($0)" },
    numberMark: "no.\u{00A0}",
    follow: "Follow this thread",
    unfollow: "Stop following",
    following: "You follow this thread.",
    pin: "Pin",
    unpin: "Unpin",
    close: "Close the thread",
    reopen: "Reopen the thread",
    move: "Move",
    moveTo: "Move to",
    threadTools: "Manage this thread",
    aboutThread: "About this thread",
    feed: "Atom feed",
    page: { "Page \($0)" },
    closedNotice: "This thread is closed: it can be read, but no longer replied to.",
    spaceClosedNotice:
      "The class or space is closed: it can be read, not written in any more.",
    removedNotice: "This thread was removed. It no longer appears in lists.",
    logInToReply: "Log in to reply",
    joinToReply: "This space is for its members.",
    firstUnread: "First unread post",
    mentions: "Where you were called",
    noMentions: "Nobody has called you by your member name yet, with @.",
    someone: "someone",
    newTitle: "Start a thread",
    newAdvice: "There are no silly questions. Say what you want to do, with what equipment, and "
      + "what you have already tried.",
    space: "Space",
    kindLabel: "What I want to do",
    threadTitle: "Title",
    threadTitleHint: "The need in one sentence, as you would tell a colleague.",
    body: "Your message",
    bodyHint: "Formatting is possible: **bold**, lists, links, tables. The draft is kept.",
    tags: "Tags",
    tagsHint:
      "Five at most, separated by commas. For example: moodle, phone. A word of our vocabularies "
      + "leads to its page.",
    reply: "Reply",
    replyLabel: "Your reply",
    publishReply: "Publish the reply",
    publish: "Publish",
    publishAnyway: "Publish my thread",
    preview: "Preview",
    previewTitle: "Preview",
    nothingToPreview: "There is nothing to show yet.",
    similarTitle: "Others may already have answered",
    similarAdvice: "These threads look like yours. If none answers, publish: your text is kept.",
    draftRestored: { "Draft found, kept \($0)." },
    forgetDraft: "Throw the draft away",
    drafts: "My drafts",
    noDrafts: "No draft. What you begin to write is kept here.",
    draftsFull: "You have \(DraftStore.most) drafts already: this one is not kept. Throw one away "
      + "that you need no more.",
    draftOutOfReach: "The place where you wrote it is not open to you any more, or not there.",
    wholeDraft: "The whole text",
    staleEdit: "This post was edited after you opened this page. Nothing is saved: compare the two "
      + "texts, add to yours what it lacks, and save again.",
    presentText: "The post as it is now",
    draftOfNew: "New thread",
    draftOfReply: "Reply",
    draftOfEdit: "Edit",
    draftOfTutorial: "Tutorial",
    resume: "Resume",
    editTitle: "Edit the post",
    saveEdit: "Save the edit",
    writingHelp: "Formatting help",
    writingHelpLines: [
      ("**bold**", "bold"), ("*italic*", "italic"), ("[text](https://address)", "a link"),
      ("- one\n- two", "a list"), ("1. one\n2. two", "a numbered list"),
      ("> text", "a quotation"), ("`code`", "code"), ("~~struck~~", "struck out"),
      ("| A | B |\n|---|---|\n| 1 | 2 |", "a table"), ("- [ ] to do", "a box to tick"),
      ("@camille", "call someone by member name"),
    ],
    toolbar: ToolbarStrings(
      label: "Formatting", bold: "Bold", italic: "Italic", link: "Link", list: "List",
      numbered: "Numbered list", quote: "Quotation", code: "Code",
      saved: "Draft saved", saving: "Saving the draft…",
      unsaved: "The draft is not saved: the connection is missing. Keep this page open, your text "
        + "is still in it."),
    historyTitle: "History of the post",
    historyVersion: { "Version \($0)" },
    historyCurrent: "Current version",
    historyNone: "This post was never edited.",
    historyOlder: "Previous version",
    historyNewer: "Next version",
    added: "added",
    deleted: "deleted",
    reportTitle: "Report a post",
    reportAdvice: "The référents of the space will read it. The author will not know who reported.",
    reportReason: "Why",
    reportReasons: [
      ("blessant", "Hurtful, mocking or threatening"), ("prive", "Reveals someone’s private life"),
      ("faux", "False or dangerous"), ("publicite", "Advertising"),
      ("hors-sujet", "Nothing to do with the thread"), ("autre", "Something else"),
    ],
    reportComment: "What the référent should know",
    sendReport: "Report to the référents",
    revealName: MaskStrings.english.reveal,
    titleMissing: "Give a title.",
    titleTooLong: { "The title is too long by \($0) \($0 == 1 ? "character" : "characters")." },
    bodyMissing: "Write your message.",
    bodyTooLong: { "The message is too long by \($0) \($0 == 1 ? "character" : "characters")." },
    answerProblem: QuestionStrings.english.problem,
    bodyRefused: "The formatting of this message is too complicated to be shown. Simplify the "
      + "tables or nested lists.",
    spaceMissing: "Choose a space where you may write.",
    tooManyTags: "Five tags at most.",
    tagTooLong: "A tag has at most 40 characters.",
    say: {
      switch $0 {
      case .notAllowed: "You cannot write in this space."
      case .closed: "This thread has just been closed: your reply is not published."
      case .spaceClosed:
        "The class or space is closed: it can still be read, not written in. Nothing is published; "
          + "here is your text."
      case .removed: "This thread was removed: your reply is not published."
      case .spaceFull:
        "This space has no room left for files. Publish your text without one, and tell its "
          + "référent."
      case .documentBehindMask:
        "A document may hold your name where one does not see it. Without your name, show a picture "
          + "instead, such as a screenshot of the document, and take the link out of the text."
      case .tooSoon(let left):
        "You have just published. Wait \(left) \(left == 1 ? "second" : "seconds") and publish "
          + "again."
      case .tooManyThreads(let minutes):
        "That is a lot of threads for a first hour. You can start more in "
          + "\(minutes) \(minutes == 1 ? "minute" : "minutes")."
      case .tooManyPosts(let minutes):
        "That is a lot of posts for a first hour. You can publish more in "
          + "\(minutes) \(minutes == 1 ? "minute" : "minutes")."
      case .masksNotAllowed:
        "In this space, everybody signs by name. Take the mark off “Without my name”, or choose "
          + "another space."
      case .alreadyNamed:
        "You have already written in this thread by name: you would be known. Nothing is published."
      case .repeated:
        "You have published this very text a short while ago. One place is enough: say where you "
          + "wrote it, or change it."
      case .tooFast(let minutes):
        "That is a lot of posts in a few minutes. You can publish more in "
          + "\(minutes) \(minutes == 1 ? "minute" : "minutes")."
      case .silenced(let until):
        "A référent has decided that you cannot write in this space until "
          + "\(DateStrings.english.full(until)). Your text is still here: copy it if you want to "
          + "keep it."
      }
    })
}
