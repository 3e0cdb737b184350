import Foundation

/// axe-core, the accessibility checker, run in the page that a browser shows.
public enum Axe {
  /// What breaks WCAG 2.2 A and AA or axe's best practices on this page, a line each.
  ///
  /// - Parameters:
  ///   - rules: the only ones to run; nil runs them all.
  ///   - excluding: rules not to run, each for a reason that the test gives.
  public static func violations(
    in browser: Browser, only rules: [String]? = nil, excluding: [String] = []
  ) throws -> [String] {
    if try browser.executeScript("return typeof axe") == "undefined" {
      try browser.executeScript(source.get())
    }
    let found = try browser.executeAsyncScript(
      script, rules.map { .array($0.map(JSON.string)) } ?? .null,
      .array(excluding.map(JSON.string)))
    if let failure = found["failure"]?.string { throw BrowserError(kind: "axe", message: failure) }
    return found["lines"]?.array.compactMap(\.string) ?? []
  }

  private static let script = """
    const [only, excluded, done] = arguments;
    const rules = Object.fromEntries(excluded.map(rule => [rule, {enabled: false}]));
    const chosen = only ? {runOnly: only} : {rules};
    axe.run(document, {resultTypes: ['violations'], ...chosen}).then(
      result => done({lines: result.violations.map(v =>
        `${v.id} (${v.impact}): ${v.help}: ` +
        v.nodes.map(n => n.target.join(' ') + ' ' + n.any.map(a => a.message).join(' ')).join(' | '))}),
      error => done({failure: String(error)}));
    """

  /// `.ci/install` puts it there.
  private static let source = Result {
    let library = URL(fileURLWithPath: Places.packageRoot + "/.build/python/lib")
    let names = try FileManager.default.contentsOfDirectory(atPath: library.path)
    let files = names.map {
      library.appendingPathComponent("\($0)/site-packages/axe_playwright_python/axe.min.js")
    }
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      throw BrowserError(kind: "no axe.min.js", message: "run .ci/install")
    }
    // Without a module system in sight, it makes the global `axe`.
    return try String(contentsOf: file, encoding: .utf8)
  }
}
