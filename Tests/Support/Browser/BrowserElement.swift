/// An element of the page that a ``Browser`` shows.
public struct BrowserElement {
  let browser: Browser
  let id: String
  /// How it was found: a page that a script renews between two questions has another in its place.
  var again: (() throws -> BrowserElement)?

  /// Clicks its middle, scrolled into view; waits for the page that this opens, if any.
  public func click() throws { try post("/click") }

  /// Types at the end of what is there.
  public func type(_ text: String) throws { try post("/value", ["text": .string(text)]) }

  public func clear() throws { try post("/clear") }

  /// Clears, then types.
  public func fill(_ text: String) throws {
    try clear()
    try type(text)
  }

  /// Chooses in a list the option that reads `text`.
  public func choose(_ text: String) throws {
    for option in try all("option") where try option.text == text { return try option.click() }
    throw BrowserError(kind: "no such option", message: text)
  }

  /// Sends the form that it belongs to, as Enter in a field does.
  public func submit() throws { try type(Key.enter.rawValue) }

  /// Its words as laid out: what is hidden is not read.
  public var text: String { get throws { try get("/text").string ?? "" } }
  public var tag: String { get throws { try get("/name").string ?? "" } }
  /// What it is, for assistive technology, such as `button` or `alert`.
  public var role: String { get throws { try get("/computedrole").string ?? "" } }
  /// What assistive technology calls it.
  public var accessibleName: String { get throws { try get("/computedlabel").string ?? "" } }
  /// What a field holds now.
  public var value: String { get throws { try property("value").string ?? "" } }
  public var isDisplayed: Bool { get throws { try get("/displayed").bool ?? false } }
  public var isEnabled: Bool { get throws { try get("/enabled").bool ?? false } }
  public var isSelected: Bool { get throws { try get("/selected").bool ?? false } }

  /// As written in the page; nil when absent.
  public func attribute(_ name: String) throws -> String? { try get("/attribute/\(name)").string }
  /// As scripts see it.
  public func property(_ name: String) throws -> JSON { try get("/property/\(name)") }
  /// As computed, such as `rgb(…)` of `color`.
  public func css(_ name: String) throws -> String { try get("/css/\(name)").string ?? "" }

  /// The elements inside that a CSS selector means.
  public func all(_ css: String) throws -> [BrowserElement] {
    let parameters: JSON = ["using": "css selector", "value": .string(css)]
    return try browser.command("POST", "/element/\(id)/elements", parameters).array
      .map(browser.element)
  }

  private func get(_ path: String) throws -> JSON { try ask("GET", path, nil) }

  private func post(_ path: String, _ parameters: JSON? = nil) throws {
    _ = try ask("POST", path, parameters)
  }

  private func ask(_ method: String, _ path: String, _ parameters: JSON?) throws -> JSON {
    do {
      return try browser.command(method, "/element/\(id)\(path)", parameters)
    } catch let error as BrowserError where error.kind == "stale element reference" {
      guard let again else { throw error }
      return try browser.command(method, "/element/\(try again().id)\(path)", parameters)
    }
  }
}

/// Keys as WebDriver names them (W3C WebDriver §17.4.2).
public enum Key: String, Sendable {
  case tab = "\u{E004}"
  case enter = "\u{E007}"
  case escape = "\u{E00C}"
  case space = "\u{E00D}"
  case left = "\u{E012}"
  case up = "\u{E013}"
  case right = "\u{E014}"
  case down = "\u{E015}"
  case shift = "\u{E008}"
}

extension Browser {
  /// Presses a key where the focus is, as a person without a mouse does.
  public func press(_ key: Key, holding modifier: Key? = nil) throws {
    func action(_ type: String, _ key: Key) -> JSON {
      ["type": .string(type), "value": .string(key.rawValue)]
    }
    var actions = [action("keyDown", key), action("keyUp", key)]
    if let modifier {
      actions = [action("keyDown", modifier)] + actions + [action("keyUp", modifier)]
    }
    let source: JSON = ["type": "key", "id": "keyboard", "actions": .array(actions)]
    _ = try command("POST", "/actions", ["actions": [source]])
  }
}
