import HTTP
import Testing

@Suite struct `A request's target` {
  @Test(arguments: [
    ("/", []), ("/fils", ["fils"]), ("/fils/12-titre", ["fils", "12-titre"]),
    ("/fils/", ["fils", ""]), ("//a", ["", "a"]), ("/a%20b", ["a b"]), ("/a+b", ["a+b"]),
    ("/%C3%A9l%c3%a8ve", ["élève"]), ("/tcp%2Fip", ["tcp/ip"]), ("/a?b/c", ["a"]),
    ("/.a/a..b", [".a", "a..b"]),
    ("http://example.org/a/b?c", ["a", "b"]), ("HTTPS://h:1/", []),
  ])
  func `is split, then decoded`(raw: String, segments: [String]) throws {
    #expect(try Target(raw).segments == segments)
  }

  @Test(arguments: [
    "", "*", "a/b", "example.org:443", "http://example.org", "/a b", "/a\tb", "/a#b", "/a\u{7F}",
    "/..", "/../etc/passwd", "/a/..", "/a/./b", "/.", "/%2e%2e/a", "/%2E/a", "/..%2fa", "/a%2f..",
    "/..%5Ca", "/%00", "/a%00b", "/a%0Ab", "/%", "/%2", "/%zz", "/%ff", "/%C3", "/%c0%af",
    "/%ed%a0%80",
  ])
  func `that means something else than it shows is refused`(raw: String) {
    #expect(throws: RequestProblem.target) { try Target(raw) }
  }

  @Test func `keeps path and query as they were sent`() throws {
    let target = try Target("/a%20b?q=%C3%A9&x=1?2")
    #expect(target.path == "/a%20b")
    #expect(target.rawQuery == "q=%C3%A9&x=1?2")
    #expect(target.raw == "/a%20b?q=%C3%A9&x=1?2")
  }
}
