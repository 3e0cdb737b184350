import HTTP
import Testing

@Suite struct `Choosing a media type` {
  private static let types = ["text/html", "application/rdf+xml", "application/ld+json"]

  @Test(
    arguments: [
      (nil, "text/html"),
      ("", "text/html"),
      ("*/*", "text/html"),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
      ("application/rdf+xml", "application/rdf+xml"),
      ("Application/LD+JSON; profile=\"x\"", "application/ld+json"),
      ("application/*", "application/rdf+xml"),
      ("application/*, application/rdf+xml;q=0", "application/ld+json"),
      (
        "text/html;q=0.5, application/ld+json;q=0.9, application/rdf+xml;q=0.7",
        "application/ld+json"
      ),
      ("*/*;q=0.1, application/rdf+xml;q=0.2", "application/rdf+xml"),
      ("text/turtle", "text/html"),
    ] as [(String?, String)])
  func `the one that is wanted most`(field: String?, type: String) {
    #expect(Negotiation.mediaType(field, among: Self.types) == type)
  }
}
