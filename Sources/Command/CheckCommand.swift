import Preau

extension Subcommand {
  static let check = Subcommand(
    name: "check",
    summary: "Check that a data folder is in order",
    usage: """
      Usage: preau check [--data DIR] [--rerender] [--reindex]

      Checks the database (structure, references, counters, search) and the files of DIR, and
      prints what is wrong, one thing a line; the exit status is then 1. Without options
      it changes nothing and may be run while the site is served.

        --rerender   first render again the bodies that an older release has rendered
        --reindex    first make the index of the search again
      """
  ) { words in
    let arguments = try Arguments(words, options: ["data"], flags: ["rerender", "reindex"])
    let isWell = try Check.run(
      dataFolder: arguments.dataFolder, rerender: arguments.has("rerender"),
      reindex: arguments.has("reindex"))
    return isWell ? 0 : 1
  }
}
