/// One of the words that may follow `preau`.
struct Subcommand: Sendable {
  let name: String
  /// One line for the list.
  let summary: String
  /// All of `preau NAME --help`, without the summary.
  let usage: String
  /// Gets the words after the name. Returns the exit status: 0 done, 1 failed or some lines
  /// rejected, 2 wrong usage.
  ///
  /// - Throws: ``Arguments/Problem`` for wrong usage, else what stopped it.
  let run: @Sendable ([String]) throws -> Int32
}

extension Subcommand {
  /// In the order of `preau help`.
  static let all: [Subcommand] = [
    .serve, .load, .export, .member, .mail, .vocabulary, .badge, .check, .sanitize, .markdown,
    .version, .help,
  ]
}
