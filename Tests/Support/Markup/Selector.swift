/// The part of CSS selectors that tests need: `tag#id.class[attribute="value"]`, descendants,
/// children (`>`) and lists (`,`).
struct Selector {
  private var alternatives: [[Step]] = []

  private struct Step {
    var tag = ""
    var attributes: [(name: String, value: String?)] = []
    var classes: [String] = []
    var isChild = false
  }

  init(_ text: String) {
    alternatives = Self.split(text, at: ",").map(Self.steps)
  }

  /// Whether the element with these ancestors, outermost first, is meant.
  func matches(_ element: Element, _ ancestors: [Element]) -> Bool {
    alternatives.contains { Self.matches($0[...], element, ancestors[...]) }
  }

  private static func matches(
    _ steps: ArraySlice<Step>, _ element: Element, _ ancestors: ArraySlice<Element>
  ) -> Bool {
    guard let last = steps.last, matches(last, element) else { return false }
    let outer = steps.dropLast()
    if outer.isEmpty { return true }
    var above = ancestors
    while let parent = above.popLast() {
      if matches(outer, parent, above) { return true }
      if last.isChild { return false }
    }
    return false
  }

  private static func matches(_ step: Step, _ element: Element) -> Bool {
    (step.tag.isEmpty || step.tag == "*" || step.tag == element.name)
      && step.classes.allSatisfy(element.classes.contains)
      && step.attributes.allSatisfy { name, value in
        value == nil ? element[name] != nil : element[name] == value
      }
  }

  private static func steps(_ text: String) -> [Step] {
    var steps: [Step] = []
    var isChild = false
    let words = split(text, at: ">").map { split($0, at: " ") }.joined(separator: [">"])
    for word in words {
      if word == ">" {
        isChild = true
        continue
      }
      var step = step(word[...])
      step.isChild = isChild
      steps.append(step)
      isChild = false
    }
    return steps
  }

  private static func step(_ text: Substring) -> Step {
    var step = Step()
    var rest = text
    func word(_ rest: inout Substring) -> String {
      let end = rest.firstIndex { "#.[".contains($0) } ?? rest.endIndex
      defer { rest = rest[end...] }
      return String(rest[..<end])
    }
    step.tag = word(&rest)
    while let mark = rest.popFirst() {
      switch mark {
      case "#": step.attributes.append(("id", word(&rest)))
      case ".": step.classes.append(word(&rest))
      default:
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        let halves = inside.split(separator: "=", maxSplits: 1)
        let value = halves.count == 2 ? halves[1].filter { $0 != "\"" && $0 != "'" } : nil
        step.attributes.append((String(halves[0]), value))
      }
    }
    return step
  }

  /// Splits at a character that stands outside brackets.
  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == separator, depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.drop(while: \.isASCIISpace) }.map(String.init).filter { !$0.isEmpty }
  }
}

extension Element {
  /// The elements below that a simple CSS selector means, in order.
  public func all(_ selector: String) -> [Element] {
    let selector = Selector(selector)
    var found: [Element] = []
    walk { element, ancestors in
      if selector.matches(element, ancestors) { found.append(element) }
    }
    return found
  }

  public func first(_ selector: String) -> Element? { all(selector).first }
  public func has(_ selector: String) -> Bool { first(selector) != nil }
}
