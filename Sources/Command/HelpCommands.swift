import Sanitizer

extension Subcommand {
  static let version = Subcommand(
    name: "version",
    summary: "Print the version",
    usage: "Usage: preau version"
  ) { (words) throws(Arguments.Problem) in
    _ = try Arguments(words)
    return CommandLineTool.print("preau 0.1.0 (sanitizer policy \(Policy.version))\n")
  }

  static let help = Subcommand(
    name: "help",
    summary: "List the subcommands, or explain one",
    usage: "Usage: preau help [SUBCOMMAND]"
  ) { (words) throws(Arguments.Problem) in
    let arguments = try Arguments(words, optional: ["SUBCOMMAND"])
    guard let name = arguments.words.first else {
      return CommandLineTool.print(CommandLineTool.help)
    }
    return CommandLineTool.run([name, "--help"])
  }
}
