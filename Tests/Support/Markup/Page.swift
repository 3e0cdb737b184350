/// An HTML page as a visitor without a browser reads it.
public struct Page: Sendable {
  public let root: Element
  /// Where it was read, so that its forms know where they go.
  public var address = ""
  let syntaxProblems: [String]
  let source: String

  public init(_ html: String) {
    (root, syntaxProblems) = MarkupReader.read(html)
    source = html
  }

  public struct Link: Equatable, Sendable {
    public let address: String
    public let text: String
  }

  public var title: String { first("title")?.text ?? "" }
  public var h1: String { first("h1")?.text ?? "" }
  /// The words of the page itself, without its head.
  public var text: String { (first("body") ?? root).text }
  public var links: [Link] {
    all("a[href]").map { Link(address: $0["href"] ?? "", text: $0.text) }
  }

  public func all(_ selector: String) -> [Element] { root.all(selector) }
  public func first(_ selector: String) -> Element? { root.first(selector) }
  public func has(_ selector: String) -> Bool { root.has(selector) }

  /// The address of the first link that reads `text`.
  public func link(_ text: String) throws -> String {
    guard let link = links.first(where: { $0.text == text }) else {
      throw FormError(description: "no link \(text) among \(links.map(\.text))")
    }
    return link.address
  }

  /// Everything that is wrong with the page's markup; empty for every page of ours.
  public var problems: [String] { Markup.problems(in: self) }
}
