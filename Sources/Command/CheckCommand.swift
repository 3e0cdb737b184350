import Preau

extension Subcommand {
  static let check = Subcommand(
    name: "check",
    summary: "Check that a data folder is in order",
    usage: """
      Usage: preau check [--data DIR] [--rerender]

      Checks the database (structure, references, counters, search) and the files of DIR, and
      prints what is wrong, one thing a line; the exit status is then 1. It changes nothing and
      may be run while the site is served.

        --rerender   first render again the bodies that an older release has rendered
      """
  ) { words in
    let arguments = try Arguments(words, options: ["data"], flags: ["rerender"])
    let isWell = try Check.run(
      dataFolder: arguments.dataFolder, rerender: arguments.has("rerender"))
    return isWell ? 0 : 1
  }
}
