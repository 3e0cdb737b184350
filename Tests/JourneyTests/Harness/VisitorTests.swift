import TestSupport
import Testing

@Suite struct `A visitor without a browser` {
  @Test func `cookies come back until they expire`() throws {
    let server = try CannedServer([
      [response("200 OK", ["Set-Cookie: seance=abc; Path=/; HttpOnly; SameSite=Lax"])],
      [response("200 OK", ["Set-Cookie: seance=; Max-Age=0"])],
      [response("200 OK")],
    ])
    let visitor = HTTPClient(origin: server.origin)
    _ = try visitor.get("/")
    #expect(visitor.cookies.all.map(\.sameSite) == ["Lax"])
    _ = try visitor.get("/")
    _ = try visitor.get("/")
    #expect(server.requests[1].contains("\r\nCookie: seance=abc\r\n"))
    #expect(!server.requests[2].contains("Cookie"))
  }

  @Test func `an expiry date in the past forgets a cookie, and a path keeps it away`() throws {
    let server = try CannedServer([
      [response("200 OK", ["Set-Cookie: a=1; Path=/x", "Set-Cookie: b=2"])],
      [response("200 OK", ["Set-Cookie: b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"])],
      [response("200 OK")],
    ])
    let visitor = HTTPClient(origin: server.origin)
    for path in ["/", "/xy", "/x/y"] { _ = try visitor.get(path) }
    #expect(server.requests[1].contains("Cookie: b=2\r\n"))
    #expect(server.requests[2].contains("Cookie: a=1\r\n"))
  }

  @Test func `redirects are followed when asked, with a GET`() throws {
    let server = try CannedServer([
      [response("303 See Other", ["Location: /fils/1?page=2#message-3"])],
      [response("200 OK", body: "arrived")],
    ])
    let visitor = HTTPClient(origin: server.origin)
    let reply = try visitor.post("/fils", form: [("titre", "L’été & l'hiver")])
    #expect(reply.status == 303)
    #expect(reply.location == "/fils/1?page=2#message-3")
    #expect(try visitor.follow(reply).body == "arrived")
    #expect(server.requests[0].hasSuffix("\r\n\r\ntitre=L%E2%80%99%C3%A9t%C3%A9+%26+l%27hiver"))
    #expect(server.requests[1].hasPrefix("GET /fils/1?page=2 HTTP/1.1\r\n"))
  }

  @Test func `a redirect to another site is refused`() throws {
    let server = try CannedServer([[response("302 Found", ["Location: //example.org/"])]])
    #expect(throws: BadResponse.self) {
      try HTTPClient(origin: server.origin).get("/", follow: true)
    }
  }

  @Test func `chunks are put together`() throws {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    let server = try CannedServer([[head + "4\r\nPré\r\n2;x=y\r\nau\r\n0\r\n\r\n"]])
    #expect(try HTTPClient(origin: server.origin).get("/").body == "Préau")
  }

  @Test func `one connection serves several requests when asked`() throws {
    let server = try CannedServer([[response("200 OK", body: "1"), response("200 OK", body: "2")]])
    let visitor = HTTPClient(origin: server.origin, keepsAlive: true)
    #expect(try visitor.get("/").body == "1")
    #expect(try visitor.get("/").body == "2")
  }

  @Test func `an idle connection that was closed is opened again for a GET`() throws {
    let server = try CannedServer([
      [response("200 OK", body: "1")], [response("200 OK", body: "2")],
    ])
    let visitor = HTTPClient(origin: server.origin, keepsAlive: true)
    #expect(try visitor.get("/").body == "1")
    #expect(try visitor.get("/").body == "2")
  }

  @Test(arguments: ["HTTP/1.1 2000 OK\r\n\r\n", "hello\r\n", "HTTP/1.1 200 OK\r\nA", ""])
  func `what is not a response is an error`(answer: String) throws {
    let server = try CannedServer([[answer]])
    #expect(throws: BadResponse.self) { try HTTPClient(origin: server.origin).get("/") }
  }

  @Test func `a link leads from its page, whatever its form`() throws {
    let server = try CannedServer([
      [response("200 OK", body: "<a href=\"?page=2&amp;x=1\">Suite</a>")], [response("200 OK")],
    ])
    let visitor = HTTPClient(origin: server.origin)
    let list = try visitor.get("/fils")
    _ = try visitor.open(link: "Suite", on: list)
    #expect(server.requests[1].hasPrefix("GET /fils?page=2&x=1 HTTP/1.1\r\n"))
    #expect(throws: FormError.self) { try visitor.open(link: "Absent", on: list) }
  }

  @Test(arguments: [
    ("HTTP/1.1 400 Bad Request\r\n\r\n", RawAnswer.status(400)), ("", .closed),
    ("oh", .gibberish("oh")),
  ])
  func `whatever is said to odd bytes is told`(said: String, answer: RawAnswer) throws {
    let server = try CannedServer([[said]])
    #expect(try RawSocket(port: server.port).answer(to: Array("\0\r\n\r\n".utf8)) == answer)
  }

  @Test func `a raw socket tells a closed connection from a silent one`() throws {
    let server = try CannedServer([["bye"], []])
    let closed = try RawSocket(port: server.port)
    try closed.send("GARBAGE\r\n\r\n")
    let (bytes, ending) = closed.readToEnd()
    #expect(String(decoding: bytes, as: UTF8.self) == "bye")
    #expect(ending == .closed)

    let silent = try CannedServer([["never sent"]])
    let waiting = try RawSocket(port: silent.port)
    #expect(waiting.readToEnd(within: 0.05).ending == .timedOut)
  }
}
