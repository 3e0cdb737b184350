import HTTP
import Testing

@Suite struct `A request` {
  static func request(_ fields: [Header], _ target: String = "/") throws -> Request {
    Request(
      head: RequestHead(
        method: .get, target: try Target(target), headers: Headers(fields), peer: "192.0.2.1"))
  }

  @Test func `finds fields whatever their case, repeated ones joined`() throws {
    let request = try Self.request([Header("User-Agent", "x"), Header("A", "1"), Header("a", "2")])
    #expect(request.headers["user-agent"] == "x")
    #expect(request.headers["A"] == "1, 2")
    #expect(request.headers["b"] == nil)
  }

  @Test(
    arguments: [
      ("session=abc", "abc"), ("a=1; session=abc; b=2", "abc"), ("a=1;session=abc", "abc"),
      ("session=\"abc\"", "abc"), ("session=a=b", "a=b"), ("session=1; session=2", "1"),
      ("session=", ""), ("xsession=1", nil), ("Session=1", nil), ("session", nil), ("", nil),
      ("session = abc", nil), (";;; session=abc ;", "abc"),
    ] as [(String, String?)])
  func `has cookies`(field: String, value: String?) throws {
    #expect(try Self.request([Header("cookie", field)]).cookie("session") == value)
  }

  @Test func `has cookies in several fields`() throws {
    let request = try Self.request([Header("Cookie", "a=1"), Header("Cookie", "b=2")])
    #expect(request.cookie("b") == "2")
  }

  @Test func `has a query`() throws {
    #expect(try Self.request([], "/recherche?q=l%27%C3%A9t%C3%A9").query["q"] == "l'été")
  }
}

@Suite struct `A response` {
  @Test func `redirects after a form`() {
    let response = Response.redirect(to: "/fils/1")
    #expect(response.status == 303)
    #expect(response["location"] == "/fils/1")
  }

  @Test func `has each field once where it is set`() {
    var response = Response(type: "text/plain", body: [])
    response["content-type"] = "text/html"
    #expect(response.headers == [Header("content-type", "text/html")])
    response["Content-Type"] = nil
    #expect(response.headers.isEmpty)
  }

  @Test func `sets cookies that scripts do not see`() {
    #expect(SetCookie("a", "b").field == "a=b; Path=/; HttpOnly; SameSite=Lax")
    let gone = SetCookie(
      "a", "", path: "/x", maxAge: 0, secure: true, httpOnly: false, sameSite: .strict)
    #expect(gone.field == "a=; Path=/x; Max-Age=0; Secure; SameSite=Strict")
  }

  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
      (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ] as [(Int64, String)])
  func `writes dates`(seconds: Int64, date: String) {
    #expect(HTTPDate.string(unixSeconds: seconds) == date)
  }
}
