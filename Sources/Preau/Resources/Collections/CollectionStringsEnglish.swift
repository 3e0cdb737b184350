extension CollectionStrings {
  static let english = CollectionStrings(
    title: "Collections",
    advice: "Toolboxes to take from, paths to follow step by step.",
    make: "Make a collection",
    all: "All",
    mine: "Mine",
    empty: "No collection yet.",
    kind: {
      switch $0 {
      case .toolbox: "toolbox"
      case .path: "path"
      }
    },
    kindHint: {
      switch $0 {
      case .toolbox: "One takes from it what one needs."
      case .path: "One follows it in order."
      }
    },
    kindQuestion: "What is it?",
    count: { $0 == 1 ? "1 resource" : "\($0) resources" },
    visibility: {
      switch $0 {
      case .public: "open to all"
      case .members: "for members"
      case .private: "private"
      }
    },
    follow: "Follow (Atom feed)",
    remove: "Remove the collection",
    removedNotice: "This collection has been removed.",
    askedNotice: "You are asked to look after this collection with its author.",
    agree: "Accept",
    decline: "Decline",
    emptyCollection: "Nothing yet. On the card of a resource, choose “Put into a collection”.",
    contents: "Contents",
    step: { "Step \($0)" },
    up: "Move up",
    down: "Move down",
    takeOut: "Take out",
    changeNote: "Change the note",
    note: "Note",
    noteHint: "Why it is there, when to use it.",
    editors: "Who looks after it",
    editorsAdvice: "Those whom you invite may arrange, annotate and change it.",
    notAnswered: "(has not answered yet)",
    dismiss: "Remove",
    editorName: "Invite somebody",
    editorHint: "The name, or the log-in name.",
    askEditor: "Invite",
    nobody: "Nobody has this name.",
    several: "Several people have this name: give the log-in name.",
    manyEditors: "There are twenty people already.",
    askedWords: { "You are invited to look after the collection “\($0)”." },
    makeTitle: "New collection",
    changeTitle: "Change the collection",
    words: "A few words",
    wordsHint: "For whom, for what, how to use it.",
    whoReads: "Who reads it",
    whoReadsHint: "Everyone sees in it only what they may read.",
    inCollections: "Collections",
    addTo: "Put into a collection",
    noneYet: "You have no collection yet.",
    which: "Which collection",
    put: "Put",
    choiceMissing: "Choose a collection.",
    full: "This collection is full (100 resources).",
    tooLong: { "The text is \($0) \($0 == 1 ? "character" : "characters") too long." },
    titleMissing: "Give a title.")
}
