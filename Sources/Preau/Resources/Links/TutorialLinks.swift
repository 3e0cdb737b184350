import HTML
import SQLite

/// The links that a text leads to.
enum TutorialLinks {
  /// What is beyond is not visited.
  static let most = 100
  private static let longest = 2_000

  /// Whole addresses elsewhere, each once, in their order and without what names a part of a page.
  ///
  /// - Parameters:
  ///   - body: as the sanitiser writes it: every attribute value stands between double quotes.
  ///   - base: where this site is: its own pages are not visited.
  static func all(in body: SanitizedHTML, base: String?) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    let bytes = body.utf8[...]
    var rest = bytes
    let start = Array(" href=\"http".utf8)
    while found.count < most, let place = rest.firstRange(of: start) {
      let value = rest[rest.index(place.upperBound, offsetBy: -4)...]
      let end = value.firstIndex(of: UInt8(ascii: "\"")) ?? value.endIndex
      rest = value[end...]
      let url = plain(String(decoding: value[..<end], as: UTF8.self))
      if url.utf8.count > longest || base.map(url.hasPrefix) == true { continue }
      if seen.insert(url).inserted { found.append(url) }
    }
    return found
  }

  /// Without the escapes of an attribute, and without a fragment.
  private static func plain(_ value: String) -> String {
    var text = value
    for (escape, character) in [
      ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] where text.contains("&") {
      text = text.replacing(escape, with: character)
    }
    return String(text.prefix { $0 != "#" })
  }
}

/// Reading the links of tutorials, and what becomes of visits to them.
enum TutorialLinkCheck {
  /// Reads the links of one tutorial whose published version was not read yet.
  ///
  /// - Returns: whether there was one.
  static func readNext(_ database: Database, base: String?) throws -> Bool {
    guard let next = try database.read({ try TutorialLinkStore.unread($0) }) else { return false }
    let links = TutorialLinks.all(in: next.body, base: base)
    try database.write { try TutorialLinkStore.put(links, of: next, $0) }
    return true
  }

  /// Keeps what was found. Authors are told when a link is first said to be broken, and not again
  /// while they have not read that.
  static func note(
    _ finding: LinkHealth.Finding, of link: TutorialLinkStore.Due, at now: Instant,
    _ database: Database
  ) throws {
    let health = link.health.after(finding, at: now)
    try database.write { db in
      try TutorialLinkStore.note(health, of: link, at: now, db)
      guard health.broken != nil, link.health.broken == nil else { return }
      let page = Tutorial.workshop(link.tutorial)
      for author in try TutorialLinkStore.authorsToTell(of: link.tutorial, at: page.text, db) {
        let say = Strings.of(author.language ?? .french).tutorials
        try Notifications.tell(
          .told(
            .message, to: [author.member], about: .page(page.text),
            words: say.linksBroke(link.title)), at: now, db)
      }
    }
  }
}
