import Preau

extension Subcommand {
  static let badge = Subcommand(
    name: "badge",
    summary: "Verify anybody's badge; list, issue, export or revoke those of a site",
    usage: """
      Usage: preau badge verify [--data DIR] FILE|URL [--recipient E-MAIL] [--json] [--here]
             preau badge list [--data DIR] [--json]
             preau badge issue [--data DIR] --class ID --member NAME [--narrative TEXT]
             preau badge export [--data DIR] --award ID --format FORMAT [--bake png|svg] -o FILE
             preau badge revoke [--data DIR] --award ID --reason TEXT

      verify takes Open Badges 2.0 and 3.0: a PNG or SVG picture, JSON, a JWT, or an address; with -,
      standard input. It asks the issuer over the network, never a private address. If DIR holds a
      site, that site answers for its own addresses. With --here, badges may lead to this very machine:
      for tests. Exit status 0 for a valid badge only.

      list names all badges that were given out; with --json, one object a line. issue offers a badge
      to the member NAME, who accepts it as always, and prints its number. FORMAT is ob2, ob2-signed,
      ob3-jwt or ob3-json. The member reads the reason of a revocation. All work while the site is
      served.
      """
  ) { words in
    let rest = Array(words.dropFirst())
    switch words.first {
    case "verify": return try verify(rest) ? 0 : 1
    case "list":
      let arguments = try Arguments(rest, options: ["data"], flags: ["json"])
      try BadgeCommands.list(dataFolder: arguments.dataFolder, asJSON: arguments.has("json"))
    case "issue": try issue(rest)
    case "export": try export(rest)
    case "revoke": try revoke(rest)
    case .some(let word): throw Arguments.Problem.unexpectedArgument(word)
    case nil: throw Arguments.Problem.missingArgument("verify, list, issue, export or revoke")
    }
    return 0
  }

  private static func verify(_ words: [String]) throws -> Bool {
    let arguments = try Arguments(
      words, options: ["data", "recipient"], flags: ["json", "here"], required: ["FILE or URL"])
    return try BadgeVerifyCommand.run(
      dataFolder: arguments.dataFolder, input: arguments.words[0],
      recipient: arguments["recipient"], asJSON: arguments.has("json"),
      allowsLoopback: arguments.has("here"))
  }

  private static func issue(_ words: [String]) throws {
    let arguments = try Arguments(words, options: ["data", "class", "member", "narrative"])
    try BadgeCommands.issue(
      dataFolder: arguments.dataFolder, class: try arguments.identifier("class"),
      member: try arguments.value("member"), narrative: arguments["narrative"] ?? "")
  }

  private static func export(_ words: [String]) throws {
    // The one option with a letter for its name.
    let words = words.map { $0 == "-o" ? "--output" : $0 }
    let arguments = try Arguments(words, options: ["data", "award", "format", "bake", "output"])
    let format = try arguments.choice("format", of: BadgeCommands.formats)
    let picture = try arguments["bake"].map { _ in
      try arguments.choice("bake", of: BadgeCommands.pictures)
    }
    guard let file = arguments["output"] else { throw Arguments.Problem.missingArgument("-o") }
    try BadgeCommands.export(
      dataFolder: arguments.dataFolder, award: try arguments.identifier("award"), format: format,
      picture: picture, file: file)
  }

  private static func revoke(_ words: [String]) throws {
    let arguments = try Arguments(words, options: ["data", "award", "reason"])
    try BadgeCommands.revoke(
      dataFolder: arguments.dataFolder, award: try arguments.identifier("award"),
      reason: try arguments.value("reason"))
  }
}

extension Arguments {
  /// The value of an option that must be there.
  fileprivate func value(_ option: String) throws(Problem) -> String {
    guard let value = self[option] else { throw .missingArgument("--" + option) }
    return value
  }

  fileprivate func identifier(_ option: String) throws(Problem) -> Int {
    guard let number = try number(option, in: 1...Int.max) else {
      throw .missingArgument("--" + option)
    }
    return number
  }

  fileprivate func choice(_ option: String, of known: [String]) throws(Problem) -> String {
    let value = try value(option)
    guard known.contains(value) else { throw .unknown(option, value: value, known: known) }
    return value
  }
}
