extension SpaceStrings {
  static let english = SpaceStrings(
    title: "Spaces",
    advice: "Each space holds the threads of one subject or one group. Follow those that matter "
      + "to you.",
    mine: "My spaces",
    others: "Other spaces",
    all: "All spaces",
    empty: "No space is open to you yet.",
    emptySubject: "No space about this subject.",
    subjects: "Subjects",
    allSubjects: "All subjects",
    closedNotice: "This space is closed: everything can be read, nothing written any more.",
    classLink: "Learners, secrets and year",
    closedTitle: "Private spaces to look after",
    closedAdvice: "You may appoint their référents and describe them, not read them.",
    create: "Create a space",
    more: "More spaces",
    first: "Back to the beginning",
    visibility: {
      switch $0 {
      case .public: "open to all"
      case .members: "for members"
      case .private: "private"
      }
    },
    visibilityHint: {
      switch $0 {
      case .public: "Open to all: read without an account, every member writes"
      case .members: "For members: one must be logged in to read and write"
      case .private: "Private: only those whom the référents admitted read and write"
      }
    },
    threads: { $0 == 1 ? "1 thread" : "\($0) threads" },
    members: { $0 == 1 ? "followed by 1 member" : "followed by \($0) members" },
    role: {
      switch $0 {
      case .member: "you are a member"
      case .referent: "you are a référent"
      }
    },
    noThreads: "No thread here yet.",
    noThreadsYet: "No thread here yet. The first one may be yours.",
    newThread: "Start a thread here",
    join: "Follow this space",
    leave: "Stop following",
    quit: "Leave this space",
    logInToJoin: "Log in to follow",
    referents: "Référents",
    noReferent: "No référent yet.",
    aboutSpace: "About this space",
    care: "Look after this space",
    edit: "Edit the space",
    seeMembers: "Members and référents",
    feed: "Atom feed of the space",
    threadList: "Threads of the space",
    quitTitle: { "Leave the space “\($0)”" },
    quitAdvice: "This space is private. Once gone, you will read nothing there any more, not even "
      + "your own posts, and a référent will have to admit you again.",
    confirmQuit: "Leave the space",
    lastReferent: "You are its only référent: nobody could admit anyone any more. Ask the "
      + "administration to appoint another one first.",
    newTitle: "Create a space",
    editTitle: { "Edit the space “\($0)”" },
    name: "Name",
    nameHint: "A few words. For example: Vocational track.",
    address: "Address",
    addressHint: "Lower-case letters, digits and hyphens. Left empty, it is made from the name. "
      + "Old addresses always lead to the space.",
    subject: "Subject",
    subjectHint: "A discipline, a trade or a theme. For example: inclusion.",
    level: "Level",
    levelHint: "At which scale: school, region, national…",
    levels: ["school", "county", "académie", "region", "national", "international"],
    about: "Description",
    aboutHint: "Whom the space is for and what one finds there. An empty line separates two "
      + "paragraphs.",
    whoReads: "Who can read",
    confirmPrivate: "I understand that this space cannot be opened to other readers again",
    staysPrivate: "A private space where people have written stays private: what is there was "
      + "meant for its members alone.",
    save: "Save the space",
    say: {
      switch $0 {
      case .nameMissing: "Give the space a name."
      case .nameTooLong(let over):
        "The name is \(over) \(over == 1 ? "character" : "characters") too long."
      case .slugInvalid:
        "The address holds only lower-case letters without accents, digits and hyphens, 60 at most."
      case .slugTaken: "Another space has, or had, this address. Choose another one."
      case .subjectTooLong(let over):
        "The subject is \(over) \(over == 1 ? "character" : "characters") too long."
      case .levelTooLong(let over):
        "The level is \(over) \(over == 1 ? "character" : "characters") too long."
      case .aboutTooLong(let over):
        "The description is \(over) \(over == 1 ? "character" : "characters") too long."
      case .visibilityUnknown: "Choose who can read."
      case .staysPrivate: "A private space where people have written stays private."
      case .privacyNotConfirmed:
        "Confirm that the space becomes private: there will be no way back."
      }
    },
    membersTitle: { "Members of the space “\($0)”" },
    search: "Look for a member of the site",
    searchHint: "The displayed name, whole or in part, or the exact log-in name.",
    startSearch: "Look",
    found: { "Members found for “\($0)”" },
    foundNobody: { "Nobody bears the name “\($0)”." },
    appoint: { "Appoint \($0) as référent" },
    dismiss: { "Take the role of référent from \($0)" },
    admit: { "Admit \($0)" },
    remove: { "Remove \($0) from the space" },
    memberList: "Members",
    noMembers: "Nobody has joined this space yet.",
    closedMembers: "This space is private: its members are known to its référents alone.",
    joinedOn: { "since \($0)" },
    appointAdvice: "A référent looks after the space, handles reports and, when the space is "
      + "private, admits its members.",
    admitAdvice: "Look for someone who has an account on the site, then admit them.",
    refused: {
      switch $0 {
      case .notAllowed: "You may not make this change."
      case .noSuchMember: "This member does not exist, or is no longer in the space."
      case .lastReferent: "The only référent of a private space: appoint another one first."
      case .learnerOfClass: "A learner does not leave a class: the teacher takes them out of it."
      case .notTeacher: "Only a teacher or an administrator may be a référent of a class."
      }
    })
}
