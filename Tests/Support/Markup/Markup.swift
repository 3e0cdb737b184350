/// What is wrong with the markup of a page, in words.
public enum Markup {
  /// All problems of a whole page; a test asks for none.
  public static func problems(in html: String) -> [String] { problems(in: Page(html)) }

  static func problems(in page: Page) -> [String] {
    var elements: [(element: Element, ancestors: [Element])] = []
    page.root.walk { elements.append(($0, $1)) }
    let all = elements.map(\.element)
    return page.syntaxProblems + frame(page) + identifiers(all) + headings(all) + names(all)
      + labels(page, elements) + inlineCode(all)
  }

  private static func frame(_ page: Page) -> [String] {
    var problems: [String] = []
    if !page.source.lowercased().hasPrefix("<!doctype html>") { problems.append("no doctype") }
    if (page.first("html")?["lang"] ?? "").isEmpty { problems.append("no lang on <html>") }
    if page.title.isEmpty { problems.append("no title") }
    for (tag, selector) in [("h1", "h1"), ("main", "main"), ("title", "head > title")] {
      let count = page.all(selector).count
      if count != 1 { problems.append("\(count) <\(tag)> instead of one") }
    }
    return problems
  }

  /// Identifiers are unique, and whatever points at one finds it.
  private static func identifiers(_ all: [Element]) -> [String] {
    var seen: Set<String> = []
    var problems: [String] = []
    for id in all.compactMap({ $0["id"] }) where !seen.insert(id).inserted {
      problems.append("two elements with the id \(id)")
    }
    let pointers = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "form", "list"]
    for element in all {
      for pointer in pointers {
        let targets = (element[pointer] ?? "").split(whereSeparator: \.isASCIISpace)
        for target in targets where !seen.contains(String(target)) {
          problems.append("<\(element.name)> \(pointer) points at nothing: \(target)")
        }
      }
      if element.name == "a", let href = element["href"], href.hasPrefix("#"), href.count > 1,
        !seen.contains(String(href.dropFirst()))
      {
        problems.append("a link to nothing: \(href)")
      }
    }
    return problems
  }

  private static func headings(_ all: [Element]) -> [String] {
    var last = 0
    var problems: [String] = []
    for element in all {
      guard element.name.count == 2, element.name.hasPrefix("h"),
        let level = Int(element.name.dropFirst())
      else { continue }
      if level > last + 1 {
        problems.append("h\(level) after \(last == 0 ? "nothing" : "h\(last)"): \(element.text)")
      }
      if name(of: element).isEmpty { problems.append("an empty h\(level)") }
      last = level
    }
    return problems
  }

  /// Images, links and buttons say what they are; a link goes somewhere.
  private static func names(_ all: [Element]) -> [String] {
    all.compactMap { element in
      switch element.name {
      case "img" where element["alt"] == nil: "an image without alt: \(element["src"] ?? "")"
      case "a" where element["href"] == nil: "a link without address: \(element.text)"
      case "a" where name(of: element).isEmpty: "a link without words: \(element["href"] ?? "")"
      case "button" where name(of: element).isEmpty: "a button without words"
      default: nil
      }
    }
  }

  /// Each label has its control, each control its label (WCAG 2.2 SC 1.3.1, 4.1.2).
  private static func labels(
    _ page: Page, _ elements: [(element: Element, ancestors: [Element])]
  ) -> [String] {
    let labelled = Set(page.all("label").compactMap { $0["for"] })
    return elements.compactMap { element, ancestors in
      if element.name == "label" {
        let holds = element.all("input, select, textarea, button, output, meter, progress")
        return element["for"] == nil && holds.isEmpty ? "a label of nothing: \(element.text)" : nil
      }
      guard isLabelled(element.name, element["type"]) else { return nil }
      let isNamed =
        element["aria-label"] != nil || element["aria-labelledby"] != nil
        || element["id"].map(labelled.contains) == true
        || ancestors.contains { $0.name == "label" }
      return isNamed ? nil : "a control without label: \(element["name"] ?? element.name)"
    }
  }

  private static func isLabelled(_ name: String, _ type: String?) -> Bool {
    switch name {
    case "select", "textarea": true
    case "input": !["hidden", "submit", "button", "reset", "image"].contains(type ?? "text")
    default: false
    }
  }

  /// What our content policy forbids, and a browser would drop in silence.
  private static func inlineCode(_ all: [Element]) -> [String] {
    all.flatMap { element in
      var problems = element.attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }.sorted()
        .map { "<\(element.name)> has an inline \($0)" }
      if element.name == "style" { problems.append("an inline <style>") }
      let isData = element["type"]?.hasSuffix("json") == true
      if element.name == "script", element["src"] == nil, !isData {
        problems.append("an inline <script>")
      }
      return problems
    }
  }

  /// The name that assistive technology says, near enough.
  private static func name(of element: Element) -> String {
    let label = element["aria-label"] ?? element["aria-labelledby"] ?? element["title"] ?? ""
    let images = element.all("img, [aria-label]").compactMap { $0["alt"] ?? $0["aria-label"] }
      .joined()
    return label + element.text + images
  }
}
