extension ClassStrings {
  static let english = ClassStrings(
    title: "My classes",
    new: "Make a class",
    none: "No class yet.",
    noneYet:
      "No class yet. A class is a private space, a code, and an account for each learner, "
      + "without any e-mail address.",
    joinByCode: "Enter a class with its code",
    manage: "Look after",
    manageWaiting: { $0 == 1 ? "Look after · 1 request" : "Look after · \($0) requests" },
    closed: "closed",
    newTitle: "Make a class",
    newAdvice:
      "The class has a private space of its own. Learners enter with the code of the "
      + "class, their name and a secret. No e-mail address is asked for.",
    className: "Name of the class",
    classNameHint: "For example: Year 10 cookery B.",
    year: "School year",
    create: "Make the class",
    draftProblem: {
      switch $0 {
      case .nameMissing: "Write the name of the class."
      case .nameTooLong: "This name is too long: 60 characters at most."
      case .yearUnknown: "Choose a year from the list."
      }
    },
    spaceAbout:
      "The private space of the class: only its learners, its teachers and those whom they "
      + "admit read it.",
    tools: "The class",
    closedForTeacher:
      "This class is closed. Everybody can still read, nobody can write in it any more.",
    threads: "What the class writes",
    code: "Code of the class",
    codeAdvice: {
      "To write on the board, with the address: \($0). The code alone opens nothing: a "
        + "name and a secret are needed, or your consent."
    },
    renewCode: "Change the code",
    renewCodeTitle: { "Replace the code \($0)?" },
    renewCodeAdvice:
      "Do it when the code is known outside the class. The old one will be of no use: learners will "
      + "come in with the new one, their name and their secret, which do not change. Slips that are "
      + "printed already will bear the old code. Who is logged in stays so.",
    waitingTitle: "Ask to enter",
    waitingAdvice:
      "They typed the code of the class. Admit only people whom you know. Whoever is "
      + "admitted reads the whole class and can write in it.",
    admitAsLearner: "Admit as a learner",
    admitAsHelper: "Admit to read and help",
    refuse: "Refuse",
    learners: { $0 == 1 ? "1 learner" : "\($0) learners" },
    noLearners:
      "Nobody yet. “Add learners” takes a list of names pasted from a spreadsheet or a "
      + "message.",
    lookAfter: "Secret, name",
    newSlips: "New secrets to print",
    helpers: "Read and help",
    helpersAdvice:
      "Support staff, families, colleagues, professionals: they have an account, type the "
      + "code of the class, and you admit them. You can also name them.",
    nameHelpers: "Name somebody",
    yearTools: "End of the year",
    nextYear: "Prepare the next year",
    archive: "Download the archive",
    archiveAdvice:
      "A ZIP file with all threads of the class, to be read offline. It holds the names "
      + "that learners see: keep it as you keep a register.",
    close: "Close the class",
    reopen: "Open the class again",
    addNames: "Add learners",
    pasteAdvice:
      "Paste the list as it is. The next page shows what will be made, and everything can "
      + "be corrected there.",
    names: "Names of the learners",
    namesHint: "One a line, 40 at most. Column titles, numbers, dates, blank lines and "
      + "repetitions are left out.",
    nameOrder: "In this list, one reads first",
    nameOrders: {
      switch $0 {
      case .found: "I do not know: find out"
      case .givenFirst: "the first name (Léa Martin)"
      case .familyFirst: "the family name (Martin Léa)"
      }
    },
    reviewNames: "See what will be made",
    pasteProblem: {
      switch $0 {
      case .nobody: "There is no name in this text."
      case .tooMany(let count): "There are \(count) names: paste 40 at most at a time."
      }
    },
    reviewTitle: "Check the names",
    reviewAdvice:
      "First what you pasted, then the name that the class will see and the learner will "
      + "type to enter. The first name and an initial are enough. Nothing else is kept. "
      + "Empty a box to leave somebody out.",
    reviewRefused: "No account is made: correct the marked names first.",
    willBeMade: { $0 == 1 ? "1 account will be made." : "\($0) accounts will be made." },
    repeated: { $0 == 1 ? "1 line repeated a name." : "\($0) lines repeated a name." },
    leftOut: { lines in "Left out: " + lines.map { "“\($0)”" }.joined(separator: ", ") + "." },
    nameShownFor: "Name shown for: ",
    inClassAlready: "In the class already: nothing will be made under this name.",
    rowProblem: { problem, signUp in
      switch problem {
      case .name(let problem): signUp.say(.name(problem))
      case .twice: "Another learner of the class has this name: add a letter or a figure."
      }
    },
    makeAccounts: "Make the accounts and see the slips",
    makeAdvice: "The secrets will be shown only once: be ready to print.",
    newSlipsAdvice:
      "The old secret will be of no use and the learner will be logged out everywhere. The "
      + "new one will be shown only once.",
    forWhom: "For whom?",
    makeSlips: "Replace the secrets and see the slips",
    makeAllSlips: { $0 == 1 ? "Replace the only secret" : "Replace all \($0) secrets" },
    nobodyChosen: "Tick at least one learner.",
    secret: "Lost secret",
    secretAdvice:
      "The old secret will be of no use and the learner will be logged out everywhere. The "
      + "journal of the class says so.",
    newSecret: "Give a new secret",
    changeName: "Name shown",
    nameShown: "Name that the class sees",
    nameHint: "It is also the one that the learner types to enter.",
    notInCare:
      "This person made the account alone, or has other duties on the site: the secret and "
      + "the name are not changed here.",
    takeOut: "Take out of the class",
    takeOutTitle: { "Take \($0) out of the class?" },
    takeOutAdvice: "The learner will not read the class any more nor enter it, even with the "
      + "code, unless you admit them again. The posts stay.",
    takeOutOf: { "Take out of “\($0)”" },
    slipsTitle: "Slips to print",
    slipsAdvice:
      "These secrets will never be shown again. Print this page now, or copy it. A lost "
      + "secret is replaced with two clicks.",
    printAdvice:
      "To print: Ctrl+P, or “Print” in the menu of the browser. Eight slips on an A4 page, "
      + "to be cut along the dashes.",
    noSlips: "No account was made: these names are in the class already.",
    backToClass: "Back to the class",
    slipCode: "Code of the class",
    slipName: "Name",
    slipSecret: "Secret",
    qrLabel: "QR code of the door of the class",
    doorTitle: "Enter my class",
    doorAdvice: "Everything stands on the slip that the teacher gave.",
    doorCode: "Code of the class",
    doorCodeHint: "Six letters and figures, such as CDF-HJK.",
    doorName: "Name",
    doorNameHint: "As on the slip. Capitals and accents do not count.",
    doorSecret: "Secret",
    doorSecretHint: "Three words and a number. Spaces and hyphens do not count.",
    enter: "Enter",
    lostSecret: "Lost the secret? The teacher can give a new one at once.",
    lostSecretElsewhere:
      "For who enters with the code of a class: the teacher can give a new secret at once.",
    haveAccount: "I have an account of my own, with a log-in name",
    haveCode: "I have the code of a class",
    codeMissing: "The code of the class is missing.",
    nameMissing: "The name is missing.",
    secretMissing: "The secret is missing.",
    doorRefused:
      "The code, the name and the secret do not belong together. Check all three, letter "
      + "by letter.",
    askTitle: "Enter a class",
    askAdvice: {
      "Logged in as: \($0). The teacher of the class will see the request and answer it."
    },
    ask: "Ask to enter",
    notYou: "Not the right account?",
    noSuchClass: "No open class has this code.",
    nameIsTeachers:
      "The teacher wrote this name: ask them to change it. It is never shown to visitors.",
    closeTitle: { "Close the class “\($0)”" },
    closeAdvice:
      "Learners and other members will still be able to read, but not to write. Nothing is "
      + "deleted, and the class can be opened again.",
    nextTitle: "Prepare the next year",
    nextAdvice:
      "A new class, with a new code. Those who go on keep their account, their name and "
      + "their secret.",
    whoContinues: "Learners who go on",
    whoHelpsOn: "People who go on helping",
    closeThis: { "Close “\($0)” at the same time" },
    makeNext: "Make the next class",
    mine: "My class",
    archiveOf: { "Archive of the class, made on \($0)." },
    archiveEmpty: "Nobody wrote in this class.",
    archiveBack: "All threads")
}
