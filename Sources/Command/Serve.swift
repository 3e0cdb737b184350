import Preau

extension Subcommand {
  static let serve = Subcommand(
    name: "serve",
    summary: "Answer browsers until SIGTERM or Ctrl-C",
    usage: """
      Usage: preau serve [--data DIR] [--host ADDRESS] [--port N] [--demo] [--base-url URL]
                         [--trusted-proxy ADDRESS] [--threads N] [--NAME VALUE …]

      Serves the site in DIR (./preau-data), which is made when there is none, and prints
      “listening on http://HOST:PORT” on standard output once it answers. Failures go to standard
      error. SIGTERM and Ctrl-C finish the requests in flight.

        --demo                load the demo community into an empty DIR and print its log-ins
        --host ADDRESS        address to listen on (127.0.0.1)
        --port N              port to listen on (8080); 0 picks a free one
        --base-url URL        where people reach the site, such as https://forum.example.org
        --trusted-proxy LIST  proxies whose X-Forwarded-For is believed
        --threads N           threads that answer readers (as many as there are cores)
        --access-log on|off   one line per request on standard output (on; with --demo off)

      Each option, and those below, can also be a variable (PREAU_BASE_URL) or a line of
      DIR/preau.conf (base-url = …); the command line wins, then the variable.

        \(settings)
      """
  ) { words in
    let arguments = try Arguments(
      words, options: Set(Configuration.names + ["data"]).subtracting(["demo"]), flags: ["demo"])
    let configuration = try Configuration.load(
      dataFolder: arguments.dataFolder, environment: Configuration.environment,
      options: arguments.settings())
    for name in Configuration.unknownEnvironment {
      Terminal.complain("preau: \(name) is no variable of Préau: it changes nothing")
    }
    try Serving.serve(configuration, demo: arguments.has("demo") || configuration.isDemo)
    return 0
  }

  /// The names that have no line of their own above, three a line.
  private static var settings: String {
    let explained: Set = [
      "demo", "host", "port", "base-url", "trusted-proxy", "threads", "access-log",
    ]
    let names = Configuration.names.filter { !explained.contains($0) }
    return stride(from: 0, to: names.count, by: 3).map { start in
      names[start..<min(start + 3, names.count)].map { "--" + $0 }.joined(separator: "  ")
    }.joined(separator: "\n  ")
  }
}

extension Arguments {
  /// The options that configure a site.
  ///
  /// - Throws: ``Problem/invalidValue(option:value:)`` for a value that makes no sense: a mistake in
  ///   the configuration file is a failure, one on the command line is wrong usage.
  func settings() throws(Problem) -> [(name: String, value: String)] {
    var settings: [(name: String, value: String)] = []
    var tried = Configuration(dataFolder: dataFolder)
    for name in Configuration.names {
      guard let value = self[name] else { continue }
      do { try tried.set(name, to: value) } catch {
        throw .invalidValue(option: name, value: value)
      }
      settings.append((name, value))
    }
    return settings
  }
}
