import HTTP

@testable import Preau

extension Community {
  /// What a person gets who follows every link, on pages, in feeds and in fragments.
  ///
  /// - Parameter skipping: leaves out the links that hold these words.
  func walk(
    from start: [String], as person: Person, limit: Int = 400, skipping words: String? = nil
  ) throws -> [String: Response] {
    var waiting = start
    var found: [String: Response] = [:]
    while !waiting.isEmpty, found.count < limit {
      let address = waiting.removeFirst()
      if found[address] != nil { continue }
      let answer = try get(address, as: person)
      found[address] = answer
      if let location = answer["Location"], location.hasPrefix("/") {
        waiting.append(String(location.prefix { $0 != "#" }))
      }
      waiting += answer.links.filter { link in words.map { !link.contains($0) } ?? true }
    }
    return found
  }
}

extension Response {
  /// Where it leads on the site.
  fileprivate var links: [String] {
    text.split(separator: "href=\"").dropFirst().compactMap { part in
      var link = String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
      if link.hasPrefix("http://preau.test/") { link.removeFirst("http://preau.test".count) }
      link = String(link.prefix { $0 != "#" })
      return link.hasPrefix("/") && !link.hasPrefix("/statique") ? link : nil
    }
  }
}
