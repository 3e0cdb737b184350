import Preau

extension Subcommand {
  static let member = Subcommand(
    name: "member",
    summary: "Add a member, set a password or a role",
    usage: """
      Usage: preau member add [--data DIR] NAME [--role ROLE] [--email ADDRESS] --password-stdin
             preau member password [--data DIR] NAME --password-stdin
             preau member role [--data DIR] NAME ROLE

      NAME is the log-in name. ROLE is learner (the default), teacher, professional, family or
      administrator. The password is the first line of standard input. All three work while the
      site is served.
      """
  ) { words in
    let rest = Array(words.dropFirst())
    switch words.first {
    case "add": try add(rest)
    case "password": try setPassword(rest)
    case "role": try setRole(rest)
    case .some(let word): throw Arguments.Problem.unexpectedArgument(word)
    case nil: throw Arguments.Problem.missingArgument("add, password or role")
    }
    return 0
  }

  private static func add(_ words: [String]) throws {
    let arguments = try Arguments(
      words, options: ["data", "role", "email"], flags: ["password-stdin"], required: ["NAME"])
    try MemberCommands.add(
      dataFolder: arguments.dataFolder, login: arguments.words[0],
      role: try arguments.role(arguments["role"] ?? "learner"), email: arguments["email"],
      password: try arguments.password())
  }

  private static func setPassword(_ words: [String]) throws {
    let arguments = try Arguments(
      words, options: ["data"], flags: ["password-stdin"], required: ["NAME"])
    try MemberCommands.password(
      dataFolder: arguments.dataFolder, login: arguments.words[0],
      password: try arguments.password())
  }

  private static func setRole(_ words: [String]) throws {
    let arguments = try Arguments(words, options: ["data"], required: ["NAME", "ROLE"])
    try MemberCommands.role(
      dataFolder: arguments.dataFolder, login: arguments.words[0],
      role: try arguments.role(arguments.words[1]))
  }
}

extension Arguments {
  fileprivate func role(_ name: String) throws(Problem) -> String {
    guard Member.Role(rawValue: name) != nil else {
      throw .unknown("role", value: name, known: Member.Role.allCases.map(\.rawValue))
    }
    return name
  }

  /// A password on the command line would be seen by everyone who lists processes.
  fileprivate func password() throws(Problem) -> String {
    guard has("password-stdin") else { throw .missingArgument("--password-stdin") }
    return readLine() ?? ""
  }
}
