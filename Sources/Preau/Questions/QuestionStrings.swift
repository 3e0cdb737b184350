/// What is said about the forms of questions.
struct QuestionStrings: Sendable {
  // Those who ask
  let asked: @Sendable (_ space: String) -> String
  let askedHint: String
  let choose: String
  let show: String
  let showHint: String
  let answersTitle: String
  let problem: @Sendable (QuestionField.Problem, _ label: String) -> String

  // Those who look after the space
  let title: String
  let titleOf: @Sendable (_ space: String) -> String
  let advice: String
  let none: String
  let add: String
  let editTitle: String
  let label: String
  let labelHint: String
  let help: String
  let helpHint: String
  let kindLabel: String
  let kind: @Sendable (QuestionField.Kind) -> String
  let options: String
  let optionsHint: String
  let required: String
  let requiredMark: String
  let optionalMark: String
  let edit: @Sendable (_ label: String) -> String
  let up: @Sendable (_ label: String) -> String
  let down: @Sendable (_ label: String) -> String
  let remove: @Sendable (_ label: String) -> String
  let full: String
  let fieldProblem: @Sendable (QuestionFieldDraft.Problem) -> String

  // The board
  let filter: String
  let filterValue: String
  let filterNone: String

  static let french = QuestionStrings(
    asked: { "«\u{00A0}\($0)\u{00A0}» demande quelques précisions" },
    askedHint: "Avec elles, on vous répond plus vite. Votre texte est gardé.",
    choose: "Choisir",
    show: "Voir ce que cet espace demande",
    showHint: "Certains espaces demandent quelques précisions avec une question.",
    answersTitle: "Précisions",
    problem: { problem, label in
      switch problem {
      case .missing: "«\u{00A0}\(label)\u{00A0}»\u{00A0}: il manque une réponse."
      case .tooLong(let over):
        "«\u{00A0}\(label)\u{00A0}»\u{00A0}: la réponse a \(over) caractères de trop."
      case .unknownChoice: "«\u{00A0}\(label)\u{00A0}»\u{00A0}: choisissez une des réponses."
      }
    },
    title: "Précisions demandées",
    titleOf: { "Précisions demandées\u{00A0}: \($0)" },
    advice: "Ce que l’on demande à qui ouvre une question\u{00A0}: l’équipement, le navigateur, ce "
      + "qui a déjà été essayé… Douze au plus\u{202F}; deux ou trois suffisent souvent.",
    none: "Rien n’est demandé pour l’instant.",
    add: "Ajouter une précision",
    editTitle: "Modifier une précision",
    label: "Ce que l’on demande",
    labelHint: "Par exemple\u{00A0}: Votre équipement",
    help: "Aide",
    helpHint: "Une phrase, montrée sous la question.",
    kindLabel: "Genre de réponse",
    kind: {
      switch $0 {
      case .line: "Une ligne"
      case .text: "Plusieurs lignes"
      case .choice: "Un choix"
      }
    },
    options: "Choix proposés",
    optionsHint: "Un par ligne, deux au moins. Seulement pour «\u{00A0}Un choix\u{00A0}».",
    required: "Une réponse est obligatoire",
    requiredMark: "obligatoire",
    optionalMark: "facultatif",
    edit: { "Modifier «\u{00A0}\($0)\u{00A0}»" },
    up: { "Monter «\u{00A0}\($0)\u{00A0}»" },
    down: { "Descendre «\u{00A0}\($0)\u{00A0}»" },
    remove: { "Ne plus demander «\u{00A0}\($0)\u{00A0}»" },
    full: "Douze précisions sont déjà demandées\u{00A0}: retirez-en une pour en ajouter.",
    fieldProblem: {
      switch $0 {
      case .labelMissing: "Dites ce que l’on demande."
      case .labelTooLong: "Ce que l’on demande est trop long\u{00A0}: 80 caractères au plus."
      case .helpTooLong: "L’aide est trop longue\u{00A0}: 200 caractères au plus."
      case .optionsMissing: "Donnez au moins deux choix, un par ligne."
      case .tooManyOptions: "Vingt choix au plus."
      case .optionTooLong: "Un choix est trop long\u{00A0}: 80 caractères au plus."
      case .tooManyFields: "Douze précisions au plus."
      }
    },
    filter: "Précision",
    filterValue: "contient",
    filterNone: "Toutes")
}

extension QuestionStrings {
  static let english = QuestionStrings(
    asked: { "“\($0)” asks for a few details" },
    askedHint: "With them, you are answered sooner. Your text is kept.",
    choose: "Choose",
    show: "See what this space asks for",
    showHint: "Some spaces ask for a few details with a question.",
    answersTitle: "Details",
    problem: { problem, label in
      switch problem {
      case .missing: "“\(label)”: an answer is missing."
      case .tooLong(let over): "“\(label)”: the answer is \(over) characters too long."
      case .unknownChoice: "“\(label)”: choose one of the answers."
      }
    },
    title: "Details asked for",
    titleOf: { "Details asked for: \($0)" },
    advice: "What those who ask a question are asked: the equipment, the browser, what was tried "
      + "already… Twelve at most; two or three are often enough.",
    none: "Nothing is asked for now.",
    add: "Add a detail",
    editTitle: "Change a detail",
    label: "What is asked",
    labelHint: "For example: Your equipment",
    help: "Help",
    helpHint: "One sentence, shown below the question.",
    kindLabel: "Kind of answer",
    kind: {
      switch $0 {
      case .line: "One line"
      case .text: "Several lines"
      case .choice: "A choice"
      }
    },
    options: "Choices",
    optionsHint: "One a line, at least two. Only for “A choice”.",
    required: "An answer is required",
    requiredMark: "required",
    optionalMark: "optional",
    edit: { "Change “\($0)”" },
    up: { "Move “\($0)” up" },
    down: { "Move “\($0)” down" },
    remove: { "Ask “\($0)” no more" },
    full: "Twelve details are asked for already: take one away to add another.",
    fieldProblem: {
      switch $0 {
      case .labelMissing: "Say what is asked."
      case .labelTooLong: "What is asked is too long: 80 characters at most."
      case .helpTooLong: "The help is too long: 200 characters at most."
      case .optionsMissing: "Give at least two choices, one a line."
      case .tooManyOptions: "Twenty choices at most."
      case .optionTooLong: "A choice is too long: 80 characters at most."
      case .tooManyFields: "Twelve details at most."
      }
    },
    filter: "Detail",
    filterValue: "contains",
    filterNone: "All")
}
