extension Browser {
  /// Everything that is wrong with a page as people meet it: accessibility at a phone's and a
  /// desk's width in light and in dark, sideways scrolling at 320 px, console, other sites.
  ///
  /// - Returns: a line for each fault, with where it was seen; empty for every page of ours.
  public func problems(at address: String) throws -> [String] {
    try open(address)
    return try problemsHere().map { "\(address): \($0)" }
  }

  /// The same for the page that the browser shows now, such as the answer to a form.
  public func problemsHere() throws -> [String] {
    var problems: [String] = []
    for (width, height) in [(360, 740), (1280, 900)] {
      try setWindow(width: width, height: height)
      try setColorScheme(.light)
      problems += try Axe.violations(in: self).map { "\(width) px, light: \($0)" }
      // A scheme changes colours and nothing else.
      try setColorScheme(.dark)
      problems += try Axe.violations(in: self, only: ["color-contrast"])
        .map { "\(width) px, dark: \($0)" }
    }
    try setWindow(width: 320, height: 640)
    if try scrollsSideways() { problems.append("scrolls sideways at 320 px") }
    problems += try foreignRequests().map { "a request to another site: \($0)" }
    problems += try consoleErrors().map { "console: \($0)" }
    forgetLog()
    return problems
  }
}
