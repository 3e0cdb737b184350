import HTML
import HTTP
import XML

/// A collection in Atom (RFC 4287): an entry for each thing, the last that was added first.
struct CollectionFeed {
  let visit: Visit
  /// Whether the feed was opened by a member's secret.
  let isPersonal: Bool

  func response(_ view: CollectionView) -> Response {
    var response = Response(type: "application/atom+xml; charset=utf-8", body: document(view))
    let isForAll = !isPersonal && visit.site.configuration.baseURL != nil
    response["Cache-Control"] = isForAll ? "public, max-age=300" : "private, max-age=300"
    return response
  }

  private func document(_ view: CollectionView) -> [UInt8] {
    let collection = view.collection
    var xml = XMLWriter()
    xml.element(
      "feed",
      [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", visit.say.language.rawValue)]
    ) { xml in
      xml.element(
        "id", text: FeedID.text("collection \(collection.id.value)", key: visit.site.key))
      xml.element("title", text: visit.title(collection.title))
      if !collection.words.isEmpty {
        xml.element("subtitle", text: visit.title(collection.words.oneLine))
      }
      xml.element("updated", text: DateStrings.machine(collection.changed))
      xml.empty("link", [("rel", "self"), ("href", whole(collection.feedAddress))])
      xml.empty(
        "link",
        [("rel", "alternate"), ("type", "text/html"), ("href", whole(collection.address))])
      xml.element("author") { $0.element("name", text: visit.name(of: view.owner)) }
      xml.element("generator", text: "Préau")
      for item in view.items.sorted(by: { $0.added > $1.added }).prefix(25) {
        write(item, of: collection, &xml)
      }
    }
    return xml.utf8
  }

  private func write(_ item: CollectionItem, of collection: Collection, _ xml: inout XMLWriter) {
    let place = "collection \(collection.id.value) resource \(item.line.id.value)"
    xml.element("entry") { xml in
      xml.element("id", text: FeedID.text(place, key: visit.site.key))
      xml.element("title", text: visit.title(item.line.title))
      xml.empty(
        "link",
        [("rel", "alternate"), ("type", "text/html"), ("href", whole(item.line.address))])
      xml.element("published", text: DateStrings.machine(item.added))
      xml.element("updated", text: DateStrings.machine(item.added))
      xml.element(
        "summary",
        text: visit.title(item.note.isEmpty ? item.line.description.oneLine : item.note.oneLine))
    }
  }

  private func whole(_ address: Address) -> String { visit.baseURL + address.text }
}
