import Glibc

/// Finds the subcommand, runs it, and says what is wrong with how it was called.
enum CommandLineTool {
  static func run(_ words: [String]) -> Int32 {
    // A reader that has gone away is an error to report, not a signal to die of.
    signal(SIGPIPE, SIG_IGN)
    guard let name = words.first else { return fail("no subcommand: see preau --help") }
    if ["--help", "-h"].contains(name) { return print(help) }
    if name == "--version" { return run(["version"]) }
    guard let subcommand = Subcommand.all.first(where: { $0.name == name }) else {
      return fail("unknown subcommand \(quoted(name)): see preau --help")
    }
    let rest = Array(words.dropFirst())
    let beforeEnd = rest.prefix { $0 != "--" }
    if beforeEnd.contains("--help") || beforeEnd.contains("-h") { return print(subcommand.help) }
    do {
      return try subcommand.run(rest)
    } catch let problem as Arguments.Problem {
      return fail("\(problem): see preau \(name) --help")
    } catch {
      return fail("\(error)", status: 1)
    }
  }

  /// What `preau help` prints.
  static var help: String {
    let width = Subcommand.all.map(\.name.count).max() ?? 0
    let list = Subcommand.all.map { subcommand in
      let padding = String(repeating: " ", count: width - subcommand.name.count)
      return "  \(subcommand.name)\(padding)  \(subcommand.summary)\n"
    }
    return """
      Préau, a self-hosted community for learning.

      Usage: preau SUBCOMMAND [options]

      \(list.joined())
      preau SUBCOMMAND --help says more. Exit status: 0 done, 1 failed or some lines rejected,
      2 wrong usage.

      """
  }

  /// Writes to standard output. Returns the exit status.
  static func print(_ text: String) -> Int32 { write(text, to: STDOUT_FILENO) ? 0 : 1 }

  /// Writes one line to standard error. Returns `status`.
  static func fail(_ message: String, status: Int32 = 2) -> Int32 {
    let line = message.map { $0.isNewline ? " " : $0 }
    _ = write("preau: \(String(line))\n", to: STDERR_FILENO)
    return status
  }

  private static func write(_ text: String, to file: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let length = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if length < 0, errno == EINTR { continue }
      if length <= 0 { return false }
      rest = rest.dropFirst(length)
    }
    return true
  }

  /// What somebody typed, short enough for one line.
  static func quoted(_ word: String) -> String {
    word.count <= 60 ? "'\(word)'" : "'\(word.prefix(60))…'"
  }
}

extension Subcommand {
  var help: String { "\(summary)\n\n\(usage)\n" }
}
