import Foundation

/// A headless Chromium with a profile of its own, gone with the test that opened it.
///
/// Suites that use one carry the trait ``Testing/Trait/browser``.
public final class Browser {
  /// The site under test: ``open(_:)`` takes its paths.
  public let origin: String
  /// Whether pages may run scripts.
  public let runsScripts: Bool
  /// How long ``find(_:)`` and ``wait(_:until:)`` wait at most, in seconds.
  public var patience: Double = 20
  private let driver: DriverConnection
  private let session: String
  private let owner: AnyObject?
  private var isOpen = true
  /// Everything that the browser has said, because the driver tells each thing once.
  var events: [JSON] = []
  var messages: [JSON] = []

  /// - Parameters:
  ///   - scripts: false is a browser whose owner turned JavaScript off.
  ///   - language: what it asks of sites, such as `fr` or `en`.
  ///   - owner: the server, so that it lives as long as the browser.
  public init(
    origin: String, scripts: Bool = true, language: String = "fr", width: Int = 1280,
    height: Int = 900, keeping owner: AnyObject? = nil
  ) throws {
    self.origin = origin
    self.owner = owner
    runsScripts = scripts
    driver = try DriverConnection()
    let options = Self.capabilities(language: language, width: width, height: height)
    let opened = try driver.send("POST", "/session", options)
    guard let session = opened["sessionId"]?.string else {
      throw BrowserError(kind: "session not created", message: try opened.text)
    }
    self.session = session
    if !scripts { try devTools("Emulation.setScriptExecutionDisabled", ["value": true]) }
  }

  deinit { quit() }

  /// Closes the browser; done anyway when the test lets go of it.
  public func quit() {
    guard isOpen else { return }
    isOpen = false
    // A browser that is already gone is as closed as can be.
    _ = try? driver.send("DELETE", "/session/\(session)")
  }

  private static func capabilities(language: String, width: Int, height: Int) -> JSON {
    let arguments: JSON = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--disable-extensions", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-default-apps",
      // As on a phone: the page has the whole width.
      "--hide-scrollbars",
      // The browser ends with the driver, even when that is killed.
      "--remote-debugging-pipe",
      .string("--window-size=\(width),\(height)"), .string("--accept-lang=\(language)"),
    ]
    return [
      "capabilities": [
        "alwaysMatch": [
          "browserName": "chrome",
          "goog:chromeOptions": [
            "binary": "/usr/bin/chromium-headless-shell", "args": arguments,
            "prefs": ["intl.accept_languages": .string(language)],
          ],
          "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
        ]
      ]
    ]
  }

  /// Sends a WebDriver command of this session.
  func command(_ method: String, _ path: String, _ parameters: JSON? = nil) throws -> JSON {
    let body = parameters ?? (method == "POST" ? .object([:]) : nil)
    return try driver.send(method, "/session/\(session)\(path)", body)
  }

  /// Sends a command of the Chrome DevTools protocol.
  @discardableResult
  func devTools(_ name: String, _ parameters: JSON = [:]) throws -> JSON {
    try command("POST", "/goog/cdp/execute", ["cmd": .string(name), "params": parameters])
  }
}

extension Browser {
  // MARK: Going places

  /// Opens a path of the site, or any address, and waits until it is loaded.
  public func open(_ address: String) throws {
    let address = address.hasPrefix("/") ? origin + address : address
    _ = try command("POST", "/url", ["url": .string(address)])
  }

  public func reload() throws { _ = try command("POST", "/refresh") }
  public func back() throws { _ = try command("POST", "/back") }

  public var currentURL: String {
    get throws { try command("GET", "/url").string ?? "" }
  }
  /// The path of the current page with its query and fragment.
  public var path: String {
    get throws {
      let url = try currentURL
      return url.hasPrefix(origin) ? String(url.dropFirst(origin.count)) : url
    }
  }
  public var title: String {
    get throws { try command("GET", "/title").string ?? "" }
  }
  /// The document as it stands now, scripts' changes included.
  public var source: String {
    get throws { try command("GET", "/source").string ?? "" }
  }
  /// The current page read as HTML.
  public var page: Page {
    get throws { Page(try source) }
  }
  /// Names and values.
  public var cookies: [String: String] {
    get throws {
      let pairs = try command("GET", "/cookie").array.compactMap { cookie in
        cookie["name"]?.string.map { ($0, cookie["value"]?.string ?? "") }
      }
      return Dictionary(pairs) { _, last in last }
    }
  }
  /// Takes over the cookies of a visitor, such as one who has logged in already.
  public func adopt(_ jar: CookieJar) throws {
    // The browser takes a cookie only for the site that it is on.
    if try !currentURL.hasPrefix(origin + "/") { try open("/") }
    for cookie in jar.all {
      let parameters: JSON = [
        "name": .string(cookie.name), "value": .string(cookie.value), "path": .string(cookie.path),
        "httpOnly": .bool(cookie.isHTTPOnly), "sameSite": .string(cookie.sameSite ?? "Lax"),
      ]
      _ = try command("POST", "/cookie", ["cookie": parameters])
    }
  }

