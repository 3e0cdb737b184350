import Preau

extension Subcommand {
  static let export = Subcommand(
    name: "export",
    summary: "Write a community to an exchange file",
    usage: """
      Usage: preau export [--data DIR] FILE.jsonl

      Writes members, spaces, tags, threads, posts, tutorials, cards of resources and
      collections as JSON lines that `preau import` reads; with - for FILE, to standard output. It may be run while the site is served. The file
      holds e-mail addresses: only its owner may read it. What it cannot hold (passwords,
      drafts…) is named on standard error.
      """
  ) { words in
    let arguments = try Arguments(words, options: ["data"], required: ["FILE.jsonl"])
    try Export.run(dataFolder: arguments.dataFolder, file: arguments.words[0])
    return 0
  }
}
