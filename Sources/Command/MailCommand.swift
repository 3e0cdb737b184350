import Preau

extension Subcommand {
  static let mail = Subcommand(
    name: "mail",
    summary: "Write the mails that wait as files, or send those that are due",
    usage: """
      Usage: preau mail [--data DIR] --to-folder FOLDER
             preau mail [--data DIR] --once

      The site sends its mails by itself when smtp-url is set. This is for trials, and for sites
      that send from a timer. Options of `preau serve` may follow, such as --smtp-url; variables
      and DIR/preau.conf are read, too.

        --to-folder FOLDER  write each mail that waits, due or not, as FOLDER/N-KIND.eml; nothing
                            is sent, and the mails wait on
        --once              send the mails that are due, then exit; 1 when the server is not there
      """
  ) { words in
    let arguments = try Arguments(
      words, options: Set(Configuration.names + ["data", "to-folder"]).subtracting(["demo"]),
      flags: ["once"])
    let configuration = try Configuration.load(
      dataFolder: arguments.dataFolder, environment: Configuration.environment,
      options: arguments.settings())
    if let folder = arguments["to-folder"] {
      let count = try MailCommand.write(configuration, to: folder)
      return CommandLineTool.print("\(count) mails in \(folder)\n")
    }
    guard arguments.has("once") else {
      return CommandLineTool.fail("--to-folder or --once is needed: see preau mail --help")
    }
    let count = try MailCommand.sendDue(configuration)
    return CommandLineTool.print("\(count) mails sent\n")
  }
}
