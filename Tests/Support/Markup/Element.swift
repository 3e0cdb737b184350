/// A tag of a page, with what it holds.
public final class Element: Sendable {
  /// In lower case.
  public let name: String
  public let attributes: [String: String]
  public let children: [Node]

  public enum Node: Sendable {
    case element(Element)
    case text(String)
  }

  init(name: String, attributes: [String: String], children: [Node]) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  public subscript(attribute: String) -> String? { attributes[attribute] }
  public var classes: [String] {
    (attributes["class"] ?? "").split(whereSeparator: \.isASCIISpace).map(String.init)
  }
  public var elements: [Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Its words as they read on screen: spaces collapsed, blocks set apart, no script or style.
  /// Non-breaking spaces stay what they are.
  public var text: String {
    var raw = ""
    write(to: &raw)
    return raw.split(whereSeparator: \.isASCIISpace).joined(separator: " ")
  }

  /// Its text exactly, as in a `pre` or a `textarea`.
  public var exactText: String {
    children.map { child in
      switch child {
      case .element(let element): element.exactText
      case .text(let text): text
      }
    }.joined()
  }

  /// Calls `body` with each element below, in order, and its ancestors from this one down.
  public func walk(_ body: (_ element: Element, _ ancestors: [Element]) throws -> Void) rethrows {
    try walk([self], body)
  }

  private func walk(
    _ ancestors: [Element], _ body: (Element, [Element]) throws -> Void
  ) rethrows {
    for element in elements {
      try body(element, ancestors)
      try element.walk(ancestors + [element], body)
    }
  }

  private func write(to raw: inout String) {
    if ["script", "style", "template"].contains(name) { return }
    let isBlock = !Self.inline.contains(name)
    if isBlock { raw += " " }
    for child in children {
      switch child {
      case .element(let element): element.write(to: &raw)
      case .text(let text): raw += text
      }
    }
    if isBlock { raw += " " }
  }

  private static let inline: Set = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
  ]
}

extension Character {
  /// A space that HTML collapses; the non-breaking ones are not.
  var isASCIISpace: Bool {
    self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}"
      || self == "\r\n"
  }
}
