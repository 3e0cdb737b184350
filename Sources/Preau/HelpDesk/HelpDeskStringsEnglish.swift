extension HelpDeskStrings {
  static let english = HelpDeskStrings(
    title: "Help desk",
    titleOf: { "Help desk: \($0)" },
    lists: "Lists of requests",
    list: { list in
      switch list {
      case .open: "To do"
      case .forgotten: "Late and nobody’s"
      case .mine: "Mine"
      case .new: "New"
      case .taken: "Taken"
      case .waiting: "Waiting for the asker"
      case .resolved: "Resolved"
      case .unresolved: "Without solution"
      case .closed: "Closed"
      }
    },
    counted: { "\($0) (\($1))" },
    ages: {
      "Asked less than a day ago: \($0.underOneDay); less than a week: \($0.underOneWeek); "
        + "longer: \($0.older)."
    },
    late: {
      switch $0 {
      case 0: "No request is late."
      case 1: "1 request is late."
      default: "\($0) requests are late."
      }
    },
    delay: {
      "Delay of this space: \($0)\u{00A0}h of school days, without evenings, week-ends and holidays."
    },
    empty: "Nothing is waiting here.",
    emptyDone: "No request in this list.",
    tag: "Tag",
    ofClass: "Learners of the class",
    anyClass: "Everybody",
    showTag: "Filter",
    onlyTag: { "Only #\($0)" },
    allTags: "All tags",
    settings: "Settings of the desk",
    oldest: "Back to the beginning",
    more: "More",
    state: { state in
      switch state {
      case .new: "New"
      case .taken: "Taken"
      case .waiting: "Waiting for the asker"
      case .resolved: "Resolved"
      case .unresolved: "Without solution"
      case .closed: "Closed"
      }
    },
    owner: { "looked after by \($0)" },
    asked: "asked",
    due: { "due: \($0)" },
    wasDue: { "was due: \($0)" },
    lateMark: "Late",
    today: { "today at \($0):\(twoDigits($1))" },
    tomorrow: { "tomorrow at \($0):\(twoDigits($1))" },
    request: "Request for help",
    take: "Take it",
    wait: "Wait for the asker",
    resolve: "Resolved",
    giveUp: "Without solution",
    reopen: "Take it up again",
    handOver: "Hand over",
    seeBoard: "See the help desk",
    noteBy: { "A word from \($0)" },
    handOverTitle: "Hand over",
    handOverAdvice: "Whoever you choose will look after the request. Say in one line where you "
      + "are: only those who help will read it.",
    heir: "To whom",
    desk: "Nobody: back to the desk",
    note: "Where you are",
    noteHint: "One line, for example: “I asked which model of telephone it is.”",
    notes: "Words exchanged",
    toWhom: { "\($0) to \($1)" },
    toDesk: { "\($0), to the desk" },
    tooLateTitle: "Somebody was faster",
    takenBy: { "\($0) has just taken this request. Thank you all the same!" },
    changedMeanwhile: "This request has changed meanwhile: nothing was modified.",
    seeThread: "See the thread",
    noteMissing: "Say in one line where you are.",
    noteTooLong: "This line is too long: 500 characters at most.",
    noSuchHelper: "Choose somebody who helps in this space and does not look after the request "
      + "already.",
    choose: "Choose",
    manyTitle: "With the chosen requests",
    addTag: "Add the tag",
    assignTo: "To whom",
    assign: "Assign",
    close: "Close",
    nothingChosen: "Choose at least one request.",
    done: { action, count in
      let subject = count == 1 ? "1 request" : "\(count) requests"
      return switch action {
      case .tag: "\(subject) tagged."
      case .assign: "\(subject) assigned."
      case .close: "\(subject) closed."
      }
    },
    undo: "Undo",
    undone: "Undone.",
    yourRequest: { state, owner in
      switch state {
      case .new: "Nobody is looking after your request yet."
      case .taken: "\(owner) is looking after it."
      case .waiting: "\(owner) is waiting for your reply: answer below."
      case .resolved: "Your request is resolved."
      case .unresolved: "Nobody has found a solution so far."
      case .closed: "Your request is closed."
      }
    },
    hopedBefore: { "A reply is hoped for before: \($0)." },
    settingsTitle: { "Settings of the help desk: \($0)" },
    delayLabel: "Time to reply",
    delayHint: "In school days: 24\u{00A0}h make one day. Evenings, week-ends and holidays do not "
      + "count.",
    delayChoice: { hours in
      switch hours {
      case 12: "12\u{00A0}h (half a day)"
      case 24: "24\u{00A0}h (one day)"
      default: "\(hours)\u{00A0}h (\(hours / 24) days)"
      }
    },
    holidays: "Holidays and days without school",
    holidaysAdvice: "On these days the delay does not run.",
    noHolidays: "No day without school is given.",
    holidayName: "Name",
    firstDay: "First day",
    lastDay: "Last day",
    forAll: "For all spaces of the site",
    forAllMark: "for the whole site",
    addHoliday: "Add",
    removeHoliday: { "Remove \($0)" },
    fromTo: { "\($0) to \($1)" },
    nameMissing: "Give a name, such as “Winter holidays”.",
    dayMissing: "Give a date, such as 2026-02-14.",
    daysReversed: "The last day comes before the first.",
    volunteers: "Volunteers",
    volunteersAdvice: "They help beside the référents: they see the desk and look after requests.",
    noVolunteers: "Nobody has been named yet.",
    nameVolunteer: { "Name \($0)" },
    dismissVolunteer: { "Remove \($0)" },
    answers: .english,
    followUp: .english,
    needs: .english,
    themes: .english,
    waiting: { space, count in
      switch count {
      case 0: "Help desk, \(space)"
      case 1: "Help desk, \(space): 1 request is nobody’s"
      default: "Help desk, \(space): \(count) requests are nobody’s"
      }
    })
}
