import HTML
import HTTP
import XML

/// What a kept search finds, in Atom (RFC 4287): the newest first.
struct SavedSearchFeed {
  static let mostEntries = 25

  let visit: Visit

  func response(_ search: SavedSearch, _ found: [FindingResults.Found]) -> Response {
    var response = Response(
      type: "application/atom+xml; charset=utf-8", body: document(search, found))
    response["Cache-Control"] = "private, max-age=300"
    return response
  }

  private func document(_ search: SavedSearch, _ found: [FindingResults.Found]) -> [UInt8] {
    let updated = found.map(moment).max() ?? search.created
    var xml = XMLWriter()
    xml.element(
      "feed",
      [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", visit.say.language.rawValue)]
    ) { xml in
      xml.element(
        "id", text: FeedID.text("saved search \(search.id.value)", key: visit.site.key))
      xml.element("title", text: search.name)
      xml.element("subtitle", text: visit.say.savedSearches.feedOf(search.name))
      xml.element("updated", text: DateStrings.machine(updated))
      xml.empty("link", [("rel", "self"), ("href", whole(search.feedAddress))])
      xml.empty(
        "link",
        [("rel", "alternate"), ("type", "text/html"), ("href", whole(search.query.address))])
      xml.element("author") { $0.element("name", text: visit.site.configuration.siteName) }
      xml.element("generator", text: "Préau")
      for one in found { write(one, &xml) }
    }
    return xml.utf8
  }

  private func write(_ found: FindingResults.Found, _ xml: inout XMLWriter) {
    let id: String
    let title: String
    let address: Address
    let summary: String
    switch found {
    case .thread(let thread):
      id = "thread \(thread.id.value)"
      title = thread.title
      address = Thread.address(thread.id, thread.slug)
      summary = thread.space.name
    case .card(let card):
      id = "resource \(card.id.value)"
      title = card.title
      address = card.address
      summary = card.description.isEmpty ? card.space.name : card.description.oneLine
    }
    xml.element("entry") { xml in
      xml.element("id", text: FeedID.text(id, key: visit.site.key))
      xml.element("title", text: visit.title(title))
      xml.empty(
        "link", [("rel", "alternate"), ("type", "text/html"), ("href", whole(address))])
      xml.element("updated", text: DateStrings.machine(moment(found)))
      xml.element("summary", text: visit.title(summary))
    }
  }

  private func moment(_ found: FindingResults.Found) -> Instant {
    switch found {
    case .thread(let thread): thread.lastActivity
    case .card(let card): card.created
    }
  }

  private func whole(_ address: Address) -> String { visit.baseURL + address.text }
}