  /// What a person does who clears their cookies, or whose session the site forgot.
  public func clearCookies() throws { _ = try command("DELETE", "/cookie") }

  // MARK: Finding

  /// The first element that a CSS selector means, waited for.
  public func find(_ css: String) throws -> BrowserElement {
    try waitFor("css selector", css)
  }

  /// All of them now, perhaps none.
  public func all(_ css: String) throws -> [BrowserElement] { try elements("css selector", css) }

  public func has(_ css: String) throws -> Bool { try !all(css).isEmpty }

  /// The control with that label, waited for.
  public func field(_ label: String) throws -> BrowserElement {
    let words = quoted(label)
    // A label around a list holds the words of its choices too.
    let named = "label[normalize-space()=\(words) or normalize-space(text())=\(words)]"
    return try waitFor(
      "xpath",
      "//*[self::input or self::textarea or self::select]"
        + "[@id=//\(named)/@for or ancestor::\(named) or @aria-label=\(words)]")
  }

  /// The button that reads `text`, waited for.
  public func button(_ text: String) throws -> BrowserElement {
    try waitFor(
      "xpath", "//button[normalize-space()=\(quoted(text)) or @aria-label=\(quoted(text))]")
  }

  /// The link that reads `text`, waited for.
  public func link(_ text: String) throws -> BrowserElement {
    try waitFor("xpath", "//a[normalize-space()=\(quoted(text))]")
  }

  /// What has the keyboard's focus.
  public var focused: BrowserElement {
    get throws { try element(try command("GET", "/element/active")) }
  }

  /// What the page reads, as it is laid out.
  public var text: String {
    get throws { try find("body").text }
  }

  private func waitFor(_ strategy: String, _ expression: String) throws -> BrowserElement {
    var found: BrowserElement?
    try wait("no \(expression)") {
      found = try elements(strategy, expression).first
      return found != nil
    }
    guard var found else { throw BrowserError(kind: "no such element", message: expression) }
    found.again = { [self] in try waitFor(strategy, expression) }
    return found
  }

  private func elements(_ strategy: String, _ expression: String) throws -> [BrowserElement] {
    let parameters: JSON = ["using": .string(strategy), "value": .string(expression)]
    return try command("POST", "/elements", parameters).array.map(element)
  }

  func element(_ reference: JSON) throws -> BrowserElement {
    guard let id = reference["element-6066-11e4-a52e-4f735466cecf"]?.string else {
      throw BrowserError(kind: "not an element", message: try reference.text)
    }
    return BrowserElement(browser: self, id: id)
  }

  /// A string of XPath 1.0, which has no escapes.
  private func quoted(_ text: String) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    if parts.count == 1 { return "\"\(text)\"" }
    return "concat(" + parts.map { "\"\($0)\"" }.joined(separator: ",'\"',") + ")"
  }

  // MARK: Waiting

  /// Asks again and again until `condition` holds: WebDriver announces nothing by itself.
  ///
  /// - Throws: ``BrowserError`` with `what` and where the browser is, at the deadline.
  public func wait(
    _ what: String = "what was waited for did not come", until condition: () throws -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: patience)
    while true {
      // A page that changes meanwhile takes its elements away: that is not yet the end.
      do { if try condition() { return } } catch let error as BrowserError
        where ["stale element reference", "no such element"].contains(error.kind)
      {}
      guard Date() < deadline else {
        throw BrowserError(kind: what, message: "on \(try currentURL) « \(try title) »")
      }
      usleep(10_000)
    }
  }

  // MARK: Scripts

  /// Runs the body of a function and returns what it returns.
  @discardableResult
  public func executeScript(_ script: String, _ arguments: JSON...) throws -> JSON {
    try command("POST", "/execute/sync", ["script": .string(script), "args": .array(arguments)])
  }

  /// Runs the body of a function, and returns what it gives to its last argument, a function.
  @discardableResult
  public func executeAsyncScript(_ script: String, _ arguments: JSON...) throws -> JSON {
    try command("POST", "/execute/async", ["script": .string(script), "args": .array(arguments)])
  }
}
