import Preau

extension Subcommand {
  static let vocabulary = Subcommand(
    name: "vocabulary",
    summary: "Import or list the vocabularies that contents are tagged with",
    usage: """
      Usage: preau vocabulary import [--data DIR] FILE
             preau vocabulary list [--data DIR]

      FILE is a vocabulary in SKOS, written as RDF/XML; with -, standard input. Imported again, it
      updates what is there: nothing that is tagged loses its tags, and a concept that the file has
      no more is kept and marked. Both work while the site is served. What is wrong with the file
      is named on standard error, and the rest is imported.
      """
  ) { words in
    let rest = Array(words.dropFirst())
    switch words.first {
    case "import":
      let arguments = try Arguments(rest, options: ["data"], required: ["FILE"])
      try VocabularyCommands.load(dataFolder: arguments.dataFolder, file: arguments.words[0])
    case "list":
      try VocabularyCommands.list(
        dataFolder: try Arguments(rest, options: ["data"]).dataFolder)
    case .some(let word): throw Arguments.Problem.unexpectedArgument(word)
    case nil: throw Arguments.Problem.missingArgument("import or list")
    }
    return 0
  }
}
