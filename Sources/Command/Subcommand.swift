import Preau

/// One thing that `preau` does.
struct Subcommand: Sendable {
  let name: String
  /// What the list of all subcommands says.
  let summary: String
  /// What `preau NAME --help` prints.
  let help: String
  /// - Returns: the exit code.
  /// - Throws: ``UsageMistake``, or what stopped it.
  let run: @Sendable ([String]) throws -> ExitCode
}

/// What the shell is told.
enum ExitCode: Int32 {
  case done = 0
  /// Failed, or some lines were rejected.
  case failed = 1
  case wrongUsage = 2
}

extension Subcommand {
  /// Runs what `words`, the command line without the program's name, ask for.
  static func run(_ words: [String]) -> Int32 {
    start(words).rawValue
  }

  private static func start(_ words: [String]) -> ExitCode {
    guard let name = words.first else {
      Terminal.complain("preau: which subcommand? `preau --help` lists them")
      return .wrongUsage
    }
    if name == "--help" || name == "-h" || name == "help" {
      Terminal.say(overview)
      return .done
    }
    guard let subcommand = all.first(where: { $0.name == name }) else {
      Terminal.complain("preau: there is no subcommand “\(name)”; `preau --help` lists them")
      return .wrongUsage
    }
    return subcommand.start(Array(words.dropFirst()))
  }

  private func start(_ words: [String]) -> ExitCode {
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      Terminal.say(help)
      return .done
    }
    do { return try run(words) } catch let mistake as UsageMistake {
      Terminal.complain("preau \(name): \(mistake); `preau \(name) --help` explains")
      return .wrongUsage
    } catch {
      Terminal.complain("preau \(name): \(error)")
      return .failed
    }
  }

  private static var overview: String {
    let lines = all.map { subcommand in
      let gap = String(repeating: " ", count: max(1, 10 - subcommand.name.count))
      return "  \(subcommand.name)\(gap)\(subcommand.summary)"
    }
    let end = ["", "preau SUBCOMMAND --help explains one."]
    return (["usage: preau SUBCOMMAND …", ""] + lines + end).joined(separator: "\n")
  }
}
