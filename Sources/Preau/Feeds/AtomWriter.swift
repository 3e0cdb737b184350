import HTML
import HTTP
import XML

/// A feed in Atom (RFC 4287), for one reader.
struct AtomWriter {
  let visit: Visit
  /// Whether the feed was opened by a member's secret.
  let isPersonal: Bool

  func response(_ feed: Feed) -> Response {
    var response = Response(type: "application/atom+xml; charset=utf-8", body: document(feed))
    // A feed reader comes often: the server's ETag spares the body, this the visit.
    response["Cache-Control"] = isForAll ? "public, max-age=300" : "private, max-age=300"
    return response
  }

  /// Without a base URL, the links hold what one reader's request said of the host: a cache must
  /// not give them to others.
  private var isForAll: Bool { !isPersonal && visit.site.configuration.baseURL != nil }

  func document(_ feed: Feed) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "feed",
      [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", visit.say.language.rawValue)]
    ) { xml in
      xml.element("id", text: feed.id)
      xml.element("title", text: feed.title)
      if !feed.subtitle.isEmpty { xml.element("subtitle", text: feed.subtitle) }
      xml.element("updated", text: DateStrings.machine(feed.updated))
      xml.empty("link", [("rel", "self"), ("href", whole(feed.address))])
      xml.empty(
        "link", [("rel", "alternate"), ("type", "text/html"), ("href", whole(feed.page))])
      xml.element("generator", text: "Préau")
      for item in feed.items {
        switch item {
        case .post(let entry): write(entry, &xml)
        case .card(let card): write(card, &xml)
        }
      }
    }
    return xml.utf8
  }

  private func write(_ entry: FeedEntry, _ xml: inout XMLWriter) {
    let thread = visit.title(entry.threadTitle)
    let title = entry.number == 1 ? thread : visit.say.feeds.answer(thread, entry.number)
    xml.element("entry") { xml in
      xml.element("id", text: FeedID.text("post \(entry.post.value)", key: visit.site.key))
      xml.element("title", text: title)
      xml.empty(
        "link",
        [("rel", "alternate"), ("type", "text/html"), ("href", whole(entry.address))])
      xml.element("published", text: DateStrings.machine(entry.created))
      xml.element("updated", text: DateStrings.machine(entry.updated))
      xml.element("author") { $0.element("name", text: visit.name(of: entry.author)) }
      xml.element("content", [("type", "html")], escaping: content(of: entry))
    }
  }

  private func write(_ card: FeedCard, _ xml: inout XMLWriter) {
    let names =
      card.authors.isEmpty
      ? card.signers.map { visit.name(of: $0) } : [visit.title(card.authors.oneLine)]
    xml.element("entry") { xml in
      xml.element(
        "id", text: FeedID.text("resource \(card.resource.value)", key: visit.site.key))
      xml.element("title", text: visit.title(card.title))
      xml.empty(
        "link", [("rel", "alternate"), ("type", "text/html"), ("href", whole(card.address))])
      xml.element("published", text: DateStrings.machine(card.created))
      xml.element("updated", text: DateStrings.machine(card.changed))
      // Every entry has an author (RFC 4287 §4.1.2); of a card that names none, the site is.
      for name in names.isEmpty ? [visit.site.configuration.siteName] : names {
        xml.element("author") { $0.element("name", text: name) }
      }
      if !card.summary.isEmpty {
        xml.element("summary", text: visit.title(card.summary.oneLine))
      }
    }
  }

  /// The body as this reader may see it: outside log-in, a mention does not give a name away.
  private func content(of entry: FeedEntry) -> [UInt8] {
    let body =
      visit.viewer.isLoggedIn
      ? entry.body : entry.body.withoutMentions("@" + visit.say.threads.someone)
    let page = whole(entry.address)
    return AbsoluteLinks.markup(
      body, base: visit.baseURL, page: String(page.prefix { $0 != "#" }))
  }

  private func whole(_ address: Address) -> String { visit.baseURL + address.text }
}
