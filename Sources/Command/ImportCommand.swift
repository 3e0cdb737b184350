import Preau

extension Subcommand {
  static let load = Subcommand(
    name: "import",
    summary: "Load an exchange file into a community",
    usage: """
      Usage: preau import [--data DIR] FILE.jsonl

      Loads members, spaces, tags, threads, posts, tutorials, cards of resources and
      collections from JSON lines; with - for FILE, from standard input. It may be run while the site is served, and again: what is there already
      is not added twice. Members who are loaded cannot log in until a password is set.

      Rejected lines are named on standard error with the reason, and the exit status is 1.
      """
  ) { words in
    let arguments = try Arguments(words, options: ["data"], required: ["FILE.jsonl"])
    let outcome = try Import.run(dataFolder: arguments.dataFolder, file: arguments.words[0])
    return outcome.rejected == 0 ? 0 : 1
  }
}
