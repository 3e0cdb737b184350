extension Browser {
  /// Every address asked for since the browser was opened, in order.
  public func requestedURLs() throws -> [String] {
    try requests().compactMap { $0["request"]?["url"]?.string }
  }

  /// Those of another site than `host` (`HOST:PORT`; nil is the site under test).
  public func foreignRequests(host: String? = nil) throws -> [String] {
    let home = host.map { "http://\($0)" } ?? origin
    return try requestedURLs().filter { url in
      let isLocal = ["data:", "blob:", "about:", "chrome:"].contains { url.hasPrefix($0) }
      return !isLocal && url != home && !url.hasPrefix(home + "/")
    }
  }

  /// What the console says: level and message.
  public func consoleMessages() throws -> [(level: String, text: String)] {
    messages += try log("browser")
    return messages.map { ($0["level"]?.string ?? "", $0["message"]?.string ?? "") }
  }

  /// Errors of the console, and whatever the content policy refused.
  ///
  /// That a page itself came with a status such as 404 or 422 is not one.
  public func consoleErrors() throws -> [String] {
    let documents = try requests().filter { $0["type"]?.string == "Document" }
      .compactMap { $0["request"]?["url"]?.string }
    return try consoleMessages().compactMap { level, text in
      let isStatus = documents.contains { text.hasPrefix("\($0) - Failed to load resource: ") }
      let isRefusal =
        text.contains("Content Security Policy") || text.contains("Permissions-Policy")
      return (level == "SEVERE" && !isStatus) || isRefusal ? text : nil
    }
  }

  /// Forgets what was asked for and said until now.
  public func forgetLog() {
    events = []
    messages = []
  }

  private func requests() throws -> [JSON] {
    events += try log("performance").compactMap { entry in
      let event = try entry["message"]?.string.map(JSON.init(parsing:))?["message"]
      return event?["method"]?.string == "Network.requestWillBeSent" ? event?["params"] : nil
    }
    return events
  }

  private func log(_ type: String) throws -> [JSON] {
    try command("POST", "/se/log", ["type": .string(type)]).array
  }
}
