import Glibc

/// The options and other words after a subcommand's name.
///
/// Options are `--name value` or `--name=value`, flags `--name`; they may come in any order and
/// between other words. After `--` nothing is an option.
struct Arguments: Equatable {
  /// What is wrong with how a command was called.
  enum Problem: Error, Equatable {
    case unknownOption(String)
    case missingValue(String)
    case unexpectedValue(String)
    case givenTwice(String)
    case missingArgument(String)
    case unexpectedArgument(String)
    case invalidValue(option: String, value: String)
    /// A word that is none of those that may stand there.
    case unknown(String, value: String, known: [String])
  }

  /// The words that are not options, as many as the command names.
  private(set) var words: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// - Parameters:
  ///   - options: the names of options with a value, without the hyphens.
  ///   - flags: the names of options without one.
  ///   - required: what the words are that must follow, as the usage names them.
  ///   - optional: those that may follow.
  init(
    _ arguments: [String], options: Set<String> = [], flags: Set<String> = [],
    required: [String] = [], optional: [String] = []
  ) throws(Problem) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        words += rest
        break
      } else if word.hasPrefix("--") {
        try read(option: word, &rest, options, flags)
      } else if word.hasPrefix("-"), word.count > 1 {
        throw .unknownOption(word)
      } else {
        words.append(word)
      }
    }
    if words.count < required.count { throw .missingArgument(required[words.count]) }
    let most = required.count + optional.count
    if words.count > most { throw .unexpectedArgument(words[most]) }
  }

  /// The value of an option, or nil when it was not given.
  subscript(option: String) -> String? { values[option] }

  /// Where the data is: `--data`, else `PREAU_DATA`, else the default of every subcommand.
  var dataFolder: String {
    values["data"] ?? getenv("PREAU_DATA").map { String(cString: $0) } ?? "./preau-data"
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value of an option that is a whole number within `range`.
  func number(_ option: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let value = values[option] else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw .invalidValue(option: option, value: value)
    }
    return number
  }

  private mutating func read(
    option word: String, _ rest: inout ArraySlice<String>, _ options: Set<String>,
    _ flags: Set<String>
  ) throws(Problem) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if flags.contains(name) {
      if attached != nil { throw .unexpectedValue(name) }
      self.flags.insert(name)
    } else if options.contains(name) {
      let next = rest.first?.hasPrefix("--") == true ? nil : rest.first
      guard let value = attached ?? next else { throw .missingValue(name) }
      if attached == nil { rest.removeFirst() }
      if values.updateValue(value, forKey: name) != nil { throw .givenTwice(name) }
    } else {
      throw .unknownOption("--" + name)
    }
  }
}

extension Arguments.Problem: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownOption(let word): "unknown option \(CommandLineTool.quoted(word))"
    case .missingValue(let name): "--\(name) needs a value"
    case .unexpectedValue(let name): "--\(name) takes no value"
    case .givenTwice(let name): "--\(name) is given twice"
    case .missingArgument(let name): "\(name) is missing"
    case .unexpectedArgument(let word): "unexpected argument \(CommandLineTool.quoted(word))"
    case .invalidValue(let name, let value):
      "--\(name) cannot be \(CommandLineTool.quoted(value))"
    case .unknown(let name, let value, let known):
      "\(CommandLineTool.quoted(value)) is no \(name): choose one of "
        + known.joined(separator: ", ")
    }
  }
}
