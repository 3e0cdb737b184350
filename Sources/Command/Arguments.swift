/// What was typed after a subcommand's name, sorted into options, flags and operands.
struct Arguments {
  /// In the order in which they were typed; the last one of a name wins.
  private(set) var options: [(name: String, value: String)] = []
  private(set) var flags: Set<String> = []
  private(set) var operands: [String] = []

  /// Reads `--name value`, `--name=value`, `--flag` and operands in any order; after `--` everything
  /// is an operand.
  ///
  /// - Throws: ``UsageMistake`` for a name that is in neither list.
  init(
    _ words: [String], options known: [String], flags knownFlags: [String] = []
  ) throws(UsageMistake) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("--") else {
        if word.hasPrefix("-") && word != "-" { throw UsageMistake("unknown option \(word)") }
        operands.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      if parts.count == 1, knownFlags.contains(name) {
        flags.insert(name)
        continue
      }
      guard known.contains(name) else { throw UsageMistake("unknown option \(word)") }
      if parts.count == 2 {
        options.append((name, String(parts[1])))
      } else if let value = rest.popFirst() {
        options.append((name, value))
      } else {
        throw UsageMistake("--\(name) needs a value")
      }
    }
  }

  subscript(option name: String) -> String? {
    options.last { $0.name == name }?.value
  }

  /// Where `--data` points: `./preau-data` when it was not given.
  var dataFolder: String { self[option: "data"] ?? "./preau-data" }

  /// The operands, when there are exactly as many as `names`.
  ///
  /// - Throws: ``UsageMistake`` naming the first one that is missing or too much.
  func operands(_ names: String...) throws(UsageMistake) -> [String] {
    if operands.count < names.count { throw UsageMistake("\(names[operands.count]) is missing") }
    if operands.count > names.count {
      throw UsageMistake("“\(operands[names.count])” is one word too many")
    }
    return operands
  }
}

/// Why a command line makes no sense: one sentence, exit code 2.
struct UsageMistake: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
