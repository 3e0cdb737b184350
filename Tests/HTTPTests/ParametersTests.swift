import HTTP
import Testing

@Suite struct `A query` {
  @Test(arguments: [
    ("", []), ("&&", []), ("q=1", ["q=1"]), ("q", ["q="]), ("=1", ["=1"]), ("q=a=b", ["q=a=b"]),
    ("a=1&b=2&a=3", ["a=1", "b=2", "a=3"]), ("q=a+b%2B%20c", ["q=a b+ c"]),
    ("q=%C3%A9t%C3%A9", ["q=été"]), ("q=100%", ["q=100%"]), ("q=%zz%4", ["q=%zz%4"]),
    ("q=%FF", ["q=\u{FFFD}"]), ("q=a%00b", ["q=a\u{FFFD}b"]), ("%C3%A9=1", ["é=1"]),
  ])
  func `is read as browsers write it`(query: String, pairs: [String]) {
    #expect(Parameters(query: query).pairs.map { "\($0.name)=\($0.value)" } == pairs)
  }

  @Test func `gives the first value, or all`() {
    let query = Parameters(query: "tag=a&tag=b&page=2")
    #expect(query["tag"] == "a")
    #expect(query["Tag"] == nil)
    #expect(query.all("tag") == ["a", "b"])
    #expect(query.all("none").isEmpty)
  }

  @Test func `of countless pairs is read in part`() {
    let query = Parameters(query: String(repeating: "a=1&", count: 5_000))
    #expect(query.pairs.count == 1_000)
  }

  @Test(arguments: ["élève & co/100 %?#", "a+b~c_d.e-f", "\u{1F600}", "", "l’été\n"])
  func `gives back what was encoded`(text: String) throws {
    #expect(Parameters(query: "q=" + PercentEncoding.encode(query: text))["q"] == text)
    let path = "/" + PercentEncoding.encode(segment: text.filter { $0 != "\n" })
    #expect(try Target(path).segments.joined() == text.filter { $0 != "\n" })
  }

  @Test func `is encoded with plus signs, a path is not`() {
    #expect(PercentEncoding.encode(query: "a b/é") == "a+b%2F%C3%A9")
    #expect(PercentEncoding.encode(segment: "a b/é") == "a%20b%2F%C3%A9")
  }
}
