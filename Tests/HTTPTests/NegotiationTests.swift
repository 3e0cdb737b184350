import HTTP
import Testing

@Suite struct `What a client prefers` {
  @Test(
    arguments: [
      (nil, nil), ("", nil), ("fr", "fr"), ("FR-ca", "fr"), ("de, en;q=0.5", "en"),
      ("en;q=0.8, fr;q=0.9", "fr"), ("en, fr", "en"), ("*", "fr"), ("de, *;q=0.1", "fr"),
      ("fr;q=0, *", "en"), ("de", nil), ("en;q=0", nil), ("french", nil),
      ("fr;q=x, en;q=0.1", "en"),
      ("fr ; q=0.3 , en;q=0.300", "fr"), ("en;q=1.0", "en"),
    ] as [(String?, String?)])
  func `is the best of our languages`(field: String?, tag: String?) {
    #expect(Negotiation.language(field, among: ["fr", "en"]) == tag)
  }

  @Test(
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("deflate, GZIP", true), ("br", false),
      ("*", true),
      ("gzip;q=0", false), ("gzip;q=0.0, *", false), ("*;q=0", false), ("gzip;q=0.001", true),
      ("x-gzip", true), ("identity", false), ("gzip;q=2", false),
    ] as [(String?, Bool)])
  func `may be gzip`(field: String?, accepted: Bool) {
    #expect(Negotiation.acceptsGzip(field) == accepted)
  }

  @Test(arguments: [
    ("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("\"b\"", false), ("*", true),
    ("", false), ("\"a", false), ("a", false), ("\"A\"", false), ("\"b\",W/\"a\",\"c\"", true),
    ("\"a,b\"", false), (" * ", true),
  ])
  func `may be what it has`(field: String, matches: Bool) {
    #expect(Negotiation.ifNoneMatch(field, matches: "\"a\"") == matches)
    #expect(Negotiation.ifNoneMatch(field, matches: "W/\"a\"") == matches)
  }

  @Test(arguments: [
    ("no-store", true), ("private, No-Store", true), ("no-stored", false), ("", false),
    ("max-age=0,no-store ", true),
  ])
  func `is in a list`(field: String, isThere: Bool) {
    #expect(Negotiation.list(field, contains: "no-store") == isThere)
  }
}
