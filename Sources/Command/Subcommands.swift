extension Subcommand {
  /// In the order in which `preau --help` lists them.
  static let all: [Subcommand] = [serve]
}
