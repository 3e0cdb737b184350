import Foundation

/// A walk through all the pages that a visitor can reach by links.
public struct Crawl {
  /// Pages found, in the order of the walk.
  public private(set) var pages: [Reply] = []
  /// Links that led to an error, with the page that shows them.
  public private(set) var broken: [String] = []

  /// - Parameters:
  ///   - limit: how many addresses to open at most.
  ///   - kind: what makes two addresses one for this walk, such as their path with numbers made
  ///     alike, so that one page of each template is enough; nil leaves an address aside.
  public init(
    _ visitor: HTTPClient, from start: [String] = ["/"], limit: Int = 500,
    kind: (String) -> String? = Crawl.wholeAddress
  ) throws {
    var waiting = start.map { (address: $0, from: "the start") }
    var seen: Set<String> = []
    while !waiting.isEmpty, seen.count < limit {
      let (address, source) = waiting.removeFirst()
      guard let kind = kind(address), seen.insert(kind).inserted else { continue }
      let reply = try visitor.get(address)
      if reply.status >= 400 { broken.append("\(reply.status) \(address), linked from \(source)") }
      if let location = reply.location { waiting += next(location, on: reply, visitor.origin) }
      guard reply.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
      pages.append(reply)
      for link in reply.page.links { waiting += next(link.address, on: reply, visitor.origin) }
    }
  }

  /// Every address once.
  public static func wholeAddress(_ address: String) -> String? { address }

  /// Every address once, but of the hundreds of concepts, and of the files that they are given as too,
  /// one.
  public static func fewConcepts(_ address: String) -> String? {
    let parts = address.prefix { $0 != "?" }.split(separator: "/")
    guard parts.first == "vocabulaires", parts.count > 1, parts[1] != "importation" else {
      return address
    }
    let ending = parts[parts.count - 1].split(separator: ".").dropFirst().joined()
    let isFeed = parts.last == "atom"
    return "vocabulaires" + String(repeating: "/*", count: parts.count - 1) + ending
      + (isFeed ? "atom" : "")
  }

  /// One address of each template: numbers, and the words after them, are alike, queries aside.
  public static func template(_ address: String) -> String? {
    let address = fewConcepts(address) ?? address
    return address.prefix { $0 != "?" }.split(separator: "/")
      .map { $0.first?.isNumber == true ? "*" : String($0) }.joined(separator: "/")
  }

  /// Every form of the pages found that changes something, once for each place it is sent to.
  public var postForms: [Form] {
    var seen: Set<String> = []
    return pages.flatMap { $0.page.forms }.filter { form in
      form.method == "POST" && seen.insert(form.target).inserted
    }
  }

  /// The path that a link leads to; none on another site.
  private func next(
    _ link: String, on reply: Reply, _ origin: String
  ) -> [(address: String, from: String)] {
    guard let url = URL(string: link, relativeTo: URL(string: reply.address))?.absoluteString,
      url.hasPrefix(origin + "/")
    else { return [] }
    let path = url.dropFirst(origin.count).prefix { $0 != "#" }
    return [(String(path), String(reply.address.dropFirst(origin.count)))]
  }
}
